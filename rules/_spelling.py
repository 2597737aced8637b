"""What a word that no list has was meant to be."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ._lexicon import CommonWord, alike, common, is_known, parts, strangers, zipf
from ._slip import slip_cost

COST_OF_A_SLIP = 3.0  # a word must be a thousand times as frequent to be a slip of cost 1 more likely
COST_OF_A_SPACE = 1.4  # “soclose”
COST_OF_AN_ENDING = 0.5
LONG_FIRST = 5  # letters of the first word of a compound that dictionaries write as two
COST_OF_A_COMMON_SPACE = 0.9  # “andmore”
NEVER_ALONE = 5.2  # the frequency of what clings to “no”: “nolonger”, “noone”

# Words that are easily closed up with the next or the one before; the others also begin or end many longer words.
CLINGING = frozenset("the of and in to is was that each every these those many at as".split())
FUNCTION_WORDS = CLINGING | frozenset(
    "for on with by from are be been has have had not but or if so it he she they we you his her their its our this "
    "any no per some all up".split()
)
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april august september october "
    "november december".split()
)

# Endings and beginnings that make new words of old ones, and what the old ones must be for it.
ENDINGS = {
    **dict.fromkeys(("ed", "ing", "er", "ers"), "nv"),
    **dict.fromkeys(("ish", "like", "less", "esque", "ee", "ism", "wise"), "n"),
    "y": "nv",
    **dict.fromkeys(("ly", "ness"), "adg"),
}
ENDINGS_LIKE_WORDS = frozenset("ion ions age ages ant ants ling able ally ate ates ted ism ent".split())
BEGINNINGS = ("un", "re", "non", "over", "under", "anti", "super", "mis", "pre", "out", "co", "sub", "multi", "micro")


class Meant(NamedTuple):
    """What an unknown word was probably meant to be.

    `score` is the Zipf frequency of the word meant less the cost of the slips, `lead` its lead over the next guess,
    `cost` that of the slips alone (see lint.rules._slip).
    """

    words: str
    cost: float
    score: float
    lead: float


@lru_cache(maxsize=20_000)
def meant(word: str, slips: int, *, names: bool = False) -> Meant | None:
    """The likeliest word, or pair of words, that an unknown lower-case word is at most so many slips away from.

    What is only a name is a guess where names are asked for, or if it stands in the calendar.
    """
    near = set(alike(word, slips))
    if not names:  # few get the first letter of a name wrong
        near = {each for each in near.union(_first_letter_mended(word)) if _is_no_name(each)}
    guesses = sorted(_guesses(word, near), reverse=True)
    if not guesses:
        return None
    score, words, cost = guesses[0]
    runner_up = next((other for other, form, _ in guesses[1:] if not _same_stem(form, words)), -9.0)
    return Meant(words, cost, score, score - runner_up)


@lru_cache(maxsize=20_000)
def is_coined(word: str) -> bool:
    """Whether an unknown word is well made of known ones: “unredacted”, “wanded”, “clubgoers”."""
    for ending, kinds in ENDINGS.items():
        stem = word.removesuffix(ending)
        well_joined = stem[-1] != "e" or ending == "y"  # “makeing” is no coinage
        if stem != word and len(stem) >= 4 and well_joined and not set(kinds).isdisjoint(parts(stem)):
            return True
    for beginning in BEGINNINGS:
        rest = word.removeprefix(beginning)
        if rest != word and len(rest) >= 5 and (zipf(rest) >= 2.5 or (beginning == "un" and is_known(rest))):
            return True
    halves = ((word[:place], word[place:]) for place in range(4, len(word) - 2))
    return any(
        "n" in parts(first) and parts(second) and min(zipf(first), zipf(second)) >= 3.3
        for first, second in halves
        if second not in ENDINGS_LIKE_WORDS
    )


def open_compound(word: str, *, shortest: int = LONG_FIRST) -> str | None:
    """The two words as which a dictionary writes this one: “smart card” for “smartcard”.

    Compounds of a first word with fewer letters are left alone: they close up sooner than dictionaries notice
    (“rowhouse”).
    """
    for stem, ending in ((word, ""), (word.removesuffix("s"), "s")):
        for place in range(shortest, len(stem) - 2):
            pair = f"{stem[:place]} {stem[place:]}"
            if (ending == "" or stem != word) and is_known(pair):
                return pair + ending
    return None


def _is_no_name(entry: CommonWord) -> bool:
    return "N" not in entry.parts or entry.word in CALENDAR


def _guesses(word: str, near: Iterable[CommonWord]) -> Iterator[tuple[float, str, float]]:
    """Score, word and cost of each word near, and of each pair of words."""
    for other in near:
        if other.word.endswith("'s") and "p" not in parts(other.word[:-2]):
            continue  # “aircrafts” is no genitive, and “childrens” is
        cost = slip_cost(word, other.word)
        yield other.zipf - COST_OF_A_SLIP * cost, other.word, cost
    if word.endswith("ys") and word[-3:-2] not in "aeiou" and "n" in parts(word[:-1]):
        yield zipf(word[:-1]), f"{word[:-2]}ies", COST_OF_AN_ENDING  # “partys”
    for place in range(2, len(word) - 1):
        first, second = word[:place], word[place:]
        if first in FUNCTION_WORDS or second in FUNCTION_WORDS:
            frequency = min(zipf(first), zipf(second))
            if first == "no" and frequency < NEVER_ALONE:
                continue  # “nodraw”, “noindex”: names of switches
            cost = COST_OF_A_COMMON_SPACE if first in CLINGING else COST_OF_A_SPACE
            if frequency >= (5.5 if len(second) < 3 else 4.5 if len(second) < 5 else 3):
                yield frequency - COST_OF_A_SLIP * cost, f"{first} {second}", cost


def _first_letter_mended(word: str) -> Iterator[CommonWord]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    mended = {word[1:], word[1] + word[0] + word[2:]}
    mended.update(letter + word for letter in letters)
    mended.update(letter + word[1:] for letter in letters)
    for each in mended.difference(strangers(mended)):
        if entry := common(each):
            yield entry


def _same_stem(one: str, other: str) -> bool:
    """Whether two guesses are forms of one word (“surround”, “surrounds”; “honor”, “honour”)."""
    shorter = min(len(one), len(other))
    return shorter >= 5 and one[: shorter - 1] == other[: shorter - 1]
