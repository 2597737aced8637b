"""Changes that a report tells with the two figures: “rose 12 percent to 1,183 from 1,041”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from lint import Report, Span
from lint.compiled import compiled
from lint.find.interval import Interval
from lint.find.rounding import coarse_place, last_place, rounded
from lint.pattern import opening

from ._looks import signs_of_percentages, words_and_pairs

RISES = (
    "rose|risen|rises?|rising|up|increase[sd]?|increasing|grew|grown|grows|growing|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?"
    "|soar(?:s|ed|ing)?|surg(?:es|ed|ing)|gain(?:s|ed|ing)?|advanced|leap(?:t|ed)|swelled|expanded|raised|higher|more"
)
FALLS = (
    "fell|fallen|falls|falling|down|dropp?(?:s|ed|ing)?|declin(?:es|ed|ing)|decreas(?:es|ed|ing)|slid|slipped|sank|shrank"
    "|plung(?:es|ed|ing)|tumbl(?:es|ed|ing)|slump(?:s|ed|ing)|dipped|cut|reduced|lowered|plummeted|shed|lower|fewer|less"
)
TIMES = {"doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0, "halved": 0.5}
FRACTIONS = {
    "a tenth": 1 / 10, "one-tenth": 1 / 10, "a fifth": 1 / 5, "one-fifth": 1 / 5, "a quarter": 1 / 4,
    "one-quarter": 1 / 4, "a third": 1 / 3, "one-third": 1 / 3, "half": 1 / 2, "two-thirds": 2 / 3,
    "two thirds": 2 / 3, "three-quarters": 3 / 4, "three quarters": 3 / 4,
}  # fmt: skip
SIGNS = frozenset((*TIMES, *(fraction.replace("-", " ").split()[-1] for fraction in FRACTIONS)))
SCALES = {
    "": 1.0, "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9,
    "bln": 1e9, "billion": 1e9, "tn": 1e12, "trillion": 1e12,
}  # fmt: skip
FALLING = compiled(FALLS)
PERCENT = r"(?:%|\s?per\s?cent\b|\spct\b)"
TOKEN = compiled(rf"\d(?:{PERCENT}|\spercentage\spoint)")
COMPARING = compiled(opening("from", "compared", "against", "versus", "vs") + r"\s[^.]{0,20}\d")
WORDS = ("doubled", "tripled", "trebled", "quadrupled", "halved", "by a ", "by one-", "by half", "by two", "by three")
ADJUSTED = compiled(
    r"\b(?:adjust(?:ed|ing)|exclud(?:ed?|ing)|constant|comparable|like-for-like|same-store|underlying|organic|annuali[sz]ed"
    r"|annual rate|real terms|inflation-adjusted|seasonally|on average|per year|a year since)\b",
    re.IGNORECASE,
)
CENTS = compiled(r"\s?(?:cents?|pence|p|c)\b")
LOOSE = 0.15  # of a percentage with “about” or “nearly” before it: what that allows
LOOSE_FACTOR = 0.13  # of a change told in a word, such as “doubled”
REACH_BEFORE, REACH_AFTER = 150, 170  # code points around a percentage in which its figures stand
LONGEST_FIGURE = 24  # code points
MANY = 10_000  # above which zeros at the end of a figure come from rounding


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as printed: its value, what rounding it may come from, and whether it is itself a percentage."""

    span: Span
    value: Interval
    widest: Interval  # zeros at the end taken for rounding
    scale: float
    unit: str  # %, a currency sign, cents, or nothing


@dataclass(frozen=True, slots=True)
class Change:
    """A change as printed: as a percentage, in points, or in a word."""

    span: Span
    ratio: Interval  # of the later figure to the earlier one
    points: Interval | None  # the same number taken for percentage points
    in_points: bool
    unit: Span | None  # the word “percent”


def changes(report: Report) -> Iterator[tuple[Change, Amount, Amount]]:
    """Each change that is told with its two figures: the change, the earlier figure and the later one."""
    (looks,) = report.find(words_and_pairs)
    if looks.words.isdisjoint(SIGNS) and not report.find(signs_of_percentages):
        return
    seen = set()
    for part in report.prose:
        for place in _candidates(report, part):
            start, end = max(part.start, place - REACH_BEFORE), min(part.end, place + REACH_AFTER)
            if not COMPARING.search(report.text, start, end):
                continue
            for pattern in _patterns():
                for match in pattern.finditer(report.text, start, end):
                    size, is_cut = match.start("size"), end - match.end() < LONGEST_FIGURE and end < part.end
                    if size not in seen and not is_cut:
                        seen.add(size)
                        yield from _told(match)


def _told(match: re.Match[str]) -> Iterator[tuple[Change, Amount, Amount]]:
    if (match["order"].lower() == "from") is not (match["joint"].lower() in ("to", "")):
        return
    names = ("second", "first") if match["order"].lower() == "to" or not match["joint"] else ("first", "second")
    change, old, new = _change(match), _amount(match, names[0]), _amount(match, names[1])
    if change and old and new and not ADJUSTED.search(match.group()):
        yield change, old, new


def _candidates(report: Report, part: Span) -> Iterator[int]:
    """Where a percentage stands, or a word that tells a change."""
    text = report.text
    if report.find(signs_of_percentages):
        for token in TOKEN.finditer(text, part.start, part.end):
            yield token.start()
    for word in WORDS:
        position = text.find(word, part.start, part.end)
        while position >= 0:
            yield position
            position = text.find(word, position + 1, part.end)


