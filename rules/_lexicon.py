"""English words: which there are, how common they are, what they can be in a sentence, and which look alike.

The tables are compiled by tables/build_words.py; sources and licences are in tables/README.md. Nothing is loaded
before the first question, and each distinct word is looked up once in the life of the process.
"""

import re
import sys
import zlib
from bisect import bisect_left
from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from ._tables import TABLES

FIRST_CELL = re.compile(r"^[^\t]+", re.MULTILINE)
LETTERS = "abcdefghijklmnopqrstuvwxyz'"  # of common words
EVERYDAY = 4.0  # on the Zipf scale
SPACIOUS = 200_000  # remembered words: more than the words of any language in a day's news


class CommonWord(NamedTuple):
    """A word that is common enough to be meant: its frequency on the Zipf scale, and its parts of speech.

    Zipf: the logarithm of how often it stands in a billion words; “the” has 7.7, a word of everyday news 4, a rare
    one 2. Parts, the commonest first: n noun, p plural noun, v verb, s “runs”, d “walked”, g “running”,
    a adjective, r adverb; N for what is only a name; none for the words of grammar.
    """

    word: str
    zipf: float
    parts: str


@lru_cache(maxsize=SPACIOUS)
def is_known(word: str) -> bool:
    """Whether a list has the word, in lower case."""
    fingerprints, wanted = _fingerprints(), zlib.crc32(word.encode())
    place = bisect_left(fingerprints, wanted)
    return place < len(fingerprints) and fingerprints[place] == wanted


@lru_cache(maxsize=50_000)
def common(word: str) -> CommonWord | None:
    """What is known of a common word in lower case; nothing of a rare one."""
    table, wanted = _common_words(), word.encode()
    low, high = 0, len(table)
    while low < high:  # low and high stand at beginnings of lines
        line = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.find(b"\n", line)
        found = table[line : table.find(b"\t", line)]
        if found == wanted:
            return _entry(table[line:end])
        if found < wanted:
            low = end + 1
        else:
            high = line
    return None


def zipf(word: str) -> float:
    """How common a word is; 0 for a rare one."""
    entry = common(word)
    return entry.zipf if entry else 0.0


def parts(word: str) -> str:
    """What a word can be in a sentence, the commonest first; nothing for rare words and for those of grammar."""
    entry = common(word)
    return entry.parts if entry else ""


def alike(word: str, distance: int) -> list[CommonWord]:
    """The common words with the same first letter that are at most so many slips of the typist away."""
    if distance == 1:
        return [entry for each in _one_slip_away(word) & _words(word[0]) if (entry := common(each))]
    from rapidfuzz import process  # 15 ms that a report without unknown words need not pay
    from rapidfuzz.distance import OSA

    by_length = _by_length(word[0])
    found: list[CommonWord | None] = []
    for length in range(len(word) - distance, len(word) + distance + 1):
        choices = by_length.get(length, ())
        matches = process.extract(word, choices, scorer=OSA.distance, score_cutoff=distance, limit=None)
        found += [common(each) for each, _, _ in matches]
    return [each for each in found if each]


def _one_slip_away(word: str) -> set[str]:
    """A word, and what becomes of it by one slip after its first letter: one left out, put in, changed or swapped."""
    halves = [(word[:place], word[place:]) for place in range(1, len(word) + 1)]
    found = {word, *(head + letter + tail for head, tail in halves for letter in LETTERS)}
    for head, tail in halves[:-1]:
        rest = tail[1:]
        found.add(head + rest)
        found.update([head + letter + rest for letter in LETTERS])
        if rest:
            found.add(head + rest[0] + tail[0] + rest[1:])
    if word[:1] == word[1:2]:
        found.add(word[1:])
    return found


@lru_cache(maxsize=20_000)
def has_slip_of_fingers(word: str) -> bool:
    """Whether a common word with the same first letter becomes this one when fingers slip.

    That is where they leave out a letter, swap two or double one: the cheap slips (see _slip.py).
    """
    meant = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1)]
    meant += [word[:at] + word[at + 1 :] for at in range(len(word) - 1) if word[at] == word[at + 1]]
    halves = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    meant += [head + letter + tail for head, tail in halves for letter in LETTERS]
    return not _words(word[0]).isdisjoint(meant)


def has_longer(word: str, more: int) -> bool:
    """Whether an everyday word begins with this one and has at least so many letters more."""
    table, start = _common_words(), word.encode()
    place = table.find(b"\n" + start)
    while place >= 0:
        end = table.find(b"\t", place)
        if end - place - 1 >= len(start) + more and zipf(table[place + 1 : end].decode()) >= EVERYDAY:
            return True
        place = table.find(b"\n" + start, end)
    return False


@cache
def _fingerprints() -> memoryview:
    """The sorted CRC-32 of every known word: four bytes a word, bisected in C. One stranger in 12,000 passes."""
    content = (TABLES / "words.index").read_bytes()
    if sys.byteorder == "big":
        from array import array

        numbers = array("I", content)
        numbers.byteswap()
        return memoryview(numbers)
    return memoryview(content).cast("I")


@cache
def _common_words() -> bytes:
    return (TABLES / "words.tsv").read_bytes()


@cache
def _words(letter: str) -> frozenset[str]:
    """The common words that begin with a letter."""
    table, first = _common_words(), letter.encode()
    start = 0 if table.startswith(first) else table.find(b"\n" + first) + 1
    if not start and not table.startswith(first):
        return frozenset()
    end = table.find(b"\n", table.rfind(b"\n" + first) + 1)
    return frozenset(FIRST_CELL.findall(table[start:end].decode()))


@cache
def _by_length(letter: str) -> dict[int, list[str]]:
    """The same, by their length."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for word in _words(letter):
        found[len(word)].append(word)
    return found


def _entry(line: bytes) -> CommonWord:
    word, tenths, kinds = line.decode().split("\t")
    return CommonWord(word, int(tenths) / 10, kinds)
