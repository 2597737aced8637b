"""missing-word: a small word was left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from lint import Diagnostic, Fix, Report, ReportRule, Severity, Span, bad, good
from lint.pattern import late

from ._looks import Pair, words_and_pairs
from ._phrases import phrasebook

TABLE = "missing_words.csv"
UNSURE = "…"  # in the table: nobody can say which word is missing
UNITS = ("year", "month", "week", "day")
AGED = (
    "boy girl man woman child son daughter victim suspect teenager baby infant toddler student driver resident mother "
    "father brother sister boys girls"
).split()
WITHOUT_OLD = late(
    rf"""
    \b(?P<age>(?:\d{{1,3}}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen)
        -(?:{"|".join(UNITS)}))
    [^\S\n]+
    (?P<who>{"|".join(AGED)})\b
    (?!-)
    """,
    re.VERBOSE,
)
AGES_WITHOUT_OLD: frozenset[Pair] = frozenset(product(UNITS, AGED))


@dataclass(frozen=True)
class MissingWord(ReportRule):
    """A small word that the phrase cannot do without was left out.

    The eye puts it back, so that the writer never sees it: "according the police", "is expected be", "dozens people",
    "a 16-year girl", "in wake of". The table missing_words.csv has the phrases that always have the word, and the word.
    Where nobody can say what is missing ("cities across are full"), there is no fix.

    It leaves headlines alone where only an article is missing, and captions in capitals.
    """

    examples = (
        bad("It rained, [[according the]] council.", fix="according to the", severity="warning"),
        bad("She is [[expected be]] mayor.", fix="expected to be"),
        bad("They came [[in wake]] of the storm.", fix="in the wake"),
        bad("The [[16-year girl]] won.", fix="16-year-old girl"),
        bad("The streets of cities [[across are]] full.", severity="warning"),
        good("It rained, according to the council, and she is expected to be mayor.", why="nothing is missing"),
        good("Dozens of people came in the wake of the storm. A 16-year term ended.", why="nothing is missing"),
        good("The people he came across are full of hope.", why="the word belongs to “came”"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Each place where a word is missing."""
        for hit in phrasebook(TABLE).hits(report):
            yield self._missing(report, hit.span, hit.row.right, hit.words)
        (looks,) = report.find(words_and_pairs)
        if AGES_WITHOUT_OLD.isdisjoint(looks.pairs):
            return
        for part in report.prose:
            for match in WITHOUT_OLD.finditer(report.text, part.start, part.end):
                words = f"{match['age']}-old {match['who']}"
                yield self._missing(report, Span(*match.span()), "-old", words)

    def _missing(self, report: Report, span: Span, word: str, words: str) -> Diagnostic:
        passage = report.passage(span)
        if word == UNSURE:
            return self.diagnostic(Severity.WARNING, passage, f"something is missing in “{passage.words}”")
        message = f"a word is missing in “{passage.words}”: “{word}”"
        return self.diagnostic(Severity.WARNING, passage, message, fix=Fix(passage, words))
