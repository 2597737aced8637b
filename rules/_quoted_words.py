"""The words of quotations as they are compared: without case, punctuation, contractions and hesitations."""

from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from lint.find.numbers import NUMBER_WORDS, ORDINALS, SPELT, TENS
from lint.pattern import late

WORD_OR_NUMBER = r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|%|[^\W\d_]+(?: [’'] ?(?:s|t|m|d|re|ve|ll)\b|[’'][^\W\d_]+)*[’']?"
PLAIN_TOKEN = late(WORD_OR_NUMBER)
TOKEN = late(
    r"(?P<left_out>\[[^\]\n]*\]|\([^)\n]*\)|…|\.\.+|\. \. ?\.)"
    rf"|(?i:{'|'.join(TENS)})[- ](?i:{'|'.join(list(NUMBER_WORDS)[1:10])})\b"
    rf"|{WORD_OR_NUMBER}"
)
LEAVING_OUT = ("[", "(", "…", "..", ". .")
LEFT_OUT = "…"  # stands for an ellipsis, and for what brackets hold: the desk's own words
SAME = {
    "gonna": ("going", "to"), "wanna": ("want", "to"), "gotta": ("got", "to"), "cannot": ("can", "not"),
    "kinda": ("kind", "of"), "won't": ("will", "not"), "can't": ("can", "not"), "shan't": ("shall", "not"),
    "y'all": ("you", "all"), "alright": ("all", "right"), "em": ("them",), "cause": ("because",), "til": ("until",),
    "till": ("until",), "ok": ("okay",), "towards": ("toward",), "thru": ("through",), "%": ("percent",),
    "mister": ("mr",), "let's": ("let", "us"), "yall": ("you", "all"),
}  # fmt: skip
SHORT = {"'re": "are", "'ll": "will", "'ve": "have", "'m": "am", "'s": "'s", "'d": "'d"}
WRITTEN_OUT = 10  # the last ordinal that is written in letters as often as in digits
FILLERS = frozenset("uh um er ah eh hmm mm".split())


class Word(NamedTuple):
    """A word as it is compared, and where it stands in the words of its passage."""

    key: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """The words of a quotation without case, punctuation and hesitations, contractions and numbers written out."""
    found: list[Word] = []
    for match in TOKEN.finditer(text):
        keys = (LEFT_OUT,) if match["left_out"] else _keys(_plain(match.group()))
        found += [Word(key, match.start(), match.end()) for key in keys]
    return found


@lru_cache(maxsize=10_000)  # two rules ask for them, one after the other
def keys_of(text: str) -> tuple[str, ...]:
    """The keys of the words of a quotation, without their places, which are found sooner than those."""
    if not any(map(text.__contains__, LEAVING_OUT)):
        keys = list(map(_keys_as_printed, PLAIN_TOKEN.findall(text)))
        if None not in keys:
            return tuple(chain.from_iterable(filter(None, keys)))
    return tuple([word.key for word in words_of(text)])


@lru_cache(maxsize=50_000)
def _keys_as_printed(token: str) -> tuple[str, ...] | None:
    """The keys of a word, or None where it may be the first of two that are one number."""
    return None if token.lower() in TENS else _keys(_plain(token))


def _plain(token: str) -> str:
    return token.lower().replace("’", "'").replace(" '", "'").replace("' ", "'")


def _keys(word: str) -> tuple[str, ...]:
    plain = word.strip("'")
    if plain in SAME:
        return SAME[plain]
    if plain in FILLERS:
        return ()
    if plain in SPELT:
        return (f"{SPELT[plain]:g}",)
    if ORDINALS.get(plain, WRITTEN_OUT + 1) <= WRITTEN_OUT:
        return (f"{ORDINALS[plain]}th",)
    if plain[:1].isdigit():
        return (plain.replace(",", "").replace("st", "th").replace("nd", "th").replace("rd", "th"),)
    if plain.endswith("n't"):
        return plain[:-3], "not"
    if word.endswith("in'"):
        return (word[:-1] + "g",)
    stem, apostrophe, rest = plain.partition("'")
    return (stem, SHORT[f"'{rest}"]) if apostrophe and f"'{rest}" in SHORT else (plain.replace("'", ""),)
