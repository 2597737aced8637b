"""The commands, called in this process with rules of the tests' own."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from lint import rulebook
from lint.cli import main
from lint.rule import Rule
from tests.own_rules.crashing_rule import CrashingRule
from tests.own_rules.differing_count import DifferingCount
from tests.own_rules.shouted_word import ShoutedWord


class Said(NamedTuple):
    """What a command line gave."""

    status: int
    out: str
    err: str

    @property
    def rules(self) -> list[str]:
        """The rules that spoke, of the form jsonl."""
        return [json.loads(line)["rule"] for line in self.out.splitlines()]


Factlint = Callable[..., Said]


@pytest.fixture
def factlint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Factlint:
    """Runs a command line in a folder of two reports that count differently, one of them shouting."""
    (tmp_path / "early.txt").write_text(" date 2026-01-05 By staff\n\nThe city counted 80 dead.\n", encoding="utf-8")
    (tmp_path / "late.txt").write_text(" date 2026-01-09 By staff\n\nThe CITY counted 101 dead.\n", encoding="utf-8")
    known: dict[str, Rule] = {rule.name: rule for rule in (CrashingRule(), DifferingCount(), ShoutedWord())}
    monkeypatch.setattr(rulebook, "discover", lambda: dict(known))
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "FACTLINT_OUTPUT_FORMAT"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str, stdin: str = "") -> Said:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        status = main(arguments)
        return Said(status, *capsys.readouterr())

    return run


def check(factlint: Factlint, *arguments: str, stdin: str = "") -> Said:
    return factlint("check", "--output-format", "jsonl", "--ignore", "crashing-rule", *arguments, stdin=stdin)


def test_errors_make_exit_status_one(factlint: Factlint) -> None:
    said = check(factlint)
    assert said == (1, said.out, "")
    assert said.rules == ["shouted-word", "differing-count"]


def test_what_is_no_error_leaves_exit_status_zero(factlint: Factlint) -> None:
    assert check(factlint, "early.txt").status == 0
    assert check(factlint, "--select", "shouted-word").status == 0


def test_exit_zero_is_for_findings_only(factlint: Factlint) -> None:
    assert check(factlint, "--exit-zero").status == 0
    Path("binary.txt").write_bytes(b"\0")
    said = check(factlint, "--exit-zero")
    assert said.status == 2
    assert "unreadable-report" in said.rules


def test_a_rule_that_crashes_makes_exit_status_two_and_the_rest_goes_on(factlint: Factlint) -> None:
    Path("late.txt").write_text("A CRASH.", encoding="utf-8")
    said = factlint("check", "--output-format", "jsonl", "--exit-zero")
    assert said.status == 2
    assert set(said.rules) == {"rule-crashed", "shouted-word"}


def test_the_full_form_is_shown_where_nothing_else_is_said(factlint: Factlint) -> None:
    assert "--> late.txt:3:18" in factlint("check", "--ignore", "crashing-rule").out


def test_the_form_can_be_chosen_by_the_environment(factlint: Factlint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLINT_OUTPUT_FORMAT", "concise")
    assert factlint("check", "--select", "differing-count").out.startswith("late.txt:3:18: error[differing-count]: 101")


def test_several_processes_give_the_same_answer(factlint: Factlint) -> None:
    assert check(factlint, "--jobs", "2") == check(factlint, "--jobs", "1")


@pytest.mark.parametrize(
    ("arguments", "rules"),
    [
        (("--select", "shouted-word"), ["shouted-word"]),
        (("--select", "shouted-word, differing-count"), ["shouted-word", "differing-count"]),
        (("--select", "shouted-word", "--select", "differing-count"), ["shouted-word", "differing-count"]),
        (("--ignore", "shouted-word"), ["differing-count"]),
        (("--select", "shouted-word", "--extend-select", "differing-count"), ["shouted-word", "differing-count"]),
        (("--ignore", "ALL"), []),
    ],
)
def test_rules_are_chosen(factlint: Factlint, arguments: tuple[str, ...], rules: list[str]) -> None:
    assert check(factlint, *arguments).rules == rules


def test_the_configuration_holds_until_it_is_set_aside(factlint: Factlint) -> None:
    Path("factlint.toml").write_text(
        'severity.differing-count = "warning"\nignore = ["shouted-word"]', encoding="utf-8"
    )
    said = check(factlint)
    assert (said.status, said.rules) == (0, ["differing-count"])
    assert json.loads(said.out)["severity"] == "warning"
    assert check(factlint, "--isolated").status == 1
    Path("other.toml").write_text('exclude = ["late.txt"]', encoding="utf-8")
    assert check(factlint, "--config", "other.toml") == (0, "", "")


def test_configured_paths_are_checked_where_none_is_named(factlint: Factlint, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("factlint.toml").write_text('paths = ["early.txt"]', encoding="utf-8")
    assert check(factlint).rules == []
    assert check(factlint, "late.txt").rules == ["shouted-word", "differing-count"]  # compared with what is configured
    Path("inner").mkdir()
    monkeypatch.chdir("inner")
    assert check(factlint).rules == []


def test_an_excluded_file_is_left_out_though_it_is_named(factlint: Factlint) -> None:
    assert check(factlint, "--exclude", "late.*", "late.txt", "early.txt") == (0, "", "")
    Path("factlint.toml").write_text('exclude = ["late.txt"]', encoding="utf-8")
    assert check(factlint, "late.txt") == (0, "", "")


def test_standard_input_is_a_report(factlint: Factlint) -> None:
    said = check(factlint, "-", stdin="A LOUD word.")
    assert json.loads(said.out)["path"] == "<stdin>"
    said = check(factlint, "-", "--stdin-filename", "desk/new.txt", stdin="A LOUD word.")
    assert json.loads(said.out)["path"] == "desk/new.txt"


def test_standard_input_goes_before_the_file_whose_name_it_bears(factlint: Factlint) -> None:
    said = check(factlint, ".", "-", "--stdin-filename", "late.txt", stdin="Now 80 dead, LATE.")
    assert [json.loads(line)["words"] for line in said.out.splitlines()] == ["LATE"]


def test_standard_input_is_drawn_as_it_was_given(factlint: Factlint) -> None:
    assert "A LOUD word." in factlint("check", "-", stdin="A LOUD word.").out


def test_an_excluded_name_of_standard_input_is_left_out(factlint: Factlint) -> None:
    assert check(factlint, "-", "--stdin-filename", "a.txt", "--exclude", "a.txt", stdin="A LOUD word.").out == ""


def test_findings_can_be_written_to_a_file(factlint: Factlint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    said = factlint("check", "--select", "differing-count", "--output-file", "found.log")
    assert said == (1, "", "")
    found = Path("found.log").read_text(encoding="utf-8")
    assert "101 dead" in found
    assert "\x1b" not in found


def test_colour_is_for_terminals_unless_the_environment_says_so(
    factlint: Factlint, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b" not in factlint("check", "late.txt").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" in factlint("check", "late.txt").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in factlint("check", "late.txt").out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("chek",), "there is no command chek; did you mean check? (factlint --help lists them)"),
        (
            ("check", "--selct", "x"),
            "there is no option --selct; did you mean --select? (factlint check --help tells more)",
        ),
        (("check", "--select", "shout-word"), "there is no rule shout-word; did you mean shouted-word?"),
        (("check", "--output-format", "jsn"), "there is no output format jsn; did you mean jsonl?"),
        (("check", "--jobs", "0"), "invalid value for '-j' / '--jobs': 0 is not in the range x>=1"),
        (("check", "gone.txt"), "there is no file or folder gone.txt"),
        (("check", "empty"), "there is no report (.txt, .md, .markdown, .html, "),
        (("check", "--isolated", "--config", "a.toml"), "--isolated and --config do not go together"),
        (("check", "--config", "a.toml"), "a.toml: cannot be read: No such file or directory"),
        (("check", "--output-file", "gone/x", "late.txt"), "gone/x cannot be written: No such file or directory"),
        (("check", "--ignore", "rule-crashed"), "rule-crashed says that work was not done, and cannot be ignored"),
        (("explain",), "which rule? (factlint rules lists them; ALL stands for every rule)"),
        (("explain", "shout-word"), "there is no rule shout-word; did you mean shouted-word?"),
        (("explain", "empty-reports"), "there is no rule empty-reports; did you mean empty-report?"),
        (("facts", "gone.txt"), "there is no file or folder gone.txt"),
    ],
)
def test_what_the_user_can_mend_is_one_line(factlint: Factlint, arguments: tuple[str, ...], complaint: str) -> None:
    Path("empty").mkdir()
    said = factlint(*arguments)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith(f"factlint: {complaint}")
    assert said.err.count("\n") == 1


def test_a_fault_of_factlint_is_never_taken_for_findings(factlint: Factlint, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> dict[str, Rule]:
        raise ZeroDivisionError("of the tests' own")

    monkeypatch.setattr(rulebook, "discover", fail)
    said = factlint("rules")
    assert said.status == 2
    assert "Traceback" in said.err
    assert said.err.endswith("this is a fault of factlint, not of your files: ZeroDivisionError: of the tests' own\n")


def test_without_a_command_the_help_is_shown(factlint: Factlint) -> None:
    said = factlint()
    assert said.status == 2
    assert said.err.startswith("Usage: factlint")


@pytest.mark.parametrize("command", ["check", "explain", "facts", "rules"])
def test_every_command_is_listed_and_explains_itself(factlint: Factlint, command: str) -> None:
    assert f"  {command} " in factlint("--help").out
    said = factlint(command, "--help")
    assert said.status == 0
    assert said.out.startswith(f"Usage: factlint {command}")


def test_the_help_names_every_output_format(factlint: Factlint) -> None:
    assert "[concise|full|github|" in factlint("check", "--help").out


def test_the_version_is_shown(factlint: Factlint) -> None:
    assert factlint("--version").out.startswith("factlint 0.")


def test_rules_are_listed_with_what_they_find(factlint: Factlint) -> None:
    assert "shouted-word     on   A word stands in capitals.\n" in factlint("rules").out
    listed = {each["name"]: each for each in json.loads(factlint("rules", "--output-format", "json").out)}
    assert listed["shouted-word"]["options"] == {"longest": 40}
    assert listed["differing-count"]["kind"] == "compares all reports"


def test_rules_and_remarks_are_explained(factlint: Factlint) -> None:
    assert "A word stands in capitals." in factlint("explain", "shouted-word").out
    assert "Save the file as UTF-8." in factlint("explain", "legacy-encoding").out
    said = factlint("explain", "ALL").out
    assert all(name in said for name in ("crashing-rule", "differing-count", "shouted-word"))


def test_facts_are_mentions_and_then_claims(factlint: Factlint) -> None:
    said = factlint("facts", "late.txt")
    assert said.status == 0
    claim = next(fact for line in said.out.splitlines() if (fact := json.loads(line))["kind"] == "claim")
    assert claim == {
        "kind": "claim", "path": "late.txt", "line": 3, "column": 18, "start": 44, "end": 52, "words": "101 dead",
        "rule": "crashing-rule", "key": "dead", "published": "2026-01-09", "number": 101,
    }  # fmt: skip


def test_facts_say_what_could_not_be_read_or_claimed_and_go_on(factlint: Factlint) -> None:
    Path("binary.txt").write_bytes(b"\0")
    Path("crash.txt").write_text("A CRASH.", encoding="utf-8")
    said = factlint("facts")
    assert said.status == 2
    assert "factlint: binary.txt: this file cannot be read" in said.err
    assert "factlint: crash.txt: the rule crashing-rule crashed: ValueError: a crash" in said.err
    assert {json.loads(line)["path"] for line in said.out.splitlines()} == {"crash.txt", "early.txt", "late.txt"}
