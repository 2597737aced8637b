"""Speakers: who is said to say something, read from the words on both sides of a verb of saying."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from lint.compiled import compiled
from lint.find.plain import places_of, plain
from lint.pattern import one_of
from lint.report import Report

VERBS = frozenset(
    "said say says saying stated states shouted added adds adding announced argued asked told tells noted declared"
    " continued remarked recalled replied reported revealed claimed claims confirmed concluded warned wrote tweeted"
    " explained insisted roared estimated testified".split()
)
SAYING = compiled(rf"[ \n”\"]{one_of(VERBS)}\b")
PRONOUNS = frozenset("he she they".split())
BETWEEN = frozenset("have has had also later then reportedly first only who".split())  # a subject and its verb
INSIDE = frozenset("de del la van von bin al el da dos of for the".split())  # a name
BODIES = frozenset(  # who speaks without a name
    "police official officials authorities officers deputies investigators prosecutors witnesses neighbors"
    " neighbours detectives doctors firefighters rescuers spokesman spokeswoman spokesperson ministry"
    " government agency army military navy coroner sheriff mayor governor report reports relatives"
    " residents sources statement documents records source witness officer neighbor neighbour agent trooper"
    " lawyer lawyers attorney attorneys department company hospital media medics troopers analysts experts"
    " critics activists".split()
)
MODIFIERS = frozenset(  # of a body
    "the a an local state federal senior city county military army navy health fire medical hospital"
    " government school district defense defence court company union aid rescue police communications"
    " interior foreign homicide family state-run news two three several some many other".split()
)
NOBODY = frozenset(  # written with a capital, and no name
    "he she they it i we you who all several some many most one two three both another others none nobody"
    " this that these those there what but and so as if when then while in on at by the a an monday tuesday"
    " wednesday thursday friday saturday sunday january february march april may june july august september"
    " october november december yesterday today later also earlier meanwhile after before however".split()
)
PLACING = frozenset("in at from near on with between by to".split())
POSSESSIVE = ("’s", "'s", "s’", "s'")
ABBREVIATED = compiled(r"(?:[A-Z]|Mr|Mrs|Ms|Dr|Sgt|Lt|Capt|Det|Gov|Sen|Rep|Rev|Col|Gen|Maj|Cmdr|Jr|Sr|St)\.$")
REACH = 150  # code points on each side of a verb in which its subject stands
LONGEST_NAME = 8  # words


def sayings(report: Report) -> list[re.Match[str]]:
    """The verbs of saying of a report, in order, each with the space or the mark before it."""
    ((text, words, _, _),) = report.find(plain)
    places = {*places_of([f" {verb}" for verb in words & VERBS], text)}  # “ say” is in “ says”
    return [verb for place in sorted(places) if (verb := SAYING.match(report.text, place))]


def sayings_in(report: Report, start: int, end: int) -> Sequence[re.Match[str]]:
    """Those between two places."""
    found = report.find(sayings)
    first = bisect_left(found, start, key=re.Match.start)
    last = bisect_left(found, end, first, key=re.Match.start)
    if first < last and found[last - 1].end() > end:
        last -= 1
    return found[first:last]


def speaker(text: str, start: int, verb: re.Match[str], end: int) -> str:
    """Who says what a verb of saying between `start` and `end` tells of, as printed; a pronoun in lower case.

    Nothing where nobody is named.
    """
    before = text[max(start, verb.start() - REACH) : verb.start()].rstrip()
    if not before or before[-1] in ',.!?”"':  # “..., said Ana Mason, a spokeswoman”
        after = _after(text[verb.end() : min(end, verb.end() + REACH)])
        if after or not before.endswith(","):
            return after
    return _before(before.split())


def _before(words: list[str]) -> str:
    while words and words[-1].lower() in BETWEEN:
        words.pop()
    if words and words[-1].lower() in PRONOUNS:
        return words[-1].lower()
    if words and words[-1].endswith(","):  # after an aside: “Ana Mason, who lives nearby, said”
        for number in range(len(words) - 2, -1, -1):
            if words[number].endswith(",") and (name := _name_ending([*words[:number], words[number][:-1]])):
                return name
        return ""
    return _name_ending(words)


def _after(text: str) -> str:
    """The name or body that follows a verb as its subject: it ends at a comma, a full stop or “who”."""
    run: list[str] = []
    words = text.split()
    for number, word in enumerate(words[:LONGEST_NAME]):
        plain = word.rstrip(',;:.”"“')
        fits = _is_capital(plain) or (run and plain in INSIDE) or plain.lower() in BODIES or plain in MODIFIERS
        if not fits or plain.lower() in NOBODY - MODIFIERS:
            return ""
        run.append(plain)
        ended = plain != word and not ABBREVIATED.match(word)
        if ended or number + 1 == len(words) or words[number + 1] in ("who", "in", "on", "during", "at"):
            break
    else:
        return ""
    return " ".join(run) if run and (_is_capital(run[-1]) or run[-1] in BODIES) else ""


def _name_ending(words: Sequence[str]) -> str:
    """The name or the body that these words end in, or nothing."""
    last = words[-1] if words else ""
    is_body = last.lower() in BODIES
    if not (is_body or _is_capital(last)) or last.endswith((*POSSESSIVE, ".", "”", '"')):
        return ""
    first = len(words) - 1
    while first and _belongs(words[first - 1], is_body=is_body):
        first -= 1
    if first and words[first - 1] in PLACING:  # “police in Tarn County said”
        return _name_ending(words[: first - 1])
    if first > 1 and words[first - 2] in PLACING and words[first - 1].islower():  # “police in northern Tarn said”
        return _name_ending(words[: first - 2])
    if first and words[first] == "of" and words[first - 1] in BODIES:  # “the governor of Tarn said”
        return " ".join((_name_ending(words[:first]), *words[first:]))
    run = list(words[first:])
    while (
        len(run) > 1
        and (run[0].lower() in NOBODY or run[0] in INSIDE)
        and not (is_body and run[0].lower() in MODIFIERS)
    ):
        run.pop(0)
    return "" if run[0].lower() in NOBODY and len(run) == 1 else " ".join(run)


def _belongs(word: str, *, is_body: bool) -> bool:
    """Whether a word can stand inside a name or before a body."""
    if word[-1] in ',;:.”"' and not ABBREVIATED.match(word):
        return False
    return _is_capital(word) or word in INSIDE or (is_body and word.lower() in MODIFIERS)


def _is_capital(word: str) -> bool:
    return word[:1].isupper()
