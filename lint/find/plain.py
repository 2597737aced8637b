"""Plain: a report in small letters and without marks, by which finders and rules tell cheaply what it cannot hold."""

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from operator import eq
from typing import NamedTuple

from lint.compiled import compiled
from lint.report import Report

KEPT = b"abcdefghijklmnopqrstuvwxyz0123456789'"
SPACED = bytes(letter if letter in KEPT else 0x20 for letter in range(256))
NUMERAL = compiled(r"[0-9][0-9]*")  # re looks faster for what does not begin with a repetition


class Plain(NamedTuple):
    """A report in lower case, with plain apostrophes, and with a space for all that is neither letter nor digit.

    Every letter stands where it stands in the report. Letters of other alphabets and with accents count as spaces too:
    what is looked for here has none, and is looked at again in the report itself.
    """

    text: str
    words: set[str]  # and what apostrophes part in them: a word that is not among these stands nowhere in the report
    pairs: set[tuple[str, str]]  # of neighbours
    repeats: bool  # whether a word stands twice in a row


def plain(report: Report) -> Iterator[Plain]:
    """How the report looks, once. A letter that grows in lower case (İ) is left as it is.

    Pairs are made here, where the words are at hand in the processor: later it takes three times as long.
    """
    text = report.text.lower()
    if len(text) != len(report.text):
        text = "".join(lower if len(lower := letter.lower()) == 1 else letter for letter in report.text)
    text = without_marks(text)
    spoken = text.split()
    words = set(spoken)
    for word in [word for word in words if "'" in word] if "'" in text else ():
        words.update(word.split("'"))
    yield Plain(text, words, set(pairwise(spoken)), any(map(eq, spoken, islice(spoken, 1, None))))


def without_marks(lower: str) -> str:
    """Words in lower case, as they look here."""
    return lower.replace("’", "'").encode("ascii", "replace").translate(SPACED).decode("ascii")


def numerals(report: Report) -> list[tuple[int, int]]:
    """Where digits stand in a row, and where each row ends."""
    return [found.span() for found in NUMERAL.finditer(report.find(plain)[0].text)]


def places_of(signs: Iterable[str], text: str) -> Iterator[int]:
    """Where each of some words begins in a text."""
    for sign in signs:
        place = text.find(sign)
        while place >= 0:
            yield place
            place = text.find(sign, place + 1)
