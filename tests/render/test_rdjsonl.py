"""reviewdog's format."""

import json
from collections.abc import Callable
from typing import Any

from lint.render import Page
from lint.render.rdjsonl import render

PageOf = Callable[..., Page]
Valid = Callable[[str, Any], Any]


def test_columns_count_bytes_and_suggestions_have_their_place(page_of: PageOf) -> None:
    [line] = render(page_of("A 漢\r\né [[Lowfrod\nman]] met ((another)).", fix="Lowford\nman", help="look it up"))
    found = json.loads(line)
    place = {"start": {"line": 2, "column": 4}, "end": {"line": 3, "column": 4}}
    assert found["location"] == {"path": "a.txt", "range": place}
    assert found["suggestions"] == [{"range": place, "text": "Lowford\nman"}]
    assert found["message"] == "two reports disagree\nlook it up"
    assert (found["severity"], found["source"], found["code"]) == (
        "ERROR",
        {"name": "factlint"},
        {"value": "some-rule"},
    )
    [related] = found["related_locations"]
    assert related["location"]["range"]["start"] == {"line": 3, "column": 9}


def test_without_the_text_columns_count_characters(page_of: PageOf) -> None:
    page = page_of("é [[a]]")
    [line] = render(Page(page.findings, [], lambda path: None))
    assert json.loads(line)["location"]["range"]["start"] == {"line": 1, "column": 3}


def test_every_line_is_a_diagnostic_as_reviewdog_defines_it(hard_pages: tuple[Page, ...], valid: Valid) -> None:
    for page in hard_pages:
        lines = [valid("rdjsonl", json.loads(line)) for line in "".join(render(page)).split("\n")[:-1]]
        assert len(lines) == len(page.findings.diagnostics)
