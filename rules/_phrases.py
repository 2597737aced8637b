"""Phrases that are wrong: tables of them, found in a report at the cost of one look at its pairs of words.

A phrase is written as words between spaces:

    prove/proved his/her/their [metal]      one of several words in a place; the wrong part stands in brackets
    according [] the/a/an                   nothing stands where a word is missing
    was/were? [lead] by                     a word that may stand or not
    the [passed] <number> years             a kind of word: see _kinds.py
    [pubic] !hair/bone                      a word that must not follow (or, at the beginning, must not stand before)
    ^ [lets] go                             only where a sentence begins
    it happens [everyday] $                 only where a punctuation mark follows

Case does not matter but for kinds of word; a straight apostrophe stands for a curly one too.
"""

import csv
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from lint import Report, Span
from lint.compiled import compiled
from lint.errors import TableError
from lint.find.quotations import Kind, voice_at
from lint.pattern import late

from ._kinds import KINDS
from ._lexicon import parts
from ._looks import Key, words_and_pairs
from ._phrase_places import Step, flat, keys_of, lead_on, pattern_of, sample_of, slots_of, steps_of
from ._tables import TABLES
from ._telling import lines_of_phrases, telling

KIND = late(r"<(\w*)>")
BEFORE = late(r"([\w’']+)[^\S\n]*\Z")
SENTENCE_BEGINS = late(r"(?:^|[.!?:\n][”\"’')]*)[\s“\"‘'(]*\Z")
REACH = 120  # characters: more than a phrase has
CERTAIN = {"yes": True, "no": False}  # as tables write it
PLACES = ("", "outside quotations", "in sentences")
ENDS = tuple(".!?”\"’')…:")


class Hit(NamedTuple):
    """A wrong phrase in a report: where its wrong part stands, and what should stand there."""

    span: Span
    words: str
    row: "Phrase"


