"""What is common to all output formats."""

import sys
from collections.abc import Callable

import click
import pytest

from lint.findings import Findings
from lint.render import Page, formats, renderer
from lint.render._terminal import columns

PageOf = Callable[..., Page]


def test_every_public_module_is_a_format() -> None:
    assert formats() == ["concise", "full", "github", "gitlab", "html", "jsonl", "junit", "rdjsonl", "sarif"]


@pytest.mark.parametrize("name", formats())
def test_every_format_draws_nothing_and_something_in_whole_lines(name: str, page_of: PageOf) -> None:
    for page in (Page(Findings((), 0), [], lambda path: None), page_of("A [[b]] ((c)).", help="d", fix="e")):
        text = "".join(renderer(name)(page))
        assert text == "" or text.endswith("\n")


@pytest.mark.parametrize("name", sorted({*formats()} - {"concise", "full"}))
def test_formats_for_programs_have_no_colours(name: str, page_of: PageOf) -> None:
    text = "".join(renderer(name)(page_of("A [[b]] ((c)).", help="d", fix="e")))
    assert text == click.unstyle(text)


def test_without_a_terminal_every_machine_draws_as_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "57")
    assert columns() == 100


@pytest.mark.parametrize(("terminal", "drawn"), [("57", 57), ("3", 40), ("900", 160)])
def test_a_terminal_is_drawn_into_as_wide_as_is_readable(
    terminal: str, drawn: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", terminal)
    assert columns() == drawn
