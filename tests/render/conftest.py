"""Pages to draw, written as examples are: [[the words reported]] and ((places pointed back to))."""

from collections.abc import Callable, Sequence

import pytest

from lint import Diagnostic, Fix, Label, Report, Severity, Span
from lint.example import unmarked
from lint.findings import Findings
from lint.render import Page


@pytest.fixture
def page_of() -> Callable[..., Page]:
    """Makes a page with one finding: its [[place]], and the ((others)), in the files a.txt, b.txt and so on.

    `labels` stand in the order of the places, the reported one first; `fix` is put in the place of the reported words.
    """
    return one_finding


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
