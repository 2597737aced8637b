"""What the verb before or after a figure says of those it counts: "killed 12", "12 people on board were killed"."""

from collections.abc import Sequence

from lint.find.figures import Figure
from lint.find.numbers import SPELT

from ._counting_words import states, verbs

LINKS = frozenset(
    "was were is are be been being had has have who that also all both later reportedly allegedly fatally"
    " critically in seriously severely badly gravely slightly confirmed reported found left still now and"
    " either listed taken into get got believed feared others mostly them of".split()
)
FILLERS = frozenset("the another some as many of a an total to other".split())
DEAD = "dead"
PASSIVE = frozenset({"attended"})  # "attended by 1,000 people" counts them; "killed by two men" does not
LIVES = frozenset("lives souls".split())
TAKING = frozenset("claimed claiming claims cost costing costs took taking takes taken".split())
PLACING = frozenset("on aboard in inside at from outside near".split())
PLURAL_VERBS = frozenset("were are have had died perished drowned survived".split())
CLAUSES = frozenset("who whom whose that which when where while after before because and but or as since if".split())
ASIDE = 8  # words
OBJECTS = frozenset("a an the his her their another several him them".split())


def category_by_verb(figure: Figure, noun: str) -> str:
    """The category that the verb after or before people gives them."""
    before = [word for word in figure.before[:6] if word not in FILLERS]
    verb = verbs().get(before[0], "") if before else ""
    if verb and figure.after[:1] == ("and",):  # “killed 12 and injured at least 30”
        return verb
    if state := _predicate(figure.after):
        return "deaths" if state == "lost" and LIVES.intersection(figure.phrase) else "" if state == "lost" else state
    if before[:1] == ["by"] and (before[1:2] or [""])[0] in PASSIVE:
        return states()[before[1]]
    if verb:
        return verb
    if "number" in figure.before[:7] and not figure.phrase:  # “the number of dead stood at 31”
        return first_state(figure.before[:5])
    return "deaths" if "toll" in figure.before[:6] and not noun else ""


def _predicate(rest: Sequence[str]) -> str:
    """The state that the verb after a phrase puts it in: "(two people) were shot and killed" is deaths.

    It may stand behind an aside or a place: "(12 people), two of them children, were killed", "(12) on board died".
    """
    table, found = states(), ""
    rest = rest[_aside(rest) :]
    for number, word in enumerate(rest[:6]):
        if word in table:
            if is_object(rest[number + 1 : number + 2]):
                return found
            found = table[word]
            if DEAD in rest[number + 1 : number + 2]:  # “shot dead”, “found dead”
                return table[DEAD]
            if tuple(rest[number + 1 : number + 2]) != ("and",):
                return found
        elif word not in LINKS:
            break
    return found


def _aside(rest: Sequence[str]) -> int:
    """How many words stand between a phrase and its verb, where they tell only who or where."""
    if rest[:1] == (",",):
        return next((number + 1 for number, word in enumerate(rest[1:ASIDE], 1) if word == ","), 0)
    if PLACING.isdisjoint(rest[:1]):
        return 0
    for number, word in enumerate(rest[1:ASIDE], 1):
        if word in PLURAL_VERBS:
            return number
        if word in CLAUSES or not word[0].isalnum():
            return 0
    return 0


def first_state(words: Sequence[str]) -> str:
    """The category of the first word that tells a state, or nothing."""
    table = states()
    for word in words:
        if word in table:
            return table[word]
    return ""


def is_object(words: Sequence[str]) -> bool:
    """Whether these words begin an object: “(two gunmen) shot four people”, not “(two men) shot in Tarn”."""
    return any(word[0].isdigit() or word in SPELT or word in OBJECTS for word in words)
