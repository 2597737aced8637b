"""How far a figure reaches: all that its words count, a part of them, more of them, or those of many events."""

from collections.abc import Sequence
from itertools import pairwise

from lint.find.figures import Figure

PART_BEFORE = frozenset("including include includes included among".split())
PART_AFTER = frozenset("them whom those these which the his her their its our".split())
OTHERS = frozenset(("other", "others"))
ADDING = frozenset("other others more additional further".split())
TALLY = frozenset(
    "homicide homicides year’s year's annually nationwide citywide statewide weekend overall cumulative"
    " month year years season decade decades separate unrelated incidents each per every average since"
    " prior previous past".split()
)
ORDER = frozenset("first last next latest".split())
MOVED = frozenset("taken transported rushed airlifted flown treated listed driven brought released admitted".split())
DEGREE = 2  # words behind a phrase in which its degree may stand
DEGREES = frozenset(
    "critically seriously severely gravely slightly minor serious severe critical threatening non-life"
    " non-life-threatening slight".split()
)
OF_AN_EVENT = frozenset(  # what an event has one number of
    "deaths injuries victims shot stabbed missing arrests suspects gunmen hostages attendance casualties"
    " kidnapped population magnitude hits shots aftershocks evacuated firefighters".split()
) | {f"{things} damaged" for things in "homes buildings villages".split()}
PASSIVES = (("was",), ("were",), ("been",), ("being",))
KILLING = frozenset("killed killing kills dead died killings deaths".split())


def is_part(figure: Figure, category: str) -> bool:
    """Whether it counts some of those just spoken of: "three of them", "including two officers", "both officers"."""
    before, phrase, after = figure.before, figure.phrase, figure.after
    if not PART_BEFORE.isdisjoint(before[:3]) or before[:2] == ("other", "the"):
        return True
    if not ORDER.isdisjoint(before[:1]) or (category == "victims" and _are_some(after)):
        return True
    if not phrase and after[:1] == ("of",) and not PART_AFTER.isdisjoint(after[1:2]):
        return True
    return category in OF_AN_EVENT and not DEGREES.isdisjoint((*phrase, *after[:DEGREE]))


def adds(figure: Figure, category: str = "") -> bool:
    """Whether it comes on top of what was said: "another three", "nine others", "three more".

    The others who were hurt where some were killed are all who were hurt.
    """
    if category == "injuries" and not OTHERS.isdisjoint(figure.phrase[:2]) and not KILLING.isdisjoint(figure.before):
        return False
    return not ADDING.isdisjoint(figure.phrase[:2]) or figure.before[:1] == ("another",)


def takes_own_life(figure: Figure) -> bool:
    """Whether the killer is said to have died too: “killed six people before taking his own life”."""
    return ("own", "life") in pairwise(figure.after)


def is_tally(figure: Figure) -> bool:
    """Whether it is over many events: "three homicides this weekend", "since January", "across the region"."""
    before, words = figure.before, (*figure.phrase, *figure.after)
    if not TALLY.isdisjoint(before[:6]) or not TALLY.isdisjoint(words[:9]) or words[:2] == ("so", "far"):
        return True
    if "across" in words and ("across", "the") in pairwise(words):
        return True
    return "across" in before and ("the", "across") in pairwise(before)


def _are_some(words: Sequence[str]) -> bool:
    """Whether victims are taken somewhere, or others follow: “two victims were airlifted, and two others ...”."""
    return not ADDING.isdisjoint(words) or (words[:1] in PASSIVES and not MOVED.isdisjoint(words[1:4]))
