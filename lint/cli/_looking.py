"""Looking: what a command finds in the reports that it is asked about, and what of that is reported."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lint import rulebook, stopwatch
from lint.cli._options import Wanted
from lint.cli._progress import watched
from lint.config import Selection
from lint.errors import ArchiveError
from lint.findings import Findings
from lint.kept import memory
from lint.late import Late
from lint.recall import Run
from lint.rule import Rule
from lint.source import Source, UnreadableError

if TYPE_CHECKING:
    from lint.archive import Archive

EVERY_RULE = Selection()  # that the configuration has run
Texts = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about looking: which rules, beside which archive, in how many processes, and what is known."""

    selection: Selection = EVERY_RULE
    archive: str | None = None
    jobs: int | None = None
    baseline: str | None = None
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Looking:
    """Finds what there is to find in reports; `rules` are those under which it looks."""

    given: Wanted
    asked: Asked
    rules: Sequence[Rule]
    everything: Callable[[Sequence[Source]], Findings]  # allowed, known and ungraded findings among them

    def __call__(self, sources: Sequence[Source]) -> Findings:
        """What is reported of these sources."""
        from lint.cli._settled import reported

        return reported(self.everything(sources), self.given, self.rules, self.asked, self.texts(sources))

    def texts(self, sources: Sequence[Source]) -> Texts:
        """The texts of the reports by path, for those who draw them."""
        given = {source.path: source for source in sources if source.content is not None}
        archive = self.asked.archive

        def text(path: str) -> str | None:
            from lint.read import read_text  # only where there is something to draw

            for source in (given.get(path), Source(path), Source(path, archive=archive) if archive else None):
                if source:
                    with suppress(OSError, UnreadableError, ArchiveError):
                        return read_text(source)
            return None

        return text


@contextmanager
def looking(given: Wanted, asked: Asked, *, no_cache: bool = False, cache_dir: str | None = None) -> Iterator[Looking]:
    """Looks at what is given; what it finds is remembered when all is done."""
    with stopwatch.lap(stopwatch.LISTING):
        beside = given.beside()
    chosen, archive, window = asked.selection, asked.archive, given.configuration.window

    def discovered() -> Sequence[Rule]:
        with stopwatch.lap(stopwatch.RULE_BOOK):
            return given.configuration.rules(rulebook.discover(), chosen)

    rules = Late[Rule](discovered)
    with (
        _opened(archive) as published,
        memory(given.configuration, chosen, rules, archive, no_cache=no_cache, cache_dir=cache_dir) as known,
    ):

        def everything(sources: Sequence[Source]) -> Findings:
            return Run(sources, beside, published, asked.jobs, window, watched).findings(rules, known)

        yield Looking(given, asked, rules, everything)


def _opened(archive: str | None) -> "AbstractContextManager[Archive | None]":
    if not archive:
        return nullcontext()
    from lint.archive import Archive

    return Archive(archive)
