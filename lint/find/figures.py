"""Figures: numbers as news writes them, what they allow, and the words that say what they count.

Never figures of this kind: years, dates, clock times, ages, house numbers and blocks, phone numbers, scores, ordinals,
model names. What a figure counts is for the rules to say, from the words before and after it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from lint.find.addresses import addresses
from lint.find.ages import NUMBER_WORDS, ages
from lint.find.dates import dates
from lint.find.interval import Interval
from lint.find.sentences import sentences
from lint.find.times import times
from lint.report import Report
from lint.span import Span

TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9,
    "trillion": 1e12, "dozen": 12.0, "score": 20.0,
}  # fmt: skip
VAGUE = {
    "a dozen": (12, 12), "half a dozen": (6, 6), "a half-dozen": (6, 6), "half-dozen": (6, 6), "dozens": (24, 99),
    "scores": (40, 199), "hundreds": (200, 1999), "thousands": (2000, 19999), "tens of thousands": (20000, 99999),
    "hundreds of thousands": (2e5, 999999), "millions": (2e6, inf), "a couple": (2, 2), "a handful": (3, 8),
    "several": (3, 15), "a few": (3, 8), "no": (0, 0), "both": (2, 2), "a hundred": (100, 100),
    "a thousand": (1000, 1000), "a million": (1e6, 1e6),
}  # fmt: skip
UNITS = {"percent": "percent", "per cent": "percent", "%": "percent", "percentage points": "points"}

WORDS_BELOW_20 = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
TENS_WORDS = "|".join(TENS)
DIGITS = r"\d{1,3}(?:, ?\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
BELOW_100 = rf"(?:{TENS_WORDS})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|{WORDS_BELOW_20}"
SPELT = rf"(?:{WORDS_BELOW_20}) hundred(?: and)? (?:{BELOW_100})\b|{BELOW_100}"
VAGUE_WORDS = "|".join(sorted(VAGUE, key=len, reverse=True))
SCALE = r"(?:[ -]?(?P<scale{n}>hundred|thousand|million|billion|trillion|dozen|bn|mn|[kmb](?![\w'’])))?"
NUMBER = re.compile(
    rf"(?<![\w.,/:#’'-])(?P<currency>US\$|A\$|C\$|[$€£¥])?\s?"
    rf"(?:(?P<digits>{DIGITS})|(?P<spelt>{SPELT})"
    rf"|(?P<vague>{VAGUE_WORDS}|a(?= (?:man|woman|boy|girl|child|teenager)\b)))"
    rf"(?![\w’]|[-/:.]\d|,\d|(?:st|nd|rd|th)\b)"
    rf"{SCALE.format(n='')}"
    rf"(?:(?: to | ?[-–—] ?| and )(?:US\$|[$€£])?(?P<digits2>{DIGITS})(?![\w’]|[-/:.]\d){SCALE.format(n='2')}"
    rf"| (?:to|or|and) (?P<spelt2>{SPELT})\b)?"
    rf"(?P<more>[- ]plus\b|\+| or (?:more|so)\b)?"
    rf"(?: ?(?P<unit>percentage points|per ?cent\b|%))?",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"(?:between|from) $", re.IGNORECASE)
HEDGES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})(?: (?:a |an )?(?:total of|estimated|some|the))? $", re.IGNORECASE))
    for kind, words in (
        ("least", r"at least|no fewer than|not less than|a minimum of"),
        ("most", r"up to|as many as|no more than|at most|as much as|not more than|a maximum of"),
        ("below", r"fewer than|less than|under|below|(?:just )?short of"),
        ("above", r"(?:well )?(?:more than|over|above|upwards of|exceeding|in excess of|greater than)"),
        ("nearly", r"nearly|almost|close to|approaching|just under|not quite"),
        ("about", r"(?:at )?(?:about|around|some|roughly|approximately|an estimated|estimated|circa|or so)"),
    )
)
WORD = re.compile(r"[\w’'-]+|[,;:()“”\"–—]|\.(?=\s|$)")
NO_COUNT_BEFORE = re.compile(
    r"(?:\b(?:No\.?|number|page|chapter|verse|room|route|highway|interstate|flight|channel|section|article|apartment|apt\.?"
    r"|unit|suite|gate|terminal|district|ward|precinct|level|tier|phase|grade|division|bus|line|act|volume|vol\.?|type|day"
    r"|zone|class|pier|exit|building|lot|tel|phone|call|dial|fax|zip|code|psalm|week|version|windows|ext\.?|I|US|U\.S\."
    r"|Hwy\.?|Rt\.?|Case)[- ]|[A-Z][\w-]* ?[#-])$"
)
REACH_BACK = 32  # code points before a number in which its hedge stands
NEAR = 10  # words kept on each side
YEARS = range(1500, 2101)
LONGEST_PHRASE = 5  # words
NO_PHRASE = frozenset(  # a phrase ends before these
    "was were is are be been being had has have will would who whom whose that which when where while after before"
    " during in on at by for from with without near into as and or but than because since if the this these those his"
    " her their its a an it they he she said says to not could can may of".split()
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of something, and the lower-cased words around it in its sentence.

    `phrase` are the words that belong to the number ("over 100 [innocent civilians]"), `after` those that follow them,
    `before` those before the number, nearest first.
    """

    span: Span
    whole: Span  # with the phrase
    value: Interval
    unit: str  # percent, points, a currency sign, or nothing for a plain count
    hedge: str  # least, most, below, above, nearly, about, vague, range or nothing
    before: tuple[str, ...]
    phrase: tuple[str, ...]
    after: tuple[str, ...]


