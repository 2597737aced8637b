"""redundant-including: a list of examples that ends with the rest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint import Diagnostic, Fix, Label, Report, ReportRule, Severity, Span, bad, good
from lint.pattern import late

from ._looks import Key, words_and_pairs

LIST_OF_EXAMPLES = late(
    r"""
    \b(?P<noun>[a-z]+s),?\s+(?:including|such\s+as)\s+
    [^.;:!?\n]{4,400}?
    (?P<rest>
        ,? \s+ and \s+ (?:(?:many|several|numerous|various|some|a\s+number\s+of|dozens\s+of)\s+)? other\s+(?P=noun)\b
    )
    """,
    re.VERBOSE,
)
TAIL = late(
    r"""
    \b(?:including|such\s+as)\s+(?=[A-Za-z“"’'$\d])
    [^.;:!?()\n—–]{4,300}?
    (?P<rest> ,? \s+ (?: among\s+others | and\s+so\s+(?:on|forth) | etc\b\.? ) )(?!\s+(?:who|that|whose|in|on|to|at))
    """,
    re.VERBOSE,
)
OPENINGS: frozenset[Key] = frozenset({"including", ("such", "as")})
TAILS: frozenset[Key] = frozenset({"etc", ("and", "so")})


@dataclass(frozen=True)
class RedundantIncluding(ReportRule):
    """A list that "including" opens, and that is therefore not complete, ends with "and other ..." all the same.

    "Including" has said already that there are others. The repeated noun makes the sentence limp: "many
    organizations, including A, B and many other organizations" says "organizations" where "others" is understood.

    A warning repeats the noun; "including ..., among others" or "etc." is a note. It does not speak of "and other"
    before another noun: "officials, including the mayor and other Democrats".
    """

    examples = (
        bad(
            "Many ((unions)), including the dockers, the bakers[[ and many other unions]], marched.",
            fix="",
            severity="warning",
        ),
        bad("Charges such as theft, fraud[[, etc.]] were dropped.", severity="note"),
        good("Officials, including the mayor and other Democrats, came.", why="other than what was counted"),
        good("Unions, including the dockers and the bakers, marched.", why="nothing is said twice"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Each rest that was said already."""
        (looks,) = report.find(words_and_pairs)
        if not looks.have(OPENINGS):
            return
        has_other = "other" in looks.words
        has_tail = "others" in looks.text or looks.have(TAILS)
        for part in report.prose:
            for match in LIST_OF_EXAMPLES.finditer(report.text, part.start, part.end) if has_other else ():
                noun = Label(report.passage(Span(*match.span("noun"))), "counted here")
                message = f"“including” has said already that there are other {match['noun']}"
                yield self._said(report, match, Severity.WARNING, message, (noun,))
            for match in TAIL.finditer(report.text, part.start, part.end) if has_tail else ():
                rest = " ".join(match["rest"].strip(" ,").split())
                message = f"“{match.group().split()[0]}” has said already that there are others; “{rest}” adds nothing"
                yield self._said(report, match, Severity.NOTE, message, ())

    def _said(
        self, report: Report, match: re.Match[str], severity: Severity, message: str, related: tuple[Label, ...]
    ) -> Diagnostic:
        passage = report.passage(Span(*match.span("rest")))
        advice = "leave it out, and put “and” before the last item"
        return self.diagnostic(severity, passage, message, related=related, help=advice, fix=Fix(passage, ""))
