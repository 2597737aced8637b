"""Two reports of one event are almost the same text, with another number or name in one sentence of it."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, NamedTuple

from lint import CorpusRule, Diagnostic, Label, Passage, Report, Severity, Span, bad, good
from lint.find.dates import MONTHS
from lint.find.numbers import NUMBER_WORDS, SPELT, TENS
from lint.find.sentences import sentences
from lint.find.spellings import folded
from lint.pattern import late

from ._contest import whereabouts

TOKEN = late(
    rf"(?P<number>(?:[$€£] ?)?\d+(?:[,.:]\d+)*|\b(?i:{'|'.join(TENS)})[- ](?i:{'|'.join(list(NUMBER_WORDS)[1:10])})\b)"
    r"|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[’'-][^\W\d_]+)*"
)
SLOTS = ("#", "@")  # stand for a number and for a name
SHORTEST = 7  # other words of a sentence that is compared
SKETCH = 12  # sentences by which two texts are held together: those with the smallest numbers
LIKENESS = 0.5  # the share of them that two texts which are almost the same have in common
LEAST_SHARED = 2  # of them
KEPT = 6  # different sentences of one pattern with which the next is compared
ABBREVIATED = 3  # letters of a month


class Slot(NamedTuple):
    """A number or a name in a sentence, as it is compared, and where it stands."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Patterned:
    """A sentence whose numbers and names may be others in another report, and by what its report is known again."""

    passage: Passage
    published: date | None
    sketch: tuple[int, ...]


@dataclass(frozen=True)
class NearDuplicate(CorpusRule[int, Patterned]):
    """Two reports of one event are almost the same text, with another number or name in one sentence of it.

    A report that was taken over from another differs from it where somebody changed a word, or mistyped it. Where half
    of the sentences of two reports have the same words, and a sentence of both the same words but for a number or a
    name, the two are shown side by side.

    It does not claim that either is wrong: a later report may have learned more. It is silent where a name is shorter
    or written another way in one of them (“Aug.”, “August”; “Chief Moor”, “Moor”), and on sentences of few words.

    It is a note and off by default: it reads every sentence of every report, and finds little that another rule does
    not say with better reasons (conflicting-figures, conflicting-ages, name-variants). A desk that takes over the
    copy of others selects it.
    """

    default: ClassVar = False

    examples: ClassVar = (
        bad(
            " date 2026-05-04\n\nFire gutted the Orrery Mill in Brackley on Sunday, and nobody was in the building. The"
            " town had bought the old mill from the Adeyemi family for ((240,000)) crowns. Chief Odette Farrow said"
            " that the cause of the fire was not known.\n",
            " date 2026-05-05\n\nFire gutted the Orrery Mill in Brackley on Sunday, and nobody was in the building. The"
            " town had bought the old mill from the Adeyemi family for [[420,000]] crowns. Chief Odette Farrow said"
            " that the cause of the fire was not known.\n",
            severity="note",
        ),
        good(
            " date 2026-05-04\n\nFire gutted the Orrery Mill in Brackley on Sunday, and nobody was in the building. The"
            " town had bought the old mill on Aug. 12 from the Adeyemi family for 240,000 crowns. Chief Odette Farrow"
            " said that the cause of the fire was not known.\n",
            " date 2026-05-05\n\nFire gutted the Orrery Mill in Brackley on Sunday, and nobody was in the building. The"
            " town had bought the old mill on August 12 from the Adeyemi family for 240,000 crowns. Chief Farrow said"
            " that the cause of the fire was not known.\n",
            why="the month and the chief are written shorter, and are the same",
        ),
    )

    def extract(self, report: Report) -> Iterator[tuple[int, Patterned]]:
        """Every sentence of some length with a number or a name, under its other words."""
        found: list[tuple[int, Span, bool]] = []
        for sentence in report.find(sentences):
            if sentence.start < report.body.start:
                continue
            words, slots = _pattern(report.words(sentence))
            if sum(word not in SLOTS for word in words) >= SHORTEST:
                found.append((zlib.crc32(" ".join(words).encode("utf-8", "replace")), sentence, bool(slots)))
        sketch = tuple(sorted({number for number, *_ in found})[:SKETCH])
        for number, sentence, has_slots in found:
            if has_slots:
                yield number, Patterned(report.passage(sentence), report.published, sketch)

    def compare(self, key: int, claims: Sequence[Patterned]) -> Iterator[Diagnostic]:
        """One finding for each sentence that differs from an earlier one of a text that is almost the same."""
        kept: list[tuple[Patterned, list[Slot]]] = []
        for claim, slots in _first(claims):
            for other, others in kept:
                if other.passage.path == claim.passage.path or not _are_near(claim.sketch, other.sketch):
                    continue
                pairs = [pair for pair in zip(slots, others, strict=False) if _differ(*pair)]
                if len(slots) == len(others) and pairs:
                    yield self._finding(claim, other, pairs)
                    break
            if len(kept) < KEPT:
                kept.append((claim, slots))

    def condense(self, key: int, claims: Sequence[Patterned]) -> Sequence[Patterned]:
        """The first sentence with these numbers and names: no other is compared."""
        return [claim for claim, _ in _first(claims)]

    def _finding(self, claim: Patterned, other: Patterned, pairs: Sequence[tuple[Slot, Slot]]) -> Diagnostic:
        here, there = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        said = ", ".join(f"“{_words(claim.passage, one)}” for “{_words(other.passage, two)}”" for one, two in pairs)
        return self.diagnostic(
            Severity.NOTE,
            _part(claim.passage, here),
            f"a sentence that is otherwise the same{whereabouts(claim, other)} has {said}",
            related=(Label(_part(other.passage, there), "otherwise the same sentence"),),
            help="the two reports are almost the same text: see which of them is right",
        )


