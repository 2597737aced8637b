"""Numbers as news writes them: "1,200", "1.2 million", "twenty-three", "a dozen", "dozens", "one in four"."""

from functools import lru_cache
from math import inf
from typing import NamedTuple

from lint.compiled import compiled
from lint.find.interval import Interval

NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split()
    )
}
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
SPELT = (
    NUMBER_WORDS
    | TENS
    | {
        f"{ten}{joint}{unit}": TENS[ten] + NUMBER_WORDS[unit]
        for ten in TENS
        for unit in list(NUMBER_WORDS)[1:10]
        for joint in "- "
    }
)
"""The numbers below a hundred, with a hyphen or a space."""
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}

SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9,
    "trillion": 1e12, "dozen": 12.0, "score": 20.0,
}  # fmt: skip
PLURALS = {
    "dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 1999), "thousands": (2000, 19999),
    "tens of thousands": (20000, 99999), "hundreds of thousands": (2e5, 999999), "millions": (2e6, inf),
    "tens of millions": (2e7, 99999999), "billions": (2e9, inf),
}  # fmt: skip
VAGUE = PLURALS | {
    "a dozen": (12, 12), "half a dozen": (6, 6), "a half-dozen": (6, 6), "half-dozen": (6, 6), "a couple": (2, 2),
    "a handful": (3, 8), "several": (3, 15), "a few": (3, 8), "no": (0, 0), "no one": (0, 0), "nobody": (0, 0),
    "both": (2, 2), "a hundred": (100, 100),
    "a thousand": (1000, 1000), "a million": (1e6, 1e6), "a billion": (1e9, 1e9), "half a million": (5e5, 5e5),
    "half": (0.5, 0.5),
}  # fmt: skip
"""The least and the most that each of these allows."""

UNIT = "(?:[- ](?:one|two|three|four|five|six|seven|eight|nine)\\b)?"
DIGITS = compiled(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:, \d{3})+(?!\d| [a-z]+(?:ed|rt)\b)|\d+(?:\.\d+)?")
WORDS = compiled(rf"([a-z]+){UNIT}")
HUNDRED = compiled(r"[- ]hundred\b(?: (?:and )?(?=[a-z]))?")
PHRASE = compiled(
    r"(?:a |half a |half-|no (?=one (?:was|were|has|had|died)\b)|(?:tens|hundreds) of (?=thousand|million))?"
    r"(?!nobody\b(?! (?:was|were|has|had|died)\b))[a-z-]+"
)
SCALE = compiled(
    r"(?: and a (half))?(?: - |[ -]|\n(?=[htmb][a-z]{6}))?"
    r"(hundred|thousand|million|billion|trillion|dozen|bn|mn|[kmb])\b(?!['’])"
)
ONLY_OF_MONEY = frozenset("kmb")  # "$4m" is money, "a 100m race" is not
SHARE = compiled(rf" (?:in|out of) (?:every )?(\d+|[a-z]+{UNIT})\b(?![-,.]?\d)")
AND_A_HALF = compiled(r"[ -]and[ -]a[ -]half(?=[ -](?!hundred|thousand|[mb]illion)[a-z])")
UNIT_OF_ONE = r"(?:mile|kilomet(?:er|re))\b"
PART_OF_ONE = compiled(rf"a (half|quarter)(?: of a)?(?=[ -]{UNIT_OF_ONE})|(half)(?: a)?(?=[ -]{UNIT_OF_ONE})")
ONE_AND_A_HALF = compiled(rf"a(?= {UNIT_OF_ONE} and a half\b)")
PARTS_OF_ONE = {"half": 0.5, "quarter": 0.25}
JOINTS, GOES_ON_WITH = frozenset(" -\n"), frozenset("htmbdk-aioqf")  # how a scale or a share begins
GOES_ON = JOINTS | set("htmbdk")
FRACTION = compiled(r"-(third|quarter|fifth|tenth)s?\b")
SHARES_BEGIN = (" in ", " out of ")
FRACTIONS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
SHARES_OF = frozenset("two three four five six seven eight nine ten twelve twenty 2 3 4 5 6 7 8 9 10 12 20 100".split())


