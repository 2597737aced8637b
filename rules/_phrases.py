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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from pathlib import Path
from typing import NamedTuple

from lint import Report, Span
from lint.errors import TableError
from lint.find.quotations import Kind, voice_at
from lint.pattern import late

from ._kinds import KINDS
from ._lexicon import parts
from ._looks import Key, Looks, words_and_pairs

TABLES = Path(__file__).parent / "tables"

GAP = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*(?!\n))"
KIND = late(r"<(\w*)>")
SLOT = late(r"\[[^\]]*\]|\S+")
BEFORE = late(r"([\w’']+)[^\S\n]*\Z")
SENTENCE_BEGINS = late(r"(?:^|[.!?:\n][”\"’')]*)[\s“\"‘'(]*\Z")
REACH = 120  # characters: more than a phrase has
GRAMMAR = frozenset(
    "the a an of in to is was on at for with and it he she they we has have had be been by his her their this that "
    "from as are were its who not or but i you will would out up one all".split()
)
CERTAIN = {"yes": True, "no": False}  # as tables write it
PLACES = ("", "outside quotations", "in sentences")
MOST = 6  # words, as Looks parts them, in a place for any: “17-year-old”, “1,234,567”
NOTHING = "-"  # in an index: no second word
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
        return SLOT.findall(self.phrase)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What the phrase looks like in a text."""
        slots = [slot for slot in self.slots if slot != "^" and not (slot[0] == "!" and slot is self.slots[0])]
        text, joint = "", ""
        for number, slot in enumerate(slots):
            if slot == "$":
                text += r"(?=[^\S\n]*(?:[.,;:!?)”\"]|—|–|-\s|\n|\Z))"
            elif slot[0] == "!":
                text += f"(?!{GAP}{_pattern(slot[1:], number)}(?![\\w’'-]))"
            elif slot == "[]":
                text += f"(?P<gap>{GAP})"
                joint = ""
            elif slot[0] == "[":
                text += f"{joint}(?P<wrong>{_several(slot[1:-1], number)})"
                joint = GAP
            elif slot[-1] == "?":
                text += (
                    f"(?:{joint}{_pattern(slot[:-1], number)})?"
                    if joint
                    else f"(?:{_pattern(slot[:-1], number)}{GAP})?"
                )
            else:
                text += joint + _pattern(slot, number)
                joint = GAP
        return re.compile(rf"(?<![\w’'@#/.&-]){text}(?![\w@/]|[’'-]\w|-)")

    @cached_property
    def keys(self) -> frozenset[Key]:
        """Words, or pairs of neighbours, of which one must stand in a text that holds the phrase.

        Pairs at the wrong part are rarest; where it has none, those before it do.
        """
        wrong = next(number for number, slot in enumerate(self.slots) if slot[0] == "[")
        last = wrong + len(self.slots[wrong][1:-1].split())
        slots = list(self._flat)
        every = [(_alternatives(slots[place]), _next_words(slots, place)) for place in range(last)]
        at_it, before_it = every[max(0, wrong - 1) :], every[: max(0, wrong - 1)]
        pairs = [pair for pair in at_it if all(pair)] or [pair for pair in before_it if all(pair)]
        words = min(self._needed, key=_frequency_of_words)
        rarest = min(pairs, key=_frequency_of_pairs, default=None)
        if rarest and _frequency_of_pairs(rarest) < _frequency_of_words(words):
            return frozenset(product(*rarest))
        return frozenset(words)

    @cached_property
    def _needed(self) -> list[list[str]]:
        """For each place that must be filled from a few words, these words."""
        return [words for words in map(_alternatives, self._flat) if words]

    @cached_property
    def _steps(self) -> list[tuple[frozenset[str], int]]:
        """For each place, the few words that can fill it, if it is so, and how many words must at least stand in it."""
        flat = [slot for slot in self._flat if slot not in ("^", "$") and slot[0] != "!"]
        return [(frozenset(_alternatives(slot)), 0 if slot[-1] == "?" else 1) for slot in flat]

    def may_stand(self, looks: Looks) -> bool:
        """Whether a report has a word for each place of the phrase."""
        return not any(looks.keys.isdisjoint(words) for words in self._needed)

    def _may_stand_at(self, looks: Looks, place: int) -> bool:
        """Whether words for each place follow one another near a place: few do, and fewer patterns need be compiled."""
        words = looks.text[max(0, place - REACH) : place + REACH].split()
        if any(wanted.isdisjoint(words) for wanted, least in self._steps if wanted and least):
            return False
        ends = set(range(len(words)))  # of what fills the places so far, in words
        for wanted, least in self._steps:
            if not ends:
                return False
            if wanted:
                ends = {end + 1 for end in ends if end < len(words) and words[end] in wanted}
            else:
                ends = {end + more for end in ends for more in range(least, MOST + 1)}
        return bool(ends)

    @property
    def _flat(self) -> Iterator[str]:
        """The places of the phrase, those of the wrong part one by one."""
        for slot in self.slots:
            if slot[0] == "[":
                yield from slot[1:-1].split()
            else:
                yield slot

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
        wrong = " ".join(_sample(slot) for slot in self._flat)
        right = " ".join(self._mended(_sample(slot)) if slot[0] == "[" else _sample(slot) for slot in self.slots)
        return " ".join(wrong.split()), " ".join(right.split())

    def hits(self, report: Report) -> Iterator[Hit]:
        """Where the phrase stands in a report: looked for only around the words that it must have."""
        (looks,) = report.find(words_and_pairs)
        found: set[Span] = set()
        for key in self.keys & looks.keys:
            for place in looks.places(key):
                if not self._may_stand_at(looks, place):
                    continue
                for match in self.pattern.finditer(report.text, max(0, place - REACH), place + REACH):
                    hit = self._hit(report, match)
                    if hit.span not in found and self._is_meant(report, match):
                        found.add(hit.span)
                        yield hit

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
            after = re.compile(r"[$£€]?[\w’',-]*\w").match(report.text, end)
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
        self._by_key = _index(path.with_suffix(".index"))
        self._keys = frozenset(self._by_key)
        self._read: dict[int, Phrase] = {}

    def hits(self, report: Report) -> Iterator[Hit]:
        """The wrong phrases of a report, each once."""
        (looks,) = report.find(words_and_pairs)
        lines = {line for key in looks.keys & self._keys for line in self._by_key[key].split(",")}
        asked = (self._phrase(number) for number in sorted(map(int, lines)))
        found: dict[Span, Hit] = {}
        for hit in (hit for each in asked if each.may_stand(looks) for hit in each.hits(report)):
            if hit.span not in found or hit.row.is_certain:
                found[hit.span] = hit
        yield from found.values()

    def _phrase(self, number: int) -> Phrase:
        if number not in self._read:
            self._read[number] = _phrase(self._path, number, self._lines[number - 1])
        return self._read[number]


@cache
def phrasebook(name: str) -> Phrasebook:
    """The phrases of one of the tables beside this module; raises TableError for a phrase that is none."""
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


def _index(path: Path) -> dict[Key, str]:
    """The lines of phrases, with commas between, by their keys. It is read at C's speed: every run has to."""
    content = path.read_text(encoding="utf-8").split()
    firsts, seconds, lines = content[::3], content[1::3], content[2::3]
    found: dict[Key, str] = dict(zip(zip(firsts, seconds, strict=True), lines, strict=True))
    alone = seconds.count(NOTHING)  # they stand first
    found.update(zip(firsts[:alone], lines[:alone], strict=True))
    return found


