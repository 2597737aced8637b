"""English words: which there are, how common they are, what they can be in a sentence, and which look alike.

The tables are compiled by tables/build_words.py; sources and licences are in tables/README.md. Nothing is loaded
before the first question, and each distinct word is looked up once in the life of the process.
"""

import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple
from zlib import crc32

from lint.compiled import compiled
from lint.sorted_table import SortedTable

from ._tables import TABLES

FIRST_CELL = compiled(r"\n([^\t\n]+)\t")
LAST = "\U0010ffff"  # the last of all characters
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
    return not strangers((word,))


def strangers(words: Iterable[str]) -> list[str]:
    """Those of some words in lower case that no list has."""
    fingerprints = _fingerprints()
    found, last = [], len(fingerprints) - 1
    for word in words:
        wanted = crc32(word.encode())
        place = bisect_left(fingerprints, wanted)
        if place > last or fingerprints[place] != wanted:
            found.append(word)
    return found


@lru_cache(maxsize=50_000)
def common(word: str) -> CommonWord | None:
    """What is known of a common word in lower case; nothing of a rare one."""
    line = _common_words().line(word)
    return _entry(line) if line else None


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
    """A word, and what becomes of it by one slip after its first letter: one left out, put in, changed or swapped.

    What begins as no common word does is left out.
    """
    halves = [(word[:place], word[place:]) for place in range(1, _begun(word) + 1)]
    found = {word, *(head + letter + tail for head, tail in halves for letter in LETTERS)}
    for head, tail in halves:
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
    return not _words(word[0]).isdisjoint(meant) or any(
        whole[:at] + whole[at + 1 :] == word for whole in _longer_by_one(word) for at in range(1, len(whole))
    )


def _longer_by_one(word: str) -> Iterator[str]:
    """The common words with one letter more that begin or end with half of this word: all that it may be cut from."""
    words, length, half = _in_order(word[0]), len(word) + 1, len(word) // 2
    beginning, head, tail = word[:-1], word[:half], word[half:]
    for whole in words[bisect_left(words, beginning) : bisect_left(words, beginning + LAST)]:
        if len(whole) == length:
            yield whole
    for whole in _by_ending(word[0]).get((length, word[-2:]), ()):
        if whole.startswith(head) or whole.endswith(tail):
            yield whole


def _begun(word: str) -> int:
    """How many letters of a word are also the first of a common word."""
    words, begun = _in_order(word[0]), 0
    place = bisect_left(words, word)
    for neighbour in words[max(0, place - 1) : place + 1]:
        while begun < len(word) and neighbour.startswith(word[: begun + 1]):
            begun += 1
    return begun


def has_longer(word: str, more: int) -> bool:
    """Whether an everyday word begins with this one and has at least so many letters more."""
    table, first = _common_words(), word.encode()
    place, limit = table.pages(first, first + b"\xff")
    while (place := table.lines.find(b"\n" + first, place, limit)) >= 0:
        end = table.lines.find(b"\t", place)
        if end - place > len(first) + more and zipf(table.lines[place + 1 : end].decode()) >= EVERYDAY:
            return True
        place = end
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
def _common_words() -> SortedTable:
    return SortedTable((TABLES / "words.tsv").read_bytes())


@cache
def _in_order(letter: str) -> list[str]:
    """The common words that begin with a letter, in the order of the table."""
    first = letter.encode()
    start, end = _common_words().pages(first, first + b"\xff")
    words = FIRST_CELL.findall(_common_words().lines[start:end].decode())
    return words[bisect_left(words, letter) : bisect_left(words, letter + LAST)]


@cache
def _words(letter: str) -> frozenset[str]:
    """The common words that begin with a letter."""
    return frozenset(_in_order(letter))


@cache
def _by_length(letter: str) -> dict[int, list[str]]:
    """The same, by their length."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for word in _in_order(letter):
        found[len(word)].append(word)
    return found


@cache
def _by_ending(letter: str) -> dict[tuple[int, str], list[str]]:
    """The same, by their length and their last two letters."""
    found: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for word in _in_order(letter):
        found[len(word), word[-2:]].append(word)
    return found


def _entry(line: bytes) -> CommonWord:
    word, tenths, kinds = line.decode().split("\t")
    return CommonWord(word, int(tenths) / 10, kinds)
