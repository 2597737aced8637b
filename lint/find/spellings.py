"""How names are spelt: what counts as one spelling, which are a slip apart, and which are forms of one word."""

import unicodedata
from functools import lru_cache

from lint.compiled import compiled

PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})
POSSESSIVE = compiled(r"[’']s?$")
UNMARKED = str.maketrans("", "", "'’‘`-‐‑ \u00a0")

# Endings that make another word of a name: plurals, inhabitants, adjectives, sons and daughters.
ENDINGS = frozenset(
    "s es i n an ian ans ians ese y ish ed er ers ing a e o ic ite ites ism ist ists ov ova ev eva son sen ez ine in is"
    " us um te land ville burg like style type based born led era town man men azo".split()
)
GENDERED = frozenset(map(frozenset, ("ao", "io", "ia", "ae", "eo", "ei", "ie", "iy")))
TRANSLITERATIONS = tuple(
    pair.split(">") for pair in "kh>h tch>c ch>c ou>u oo>u ee>i yy>i iy>i ij>i ey>ei y>i q>k w>v ss>s dj>j".split()
)
LONG = 7  # letters from which two slips still leave a name recognisable


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """A name in lower case without accents: Eékhout and EEKHOUT are one spelling."""
    lower = word.casefold()
    if lower.isascii():
        return lower.replace("’", "'")
    split = unicodedata.normalize("NFKD", lower.translate(PLAIN).replace("’", "'"))
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def unowned(word: str) -> str:
    """A word without case and possessive."""
    return (POSSESSIVE.sub("", word) if "'" in word or "’" in word else word).casefold()


def joined(word: str) -> str:
    """A folded name without hyphens, apostrophes and spaces, in which desks differ and nobody is wrong."""
    return folded(word).translate(UNMARKED)


def transliterated(word: str) -> str:
    """A folded name with one letter for those by which other scripts are written now so, now so: Yanukovich, -ych."""
    for letters, letter in TRANSLITERATIONS:
        word = word.replace(letters, letter)
    return word


def resembles(one: str, other: str) -> bool:
    """A cheap test that every pair of near spellings passes: most letters stand in a common beginning or end."""
    if one[:1] != other[:1] or one == other:
        return False
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 2:
        return False
    start = 1
    while start < len(shorter) and shorter[start] == longer[start]:
        start += 1
    end = 0
    while end < len(shorter) - start and shorter[-1 - end] == longer[-1 - end]:
        end += 1
    unlike = 2 if len(shorter) < LONG else 3  # letters: two that are swapped, or one slip and the letter beside it
    return start + end >= len(longer) - unlike or _is_anagram(one, other)


def _is_anagram(one: str, other: str) -> bool:
    """Whether a long name has another's letters, as Pendergrast has those of Prendergast."""
    return len(one) == len(other) >= LONG and sorted(one) == sorted(other)


def slips(one: str, other: str) -> int:
    """How many letters one has to put in, take out, change or swap with their neighbours to come to the other."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    before_last, last = [0], list(range(len(other) + 1))  # what is left of near names is two letters or three
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, wanted in enumerate(other, 1):
            least = min(last[column] + 1, current[-1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                least = min(least, before_last[column - 2] + 1)
            current.append(least)
        before_last, last = last, current
    return last[-1]


def is_near(one: str, other: str) -> bool:
    """Whether one folded name may be a slip for the other: one slip, or two in a long one."""
    if "-" in one and one.count("-") == other.count("-"):  # Jong-il and Jong-un are two men
        return all(
            part == fellow or is_near(part, fellow)
            for part, fellow in zip(one.split("-"), other.split("-"), strict=True)
        )
    if one[:1] == other[:1] and _is_anagram(one, other):
        return one != other
    shorter, longer = sorted((len(one), len(other)))
    most = 0 if shorter < 4 else 1 if shorter < LONG else 2
    return one != other and longer - shorter <= most and slips(one, other) <= most


def are_forms(one: str, other: str) -> bool:
    """Whether two folded names are forms of one word: Iran and Iranian, Tsarnaev and Tsarnaeva, latino and latina."""
    return have_endings(one, other) or are_gendered(one, other)


def have_endings(one: str, other: str) -> bool:
    """Whether one folded name is the other with an ending that makes another word of it."""
    shorter, longer = sorted((one.translate(UNMARKED), other.translate(UNMARKED)), key=len)
    if shorter == longer:
        return True
    ending = longer[len(shorter) :].lstrip("-'")
    return longer.startswith(shorter) and ending in ENDINGS and ending != shorter[-1]  # Zellermann is no ending


def are_gendered(one: str, other: str) -> bool:
    """Whether two folded names differ in a last vowel only, which shows sex or number in many languages."""
    return len(one) == len(other) and one[:-1] == other[:-1] and frozenset((one[-1], other[-1])) in GENDERED
