"""One person has two ages, in two reports of one event or in one report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from lint import CorpusRule, Diagnostic, Label, Passage, Report, Severity, bad, good
from lint.find.ages import ages

from ._contest import contests, whereabouts
from ._parts_played import DEAD, HELD, HURT, how_many, parts_played
from ._spoken import alike, says_it_changed, stems

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
CHILDHOOD = 13 * 12  # months below which somebody is a child, whatever the part
CHILD = "child"
SOON = 30  # days between two reports in which the one hurt, or the one child, is the same
KIN = frozenset("brother sister cousin nephew niece grandson granddaughter".split())  # of whom the report is about
PARTS = {DEAD: (DEAD,), HELD: (HELD,), HURT: (HURT, DEAD)}  # who was hurt in one report may have died in the next
MOST_OF_A_PART = 3  # persons left over on each side who can be paired


@dataclass(frozen=True, slots=True)
class StatedAge:
    """How old a report says that a person is, in months from `least` up to, but not including, `most`."""

    passage: Passage
    published: date | None
    value: tuple[float, float]
    name: str
    noun: str  # boy, woman, suspect ... or nothing
    stems: frozenset[str]
    part: str  # dead, hurt, held or nothing
    told: tuple[tuple[str, int], ...]  # how many played each part, as the report says

    @property
    def sex(self) -> str:
        """The sex that the noun tells, or nothing."""
        return SEXES.get(self.noun, "")


@dataclass(frozen=True)
class ConflictingAges(CorpusRule[str, StatedAge]):
    """One person has two ages, in two reports of one event or in one report.

    Ages are the facts that readers check first, and that copy gets wrong most. Persons are the same when their names
    are, or, without a name, when the persons of two reports have the same ages but for one on each side, or when just
    one on each side was killed, hurt, arrested, or is a child. Where the later report is the one with the higher age, a
    birthday between the two is no conflict, unless they are days apart.

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
        bad(
            " date 2026-04-07\n\nThe barge sank near Fenwick Lock on the Ottery canal. Harlan Quibell, ((34)), was"
            " arrested.\n",
            " date 2026-04-07\n\nAfter the barge sank near Fenwick Lock on the Ottery canal, a [[33-year-old man]] was"
            " taken into custody.\n",
            severity="warning",
            why="one person was arrested, who has a name in one report only",
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
        told = tuple(sorted(how_many(report).items())) if found else ()
        for age, part in zip(found, parts_played(report, found), strict=True):
            if says_it_changed(report, age.span):
                continue
            name = _name_key(age.name)
            value, near = (age.least, age.most), stems(report, age.span)
            stated = StatedAge(report.passage(age.span), report.published, value, name, age.person, near, part, told)
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
        """Persons without a name whose ages differ though all else says that they are one."""
        by_report: dict[str, list[StatedAge]] = {}
        for claim in claims:
            by_report.setdefault(claim.passage.path, []).append(claim)
        reports = [persons for persons in by_report.values() if len({claim.value for claim in persons}) <= FEW]
        for number, persons in enumerate(reports):
            yield from self._twice_told(persons)
            for others in reversed(reports[max(0, number - BEFORE) : number]):
                odd = _odd_pair(persons, others)
                pairs = [odd] if odd else _pairs_by_part(persons, others)
                for pair in pairs:
                    yield self._seems(*pair)
                if pairs:
                    break

    def _twice_told(self, persons: Sequence[StatedAge]) -> Iterator[Diagnostic]:
        """The same told twice in one report, of somebody with two ages."""
        dead = [one for one in persons if one.part == DEAD and one.sex and not one.name]
        for sex in sorted({one.sex for one in dead}):
            of_sex = list({one.value: one for one in reversed(dead) if one.sex == sex}.values())
            if len(of_sex) == 2 and _is_told_twice(*of_sex):
                yield self._seems(*of_sex)

    def _seems(self, stated: StatedAge, other: StatedAge) -> Diagnostic:
        return self.diagnostic(
            Severity.WARNING,
            stated.passage,
            f"“{stated.passage.words}” here is “{other.passage.words}”{whereabouts(stated, other)}",
            related=(Label(other.passage, "seems to be the same person"),),
            help="one person has one age; check which is right",
        )


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
    return _could_be_one(one, other) and len(one.stems & other.stems) >= ALIKE


def _could_be_one(one: StatedAge, other: StatedAge) -> bool:
    """Whether neither age, nor sex, nor name says that these are two persons."""
    both_named = one.name and other.name
    return _near_in_age(one, other) and not both_named and not (one.sex and other.sex and one.sex != other.sex)


def _near_in_age(one: StatedAge, other: StatedAge) -> bool:
    return abs(one.value[0] - other.value[0]) <= PLAUSIBLE_SLIP


def _is_told_twice(one: StatedAge, other: StatedAge) -> bool:
    """Whether two sentences tell the same, but for an age."""
    return (
        one.stems != other.stems and alike(one.stems, other.stems) and _clash(one, other) and _near_in_age(one, other)
    )


def _pairs_by_part(persons: Sequence[StatedAge], others: Sequence[StatedAge]) -> list[tuple[StatedAge, StatedAge]]:
    """Those who played one part on both sides, where nobody else can be meant: the first part that gives any."""
    for part in (*PARTS, CHILD):
        left, left_others = _of_part(persons, part), _of_part(others, part)
        if not left or not left_others:
            continue
        if part == CHILD or (_are_all(left, part) and _are_all(left_others, part)):
            left, left_others = _without(left, others), _without(left_others, persons)
            pairs = list(zip(left, left_others, strict=False))
            if len(left) == len(left_others) <= MOST_OF_A_PART and all(_could_play_one_part(*pair) for pair in pairs):
                return pairs
    return []


def _could_play_one_part(one: StatedAge, other: StatedAge) -> bool:
    """Whether two may be one person: both dead or both held, or told of within days, and not hurt after dying."""
    if one.published and other.published and not (one.part == other.part and one.part in (DEAD, HELD)):
        earlier, later = sorted((one, other), key=lambda person: person.published or date.min)
        days = abs((one.published - other.published).days)
        if days > SOON or (days and earlier.part == DEAD and later.part == HURT):
            return False
    return _could_be_one(one, other)


def _of_part(persons: Sequence[StatedAge], part: str) -> list[StatedAge]:
    """Those who played a part, from the youngest up, each once: the first mention with a name, or else the first."""
    chosen: dict[tuple[float, float], StatedAge] = {}
    for person in sorted(persons, key=lambda person: not person.name):
        is_child = person.value[1] <= CHILDHOOD and person.noun not in KIN
        if is_child if part == CHILD else person.part in PARTS[part]:
            chosen.setdefault(person.value, person)
    return [chosen[value] for value in sorted(chosen)]


def _are_all(persons: Sequence[StatedAge], part: str) -> bool:
    """Whether the report gives the age of everybody who, it says, played the part."""
    return len(persons) >= dict(persons[0].told).get(part, 0)


def _without(persons: Sequence[StatedAge], others: Sequence[StatedAge]) -> list[StatedAge]:
    """Those whom the other report does not have, neither by age nor by name."""
    names = {other.name for other in others if other.name}
    return [
        one
        for one in persons
        if one.name not in names and all(_clash(one, other) or _play_apart(one, other) for other in others)
    ]


def _play_apart(one: StatedAge, other: StatedAge) -> bool:
    """Whether one was held, and the other hurt or killed."""
    return bool(one.part and other.part) and (one.part == HELD) != (other.part == HELD)


def _name_key(name: str) -> str:
    words = [word.strip(',."“”') for word in name.split()]
    plain = [word for word in words if len(word) > 1 and word not in ("Jr", "Sr", "II", "III", "IV")]
    return f"{plain[0]} {plain[-1]}" if len(plain) > 1 else ""
