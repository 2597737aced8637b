"""Scenes: where somebody was hit, and where it happened, in the words by which reports tell one place from another."""

from collections.abc import Iterator
from typing import NamedTuple

from lint.find.ages import ages
from lint.find.names import names
from lint.find.sentences import sentence_at
from lint.find.spellings import folded
from lint.pattern import late
from lint.report import Report
from lint.span import Span

from ._compass import are_apart
from ._looks import around, words_and_pairs
from ._parts_played import DEAD, HURT, how_many
from ._spoken import says_it_changed

HANDS = frozenset(("left", "right"))
LEFT_OR_RIGHT = "left or right"
WOUND, SIDE, ROOM = "the wound", "the side of town", "the room"
LIMBS = {
    "the head": "head face neck temple jaw forehead eye skull throat",
    "the trunk": "chest torso abdomen stomach back belly midsection",
    "a leg": "leg legs thigh thighs knee foot feet ankle calf",
    "an arm": "arm arms hand hands wrist elbow shoulder forearm",
}
LIMB_OF = {word: limb for limb, words in LIMBS.items() for word in words.split()}
A_LIMB = rf"(?:(?:upper|lower|left|right) )*(?:{'|'.join(LIMB_OF)})\b(?! of)"
HIT = late(
    r"\b(?:(?:shot|stabbed|wounds?|wounded|struck|grazed|hit)\b(?: (?!by|him|her)[\w-]+){0,3}? (?:in|to)"
    r" (?:the|his|her)|(?:broke|broken|fractured|injured|tore|torn|sprained) (?:an?|his|her))"
    rf" (?P<limbs>{A_LIMB}(?:(?:,| and|, and)(?: the| his| her)? {A_LIMB})*)"
)
HITTING = frozenset(
    "shot stabbed wound wounds wounded struck grazed hit broke broken fractured injured tore torn sprained".split()
)
COMPASS = {
    "north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270,
    "northwest": 315,
}  # fmt: skip
POINT = rf"(?P<{{}}>(?i:{'|'.join(sorted(COMPASS, key=len, reverse=True))}))"
NO_TOWN = r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Lane|Boulevard|Highway|Park|River|Lake|Bridge|Building|Hall|School)\b"
TOWN = rf"(?:city|town|[A-Z][a-z]+(?: (?!{NO_TOWN})[A-Z][a-z]+)?)"
SIDES = late(
    rf"\b{TOWN}[’']s {POINT.format('behind')}(?:ern)?[ -][Ss]ide\b"
    rf"|\b{POINT.format('before')}(?:ern)?[ -][Ss]ide of (?:the )?{TOWN}\b(?! {NO_TOWN})"
)
ROOMS = "kitchen|bedroom|bathroom|living room|dining room|basement|garage|attic|backyard|back yard|front yard|driveway"
IN_ROOM = late(
    r"\b(?:shot|stabbed|killed|beaten|found dead|died|happened|(?:body|bodies) (?:was|were) found)\b[^.;:\n]{0,40}?"
    rf" in (?:an?|the|his|her|their) (?:[a-z]+ )?(?P<room>{ROOMS})\b"
)
SCENES = "bar|club|nightclub|restaurant|store|church|school|mall|theater|theatre|hotel|motel|lounge|tavern|mosque|gym"
AT_DOOR = late(
    r"\b(?:shot|stabbed|killed|shooting|stabbing|attacked|opened fire|happened|occurred)\b[^.;:\n]{0,40}?"
    rf" (?P<where>inside|outside)(?: of)? (?:an?|the) (?P<what>(?:[\w’'&-]+ ){{0,3}}(?P<kind>{SCENES}))\b"
)
HAPPENED = frozenset("shot stabbed killed beaten dead died happened body bodies".split())
DOORS = frozenset("inside outside".split())
DONE = frozenset("shot stabbed killed shooting stabbing attacked fire happened occurred".split())
MOST = 120  # code points: more than what is looked for has


class Scene(NamedTuple):
    """What a report tells of one place of an event: of which, in one word or a few, and where that is said.

    `whose` is whose wound it is, by surname or age, and nothing for other places.
    """

    span: Span
    what: str
    value: str
    whose: str = ""


def scenes(report: Report) -> Iterator[Scene]:
    """What a report tells of each kind of place, where it tells one thing only."""
    for finder in (_wounds, _sides, _rooms, _doors):
        found = [*finder(report)]
        for about in dict.fromkeys((scene.what, scene.whose) for scene in found):
            told = [scene for scene in found if (scene.what, scene.whose) == about]
            if len({scene.value for scene in told}) == 1 and not says_it_changed(report, told[0].span):
                yield told[0]


def _wounds(report: Report) -> Iterator[Scene]:
    (looks,) = report.find(words_and_pairs)
    if HITTING.isdisjoint(looks.words) or LIMB_OF.keys().isdisjoint(looks.words):
        return
    for hit in around(HIT, HITTING & looks.words, report, MOST):
        limbs = {LIMB_OF[word] for word in hit["limbs"].replace(",", " ").split() if word in LIMB_OF}
        hands = [word for word in hit["limbs"].split() if word in HANDS]
        for whose in _hit(report, hit.start()):
            yield Scene(Span(*hit.span()), WOUND, " and ".join(sorted(limbs)), whose)
            if len(limbs) == len(hands) == 1:
                yield Scene(Span(*hit.span()), LEFT_OR_RIGHT, hands[0], f"{whose}: {min(limbs)}")


def _hit(report: Report, position: int) -> Iterator[str]:
    """By what the person of a wound is known: the surname before it in its sentence, and the age of an only victim."""
    start = sentence_at(report, position).start
    persons = [name for name in report.find(names) if start <= name.span.start < position and name.surname]
    if persons:
        yield folded(persons[-1].surname)
    told = [age for age in report.find(ages) if start <= age.span.start < position]
    if told and max(how_many(report)[part] for part in (DEAD, HURT)) <= 1:
        yield f"at {told[-1].years}"


def _sides(report: Report) -> Iterator[Scene]:
    for side in around(SIDES, (" side",), report, MOST):
        yield Scene(Span(*side.span()), SIDE, (side["behind"] or side["before"]).lower())


def _rooms(report: Report) -> Iterator[Scene]:
    (looks,) = report.find(words_and_pairs)
    if HAPPENED.isdisjoint(looks.words):
        return
    for room in around(IN_ROOM, [each for each in ROOMS.split("|") if each in looks.text], report, MOST):
        yield Scene(Span(*room.span()), ROOM, f"the {room['room']}")


def _doors(report: Report) -> Iterator[Scene]:
    (looks,) = report.find(words_and_pairs)
    if DOORS.isdisjoint(looks.words) or DONE.isdisjoint(looks.words):
        return
    for door in around(AT_DOOR, (" inside ", " outside "), report, MOST):
        yield Scene(Span(*door.span()), f"inside or outside the {door['kind']}", door["where"])


def exclude_each_other(what: str, one: str, other: str) -> bool:
    """Whether two values cannot both be true: no limb in common, or sides far apart."""
    if what == SIDE:
        return are_apart(COMPASS[one], COMPASS[other])
    if what == WOUND:
        return not {*one.split(" and ")} & {*other.split(" and ")}
    return one != other
