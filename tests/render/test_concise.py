"""One line for each finding, and the sentence that closes a run."""

from collections.abc import Callable
from dataclasses import replace

import click
import pytest

from lint import Diagnostic, Label, Passage, Severity, Span
from lint.findings import Findings
from lint.render import Page
from lint.render.concise import render

PageOf = Callable[..., Page]


def found(severity: Severity, rule: str = "some-rule") -> Diagnostic:
    return Diagnostic(rule, severity, "a message", Label(Passage("a.txt", Span(4, 6), 2, 3, "it")))


def plain(*diagnostics: Diagnostic, reports: int = 2) -> str:
    return click.unstyle("".join(render(Page(Findings(diagnostics, reports), [], lambda path: None))))


def test_a_finding_is_one_line_that_editors_can_follow() -> None:
    assert plain(found(Severity.ERROR)).splitlines()[0] == "a.txt:2:3: error[some-rule]: a message"


def test_a_message_of_several_lines_becomes_one() -> None:
    several = replace(found(Severity.ERROR), message="“one\r\n  two” is\nthree")
    assert plain(several).splitlines()[0] == "a.txt:2:3: error[some-rule]: “one two” is three"


def test_severities_are_coloured(page_of: PageOf, golden: Callable[[str, str], None]) -> None:
    findings = Findings(tuple(map(found, Severity)), 1)
    golden("render/concise-colours.txt", "".join(render(Page(findings, [], lambda path: None))))


@pytest.mark.parametrize(
    ("severities", "reports", "sentence"),
    [
        ("", 1, "No findings in 1 report."),
        ("e", 1, "Found 1 error in 1 report."),
        ("ee", 2, "Found 2 errors in 2 reports."),
        ("wee", 2, "Found 2 errors and 1 warning in 2 reports."),
        ("nneww", 3, "Found 1 error, 2 warnings and 2 notes in 3 reports."),
    ],
)
def test_the_last_line_counts_by_severity(severities: str, reports: int, sentence: str) -> None:
    kinds = {severity[0]: severity for severity in Severity}
    assert plain(*(found(kinds[kind]) for kind in severities), reports=reports).splitlines()[-1] == sentence


def test_the_last_line_says_when_work_was_not_done() -> None:
    last = plain(found(Severity.ERROR, "unreadable-report")).splitlines()[-1]
    assert last == "Found 1 error in 2 reports. Some of the work could not be done."