def _is_in_a_sentence(report: Report, place: int) -> bool:
    """Whether a place is in prose, not in a headline, a caption or another line that ends without a mark."""
    if report.title and place in report.title:
        return False
    paragraphs = report.paragraphs
    number = bisect_right(paragraphs, place, key=lambda paragraph: paragraph.start) - 1
    return number >= 0 and report.text[paragraphs[number].end - 1] in ENDS


def _several(words: str, number: int) -> str:
    return GAP.join(_pattern(word, number * 10 + place) for place, word in enumerate(words.split()))


def _pattern(slot: str, number: int) -> str:
    words = (_kind(each[1:-1], number) if each[0] == "<" else _literal(each) for each in slot.split("/"))
    return f"(?:{'|'.join(words)})"


def _kind(kind: str, number: int) -> str:
    return f"(?P<{kind}{number}>{KINDS[kind].pattern})"


def _literal(word: str) -> str:
    return f"(?i:{re.escape(word)})".replace("'", "['’]")


def _alternatives(slot: str) -> list[str]:
    """The words that can stand in a place, if they are few and one must."""
    if not slot or slot in ("^", "$") or slot[0] in "!<" or slot[-1] == "?" or "<" in slot:
        return []
    words = slot.lower().split("/")
    return words if all(word.replace("'", "").isalnum() for word in words) else []


def _next_words(slots: Sequence[str], place: int) -> list[str]:
    """The words that can follow a place, past what may be missing; nothing where they are not few."""
    words: list[str] = []
    for slot in slots[place + 1 :]:
        if slot and slot[0] != "<" and slot[-1] == "?" and "<" not in slot:
            words += slot[:-1].lower().split("/")
        else:
            following = _alternatives(slot)
            return words + following if following else []
    return []


def _frequency_of_words(words: Sequence[str]) -> float:
    """About how many of a hundred reports have a word."""
    return 900 * len(GRAMMAR.intersection(words)) + sum(40 if len(word) < 6 else 10 for word in words)


def _frequency_of_pairs(pairs: tuple[Sequence[str], Sequence[str]]) -> float:
    """About how many of a hundred reports have one of some words before one of others."""
    one, other = ((len(words), len(GRAMMAR.intersection(words))) for words in pairs)
    both, neither = one[1] * other[1], (one[0] - one[1]) * (other[0] - other[1])
    return 40 * both + 0.1 * neither + 1.0 * (one[0] * other[0] - both - neither)


def _sample(slot: str) -> str:
    if slot[0] == "[":
        return " ".join(_sample(word) for word in slot[1:-1].split())
    if slot in ("^", "$") or slot[0] == "!" or slot[-1] == "?":
        return ""
    first = slot.split("/")[0]
    return KINDS[first[1:-1]].sample if first[0] == "<" else first


def _cased(words: str, model: str) -> str:
    if model.isupper() and len(model) > 1:
        return words.upper()
    return words[0].upper() + words[1:] if model[0].isupper() and words else words
