"""Sums of money and percentages of a headline that the beginning of the body gives otherwise."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from lint import Report, Span
from lint.find.figures import Figure, figures
from lint.find.interval import Interval
from lint.find.rounding import last_place
from lint.find.sentences import sentence_at
from lint.pattern import late

from ._head_noun import head_noun
from ._spoken import stems

CURRENCIES = frozenset(("$", "US$", "A$", "C$", "HK$", "NZ$", "€", "£", "¥"))
UNITS = CURRENCIES | {"percent"}
LEADING = 900  # code points of the body in which it says what the headline says
ROUNDED = 0.06  # of an amount: what a headline may round away
ADDENDS, MOST = 3, 10  # amounts that may add up to the headline's, and amounts that are added up
DIGITS = late(r"\d[\d,]*(?:\.\d+)?")
ANOTHER_TIME = late(
    r"\b(?:from|compared|against|versus|than|earlier|previous(?:ly)?|last|prior|forecasts?|expect(?:ed|s|ing)?|estimates?d?"
    r"|targets?|originally|initially|up to|as much as|another|further|additional|each|per|including)\b[^.;]{0,40}\Z"
)
ANOTHER_TIME_AFTER = late(
    r",? (?:last|(?:in |during )?the (?:previous|same)"
    r"|(?:a|one|two|five|ten) (?:years?|months?|weeks?|quarters?) (?:ago|earlier|before))\b"
)
COARSEST = 0.1  # of an amount: what zeros at its end may stand for
SCALE = late(r"[ -]+(?:thousand|[mb]illion|trillion|bn|crore|lakh)\b")  # that was not read with the digits
SLIPS = (10.0, 100.0, 1000.0)
SHARED, SHARED_FOR_A_SLIP = 2, 1  # telling words of the headline in the sentence of the body


def amounts_otherwise(report: Report, headline: Span) -> Iterator[tuple[Figure, Figure]]:
    """Each amount of the headline that nothing in the body bears out, with the one that it gives of the same thing."""
    found = [figure for figure in report.find(figures) if figure.unit in UNITS]
    titled = [figure for figure in found if headline.covers(figure.span)]
    if not titled:
        return
    body = [figure for figure in found if figure.span.start >= report.body.start]
    for figure in titled:
        same = [other for other in body if _currency(other) == _currency(figure)]
        if figure.hedge == "vague" or any(_bears_out(report, figure, other) for other in same):
            continue
        if _adds_up(figure.value.low, same):
            continue
        against = next((other for other in same if _is_of_the_same(report, figure, other, same)), None)
        if against is not None:
            yield figure, against


def _currency(figure: Figure) -> str:
    return figure.unit.removeprefix("US")


def _bears_out(report: Report, figure: Figure, other: Figure) -> bool:
    """Whether an amount of the body may be that of the headline, rounded up or down to the places that it prints."""
    if figure.value.meets(other.value):
        return True
    place = _place(report, figure)
    apart = min(abs(one - two) for one in _ends(figure.value) for two in _ends(other.value))
    return apart < place or apart <= ROUNDED * max(figure.value.low, other.value.low)


def _ends(value: Interval) -> tuple[float, ...]:
    return tuple(end for end in (value.low, value.high) if end != float("inf"))


def _place(report: Report, figure: Figure) -> float:
    """What one in the last printed place of an amount is worth: a million for “$3m”."""
    digits = DIGITS.search(report.words(figure.span))
    if digits is None or not (printed := float(digits[0].replace(",", ""))):
        return 0.0
    plain = digits[0].replace(",", "")
    place = last_place(digits[0])
    if "." not in plain and plain.endswith("0"):  # “$40m” may be rounded, but not from 45
        place = COARSEST * printed
    return place * figure.value.low / printed


def _adds_up(total: float, body: Sequence[Figure]) -> bool:
    values = [figure.value.low for figure in body if figure.value.is_exact][:MOST]
    sums = (sum(some) for count in range(2, ADDENDS + 1) for some in combinations(values, count))
    return any(abs(each - total) <= ROUNDED / 2 * total for each in sums)


def _is_of_the_same(report: Report, figure: Figure, other: Figure, body: Sequence[Figure]) -> bool:
    """Whether an amount that leads the body is told of what the headline's is, and alone in its sentence."""
    text, sentence = report.text, sentence_at(report, other.span.start)
    if other.span.start > report.body.start + LEADING or other.hedge == "vague":
        return False
    if SCALE.match(text, other.span.end) or ANOTHER_TIME_AFTER.match(text, other.span.end):
        return False
    if ANOTHER_TIME.search(text, sentence.start, other.span.start):
        return False
    if sum(sentence.covers(each.span) for each in body) > 1:
        return False
    nouns = {head_noun(each.phrase) for each in (figure, other)} - {""}
    words = stems(report, figure.span), stems(report, other.span)
    if len(nouns) > 1 and not any(noun[:5] in told for noun in nouns for told in words):
        return False
    shared = len(words[0] & words[1])
    small, large = sorted((figure.value.low, other.value.low))
    is_slip = bool(small) and round(large / small, 6) in SLIPS
    return shared >= (SHARED_FOR_A_SLIP if is_slip else max(SHARED, len(words[0]) / 2))
