"""One person has two ages, in two reports of one event or in one report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from lint import CorpusRule, Diagnostic, Label, Passage, Report, Severity, bad, good
from lint.find.ages import ages

from ._contest import contests, whereabouts
from ._spoken import says_it_changed, stems

DAYS_IN_MONTH = 365 / 12
SEXES = {
    noun: sex
    for sex, nouns in {
        "male": "boy son brother grandson nephew man male",
        "female": "girl daughter sister granddaughter niece woman female",
    }.items()
    for noun in nouns.split()
}  # fmt: skip
EVERYBODY = ""  # the key under which all persons of a report are compared with those of another
FEW = 5  # persons of different ages in a report, above which one too many proves nothing
BEFORE = 6  # earlier reports of a story with which each is compared in this way
BIRTHDAY = 3  # days between two reports in which a birthday is too unlikely to explain a higher age
ALIKE = 1  # telling words that two sentences on an unnamed child must share
PLAUSIBLE_SLIP = 2 * 12  # months: unnamed persons whose ages differ by more are rather two persons


@dataclass(frozen=True, slots=True)
class StatedAge:
    """How old a report says that a person is, in months from `least` up to, but not including, `most`."""

    passage: Passage
    published: date | None
    value: tuple[float, float]
    name: str
    sex: str
    stems: frozenset[str]


@dataclass(frozen=True)
class ConflictingAges(CorpusRule[str, StatedAge]):
    """One person has two ages, in two reports of one event or in one report.

    Ages are the facts that readers check first, and that copy gets wrong most. Persons are the same when their names
    are, or, without a name, when the persons of two reports have the same ages but for one on each side. Where the
    later report is the one with the higher age, a birthday between the two is no conflict, unless they are days apart.

    It does not claim to know which age is right, and does not compare decades (“in his 20s”).
    """

    values: int = 4  # different ages of one person in one story above which they are taken for several persons

    examples: ClassVar = (
        bad(
            " date 2026-04-07\n\nHarlan Quibell, ((34)), was pulled from the Ottery canal on Monday after his barge"
            " sank near Fenwick Lock.\n",
            " date 2026-04-07\n\nThe barge sank near Fenwick Lock on the Ottery canal on Monday. Harlan Quibell,"
            " [[43]], was pulled out alive.\n",
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
        """Each age under the name of its person, and all ages of a report together."""
        found = report.find(ages)
        for age in found:
            if says_it_changed(report, age.span):
                continue
            name = _name_key(age.name)
            value, sex = (age.least, age.most), SEXES.get(age.person, "")
            stated = StatedAge(report.passage(age.span), report.published, value, name, sex, stems(report, age.span))
            yield EVERYBODY, stated
            if name:
                yield name, stated

    def compare(self, key: str, claims: Sequence[StatedAge]) -> Iterator[Diagnostic]:
        """One finding for each age that the person cannot have beside the one given most."""
        if key == EVERYBODY:
            yield from self._odd_ones_out(claims)
            return
        for contest in contests(claims, _clash, _agree, values=self.values):
            stated, other = contest.latest, contest.against
            sure = stated.published is not None and other.published is not None
            yield self.diagnostic(
                Severity.ERROR if sure else Severity.WARNING,
                stated.passage,
                f"{key} is “{stated.passage.words}” here and “{other.passage.words}”{whereabouts(stated, other)}",
                related=contest.related(lambda claim: f"“{claim.passage.words}” here"),
                help="one person has one age; check which is right",
            )

    def _odd_ones_out(self, claims: Sequence[StatedAge]) -> Iterator[Diagnostic]:
        """Two reports whose persons have the same ages but for one, which is nearly that of the other's odd one."""
        by_report: dict[str, list[StatedAge]] = {}
        for claim in claims:
            by_report.setdefault(claim.passage.path, []).append(claim)
        reports = [persons for persons in by_report.values() if len({claim.value for claim in persons}) <= FEW]
        for number, persons in enumerate(reports):
            for others in reversed(reports[max(0, number - BEFORE) : number]):
                pair = _odd_pair(persons, others)
                if pair is None:
                    continue
                stated, other = pair
                yield self.diagnostic(
                    Severity.WARNING,
                    stated.passage,
                    f"“{stated.passage.words}” here is “{other.passage.words}”{whereabouts(stated, other)}",
                    related=(Label(other.passage, "seems to be the same person"),),
                    help="one person has one age; check which is right",
                )
                break


def _clash(one: StatedAge, other: StatedAge) -> bool:
    earlier, later = sorted((one, other), key=lambda claim: (claim.published or date.min, claim.passage))
    days = (later.published - earlier.published).days if earlier.published and later.published else 0
    aged = days / DAYS_IN_MONTH if days > BIRTHDAY else 0.0
    least, most = earlier.value
    return least >= later.value[1] or most + aged <= later.value[0]


def _agree(one: StatedAge, other: StatedAge) -> bool:
    return not _clash(one, other)


def _odd_pair(persons: Sequence[StatedAge], others: Sequence[StatedAge]) -> tuple[StatedAge, StatedAge] | None:
    """The one person on each side who has no fellow of that age on the other, if they may be one person."""
    odd = [one for one in persons if all(_clash(one, other) for other in others)]
    odd_others = [other for other in others if all(_clash(one, other) for one in persons)]
    pairs = [(one, other) for one in odd for other in odd_others if _may_be_one(one, other)]
    alone = len({one.value for one, _ in pairs}) == 1 == len({other.value for _, other in pairs})
    return (
        pairs[0] if alone and 1 in (len({one.value for one in odd}), len({one.value for one in odd_others})) else None
    )


def _may_be_one(one: StatedAge, other: StatedAge) -> bool:
    """Whether two mentions with different ages may be one person: near in age, told of alike, not of two sexes."""
    if abs(one.value[0] - other.value[0]) > PLAUSIBLE_SLIP or (one.name and other.name):
        return False
    return not (one.sex and other.sex and one.sex != other.sex) and len(one.stems & other.stems) >= ALIKE


def _name_key(name: str) -> str:
    words = [word.strip(',."“”') for word in name.split()]
    plain = [word for word in words if len(word) > 1 and word not in ("Jr", "Sr", "II", "III", "IV")]
    return f"{plain[0]} {plain[-1]}" if len(plain) > 1 else ""
