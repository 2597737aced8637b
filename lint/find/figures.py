"""Figures: numbers as news writes them, what they allow, and the words that say what they count.

What a figure counts is for the rules to say, from the words before and after it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from lint.compiled import compiled
from lint.find.addresses import addresses
from lint.find.ages import ages
from lint.find.dates import dates
from lint.find.hedges import REACHES, hedge_before
from lint.find.interval import Interval
from lint.find.not_figures import LONGEST_MODEL, is_no_figure
from lint.find.number_starts import PERSON, numbers_begin
from lint.find.numbers import SPELT, Number, number_at
from lint.find.sentences import sentences
from lint.find.times import times
from lint.report import Report
from lint.span import Span
from lint.value import value

PEOPLE = frozenset(
    f"{PERSON}|men|women|boys|girls|children|kids|teenagers|teens|toddlers|babies|people|students|officers|gunmen|suspects"
    "|soldiers|bystanders|son|daughter|sons|daughters|brother|sister|brothers|sisters|wife|husband|mother|father|friend"
    "|friends|parents|adults|civilians|policemen|policewomen|deputies|others|tourists|passengers".split("|")
)
ONE_PERSON = Number(Interval(1, 1), 1)
SIGN = compiled(r"((?:US|A|C|HK|NZ)?\$|[€£¥]) ?$")
MONEY = "$€£¥"
JOINT = compiled(r" (to|and|or) (?:us)?[$€£]?|(?:–|—| ?- ?)[$€£]?")  # a spaced dash is punctuation
MORE = compiled(r"[- ]plus\b|\+| or (?:more|so)\b")
UNIT = compiled(r"[ -]*(?:(percentage points?\b|per ?cent\b|%)|(dollars\b|euros?\b))")
GOES_ON = compiled(r"[ -]*(?:per|%|dollars|euro)|[–—+-]| (?:-|to |and |or |plus)")  # how one of these three begins
UNITS = {
    "percentage points": "points", "percentage point": "points", "percent": "percent", "per cent": "percent",
    "%": "percent", "dollars": "$", "euro": "€", "euros": "€",
}  # fmt: skip
PERCENT_TO = compiled(r" ?(?:%|per ?cent\b)(?= (?:to|and) \d)")
SCORE = compiled(r" (?:win|victory|defeat|loss|vote|ruling|decision|lead|draw|record|advantage|tie|triumph)\b")
PLURAL_OR_COUPLE = compiled(r"(?:s|couple|handful|dozen)$")
TOGETHER = frozenset({" and ", " and her ", " and his ", " and their "})
LONGEST_BETWEEN = max(map(len, TOGETHER))
CLEAN_END = compiled(r"(?![\w’°½¼¾\ufffd]|[/:.]\d| \d+ ?/ ?\d| ?/ ?\d| ?[x×] ?\d)|(?:km|kg|kph|mph|ft|lbs?)\b")
WORD = compiled(r"[^\W_][\w’'-]*|[,;:()“”\"–—]|\.(?=\s|$)")
CHANGING = frozenset(
    "rose risen rises rising climbed climbs increased increases grew grown jumped soared fell falls fallen dropped"
    " dropping declined decreased down up went gone".split()
)
REACH = 80  # code points before a figure in which its words stand
FURTHER = 84  # code points after it
NEAR = 10  # words kept on each side
WINDOW = 72  # code points in which a number ends
LONGEST_PHRASE = 5  # words
MANY = 10  # "over four days" is how long, "over 40 days" is a hedge
NO_PHRASE = frozenset(  # a phrase ends before these
    "was were is are be been being had has have will would who whom whose that which when where while after before"
    " during in on at by for from with without near into as and or but than because since if the this these those"
    " his her their its a an it they he she said says to not could can may might must should of including ago then"
    " so".split()
)


@value(frozen=True, slots=True)
class Figure:
    """A number of something, and the lower-cased words around it in its sentence.

    `phrase` are the words that belong to the number ("over 100 [innocent civilians]"), `after` those that follow them,
    `before` those before the number, nearest first.
    """

    span: Span
    whole: Span  # with the phrase
    value: Interval
    unit: str  # percent, points, share, a currency sign, or nothing for a plain count
    hedge: str  # least, most, below, above, nearly, about, vague, range or nothing
    before: tuple[str, ...]
    phrase: tuple[str, ...]
    after: tuple[str, ...]


class _Range(NamedTuple):  # as Number is, and for the same reason
    """What one or two numbers allow together, and where in their words they end."""

    value: Interval
    hedge: str
    end: int
    opened: bool = False  # by “between” or “from”


def figures(report: Report) -> Iterator[Figure]:
    """The figures of a report, in order; “a woman and her two sons” is one figure, of three people."""
    waiting: Figure | None = None
    for figure in _single(report):
        together = _together(report.text, waiting, figure) if waiting else None
        if waiting and not together:
            yield waiting
        waiting = together or figure
    if waiting:
        yield waiting


def _single(report: Report) -> Iterator[Figure]:
    taken, bounds = _taken(report), iter(report.find(sentences))
    occupied, sentence = next(taken, None), next(bounds, None)
    for part in report.prose:
        position = part.start
        for start in numbers_begin(report, part):
            while occupied is not None and occupied.end <= start:
                occupied = next(taken, None)
            while sentence is not None and sentence.end <= start:
                sentence = next(bounds, None)
            if start < position or sentence is None or (occupied is not None and occupied.start <= start):
                continue
            end = min(sentence.end, occupied.start) if occupied is not None else sentence.end
            found = _figure(report.text, sentence, start, end)
            if isinstance(found, Figure):
                yield found
                found = found.span.end
            position = found


def _taken(report: Report) -> Iterator[Span]:
    """Where dates, ages, times and addresses stand, in order."""
    spans = [mention.span for mention in report.find(dates)]
    spans += [mention.span for mention in report.find(ages)]
    spans += [mention.span for mention in report.find(times)]
    spans += [mention.span for mention in report.find(addresses)]
    return iter(sorted(spans, key=lambda span: span.start))


def _figure(text: str, sentence: Span, start: int, end: int) -> Figure | int:
    """The figure whose number begins at `start` and ends before `end`, or else where to look on."""
    words = text[start : min(end, start + WINDOW)].lower()
    is_money = start > 0 and (text[start - 1] in MONEY or text[start - 2] in MONEY)
    sign = SIGN.search(text, max(sentence.start, start - 4), start) if is_money else None
    number = number_at(words, money=sign is not None) or (ONE_PERSON if words.startswith("a ") else None)
    if number is None or not CLEAN_END.match(words, number.end):
        return start + (number.end if number else 1)
    begin = sign.start() if sign else start
    before = tuple(WORD.findall(text[max(sentence.start, begin - REACH) : begin].lower())[: -NEAR - 1 : -1])
    if not sign and is_no_figure(text, sentence, start, number, before):
        return start + number.end
    goes_on = GOES_ON.match(words, number.end) is not None
    ranged = _range(words, number, before) if goes_on else _alone(number)
    if isinstance(ranged, int):
        return start + ranged
    unit, size = _unit(words, ranged.end) if goes_on else ("", ranged.end)
    name = "share" if number.is_share else unit or (sign[1] if sign else "")
    after = tuple(WORD.findall(text[start + size : min(sentence.end, start + size + FURTHER)].lower())[:NEAR])
    value, hedge = ranged.value, ranged.hedge
    kind, away = hedge_before(before, after[0] if after and value.high < MANY else "")
    if kind:
        value, hedge = REACHES[kind](value), kind
    if away := away or int(ranged.opened):
        begin, before = _start_of(text, sentence, begin, away), before[away:]
    first = 1 if after[:1] == ("of",) and PLURAL_OR_COUPLE.search(words, 0, size) else 0
    last = _phrase_end(after, first)
    whole = Span(begin, _end_of(text, start + size, last if last > first else 0))
    return Figure(Span(begin, start + size), whole, value, name, hedge, before, after[first:last], after[last:])


def _unit(words: str, end: int) -> tuple[str, int]:
    """The unit that follows a number, and where the number ends with it: “percent” belongs to it, “dollars” do not."""
    unit = UNIT.match(words, end)
    if unit is None:
        return "", end
    return UNITS[unit[1] or unit[2]], unit.end() if unit[1] else end


def _range(words: str, number: Number, before: tuple[str, ...]) -> _Range | int:
    """What a number, perhaps with a second one and “or more”, allows; or how far to go on where it is a score."""
    ranged = _two_numbers(words, number, before)
    more = None if isinstance(ranged, int) else MORE.match(words, ranged.end)
    if isinstance(ranged, int) or more is None:
        return ranged
    hedge = "about" if more.group().endswith("so") else "least"
    return _Range(REACHES[hedge](ranged.value), hedge, more.end(), ranged.opened)


def _two_numbers(words: str, number: Number, before: tuple[str, ...]) -> _Range | int:
    alone = _alone(number)
    joint = JOINT.match(words, _behind_percent(words, number, before))
    second = number_at(words, joint.end()) if joint else None
    if joint is None or second is None or number.is_share:
        return alone
    dashed = joint[1] is None
    if not CLEAN_END.match(words, second.end) or (dashed and words[second.end : second.end + 1] == "-"):
        return second.end if dashed else alone
    if joint[1] == "and" and before[:1] != ("between",):
        return alone
    factor = second.scale if number.scale == 1 and number.digits else 1.0
    low, high = number.value.low * factor, second.value.high
    if before[:1] == ("from",) and joint[1] == "to" and not CHANGING.isdisjoint(before[1:6]):
        return _Range(second.value, "", second.end)
    if (
        low < high
        and not (dashed and SCORE.match(words, second.end))
        and not (dashed and len(second.digits) > 3 > factor)
    ):
        return _Range(Interval(low, high), "range", second.end, opened=before[:1] in (("between",), ("from",)))
    return second.end if dashed or joint[1] == "to" else alone


def _alone(number: Number) -> _Range:
    return _Range(number.value, "vague" if number.is_vague else "", number.end)


def _behind_percent(words: str, number: Number, before: tuple[str, ...]) -> int:
    """Where a number ends, with “percent” where a second share follows: “40 percent to 70 percent”."""
    if number.digits and CHANGING.isdisjoint(before[:4]) and (percent := PERCENT_TO.match(words, number.end)):
        return percent.end()
    return number.end


def _start_of(text: str, sentence: Span, begin: int, away: int) -> int:
    """Where the word stands that is so many words before a place."""
    words = list(WORD.finditer(text, max(sentence.start, begin - REACH), begin))
    return words[-away].start()


def _end_of(text: str, end: int, words: int) -> int:
    """Where so many words end that stand behind a place."""
    for _ in range(words):
        if word := WORD.search(text, end):
            end = word.end()
    return end


def _phrase_end(words: tuple[str, ...], first: int) -> int:
    for number in range(first, min(len(words), first + LONGEST_PHRASE)):
        word = words[number]
        if word in NO_PHRASE or word in SPELT or not word[0].isalnum():
            return number
        if word[0].isdigit() and (number == first or len(words[number - 1]) > LONGEST_MODEL):
            return number
    return min(len(words), first + LONGEST_PHRASE)


def _together(text: str, one: Figure, two: Figure) -> Figure | None:
    """One figure for people who are counted together: “two men and a woman”, “a woman and her two sons”."""
    if two.span.start - one.whole.end > LONGEST_BETWEEN or text[one.whole.end : two.span.start] not in TOGETHER:
        return None
    if one.hedge or two.hedge or one.unit or two.unit:
        return None
    if not one.phrase or not two.phrase or one.phrase[-1] not in PEOPLE or PEOPLE.isdisjoint(two.phrase):
        return None
    value = Interval(one.value.low + two.value.low, one.value.high + two.value.high)
    span = Span(one.span.start, two.whole.end)
    return Figure(span, span, value, "", "", one.before, one.phrase + two.phrase, two.after)
