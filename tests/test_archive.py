"""The archive: what was published once is compared with for ever, or until it is removed."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from lint import Rule, rulebook
from lint.archive import Archive
from lint.cli import main
from lint.errors import ArchiveError
from lint.source import Source, fetched
from lint.store import FORMAT
from tests.own_rules.differing_count import DifferingCount
from tests.own_rules.shouted_word import ShoutedWord

ROOT = Path(__file__).parents[1]


class Said(NamedTuple):
    """What a command line gave."""

    status: int
    out: str
    err: str

    @property
    def findings(self) -> list[str]:
        """The rule and the paths of each finding, of the form jsonl."""
        found = [json.loads(line) for line in self.out.splitlines()]
        return [" ".join([each["rule"], each["path"], *(at["path"] for at in each["related"])]) for each in found]


Factlint = Callable[..., Said]
CONFLICT = "differing-count new.txt 2026/early.txt"


@pytest.fixture
def factlint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Factlint:
    """Runs a command line in a folder with an archive of two reports, one of which a new report contradicts."""
    known: dict[str, Rule] = {rule.name: rule for rule in (DifferingCount(), ShoutedWord())}
    monkeypatch.setattr(rulebook, "discover", lambda: dict(known))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    (tmp_path / "2026").mkdir()
    for name, day, text in (
        ("2026/early.txt", 5, "They counted 80 dead. LOUD."),
        ("2026/other.txt", 6, "They counted 7 goals."),
        ("new.txt", 10, "They counted 99 dead."),
    ):
        (tmp_path / name).write_text(f" date 2026-01-{day:02} By staff\n\n{text}\n")

    def run(*arguments: str) -> Said:
        return Said(main(arguments), *capsys.readouterr())

    assert run("archive", "add", "2026") == (0, "Added 2 reports; archive.db holds 2 reports.\n", "")
    return run


def check(factlint: Factlint, *arguments: str) -> Said:
    return factlint("check", "--archive", "archive.db", "--output-format", "jsonl", *arguments)


def test_a_new_report_is_compared_with_every_report_of_the_archive(factlint: Factlint) -> None:
    for _ in range(2):
        assert check(factlint, "new.txt").findings == [CONFLICT]
        assert check(factlint, "--no-cache", "new.txt").findings == [CONFLICT]


def test_the_archive_outlives_the_files(factlint: Factlint) -> None:
    Path("2026/early.txt").unlink()
    assert check(factlint, "new.txt").findings == [CONFLICT]
    drawn = factlint("check", "--archive", "archive.db", "new.txt").out
    assert "3 | They counted 80 dead. LOUD.\n" in drawn


def test_a_report_that_is_checked_stands_for_its_archived_self(factlint: Factlint) -> None:
    path = Path("2026/early.txt")
    path.write_text(path.read_text().replace("80", "81"))
    assert check(factlint, "2026/early.txt").findings == ["shouted-word 2026/early.txt"]


def test_a_report_that_is_added_again_takes_its_own_place(factlint: Factlint) -> None:
    assert check(factlint, "new.txt").findings == [CONFLICT]
    Path("2026/early.txt").write_text(" date 2026-01-05 By staff\n\nThey counted 99 dead.\n")
    Path("2026/more.txt").write_text("More.")
    assert factlint("archive", "add", "2026").out == "Added 1 report; archive.db holds 3 reports.\n"
    assert check(factlint, "new.txt").findings == []


def test_a_file_that_is_named_twice_is_archived_once(factlint: Factlint) -> None:
    Path("2026/l.txt").symlink_to("early.txt")
    assert factlint("archive", "add", "2026").out == "Added 0 reports; archive.db holds 2 reports.\n"


def test_what_is_removed_is_compared_with_no_more(factlint: Factlint) -> None:
    assert check(factlint, "new.txt").findings == [CONFLICT]
    assert factlint("archive", "remove", "2026/early.txt").out == "1 report left in archive.db.\n"
    assert check(factlint, "new.txt").findings == []
    assert Path("2026/early.txt").exists()
    assert factlint("archive", "remove", "2026/").out == "0 reports left in archive.db.\n"


def test_all_that_lies_here_is_removed_by_the_name_of_the_folder(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path.parent / "beside.txt").write_text("They counted 5 goals.\n")
    assert factlint("archive", "add", "../beside.txt", str(tmp_path / "new.txt")).status == 0
    assert factlint("archive", "remove", ".") == (0, "1 report left in archive.db.\n", "")
    assert factlint("archive", "remove", "../beside.txt") == (0, "0 reports left in archive.db.\n", "")


def test_an_empty_path_removes_nothing(factlint: Factlint) -> None:
    assert factlint("archive", "remove", "2026", "") == (2, "", "factlint: an empty path names no report\n")
    assert "2 reports" in factlint("archive", "info").out


def test_without_a_command_the_help_is_shown(factlint: Factlint) -> None:
    status, out, err = factlint("archive")
    assert (status, out) == (2, "")
    assert "\n  factlint archive add 2025/ 2026/ " in err


@pytest.mark.parametrize("path", ["202", "2026/early", "2026/early.txt/x", "new.txt"])
def test_to_remove_what_is_not_there_is_an_error(factlint: Factlint, path: str) -> None:
    said = factlint("archive", "remove", path)
    assert said == (2, "", f"factlint: archive.db has no report {path}, and none in a folder of that name\n")


def test_info_tells_what_there_is(factlint: Factlint) -> None:
    Path("factlint.toml").write_text("[rules.shouted-word]\nlongest = 3\n")
    assert factlint("archive", "info").out.splitlines()[1:] == [
        "2 are new to the rule book in use; factlint archive add has it read them."
    ]
    assert factlint("archive", "add", "2026").status == 0
    assert len(factlint("archive", "info").out.splitlines()) == 1


def test_what_rules_with_other_options_said_is_forgotten_when_all_is_read_again(factlint: Factlint) -> None:
    def editions() -> int:
        connection = sqlite3.connect("archive.db")
        (found,) = connection.execute("SELECT count(DISTINCT edition) FROM kept WHERE edition != x''").fetchone()
        connection.close()
        return int(found)

    assert editions() == 1
    Path("factlint.toml").write_text("[rules.shouted-word]\nlongest = 3\n")
    assert factlint("archive", "add", "2026").status == 0
    assert editions() == 1
    assert check(factlint, "new.txt").findings == [CONFLICT]


def test_another_archive_can_be_named(factlint: Factlint) -> None:
    assert factlint("archive", "add", "--archive", "other.db", "2026/other.txt").status == 0
    assert check(factlint, "--archive", "other.db", "new.txt").findings == []


def test_what_cannot_be_read_is_said_and_the_rest_is_added(factlint: Factlint) -> None:
    Path("2026/gone.txt").symlink_to("nowhere")
    Path("2026/binary.txt").write_bytes(b"\0\1\2")
    Path("2026/more.txt").write_text("More.")
    said = factlint("archive", "add", "2026")
    assert said.status == 2
    gone = ("2026/binary.txt", "2026/gone.txt")
    assert said.err == "".join(f"factlint: {path} cannot be read and was not added\n" for path in gone)
    assert said.out == "Added 1 report; archive.db holds 3 reports.\n"


def test_an_archive_that_is_not_there_is_an_error(factlint: Factlint) -> None:
    for arguments in (["check", "new.txt"], ["archive", "info"], ["archive", "remove", "new.txt"]):
        said = factlint(*arguments, "--archive", "missing.db")
        assert said == (2, "", "factlint: missing.db: there is no such archive (factlint archive add makes one)\n")


def test_a_damaged_archive_is_an_error_and_is_left_as_it_is(factlint: Factlint) -> None:
    Path("archive.db").write_bytes(damaged := b"no archive " * 1000)
    for arguments in (["check", "new.txt"], ["archive", "info"], ["archive", "add", "2026"]):
        said = factlint(*arguments, "--archive", "archive.db")
        assert (said.status, said.out) == (2, "")
        assert said.err == "factlint: archive.db: the archive cannot be used: file is not a database\n"
    assert Path("archive.db").read_bytes() == damaged


def test_a_report_that_is_damaged_is_named_and_can_be_added_again(factlint: Factlint) -> None:
    connection = sqlite3.connect("archive.db")
    with connection:
        connection.execute("UPDATE reports SET content = x'0123' WHERE path = ?", (b"2026/early.txt",))
        for table in ("kept", "catalogue"):
            connection.execute(f"DELETE FROM {table}")
    connection.close()
    advice = "factlint archive remove forgets it, and it can be added again"
    complaint = f"factlint: archive.db: the archive is damaged: 2026/early.txt is not what was added ({advice})\n"
    assert check(factlint, "new.txt") == (2, "", complaint)
    assert factlint("archive", "remove", "2026/early.txt").status == 0
    assert factlint("archive", "add", "2026").status == 0
    assert check(factlint, "new.txt").findings == [CONFLICT]


def test_an_archive_of_a_newer_factlint_is_an_error(factlint: Factlint) -> None:
    with sqlite3.connect("archive.db") as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    connection.close()
    said = check(factlint, "new.txt")
    assert said == (2, "", "factlint: archive.db: a newer factlint has made this archive\n")


def test_what_is_remembered_in_an_archive_may_be_damaged_and_the_reports_are_read_again(factlint: Factlint) -> None:
    with sqlite3.connect("archive.db") as connection:
        connection.execute("UPDATE kept SET value = x'00'")
    connection.close()
    said = check(factlint, "new.txt")
    assert said.findings == [CONFLICT]
    assert said.err == "factlint: archive.db remembers nothing any more, because it was damaged\n"
    assert factlint("archive", "info").out.splitlines()[1].startswith("2 are new to the rule book in use")
    assert check(factlint, "new.txt") == (1, said.out, "")


def test_processes_that_add_at_once_lose_nothing(tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        (tmp_path / name).mkdir()
        for number in range(5):
            (tmp_path / name / f"{number}.txt").write_text(f"Report {number}.")
    program = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from lint.cli import main; main()"
    command = [sys.executable, "-c", program, "archive", "add"]
    adders = [
        subprocess.Popen([*command, name], cwd=tmp_path, stdout=subprocess.DEVNULL) for name in ("one", "two", "three")
    ]
    assert [each.wait(60) for each in adders] == [0, 0, 0]
    with Archive(str(tmp_path / "archive.db")) as archive:
        assert len(archive) == 15


def test_a_report_is_known_by_any_path_and_any_content(tmp_path: Path) -> None:
    paths = ["a.txt", "a/b c.txt", "é/\udcff.txt", "<stdin>", "a%_'\".txt"]
    with Archive(str(tmp_path / "archive.db"), make=True) as archive:
        archive.add(fetched(Source(path, path.encode("utf-8", "surrogatepass") * 100)) for path in paths)
        assert sorted(each.path for each in archive.sources()) == sorted(paths)
        for source in archive.sources():
            content = source.path.encode("utf-8", "surrogatepass") * 100
            assert fetched(source) == fetched(Source(source.path, content, archive=archive.path))
        state = archive.state
        assert archive.remove("a") == 1
        assert archive.state != state
        with pytest.raises(ArchiveError, match="any more"):
            archive.content("a/b c.txt")
