"""stopped-quotation: a full stop before who said it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint import Diagnostic, Fix, Report, ReportRule, Severity, Span, bad, good
from lint.pattern import late

SAYING = r"(?:said|says|added|adds|explained|recalled|wrote|told|asked|continued|concluded|stated|noted)"
NAME = r"(?:[A-Z][\w’'-]*\.? ){0,3}[A-Z][\w’'-]+"
GOES_ON = late(  # in a small letter, and so in the same sentence
    rf"(?P<end>\.[”\"])[^\S\n]+(?:(?:he|she|they|we|police|officials|the [a-z]+) {SAYING}\b|{SAYING} "
    rf"(?:[A-Z]|the |his |her |police\b|officials\b|a |an |one |another |neighbor))"
)
ALONE = late(  # a sentence of nothing else
    rf"(?P<end>\.[”\"]?)[^\S\n]+(?P<who>{NAME}|[Pp]olice|[Oo]fficials|[Hh]e|[Ss]he) (?:said|added)"
    r"(?=\.(?:\s|\Z))"
)
LAST = late(r"[\w’'-]+\Z")
LONGEST = 40  # code points of a last word
ABBREVIATED = frozenset(
    "mr mrs ms dr sgt lt capt det gov sen rep rev col gen maj cpl cmdr adm pvt pfc spc prof pres atty dep ofc insp supt"
    " fr hon st jr sr ave blvd rd inc corp co ltd no dept u.s".split()
)
NOBODY = frozenset("enough that this which what having being".split())


@dataclass(frozen=True)
class StoppedQuotation(ReportRule):
    """A full stop ends what somebody says, and the sentence goes on with who said it.

    “It was cold.” she said. The reader has stopped, and stumbles over half a sentence: a comma is wanted. So it is
    where the next sentence is nothing but “Sheriff Tharp said.”

    It does not speak of question marks, nor of a sentence that begins behind a quotation (“We will.” Tharp said no
    more), nor of abbreviations.
    """

    examples = (
        bad("“I do not know what went [[wrong.”]] she said on Monday.", fix="wrong,”", severity="warning"),
        bad('"Life was [[lost."]] said Ada Tharp, a neighbor.', fix='lost,"', severity="warning"),
        bad("The boy was hit in the [[face.]] Sheriff Tharp said.", fix="face,", severity="warning"),
        good("“I do not know what went wrong,” she said. “Who does?” she asked.", why="a comma, and a question"),
        good("“We will rebuild.” Ada Tharp said no more, and her neighbors left.", why="a sentence of its own"),
        good("He lives on Tarn St. Ada Tharp said so.", why="it says what she said"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Each full stop that a comma should be."""
        text = report.text
        told: set[int] = set()
        for pattern, signs in ((GOES_ON, (".”", '."')), (ALONE, (" said.", " added."))):
            if not any(sign in text for sign in signs):
                continue
            for part in report.prose:
                for match in pattern.finditer(text, part.start, part.end):
                    last = LAST.search(text, max(part.start, match.start() - LONGEST), match.start())
                    if last and match.start() not in told and not _is_no_end(last.group(), match):
                        told.add(match.start())
                        yield self._stopped(report, Span(last.start(), match.end("end")))

    def _stopped(self, report: Report, span: Span) -> Diagnostic:
        passage = report.passage(span)
        last = passage.words.partition(".")[0]
        message = f"a full stop stands behind “{last}”, and the sentence goes on with who said it"
        fix = Fix(passage, passage.words.replace(".", ","))
        return self.diagnostic(Severity.WARNING, passage, message, fix=fix)


def _is_no_end(last: str, match: re.Match[str]) -> bool:
    """Whether the point is that of an abbreviation, or what follows is no name."""
    word, who = last.lower(), match.groupdict().get("who") or ""
    return word in ABBREVIATED or len(word) == 1 or who.lower() in NOBODY
