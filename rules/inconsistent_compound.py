"""inconsistent-compound: one word here, two words there."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from operator import add

from lint import Diagnostic, Fix, Label, Report, ReportRule, Severity, Span, bad, good
from lint.find.name_words import PLACE_WORDS
from lint.find.plain import places_of, plain
from lint.pattern import late

from ._compounds import torn
from ._phrases import phrasebook

TORN = "confused_words.csv"
BEGINS, ENDS = late(r"(?<![\w’'@#/.-])"), late(r"(?![\w@/-]|\.\w)")
CAPITALISED = late(r" ([A-Z][a-z]+)")
SHORTEST_PART = 2  # letters: both parts of a compound are longer

# Words with which a pair is no compound: “every day” and “everyday”, “set up” and “setup” are two things.
FREE = frozenset(
    "a an the any every some no all can may in on to over under up out off after for there here where with him her my"
    " it our them one two be is as at by of or so an me we he she who what when how down back away through about along"
    " around against within without into onto upon not now ever more less too very much many most other self own even"
    " set fall drop take make break get let go come put run turn show look stand hold check work try cut give pay pick"
    " time day way body thing ready together like wise ward once while by long far near main real per pre re un non"
    " whole high low first last new old big works makes goes runs sets shows stands turns gives takes gets".split(" ")
)


@dataclass(frozen=True)
class InconsistentCompound(ReportRule):
    """A compound is written as one word here and as two words there.

    Readers take it for carelessness, and a name (“Anti War Action”, “AntiWar Coalition”) for another one. The rarer
    form is reported, once. Which form is right it does not claim; pairs that mean two things (“every day”,
    “everyday”; “set up”, “setup”), names of two places (“Northlake Campus”, “North Lake Street”), hyphens before a noun
    (“health-care workers”) and what confused-words mends (“gun shot”) are left alone.

    What it says is style, and always a note.
    """

    examples = (
        bad(
            "The cost of ((healthcare)) rises. “Our healthcare is dear,” said Ann Poe. Few speak of [[health care]].",
            fix="healthcare",
            severity="note",
        ),
        bad(
            "The [[Peace Makers]] League met the Coast ((Peacemakers)) Union and the Hill Peacemakers.",
            fix="Peacemakers",
        ),
        good("They meet every day. It is an everyday matter. They set up the setup.", why="two things each"),
        good("The health-care workers spoke of health care.", why="a hyphen before a noun"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """The compounds that a report writes in two ways."""
        for compound, parts in _compounds(report):
            shut, open_ = _places(report, compound), _places(report, " ".join(parts))
            for case in (str.islower, str.isupper):  # a name is no form of a common word
                one, two = ([place for place in places if case(report.text[place.start])] for places in (shut, open_))
                if not one or not two or report.words(one[0]).isupper() is not report.words(two[0]).isupper():
                    continue
                if not (_are_two_places(report, one, two) or _is_torn(report, two)):
                    yield self._diagnostic(report, one, two)

    def _diagnostic(self, report: Report, shut: list[Span], open_: list[Span]) -> Diagnostic:
        rare, usual = sorted((open_, shut), key=lambda places: (len(places), -places[0].start))
        passage = report.passage(rare[0])
        words, right = (" ".join(report.words(places[0]).split()) for places in (rare, usual))
        return self.diagnostic(
            Severity.NOTE,
            passage,
            f"“{words}” is “{right}” elsewhere in this report",
            related=(Label(report.passage(usual[0]), "so here"),),
            help="write it in one way",
            fix=Fix(passage, right),
        )


def _are_two_places(report: Report, shut: list[Span], open_: list[Span]) -> bool:
    """Whether the two forms belong to names of places: “Northlake Campus” and “North Lake Street”."""
    one, two = ({_word_after(report, place) for place in places} for places in (shut, open_))
    return one.isdisjoint(two) and "" not in one | two and not PLACE_WORDS.isdisjoint(one | two)


def _word_after(report: Report, place: Span) -> str:
    """The word in capitals right after a place, folded, or nothing."""
    match = CAPITALISED.match(report.text, place.end)
    return match[1].lower() if match else ""


def _is_torn(report: Report, open_: list[Span]) -> bool:
    """Whether confused-words has the form in two words for a torn one."""
    spans = [hit.span for hit in phrasebook(TORN).hits(report)] + [each.span for each in torn(report)]
    return any(place.overlaps(span) for span in spans for place in open_)


def _compounds(report: Report) -> Iterator[tuple[str, tuple[str, str]]]:
    """Words of a report that may stand there as two words as well."""
    ((text, distinct, _, _),) = report.find(plain)
    words = text.replace("'", " ").split()
    shut = distinct.intersection(map(add, words, islice(words, 1, None)))
    if not any(len(word) > 2 * SHORTEST_PART for word in shut):
        return
    for one, other in sorted({pair for pair in pairwise(words) if pair[0] + pair[1] in shut}):
        if FREE.isdisjoint((one, other)) and min(len(one), len(other)) > SHORTEST_PART:
            yield one + other, (one, other)


def _places(report: Report, words: str) -> list[Span]:
    """Where words stand in the body, with nothing but a space between two, and in no longer word or address."""
    ((plain_text, _, _, _),) = report.find(plain)
    text, body, gap = report.text, report.body, words.find(" ")
    spans = [Span(place, place + len(words)) for place in places_of((words,), plain_text) if place in body]
    return [
        span
        for span in spans
        if BEGINS.match(text, span.start)
        and ENDS.match(text, span.end, body.end)
        and (gap < 0 or text[span.start + gap].isspace())
    ]
