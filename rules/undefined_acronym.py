"""undefined-acronym: letters of which a report never says what they stand for."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from lint import Diagnostic, Report, ReportRule, Severity, bad, good
from lint.find.acronyms import JOINING, Acronym, acronyms
from lint.pattern import late

from ._lexicon import zipf
from ._tables import rows

CAPITALISED = late(r"\b[A-Z]\w*(?:(?:[ -]|\s&\s)(?:(?:of|for|the|and|in|on|to|at|de|la|des) )*[A-Z]\w*)+")
BESIDE_BEFORE = late(r"(?:[A-Z]\w*[.,]?|[@#$/.&\d-]|\b(?:of|the) [A-Z]\w*) ?\Z")
BESIDE_AFTER = late(r"[’']?s? ?(?:[A-Z\d@#/&]|\.\w|:\s)|-")
SPELT_OUT = late(r"s?\)|s? \(| ?[–—,] ?(?:or|short for|which stands for|the) ")
OR_SHORT = late(r"\w(?:,| –| —)? or(?: simply)?(?: the)? \Z")
EXPLAINED = late(  # what tells what bears a name in capitals: “the security firm RSA”, “its parent, AMR”
    r"\b(?:firms?|compan(?:y|ies)|groups?|agenc(?:y|ies)|parent|makers?|giants?|providers?|bands?|services?|sites?|websites?"
    r"|chains?|networks?|broadcasters?|stations?|airlines?|retailers?|channels?|labels?|brands?|publishers?|operators?"
    r"|carriers?|banks?|builders?|unions?|startups?|rappers?|singers?|DJs?|drugs?|steroids?|virus(?:es)?|apps?|studios?"
    r"|agents?|charity|charities|think-?tanks?|lobby|party|magazine|newspaper|lab(?:oratory)?|producers?|festivals?)"
    r",? (?:called )?\Z"
)
NAMED_AFTER = late(r" (?:[a-z]+ )?(?:agency|network|channel|station|website|magazine|airline|bank|brand)\b")
BRAND = late(r"(?:[B-DF-HJ-NP-TV-XZ]{0,2}[AEIOUY]){2,}[B-DF-HJ-NP-TV-XZ]{0,2}\Z")
PRONOUNCED = 5  # letters of what can be pronounced, and is a name more often than not
STATION = late(r"[KW][A-Z]{2,3}\Z")
SHORTEST, LONGEST = 3, 6  # letters: two are states, units and initials; more are words in capitals
OFTEN = 2
BESIDE = 40  # code points before an acronym in which it may be told what it is


@dataclass(frozen=True)
class UndefinedAcronym(ReportRule):
    """An acronym that not everybody knows is never spelt out.

    A reader who does not know the HWL learns nothing from what it demands. An acronym is spelt out where it stands in
    brackets behind its name, or where the report has words with its initials. Those that need no definition are in
    rules/tables/known_acronyms.csv; a desk adds its own in `known`. One that stands once, beside other names in
    capitals, is taken for a part of them; one behind a word for what it is (“the security firm HWQ”) for a name.

    It does not claim that the reader cannot guess it, and looks at acronyms of three to six letters that stand at
    least twice in the running text, but not at what is long enough and can be pronounced (“SEACOM”).
    """

    known: tuple[str, ...] = ()

    examples: ClassVar = (
        bad("Members of the [[HWQ]] met on Monday. Dockers left the HWQ in May.", severity="note"),
        good("The Harbour Workers Quorum met on Monday. Dockers left the HWQ, and the HWQ was sorry.", why="spelt out"),
        good("Members of the Dockers League (HWQ) met. They left the HWQ in May, and the HWQ was sorry.", why="so too"),
        good("The security firm HWQ, asked by dockers, came. HWQ left in May.", why="a name: it says what bears it"),
        good("Agents of the FBI met on Monday. Two left the FBI in May.", why="everybody knows it"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """The first mention of each."""
        every = report.find(acronyms)
        often = {letters for letters, times in Counter(each.letters for each in every).items() if times >= OFTEN}
        doubtful = {letters for letters in often if self._needs_definition(letters)}
        found = [
            each for each in every if each.letters in doubtful and (each.introduced or _stands_alone(report, each))
        ]
        counts = Counter(acronym.letters for acronym in found)
        told = {acronym.letters for acronym in found if acronym.introduced or _is_spelt_out(report, acronym)}
        for acronym in found:
            letters = acronym.letters
            if letters in told or counts[letters] < OFTEN:
                continue
            told.add(letters)
            if letters not in _initials_in(report) and not _is_of_a_name(report, letters):
                yield self.diagnostic(
                    Severity.NOTE,
                    report.passage(acronym.span),
                    f"“{letters}” is never spelt out",
                    help="spell it out once, or add it to the option known of this rule",
                )

    def _needs_definition(self, letters: str) -> bool:
        if not letters.isalpha() or not SHORTEST <= len(letters) <= LONGEST or letters in self.known:
            return False
        if len(letters) >= PRONOUNCED and BRAND.match(letters):
            return False
        return not (zipf(letters.lower()) > 0 or STATION.match(letters) or letters in _known())


def _stands_alone(report: Report, acronym: Acronym) -> bool:
    """Whether no name goes on beside it: “the HWQ said”, not “HWQ Harbour Ltd”."""
    text, span = report.text, acronym.span
    return not (BESIDE_BEFORE.search(text, max(0, span.start - 30), span.start) or BESIDE_AFTER.match(text, span.end))


def _is_spelt_out(report: Report, acronym: Acronym) -> bool:
    """Whether words beside it say what it is: “video recorders (PVRs)”, “the league, or HWQ”, “the firm RSA”."""
    text, span = report.text, acronym.span
    before = max(0, span.start - BESIDE)
    return bool(
        SPELT_OUT.match(text, span.end)
        or OR_SHORT.search(text, before, span.start)
        or EXPLAINED.search(text, before, span.start)
        or NAMED_AFTER.match(text, span.end)
    )


def _initials_in(report: Report) -> frozenset[str]:
    """The initials of each run of capitalised words, whole and of its ends, with and without small words."""
    return frozenset(report.find(_initials_of_runs))


def _is_of_a_name(report: Report, letters: str) -> bool:
    """Whether a long name has the letters among its initials, from the first to the last: “Latter Day Saints”."""
    return any(
        initials[0] == letters[0] and initials[-1] == letters[-1] and _are_in_order(letters, initials)
        for initials in report.find(_initials_of_names)
    )


def _are_in_order(letters: str, initials: str) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)


def _initials_of_names(report: Report) -> Iterator[str]:
    for part in report.prose:
        for run in CAPITALISED.finditer(report.text, part.start, part.end):
            words = (word for word in re.split(r"[ -]|\s&\s", run.group()) if word and word.lower() not in JOINING)
            initials = "".join(word if word in ("UN", "US", "EU", "UK") else word[0].upper() for word in words)
            if len(initials) > SHORTEST:
                yield initials


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
    return frozenset(row["acronym"] for row in rows("known_acronyms.csv", "acronym"))
