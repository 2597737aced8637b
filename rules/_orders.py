"""Counts told by order: “the 94th homicide of the year”, “the third attack in a week”, “an eighth day of riots”."""

import re
from collections.abc import Iterator

from lint.find.dates import dates_in
from lint.find.interval import Interval
from lint.find.numbers import ORDINALS
from lint.find.plain import numerals, places_of
from lint.find.sentences import sentence_at
from lint.pattern import late
from lint.report import Report
from lint.span import Span

from ._counted import OVER_A_SEASON
from ._head_noun import head_noun
from ._looks import words_and_pairs
from ._reckoning import Reckoning
from ._spoken import occasion

AFTER_THE_FIRST = {word: number for word, number in ORDINALS.items() if number > 1}
ENDINGS = ("st ", "nd ", "rd ", "th ")  # of ordinals in digits, as a report looks in lint.find.plain
ARTICLE = late(r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]n?)|[’']s?) \Z")
LASTING = late(r"\b(?:(?:enter(?:s|ed|ing)|into|for) (?:the|its|their|an?)|in (?:its|their)) \Z")
REACH, FURTHER = 7, 16  # code points before an ordinal in which its article stands, and a word before that
SPAN = "year|month|week|season|weekend"
SCOPE = (  # what shows that it is counted
    rf" (?:of (?:the|this) (?:{SPAN}|war|campaign|offensive)|(?:so far )?th(?:is|e) (?:{SPAN})|so far|since\b|in a row"
    r"|on an? (?P<object>[a-z]+)|to (?:be|come|die|fall|hit|strike)\b"
    r"|(?<= term)\b|(?<= marriage)\b|(?<= retrial)\b|(?<= wife)\b|(?<= husband)\b"
    r"|(?:in|within) (?:(?:as many|less than|under|about|around|just|only|the (?:past|last)) )*(?:\w+ )?"
    r"(?:hours?|days?|weeks?|months?|years?)\b)"
)
ORDER = late(
    rf"(?P<order>{'|'.join(AFTER_THE_FIRST)}|\d{{1,4}}(?:st|nd|rd|th))"
    rf" (?P<phrase>(?:[\w-]+ ){{0,3}}?[a-z]+)(?P<scope>{SCOPE})"
)
GOES_ON = (
    "protests?|riots?|unrest|violence|talks|clashes|fighting|strikes?|testimony|deliberations?|demonstrations?|fire"
    "|bombardment|attacks|searches|hearings?|[a-z]+ing"
)
ON = late(
    rf"(?P<order>{'|'.join(AFTER_THE_FIRST)})"
    r" (?:(?:straight|consecutive|successive|full|running) (?P<what>day|night|week)"
    rf"|(?P<such>day|night|week) of (?:[a-z]+ )??(?:{GOES_ON})\b|(?P<bare>day|night|week)\b(?! of))"
)
NO_NOUN = frozenset("time place year month person floor most half anniversary series quarter".split())
OFTEN = frozenset(  # of what there are so many that the number is written in digits
    "homicide killing murder slaying shooting stabbing robbery victim fatality death attack raid crash wreck accident"
    " fire drowning overdose suicide execution case arrest quake aftershock".split()
)
ONE_KIND = {
    **dict.fromkeys("homicide killing murder slaying".split(), "killing"),
    **dict.fromkeys("attack strike raid bombing assault airstrike".split(), "attack"),
    **dict.fromkeys("quake earthquake temblor tremor".split(), "quake"),
}
VICTIM = "victim"
SHORT = 3  # letters
LEAD = 400  # code points of the body in which an undated report names its day


def orders(report: Report) -> Iterator[Reckoning]:
    """What a report counts by order, once for what comes so often, and once for that which it comes to.

    The key is its kind and, for a day, when that day is.
    """
    text, end = report.text, report.body.end
    for place in _places(report):
        if not ARTICLE.search(text, max(report.body.start, place - REACH), place):
            continue
        if found := ORDER.match(text, place, end):
            yield from _of_kinds(found)
        elif found := ON.match(text, place, end):
            value, span = _value(found["order"]), Span(*found.span())
            if found["bare"] and not LASTING.search(text, max(report.body.start, place - FURTHER), place):
                continue
            if value is not None and (day := _day(report, span)):
                yield Reckoning(span, (f"{found['what'] or found['such'] or found['bare']} by order", day), value)


def _places(report: Report) -> Iterator[int]:
    """Where ordinals stand in the body of a report."""
    (looks,) = report.find(words_and_pairs)
    words = [f" {word} " for word in AFTER_THE_FIRST.keys() & looks.words]
    found = [place + 1 for place in places_of(words, looks.text)]
    if not OFTEN.isdisjoint(looks.words):
        found += [start for start, end in report.find(numerals) if looks.text.startswith(ENDINGS, end)]
    yield from sorted(place for place in found if place >= report.body.start)


def _of_kinds(found: re.Match[str]) -> Iterator[Reckoning]:
    """What is counted, and what it happens to: “the second attack on a school” is one on a second school."""
    value = _value(found["order"])
    phrase = found["phrase"].lower().split()
    if value is None or not OVER_A_SEASON.isdisjoint(phrase):
        return
    head = head_noun(phrase)
    if head == VICTIM and len(phrase) > 1 and phrase[-2] in ONE_KIND:
        head = phrase[-2]  # “the 16th homicide victim this year”
    for noun in dict.fromkeys((head, found["object"] or "")):
        if len(noun) > SHORT and noun not in NO_NOUN:
            yield Reckoning(Span(*found.span()), (f"{ONE_KIND.get(noun, noun)} by order", ""), value)


def _value(order: str) -> Interval | None:
    number = AFTER_THE_FIRST.get(order) or int(order[:-2])
    return Interval(number, number) if number > 1 else None


def _day(report: Report, span: Span) -> str:
    """The day that is the so-and-so-manieth: its date, or its weekday where the report has no date of its own."""
    if report.published:
        return str(occasion(report, span))
    lead = Span(report.body.start, min(report.body.end, report.body.start + LEAD))
    for part in (sentence_at(report, span.start), lead):
        weekdays = {mention.weekday for mention in dates_in(report, part) if mention.weekday is not None}
        if weekdays:
            return str(weekdays.pop()) if len(weekdays) == 1 else ""
    return ""
