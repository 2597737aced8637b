"""The engine: the same findings whatever the order and the runner, and what happens when rules crash."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint import Report, Rule, Severity, Span, practice
from lint.engine import lint
from lint.errors import TableError
from lint.extract import extract, extract_each
from lint.findings import Findings
from lint.read import Source
from lint.runners.pool import Pool
from lint.runners.serial import Serial
from tests.own_rules.crashing_rule import CrashingRule
from tests.own_rules.differing_count import DifferingCount
from tests.own_rules.differing_count_of_a_story import DifferingCountOfAStory
from tests.own_rules.shouted_word import ShoutedWord

T = TypeVar("T")
R = TypeVar("R")

RULES: tuple[Rule, ...] = (ShoutedWord(), DifferingCount(), DifferingCountOfAStory(), CrashingRule())
ROOT = Path(__file__).parents[1]

TEXTS = (
    ("2026-01-05", "Caracas, Venezuela, Miranda and Aragua counted 80 dead and 12 bombs on MONDAY."),
    ("2026-01-09", "Caracas, Venezuela, Miranda and Aragua counted 101 dead and 12 bombs."),
    ("2026-01-02", "Caracas, Venezuela, Miranda and Aragua counted 3 dead, and then a CRASH."),
    ("2026-01-09", "Oslo, Bergen, Tromsø and Narvik counted 40 goals."),
    ("2026-02-30", "Oslo, Bergen, Tromsø and Narvik counted 41 goals."),
    ("2025-01-09", "Oslo, Bergen, Tromsø and Narvik counted 7 bombs."),
)
CORPUS = (
    *(
        Source(f"{number}.txt", f" date {day} By staff\n\n{text}\n".encode())
        for number, (day, text) in enumerate(TEXTS)
    ),
    Source("empty.txt", b""),
    Source("binary.txt", b"\0"),
    Source("missing.txt"),
)


def found_in(*texts: str, rules: Iterable[Rule] = RULES) -> Findings:
    return lint([Source(f"{number}.txt", text.encode()) for number, text in enumerate(texts)], [*rules])


class Reversed:
    """A runner that gives its results in the opposite order, as one with many machines may."""

    def map(self, work: Callable[[Iterable[T]], Iterable[R]], items: Iterable[T]) -> Iterator[R]:
        yield from reversed([*work(items)])


def test_each_report_of_many_is_its_own_however_many_are_looked_at_together(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = [extract(source, RULES) for source in CORPUS]
    for together in (1, 2, len(CORPUS), 100):
        monkeypatch.setattr("lint.extract.TOGETHER", together)
        assert list(extract_each(CORPUS, RULES)) == alone
    monkeypatch.setattr("lint.extract.LONGEST", 1)
    assert list(extract_each(CORPUS, RULES)) == alone


def test_what_reports_were_searched_for_is_found_in_the_next_ones_before_a_rule_asks() -> None:
    def words(report: Report) -> list[str]:
        return report.text.split()

    def letters(report: Report) -> list[int]:
        return [100 // len(word) for word in report.find(words)]

    def reports(*texts: str) -> list[Report]:
        return [Report("a.txt", text, Span(0, len(text))) for text in texts]

    last, others = reports("It rains.", "It pours."), reports("It snows.", "", "It is dry.")
    last[0].find(letters)
    last[1].find(letters)
    last[1].find(str)
    practice.learn(last)
    practice.search(others)
    assert [[*each.searched] for each in others] == [[words, letters]] * 3


def test_what_other_rules_asked_is_not_looked_for() -> None:
    asked = []

    def noted(report: Report) -> list[str]:
        asked.append(report.text)
        return []

    list(extract_each(CORPUS, RULES))
    reports = [Report("a.txt", "It rains.", Span(0, 9)) for _ in range(2)]
    for report in reports:
        report.find(noted)
    practice.learn(reports)
    list(extract_each(CORPUS, [ShoutedWord()]))
    assert asked == ["It rains."] * 2


def test_a_finder_that_fails_fails_for_the_rule_that_asks() -> None:
    def crash(report: Report) -> list[str]:
        return [report.text[10]]

    long, short = (Report("a.txt", "word " * number, Span(0, 5 * number)) for number in (3, 1))
    long.find(crash)
    practice.learn([long, long])
    practice.search([short, short])
    assert crash not in short.searched


def test_the_corpus_of_these_tests_has_findings_of_every_kind() -> None:
    findings = lint(CORPUS, RULES)
    assert {each.rule for each in findings.diagnostics} == {
        "shouted-word",
        "differing-count",
        "differing-count-of-a-story",
        "crashing-rule",
        "rule-crashed",
        "unreadable-date",
        "empty-report",
        "unreadable-report",
    }
    assert findings.reports == len(CORPUS)
    assert findings.failed
    assert findings.errors > 0


@given(st.permutations(CORPUS), st.permutations(RULES), st.sampled_from([Serial(), Reversed()]))
def test_the_order_of_reports_and_of_rules_never_changes_the_findings(
    sources: list[Source], rules: list[Rule], runner: Serial | Reversed
) -> None:
    assert lint(sources, rules, runner) == lint(CORPUS, RULES)


COUNTS = st.lists(
    st.tuples(st.sampled_from([1, 2, 80]), st.sampled_from(["dead", "bombs"]), st.sampled_from(["", "2026-01-05"])),
    max_size=6,
)


@given(COUNTS, st.randoms(use_true_random=False))
def test_no_set_of_claims_gives_other_findings_in_another_order(
    counts: list[tuple[int, str, str]], random: Random
) -> None:
    sources = [
        Source(f"{number}.txt", f"{f'date {day}' if day else ''}\n\nThere were {count} {thing}.".encode())
        for number, (count, thing, day) in enumerate(counts)
    ]
    shuffled = random.sample(sources, len(sources))
    assert lint(shuffled, RULES) == lint(sources, RULES)


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_a_pool_of_any_number_of_workers_finds_the_same(workers: int) -> None:
    assert lint(CORPUS, RULES, Pool(workers)) == lint(CORPUS, RULES)


@pytest.mark.parametrize("start", ["spawn", "forkserver"])
def test_workers_that_begin_from_nothing_find_the_same(start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT)  # so that they can import the rules of these tests
    assert lint(CORPUS, RULES, Pool(2, start)) == lint(CORPUS, RULES)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(CORPUS), st.integers(1, 3))
def test_a_pool_finds_the_same_in_any_order(sources: list[Source], workers: int) -> None:
    assert lint(sources, RULES, Pool(workers)) == lint(CORPUS, RULES)


def test_findings_are_shown_by_file_then_by_place() -> None:
    found = found_in("B is LOUD.\n\nAnd LOUD.", "LOUD too.", rules=[ShoutedWord()])
    places = [(each.primary.passage.path, each.primary.passage.line) for each in found.diagnostics]
    assert places == [("0.txt", 1), ("0.txt", 3), ("1.txt", 1)]


def test_what_two_reports_say_of_one_thing_is_one_finding_with_two_places() -> None:
    findings = found_in("date 2026-01-09\n\n101 dead.", "date 2026-01-05\n\n80 dead.", rules=[DifferingCount()])
    (finding,) = findings.diagnostics
    assert (finding.primary.passage.path, finding.primary.passage.words) == ("0.txt", "101 dead")
    assert [label.passage.path for label in finding.related] == ["1.txt"]


def test_only_reports_of_one_story_are_compared_by_a_rule_of_stories() -> None:
    rule = DifferingCountOfAStory()
    assert (
        found_in("Caracas, Miranda and Aragua: 80 dead.", "Oslo, Bergen and Narvik: 81 dead.", rules=[rule]).errors == 0
    )
    assert found_in("Caracas, Miranda and Aragua: 80 dead and 81 dead.", rules=[rule]).errors == 1


def test_a_report_is_counted_once_however_often_and_by_whatever_path_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rules = [DifferingCount()]
    Path("a.txt").write_text("There were 80 dead.")
    Path("b.txt").write_text("There were 81 dead.")
    Path("link.txt").symlink_to("a.txt")
    once = lint([Source("a.txt"), Source("b.txt")], rules)
    assert once.errors == 1
    again = ["./a.txt", "a.txt", "link.txt", "b.txt", str(tmp_path / "b.txt"), "a.txt"]
    assert lint([Source(path) for path in again], rules) == once
    assert lint([Source(path) for path in reversed(again)], rules) == once


def test_content_at_hand_goes_before_what_the_file_holds(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It is calm.")
    sources = [Source(str(path)), Source(str(path), b"It is LOUD.")]
    assert [each.primary.passage.words for each in lint(sources, RULES).diagnostics] == ["LOUD"]


def test_a_crash_keeps_what_the_rule_had_claimed_and_the_rest_goes_on() -> None:
    findings = found_in("There were 80 dead in the CRASH.", "There were 81 dead.")
    by_rule = {each.rule: each for each in findings.diagnostics}
    assert set(by_rule) == {"rule-crashed", "shouted-word", "differing-count", "crashing-rule"}
    crash = by_rule["rule-crashed"]
    assert crash.severity is Severity.ERROR
    assert crash.message == "the rule crashing-rule crashed: ValueError: a crash of two lines"
    assert crash.help.startswith("it was raised in line ")
    assert " of crashing_rule.py;" in crash.help
    assert (crash.primary.passage.path, crash.primary.passage.line) == ("0.txt", 1)
    assert findings.failed


def test_a_crash_in_comparing_stands_at_the_first_claim_and_the_rest_goes_on() -> None:
    findings = found_in("There were 5 bombs and 80 dead.", "There were 6 bombs and 81 dead.", rules=[CrashingRule()])
    crash, *rest = sorted(findings.diagnostics, key=lambda each: each.rule != "rule-crashed")
    assert crash.message == "the rule crashing-rule crashed: KeyError: 'bombs'"
    assert crash.primary.passage.words == "5 bombs"
    assert sorted(each.message for each in rest) == ["2 bombs", "2 dead"]


def test_a_rule_that_never_comes_back_from_itself_has_crashed() -> None:
    (finding,) = found_in("This is ENDLESS.", rules=[CrashingRule()]).diagnostics
    assert finding.message.startswith("the rule crashing-rule crashed: RecursionError: ")


def test_what_the_user_must_mend_is_no_crash_of_the_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable(*_: object) -> Iterator[object]:
        raise TableError("roster.csv: it cannot be read")

    monkeypatch.setattr(ShoutedWord, "check", unreadable)
    with pytest.raises(TableError, match=r"roster\.csv"):
        found_in("LOUD", rules=[ShoutedWord()])


def test_an_interrupt_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> Iterator[object]:
        raise KeyboardInterrupt

    monkeypatch.setattr(ShoutedWord, "check", interrupted)
    with pytest.raises(KeyboardInterrupt):
        found_in("LOUD", rules=[ShoutedWord()])


def test_no_reports_and_no_rules_give_no_findings() -> None:
    assert lint([], RULES) == Findings((), 0)
    assert found_in("LOUD", rules=[]) == Findings((), 1)
