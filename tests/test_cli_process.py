"""The command line as a process of its own: its streams, its signals, its exit status."""

import contextlib
import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

FACTLINT = (
    sys.executable,
    "-c",
    f"""
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell takes from what runs in the background
sys.path.insert(0, {str(ROOT)!r})
from lint import rulebook
from tests.own_rules.differing_count import DifferingCount
from tests.own_rules.shouted_word import ShoutedWord
from tests.own_rules.slow_rule import SlowRule
rulebook.discover = lambda: {{rule.name: rule for rule in (DifferingCount(), ShoutedWord(), SlowRule())}}
from lint.cli import program
sys.exit(program())
""",
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with one report that shouts a hundred thousand words of which some are not of ASCII."""
    (tmp_path / "loud.txt").write_text("LÉON “SAID” £5 😀 LOUD.\n" * 20_000, encoding="utf-8")
    (tmp_path / "quiet.txt").write_text("“Quiet” – words 😀 and a WORD.\n", encoding="utf-8")
    return tmp_path


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG"))}
    return {name: value for name, value in kept.items() if name not in ("NO_COLOR", "FORCE_COLOR")} | more


def started(desk: Path, *arguments: str, **more: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [*FACTLINT, *arguments],
        cwd=desk,
        env=environment(**more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def run(desk: Path, *arguments: str, **more: str) -> tuple[int, bytes, bytes]:
    with started(desk, *arguments, **more) as process:
        out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def test_a_current_folder_that_is_gone_is_one_line(desk: Path) -> None:
    command = ["sh", "-c", 'rmdir "$PWD" && exec "$@"', "sh", *FACTLINT, "check", str(desk / "quiet.txt")]
    (desk / "gone").mkdir()
    done = subprocess.run(command, cwd=desk / "gone", env=environment(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (2, b"factlint: the current folder is not there any more\n")


@pytest.mark.parametrize(
    ("closed", "path", "expected"),
    [
        (">&-", "quiet.txt", (0, b"", b"")),
        (">&-", "nowhere", (2, b"", b"factlint: there is no file or folder nowhere\n")),
        ("2>&-", "nowhere", (2, b"", b"")),
        (">&- 2>&-", "quiet.txt", (0, b"", b"")),
    ],
)
def test_streams_that_are_closed_change_no_exit_status(
    desk: Path, closed: str, path: str, expected: tuple[int, bytes, bytes]
) -> None:
    (desk / "quiet.txt").write_text("Quiet words.\n", encoding="utf-8")
    command = ["sh", "-c", f'exec "$@" {closed}', "sh", *FACTLINT, "check", path]
    done = subprocess.run(command, cwd=desk, env=environment(), capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == expected


def test_a_path_that_no_terminal_should_be_shown_is_named_in_signs(desk: Path) -> None:
    status, _, err = run(desk, "check", "\x1b[31m\nred\udcff")
    assert (status, err) == (2, b"factlint: there is no file or folder <U+001B>[31m red<U+DCFF>\n")


def test_a_report_whose_name_has_two_lines_is_told_of_in_one(desk: Path) -> None:
    (desk / "two\nlines.txt").write_bytes(b"\0\1")
    status, _, err = run(desk, "archive", "add", "two\nlines.txt")
    assert (status, err) == (2, b"factlint: two lines.txt cannot be read and was not added\n")


def test_standard_input_that_is_closed_is_one_line(desk: Path) -> None:
    command = ["sh", "-c", 'exec "$@" <&-', "sh", *FACTLINT, "check", "-"]
    done = subprocess.run(command, cwd=desk, env=environment(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (2, b"factlint: there is no standard input\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk is to be had on Linux alone")
@pytest.mark.parametrize("arguments", [("check",), ("check", "--output-format", "jsonl"), ("facts",), ("rules",)])
def test_output_that_finds_no_room_is_one_line(desk: Path, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*FACTLINT, *arguments], cwd=desk, env=environment(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    complaint = b"factlint: standard output cannot be written: No space left on device\n"
    assert (done.returncode, done.stderr) == (2, complaint)


def at_work(desk: Path, jobs: str) -> "subprocess.Popen[bytes]":
    """A check by so many processes, in the midst of a report that takes very long."""
    (desk / "slow.txt").write_text("SLOW", encoding="utf-8")
    process = started(desk, "check", "--jobs", jobs)
    for _ in range(600):
        if (desk / "begun").exists():
            break
        time.sleep(0.05)
    return process


@pytest.mark.parametrize("arguments", [("check",), ("check", "--output-format", "jsonl"), ("facts",), ("--help",)])
def test_a_reader_who_has_seen_enough_ends_the_output_in_silence(desk: Path, arguments: tuple[str, ...]) -> None:
    with started(desk, *arguments) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_reader_who_has_seen_enough_does_not_change_the_verdict(desk: Path) -> None:
    (desk / "early.txt").write_text(" date 2026-01-05 By staff\n\nThey counted 80 dead.\n", encoding="utf-8")
    (desk / "late.txt").write_text(" date 2026-01-09 By staff\n\nThey counted 101 dead.\n", encoding="utf-8")
    with started(desk, "check", "--output-format", "concise") as process:
        assert process.stdout
        process.stdout.close()
    assert process.returncode == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_while_working_says_nothing(desk: Path, jobs: str) -> None:
    with at_work(desk, jobs) as process:
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err.strip()) == (130, b"", b"")


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM], ids=lambda end: end.name)
def test_workers_end_with_the_process_they_work_for_and_nobody_waits_for_its_output(
    desk: Path, end: signal.Signals
) -> None:
    with at_work(desk, "2") as process:
        process.send_signal(end)
        out, err = process.communicate(timeout=60)  # waits for all who could still write
    assert (process.returncode, out, err) == (-end, b"", b"")


def test_ctrl_c_while_writing_leaves_no_half_line(desk: Path) -> None:
    with started(desk, "check", "--output-format", "jsonl") as process:
        assert process.stdout
        first = process.stdout.read(1)
        process.send_signal(signal.SIGINT)
        out = first + process.stdout.read()
    assert process.returncode == 130
    assert out.endswith(b"}\n")
    assert all(json.loads(line) for line in out.splitlines())


@pytest.mark.parametrize(
    "more", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {"LC_ALL": "C.UTF-8"}]
)
def test_what_goes_to_another_program_is_utf_8_in_every_locale(desk: Path, more: dict[str, str]) -> None:
    status, out, err = run(desk, "check", "quiet.txt", **more)
    assert (status, err) == (0, b"")
    assert "“Quiet” – words 😀 and a WORD" in out.decode("utf-8")


def test_an_encoding_that_is_asked_for_breaks_nothing(desk: Path) -> None:
    status, out, err = run(desk, "check", "quiet.txt", PYTHONIOENCODING="latin-1")
    assert (status, err) == (0, b"")
    assert b"\\u201cQuiet\\u201d" in out


def test_a_file_name_that_is_no_text_breaks_nothing(desk: Path) -> None:
    name = os.fsencode(desk) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(name)).write_text("A LOUD word.", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes only names that are text")
    for form in ("full", "jsonl"):
        status, out, err = run(desk, "check", "--exclude", "loud.txt", "--output-format", form)
        assert (status, err) == (0, b"")
        assert b"caf" in out


def test_a_terminal_gets_colour(desk: Path) -> None:
    assert b"\x1b[" in on_a_terminal(desk)
    assert b"\x1b[" not in on_a_terminal(desk, NO_COLOR="1")
    assert b"\x1b[" not in on_a_terminal(desk, TERM="dumb")


def on_a_terminal(desk: Path, **more: str) -> bytes:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*FACTLINT, "check", "quiet.txt"], cwd=desk, env=environment(**{"TERM": "xterm", **more}), stdout=theirs
    ) as process:
        os.close(theirs)
        seen = b""
        with contextlib.suppress(OSError):  # what a terminal gives at its end
            while part := os.read(ours, 65536):
                seen += part
        os.close(ours)
    assert process.returncode == 0
    return seen


def test_standard_input_is_read_as_bytes(desk: Path) -> None:
    done = subprocess.run(
        [*FACTLINT, "check", "-", "--output-format", "jsonl"],
        cwd=desk,
        env=environment(LC_ALL="C"),
        input="“Quiet” \r\n A LOUD word.".encode(),
        capture_output=True,
        check=True,
    )
    found = json.loads(done.stdout)
    assert (found["words"], found["line"], found["start"]) == ("LOUD", 2, 13)


@pytest.mark.parametrize(
    "left",
    [
        "import atexit; atexit.register(print, 'done')",
        "import threading as t; t.Thread(target=lambda: (t.main_thread().join(), print('done', flush=True))).start()",
    ],
)
def test_what_others_have_left_to_do_is_done_at_the_end(desk: Path, left: str) -> None:
    program = f"import sys; {left}; from lint.cli import program; sys.exit(program())"
    command = [sys.executable, "-c", program, "check", "--no-cache", "quiet.txt", "--output-format", "concise"]
    done = subprocess.run(command, cwd=desk, env=environment(), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()[-1], done.stderr) == (0, "done", "")


def test_the_installed_command_gives_its_exit_status() -> None:
    command = Path(sys.executable).with_name("factlint")
    done = subprocess.run([command, "check", "no-such-folder"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "factlint: there is no file or folder no-such-folder\n")
