"""undefined-acronym: letters of which a report never says what they stand for."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import ClassVar

from lint import Diagnostic, Report, ReportRule, Severity, bad, good
from lint.errors import TableError
from lint.find.acronyms import JOINING, Acronym, acronyms
from lint.pattern import late

from ._lexicon import zipf

TABLE = Path(__file__).parent / "tables" / "known_acronyms.csv"
CAPITALISED = late(r"\b[A-Z]\w*(?:(?:[ -]|\s&\s)(?:(?:of|for|the|and|in|on|to|at|de|la|des) )*[A-Z]\w*)+")
BESIDE_BEFORE = late(r"(?:[A-Z]\w*[.,]?|[@#$/.&\d-]|\b(?:of|the) [A-Z]\w*) ?\Z")
BESIDE_AFTER = late(r"[’']?s? ?(?:[A-Z\d@#/&]|\.\w|:\s)|-")
SPELT_OUT = late(r"s?\)|s? \(| ?[–—,] ?(?:or|short for|which stands for|the) ")
STATION = late(r"[KW][A-Z]{2,3}\Z")
SHORTEST, LONGEST = 3, 6  # letters: two are states, units and initials; more are words in capitals
OFTEN = 2


@dataclass(frozen=True)
class UndefinedAcronym(ReportRule):
    """An acronym that not everybody knows is never spelt out.

    A reader who does not know the HWL learns nothing from what it demands. An acronym is spelt out where it stands in
    brackets behind its name, or where the report has words with its initials. Those that need no definition are in
    rules/tables/known_acronyms.csv; a desk adds its own in `known`. One that stands once, beside other names in
    capitals, is taken for a part of them.

    It does not claim that the reader cannot guess it, and looks at acronyms of three to six letters that stand at
    least twice in the running text.
    """

    known: tuple[str, ...] = ()

    examples: ClassVar = (
        bad("Members of the [[HWQ]] met on Monday. Dockers left the HWQ in May.", severity="note"),
        good("The Harbour Workers Quorum met on Monday. Dockers left the HWQ, and the HWQ was sorry.", why="spelt out"),
        good("Members of the Dockers League (HWQ) met. They left the HWQ in May, and the HWQ was sorry.", why="so too"),
        good("Agents of the FBI met on Monday. Two left the FBI in May.", why="everybody knows it"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """The first mention of each."""
        found = [acronym for acronym in report.find(acronyms) if acronym.introduced or _stands_alone(report, acronym)]
        counts = Counter(acronym.letters for acronym in found)
        told = {acronym.letters for acronym in found if acronym.introduced or _is_spelt_out(report, acronym)}
        for acronym in found:
            letters = acronym.letters
            if letters in told or counts[letters] < OFTEN or not self._needs_definition(letters):
                continue
            told.add(letters)
            if letters not in _initials_in(report):
                yield self.diagnostic(
                    Severity.NOTE,
                    report.passage(acronym.span),
                    f"“{letters}” is never spelt out",
                    help="spell it out once, or add it to the option known of this rule",
                )

    def _needs_definition(self, letters: str) -> bool:
        if not letters.isalpha() or not SHORTEST <= len(letters) <= LONGEST or letters in self.known:
            return False
        return not (zipf(letters.lower()) > 0 or STATION.match(letters) or letters in _known())


def _stands_alone(report: Report, acronym: Acronym) -> bool:
    """Whether no name goes on beside it: “the HWQ said”, not “HWQ Harbour Ltd”."""
    text, span = report.text, acronym.span
    return not (BESIDE_BEFORE.search(text, max(0, span.start - 30), span.start) or BESIDE_AFTER.match(text, span.end))


def _is_spelt_out(report: Report, acronym: Acronym) -> bool:
    """Whether words beside it seem to say what it is: “personal video recorders (PVRs)”, “IPTV (television by ...)”."""
    return SPELT_OUT.match(report.text, acronym.span.end) is not None


def _initials_in(report: Report) -> frozenset[str]:
    """The initials of each run of capitalised words, whole and of its ends, with and without small words."""
    return frozenset(report.find(_initials_of_runs))


def _initials_of_runs(report: Report) -> Iterator[str]:
    for part in report.prose:
        for run in CAPITALISED.finditer(report.text, part.start, part.end):
            words = [word for word in re.split(r"[ -]|\s&\s", run.group()) if word]
            for some in (words, [word for word in words if word.lower() not in JOINING]):
                initials = "".join(word[0].upper() for word in some)
                for start in range(len(initials) - SHORTEST + 1):
                    ends = range(start + SHORTEST, min(len(initials), start + LONGEST) + 1)
                    yield from (initials[start:end] for end in ends)


@cache
def _known() -> frozenset[str]:
    """The acronyms that need no definition."""
    try:
        with TABLE.open(encoding="utf-8", newline="") as file:
            return frozenset(row["acronym"] for row in csv.DictReader(file))
    except (OSError, KeyError) as error:
        raise TableError(f"{TABLE}: {error}") from error
