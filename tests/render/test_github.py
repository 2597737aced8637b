"""GitHub's annotations, and the summary of a step."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from lint import Diagnostic, Label, Passage, Severity, Span
from lint.findings import Findings
from lint.render import Page
from lint.render.github import render

PageOf = Callable[..., Page]
Golden = Callable[[str, str], None]


@pytest.fixture(autouse=True)
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    return path


def page(*diagnostics: Diagnostic) -> Page:
    return Page(Findings(diagnostics, 3), [], lambda path: None)


def many(number: int, severity: Severity) -> list[Diagnostic]:
    places = (Passage("a.txt", Span(line, line + 1), line, 1, "x") for line in range(1, number + 1))
    return [Diagnostic("some-rule", severity, f"finding {place.line}", Label(place)) for place in places]


def commands(found: Page) -> list[str]:
    return [line.split(" ")[0].removeprefix("::") for line in "".join(render(found)).splitlines()]


def test_a_conflict_is_one_annotation_that_names_both_places(page_of: PageOf, golden: Golden, summary: Path) -> None:
    found = page_of(
        "Rain.\n\nThe flood took [[over 30 houses]], Ana said.\n",
        "The flood | destroyed ((12 houses)).\n",
        message="“over 30 houses” were lost; another report has “12 houses”: 100% sure, <b>really</b>",
        labels=("more than 30, says Ana", "12, says the town"),
        help="correct one of them",
        fix="12 houses",
    )
    golden("render/github.txt", "".join(render(found)))
    golden("render/github-summary.md", summary.read_text(encoding="utf-8"))


def test_what_would_end_a_command_is_escaped() -> None:
    place = Passage("a,b:c%.txt", Span(0, 1), 1, 1, "x")
    [line] = render(page(Diagnostic("some-rule", Severity.ERROR, "50%\n::error::\x1b", Label(place))))
    properties, data = line.removeprefix("::error ").split("::", 1)
    assert properties.startswith("file=a%2Cb%3Ac%25.txt,line=1,endLine=1,col=1,endColumn=2,title=")
    assert data == "50%25 ::error::<U+001B>\n"


def test_words_over_several_lines_have_no_columns() -> None:
    place = Passage("a.txt", Span(0, 3), 4, 7, "x\ny")
    [line] = render(page(Diagnostic("some-rule", Severity.NOTE, "m", Label(place))))
    assert line.startswith("::notice file=a.txt,line=4,endLine=5,title=")


def test_errors_come_first() -> None:
    found = page(*many(1, Severity.NOTE), *many(1, Severity.WARNING), *many(1, Severity.ERROR))
    assert commands(found) == ["error", "warning", "notice"]


def test_ten_of_each_kind_are_shown() -> None:
    found = page(*many(10, Severity.NOTE), *many(10, Severity.WARNING), *many(10, Severity.ERROR))
    assert commands(found) == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10


def test_more_than_ten_are_counted_in_a_notice_and_listed_in_the_summary(summary: Path) -> None:
    found = page(*many(12, Severity.ERROR), *many(11, Severity.WARNING), *many(10, Severity.NOTE))
    lines = "".join(render(found)).splitlines()
    assert commands(found) == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert lines[-1].endswith("::4 more findings (2 errors, 1 warning and 1 note): see the summary of this step")
    assert summary.read_text().count("| error |") == 2 * 12  # written twice above


def test_without_a_summary_the_notice_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY")
    *_, last = render(page(*many(11, Severity.ERROR)))
    assert last == "::notice title=factlint::1 more finding (1 error): see the output of factlint check\n"


def test_a_summary_that_cannot_be_written_is_a_warning(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    assert commands(page(*many(1, Severity.NOTE))) == ["notice", "warning"]


def test_the_summary_is_added_to_what_stands_there(summary: Path) -> None:
    summary.write_text("before\n")
    list(render(page(*many(1, Severity.NOTE))))
    assert summary.read_text().startswith("before\n### factlint\n")


def test_the_summary_never_grows_longer_than_github_takes(summary: Path) -> None:
    summary.write_text("é" * 1000, encoding="utf-8")
    long = [replace(each, message="é" * 1000) for each in many(2000, Severity.ERROR)]
    list(render(page(*long)))
    text = summary.read_text(encoding="utf-8")
    assert 1_000_000 < len(text.encode()) <= 1024 * 1024
    rows = text.count("| error |")
    assert text.endswith(f"{2000 - rows} more findings.\n\n")


def test_a_full_summary_is_left_alone(summary: Path) -> None:
    summary.write_bytes(b"x" * 1024 * 1024)
    *_, last = render(page(*many(11, Severity.ERROR)))
    assert summary.stat().st_size == 1024 * 1024
    assert "see the output of factlint check" in last
