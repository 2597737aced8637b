"""The edition of the rule book: another one whenever something may be found that was not, and else the same."""

import importlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lint import Severity, clock, rulebook
from lint.config import Configuration, Selection
from lint.edition import edition
from lint.parts import parts_of
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
            return edition(configuration, selection, store).whole
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


@pytest.mark.parametrize(
    ("asked", "depends"),
    [(DEFAULT, False), (Selection(extend=("future-date",)), True), (Selection(select=("ALL",)), True)],
)
def test_the_day_makes_another_one_only_where_a_rule_runs_that_depends_on_it(
    book: Edition, monkeypatch: pytest.MonkeyPatch, asked: Selection, *, depends: bool
) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 1, 31))
    before = book(PLAIN, asked)
    assert book(PLAIN, asked) == before
    monkeypatch.setattr(clock, "today", lambda: date(2026, 2, 1))
    assert (book(PLAIN, asked) != before) is depends


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


def test_what_stands_in_a_file_beside_the_configuration_makes_another_one(
    book: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reports").mkdir()
    monkeypatch.chdir(tmp_path / "reports")
    asked = replace(PLAIN, folder=str(tmp_path), options={"preferred-form": {"table": "style.csv"}})
    before = book(asked)
    (tmp_path / "style.csv").write_text("found,preferred,why\n")
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


CODE = {
    "lint/__init__.py": b"",
    "lint/extract.py": b"if TYPE_CHECKING:\n    from lint.walk import reports\n\nfrom lint.find.ages import ages\n",
    "lint/find/__init__.py": b"",
    "lint/find/ages.py": b"from lint.find import (\n    numbers,\n)\n",
    "lint/find/numbers.py": b"",
    "lint/walk.py": b"",
    "lint.rules/__init__.py": b"",
    "lint.rules/_roster.py": b'TABLE = Path(__file__).parent / "roster.csv"',
    "lint.rules/name.py": b"from ._roster import roster\n",
    "lint.rules/number.py": b"def check():\n    from lint.find.numbers import numbers\n",
    "lint.rules/tables/roster.csv": b"Ana",
    "lint.rules/tables/roster.index": b"1",
    "others/one.py": b"",
    "others/table.txt": b"",
    "rapidfuzz": b"",
}


@pytest.mark.parametrize(
    ("file", "touched"),
    [
        ("lint/find/numbers.py", {"lint.find.numbers", "lint.find.ages", "lint.extract", "lint.rules.number"}),
        ("lint/walk.py", {"lint.walk"}),
        ("lint.rules/_roster.py", {"lint.rules._roster", "lint.rules.name"}),
        ("lint.rules/tables/roster.csv", {"lint.rules._roster", "lint.rules.name"}),
        ("lint.rules/tables/roster.index", {"lint.rules._roster", "lint.rules.name"}),
        ("lint.rules/number.py", {"lint.rules.number"}),
        ("others/table.txt", {"others.one"}),
    ],
)
def test_a_change_touches_the_modules_that_lead_to_it_and_no_other(file: str, touched: set[str]) -> None:
    before, after = parts_of(CODE), parts_of(CODE | {file: b"changed"})
    assert {module for module in before if before[module] != after[module]} == touched


def test_every_rule_has_a_part_and_leads_to_its_tables(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.db", pytest.fail)
    known = edition(PLAIN, DEFAULT, store)
    rules = rulebook.discover()
    told = [known.of(rule) for rule in rules.values()]
    assert None not in told
    assert len(set(told)) == len(told)
    rule = rules["name-variants"]
    roster = tmp_path / "roster.csv"
    roster.write_text("name,aliases,note\n")
    named = rulebook.configured(rule, {"roster": [str(roster)]}, "")
    before = known.of(named)
    assert before != known.of(rule)
    roster.write_text("name,aliases,note\nAna,,\n")
    assert known.of(named) != before


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
