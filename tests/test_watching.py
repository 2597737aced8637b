"""factlint check --watch, as a process of its own."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lint.cli import main

FACTLINT = [sys.executable, "-c", "import sys; from lint.cli import program; sys.exit(program())"]
PATIENCE = 60  # seconds


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[tuple[Path, "subprocess.Popen[str]"]]:
    (tmp_path / "a.txt").write_text("The mayor spoke.\n", encoding="utf-8")
    log = tmp_path / "said.log"
    with log.open("w", encoding="utf-8") as said:
        process = subprocess.Popen(
            [*FACTLINT, "check", "--watch", "--no-cache", "--isolated", "--output-format", "concise", "."],
            cwd=tmp_path,
            stdout=said,
            stderr=subprocess.STDOUT,
            text=True,
        )
        yield log, process
        process.kill()
        process.wait()


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "nothing came of it"
        time.sleep(0.05)


def test_a_change_is_checked_and_ctrl_c_ends_it(watching: tuple[Path, "subprocess.Popen[str]"]) -> None:
    log, process = watching
    until(lambda: "No findings in 1 report." in log.read_text(encoding="utf-8"))
    (log.parent / "b.txt").write_text("The the mayor spoke.\n", encoding="utf-8")
    until(lambda: "warning[repeated-word]" in log.read_text(encoding="utf-8"))
    (log.parent / "a.txt").unlink()
    (log.parent / "b.txt").unlink()
    until(lambda: "there is no report" in log.read_text(encoding="utf-8"))
    (log.parent / "b.txt").write_text("The mayor spoke again.\n", encoding="utf-8")
    until(lambda: log.read_text(encoding="utf-8").count("No findings in 1 report.") == 2)
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 130


def test_standard_input_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--watch", "-"]) == 2
    assert capsys.readouterr().err == "factlint: standard input cannot be watched\n"
