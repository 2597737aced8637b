"""role-conflict: one person or thing in two roles that exclude each other, in one report or in two of a story."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from lint import CorpusRule, Diagnostic, Passage, Report, Severity, bad, good

from ._contest import contests, days_between, needed, says_the_same, whereabouts
from ._only_ones import NUMBER
from ._roles import roles
from ._roles_in_court import OF_COURTS
from ._roles_of_victims import SEX_BY_AGE
from ._towns_of import OF_TOWNS, are_apart

Key = tuple[str, str]  # who or what, and the set of roles
SOON = 1  # days in which a charge is hardly ever changed
VALUES = 3  # different roles above which they are taken to be of several persons
OF_THINGS = (  # of which a story, or a report, may have two
    frozenset(("weapon", "blade", "calibre", "vehicle", "colour", "make", "aircraft", "shot"))
    | OF_COURTS
    | {"place of death", "time of death", NUMBER, SEX_BY_AGE}
)
AS_SEEN = frozenset("vehicle colour make ship".split())  # what two witnesses call by two names


@dataclass(frozen=True, slots=True)
class StatedRole:
    """That a report gives somebody or something a role; `of` is whose brother, or on whom the charge, or nothing."""

    passage: Passage
    published: date | None
    value: str
    who: str
    of: str


@dataclass(frozen=True)
class RoleConflict(CorpusRule[Key, StatedRole]):
    """One person or thing has two roles that exclude each other, in one report or in two of a story.

    “Sgt. Quibell” is no lieutenant, “his wife” not “his girlfriend”, “he” not “she”. Which roles exclude each other is
    in rules/tables/roles.csv: ranks, offices, kinship and sex of persons with full names; sister or cousin, where an
    age is all that tells who is meant; whether somebody shot himself; the weapon of the act and the charge. Besides,
    the plea, the verdict and the degree of murder; the town where somebody lives or was born or a firm is based, if
    both are known and neither is likely a part of the other; the calibre of the weapon; the sex of the one who was
    killed, hurt or arrested at an age; the flag of a ship; the maker of an aircraft; where and when the only one died
    who did (at the scene, in hospital, on arrival, later); and whether something is the only one of its kind in a place
    or one of several. It is a note where two witnesses may differ in good faith: the kind, make and colour of a
    vehicle, the kind of a ship.

    It does not claim to know which role is right. It is silent on roles that can be held together, on former ones,
    where `days` lie between the reports (people are promoted), on charges of two days (they are upgraded), where one
    report has both of two weapons or vehicles, and where “his” and “her” may make one person a sister and a cousin.
    """

    days: int = 60

    examples: ClassVar = (
        bad(
            " date 2026-04-07\n\nA barge sank near Fenwick Lock on the Ottery canal, Brackley police ((Lt. Ada"
            " Quibell)) said on Monday.\n",
            " date 2026-04-07\n\nBrackley police [[Sgt. Ada Quibell]] said that the barge sank near Fenwick Lock on the"
            " Ottery canal.\n",
            severity="warning",
        ),
        bad(
            "The barge of Odo Farrow sank on Monday. His ((wife, Ines Tharp)), 31, swam ashore. Neighbors drove Farrow"
            " and his [[girlfriend, Ines Tharp]], home.",
            severity="warning",
            why="in one report",
        ),
        good("Detective Ada Quibell spoke first. Police Sgt. Ada Quibell went home.", why="a sergeant may be both"),
        good("Gov. Ada Quibell spoke first. Former Mayor Ada Quibell went home.", why="she was one before the other"),
    )

    def extract(self, report: Report) -> Iterator[tuple[Key, StatedRole]]:
        """Each role under the one who has it."""
        for role in roles(report):
            passage = report.passage(role.span)
            yield (role.key, role.set), StatedRole(passage, report.published, role.role, role.who, role.of)

    def compare(self, key: Key, claims: Sequence[StatedRole]) -> Iterator[Diagnostic]:
        """One finding for each role that excludes the one given most."""
        group = key[1]
        days = SOON if group in OF_COURTS else self.days

        def clash(one: StatedRole, other: StatedRole) -> bool:
            if group in OF_THINGS and one.passage.path == other.passage.path:
                return False
            if group in OF_TOWNS and not are_apart(group, one.value, other.value):
                return False
            return one.value != other.value and _may_be_one(one, other) and days_between(one, other) <= days

        for contest in contests(claims, clash, says_the_same, values=2 if group in OF_THINGS else VALUES):
            stated, other = contest.latest, contest.against
            yield self.diagnostic(
                Severity.NOTE if group in AS_SEEN else Severity.WARNING,
                stated.passage,
                f"{stated.who}: “{stated.passage.words}” here, “{other.passage.words}”{whereabouts(stated, other)}",
                related=contest.related(lambda claim: f"{claim.value} here"),
                help=f"nobody is {other.value} and {stated.value} at one time; check which is right"
                if group not in OF_THINGS | OF_TOWNS
                else "check which is right",
            )

    def condense(self, key: Key, claims: Sequence[StatedRole]) -> Sequence[StatedRole]:
        """The claims that a contest looks at."""
        return needed(claims, values=VALUES)


def _may_be_one(one: StatedRole, other: StatedRole) -> bool:
    """Whether both may be the brother of one person, or the charge against one."""
    return not one.of or not other.of or one.of == other.of
