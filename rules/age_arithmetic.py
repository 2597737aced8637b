"""An age or a number of years that does not fit the years beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import ClassVar

from lint import Diagnostic, Label, Report, ReportRule, Severity, Span, bad, good
from lint.compiled import compiled
from lint.find.ages import Age, ages
from lint.find.dates import MONTH
from lint.find.numbers import SPELT
from lint.find.sentences import sentence_at

from ._looks import words_and_pairs

YEAR = r"(?:1[5-9]|20)\d\d"
NUMBER = r"\d{1,3}|[A-Za-z]+(?:-[a-z]+)?"
HEDGE = (
    r"(?P<hedge>more than|over|at least|nearly|almost|about|around|some|roughly|approximately|just over|just under"
    r"|less than|close to)?"
)
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
SIGNS = frozenset({"years", "anniversary"})  # of which each of these cues has one
CUES = ((" years ", ("ago", "after", "before", "later", "earlier")), (" anniversary ", ("of ",)))  # with the next words
OTHER_TIMES = compiled(r"\b(?:when|then|at the time|would have|turn(?:s|ed|ing)|until|since|by age|from age)\b")
OTHER_PERSON = compiled(
    r"\b(?:whose|father|mother|parents?|sons?|daughters?|wife|husband|brothers?|sisters?|child(?:ren)?|baby|twins?|and)\b"
)
HE_WAS = compiled(r"\s+(?:He|She) (?:was|is) (?P<age>\d{1,3})(?= years old\b|[.;])")
DIED = compiled(r"\b(?:died|dead|death|killed|passed away)\b")
NOT_OF_BIRTH = compiled(r"\b(?:who|when|after|before|moved|that|died|until|since|raised|again)\b")
BIRTHDAY_GRACE = 14  # days before publication in which the age may have been written
BEFORE_CUE, BEHIND_CUE = 110, 110  # code points around “years ago” in which the years stand
FAR = 70  # code points between an age and a birth of one sentence, above which they may be of two people
ROUND = 5  # numbers of years that are multiples of this may be rounded
MONTHS_IN_YEAR = 12
CERTAIN = 3  # years off, from which it is an error


@dataclass(frozen=True, slots=True)
class Birth:
    """When somebody was born: the year, and the day where it is given."""

    span: Span
    name: str
    year: int
    day: date | None


@dataclass(frozen=True)
class AgeArithmetic(ReportRule):
    """An age, or a number of years, does not fit the years beside it.

    Somebody born in 1960 cannot be 41 in 2026, and 1991 is not twenty years after 1981. An age is held against a birth
    in its own sentence or the one before (“She was 86”), or against that of the only person of that surname in the
    report. “Ago” and anniversaries are counted from the report’s own date. It is an error from three years on, and a
    warning below.

    It does not claim to know which number is wrong. A year of grace is given where no day is known, more where a number
    is round or hedged, and ages at another time (“was 12 when”) are left alone.
    """

    examples: ClassVar = (
        bad(
            " date 2026-03-12\n\nEdda Quarrie, [[41]], who was ((born in 1960)), keeps the lighthouse.\n",
            severity="error",
        ),
        bad(" date 2026-03-12\n\nEdda Quarrie, ((born in 1960)), died on Sunday. She was [[75]].\n", severity="error"),
        bad("In ((1991)), [[twenty years after]] the mill burned in ((1981)), it opened again.", severity="error"),
        bad(" date 2026-03-12\n\nThe mill burned in ((1997)), [[25 years ago]].\n", severity="error"),
        bad(" date 2026-03-12\n\nIt was the [[40th anniversary]] of the ((1988)) flood.\n", severity="warning"),
        good(" date 2026-03-12\n\nEdda Quarrie, 65, who was born in 1960, keeps the lighthouse.\n", why="or 66"),
        good("Edda Quarrie, 41, who was born in 1960, keeps the lighthouse.", why="nobody knows when"),
        good(" date 2026-03-12\n\nThe mill burned in 1980, about 50 years ago.\n", why="a round number, hedged"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Each age and each number of years that is off."""
        text = report.text
        if ("born " in text or "Born " in text) and report.published:
            yield from self._ages(report, report.published)
        (looks,) = report.find(words_and_pairs)
        for part in report.prose if not SIGNS.isdisjoint(looks.words) else ():
            yield from self._spans(report, part)

    def _ages(self, report: Report, published: date) -> Iterator[Diagnostic]:
        found = report.find(ages)
        for part in report.prose:
            for match in _born().finditer(report.text, part.start, part.end):
                birth = _birth(report, match)
                age = _age_of(report, birth, found) if birth else None
                if birth is None or age is None:
                    continue
                told = _told(report, age, birth, published)
                allowed = _ages_allowed(birth, told) if told else None
                if told is None or allowed is None or allowed[0] <= age.years <= allowed[1]:
                    continue
                off = max(allowed[0] - age.years, age.years - allowed[1])
                passage, born = report.passage(age.span), report.passage(birth.span)
                years = " or ".join(str(years) for years in sorted(set(allowed)))
                yield self.diagnostic(
                    Severity.ERROR if off >= CERTAIN else Severity.WARNING,
                    passage,
                    f"“{passage.words}”, but “{born.words}” makes it {years} in {getattr(told, 'year', told)}",
                    related=(Label(born, "the birth"),),
                    help="check the age and the year",
                )

    def _spans(self, report: Report, part: Span) -> Iterator[Diagnostic]:
        """Each number of years that does not fit the years around it."""
        now = report.published.year if report.published else None
        for start, end in _around_cues(report.text, part):
            for match in _number_of_years(report.text, start, end):
                named = match.groupdict()
                first, second = int(match["year"]), int(named["other"]) if named.get("other") else now
                number = _value(match["number"])
                if second is None or number is None:
                    continue
                apart = abs(second - first)
                grace = 1 if "anniversary" in match["unit"] else _grace(number, named["hedge"], apart)
                if abs(apart - number) > grace:
                    yield self._off(report, match, apart, second)

    def _off(self, report: Report, match: re.Match[str], apart: int, until: int) -> Diagnostic:
        passage = report.passage(Span(match.start("number"), match.end("unit")))
        names = [name for name in ("year", "other") if match.groupdict().get(name)]
        years = [report.passage(Span(*match.span(name))) for name in names]
        wrong = abs(apart - (_value(match["number"]) or 0))
        return self.diagnostic(
            Severity.ERROR if wrong >= CERTAIN else Severity.WARNING,
            passage,
            f"“{passage.words}”, but from {match['year']} to {until} are {apart} years",
            related=tuple(Label(year, "this year") for year in years),
            help="check the years",
        )


