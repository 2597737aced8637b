"""The edition of the rule book: another one whenever something may be found that was not, and else the same."""

import importlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from lint import Severity, rulebook
from lint.config import Configuration, Selection
from lint.edition import edition
from lint.store import Store

ROOT = Path(__file__).parents[1]
PLAIN = Configuration()
DEFAULT = Selection()

DEAR = ("lint.engine.", "lint.find.", "lint.rules.", "lint.signature.", "lint.story.", "rapidfuzz.")

Edition = Callable[..., bytes]


@pytest.fixture
def book(tmp_path: Path) -> Edition:
    def asked(configuration: Configuration = PLAIN, selection: Selection = DEFAULT) -> bytes:
        store = Store(tmp_path / "cache" / "store.db", pytest.fail)
        try:
            return edition(configuration, selection, store)
        finally:
            store.close()

    return asked


def test_it_is_the_same_in_every_run(book: Edition) -> None:
    assert book() == book()


@pytest.mark.parametrize(
    "other",
    [
        replace(PLAIN, selection=Selection(ignore=("misspelling",))),
        replace(PLAIN, severities={"misspelling": None}),
        replace(PLAIN, severities={"mispelling": Severity.NOTE}),
        replace(PLAIN, options={"conflicting-figures": {"settling": 5}}),
    ],
    ids=["selection", "off", "misspelt", "option"],
)
def test_what_is_said_of_rules_makes_another_one(book: Edition, other: Configuration) -> None:
    assert book(other) != book()


def test_what_is_asked_for_makes_another_one(book: Edition) -> None:
    assert book(PLAIN, Selection(select=("misspelling",))) != book()


def test_what_changes_no_finding_makes_no_other(book: Edition) -> None:
    one, other = (replace(PLAIN, severities={"misspelling": each}) for each in (Severity.NOTE, Severity.ERROR))
    assert book(replace(one, paths=("seeds",), exclude=("old",), file="a.toml")) == book(other)


@pytest.mark.parametrize("of_a_rule", [True, False])
def test_what_stands_in_a_roster_makes_another_one(book: Edition, tmp_path: Path, *, of_a_rule: bool) -> None:
    roster = tmp_path / "roster.csv"
    named = [str(roster)]
    asked = replace(PLAIN, options={"name-variants": {"roster": named}} if of_a_rule else {}, roster=tuple(named))
    roster.write_text("name,aliases,note\n")
    before = book(asked)
    assert book(asked) == before
    roster.write_text("name,aliases,note\nAna,,\n")
    assert book(asked) != before


def test_rules_of_others_make_another_one_wherever_they_change(
    book: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = book()
    package = tmp_path / "others" / "inner"
    package.mkdir(parents=True)
    (package / "rule.py").write_text("raise ImportError('it is not to be imported')")
    (tmp_path / "others" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    monkeypatch.setattr(rulebook, "entered", lambda: ["others.inner.rule"])
    first = book()
    assert first != before
    (package / "table.csv").write_text("a,b")
    second = book()
    assert second != first
    os.utime(package / "table.csv", (1, 1))
    assert book() == second, "another time is not another content"
    (package / "table.csv").write_text("a,c")
    os.utime(package / "table.csv", (1, 2))
    assert book() != second


def test_a_run_that_is_known_imports_no_rule_and_no_finder(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Caracas, Venezuela – The city counted 80 dead.\n")
    code = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from lint.cli import main
main(["check", "report.txt", "--output-format", sys.argv[1]])
sys.stderr.write(" ".join(sys.modules))
"""
    for form in ("concise", "concise", "full", "jsonl", "github"):
        command = [sys.executable, "-c", code, form]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
        imported = [each for each in done.stderr.split() if f"{each}.".startswith(DEAR)]
    assert imported == []
