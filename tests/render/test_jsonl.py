"""JSON lines."""

import json
from collections.abc import Callable

from lint import Diagnostic, Label, Passage, Severity, Span
from lint.findings import Findings
from lint.render import Page
from lint.render.jsonl import render

PageOf = Callable[..., Page]


def test_a_finding_is_one_object_with_every_key(page_of: PageOf, golden: Callable[[str, str], None]) -> None:
    page = page_of(
        "Rain.\n\nThe flood took [[over 30\nhouses]], Ana Pérez said.\n",
        "The flood destroyed ((12 houses)).\n",
        labels=("", "12, says the town"),
        help="correct one of them",
        fix="12 houses",
    )
    golden("render/jsonl.jsonl", "".join(render(page)))


def test_places_and_fix_lead_back_to_the_words(page_of: PageOf) -> None:
    page = page_of("A 漢\r\n[[Lowfrod]] man met ((another)).", fix="Lowford", safe=True)
    [line] = render(page)
    found = json.loads(line)
    text = page.text(found["path"]) or ""
    assert text[found["start"] : found["end"]] == found["words"] == "Lowfrod"
    assert text[found["fix"]["start"] : found["fix"]["end"]] == "Lowfrod"
    assert (found["line"], found["column"], found["end_line"], found["end_column"]) == (2, 1, 2, 8)
    assert found["related"][0]["words"] == "another"


def test_nothing_found_is_nothing_written() -> None:
    assert list(render(Page(Findings((), 3), [], lambda path: None))) == []


def test_words_stay_readable_and_lines_whole(page_of: PageOf) -> None:
    [line] = render(page_of("[[Pérez\n\u2028said]]", message="“Pérez”"))
    assert "“Pérez”" in line
    assert line.count("\n") == 1


def test_a_file_name_that_is_no_utf_8_can_be_written() -> None:
    place = Passage("caf\udce9.txt", Span(0, 0), 1, 1, "")
    found = Diagnostic("some-rule", Severity.NOTE, "m", Label(place))
    [line] = render(Page(Findings((found,), 1), [], lambda path: None))
    assert json.loads(line.encode("utf-8"))["path"] == "caf\udce9.txt"
