"""Focus and corpus: what is named is reported, what is configured is compared with, and no batching changes it."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import Rule, rulebook
from lint.cli import main
from lint.diagnostic import Diagnostic
from lint.engine import lint
from lint.source import Source
from tests.own_rules.crashing_rule import CrashingRule
from tests.own_rules.differing_count import DifferingCount
from tests.own_rules.differing_count_of_a_story import DifferingCountOfAStory
from tests.own_rules.shouted_word import ShoutedWord

RULES: tuple[Rule, ...] = (ShoutedWord(), DifferingCount(), DifferingCountOfAStory(), CrashingRule())
CORPUS = tuple(
    Source(f"{number}.txt", f" date 2026-01-{number + 1:02} By staff\n\n{text}".encode())
    for number, text in enumerate(
        (
            "Caracas, Venezuela, Miranda and Aragua counted 80 dead and 12 bombs on MONDAY.",
            "Caracas, Venezuela, Miranda and Aragua counted 101 dead and 14 bombs.",
            "Caracas, Venezuela, Miranda and Aragua counted 80 dead, and then a CRASH.",
            "Oslo, Bergen, Tromsø and Narvik counted 40 goals.",
            "Oslo, Bergen, Tromsø and Narvik counted 41 goals, LOUDLY, and 3 dead.",
            "A report of 7 words, no more, with 3 dead.",
            "\0",
        )
    )
)

Check = Callable[..., list[str]]


def everything() -> set[Diagnostic]:
    return set(lint(CORPUS, RULES).diagnostics)


@given(st.lists(st.integers(0, 3), min_size=len(CORPUS), max_size=len(CORPUS)))
def test_no_batching_of_the_focus_changes_what_is_found(batches: list[int]) -> None:
    found: set[Diagnostic] = set()
    for number in set(batches):
        batch = [source for source, each in zip(CORPUS, batches, strict=True) if each == number]
        found.update(lint(batch, RULES, corpus=CORPUS).diagnostics)
    assert found == everything()


@given(st.sets(st.sampled_from(CORPUS)))
def test_every_finding_touches_the_focus(focus: set[Source]) -> None:
    paths = {source.path for source in focus}
    findings = lint(focus, RULES, corpus=CORPUS)
    assert findings.reports == len(focus)
    for each in findings.diagnostics:
        touched = {label.passage.path for label in (each.primary, *each.related)}
        assert touched & paths or each.rule == "rule-crashed"


def test_a_corpus_without_a_focus_says_nothing() -> None:
    assert lint([], RULES, corpus=CORPUS).diagnostics == ()


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    """Runs `factlint check` in a desk's folder, and gives each finding as its rule and its paths."""
    known: dict[str, Rule] = {rule.name: rule for rule in (DifferingCount(), ShoutedWord())}
    monkeypatch.setattr(rulebook, "discover", lambda: dict(known))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "factlint.toml").write_text('paths = ["reports"]\nexclude = ["old"]\n')
    (tmp_path / "reports" / "old").mkdir(parents=True)
    for name, day, text in (
        ("reports/early.txt", 5, "They counted 80 dead. LOUD."),
        ("reports/late.txt", 9, "They counted 101 dead."),
        ("reports/old/out.txt", 1, "They counted 3 dead."),
        ("new.txt", 10, "They counted 99 dead."),
    ):
        (tmp_path / name).write_text(f" date 2026-01-{day:02} By staff\n\n{text}\n")

    def run(*arguments: str) -> list[str]:
        assert main(["check", "--output-format", "jsonl", *arguments]) in (0, 1)
        found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        return [" ".join([each["rule"], each["path"], *(at["path"] for at in each["related"])]) for each in found]

    return run


LATE = "differing-count reports/late.txt reports/early.txt"
EARLY = "shouted-word reports/early.txt"
NEW = "differing-count new.txt reports/late.txt"


def test_what_is_configured_is_checked_where_nothing_is_named(check: Check) -> None:
    assert check() == [EARLY, LATE]


def test_what_is_named_is_compared_with_what_is_configured(check: Check) -> None:
    assert check("reports/late.txt") == [LATE]
    assert check("reports/early.txt") == [EARLY, LATE]
    assert check("new.txt") == [NEW]
    assert check("new.txt", "reports/late.txt") == [NEW, LATE]


def test_what_is_configured_may_be_named_as_a_whole(check: Check) -> None:
    assert check("reports") == check()


def test_a_name_through_a_link_is_the_file_s_own(check: Check) -> None:
    Path("link.txt").symlink_to("reports/late.txt")
    assert check("link.txt") == ["differing-count link.txt reports/early.txt"]


def test_what_is_also_reached_by_a_link_has_its_own_name_in_any_batch(check: Check) -> None:
    Path("reports/l.txt").symlink_to("late.txt")
    assert check() == [EARLY, LATE]
    assert check("reports/late.txt") == [LATE]


def test_without_configuration_only_what_is_named_is_compared(check: Check) -> None:
    assert check("--isolated", "new.txt") == []
    assert check("--isolated", "new.txt", "reports/late.txt") == [NEW]


def test_standard_input_stands_for_the_file_whose_name_it_bears(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"date 2026-01-09\n\nThey counted 80 dead.\n")))
    assert check("-", "--stdin-filename", "reports/late.txt") == []


def test_a_corpus_that_changes_is_seen(check: Check) -> None:
    assert check("new.txt") == [NEW]
    Path("reports/late.txt").write_text(" date 2026-01-09 By staff\n\nThey counted 99 dead.\n")
    assert check("new.txt") == []
    Path("reports/late.txt").unlink()
    assert check("new.txt") == ["differing-count new.txt reports/early.txt"]


def test_a_folder_of_the_cache_can_be_chosen_or_done_without(check: Check) -> None:
    check("--no-cache")
    assert not Path(".factlint_cache").exists()
    check("--cache-dir", "elsewhere/cache")
    assert not Path(".factlint_cache").exists()
    assert Path("elsewhere/cache/factlint.db").is_file()
    check()
    assert Path(".factlint_cache/factlint.db").is_file()


def test_the_cache_lies_beside_the_configuration(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("reports")
    check("late.txt")
    assert Path("../.factlint_cache/factlint.db").is_file()
    assert not Path(".factlint_cache").exists()
