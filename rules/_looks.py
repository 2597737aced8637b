"""How a report looks to rules about phrases: its words, and its pairs of neighbours, gathered once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from operator import eq

from lint import Report

WORDS = re.compile(r"[\w']+")
PLAIN = {"’": "'", "\n": " ", "\t": " ", "\u00a0": " "}

Key = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Looks:
    """A report in lower case, with plain apostrophes and spaces; `keys` are its words and its pairs of neighbours."""

    text: str
    keys: set[Key]
    repeats: bool  # whether a word stands twice in a row

    def places(self, key: Key) -> Iterator[int]:
        """Where the words of a key stand."""
        wanted = key if isinstance(key, str) else " ".join(key)
        place = self.text.find(wanted)
        while place >= 0:
            end = place + len(wanted)
            if not self.text[end : end + 1].isalnum() and not self.text[max(0, place - 1) : place].isalnum():
                yield place
            place = self.text.find(wanted, end)


def words_and_pairs(report: Report) -> Iterator[Looks]:
    """How the report looks to phrases, once. A letter that grows in lower case (İ) is left as it is."""
    text = report.text.lower()
    if len(text) != len(report.text):
        text = "".join(lower if len(lower := letter.lower()) == 1 else letter for letter in report.text)
    for odd, plain in PLAIN.items():
        text = text.replace(odd, plain)
    words = WORDS.findall(text)
    keys: set[Key] = set(pairwise(words))
    keys.update(words)
    yield Looks(text, keys, any(map(eq, words, islice(words, 1, None))))
