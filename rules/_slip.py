"""How likely a writer is to type one word for another: the cost of the slips between them."""

from functools import cache
from itertools import accumulate, pairwise

KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
VOWELS = frozenset("aeiouy")

TRANSPOSED = 0.5  # “teh”
UNDOUBLED = 0.45  # “comittee”, “dissapoint”
NO_APOSTROPHE = 0.3  # “didnt”
MISHEARD = 0.65  # one vowel for another, “definately”; or a consonant that sounds alike, “concensus”
NEXT_KEY = 0.8  # “tge”
LEFT_OUT = 0.6  # “goverment”
TYPED_TWICE = 0.8  # a letter too many that stands beside its neighbour on the keyboard
OTHER = 1.0
FIRST_LETTER = 0.6  # more: few get the first letter of a word wrong

SOUND_ALIKE = frozenset(map(frozenset, ("cs", "ck", "sz", "gj", "td", "nm", "vf", "bp", "qk")))


def _neighbours() -> frozenset[frozenset[str]]:
    """The pairs of letters whose keys touch."""
    pairs = {frozenset(pair) for row in KEYBOARD for pair in pairwise(row)}
    for upper, lower in pairwise(KEYBOARD):
        for place, letter in enumerate(lower):
            pairs |= {frozenset((letter, above)) for above in upper[place : place + 2]}
    return frozenset(pairs)


TOUCHING = _neighbours()


def slip_cost(typed: str, meant: str) -> float:
    """The cheapest way from the meant word to the typed one; a slip costs about 1, a frequent kind half of that."""
    missing = [_missing(meant, place) for place in range(len(meant))]
    before_last: list[float] = []
    last = list(accumulate(missing, initial=0.0))
    for row, letter in enumerate(typed, 1):
        extra = _extra(typed, row - 1)
        best = last[0] + extra
        current = [best]
        replaced = _replaced if row > 1 else _replaced_first
        for column, wanted in enumerate(meant, 1):
            best += missing[column - 1]
            other = last[column] + extra  # an if is three times as fast as a min, and this is done a million times
            if other < best:
                best = other
            other = last[column - 1]
            if letter != wanted and other < best:
                other += replaced(letter, wanted)
            if other < best:
                best = other
            if row > 1 and column > 1 and letter == meant[column - 2] and typed[row - 2] == wanted:
                best = min(best, before_last[column - 2] + TRANSPOSED)
            current.append(best)
        before_last, last = last, current
    return last[-1]


@cache
def _replaced(letter: str, wanted: str) -> float:
    """The cost of another letter than the wanted one."""
    pair = frozenset((letter, wanted))
    if pair <= VOWELS or pair in SOUND_ALIKE:
        return MISHEARD
    return NEXT_KEY if pair in TOUCHING else OTHER


def _replaced_first(letter: str, wanted: str) -> float:
    """The same of the first letter."""
    return _replaced(letter, wanted) + FIRST_LETTER


def _extra(typed: str, place: int) -> float:
    """The cost of a letter that should not be there."""
    letter, around = typed[place], typed[max(0, place - 1) : place] + typed[place + 1 : place + 2]
    if letter in around:
        return UNDOUBLED
    cost = TYPED_TWICE if any(frozenset((letter, other)) in TOUCHING for other in around) else OTHER
    return cost + FIRST_LETTER if place == 0 else cost


def _missing(meant: str, place: int) -> float:
    """The cost of a letter left out."""
    if meant[place] == "'":
        return NO_APOSTROPHE
    letter, around = meant[place], meant[max(0, place - 1) : place] + meant[place + 1 : place + 2]
    if letter in around:
        return UNDOUBLED
    return LEFT_OUT + FIRST_LETTER if place == 0 else LEFT_OUT
