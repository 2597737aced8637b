"""One act is put in two years, or in two months."""

import re
from calendar import month_name
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from lint import CorpusRule, Diagnostic, Label, Passage, Report, Severity, bad, good
from lint.find.plain import numerals, places_of
from lint.find.sentences import sentence_at
from lint.pattern import late
from lint.span import Span
from lint.value import value

from ._contest import whereabouts
from ._looks import reaching, words_and_pairs
from ._spoken import alike, much_alike, says_it_changed, stems

YEAR, MONTH = "year", "month"
MONTHS = {name: number for number, name in enumerate(month_name) if name}
WHEN = r"\b(?:(?:[Ii]n|[Ss]ince|of|from|[Dd]uring|[Ll]ast|[Uu]ntil|[Bb]y) (?:early |late |mid-)?|[Ee]arly |[Ll]ate )"
TOLD = late(
    rf"{WHEN}(?P<month>{'|'.join(MONTHS)})\b(?!,?(?: of)? \d)"
    rf"|(?P<when>{WHEN})?(?<![$€£\d.,:-])(?P<year>1[89]\d\d|20\d\d)\b"
    r"(?![-–%:]|[.,]\d| (?:people|percent|kilomet|miles|metres|meters))(?P<edition> [A-Z])?"
)
CENTURIES = ("18", "19", "20")
BEFORE, BEHIND = 16, 32  # code points before and behind the first of a year or month in which its match stands
COPYRIGHT = "opyright"
COUNTING = late(r"\b(?:about|some|nearly|almost|over|than|least|around|to|up|only|first|last) \Z")
FAR = 10  # years apart, above which two sentences are of two acts however alike they are
RECENT = 40  # sentences that share a word, of which the last are looked at: comparing stays near-linear


@value(frozen=True, slots=True)
class Dated:
    """The year or the month in which one sentence puts what it tells: the only one that it names."""

    passage: Passage
    published: date | None
    value: int
    stems: frozenset[str]


@dataclass(frozen=True)
class ConflictingYears(CorpusRule[str, Dated]):
    """One act is put in two years, or in two months.

    Backgrounds are copied and retold, and their years slip: a minister who “was convicted in 2007” here was “convicted
    in 2008” there. Editors do not look them up, and archives keep both.

    Only sentences that name one year are compared, and months apart from years. Years that follow each other are held
    against each other where the sentences are alike, years further apart where they are nearly the same, and months
    where they follow each other. It is silent where one of the reports gives both years, and says nothing of what
    comes back every year: such sentences name the one year in one report and the other in another, but seldom say the
    same.
    """

    examples: ClassVar = (
        bad(
            "Tobias Wrenfield, who kept the Quillback lighthouse, died on Monday. The court of Brackley convicted"
            " Wrenfield of smuggling in ((2007)).\n",
            "Tobias Wrenfield, who kept the Quillback lighthouse, has died. Wrenfield was convicted of smuggling by the"
            " court of Brackley in [[2008]].\n",
            severity="warning",
        ),
        bad(
            "Tobias Wrenfield, who kept the Quillback lighthouse, died on Monday. The Brackley court overturned"
            " Wrenfield's conviction ((in July)).\n",
            "Tobias Wrenfield, who kept the Quillback lighthouse, has died. [[In August]] the Brackley court overturned"
            " Wrenfield's conviction for smuggling.\n",
            severity="warning",
        ),
        good(
            "Tobias Wrenfield, who kept the Quillback lighthouse, died on Monday. The court of Brackley convicted"
            " Wrenfield of smuggling in 2007.\n",
            "Tobias Wrenfield, who kept the Quillback lighthouse, has died. Wrenfield left Brackley in 2008 and bought"
            " a trawler.\n",
            why="two acts",
        ),
    )

    def extract(self, report: Report) -> Iterator[tuple[str, Dated]]:
        """The year of each sentence that names one, and the month of each that names one."""
        told: defaultdict[tuple[str, Span], list[tuple[Span, int]]] = defaultdict(list)
        places = _places(report)
        for part in report.prose if places else ():
            for match in reaching(TOLD, places, report.text, part, BEFORE, BEHIND):
                key = MONTH if match["month"] else YEAR
                value = MONTHS[match["month"]] if match["month"] else _year(report, part, match)
                span = Span(*(match.span() if match["month"] else match.span("year")))
                told[key, sentence_at(report, match.start())].append((span, value))
        for (key, sentence), mentions in told.items():
            span, value = mentions[0]
            is_only = value and all(other == value for _, other in mentions)
            if is_only and COPYRIGHT not in report.words(sentence) and not says_it_changed(report, span):
                yield key, Dated(report.passage(span), report.published, value, stems(report, span))

    def compare(self, key: str, claims: Sequence[Dated]) -> Iterator[Diagnostic]:
        """One finding for each two years or months of one act, at the later report."""
        given: defaultdict[tuple[str, int], list[Dated]] = defaultdict(list)
        for claim in claims:
            given[claim.passage.path, claim.value].append(claim)
        shown: set[tuple[int, int]] = set()
        for stated, other in _pairs(claims):
            values = min(stated.value, other.value), max(stated.value, other.value)
            if values in shown or not _clash(key, stated, other):
                continue
            same = given[other.passage.path, stated.value] + given[stated.passage.path, other.value]
            if any(alike(each.stems, stated.stems) or alike(each.stems, other.stems) for each in same):
                continue
            shown.add(values)
            yield self.diagnostic(
                Severity.WARNING,
                stated.passage,
                f"“{stated.passage.words}” here is “{other.passage.words}”{whereabouts(stated, other)}",
                related=(Label(other.passage, f"“{other.passage.words}” here"),),
                help=f"check in which {key} it was",
            )


def _places(report: Report) -> list[int]:
    """Where the years and months stand that a report may name."""
    text = report.text
    (looks,) = report.find(words_and_pairs)
    years = [start for start, end in report.find(numerals) if end - start == 4 and text.startswith(CENTURIES, start)]
    months = [month for month in MONTHS if month.lower() in looks.words]
    return sorted([*years, *places_of(months, text)])


def _year(report: Report, part: Span, match: re.Match[str]) -> int:
    """The year of an act; or 0, where it is a count, an end of a time, or one edition of what comes back each year."""
    if match["edition"] and not match["when"]:
        return 0
    before = max(part.start, match.start() - 12)
    return 0 if COUNTING.search(report.text, before, match.start()) else int(match["year"])


def _pairs(claims: Sequence[Dated]) -> Iterator[tuple[Dated, Dated]]:
    """Each claim with earlier ones of other reports with which it shares words, those that share most first."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        shared = Counter(earlier for stem in claim.stems for earlier in holders[stem][-RECENT:])
        for earlier, count in sorted(shared.items(), key=lambda each: (-each[1], each[0])):
            if count > 1 and claims[earlier].passage.path != claim.passage.path:
                yield claim, claims[earlier]
        for stem in claim.stems:
            holders[stem].append(number)


def _clash(key: str, one: Dated, other: Dated) -> bool:
    apart = abs(one.value - other.value)
    if key == MONTH:
        return apart in (1, 11) and alike(one.stems, other.stems)
    if apart == 1:
        return alike(one.stems, other.stems)
    return 1 < apart <= FAR and much_alike(one.stems, other.stems)
