"""One person has two ages, in two reports of one event or in one report."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from lint import CorpusRule, Diagnostic, Label, Report, Severity, bad, good
from lint.find.age_ranges import AgeRange
from lint.find.ages import Age
from lint.find.names import names

from ._age_groups import FROM_TO, ROUGH, SINGLE, WITHIN, groups, is_whole, outsiders
from ._contest import contests, needed, whereabouts
from ._parts_played import ages_and_parts, how_many
from ._persons import StatedAge, clash, pairs, persons, told_twice
from ._spoken import says_it_changed, stems

EVERYBODY = ""  # the key under which all persons of a report are compared with those of another
BEFORE = 6  # earlier reports of a story with which each is compared in this way


@dataclass(frozen=True)
class ConflictingAges(CorpusRule[str, StatedAge]):
    """One person has two ages, in two reports of one event or in one report.

    Ages are the facts that readers check first, and that copy gets wrong most. Persons are the same when their names
    are, or, without a name, when they played the same part (killed, hurt, arrested, a child) and the others who did
    have the same ages in both reports. Ages of a group (“the victims range in age from 19 to 34”) are held to those of
    everybody in it. Where the later report is the one with the higher age, a birthday between the two is no conflict,
    unless they are days apart.

    It does not claim to know which age is right, and takes no decade (“in his 20s”) for somebody's age.
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
        bad(
            " date 2026-04-07\n\nThe barge sank near Fenwick Lock on the Ottery canal. Harlan Quibell, ((34)), was"
            " arrested.\n",
            " date 2026-04-07\n\nAfter the barge sank near Fenwick Lock on the Ottery canal, a [[33-year-old man]] was"
            " taken into custody.\n",
            severity="warning",
            why="one person was arrested, who has a name in one report only",
        ),
        bad(
            " date 2026-04-07\n\nThe barge sank near Fenwick Lock on the Ottery canal. The three victims, who"
            " ((range in age from 19 to 34)), were pulled out alive, Chief Odette Farrow said.\n",
            " date 2026-04-07\n\nAfter the barge sank near Fenwick Lock on the Ottery canal, three people were hurt."
            " All of the victims are [[in their 20s]], Chief Odette Farrow said.\n",
            severity="warning",
            why="somebody of 34 is not in the twenties",
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
        found = report.find(ages_and_parts)
        told = how_many(report) if found else Counter()
        for age, part in found:
            spread = _spread(age, part, told)
            if spread is None or says_it_changed(report, age.span):
                continue
            stated = _stated(report, age, part, spread, told)
            yield EVERYBODY, stated
            if stated.first_and_last:
                yield stated.first_and_last, stated

    def compare(self, key: str, claims: Sequence[StatedAge]) -> Iterator[Diagnostic]:
        """One finding for each age that the person cannot have beside the one given most."""
        if key == EVERYBODY:
            yield from self._odd_ones_out(claims)
            return
        for contest in contests(claims, clash, _agree, values=self.values):
            stated, other = contest.latest, contest.against
            sure = stated.published is not None and other.published is not None
            yield self.diagnostic(
                Severity.ERROR if sure else Severity.WARNING,
                stated.passage,
                f"{key} is “{stated.passage.words}” here and “{other.passage.words}”{whereabouts(stated, other)}",
                related=contest.related(lambda claim: f"“{claim.passage.words}” here"),
                help="one person has one age; check which is right",
            )

    def condense(self, key: str, claims: Sequence[StatedAge]) -> Sequence[StatedAge]:
        """The claims that a contest looks at."""
        return claims if key == EVERYBODY else needed(claims, values=self.values)

    def _odd_ones_out(self, claims: Sequence[StatedAge]) -> Iterator[Diagnostic]:
        """Persons without a name whose ages differ though all else says that they are one."""
        by_report: dict[str, list[StatedAge]] = {}
        for claim in claims:
            by_report.setdefault(claim.passage.path, []).append(claim)
        reports = [[*persons(stated), *groups(stated)] for stated in by_report.values()]
        for number, (stated, people) in enumerate(zip(by_report.values(), reports, strict=True)):
            for one, other in told_twice(stated):
                yield self._seems(one, other, _backing(one, other, claims))
            for others in reversed(reports[max(0, number - BEFORE) : number]):
                found = [self._seems(*pair) for pair in pairs(people, others)]
                found += [self._outside(*pair) for pair in outsiders(people, others)]
                yield from found
                if found:
                    break

    def _outside(self, stated: StatedAge, other: StatedAge) -> Diagnostic:
        return self.diagnostic(
            Severity.WARNING,
            stated.passage,
            f"“{stated.passage.words}” here does not fit “{other.passage.words}”{whereabouts(stated, other)}",
            related=(Label(other.passage, "of them all"),),
            help="a range holds for everybody of whom it is told; check which is right",
        )

    def _seems(self, stated: StatedAge, other: StatedAge, backing: Sequence[StatedAge] = ()) -> Diagnostic:
        return self.diagnostic(
            Severity.WARNING,
            stated.passage,
            f"“{stated.passage.words}” here is “{other.passage.words}”{whereabouts(stated, other)}",
            related=(
                Label(other.passage, "seems to be the same person"),
                *(Label(each.passage, f"“{each.passage.words}” here") for each in backing),
            ),
            help="one person has one age; check which is right",
        )


def _stated(report: Report, age: Age | AgeRange, part: str, spread: str, told: Counter[str]) -> StatedAge:
    return StatedAge(
        report.passage(age.span),
        report.published,
        (age.least, age.most),
        _full_name(report, age.name) if isinstance(age, Age) else "",
        age.person,
        stems(report, age.span),
        part,
        tuple(sorted(told.items())),
        spread,
    )


def _full_name(report: Report, name: str) -> str:
    """The name in full, where one word of it stands here and the report has just one person of that surname."""
    if " " in name or not name:
        return name
    full = {f"{each.given} {each.surname}" for each in report.find(names) if each.is_full and each.surname == name}
    return full.pop() if len(full) == 1 else name


def _spread(age: Age | AgeRange, part: str, told: Counter[str]) -> str | None:
    """What kind of age it is; None for a range that need not hold for all who played a part."""
    if isinstance(age, Age):
        return SINGLE
    if not age.several:
        return ROUGH
    if not part or not (age.whole or is_whole(part, age.count, told)):
        return None
    return FROM_TO if age.from_to else WITHIN


def _agree(one: StatedAge, other: StatedAge) -> bool:
    return not clash(one, other)


def _backing(one: StatedAge, other: StatedAge, claims: Sequence[StatedAge]) -> list[StatedAge]:
    """What another report says of somebody who has two ages in one, where it is one of the two."""
    for claim in claims:
        if claim.passage.path == one.passage.path or claim.part != one.part or (claim.sex and claim.sex != one.sex):
            continue
        if clash(claim, one) != clash(claim, other):
            return [claim]
    return []