class Number(NamedTuple):  # no dataclass: it lives for a moment, and a class of this kind is cheaper to make
    """What the words of one number allow, and where in those words it ends."""

    value: Interval
    end: int
    digits: str = ""  # as printed, where it is written in digits
    is_vague: bool = False
    is_share: bool = False  # "one in four" is 0.25
    scale: float = 1.0


def number_at(words: str, position: int = 0, *, money: bool = False) -> Number | None:
    """The number that begins at a position of lower-cased words, if one does."""
    found = _digits(words, position) or _vague(words, position) or _spelt(words, position)
    if found is None:
        return _part_of_one(words, position)
    if found.is_share:
        return found
    behind = words[found.end : found.end + 2]
    if behind[:1] not in GOES_ON or (behind[0] in JOINTS and behind[1:] not in GOES_ON_WITH):
        return found
    if behind in ("-a", " a") and (half := AND_A_HALF.match(words, found.end)):
        return Number(Interval(found.value.low + 0.5, found.value.high + 0.5), half.end(), found.digits)
    scale = SCALE.match(words, found.end)
    if scale is None or (scale[2] in ONLY_OF_MONEY and not money):
        return _share(words, found) or found
    value, factor = found.value, SCALES[scale[2]]
    if scale[1]:
        value = Interval(value.low + 0.5, value.high + 0.5)
    return Number(value.scaled(factor), scale.end(), found.digits, found.is_vague, scale=factor)


def _part_of_one(words: str, position: int) -> Number | None:
    """Half a mile, or a mile and a half, up to the unit that it is measured in."""
    if part := PART_OF_ONE.match(words, position):
        value = PARTS_OF_ONE[part[1] or part[2]]
        return Number(Interval(value, value), part.end())
    return Number(Interval(1.5, 1.5), position + 1) if ONE_AND_A_HALF.match(words, position) else None


def _digits(words: str, position: int) -> Number | None:
    match = DIGITS.match(words, position)
    if match is None:
        return None
    digits = match.group()
    return Number(_exactly(digits), match.end(), digits)


@lru_cache(maxsize=5_000)
def _exactly(digits: str) -> Interval:
    value = float(digits.replace(",", "").replace(" ", ""))
    return Interval(value, value)


def _vague(words: str, position: int) -> Number | None:
    match = PHRASE.match(words, position)
    if match is None or match.group() not in VAGUE:
        return None
    low, high = VAGUE[match.group()]
    return Number(Interval(low, high), match.end(), is_vague=low < high, is_share=match.group() == "half")


def _spelt(words: str, position: int) -> Number | None:
    found = _below_100(words, position)
    if found is None:
        return None
    value, end = found
    hundreds = HUNDRED.match(words, end)
    if hundreds and value < 100:
        rest = _below_100(words, hundreds.end()) if hundreds.end() > end + len(" hundred") else None
        value, end = (value * 100 + rest[0], rest[1]) if rest else (value * 100, end + len(" hundred"))
    return Number(Interval(value, value), end)


def _below_100(words: str, position: int) -> tuple[float, int] | None:
    """A number such as “twenty-three”, and where it ends."""
    match = WORDS.match(words, position)
    if match is None:
        return None
    whole = SPELT.get(match.group())
    if whole is not None:
        return whole, match.end()
    first = NUMBER_WORDS.get(match[1]) or TENS.get(match[1])
    return (first, match.end(1)) if first else None


def _share(words: str, part: Number) -> Number | None:
    """A share, such as “one in four” or “two-thirds”, of which the first number has been read."""
    if words.startswith("-", part.end) and (fraction := FRACTION.match(words, part.end)):
        return Number(part.value.scaled(1 / FRACTIONS[fraction[1]]), fraction.end(), is_share=True)
    match = SHARE.match(words, part.end) if words.startswith(SHARES_BEGIN, part.end) else None
    if match is None or match[1] not in SHARES_OF or not part.value.is_exact:
        return None
    whole = SPELT.get(match[1]) or float(match[1])
    return Number(part.value.scaled(1 / whole), match.end(), is_share=True) if part.value.low < whole else None
