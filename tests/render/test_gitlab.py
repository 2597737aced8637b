"""GitLab's Code Quality report."""

import json
from collections.abc import Callable
from typing import Any

from lint import Severity
from lint.findings import Findings
from lint.render import Page
from lint.render.gitlab import render

PageOf = Callable[..., Page]
Valid = Callable[[str, Any], Any]


def test_an_issue_has_every_key_that_gitlab_asks_for(page_of: PageOf) -> None:
    [issue] = json.loads("".join(render(page_of("Rain.\n\nThe flood took [[over 30\nhouses]].\n"))))
    assert len(issue.pop("fingerprint")) == 16
    assert issue == {
        "description": "two reports disagree",
        "check_name": "some-rule",
        "severity": "critical",
        "location": {"path": "a.txt", "lines": {"begin": 3, "end": 4}},
    }


def test_severities_are_those_that_gitlab_knows(page_of: PageOf) -> None:
    given = [json.loads("".join(render(page_of("[[a]]", severity=severity))))[0]["severity"] for severity in Severity]
    assert given == ["critical", "minor", "info"]


def test_findings_of_one_fingerprint_are_told_apart(page_of: PageOf) -> None:
    [found] = page_of("[[a]] b").findings.diagnostics
    issues = json.loads("".join(render(Page(Findings((found, found), 1), [], lambda path: None))))
    assert len({issue["fingerprint"] for issue in issues}) == 2


def test_nothing_found_is_an_empty_array() -> None:
    assert json.loads("".join(render(Page(Findings((), 1), [], lambda path: None)))) == []


def test_every_report_is_what_gitlab_asks_for(hard_pages: tuple[Page, ...], valid: Valid) -> None:
    for page in hard_pages:
        issues = valid("gitlab", json.loads("".join(render(page))))
        assert len(issues) == len(page.findings.diagnostics)
