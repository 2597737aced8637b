"""Our tables are read as they say that they are."""

from pathlib import Path

import pytest
from lint.rules import _tables
from lint.rules._tables import rows

from lint.errors import TableError


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(_tables, "TABLES", tmp_path)
    return tmp_path / "words.csv"


def test_the_rows_of_a_table_have_its_columns(table: Path) -> None:
    table.write_text("word,meant\nteh,the\n", encoding="utf-8")
    assert list(rows("words.csv", "word", "meant")) == [{"word": "teh", "meant": "the"}]


def test_a_table_without_a_column_or_that_is_not_there_is_named(table: Path) -> None:
    with pytest.raises(TableError, match=r"words\.csv: No such file"):
        list(rows("words.csv"))
    table.write_text("word\nteh\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"words\.csv: there is no column meant"):
        list(rows("words.csv", "word", "meant"))


def test_a_row_with_a_cell_too_few_is_named_and_an_empty_line_is_no_row(table: Path) -> None:
    table.write_text("word,meant\n\nteh,the\n", encoding="utf-8")
    assert list(rows("words.csv", "word")) == [{"word": "teh", "meant": "the"}]
    table.write_text("word,meant\nteh,the\nadn\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"words\.csv: line 3: 1 cells for 2 columns"):
        list(rows("words.csv", "word"))
