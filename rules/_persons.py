"""Who is who in two reports of one event: persons whose ages are given, paired by the part that they played."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from lint import Passage
from lint.find.spellings import folded, resembles
from lint.value import value

from ._parts_played import DEAD, HELD, HURT
from ._spoken import alike

DAYS_IN_MONTH = 365 / 12
SEXES = {
    noun: sex
    for sex, nouns in {
        "male": "boy son brother grandson nephew man male father",
        "female": "girl daughter sister granddaughter niece woman female mother",
    }.items()
    for noun in nouns.split()
}
BIRTHDAY = 3  # days between two reports in which a birthday is too unlikely to explain a higher age
PLAUSIBLE_SLIP = 2 * 12  # months: persons whose ages differ by more are rather two persons
OF_NO_NAME = 12  # months, where neither has a name and nobody else is paired beside the two
CHILDHOOD = 13 * 12  # months below which somebody is a child, whatever the part
CHILD = "child"
SOON = 30  # days between two reports in which the one hurt, or the one child, is the same
KIN = frozenset("brother sister cousin nephew niece grandson granddaughter".split())  # of whom the report is about
PARTS = {DEAD: (DEAD,), HELD: (HELD,), HURT: (HURT, DEAD)}  # who was hurt in one report may have died in the next
MOST_OF_A_PART = 3  # persons left over on each side who can be paired
FEW = 9  # persons of a part, above which one too many proves nothing
IN_A_LIST = 8  # code points between two numbers of a list: “29 and 29” are two persons


@value(frozen=True, slots=True)
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
    spread: str = ""  # what kind of range it is, where it is no single age

    @property
    def sex(self) -> str:
        """The sex that the noun tells, or nothing."""
        return SEXES.get(self.noun, "")

    @property
    def first_and_last(self) -> str:
        """The name without what stands between, by which a person is known in every report; or nothing."""
        words = [word.strip(',."“”') for word in self.name.split()]
        plain = [word for word in words if len(word) > 1 and word not in ("Jr", "Sr", "II", "III", "IV")]
        return f"{plain[0]} {plain[-1]}" if len(plain) > 1 else ""


OF_ONE = ("", "rough")  # ages of single persons; the others are of groups
Pair = tuple[StatedAge, StatedAge]


def clash(one: StatedAge, other: StatedAge) -> bool:
    """Whether nobody can have been of both ages, a birthday between the two reports allowed for."""
    earlier, later = sorted((one, other), key=lambda claim: (claim.published or date.min, claim.passage))
    days = (later.published - earlier.published).days if earlier.published and later.published else 0
    aged = days / DAYS_IN_MONTH if days > BIRTHDAY else 0.0
    least, most = earlier.value
    return least >= later.value[1] or most + aged <= later.value[0]


def persons(claims: Iterable[StatedAge]) -> list[StatedAge]:
    """The persons of one report, each once: mentions of one age are one person's where nothing keeps them apart."""
    known: defaultdict[tuple[float, float], list[StatedAge]] = defaultdict(list)
    for claim in claims:
        if claim.spread not in OF_ONE:
            continue
        fellows = known[claim.value]
        for number, fellow in enumerate(fellows):
            if not _are_listed(fellow, claim) and _may_be_told_again(fellow, claim):
                fellows[number] = replace(
                    fellow if fellow.first_and_last or not claim.first_and_last else claim,
                    noun=fellow.noun if fellow.sex or not claim.sex else claim.noun,
                    part=fellow.part or claim.part,
                )
                break
        else:
            fellows.append(claim)
    return sorted((person for fellows in known.values() for person in fellows), key=lambda person: person.passage)


def pairs(mine: Sequence[StatedAge], others: Sequence[StatedAge]) -> list[Pair]:
    """Those of two reports who played one part and have two ages, where nobody else can be meant.

    Where none of either report is left over on a part, the next part is looked at: the dead, the held, the hurt, and
    children.
    """
    for part in (*PARTS, CHILD):
        left, left_others = (_of_part(people, part) for people in (mine, others))
        if not left or not left_others or max(len(left), len(left_others)) > FEW:
            continue
        if part == CHILD or (_are_all(left, part) and _are_all(left_others, part)):
            found = _in_order(_without(left, others), _without(left_others, mine))
        else:
            found = _strangers(left, left_others, mine, others) if part == DEAD else []
        if found:
            return found
    return []


def told_twice(claims: Sequence[StatedAge]) -> Iterator[Pair]:
    """The dead whom one report gives two ages, in two sentences that tell the same."""
    dead = {one.value: one for one in reversed(claims) if one.part == DEAD and one.sex and not one.name}
    if len(dead) <= FEW:
        twice = [(two, one) for one, two in combinations(reversed(dead.values()), 2) if _is_told_twice(one, two)]
        if len(twice) == 1:
            yield twice[0]


def _are_listed(one: StatedAge, other: StatedAge) -> bool:
    return other.passage.span.start - one.passage.span.end <= IN_A_LIST


def _may_be_told_again(one: StatedAge, other: StatedAge) -> bool:
    """Whether two mentions of one age in one report may be of one person."""
    return _may_be_called_so(one, other) and (one.part == other.part or not one.part or not other.part)


