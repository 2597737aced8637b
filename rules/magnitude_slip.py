"""magnitude-slip: one measure ten, a hundred or a thousand times another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from lint import Diagnostic, Passage, Report, bad, good
from lint.find.figures import Figure, figures
from lint.find.sentences import sentence_at
from lint.pattern import late
from lint.value import value

from ._contest import ContestRule, contests, says_the_same, whereabouts
from ._counted import ALIKE, ANY, MUCH_ALIKE, counted_in
from ._head_noun import head_noun
from ._spoken import alike, much_alike, occasion, says_it_changed, stems, word_stems

MONEY = ("$", "US$", "A$", "C$", "HK$", "NZ$", "€", "£", "¥")
FACTORS = (10.0, 100.0, 1000.0)
SHARED, SHARE = 3, 0.3  # telling words that two sentences must share, and that share of the shorter one's
NEAR = 8  # words on each side of a figure by which conflicting-figures compares it
SCALES = frozenset({"milli", "billi", "trill", "thous", "hundr"})
LEAST = 20  # of what is no money: below it, ten times as many is another thing
COMPARED = late(
    r"\b(?:times|tenfold|per|each|every|average|up to|maximum|minimum|instead of|rather than|compared|share)\b"
)
NO_THING = frozenset("million billion more less total people year month week day hour minute time".split())

Key = tuple[str, str]  # unit and noun


@value(frozen=True, slots=True)
class Measured:
    """One figure with its noun as one report gives it."""

    passage: Passage
    published: date | None
    value: float
    sentence: int
    day: date | None
    stems: frozenset[str]
    near: frozenset[str]
    likeness: int  # how alike two sentences must be for conflicting-figures to compare them
    is_named: bool  # by a noun, and not only by a currency


@dataclass(frozen=True)
class MagnitudeSlip(ContestRule[Key, Measured]):
    """One measure is ten, a hundred or a thousand times another of the same thing.

    “A $3 billion bond” and “a $3 million bond” are one key on the keyboard apart, and a thousandfold in what readers
    pay; 400 homes and 40,000 are two noughts. Figures with the same digits before the same noun are compared, in
    sentences that are alike, in one report or in two of a story.

    It does not claim to know which is right. It leaves to conflicting-figures what that rule compares: the dead, the
    injured and all else that its tables count, and figures of two reports in nearly the same words. It is silent on
    hedged figures, where a sentence compares or says that a figure changed, and on counts below twenty.
    """

    apart: int = 45  # days between the occasions that two figures speak of, above which they are not compared
    values: int = 4  # different figures before one noun above which they are taken to be of several things

    examples: ClassVar = (
        bad(
            "Quillby voters will decide on a (($3 billion school bond)) in May. The mayor supports the"
            " [[$3 million school bond]], and said so to Quillby voters.",
            severity="warning",
        ),
        bad(
            "Quill Airways will buy 30 jets for (($5 billion)), it said. The jets that Quill Airways will buy for"
            " [[$5 million]] are made in Toulouse.",
            severity="warning",
            why="no noun says what the sum is, but the two sentences are much alike",
        ),
        good(
            "Quillby voters will decide on a $3 billion school bond in May. The ferry had cost $3 million.",
            why="two things",
        ),
        good(
            "The fire hurt 40 people. In all, 400 people were hurt, the mayor said.", why="conflicting-figures does it"
        ),
    )

    def extract(self, report: Report) -> Iterator[tuple[Key, Measured]]:
        """Each exact figure before a noun of which no table says that an event has one."""
        for figure in report.find(figures):
            if figure.hedge or not figure.value.is_exact or (figure.value.low < LEAST and not figure.unit):
                continue
            noun = _noun(figure)
            likeness = _likeness(report, figure, noun)
            if likeness == ANY:
                continue
            sentence = sentence_at(report, figure.span.start)
            if COMPARED.search(report.text, sentence.start, sentence.end) or says_it_changed(report, figure.span):
                continue
            yield (
                (figure.unit, noun),
                Measured(
                    report.passage(figure.whole),
                    report.published,
                    figure.value.low,
                    sentence.start,
                    occasion(report, figure.span),
                    stems(report, figure.span) - SCALES,
                    word_stems((*figure.before[:NEAR], *figure.phrase, *figure.after[:NEAR])),
                    likeness,
                    bool(noun),
                ),
            )

    def compare(self, key: Key, claims: Sequence[Measured]) -> Iterator[Diagnostic]:
        """One finding for each figure that has a nought or three more or fewer."""
        for contest in contests(claims, self._clash, says_the_same, values=self.values):
            stated, other = contest.latest, contest.against
            factor = max(stated.value, other.value) / min(stated.value, other.value)
            message = (
                f"“{stated.passage.words}” is {'a ' if factor > 10 else ''}{_said(factor)} times"
                f" “{other.passage.words}”{whereabouts(stated, other)}, or the other way round"
            )
            yield self.warning(contest, message, help="count the noughts, and check million against billion")

    def _clash(self, one: Measured, other: Measured) -> bool:
        small, large = sorted((one.value, other.value))
        if large / small not in FACTORS or not _are_of_one_thing(one, other):
            return False
        if one.passage.path == other.passage.path:
            return one.sentence != other.sentence
        if _are_compared_elsewhere(one, other):
            return False
        return one.day is None or other.day is None or abs((one.day - other.day).days) <= self.apart


def _likeness(report: Report, figure: Figure, noun: str) -> int:
    """How alike sentences must be for conflicting-figures to compare this figure; ANY for what is no measure."""
    if noun in NO_THING or figure.value.low <= 0:
        return ANY
    if figure.unit or not noun:
        return MUCH_ALIKE if figure.unit in MONEY else ANY
    what = counted_in(report, figure)
    if what is None or what.part or what.tally:
        return ANY
    return ANY if what.likeness == MUCH_ALIKE and what.category != noun else what.likeness  # a length is no thing


def _noun(figure: Figure) -> str:
    """What an amount is of; nothing where a sum of money only says what was done with it (“£7,500 raised”)."""
    noun = head_noun(figure.phrase)
    return "" if figure.unit and noun.endswith("ed") else noun


def _are_of_one_thing(one: Measured, other: Measured) -> bool:
    """Whether two sentences with one noun and the same digits speak of one thing, which round ones prove less."""
    if str(one.value).strip("0.") == "1":
        return one.is_named and alike(one.stems, other.stems)
    if not one.is_named:
        return much_alike(one.stems, other.stems)
    shared = len(one.stems & other.stems)
    return shared >= SHARED and shared >= SHARE * min(len(one.stems), len(other.stems))


def _are_compared_elsewhere(one: Measured, other: Measured) -> bool:
    """Whether conflicting-figures compares them."""
    whole = alike if one.likeness == ALIKE else much_alike
    return whole(one.stems, other.stems) or much_alike(one.near, other.near)


def _said(factor: float) -> str:
    return {10: "ten", 100: "hundred", 1000: "thousand"}[round(factor)]
