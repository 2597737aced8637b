"""One event is put in two places: two blocks of one street, or two streets of one name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from lint import CorpusRule, Diagnostic, Passage, Report, Severity, bad, good
from lint.find.addresses import Address, addresses
from lint.find.sentences import sentence_at

from ._contest import contests, says_the_same, whereabouts
from ._spoken import says_it_changed

LIVES_THERE = re.compile(
    r"(?:\b(?:liv(?:es?|ed|ing)|reside[sd]?|residents?|natives?|address|based)\b[^.]{0,25}"
    r"|(?:,|\d) (?:both )?of (?:the )?)$",
    re.IGNORECASE,
)
BLOCK = 100


Key = tuple[str, str]  # the name of a street, and what of it is compared: its kind or its block


@dataclass(frozen=True, slots=True)
class StatedPlace:
    """Where on the streets of one name a report puts an event: on the Street or the Avenue, or in which block."""

    passage: Passage
    published: date | None
    value: str
    sentence: int  # where its sentence begins


@dataclass(frozen=True)
class ConflictingPlaces(CorpusRule[Key, StatedPlace]):
    """One event is put in two places: two blocks of one street, or two streets of one name.

    “The 3300 block of Elm Street” is not the 3800 block, and Elm Street is not Elm Avenue. Where each of two reports
    gives only its own, one of them is wrong, and readers who live there know which.

    It does not compare the kinds of numbered streets (2nd Street and 2nd Avenue meet), streets of different names (an
    event at a corner has two), nor addresses where people live.
    """

    values: int = 4  # different places on streets of one name in one story above which they are taken for several

    examples: ClassVar = (
        bad(
            " date 2026-04-07\n\nA gas explosion in the ((3300 block of Larkspur Street)) hurt Odette Farrow, 61, on"
            " Monday, the Brackley fire department said.\n",
            " date 2026-04-07\n\nThe Brackley fire department was called to an explosion in the [[3800 block of"
            " Larkspur Street]] on Monday. Odette Farrow, 61, was hurt.\n",
            severity="warning",
        ),
        good(
            " date 2026-04-07\n\nA gas explosion in the 3300 block of Larkspur Street hurt Odette Farrow, 61, on"
            " Monday, the Brackley fire department said.\n",
            " date 2026-04-07\n\nThe Brackley fire department was called to an explosion at 3342 Larkspur Street on"
            " Monday. Odette Farrow, 61, was hurt.\n",
            why="number 3342 stands in the 3300 block",
        ),
    )

    def extract(self, report: Report) -> Iterator[tuple[Key, StatedPlace]]:
        """Each street that is nobody's address, under its name; its kind and its block apart."""
        for address in report.find(addresses):
            if not _is_scene(report, address):
                continue
            passage, sentence = report.passage(address.span), sentence_at(report, address.span.start).start
            if address.kind and not address.name[0].isdigit():
                yield (address.name, "kind"), StatedPlace(passage, report.published, address.kind, sentence)
            if address.number is not None:
                block = str(address.number // BLOCK)
                yield (address.name, "block"), StatedPlace(passage, report.published, block, sentence)

    def compare(self, key: Key, claims: Sequence[StatedPlace]) -> Iterator[Diagnostic]:
        """One finding for each place that cannot be the one given most."""
        for contest in contests(claims, _differ, says_the_same, values=self.values):
            stated, other = contest.latest, contest.against
            yield self.diagnostic(
                Severity.WARNING,
                stated.passage,
                f"the event is put on “{stated.passage.words}” here, and on “{other.passage.words}”"
                f"{whereabouts(stated, other)}",
                related=contest.related(lambda claim: f"“{claim.passage.words}” here"),
                help="check which is right",
            )


def _is_scene(report: Report, address: Address) -> bool:
    text, span = report.text, address.span
    return not (LIVES_THERE.search(text, max(0, span.start - 50), span.start) or says_it_changed(report, span))


def _differ(one: StatedPlace, other: StatedPlace) -> bool:
    in_one_sentence = one.passage.path == other.passage.path and one.sentence == other.sentence  # a corner, or a chase
    return one.value != other.value and not in_one_sentence
