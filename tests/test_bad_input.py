"""Bad input, as a user meets it: the whole process, its exit status, and no traceback whatever happens.

Broken pipes and Ctrl-C are in test_cli_process.py.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lint.cli import main

FACTLINT = str(Path(sys.executable).with_name("factlint"))

CRASHES = """
    def check(self, report: Report) -> Iterator[Diagnostic]:
        yield self.diagnostic(Severity.NOTE, report.passage(report.body), "so far, so good")
        raise RuntimeError("out of order")
"""
RULE = """
from collections.abc import Iterator
from dataclasses import dataclass
from lint import Diagnostic, Report, ReportRule, Severity

@dataclass(frozen=True)
class OfTheTest(ReportRule):
    '''A rule that is installed for one test.'''
"""


class Desk:
    """A folder with reports, in which factlint runs as a process of its own, with more rules installed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.extra = folder / ".extra"
        self.extra.mkdir()
        self.environment = {**os.environ, "PYTHONPATH": str(self.extra), "NO_COLOR": "1"}

    def report(self, content: str | bytes, name: str = "report.txt") -> None:
        (self.folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())

    def install(self, code: str, name: str = "rule_of_the_test") -> None:
        (self.extra / f"{name}.py").write_text(code)
        described = self.extra / f"{name}-1.dist-info"
        described.mkdir()
        (described / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n")
        (described / "entry_points.txt").write_text(f"[lint.rules]\nextra = {name}\n")

    def run(self, *arguments: str) -> tuple[int, str, str]:
        ran = subprocess.run(
            [FACTLINT, *arguments], cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=120
        )
        return ran.returncode, ran.stdout, ran.stderr

    def findings(self, *arguments: str) -> tuple[int, list[str]]:
        """The exit status and the rules that spoke; nothing is said on stderr."""
        status, out, err = self.run("check", "--output-format", "jsonl", *arguments)
        assert err == ""
        return status, [json.loads(line)["rule"] for line in out.splitlines()]

    def refusal(self, *arguments: str) -> str:
        """The one line on stderr of a run that could not begin."""
        status, out, err = self.run("check", *arguments)
        assert (status, out) == (2, "")
        assert err.startswith("factlint: ")
        assert err.count("\n") == 1
        return err.strip()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_missing_path(desk: Desk) -> None:
    assert desk.refusal("nowhere.txt") == "factlint: there is no file or folder nowhere.txt"


def test_a_directory_without_reports(desk: Desk) -> None:
    assert desk.refusal(".").startswith("factlint: there is no report (.txt, .md, .markdown, .html, ")


def test_an_empty_file(desk: Desk) -> None:
    desk.report("")
    assert desk.findings() == (0, ["empty-report"])


@pytest.mark.parametrize("content", [bytes(range(256)), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "Caracas".encode("utf-16")])
def test_a_binary_file(desk: Desk, content: bytes) -> None:
    desk.report(content)
    desk.report("They met on Monday.", "other.txt")
    assert desk.findings() == (2, ["unreadable-report"])


def test_undecodable_bytes(desk: Desk) -> None:
    desk.report(b"Ministers met in M\xe9rida on Monday.")
    assert desk.findings() == (0, ["legacy-encoding"])


def test_a_file_of_50_megabytes(desk: Desk) -> None:
    with (desk.folder / "dump.txt").open("wb") as file:
        file.truncate(50_000_000)
    assert desk.findings() == (2, ["unreadable-report"])


@pytest.mark.parametrize(
    ("words", "megabytes"),
    [
        ("The council met on Monday and agreed to repair the bridge over the river. ", 5),
        ("x", 5),
        ("“", 5),
        ("Blanca Eekhout of Caracas, Venezuela, said “over 80 dead” on January 5. ", 1),
        ("Caracas, ", 1),
        ("1,000 ", 1),
        ("A. ", 1),
    ],
)
def test_a_line_of_megabytes_is_read_and_shown_in_part(desk: Desk, words: str, megabytes: int) -> None:
    desk.report(words * (megabytes * 1_000_000 // len(words.encode())))
    status, out, err = desk.run("check")
    assert (status in {0, 1}, err) == (True, "")
    assert max(map(len, out.splitlines()), default=0) < 1_000


def test_broken_front_matter(desk: Desk) -> None:
    desk.report("---\ntitle: Ministers meet\n\nThey met on Monday.\n", "report.md")
    assert desk.findings() == (0, ["broken-front-matter"])


def test_a_date_that_does_not_exist(desk: Desk) -> None:
    desk.report(" date 2026-02-30 By staff\n\nThey met on Monday.\n")
    assert desk.findings() == (0, ["unreadable-date"])


def test_cyclic_symbolic_links(desk: Desk) -> None:
    desk.report("")
    (desk.folder / "circle").symlink_to(".")
    (desk.folder / "self.txt").symlink_to("self.txt")
    assert desk.findings(".") == (2, ["empty-report", "unreadable-report"])


def test_no_permission(desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    desk.report("They met on Monday.")
    monkeypatch.chdir(desk.folder)

    def refuse(path: str, *how: Any) -> Any:  # the tests may run as root, whom no mode of a file stops
        if path == "report.txt":
            raise PermissionError(13, os.strerror(13))
        return open(path, *how)  # noqa: PTH123 - as it is asked for

    monkeypatch.setattr("lint.source.open", refuse, raising=False)
    assert main(["check", "--isolated", "--output-format", "concise", "report.txt"]) == 2
    out, err = capsys.readouterr()
    assert "report.txt:1:1: error[unreadable-report]: this file cannot be read: Permission denied\n" in out
    assert err == ""


def test_a_rule_module_that_fails_to_import(desk: Desk) -> None:
    desk.report("They met on Monday.")
    desk.install("import nowhere_to_be_found")
    assert desk.refusal().startswith("factlint: the rules in rule_of_the_test cannot be imported: ModuleNotFoundError")


def test_a_rule_that_raises(desk: Desk) -> None:
    desk.report("They met on Monday.")
    desk.install(RULE + CRASHES)
    assert desk.findings() == (2, ["rule-crashed", "rule-of-the-test"])
