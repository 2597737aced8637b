"""Ages: "Mason, 35,", "the 11-month-old", "aged 21", "two men, 25 and 30,", and whose they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from lint.compiled import compiled
from lint.find.ages_apart import AgeApart, ages_apart
from lint.find.full_name import FULL_NAME, WORD
from lint.find.name_words import OPENERS
from lint.find.numbers import SPELT
from lint.find.plain import numerals, plain
from lint.pattern import late
from lint.report import Report
from lint.span import Span

PERSONS = frozenset(
    "boy girl man woman male female baby infant toddler child teen teenager son daughter brother sister"
    " mother father student suspect victim gunman shooter driver passenger resident cousin nephew niece"
    " grandson granddaughter juvenile youth".split()
)
DIGITS = compiled(r"\d\d*")  # re looks faster for what does not begin with a repetition
BEFORE_AGE = frozenset(" (,")
ENDS = compiled(r"[,;)—–]|\.(?:\s|$)| (?:of|was|who|and|-) |\s*$")
BEFORE = compiled(
    r"(?P<comma>,(?: (?:just|only))? ?|,? \()$|,? (?:who )?(?:is|was)(?: (?:just|only|now))? $|,? aged? $"
)
NAMED = compiled(rf"(?<![\w’'-])(?:(?P<full>{FULL_NAME})|(?P<one>{WORD}))$")
AGED = compiled(r"\b[aA]ge[ds]? (?:of )?$")
# "Under age 17" bounds an age, and "at age 91" tells of another time than that of the report.
NOT_NOW = compiled(r"\b(?:under|over|below|above|than|minimum|legal|from|until|by|(?<!died )at)(?: the| an)? $")
NO_AGE = compiled(r",? (?:and|to|or|\d+)\b| ?[-–] ?\d")
LIST = compiled(r"(?:, \d{1,2})*,? and \d{1,2}\b(?! [a-z]*(?:year|month|other|were|people|percent|miles))")
OF_PERSONS = compiled(
    r"\b(?:ages?|aged|men|women|boys|girls|children|people|victims|brothers|sisters|teens|teenagers|sons|daughters),? $"
)
LAST_LETTERS = frozenset("ge es ed of en ys ls le ms rs ns".split())  # of the words of the two above
PERSON_BEFORE = late(  # “the woman, 40,” and “the boy was 9.”, but not “the woman was 40 miles away”
    rf"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir) (?:[a-z’'-]+ ){{0,2}}(?P<person>{'|'.join(sorted(PERSONS))})"
    r"(?:, |,? (?:who )?(?:is|was) (?:just |only |now )?)$"
)
RANGE = compiled(  # “between 5 and 7 years old” and “an under-17-year-old” are nobody's age
    r"\b(?:between|from|ages) \w+ (?:and|to) $|\b(?:under|over)(?: ?- ?| )$"
)
DESCRIBED = late(
    rf"(?P<before>[\w’'-]+ |^|[.\n“\"] ?)(?P<name>{FULL_NAME}), an? $"
)  # “Odo Mason, a 35-year-old nurse,”
CLOSED = compiled(r"[\w’' -]{0,50}[,.;]")
PLACING = frozenset("in at near of from to outside around across through into by".split())
OLD = compiled(r"[yYmMwWdD](?i:ear|onth|eek|ay)(?i:s?(?: ?[-–] ?| )old)\b")
NOUN = compiled(r"(?: ?- ?| )([a-z]+)\b")
BEFORE_NOUN = 2  # words that may stand between an age and its noun: “a 4-year-old sleeping little girl”
NUMBER = compiled(r"(?<![\w.,])(\d{1,3}|[A-Za-z]+(?:-[a-z]+)?)(?: ?[-–] ?| )$")
OR = compiled(r"(?<![\w.,])(\d{1,3}|[a-z]+)-? or $")  # “a 1- or 2-year-old”
CALLED = compiled(rf"(?: (?:has been |was |is )?(?:identified )?as)? (?P<name>{FULL_NAME})")
MONTHS_IN = {"y": 12.0, "m": 1.0, "w": 12 / 52, "d": 12 / 365}
NO_PERSON = frozenset(
    "January February March April May June July August September October November December Monday Tuesday"
    " Wednesday Thursday Friday Saturday Sunday".split()
)
LONGEST = 3  # digits of an age, which may be one in days
REACH = 60  # code points before an age in which the name stands
OLDEST = 115  # years


@dataclass(frozen=True, slots=True)
class Age:
    """How old somebody is said to be: from `least` months up to, but not including, `most`."""

    span: Span
    least: float
    most: float
    years: int  # whole years, 0 below one
    name: str  # the name beside it, as printed, or nothing
    person: str  # boy, woman, victim ...: the noun beside it, or nothing


def ages(report: Report) -> Iterator[Age]:
    """The ages that a report gives, in order."""
    has_old = "old" in report.find(plain)[0].words
    few = [(start, end) for start, end in report.find(numerals) if end - start <= LONGEST]
    far = report.find(ages_apart)
    for part in report.prose:
        bare = list(_bare(report.text, part, few))
        old = list(_old(report.text, part)) if has_old else []
        apart = list(_apart(far, part, bare)) if far else []
        kinds = [found for found in (bare, old, apart) if found]
        yield from kinds[0] if len(kinds) == 1 else sorted(chain(*kinds), key=lambda age: age.span)


def _bare(text: str, part: Span, few: Iterable[tuple[int, int]]) -> Iterator[Age]:
    """Ages that are plain numbers: beside a name, after “aged”, or in a list. `few` is where few digits stand."""
    position = part.start + 1
    for start, end in few:
        if not position <= start < part.end or text[start - 1] not in BEFORE_AGE:
            continue
        may_be_led_in = text[start - 3 : start - 1].rstrip(",") in LAST_LETTERS or text[start - 2] == ","
        if (
            may_be_led_in
            and OF_PERSONS.search(text, max(part.start, start - 12), start)
            and (more := LIST.match(text, end, part.end))
        ):
            position = more.end()
            for number in DIGITS.finditer(text, start, position):
                yield from _age(Span(*number.span()), int(number.group()))
        elif may_be_led_in and (aged := AGED.search(text, max(part.start, start - 8), start)):
            lead = max(part.start, aged.start() - 18)
            if not NO_AGE.match(text, end, part.end) and not NOT_NOW.search(text, lead, aged.start()):
                name = _name_before(text, part, aged.start()) if ENDS.match(text, end, part.end) else ""
                yield from _age(Span(aged.start(), end), int(text[start:end]), name=name)
        elif ENDS.match(text, end, part.end):
            if name := _name_before(text, part, start):
                yield from _age(Span(start, end), int(text[start:end]), name=name)
            elif person := PERSON_BEFORE.search(text, max(part.start, start - REACH), start):
                yield from _age(Span(start, end), int(text[start:end]), person=person["person"])


def _old(text: str, part: Span) -> Iterator[Age]:
    """Ages in years, months, weeks or days."""
    for old in OLD.finditer(text, part.start, part.end):
        number = NUMBER.search(text, max(part.start, old.start() - 18), old.start())
        value = _whole_number(number[1]) if number else None
        if number is None or value is None or RANGE.search(text, max(part.start, number.start() - 24), number.start()):
            continue
        person, end = _person(text, old.end(), part.end)
        called = CALLED.match(text, end, part.end)
        if called:
            name = called["name"]
        else:
            name = _name_before(text, part, number.start()) or _name_described(text, part, Span(number.start(), end))
        unit, start = text[old.start()].lower(), number.start()
        either = OR.search(text, max(part.start, start - 16), start)
        least = _whole_number(either[1]) if either else None
        if either and least and least < value:
            start = either.start()
        for age in _age(Span(start, end), value, unit, name=name, person=person):
            yield replace(age, least=least * MONTHS_IN[unit]) if start < number.start() and least else age


def _apart(found: Iterable[AgeApart], part: Span, known: Iterable[Age]) -> Iterator[Age]:
    """Ages in this part that stand apart from their name, but those that were read already."""
    ends = {age.span.end for age in known}
    for each in found:
        if part.covers(each.span) and each.span.end not in ends:
            yield from _age(each.span, each.years, name=each.name, person=each.person)


def _whole_number(words: str) -> int | None:
    return int(words) if words.isdigit() else SPELT.get(words.lower())


def _name_described(text: str, part: Span, span: Span) -> str:
    """The name that an age with its noun describes, between commas; no place is old."""
    found = DESCRIBED.search(text, max(part.start, span.start - REACH), span.start)
    if found is None or found["before"].strip().lower() in PLACING or not CLOSED.match(text, span.end, part.end):
        return ""
    name = found["name"]
    return "" if name.rpartition(" ")[2] in NO_PERSON else name


def _person(text: str, end: int, limit: int) -> tuple[str, int]:
    """The noun behind an age, and where it ends; nothing, and where the age ends, without one."""
    position = end
    for _ in range(BEFORE_NOUN + 1):
        word = NOUN.match(text, position, limit)
        if word is None:
            break
        if word[1] in PERSONS:
            return word[1], word.end()
        position = word.end()
    return "", end


def _age(span: Span, value: int, unit: str = "y", *, name: str = "", person: str = "") -> Iterator[Age]:
    least = value * MONTHS_IN[unit]
    if 0 < least <= OLDEST * 12:
        yield Age(span, least, least + MONTHS_IN[unit], int(least // 12), name, person)


def _name_before(text: str, part: Span, start: int) -> str:
    """The name right before an age, as in “Ana Mason, 35,”: of a single word only between commas or in brackets."""
    before = BEFORE.search(text, max(part.start, start - 16), start)
    if before is None:
        return ""
    found = NAMED.search(text, max(part.start, before.start() - REACH), before.start())
    if found is None or (found["one"] and not before["comma"]):
        return ""
    name = found["full"] or found["one"]
    first, parted, rest = name.partition(" ")
    if parted and first.lower() in OPENERS:  # “After Ida Holt, 61, was hit”
        name = rest if before["comma"] or " " in rest else ""
    return "" if name.rpartition(" ")[2] in NO_PERSON else name