def _may_be_called_so(one: StatedAge, other: StatedAge) -> bool:
    """Whether neither sex nor name says that these are two persons."""
    if one.sex and other.sex and one.sex != other.sex:
        return False
    return not (one.name and other.name) or are_one_name(one.name, other.name)


def are_one_name(one: str, other: str) -> bool:
    """Whether two names are one person's, the second perhaps by the surname only, or with a slip."""
    first, last = folded(one).split(), folded(other).split()
    if len(first) == 1 or len(last) == 1:
        return bool({*first} & {*last})
    return all(a == b or resembles(a, b) for a, b in ((first[0], last[0]), (first[-1], last[-1])))


def _in_order(left: Sequence[StatedAge], left_others: Sequence[StatedAge]) -> list[Pair]:
    """Those left over on both sides, the youngest with the youngest, where all can be one person."""
    found = list(zip(left, left_others, strict=False))
    if not len(left) == len(left_others) <= MOST_OF_A_PART or not all(_could_play_one_part(*pair) for pair in found):
        return []
    alone = len(found) == 1 and not found[0][0].name and not found[0][1].name
    return [] if alone and _gap(*found[0]) > OF_NO_NAME else found


def _strangers(
    left: Sequence[StatedAge],
    left_others: Sequence[StatedAge],
    mine: Sequence[StatedAge],
    others: Sequence[StatedAge],
) -> list[Pair]:
    """The dead with a name of one report who are not among all the dead of the other."""
    for whole, some, of_some, of_whole in ((left, left_others, others, mine), (left_others, left, mine, others)):
        if _number(whole, DEAD) != len(whole) or _number(some, DEAD) > len(whole):
            continue
        odd = [one for one in _without(some, of_whole) if one.name]
        free = [one for one in _without(whole, of_some) if not one.name]
        found = [(one, min(free, key=lambda other: _gap(one, other))) for one in odd if free]
        found = [pair for pair in found if _could_play_one_part(*pair)]
        if found:
            return found if whole is left_others else [(other, one) for one, other in found]
    return []


def _could_play_one_part(one: StatedAge, other: StatedAge) -> bool:
    """Whether two may be one person: both dead or both held, or told of within days, and not hurt after dying."""
    if one.published and other.published and not (one.part == other.part and one.part in (DEAD, HELD)):
        earlier, later = sorted((one, other), key=lambda person: person.published or date.min)
        days = abs((one.published - other.published).days)
        fell = later.value[1] <= earlier.value[0]  # and no birthday explains that
        if (days > SOON and not fell) or (days and earlier.part == DEAD and later.part == HURT):
            return False
    return _slipped(one, other) and not (one.spread or other.spread) and _may_be_called_so(one, other)


def _slipped(one: StatedAge, other: StatedAge) -> bool:
    """Whether two ages differ, and by so little that they may be one person's."""
    return clash(one, other) and _gap(one, other) <= PLAUSIBLE_SLIP


def _gap(one: StatedAge, other: StatedAge) -> float:
    return abs(one.value[0] - other.value[0])


def _is_told_twice(one: StatedAge, other: StatedAge) -> bool:
    """Whether two sentences tell the same, but for an age."""
    if one.sex != other.sex or one.spread or other.spread or not _slipped(one, other):
        return False
    return one.stems != other.stems and alike(one.stems, other.stems)


def _of_part(people: Sequence[StatedAge], part: str) -> list[StatedAge]:
    """Those who played a part, from the youngest up."""
    if part == CHILD:
        found = [one for one in people if one.value[1] <= CHILDHOOD and not one.spread and one.noun not in KIN]
    else:
        found = [one for one in people if one.part in PARTS[part] and one.spread in OF_ONE]
    return sorted(found, key=lambda one: one.value)


def _are_all(people: Sequence[StatedAge], part: str) -> bool:
    """Whether the report gives the age of everybody who, it says, played the part."""
    return len(people) >= _number(people, part)


def _number(people: Sequence[StatedAge], part: str) -> int:
    return dict(people[0].told).get(part, 0)


def _without(people: Sequence[StatedAge], others: Sequence[StatedAge]) -> list[StatedAge]:
    """Those whom the other report does not have, neither by name nor, each once, by age."""
    free = [other for other in others if not any(_have_one_name(one, other) for one in people)]
    left: list[StatedAge] = []
    for one in people:
        if any(_have_one_name(one, other) for other in others):
            continue
        fellow = next((other for other in free if not clash(one, other) and _could_be(one, other)), None)
        if fellow is None:
            left.append(one)
        elif fellow.part:
            free.remove(fellow)
    return left


def _have_one_name(one: StatedAge, other: StatedAge) -> bool:
    return bool(one.name and other.name) and are_one_name(one.name, other.name)


def _could_be(one: StatedAge, other: StatedAge) -> bool:
    return _may_be_called_so(one, other) and not _play_apart(one, other)


def _play_apart(one: StatedAge, other: StatedAge) -> bool:
    """Whether one was held, and the other hurt or killed."""
    return bool(one.part and other.part) and (one.part == HELD) != (other.part == HELD)