def _change(match: re.Match[str]) -> Change | None:
    """The change that a match tells, as the ratios that it allows."""
    words, hedge = " ".join(match["size"].lower().split()), " ".join((match["hedge"] or "").lower().split())
    span = Span(*match.span("size"))
    verb = (match["verb"] or "").lower()
    sign = -1 if FALLING.fullmatch(verb) else 1
    if words in TIMES:
        return Change(span, _about_factor(TIMES[words], hedge), None, in_points=False, unit=None)
    if words in FRACTIONS:
        size = FRACTIONS[words]
        return Change(
            span,
            _ratio_of(_loosened(Interval(size, size), hedge, LOOSE_FACTOR), sign),
            None,
            in_points=False,
            unit=None,
        )
    if not verb:
        return None
    digits = match["percent"].replace(",", "")
    value, place = float(digits), last_place(digits)
    allowed = Interval(max(0.0, value - place), value + place)
    if hedge:
        allowed = _loosened(allowed, hedge, LOOSE)
    in_points = "point" in words
    points = Interval(sign * allowed.high, sign * allowed.low) if sign < 0 else allowed
    unit = (
        None if in_points else Span(match.end("size") - len(match["size"][len(match["percent"]) :].lstrip()), span.end)
    )
    return Change(span, _ratio_of(allowed.scaled(0.01), sign), points, in_points, unit)


def _loosened(size: Interval, hedge: str, share: float) -> Interval:
    """What a hedge before a size allows; “more than” allows half as much again."""
    if hedge.startswith(("more", "over", "at least", "well")):
        return Interval(size.low, 1.5 * size.high)
    return Interval(size.low * (1 - share), size.high * (1 + share))


def _about_factor(factor: float, hedge: str) -> Interval:
    """The ratios that a word such as “doubled” allows."""
    if hedge.startswith(("more", "over", "well", "at least")):
        return Interval(factor, inf) if factor > 1 else Interval(0, factor)
    return Interval(factor * (1 - LOOSE_FACTOR), factor * (1 + 1.5 * LOOSE_FACTOR))


def _ratio_of(size: Interval, sign: int) -> Interval:
    return Interval(1 + size.low, 1 + size.high) if sign > 0 else Interval(1 - size.high, 1 - size.low)


def _amount(match: re.Match[str], name: str) -> Amount | None:
    """A figure of a match, unless it is rather a year."""
    digits, scale = match[name], SCALES[(match[f"{name}_scale"] or "").strip().lower()]
    if re.fullmatch(r"(?:19|20)\d\d", digits) and scale == 1 and not match[f"{name}_sign"]:
        return None
    plain = digits.replace(",", "")
    value = float(plain) * scale
    coarse = coarse_place(digits) * scale
    place = coarse if float(plain) >= MANY else last_place(plain) * scale
    span = Span(match.start(f"{name}_sign") if match[f"{name}_sign"] else match.start(name), match.end(f"{name}_end"))
    return Amount(span, rounded(value, place), rounded(value, coarse), scale, _unit(match, name))


def _unit(match: re.Match[str], name: str) -> str:
    if match[f"{name}_percent"]:
        return "%"
    if CENTS.match(match.string, match.end(f"{name}_end")):
        return "cents"
    return (match[f"{name}_sign"] or "").strip()[-1:]


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    """A change before its figures, one behind them, and one between them: “1,180, up 12 percent from 1,040”."""

    def amount(name: str) -> str:
        return (
            r"(?:an?\s(?:revised|record|restated)\s|(?:about|some|around|nearly|almost|just\sover|just\sunder)\s)?"
            rf"(?P<{name}_sign>(?:US)?[$€£¥]\s?)?(?P<{name}>\d+(?:,\d{{3}})*(?:\.\d+)?)(?P<{name}_end>"
            rf"(?P<{name}_scale>[\s-]?(?:thousand|million|billion|trillion|mln|bln|bn|mn|tn|[mbk])\b)?"
            rf"(?P<{name}_percent>{PERCENT})?)(?![\d/:]|,\d|\.\d|-(?!year))"
        )

    first, second = amount("first"), amount("second")
    noun = r"(?:\s(?!(?:from|to|and|but|or|while|against|compared|up|down|as|which|when)\b)[\w’'./-]+){0,5}?"
    hedge = (
        r"(?P<hedge>(?:about|around|nearly|almost|roughly|approximately|some|(?:just |well )?over|more than|at least"
        r"|less than|close to|just under|under|only)\s)?"
    )
    percent = rf"(?P<percent>\d+(?:,\d{{3}})*(?:\.\d+)?)(?:\s(?:percentage|pct)\spoints?\b|{PERCENT}(?:\spoints?\b)?)"
    size = rf"(?P<size>{percent}|(?<=by\s)(?:{'|'.join(FRACTIONS)})\b|(?:{'|'.join(TIMES)})\b)"
    verb = rf"(?P<verb>{RISES}|{FALLS})\b"
    since = r"from|compared\s(?:with|to)|against|versus|vs\.?"
    ends = rf"(?P<order>to|from)\s{first}{noun},?\s(?:(?:up|down)\s)?(?P<joint>to|{since})\s{second}(?!\sto\s[$€£]?\d)"
    aside = r"(?:[$€£]?[\d.,]+[a-z]*(?:\s[a-z]+){0,2},?\sor\s)?"
    return tuple(
        compiled(pattern, re.IGNORECASE)
        for pattern in (
            rf"\b(?:{verb}(?:\sby|\sof)?\s{aside})?{hedge}{size}{noun},?\s{ends}",
            rf"\b{verb}{noun}\s{ends}{noun}(?:,|\s–|\s—|\s--)?\s\(?(?:an?|or|up|down)\s(?:\w+\sof\s)?{hedge}{size}",
            rf"(?<![\w.,$€£¥]){first}{noun},\s{verb}(?:\sby)?\s{hedge}{size}{noun}\s(?P<order>from)\s(?P<joint>){second}",
        )
    )
