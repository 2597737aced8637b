"""Pages to draw, written as examples are: [[the words reported]] and ((places pointed back to))."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from lint import Diagnostic, Fix, Label, Report, Severity, Span
from lint.example import unmarked
from lint.findings import Findings
from lint.render import Page

HERE = Path(__file__).parent


@pytest.fixture
def page_of() -> Callable[..., Page]:
    """Makes a page with one finding: its [[place]], and the ((others)), in the files a.txt, b.txt and so on.

    `labels` stand in the order of the places, the reported one first; `fix` is put in the place of the reported words.
    """
    return one_finding


@pytest.fixture
def valid() -> Callable[[str, Any], Any]:
    """Gives back what is valid by the schema of this name, such as `gitlab`, and fails for what is not."""

    def held(name: str, value: Any) -> Any:
        schema = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema).validate(value)
        return value

    return held


@pytest.fixture
def hard_pages() -> tuple[Page, ...]:
    """Pages with what makes formats stumble: no words, several lines, odd characters, fixes, severities, no text."""
    pages = [
        one_finding(
            "Rain.\n\nThe flood took [[over 30\nhouses]].", "A 漢 \U0001f600 ((b)) ((c\r\nd))", labels=["", "e"]
        ),
        one_finding("[[]]", message="nothing is there", fix="words"),
        one_finding('\ufeff"[[<&\'>\\]]"', fix="", help='mind <these> & "those"', severity=Severity.NOTE),
        one_finding("\u2028[[a\x00\x1b[1m\ud800]]", message="\x00\ud800\u2029", severity=Severity.WARNING),
    ]
    return (
        *pages,
        *(Page(each.findings, [], lambda path: None) for each in pages),
        Page(Findings((), 3), [], lambda path: None),
    )


def one_finding(
    *files: str,
    message: str = "two reports disagree",
    severity: Severity = Severity.ERROR,
    labels: Sequence[str] = (),
    help: str = "",
    fix: str | None = None,
    safe: bool = False,
) -> Page:
    texts, places = {}, []
    for path, marked in zip("abcdefgh", files, strict=False):
        text, marks = unmarked(marked)
        report = Report(f"{path}.txt", text, Span(0, len(text)))
        texts[report.path] = text
        places += [(opening == "((", report.passage(span)) for opening, span in marks]
    passages = [passage for _, passage in sorted(places, key=lambda place: place[0])]
    told = [*labels, *([""] * len(passages))]
    primary, *related = (Label(passage, label) for passage, label in zip(passages, told, strict=False))
    mended = None if fix is None else Fix(primary.passage, fix, safe)
    found = Diagnostic("some-rule", severity, message, primary, tuple(related), help, mended)
    return Page(Findings((found,), len(files)), [], texts.get)
