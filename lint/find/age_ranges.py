"""Ages that are no single one: "in her 30s", "ages 4 to 17", "who range in age from 19 to 34"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.compiled import compiled
from lint.find.numbers import SPELT
from lint.find.plain import plain
from lint.pattern import gated, late
from lint.report import Report
from lint.span import Span

NUMBER = r"(?:\d{1,2}|[a-z]+teen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
UNIT = r"(?:[ -](?P<{}>month|year)s?\b(?:[ -]old\b)?)?"
ENDS = rf"(?P<low>{NUMBER}){UNIT.format('of')}(?P<joint> to | and | ?[-–] ?)(?P<high>{NUMBER}){UNIT.format('unit')}"
SPAN = late(
    rf"\b(?:(?P<of_all>between the ages of|(?:in )?ages?(?: rang(?:e[sd]?|ing))? between|aged between) |(?:ages?|aged)"
    rf"(?: of)?(?: rang(?:e[sd]?|ing))?(?: from)? |rang(?:e[sd]?|ing) (?:in age )?from ){ENDS}(?P<old> old| of age)?"
)
GATE = late(
    r"[abir](?<!\w.)(?=etween the ages|n age|ge[sd]? |ang[ei])"
)  # begins with letters, for which re looks fastest
AGED = frozenset("age ages aged range ranges ranged ranging".split())  # without one of these there is no SPAN
DECADES = {word: 20 + 10 * number for number, word in enumerate("twen thir for fif six seven eigh nine".split())}
DECADE = late(
    r"in (?<!\win )(?P<whose>his|her|their)(?: (?P<early>early|mid|late)(?:[ -]to[ -](?:mid|late))?[ -]?)? ?"
    rf"(?:(?P<tens>[1-9])0['’]?s|(?P<word>{'|'.join(DECADES)})ties|(?P<teens>teens))\b"
)
WHOSE = frozenset("his her their".split())
WITHIN = {"early": (0, 5), "mid": (3, 8), "late": (5, 10)}  # years into a decade, as loosely as they are said
TEENS = (13, 20)
MANY = (
    "victims people men women males females boys girls children kids students teens teenagers adults brothers sisters"
    " suspects others gunmen"
)
ONE = "man woman male female boy girl child teen teenager adult victim suspect gunman person shooter"
NOUN = late(rf"\b(?:{'|'.join((*MANY.split(), *ONE.split()))})\b", re.IGNORECASE)
WHOLE = late(r"\b(?:all|the|both)\b", re.IGNORECASE)
SOME = late(r"\b(?:other|others|remaining|rest|another|some|most)\b", re.IGNORECASE)
CLAUSE = compiled(r"[.;:\n] ")
LEAD = 40  # code points before a noun in which its number stands
NEAR = 45  # code points before a range in which those of that age are named
MONTHS = {"month": 1, "year": 12}


@dataclass(frozen=True, slots=True)
class AgeRange:
    """Between which ages somebody, or a group, is said to be: from `least` months up to, but not including, `most`.

    The youngest and the oldest of a group are of the ages at the ends where it ranges `from_to`.
    """

    span: Span
    least: float
    most: float
    person: str  # the noun before it: victims, boys, man ... or nothing
    several: bool
    from_to: bool
    count: int  # how many they are, where a number stands before the noun, or 0
    whole: bool  # “the victims”, “all of the victims”


def age_ranges(report: Report) -> Iterator[AgeRange]:
    """The ranges of ages that a report gives, in order."""
    text, words = report.text, report.find(plain)[0].words
    has_spans, has_decades = not AGED.isdisjoint(words), not WHOSE.isdisjoint(words)
    for part in report.prose if has_spans or has_decades else ():
        found = list(_spans(text, part)) if has_spans else []
        if has_decades:
            found += _decades(text, part)
        yield from sorted(found, key=lambda each: each.span)


def _spans(text: str, part: Span) -> Iterator[AgeRange]:
    for match in gated(GATE, SPAN, text, part.start, part.end):
        low, high = _value(match["low"]), _value(match["high"])
        unit = match["unit"] or "year"
        least, most = low * MONTHS[match["of"] or unit], (high + 1) * MONTHS[unit]
        is_list = match["joint"] == " and " and not match["of_all"]
        if is_list or not 0 <= least < most - MONTHS[unit]:
            continue
        found = _range(text, part, Span(*match.span()), least, most, from_to=not match["of_all"])
        if found.person or "age" in match.group():  # sentences range from six to 75 years too
            yield found


def _decades(text: str, part: Span) -> Iterator[AgeRange]:
    for match in DECADE.finditer(text, part.start, part.end):
        if match["teens"]:
            low, high = TEENS
        else:
            start = int(match["tens"]) * 10 if match["tens"] else DECADES[match["word"]]
            low, high = (start + years for years in WITHIN.get(match["early"], (0, 10)))
        several = match["whose"] == "their"
        yield _range(text, part, Span(*match.span()), low * 12, high * 12, several=several)


def _range(
    text: str, part: Span, span: Span, least: float, most: float, *, several: bool = True, from_to: bool = False
) -> AgeRange:
    begin = max(part.start, span.start - NEAR - LEAD)
    begin = max([begin, *(end.end() for end in CLAUSE.finditer(text, begin, span.start))])
    nouns = list(NOUN.finditer(text, max(begin, span.start - NEAR), span.start))
    if not nouns:
        return AgeRange(span, least, most, "", several, from_to, 0, whole=False)
    noun = nouns[-1]
    lead, person = text[max(begin, noun.start() - LEAD) : span.start], noun.group().lower()
    some = SOME.search(lead) is not None
    numbers = [_value(word) for word in text[max(begin, noun.start() - LEAD) : noun.start()].lower().split()]
    count = 0 if some else next((number for number in reversed(numbers) if number), 0)
    whole = not some and WHOLE.search(lead) is not None
    return AgeRange(span, least, most, person, several and person not in ONE.split(), from_to, count, whole)


def _value(words: str) -> int:
    return int(words) if words.isdigit() else SPELT.get(words, 0)
