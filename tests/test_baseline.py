"""The baseline of an old archive, and findings in what changed only."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from lint import Rule, rulebook
from lint.cli import main
from tests.own_rules.crashing_rule import CrashingRule
from tests.own_rules.differing_count import DifferingCount
from tests.own_rules.shouted_word import ShoutedWord

Check = Callable[..., list[str]]
OLD = ["shouted-word reports/early.txt", "differing-count reports/late.txt"]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, checked: Check) -> Check:
    """Runs `factlint check` in a desk's folder."""
    known: dict[str, Rule] = {rule.name: rule for rule in (CrashingRule(), DifferingCount(), ShoutedWord())}
    monkeypatch.setattr(rulebook, "discover", lambda: dict(known))
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "factlint.toml").write_text('paths = ["reports"]\nignore = ["crashing-rule"]\n')
    (tmp_path / "reports").mkdir()
    report("early", 5, "The CITY counted 80 dead.")
    report("late", 9, "The city counted 101 dead.")
    return checked


def report(name: str, day: int, text: str) -> None:
    Path(f"reports/{name}.txt").write_text(f" date 2026-01-{day:02} By staff\n\n{text}\n", encoding="utf-8")


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert main(arguments) == status
    said = capsys.readouterr()
    assert said.err.count("\n") == (1 if status == 2 else 0)
    return said.err if status == 2 else said.out


def test_what_is_known_is_not_shown_and_what_is_new_is(check: Check, capsys: pytest.CaptureFixture[str]) -> None:
    assert check() == OLD
    assert printed(capsys, "baseline", "-o", "old.jsonl") == "old.jsonl holds 2 findings.\n"
    assert check("--baseline", "old.jsonl") == []
    report("late", 9, "LOUDLY.\n\nThe city counted 101 dead.")
    report("new", 10, "The city counted 80 dead.")
    assert check("--baseline", "old.jsonl") == ["shouted-word reports/late.txt", "differing-count reports/new.txt"]


def test_a_baseline_is_lines_that_people_can_read(check: Check, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "baseline").splitlines()
    assert lines == sorted(lines)
    first, second = map(json.loads, lines)
    assert (first["path"], first["rule"], first["message"]) == (*reversed(OLD[0].split()), "“CITY” is shouted")
    assert second["rule"] == "differing-count"
    main(["check", "--output-format", "jsonl"])
    marks = {json.loads(line)["fingerprint"] for line in capsys.readouterr().out.splitlines()}
    assert {first["fingerprint"], second["fingerprint"]} == marks


def test_what_is_known_once_and_found_twice_is_new_once(check: Check, capsys: pytest.CaptureFixture[str]) -> None:
    printed(capsys, "baseline", "-o", "old.jsonl")
    report("early", 5, "The CITY counted 80 dead. The CITY slept.")
    assert check("--baseline", "old.jsonl") == OLD[:1]


