"""A roster says which of its rows is wrong, and why."""

from pathlib import Path

import pytest
from lint.rules._roster import roster

from lint.cli import main
from lint.errors import TableError

HEAD = "name,aliases,note\n"


@pytest.mark.parametrize(
    ("table", "why"),
    [
        (HEAD + "Ada Quibell,,mayor\n ,,judge\n", "line 3: the name is empty"),
        (HEAD + "Ada Quibell,,mayor\n\nada quibell,,judge\n", "line 4: “ada quibell” stands on line 2 already"),
        (HEAD + "Quibell, Ada,,mayor\n", "line 2: the row has more cells than the table has columns"),
        ("name,aliases,note,reports\nAda Quibell,,mayor,many\n", "line 2: “many” in the column reports is no number"),
        ("name,alias,aliases,note\n", "line 1: a roster has no column “alias”; it has name, aliases, note"),
        ("name,aliases,note,note\n", "line 1: the column “note” stands twice"),
        ("name,note\n", "the roster has no column aliases"),
        ("", "the roster has no column aliases, name, note"),
        (HEAD + '"Ada Quibell,,mayor\n', "the roster cannot be read: unexpected end of data"),
    ],
    ids=["empty", "twice", "comma", "count", "unknown column", "column twice", "missing column", "nothing", "quote"],
)
def test_a_row_that_is_wrong_is_named_with_its_line(tmp_path: Path, table: str, why: str) -> None:
    desk = tmp_path / "desk.csv"
    desk.write_text(table, encoding="utf-8")
    with pytest.raises(TableError) as error:
        roster((str(desk),))
    assert f"{desk}: {why}" in str(error.value)


def test_a_roster_of_the_archive_may_keep_its_columns_and_leave_cells_out(tmp_path: Path) -> None:
    desk = tmp_path / "desk.csv"
    desk.write_text("name,aliases,note,reports,variants\nAda Quibell,Ada Q.; A. Quibell,mayor\n", encoding="utf-8")
    figure = roster((str(desk),)).knows("ada quibell")
    assert figure and figure.aliases == ("Ada Q.", "A. Quibell")


def test_the_command_line_tells_of_a_wrong_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("desk.csv").write_text(HEAD + ",,mayor\n", encoding="utf-8")
    Path("factlint.toml").write_text('roster = "desk.csv"\n', encoding="utf-8")
    Path("report.txt").write_text("Mayor Ada Quibell spoke.\n", encoding="utf-8")
    assert main(["check", "report.txt"]) == 2
    assert "desk.csv: line 2: the name is empty" in capsys.readouterr().err