def figures(report: Report) -> Iterator[Figure]:
    """The figures of a report, in order."""
    taken = sorted(
        mention.span
        for found in (report.find(dates), report.find(ages), report.find(times), report.find(addresses))
        for mention in found
    )
    starts = [span.start for span in taken]
    for sentence in report.find(sentences):
        position = sentence.start
        while match := NUMBER.search(report.text, position, sentence.end):
            position = max(match.end(), match.start() + 1)
            start = match.start() + (len(match.group()) - len(match.group().lstrip()))
            span = Span(start, start + len(report.text[start : match.end()].rstrip()))
            if _is_taken(taken, starts, span):
                continue
            figure = _figure(report.text, sentence, match, span)
            if figure is not None:
                yield figure


def _is_taken(taken: Sequence[Span], starts: Sequence[int], span: Span) -> bool:
    number = bisect_right(starts, span.end - 1) - 1
    return any(taken[each].overlaps(span) for each in range(max(0, number - 2), number + 1))


def _figure(text: str, sentence: Span, match: re.Match[str], span: Span) -> Figure | None:
    before = text[max(sentence.start, span.start - REACH_BACK) : span.start]
    if match["digits"] and not match["currency"] and NO_COUNT_BEFORE.search(before):
        return None
    low, vague = _low(match)
    if match["digits"] and _is_year(match, text):
        return None
    high = _high(match, low)
    hedge, hedge_start = "", span.start
    between = BETWEEN.search(before)
    if " and " in match.group().lower() and high is not None and not between:
        return None if match["digits2"] else _only_first(text, sentence, match, span)
    if between and high is not None:
        hedge_start = span.start - len(between.group())
    for kind, pattern in HEDGES:
        if found := pattern.search(before):
            hedge, hedge_start = kind, span.start - len(found.group())
            break
    value = Interval(low, high) if high is not None else vague or Interval(low, low)
    if high is not None or vague:
        hedge = hedge or ("range" if high is not None else "vague" if not (vague and vague.is_exact) else "")
    if hedge in REACHES:
        value = REACHES[hedge](value)
    if match["more"]:
        more = match["more"].strip().lower()
        value, hedge = (REACHES["about"](value), "about") if more.endswith("so") else (REACHES["least"](value), "least")
    unit = UNITS.get((match["unit"] or "").lower(), "") or (match["currency"] or "").upper()
    placed = Span(hedge_start, span.end)
    return _placed(text, sentence, placed, value, unit, hedge)


REACHES = {
    "least": lambda value: Interval(value.low, inf),
    "most": lambda value: Interval(0, value.high),
    "below": lambda value: Interval(0, value.low, high_open=True),
    "above": lambda value: Interval(value.low, inf, low_open=True),
    "nearly": lambda value: Interval(0.9 * value.low, value.low, high_open=True),
    "about": lambda value: Interval(0.9 * value.low - (value.low < 20), 1.1 * value.high + (value.low < 20)),
}
"""What each hedge does to the number behind it: "nearly 1,000" is 900 up to 1,000, "about 12" ten to fourteen."""


def _only_first(text: str, sentence: Span, match: re.Match[str], span: Span) -> Figure:
    """Of "two and three" without "between", the first number alone."""
    end = span.start + re.search(r" and ", text[span.start : span.end], re.IGNORECASE).start()  # type: ignore[union-attr]
    placed, (low, vague) = Span(span.start, end), _low(match)
    return _placed(text, sentence, placed, vague or Interval(low, low))


def _low(match: re.Match[str]) -> tuple[float, Interval | None]:
    words = (match["vague"] or "").lower()
    if words:
        low, high = VAGUE.get(words, (1, 1))
        scale = SCALES.get((match["scale"] or "").lower(), 1.0)
        return low * scale, Interval(low * scale, high * scale)
    return _number(match["digits"], match["spelt"], match["scale"] or match["scale2"]), None


def _high(match: re.Match[str], low: float) -> float | None:
    if not (match["digits2"] or match["spelt2"]):
        return None
    high = _number(match["digits2"], match["spelt2"], match["scale2"] or match["scale"])
    return high if high > low else None


def _number(digits: str | None, spelt: str | None, scale: str | None) -> float:
    factor = SCALES.get((scale or "").lower(), 1.0)
    if digits:
        return float(digits.replace(",", "").replace(" ", "")) * factor
    total = 0
    for word in re.split(r"[- ]", (spelt or "").lower()):
        if word == "hundred":
            total *= 100
        elif word != "and":
            total += TENS.get(word) or NUMBER_WORDS[word]
    return total * factor


def _is_year(match: re.Match[str], text: str) -> bool:
    """Whether four bare digits are a year: no comma, unit or scale, and no plain noun right after them."""
    digits = match["digits"]
    if len(digits) != 4 or not digits.isdigit() or int(digits) not in YEARS or match["currency"] or match["unit"]:
        return False
    if match["scale"] or (match["digits2"] and len(match["digits2"]) != 4):
        return False
    return not re.match(
        r" (?!and|the|in|of|to|at|by|for|when|was|were|is|with|as|or|on|from|after|before)[a-z]{3,}",
        text[match.end() : match.end() + 16],
    )


def _placed(text: str, sentence: Span, span: Span, value: Interval, unit: str = "", hedge: str = "") -> Figure:
    before = [word.lower() for word in WORD.findall(text, max(sentence.start, span.start - 90), span.start)]
    following = list(WORD.finditer(text, span.end, min(sentence.end, span.end + 120)))[:NEAR]
    words = [match.group().lower() for match in following]
    size = next((number for number, word in enumerate(words) if word in NO_PHRASE or not word[0].isalnum()), len(words))
    size = min(size, LONGEST_PHRASE)
    whole = Span(span.start, following[size - 1].end() if size else span.end)
    return Figure(span, whole, value, unit, hedge, tuple(before[::-1][:NEAR]), tuple(words[:size]), tuple(words[size:]))