def test_the_configuration_can_name_the_baseline_which_holds_in_every_folder(
    check: Check, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Path("factlint.toml").open("a") as file:
        file.write('baseline = "old.jsonl"\n')
    assert "old.jsonl: there is no such baseline" in printed(capsys, "check", status=2)
    assert printed(capsys, "baseline") == "old.jsonl holds 2 findings.\n"
    assert check() == []
    assert printed(capsys, "baseline") == "old.jsonl holds 2 findings.\n"  # what is known is not left out
    monkeypatch.chdir("reports")
    assert check() == []
    assert check("early.txt") == []


def test_what_is_gone_is_pruned_and_nothing_is_added(check: Check, capsys: pytest.CaptureFixture[str]) -> None:
    printed(capsys, "baseline", "-o", "old.jsonl")
    report("early", 5, "The city counted 80 dead.")
    report("late", 9, "The TOWN counted 101 dead.")
    assert printed(capsys, "baseline", "--prune", "old.jsonl") == "old.jsonl holds 1 finding; 1 finding gone.\n"
    assert check("--baseline", "old.jsonl") == ["shouted-word reports/late.txt"]


def test_what_was_not_looked_at_is_not_pruned(check: Check, capsys: pytest.CaptureFixture[str]) -> None:
    printed(capsys, "baseline", "-o", "old.jsonl")
    report("early", 5, "The city counted 80 dead.")
    printed(capsys, "baseline", "--prune", "old.jsonl", "reports/late.txt")
    assert len(Path("old.jsonl").read_text().splitlines()) == 2
    Path("factlint.toml").write_text('paths = ["reports"]\nignore = ["crashing-rule", "shouted-word"]\n')
    printed(capsys, "baseline", "--prune", "old.jsonl")
    assert len(Path("old.jsonl").read_text().splitlines()) == 2
    Path("reports/early.txt").unlink()
    Path("factlint.toml").write_text('paths = ["reports"]\nignore = ["crashing-rule"]\n')
    printed(capsys, "baseline", "--prune", "old.jsonl")
    assert Path("old.jsonl").read_text() == ""


def test_work_that_was_not_done_is_never_known(check: Check, capsys: pytest.CaptureFixture[str]) -> None:
    Path("reports/binary.txt").write_bytes(b"\0")
    assert main(["baseline", "-o", "old.jsonl"]) == 2
    assert "unreadable" not in Path("old.jsonl").read_text()
    capsys.readouterr()
    assert main(["check", "--baseline", "old.jsonl", "--output-format", "concise"]) == 2
    assert "unreadable-report" in capsys.readouterr().out
    assert main(["baseline", "--prune", "old.jsonl"]) == 2
    assert "old.jsonl was not pruned" in capsys.readouterr().err
    assert len(Path("old.jsonl").read_text().splitlines()) == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "old.jsonl: there is no such baseline"),
        (b"{}\n", "old.jsonl:1: this is no line of a baseline"),
        (b"\n[3]\n", "old.jsonl:2: this is no line of a baseline"),
        (b'{"path": 1, "rule": "a", "message": "b", "fingerprint": "c"}', "old.jsonl:1: this is no line of a baseline"),
        (b"\xff", "old.jsonl: this is no baseline"),
    ],
)
def test_a_file_that_is_no_baseline_is_an_error(
    check: Check, capsys: pytest.CaptureFixture[str], content: bytes | None, reason: str
) -> None:
    if content is not None:
        Path("old.jsonl").write_bytes(content)
    assert reason in printed(capsys, "check", "--baseline", "old.jsonl", status=2)


# Since a revision.


def git(*arguments: str) -> None:
    who = [part for key in ("user.name", "user.email") for part in ("-c", f"{key}=desk@example.org")]
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


def test_only_what_touches_changed_reports_is_reported_and_all_is_read(check: Check) -> None:
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    assert check("--since", "HEAD") == []
    report("late", 9, "The city counted 102 dead.")  # changed
    assert check("--since", "HEAD") == OLD[1:]
    git("add", ".")  # staged
    assert check("--since", "HEAD") == OLD[1:]
    git("commit", "-qm", "second")
    assert check("--since", "HEAD") == []
    assert check("--since", "HEAD~1") == OLD[1:]
    report("née “new”", 10, "It is LOUD.")  # not tracked
    assert check("--since", "HEAD") == ["shouted-word reports/née “new”.txt"]


def test_what_the_earlier_side_of_a_conflict_says_has_changed_as_well(check: Check) -> None:
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    report("early", 5, "The city counted 79 dead.")
    assert check("--since", "HEAD") == OLD[1:]


def test_a_branch_stands_for_where_it_was_left(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "first")
    git("checkout", "-qb", "desk")
    report("desk", 9, "It is LOUD.")
    git("add", ".")
    git("commit", "-qm", "ours")
    git("checkout", "-q", "main")
    report("early", 5, "The TOWN counted 80 dead.")
    git("commit", "-qam", "theirs")
    git("checkout", "-q", "desk")
    assert check("--since", "main") == ["shouted-word reports/desk.txt"]
    monkeypatch.chdir("reports")
    assert check("--since", "main") == ["shouted-word desk.txt"]


def test_without_git_or_such_a_revision_one_line_says_so(check: Check, capsys: pytest.CaptureFixture[str]) -> None:
    assert "--since: not a git repository" in printed(capsys, "check", "--since", "HEAD", status=2)
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    for revision in ("gone", "--all", ""):
        assert f"git knows no revision {revision}".strip() in printed(capsys, "check", f"--since={revision}", status=2)


def test_since_and_without_a_program_git_one_line_says_so(
    check: Check, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert "--since needs git" in printed(capsys, "check", "--since", "HEAD", status=2)