@dataclass(frozen=True)
class Phrase:
    """A row of a table: a phrase, what is right for its wrong part, whether that is sure, and where it counts."""

    phrase: str
    right: str
    is_certain: bool
    where: str

    @cached_property
    def slots(self) -> list[str]:
        """The phrase, place by place; the wrong part is one place."""
        return slots_of(self.phrase)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What the phrase looks like in a text."""
        return pattern_of(self.slots)

    @cached_property
    def keys(self) -> frozenset[Key]:
        """Words, or pairs of neighbours, of which one must stand in a text that holds the phrase.

        Pairs at the wrong part are rarest; where it has none, those before it do.
        """
        return keys_of(self.slots)

    @cached_property
    def _ways(self) -> dict[str, list[tuple[list[Step], list[Step]]]]:
        """For each word of a place that few can fill, what stands behind it and what before it, the nearest first."""
        ways: dict[str, list[tuple[list[Step], list[Step]]]] = {}
        steps = steps_of(self.slots)
        for number, step in enumerate(steps):
            for word in step.words:
                ways.setdefault(word, []).append((steps[number + 1 :], steps[:number][::-1]))
        return ways

    @property
    def is_well_formed(self) -> bool:
        """Whether there is one wrong part, one right word for all of it or for each, and no unknown kind or place."""
        if self.phrase.count("[") != 1 or self.where not in PLACES or set(KIND.findall(self.phrase)) - KINDS.keys():
            return False
        wrong = next(slot for slot in self.slots if slot[0] == "[")
        return "/" not in self.right or self.right.count("/") == wrong.count("/")

    @property
    def sample(self) -> tuple[str, str]:
        """The phrase as it may be written, wrong and right."""
        wrong = " ".join(sample_of(slot) for slot in flat(self.slots))
        right = " ".join(self._mended(sample_of(slot)) if slot[0] == "[" else sample_of(slot) for slot in self.slots)
        return " ".join(wrong.split()), " ".join(right.split())

    def hits(self, report: Report, keys: Iterable[Key] | None = None) -> Iterator[Hit]:
        """Where the phrase stands in a report: looked for around these of its keys, or around all that are there."""
        (looks,) = report.find(words_and_pairs)
        found: set[Span] = set()
        for key in self.keys if keys is None else keys:
            word = key if isinstance(key, str) else key[0]
            for place in looks.places(key):
                for match in self._around(word, place, report.text, looks.text):
                    hit = self._hit(report, match)
                    if hit.span not in found and self._is_meant(report, match):
                        found.add(hit.span)
                        yield hit

    def _around(self, word: str, place: int, text: str, plain: str) -> Iterator[re.Match[str]]:
        """Where the phrase may stand around one of its words, in a text that is also given as Looks has it.

        Words for each place must stand there in a row: few do, and fewer patterns need be compiled.
        """
        behind = plain[place + len(word) : place + REACH].split()
        for steps_behind, steps_before in self._ways[word]:
            if not lead_on(behind, steps_behind):
                continue
            if not steps_before:
                match = self.pattern.match(text, place, place + REACH)
                yield from (match,) if match else ()
            elif lead_on(plain[max(0, place - REACH) : place].split()[::-1], steps_before):
                yield from self.pattern.finditer(text, max(0, place - REACH), place + REACH)

    def _is_meant(self, report: Report, match: re.Match[str]) -> bool:
        text, start = report.text, match.start()
        first = self.slots[0]
        if first == "^" and not SENTENCE_BEGINS.search(text, max(0, start - 6), start):
            return False
        before = BEFORE.search(text, max(0, start - 30), start) if first[0] == "!" else None
        if before and before[1].lower().replace("’", "'") in first[1:].split("/"):
            return False
        if self.where and match.group().isupper():
            return False
        if self.where == "in sentences" and not (self._is_no_title(match) and _is_in_a_sentence(report, start)):
            return False
        if self.right == "~" and match["wrong"].split()[-1][0].isupper():
            return False  # a name: the Long Island Rail Road
        for name, word in match.groupdict().items():
            kind = name.rstrip("0123456789")
            if kind in KINDS and word and KINDS[kind].part not in parts(word.lower()):
                return False
        return not (self.where == "outside quotations" and voice_at(report, start).kind is Kind.QUOTATION)

    def _is_no_title(self, match: re.Match[str]) -> bool:
        """Whether no word has a capital letter that neither the phrase nor a name gives it."""
        capitals = re.findall(r"(?<=\s)[A-Z]\w*", match.group())
        names = " ".join(word or "" for name, word in match.groupdict().items() if name.startswith("name"))
        return all(word in names or word in self.phrase for word in capitals)

    def _hit(self, report: Report, match: re.Match[str]) -> Hit:
        if "[]" in self.slots:
            start, end = match.span("gap")
            before = BEFORE.search(report.text, max(match.start(), start - 40), start)
            after = compiled(r"[$£€]?[\w’',-]*\w").match(report.text, end)
            span = Span(before.start() if before else start, after.end() if after else end)
            words = report.words(Span(span.start, start)) + f" {self.right} " + report.words(Span(end, span.end))
            return Hit(span, words.strip(), self)
        span = Span(*match.span("wrong"))
        return Hit(span, _cased(self._mended(match["wrong"]), match["wrong"]), self)

    def _mended(self, wrong: str) -> str:
        """What should stand for the words found; “~” for the same without a space."""
        if not wrong:
            return self.right
        if self.right == "~":
            return "".join(wrong.split())
        bracket = next(slot for slot in self.slots if slot[0] == "[")[1:-1]
        wrongs, rights = bracket.lower().split("/"), self.right.split("/")
        found = " ".join(wrong.lower().replace("’", "'").split())
        return rights[wrongs.index(found)] if len(rights) > 1 else self.right


class Phrasebook:
    """The phrases of a table, looked up by what of them is rarest; only those that a report may hold are ever read.

    The index beside the table, compiled by tables/build_phrases.py, tells their lines in the table by their keys.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lines = path.read_text(encoding="utf-8").splitlines()
        self._by_key = lines_of_phrases(path.name)
        self.keys = frozenset(self._by_key)
        self._read: dict[int, Phrase] = {}

    def hits(self, report: Report) -> Iterator[Hit]:
        """The wrong phrases of a report, each once."""
        (keys,) = report.find(telling)
        keys_of_lines: dict[int, list[Key]] = {}
        for key in keys & self.keys:
            for number in map(int, self._by_key[key].split(",")):
                keys_of_lines.setdefault(number, []).append(key)
        found: dict[Span, Hit] = {}
        for line in sorted(keys_of_lines):
            for hit in self._phrase(line).hits(report, keys_of_lines[line]):
                if hit.span not in found or hit.row.is_certain:
                    found[hit.span] = hit
        yield from found.values()

    def _phrase(self, number: int) -> Phrase:
        if number not in self._read:
            self._read[number] = _phrase(self._path, number, self._lines[number - 1])
        return self._read[number]


@cache
def phrasebook(name: str) -> Phrasebook:
    """The phrases of a table, which is one of BOOKS; raises TableError for a phrase that is none."""
    return Phrasebook(TABLES / name)


def phrases(path: Path) -> Iterator[tuple[int, Phrase]]:
    """All phrases of a table with the numbers of their lines; raises TableError."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], 2):
        yield number, _phrase(path, number, line)


def _phrase(path: Path, number: int, line: str) -> Phrase:
    try:
        words, right, certain, where = next(csv.reader([line]))
        phrase = Phrase(words, right, CERTAIN[certain], where)
    except (KeyError, ValueError) as error:
        raise TableError(f"{path}: line {number}: {error}") from error
    if not phrase.is_well_formed:
        raise TableError(f"{path}: line {number}: not a phrase: {phrase.phrase!r}")
    return phrase


def _is_in_a_sentence(report: Report, place: int) -> bool:
    """Whether a place is in prose, not in a headline, a caption or another line that ends without a mark."""
    if report.title and place in report.title:
        return False
    paragraphs = report.paragraphs
    number = bisect_right(paragraphs, place, key=lambda paragraph: paragraph.start) - 1
    return number >= 0 and report.text[paragraphs[number].end - 1] in ENDS


def _cased(words: str, model: str) -> str:
    if model.isupper() and len(model) > 1:
        return words.upper()
    return words[0].upper() + words[1:] if model[0].isupper() and words else words
