"""The stopwatch: what is counted for whom, and what --profile prints of it."""

from pathlib import Path
from time import perf_counter, sleep

import pytest

from lint import Rule, rulebook, stopwatch
from lint.cli import main

TEXT = " date 2026-01-05 By staff\n\nAshford – The fire on Mill Street killed 12 people, {} said.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("Maria Holman", "James Barley", "Aisha Denton"):
        (tmp_path / f"{name}.txt").write_text(TEXT.format(name), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_was_asked_of_others_is_counted_for_them_alone() -> None:
    with stopwatch.started() as watch, stopwatch.lap(stopwatch.RULES, "slow-rule"):
        began = perf_counter()
        with stopwatch.lap(stopwatch.FINDERS, "names"):
            sleep(0.02)
        inner = perf_counter() - began
    rule, finder = watch.laps[stopwatch.RULES, "slow-rule"], watch.laps[stopwatch.FINDERS, "names"]
    assert 0.02 <= finder.seconds <= inner
    assert rule.seconds < watch.total - finder.seconds


def test_the_time_of_work_that_fails_is_counted() -> None:
    with stopwatch.started() as watch, pytest.raises(ValueError, match="no"), stopwatch.lap(stopwatch.READING):
        raise ValueError("no")
    assert watch.laps[stopwatch.READING, ""].times == 1


def test_no_lap_is_kept_while_no_stopwatch_runs() -> None:
    with stopwatch.started() as watch:
        pass
    with stopwatch.lap(stopwatch.READING):
        pass
    assert stopwatch.lap(stopwatch.READING) is stopwatch.OFF
    assert not watch.laps


def test_a_profile_names_every_stage_finder_and_rule(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("check", "--profile", "--isolated", "--no-cache")) == 0
    rows = {line[:40].strip(): line[40:].split() for line in capsys.readouterr().err.splitlines() if line}
    assert set(stopwatch.STAGES) < rows.keys()
    assert rows["misspelling"][2] == "3"
    assert rows["sentences.sentences"][2] == "3"
    parts = [float(rows[name][0]) for name in (*stopwatch.STAGES, "start-up and the rest")]
    assert sum(parts) == pytest.approx(float(rows["total"][0]), abs=1)


def test_to_load_the_rules_is_no_work_of_the_store(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    main(("check", "--isolated"))
    known, asked = rulebook.discover(), list[str]()

    def discover() -> dict[str, Rule]:
        assert stopwatch._running
        asked.append("discovered")
        monkeypatch.setattr(stopwatch, "perf_counter", lambda: 1e9)  # what takes long
        return known

    monkeypatch.setattr(rulebook, "discover", discover)
    with stopwatch.started() as watch:
        main(("check", "--isolated", "--select", "misspelling"))
    monkeypatch.undo()
    assert asked
    assert watch.laps[stopwatch.RULE_BOOK, ""].seconds > 1e8
    assert watch.laps[stopwatch.STORE, ""].seconds < 1e8


def test_a_profile_leaves_the_findings_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("check", "--isolated", "--no-cache", "--output-format", "jsonl")
    main(arguments)
    without = capsys.readouterr()
    main((*arguments, "--profile"))
    assert capsys.readouterr().out == without.out
    assert not without.err
