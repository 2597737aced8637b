"""Contests: which of the claims on one fact stand against each other, without a flood of findings."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from lint import CorpusRule, Diagnostic, Label, Passage, Severity
from lint.rule import Claim

from ._spoken import day_and_month


class Contestable(Protocol):
    """A claim on a fact, with the value that it gives."""

    @property
    def passage(self) -> Passage:
        """Where it is said."""

    @property
    def published(self) -> date | None:
        """When the report was published."""

    @property
    def value(self) -> Hashable:
        """What is said: claims of equal value say the same."""


MOST = 50  # claims of one value among which the one is looked for that is told most alike
COUNTED = 100  # reports of one value: those beyond are not told of

K = TypeVar("K", bound=Hashable)
C = TypeVar("C", bound=Contestable)


@dataclass(frozen=True, slots=True)
class Contest(Generic[C]):
    """The latest claim of a minority value, the claim that it contradicts, and how many reports stand behind that."""

    latest: C
    against: C
    reports: int
    others: tuple[C, ...] = ()  # a claim of each further value that contradicts the latest

    def related(self, said: Callable[[C], str]) -> tuple[Label, ...]:
        """A label for the other side, with the count of its reports, and one for each further value."""
        count = f", as in {self.reports} reports" if self.reports > 1 else ""
        count += " or more" if self.reports == COUNTED else ""
        labels = [Label(self.against.passage, said(self.against) + count)]
        return (*labels, *(Label(other.passage, said(other)) for other in self.others))


class ContestRule(CorpusRule[K, C]):
    """A rule that compares claims by `contests` alone, where there are no more than `values` different ones."""

    values: int

    def condense(self, key: K, claims: Sequence[C]) -> Sequence[C]:
        """The claims that a contest looks at."""
        return needed(claims, values=self.values)

    def warning(self, contest: Contest[C], message: str, *, help: str) -> Diagnostic:
        """A warning at the latest claim, with the words of those that it contradicts under theirs."""
        related = contest.related(lambda claim: f"“{claim.passage.words}” here")
        return self.diagnostic(Severity.WARNING, contest.latest.passage, message, related=related, help=help)


def whereabouts(stated: Claim, other: Claim) -> str:
    """Where another claim stands, seen from one: " on line 9", " in the report of 5 January", " in another report"."""
    if stated.passage.path == other.passage.path:
        return f" on line {other.passage.line}"
    when = day_and_month(other.published)
    return f" in {'another' if stated.published == other.published else 'the'} report{f' of {when}' if when else ''}"


def says_the_same(one: Contestable, other: Contestable) -> bool:
    """Whether two claims give one value: what `contests` asks where nothing but the value itself says the same."""
    return one.value == other.value


def days_between(one: Claim, other: Claim) -> int:
    """The days between the reports of two claims; none where one of them is undated."""
    return abs((one.published - other.published).days) if one.published and other.published else 0


def contests(
    claims: Sequence[C],
    clash: Callable[[C, C], bool],
    agree: Callable[[C, C], bool],
    *,
    values: int,
    beside: Sequence[C] = (),
) -> Iterator[Contest[C]]:
    """One contest for each value that clashes with a better attested one, the best that there is.

    `clash` tells whether two claims cannot both be true, `agree` whether they say the same; they may do neither. Two
    reports that agree anywhere are in no contest, be it only by claims `beside` those compared. More than `values`
    different values are taken to be of different things, and the latest reports of one value are set against the first
    claims of another: so comparing stays near-linear.
    """
    by_value: defaultdict[Hashable, list[C]] = defaultdict(list)
    by_path: defaultdict[str, list[C]] = defaultdict(list)
    for claim in claims:
        by_value[claim.value].append(claim)
        by_path[claim.passage.path].append(claim)
    for claim in beside:
        by_path[claim.passage.path].append(claim)
    if not 1 < len(by_value) <= values:
        return
    ranked = sorted(by_value.values(), key=lambda same: (-_reports(same), _when(same[0]), same[0].passage))
    for number, same in enumerate(ranked):
        for better in ranked[:number]:
            pair = _clashing(same, better, by_path, clash, agree)
            if pair is not None:
                latest, against = pair
                further = [other[0] for other in ranked if other is not same and other is not better]
                others = tuple(other for other in further if clash(latest, other))
                yield Contest(latest, against, _reports(better), others)
                break


def needed(claims: Sequence[C], *, values: int, beside: Sequence[C] = ()) -> list[C]:
    """The claims, of all that some reports make, without which `contests` might find something else."""
    by_value: defaultdict[Hashable, list[C]] = defaultdict(list)
    for claim in claims:
        by_value[claim.value].append(claim)
    if len(by_value) > values:  # of different things, whatever other reports say
        return [same[0] for same in list(by_value.values())[: values + 1]]
    paths: set[str] = set()
    for same in by_value.values():
        ordered = list(dict.fromkeys(claim.passage.path for claim in same))
        paths.update(ordered[: max(MOST, COUNTED)], ordered[-MOST:])
    return [claim for claim in (*claims, *beside) if claim.passage.path in paths]


def _clashing(
    same: Sequence[C],
    better: Sequence[C],
    by_path: dict[str, list[C]],
    clash: Callable[[C, C], bool],
    agree: Callable[[C, C], bool],
) -> tuple[C, C] | None:
    for told in _latest_first(same)[:MOST]:
        pairs = [
            (latest, against)
            for latest in reversed(told)
            for against in better[:MOST]
            if clash(latest, against) and not _agree_anywhere(latest, against, by_path, agree)
        ]
        if pairs:
            return max(pairs, key=_likeness)
    return None


def _agree_anywhere(one: C, other: C, by_path: dict[str, list[C]], agree: Callable[[C, C], bool]) -> bool:
    """Whether the reports of two claims agree in any of their claims; a report does not agree with itself."""
    mine, yours = by_path[one.passage.path], by_path[other.passage.path]
    return mine is not yours and any(agree(a, b) for a in mine for b in yours)


def _likeness(pair: tuple[Contestable, Contestable]) -> int:
    """How many telling words the sentences of two claims share, where they keep them."""
    none: frozenset[str] = frozenset()
    return len(getattr(pair[0], "stems", none) & getattr(pair[1], "stems", none))


def _latest_first(claims: Sequence[C]) -> list[list[C]]:
    """The claims of each report, the latest report first."""
    by_path: defaultdict[str, list[C]] = defaultdict(list)
    for claim in claims:
        by_path[claim.passage.path].append(claim)
    return [*reversed(by_path.values())]


def _reports(claims: Sequence[Contestable]) -> int:
    """How many reports make these claims; COUNTED where they are more."""
    return min(COUNTED, len({claim.passage.path for claim in claims}))


def _when(claim: Contestable) -> date:
    return claim.published or date.min