def _around_cues(text: str, part: Span) -> Iterator[tuple[int, int]]:
    """The stretches in which a number of years and the years that it has to fit may stand."""
    for cue, following in CUES:
        position = text.find(cue, part.start, part.end)
        while position >= 0:
            if text.startswith(following, position + len(cue), part.end):
                yield max(part.start, position - BEFORE_CUE), min(part.end, position + BEHIND_CUE)
            position = text.find(cue, position + 1, part.end)


def _number_of_years(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for pattern in _patterns():
        yield from pattern.finditer(text, start, end)


def _birth(report: Report, match: re.Match[str]) -> Birth | None:
    """The birth that a match tells, unless the year is of something else."""
    if NOT_OF_BIRTH.search(match["gap"]):
        return None
    month, day = match["month"] or match["m2"], match["day"] or match["d2"]
    year = int(match["year"])
    born = _day(year, MONTHS.index(month[:3].lower()) + 1, int(day)) if month and day else None
    return Birth(Span(match.start("born"), match.end("year")), (match["who"] or "").strip(), year, born)


def _age_of(report: Report, birth: Birth, found: tuple[Age, ...]) -> Age | None:
    """The age of the person who was born then: the only one in the sentence, or the only one of that name."""
    sentence = sentence_at(report, birth.span.start)
    inside = [age for age in found if age.span.start in sentence and age.years]
    if len(inside) == 1:
        first, second = sorted((inside[0].span, birth.span))
        is_near = second.start - first.end <= FAR
        return inside[0] if is_near and not OTHER_PERSON.search(report.text, first.end, second.start) else None
    if inside:
        return None
    if following := _age_after(report, birth, sentence):
        return following
    if not birth.name:
        return None
    words = birth.name.split()
    named = [age for age in found if age.name and age.years and age.name.split()[-1] == words[-1]]
    if len({(age.name, age.years) for age in named}) != 1:
        return None
    return named[0] if len(words) == 1 or named[0].name.split()[0] == words[0] else None


def _age_after(report: Report, birth: Birth, sentence: Span) -> Age | None:
    """The age that the next sentence opens with, where that of the birth speaks of nobody else and no other year."""
    text = report.text
    match = HE_WAS.match(text, sentence.end)
    if match is None or OTHER_PERSON.search(text, sentence.start, sentence.end):
        return None
    if any(int(year) != birth.year for year in re.findall(rf"\b{YEAR}\b", report.words(sentence))):
        return None
    years = int(match["age"])
    return Age(Span(*match.span("age")), MONTHS_IN_YEAR * years, MONTHS_IN_YEAR * (years + 1), years, birth.name, "")


def _told(report: Report, age: Age, birth: Birth, published: date) -> date | int | None:
    """When somebody has that age: on the day of the report, or in the year in which they are said to have died."""
    sentence = sentence_at(report, age.span.start)
    if OTHER_TIMES.search(report.text, sentence.start, sentence.end):
        return None
    years = {int(year) for year in re.findall(rf"\b{YEAR}\b", report.words(sentence))} - {birth.year}
    if not years:
        return published
    return years.pop() if len(years) == 1 and DIED.search(report.text, sentence.start, sentence.end) else None


def _ages_allowed(birth: Birth, told: date | int) -> tuple[int, int] | None:
    """The least and the greatest age that somebody born then can have."""
    if isinstance(told, int) or birth.day is None:
        most = (told if isinstance(told, int) else told.year) - birth.year
        return (most - 1, most) if most > 0 else None
    if told.year <= birth.year:
        return None
    days = (told - timedelta(BIRTHDAY_GRACE), told)
    least, most = (
        day.year - birth.day.year - ((day.month, day.day) < (birth.day.month, birth.day.day)) for day in days
    )
    return least, most


def _grace(number: int, hedge: str | None, apart: int) -> int:
    """The years by which a number of years may be off."""
    if hedge in ("more than", "over", "at least", "just over") and apart > number:
        return 1 + number // 2
    if hedge:
        return 2 + number // 6
    return 1 + number // 20 if number % ROUND == 0 else 1


def _value(number: str) -> int | None:
    plain = number.lower()
    found = int(plain) if plain.isdecimal() else SPELT.get(plain)
    return int(found) if found and found > 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _born() -> re.Pattern[str]:
    """A birth, with whose it is, if the name stands before it, and when."""
    return compiled(
        r"(?:(?P<who>[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+)){0,3}) (?:was )?)?(?P<born>\b[Bb]orn\b"
        r"(?P<gap>[^.;:!?()\d]{0,50}?) )"
        rf"(?:(?P<month>{MONTH}) (?P<day>\d{{1,2}}),? |(?P<d2>\d{{1,2}}) (?P<m2>{MONTH}),? )?"
        r"(?P<year>(?:18[5-9]\d|19\d\d|20\d\d)\b)"
    )


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    """A number of years beside the year, or between the two years, that it has to fit."""
    number = rf"{HEDGE}\s?\b(?P<number>{NUMBER})"
    when = rf"(?:{MONTH} )?(?:\d{{1,2}}, )?"
    return tuple(
        compiled(pattern)
        for pattern in (
            rf"\b[Ii]n {when}(?P<year>{YEAR}),? (?:[–—-]+ )?{number}(?P<unit> years ago)\b",
            rf"{number}(?P<unit> years ago),? (?:[–—-]+ )?(?:in|on) {when}(?P<year>{YEAR})\b",
            rf"\b[Ii]n {when}(?P<year>{YEAR}),? (?:just |only )?{number}(?P<unit> years (?:after|before)) "
            rf"[^.;:!?\d]{{0,50}}?\bin {when}(?P<other>{YEAR})\b",
            rf"\b[Ii]n {when}(?P<year>{YEAR})\b[^.;:!?\d]{{0,50}}?\b{number}(?P<unit> years (?:later|earlier)),? "
            rf"in {when}(?P<other>{YEAR})\b",
            rf"\b(?P<number>\d{{1,3}})(?P<unit>(?:st|nd|rd|th) anniversary) of (?:the |that |his |her |its |their )?"
            rf"(?P<year>{YEAR})\b",
        )
    )
