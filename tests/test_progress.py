"""Progress: seen by somebody who waits before a terminal, and by nobody else."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from select import select
from types import SimpleNamespace

import pytest

from lint.cli import _progress, main
from lint.cli._progress import line, watched
from lint.runners.serial import Serial


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The other end of a terminal that is standard error, of somebody who is impatient and does not work in CI."""
    other, own = os.openpty()
    os.set_blocking(other, False)  # so that silence is no deadlock
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(_progress, "PATIENCE", 0.0)
    monkeypatch.setattr(_progress, "BETWEEN", 0.0)
    monkeypatch.setattr(_progress, "SOME", 1)
    with os.fdopen(own, "w", encoding="utf-8") as stream:
        monkeypatch.setattr(_progress, "sys", SimpleNamespace(stderr=stream))  # capture takes sys.stderr back
        yield other
    os.close(other)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("The council met in the evening.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown_on(terminal: int) -> str:
    """All that a terminal shows: the kernel hands it on in pieces, in its own time."""
    seen = ""
    while select([terminal], [], [], 30.0 if not seen.endswith(f"left{_progress.CLEARED}") else 0.0)[0]:
        seen += os.read(terminal, 10_000).decode()
    return seen


def test_a_line_tells_how_many_how_fast_and_how_long() -> None:
    assert line(1000, 4000, "reports read", 2.0) == "1,000 of 4,000 reports read, 500 a second, 6 s left"
    minutes = "1,000 of 160,000 stories compared, 500 a second, 5 min 18 s left"
    assert line(1000, 160_000, "stories compared", 2.0) == minutes


def test_nothing_is_told_of_the_rest_by_the_first_result_of_a_pool() -> None:
    assert line(1, 4000, "reports read", 1.2) == "1 of 4,000 reports read"


def test_a_terminal_sees_each_step_and_is_left_clean(
    terminal: int, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(("check", "--isolated", "--no-cache", "--output-format", "jsonl"))
    seen = shown_on(terminal)
    assert "1 of 3 reports read" in seen
    assert "3 of 3 reports read" in seen
    assert seen.endswith(_progress.CLEARED)
    assert "reports read" not in capsys.readouterr().out


def test_a_terminal_sees_how_many_stories_are_compared_where_they_are_many(
    terminal: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lint.comparison.MANY", 1)
    (folder / "0.txt").write_text("The fire in Brackley killed 12 people. It hurt 40 people.\n", encoding="utf-8")
    main(("check", "--isolated", "--no-cache", "--output-format", "jsonl"))
    seen = shown_on(terminal)
    if "compared" not in seen:  # the line of the second stage comes in a piece of its own
        seen += shown_on(terminal)
    assert "3 of 3 reports read" in seen
    assert "1 of 1 stories compared" in seen


def test_nothing_is_shown_in_ci(terminal: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert watched(Serial()) == Serial()


def test_nothing_is_shown_in_a_pipe(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(("check", "--isolated", "--no-cache"))
    assert not capsys.readouterr().err


def test_a_short_run_shows_nothing(terminal: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_progress, "PATIENCE", 60.0)
    assert list(watched(Serial()).map(partial(map, abs), [-1, 2])) == [1, 2]
    with pytest.raises(BlockingIOError):
        os.read(terminal, 100)
