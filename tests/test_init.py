"""factlint init: a configuration to begin with."""

from pathlib import Path

import pytest

from lint import config
from lint.cli import main

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("A ship left the harbour on Monday.\n", encoding="utf-8")


def test_the_folders_with_reports_become_the_paths(folder: Path, capsys: Capture) -> None:
    for name in ("README.md", "sport/a.txt", "city/2026/a.txt", "city/b.md"):
        put(folder / name)
    assert main(["init"]) == 0
    assert capsys.readouterr().out == (
        "Wrote factlint.toml: 2 reports in city, 1 report in sport. Next: factlint check\n"
    )
    assert config.find(".").paths == ("city", "sport")
    assert main(["check"]) == 0
    assert "in 3 reports" in capsys.readouterr().out


def test_reports_in_the_folder_itself_are_checked_with_all_below(folder: Path) -> None:
    for name in ("a.txt", "city/b.txt"):
        put(folder / name)
    assert main(["init"]) == 0
    assert config.find(".").paths == (".",)


def test_without_reports_the_file_is_still_one_to_begin_with(folder: Path, capsys: Capture) -> None:
    assert main(["init", str(folder)]) == 0
    assert "no reports yet" in capsys.readouterr().out
    assert config.find(".").file == "factlint.toml"


def test_what_stands_in_comments_is_accepted_once_it_is_none(folder: Path) -> None:
    put(folder / "desk/names.csv")
    assert main(["init"]) == 0
    text = (folder / "factlint.toml").read_text(encoding="utf-8")
    keys = [line.removeprefix("# ") for line in text.splitlines() if "=" in line or line.startswith("# [")]
    (folder / "factlint.toml").write_text("\n".join(keys), encoding="utf-8")
    found = config.load(folder / "factlint.toml")
    assert found.paths == ("reports",)
    assert found.options == {"conflicting-figures": {"settling": 3}}


def test_a_configuration_that_is_there_is_left(folder: Path, capsys: Capture) -> None:
    (folder / "factlint.toml").write_text("ignore = []\n", encoding="utf-8")
    assert main(["init"]) == 2
    assert capsys.readouterr().err == "factlint: factlint.toml is there already\n"
    assert (folder / "factlint.toml").read_text(encoding="utf-8") == "ignore = []\n"


def test_a_table_in_the_shared_file_is_a_configuration(folder: Path, capsys: Capture) -> None:
    (folder / "pyproject.toml").write_text("[tool.factlint]\n", encoding="utf-8")
    assert main(["init"]) == 2
    assert capsys.readouterr().err == "factlint: pyproject.toml has a table [tool.factlint] already\n"
    assert not (folder / "factlint.toml").exists()


def test_a_folder_that_is_not_there_is_said(folder: Path, capsys: Capture) -> None:
    assert main(["init", "gone"]) == 2
    assert capsys.readouterr().err == "factlint: there is no folder gone\n"
