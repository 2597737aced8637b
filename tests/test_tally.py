"""The tally of an archive's names, and the roster that the command line makes of it."""

import csv
from pathlib import Path

import pytest

from lint import Report, Span
from lint.cli import main
from lint.tally import Entry, tally


def report(text: str) -> Report:
    return Report("a.txt", text, Span(0, len(text)))


def counted(*texts: str, at_least: int = 1) -> list[Entry]:
    return tally(map(report, texts), at_least=at_least)


def test_persons_are_counted_by_reports_with_the_office_that_most_give() -> None:
    told = "Coroner Ada Zelter spoke. “No,” said Ada Zelter."
    assert counted(told, told, "Ada Zelter, a judge, left.") == [Entry("Ada Zelter", "Coroner", 3)]


def test_bodies_are_counted_and_surnames_places_and_headlines_in_capitals_are_not() -> None:
    assert [
        entry.name for entry in counted("ADA ZELTER SPOKE\n\nThe Quillby Council met in Quillby. Mr. Zelter came.")
    ] == ["Quillby Council"]


def test_a_rarer_spelling_is_a_variant_of_the_commoner_one() -> None:
    right, wrong = "They met Ada Zelterman, 40.", "They met Ada Zeltermann, 40."
    assert counted(right, right, wrong) == [Entry("Ada Zelterman", "", 2, (("Ada Zeltermann", 1),))]


def test_namesakes_are_no_variants() -> None:
    found = counted("They met Ada Zelterman, 40, and Ben Zelterman, 41, of the Zelter Council.")
    assert [(entry.name, entry.variants) for entry in found] == [
        ("Ada Zelterman", ()),
        ("Ben Zelterman", ()),
        ("Zelter Council", ()),
    ]


def test_names_that_few_reports_have_are_left_out() -> None:
    assert counted("They met Ada Zelter, 40.", at_least=2) == []


def test_the_order_of_reports_changes_nothing() -> None:
    texts = ["They met Ada Zelterman, 40.", "They met Ada Zeltermann, 40.", "Judge Ada Zelterman came."]
    assert counted(*texts) == counted(*reversed(texts))


def test_the_command_writes_a_roster_that_the_configuration_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(2):
        Path(f"{number}.txt").write_text("Mayor Ida Quillfeather of Quillby spoke.", encoding="utf-8")
    assert main(["roster", "."]) == 0
    written = capsys.readouterr().out
    (row,) = csv.DictReader(written.splitlines())
    assert row == {"name": "Ida Quillfeather", "aliases": "", "note": "Mayor", "reports": "2", "variants": ""}
    Path("roster.csv").write_text(written, encoding="utf-8")
    Path("factlint.toml").write_text('roster = "roster.csv"\n', encoding="utf-8")
    Path("new.txt").write_text("Mayor Ida Quilfeather spoke.", encoding="utf-8")
    assert main(["check", "--select", "name-variants", "--output-format", "concise", "new.txt"]) == 1
    assert "“Quilfeather” is “Quillfeather” on the roster" in capsys.readouterr().out
