"""The stopwatch: where the time of a run went, by stage, finder and rule. Nobody pays for it while it is off."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from time import perf_counter
from typing import Any, TypeVar

T = TypeVar("T")

LISTING, RULE_BOOK, READING, FINDERS, RULES = "listing", "rule book", "reading", "finders", "rules"
STORIES, COMPARING, STORE, RENDERING = "stories", "comparing", "store", "rendering"
STAGES = (LISTING, RULE_BOOK, READING, FINDERS, RULES, STORIES, COMPARING, STORE, RENDERING)
OFF: AbstractContextManager[None] = nullcontext()


@dataclass(slots=True)
class Lap:
    """How long one thing took in all, without what it asked others to do, and how often it was done."""

    seconds: float = 0.0
    times: int = 0


class Stopwatch:
    """The laps of one process, each by its stage and by a name, such as that of a finder; the laps sum to the total."""

    def __init__(self) -> None:
        """A stopwatch that runs from now on."""
        self.laps: dict[tuple[str, str], Lap] = {}
        self._began = perf_counter()
        self._inner = [0.0]  # seconds that went to what was asked for by each of those who are at work

    @property
    def total(self) -> float:
        """The seconds since the stopwatch was started."""
        return perf_counter() - self._began

    @contextmanager
    def lap(self, stage: str, name: str = "", times: int = 1) -> Iterator[None]:
        """Counts what is done within, so many times, for this stage and name; laps within a lap are theirs alone."""
        self._inner.append(0.0)
        began = perf_counter()
        try:
            yield
        finally:
            taken = perf_counter() - began
            lap = self.laps.setdefault((stage, name), Lap())
            lap.seconds += taken - self._inner.pop()
            lap.times += times
            self._inner[-1] += taken


_running: Stopwatch | None = None


@contextmanager
def started() -> Iterator[Stopwatch]:
    """A stopwatch that runs until the end of the block."""
    global _running
    before, _running = _running, Stopwatch()
    try:
        yield _running
    finally:
        _running = before


def lap(stage: str, name: str = "", times: int = 1) -> AbstractContextManager[None]:
    """A lap of the stopwatch, if one runs, in which something is done so many times."""
    return OFF if _running is None else _running.lap(stage, name, times)


def found(finder: Callable[[T], Iterable[Any]], report: T) -> tuple[Any, ...]:
    """What a finder finds, as a lap of its own if a stopwatch runs."""
    if _running is None:
        return tuple(finder(report))
    with _running.lap(FINDERS, f"{finder.__module__.rpartition('.')[2]}.{getattr(finder, '__name__', '')}"):
        return tuple(finder(report))


def page(watch: Stopwatch) -> Iterator[str]:
    """Tables of where the time went: by stage, by finder and by rule, what took longest first."""
    total = watch.total
    stages = {stage: Lap() for stage in STAGES}
    for (stage, _), each in watch.laps.items():
        stages[stage].seconds += each.seconds
        stages[stage].times += each.times
    yield f"{'stage':<40}{'ms':>10}{'share':>8}{'calls':>10}\n"
    for stage, each in stages.items():
        yield _row(stage, each, total)
    rest = total - sum(each.seconds for each in stages.values())
    yield _row("start-up and the rest", Lap(rest, 1), total)
    yield _row("total", Lap(total, 1), total)
    for heading, of in (("finder", FINDERS), ("rule, each report alone", RULES), ("rule, comparing", COMPARING)):
        named = {name: each for (stage, name), each in watch.laps.items() if stage == of and name}
        if named:
            yield f"\n{heading:<40}{'ms':>10}{'share':>8}{'calls':>10}\n"
            for name in sorted(named, key=lambda name: (-named[name].seconds, name)):
                yield _row(name, named[name], total)


def _row(name: str, lap: Lap, total: float) -> str:
    return f"{name:<40}{lap.seconds * 1000:>10.1f}{lap.seconds / (total or 1):>8.1%}{lap.times:>10,}\n"
