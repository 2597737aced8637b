"""Documents of word processors: paragraphs, and nothing that could hurt."""

import io
import zipfile

import pytest

from lint.read import read_text
from lint.source import Source
from tests.read.formats import W, body, docx, only, place_of, refusal, title, zipped

PARAGRAPHS = ["Ministers meet in Mérida", "", "CARACAS (AP) — They met <today> & agreed 😀.", "So."]


def test_a_document_is_its_paragraphs() -> None:
    report = only("a.docx", docx(PARAGRAPHS, styles=["Title"]))
    assert title(report) == "Ministers meet in Mérida"
    assert body(report) == "CARACAS (AP) — They met <today> & agreed 😀.\n\nSo."


def test_a_place_is_the_number_of_a_paragraph_and_the_column_in_its_text() -> None:
    content = docx(PARAGRAPHS)
    place = place_of("agreed 😀", "a.docx", content)
    assert (place.line, place.column, place.words) == (3, 35, "agreed 😀")
    assert read_text(Source("a.docx", content)).split("\n") == PARAGRAPHS


def test_a_document_without_a_title_has_its_headline_and_date_as_a_text_has() -> None:
    report = only("a.docx", docx(["Date: 2026-01-05", "Ministers meet in Caracas", "They met."]))
    assert (str(report.published), title(report)) == ("2026-01-05", "Ministers meet in Caracas")
    assert body(report).strip() == "They met."


def test_what_was_deleted_is_not_read_and_what_was_inserted_is() -> None:
    inner = (
        "<w:p><w:r><w:t>They </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>all</w:t></w:r></w:ins><w:r><w:tab/><w:t>met</w:t><w:br/><w:t>twice.</w:t></w:r></w:p>"
    )
    assert body(only("a.docx", docx([], inner=inner))) == "They all\tmet twice."


def test_paragraphs_in_tables_are_read() -> None:
    cell = "<w:tc><w:p><w:r><w:t>In a cell.</w:t></w:r></w:p></w:tc>"
    assert body(only("a.docx", docx(["One."], inner=f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"))) == "One.\n\nIn a cell."


def test_a_zip_bomb_is_refused() -> None:
    bomb = zipped({"word/document.xml": f'<w:document xmlns:w="{W}">{" " * 60_000_000}</w:document>'})
    assert len(bomb) < 100_000
    assert "as zip bombs are" in refusal("a.docx", bomb)


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    bomb = bytearray(zipped({"word/document.xml": " " * 20_000_000}))
    size = (20_000_000).to_bytes(4, "little")
    while (place := bomb.find(size)) >= 0:
        bomb[place : place + 4] = (100).to_bytes(4, "little")
    assert refusal("a.docx", bytes(bomb))


def test_entities_in_a_document_are_refused() -> None:
    part = f'<!DOCTYPE x [<!ENTITY a "ha">]><w:document xmlns:w="{W}">&a;</w:document>'
    assert "defines entities of its own" in refusal("a.docx", zipped({"word/document.xml": part}))


def test_a_document_that_is_nested_100_000_deep_is_refused() -> None:
    part = f'<w:document xmlns:w="{W}">{"<w:p>" * 100_000}'
    assert refusal("a.docx", zipped({"word/document.xml": part}))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"They met.", "or is damaged"),
        (b"PK\x03\x04 and no more", "or is damaged"),
        (zipped({"mimetype": "x"}), "there is no word/document.xml in it"),
        (docx(["One."])[:-30], "or is damaged"),
    ],
)
def test_what_is_no_document_is_refused(content: bytes, reason: str) -> None:
    assert reason in refusal("a.docx", content)


def test_a_damaged_part_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body/></w:document>')
    content = file.getvalue().replace(b"<w:body/>", b"<w:xxxx/>")
    assert "or is damaged" in refusal("a.docx", content)
