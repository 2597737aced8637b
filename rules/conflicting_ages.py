"""One person has two ages, in two reports of one event or in one report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from lint import CorpusRule, Diagnostic, Passage, Report, Severity, bad, good
from lint.find.ages import Age, ages

from ._contest import contests
from ._spoken import day_and_month, says_it_changed, stems

DAYS_IN_MONTH = 365 / 12
YOUNG = {"boy": "boy", "son": "boy", "brother": "boy", "grandson": "boy", "nephew": "boy", "girl": "girl",
         "daughter": "girl", "sister": "girl", "granddaughter": "girl", "niece": "girl", "toddler": "toddler",
         "baby": "baby", "infant": "baby"}  # fmt: skip
PLAUSIBLE_SLIP = 3 * 12  # months: unnamed persons whose ages differ by more are rather two persons


@dataclass(frozen=True, slots=True)
class StatedAge:
    """How old a report says that a person is, in months from `least` up to, but not including, `most`."""

    passage: Passage
    published: date | None
    value: tuple[float, float]
    named: bool
    alone: bool  # the only unnamed person of this kind in the report
    stems: frozenset[str]


@dataclass(frozen=True)
class ConflictingAges(CorpusRule[str, StatedAge]):
    """One person has two ages, in two reports of one event or in one report.

    Ages are the facts that readers check first, and that copy gets wrong most. Persons are the same when their names
    are, or, without a name, when each report of the event has one boy, one girl, one toddler only. Where the later
    report is the one with the higher age, a birthday between the two is no conflict.

    It does not claim to know which age is right, and does not compare decades (“in his 20s”).
    """

    values: int = 4  # different ages of one person in one story above which they are taken for several persons

    examples: ClassVar = (
        bad(
            " date 2026-04-07\n\nHarlan Quibell, ((34)), was pulled from the Ottery canal on Monday after his barge"
            " sank near Fenwick Lock.\n",
            " date 2026-04-07\n\nThe barge sank near Fenwick Lock on the Ottery canal on Monday. Harlan Quibell, [[43]],"
            " was pulled out alive.\n",
            severity="error",
        ),
        bad(
            " date 2026-04-07\n\nHarlan Quibell, ((34)), was pulled from the canal on Monday. A neighbor said that the"
            " 35-year-old barge was his home. Police named Harlan Quibell, [[43]], as the owner.\n",
            why="in one report",
        ),
        good(
            " date 2026-04-07\n\nHarlan Quibell, 34, was pulled from the Ottery canal on Monday after his barge sank"
            " near Fenwick Lock.\n",
            " date 2026-04-20\n\nHarlan Quibell, 35, whose barge sank near Fenwick Lock on the Ottery canal, has left"
            " hospital.\n",
            why="a birthday lies between, or may",
        ),
    )

    def extract(self, report: Report) -> Iterator[tuple[str, StatedAge]]:
        """Each age under the name of its person, or under the kind of an unnamed young one."""
        found = report.find(ages)
        kinds = [_kind(age) for age in found]
        for age, kind in zip(found, kinds, strict=True):
            key = _name_key(age.name) or kind
            if not key or says_it_changed(report, age.span):
                continue
            alone = (
                not age.name
                and len({each.years for each, other in zip(found, kinds, strict=True) if other == kind}) == 1
            )
            yield (
                key,
                StatedAge(
                    report.passage(age.span),
                    report.published,
                    (age.least, age.most),
                    bool(age.name),
                    alone,
                    stems(report, age.span),
                ),
            )

    def compare(self, key: str, claims: Sequence[StatedAge]) -> Iterator[Diagnostic]:
        """One finding for each age that the person cannot have beside the one given most."""
        for contest in contests(claims, _clash, values=self.values):
            stated, other = contest.latest, contest.against
            who = key if stated.named else f"the {key}"
            sure = stated.named and stated.published is not None and other.published is not None
            yield self.diagnostic(
                Severity.ERROR if sure else Severity.WARNING,
                stated.passage,
                f"{who} is “{stated.passage.words}” here and “{other.passage.words}”{_there(stated, other)}",
                related=contest.related(lambda claim: f"“{claim.passage.words}” here"),
                help="one person has one age; check which is right",
            )


def _clash(one: StatedAge, other: StatedAge) -> bool:
    if not one.named:
        near = abs(one.value[0] - other.value[0]) <= PLAUSIBLE_SLIP
        if not (near and one.alone and other.alone and len(one.stems & other.stems) >= 2):
            return False
    earlier, later = sorted((one, other), key=lambda claim: (claim.published or date.min, claim.passage))
    aged = 0.0
    if earlier.published and later.published:
        aged = (later.published - earlier.published).days / DAYS_IN_MONTH
    least, most = earlier.value
    return least + aged >= later.value[1] or most + aged <= later.value[0]


def _there(stated: StatedAge, other: StatedAge) -> str:
    if stated.passage.path == other.passage.path:
        return f" on line {other.passage.line}"
    when = day_and_month(other.published)
    return f" in the report of {when}" if when else " in another report"


def _name_key(name: str) -> str:
    words = [word.strip(',."“”') for word in name.split()]
    plain = [word for word in words if len(word) > 1 and word not in ("Jr", "Sr", "II", "III", "IV")]
    return f"{plain[0]} {plain[-1]}" if len(plain) > 1 else ""


def _kind(age: Age) -> str:
    return "" if age.name else YOUNG.get(age.person, "")
