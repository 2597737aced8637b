"""SARIF logs, held to the official schema.

sarif-2.1.0.json is that schema as Microsoft's sarif-multitool carries it (npm, version 5.7.0, MIT licence).
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from lint import Diagnostic, Label, Passage, Report, ReportRule, Severity, Span, bad, good
from lint.findings import Findings
from lint.render import Page
from lint.render.sarif import render

PageOf = Callable[..., Page]


@dataclass(frozen=True)
class ShoutedWord(ReportRule):
    """A word stands in capitals.

    Capitals shout. Abbreviations are left alone.
    """

    examples = (bad("He said [[NEVER]].", severity="note"), good("He said never.", why="it is said quietly"))

    def check(self, report: Report) -> Iterator[Diagnostic]:
        yield from ()


@cache
def schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads((Path(__file__).parent / "sarif-2.1.0.json").read_text(encoding="utf-8")))


def run_of(page: Page) -> dict[str, Any]:
    """The one run of the log, which is valid."""
    log = json.loads("".join(render(page)))
    schema().validate(log)
    [run] = log["runs"]
    assert isinstance(run, dict)
    return run


def of_place(passage: Passage, message: str = "m", rule: str = "some-rule") -> Page:
    found = Diagnostic(rule, Severity.ERROR, message, Label(passage))
    return Page(Findings((found,), 1), [], lambda path: None)


def test_a_conflict_is_one_result_with_both_places(page_of: PageOf, golden: Callable[[str, str], None]) -> None:
    page = page_of(
        "Rain.\n\nThe flood took [[over 30 houses]], Ana Pérez said.\n",
        "The flood destroyed ((12 houses)).\n",
        labels=("more than 30, says Ana Pérez", "12, says the town [sic]"),
        help="correct one of them",
        fix="12 houses",
    )
    results = json.dumps(run_of(page)["results"], indent=2, ensure_ascii=False)
    golden("render/sarif-results.json", f"{results}\n")


def test_a_clean_run_is_a_valid_log() -> None:
    run = run_of(Page(Findings((), 2), [ShoutedWord()], lambda path: None))
    assert run["results"] == []
    assert run["invocations"][0]["executionSuccessful"] is True
    assert run["columnKind"] == "unicodeCodePoints"


def test_a_rule_brings_its_page_its_examples_and_how_far_to_trust_it() -> None:
    driver = run_of(Page(Findings((), 2), [ShoutedWord()], lambda path: None))["tool"]["driver"]
    [rule] = driver["rules"]
    assert rule["shortDescription"]["text"] == "A word stands in capitals."
    assert "Abbreviations are left alone." in rule["fullDescription"]["text"]
    assert "Reported:\n\n    He said NEVER." in rule["help"]["markdown"]
    assert "Not reported (it is said quietly):\n\n    He said never." in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"enabled": True, "level": "note"}
    assert rule["properties"]["precision"] == "medium"
    assert rule["properties"]["problem.severity"] == "recommendation"


def test_every_result_names_its_rule_even_one_that_is_only_a_remark(page_of: PageOf) -> None:
    remark = of_place(Passage("a.txt", Span(0, 0), 1, 1, ""), rule="empty-report")
    run = run_of(replace(remark, rules=[ShoutedWord()]))
    [result] = run["results"]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == result["ruleId"] == "empty-report"
    assert rule["shortDescription"]["text"] == "A file has no words, or a page no text of a report below its headline."


@pytest.mark.parametrize("failure", ["unreadable-report", "rule-crashed"])
def test_work_that_was_not_done_is_a_notification_and_no_result(failure: str) -> None:
    run = run_of(of_place(Passage("a.txt", Span(0, 0), 1, 1, ""), "cannot be read", failure))
    assert run["results"] == []
    [invocation] = run["invocations"]
    assert invocation["executionSuccessful"] is False
    [notification] = invocation["toolExecutionNotifications"]
    assert notification["descriptor"]["id"] == failure
    assert notification["message"]["text"] == "cannot be read"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("reports/one.txt", "reports/one.txt"),
        ("./one.txt", "one.txt"),
        ("mon été #1?.txt", "mon%20%C3%A9t%C3%A9%20%231%3F.txt"),
        ("a:b%.txt", "a%3Ab%25.txt"),
        ("caf\udce9.txt", "caf%E9.txt"),
    ],
)
def test_a_relative_path_is_an_escaped_uri_under_the_root(path: str, uri: str) -> None:
    [result] = run_of(of_place(Passage(path, Span(0, 1), 1, 1, "x")))["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": uri, "uriBaseId": "%SRCROOT%"}


def test_an_absolute_path_is_a_uri_of_its_own(tmp_path: Path) -> None:
    [result] = run_of(of_place(Passage(str(tmp_path / "a b.txt"), Span(0, 1), 1, 1, "x")))["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": (tmp_path / "a b.txt").as_uri()}


def test_brackets_in_a_message_make_no_links(page_of: PageOf) -> None:
    page = page_of("[[a]] ((b))", message="see [1](2)", labels=("", "x](9) \\ [y"))
    [result] = run_of(page)["results"]
    assert result["message"]["text"] == "see [1\\](2)\n[x\\](9) \\\\ \\[y](1)"
    assert re.findall(r"(?<!\\)\]\((\d+)\)", result["message"]["text"]) == ["1"]
    assert [place["id"] for place in result["relatedLocations"]] == [1]


def test_a_fingerprint_stays_when_the_words_move(page_of: PageOf) -> None:
    first, later = (
        run_of(page_of(text))["results"][0]["partialFingerprints"] for text in ("A [[b]].", "More.\n\nA [[b]].")
    )
    assert first == later


@given(st.text(), st.data())
def test_any_text_gives_a_valid_log(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    report = Report(data.draw(st.text(min_size=1)), text, Span(0, len(text)))
    words = report.passage(Span(start, data.draw(st.integers(start, len(text)))))
    [result] = run_of(of_place(words, data.draw(st.text())))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert text[region["charOffset"] :][: region["charLength"]] == words.words
