"""stray-space: a space before a comma or another mark that follows its word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint import Diagnostic, Fix, Report, ReportRule, Severity, Span, bad, good
from lint.pattern import late

BEFORE_A_MARK = late(
    r"""
    (?<=[\w)\]”’"'%]) (?<!\(\))  # a word, but no name of a program's function
    (?P<space>[ \t\u00a0]{1,3})
    (?P<mark>[,;] | [!?](?![\w!?]) | \.(?![\w.]|[^\S\n]?\.) | [)\]])
    (?=[\s”"’')\]]|$)
    """,
    re.VERBOSE,
)
AFTER_A_BRACKET = late(r"(?<=[\s(])(?P<mark>\()(?P<space>[ \t\u00a0]{1,3})(?=\w)")
TORN = late(r"[,;!?.)\](](?:(?<=[ \t\u00a0][^(])|(?<=\()(?=[ \t\u00a0]))")  # either, for which re looks faster
COMMA = late(r",(?=\s)")
TOKENISED = 0.2  # the share of spaced commas from which a text is taken for the output of a program


@dataclass(frozen=True)
class StraySpace(ReportRule):
    """A space stands before a comma, a full stop, a question mark or a closing bracket, or after an opening one.

    It tears the mark from its word, and at the end of a line it sends the mark to the next one. The usual cause is an
    edit, or a link that was taken out.

    It does not judge spaces before an ellipsis, a decimal (".22 rifle") or an address (".com"), nor a text in which
    every mark is set apart: a program wrote that.
    """

    examples = (
        bad("The Harbour Workers Union [[(HWU )]] met on Monday.", fix="(HWU)"),
        bad("The union [[(HWU) ,]] the council and the port met.", fix="(HWU),", severity="note"),
        good("Call it halt() , or quit() if you like.", why="the name of a program's function"),
        good("He waited ... and fired a .22 rifle, says example .com.", why="an ellipsis, a calibre and an address"),
        good("The mayor , who is 61 , said on Monday , in Leeds , that he would go .", why="every mark is set apart"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Each space that tears a mark from its word."""
        if not TORN.search(report.text):
            return
        found = [
            match
            for part in report.prose
            for pattern in (BEFORE_A_MARK, AFTER_A_BRACKET)
            for match in pattern.finditer(report.text, part.start, part.end)
        ]
        if not found or _is_tokenised(report, found):
            return
        for match in found:
            passage = report.passage(_with_its_word(report.text, match))
            where = "after" if match["mark"] == "(" else "before"
            message = f"a space stands {where} “{match['mark']}”"
            words = passage.words.replace(match.group(), match["mark"])
            yield self.diagnostic(Severity.NOTE, passage, message, fix=Fix(passage, words, safe=True))


def _with_its_word(text: str, match: re.Match[str]) -> Span:
    """The space and the mark with the word that they belong to."""
    start, end = match.span()
    if match["mark"] == "(":
        while end < len(text) and not text[end].isspace():
            end += 1
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    return Span(start, end)


def _is_tokenised(report: Report, found: list[re.Match[str]]) -> bool:
    """Whether marks are set apart throughout: by a program, or by a writer who always does."""
    commas = len(COMMA.findall(report.text, report.body.start, report.body.end))
    return len(found) > 3 and len(found) > TOKENISED * commas
