"""Files in the formats of newsrooms, as tests need them."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from lint import Passage, Report, Span
from lint.diagnostic import Diagnostic
from lint.read import read
from lint.read.opening import Opening
from lint.source import Source

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def opened(path: str, content: bytes | str) -> list[Report]:
    """The reports of a file that can be read."""
    reports, _ = opened_with(path, content)
    return reports


def opened_with(path: str, content: bytes | str) -> tuple[list[Report], Opening]:
    opening = Opening()
    source = Source(path, content if isinstance(content, bytes) else content.encode())
    readings = [read(each) for each in opening.reports([source])]
    return [reading.report for reading in readings if reading.report], opening


def remarks(path: str, content: bytes | str) -> list[Diagnostic]:
    """What reading says of a file, where it says it."""
    opening = Opening()
    source = Source(path, content if isinstance(content, bytes) else content.encode())
    return [opening.placed(found) for each in opening.reports([source]) for found in read(each).diagnostics]


def refusal(path: str, content: bytes | str) -> str:
    """Why a file cannot be read."""
    (told,) = remarks(path, content)
    assert told.rule == "unreadable-report"
    return told.message.removeprefix("this file cannot be read: ")


def only(path: str, content: bytes | str) -> Report:
    (report,) = opened(path, content)
    return report


def title(report: Report) -> str | None:
    return report.words(report.title) if report.title else None


def body(report: Report) -> str:
    return report.words(report.body)


def place_of(words: str, path: str, content: bytes | str) -> Passage:
    """Where words of a file's only report that has them stand in the file."""
    reports, opening = opened_with(path, content)
    (report,) = (each for each in reports if words in each.text)
    start = report.text.index(words)
    return opening.passage(report.passage(Span(start, start + len(words))))


def docx(paragraphs: Sequence[str], *, styles: Sequence[str] = (), inner: str = "") -> bytes:
    """A document of these paragraphs, the first of which have these styles; `inner` is more of its XML."""
    made = []
    for number, words in enumerate(paragraphs):
        style = f'<w:pPr><w:pStyle w:val="{styles[number]}"/></w:pPr>' if number < len(styles) else ""
        made.append(f'<w:p>{style}<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>')
    return zipped(
        {"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{"".join(made)}{inner}</w:body></w:document>'}
    )


def zipped(parts: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def saved(folder: Path, name: str, content: bytes | str) -> str:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return name