def _first(claims: Sequence[Patterned]) -> list[tuple[Patterned, list[Slot]]]:
    """The first sentence with the same numbers and names, and these."""
    first: dict[tuple[str, ...], tuple[Patterned, list[Slot]]] = {}
    for claim in claims:
        _, slots = _pattern(claim.passage.words)
        first.setdefault(tuple(slot.key for slot in slots), (claim, slots))
    return list(first.values())


def _pattern(sentence: str) -> tuple[list[str], list[Slot]]:
    """The words of a sentence with a mark for each number and each name, and these numbers and names."""
    words: list[str] = []
    slots: list[Slot] = []
    for match in TOKEN.finditer(sentence):
        word = match.group()
        lower = word.lower()
        if match["number"] or lower in SPELT:
            number = SPELT.get(lower)
            slots.append(Slot(lower.replace(",", "").rstrip(".") if number is None else f"{number:g}", *match.span()))
            words.append("#")
        elif not word[0].isupper() or not words:
            words.append(lower)
        elif words[-1] == "@" and not sentence[slots[-1].end : match.start()].strip(" .\n"):
            slots[-1] = Slot(f"{slots[-1].key} {_name(lower)}", slots[-1].start, match.end())
        else:
            slots.append(Slot(_name(lower), *match.span()))
            words.append("@")
    return words, slots


def _name(word: str) -> str:
    short = word[:ABBREVIATED]
    return short if short in MONTHS and len(word) != len("marc") else folded(word).removesuffix("'s").replace(".", "")


def _are_near(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two texts share so many sentences, but for numbers and names, that they are almost the same."""
    smallest = sorted({*one, *other})[:SKETCH]
    shared = len({*one} & {*other} & {*smallest})
    return shared >= LEAST_SHARED and shared >= LIKENESS * len(smallest)


def _differ(one: Slot, other: Slot) -> bool:
    """Whether two numbers or names are not one that is written longer here and shorter there."""
    if one.key == other.key:
        return False
    words, others = one.key.split(), other.key.split()
    if not words or not others or words[0][-1].isdigit() or others[0][-1].isdigit():
        return True
    if set(words) <= set(others) or set(others) <= set(words):
        return False
    shorter, longer = sorted((words, others), key=lambda each: len("".join(each)))
    initials = "".join(word[0] for word in longer)
    return "".join(shorter) != initials and not (len(words) == len(others) and all(map(_is_cut, words, others)))


def _is_cut(one: str, other: str) -> bool:
    """Whether one word is the other, or the beginning of it: “Sgt” is not, but “Det” and “Calif” are."""
    return one.startswith(other) or other.startswith(one)


def _words(passage: Passage, slot: Slot) -> str:
    return " ".join(passage.words[slot.start : slot.end].split())


def _part(passage: Passage, slots: Sequence[Slot]) -> Passage:
    """The passage from the first of some slots of a sentence to the last."""
    start, end = slots[0].start, slots[-1].end
    before = passage.words[:start]
    newlines = before.count("\n")
    column = start - before.rfind("\n") if newlines else passage.column + start
    span = Span(passage.span.start + start, passage.span.start + end)
    return Passage(passage.path, span, passage.line + newlines, column, passage.words[start:end])
