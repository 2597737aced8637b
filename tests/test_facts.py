"""What factlint believes that a report says, as plain values."""

import enum
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import pytest
from lint.rules.conflicting_figures import ConflictingFigures

from lint import CorpusRule, Diagnostic, Passage, Report, Scope, Span
from lint.errors import TableError
from lint.facts import CRASH, facts, finders
from lint.read import Source, read


class Colour(enum.StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Inner:
    least: float
    place: Span


@dataclass(frozen=True, slots=True)
class Everything:
    """A claim with a field of every kind."""

    passage: Passage
    published: date | None
    words: str
    kind: Colour
    most: float
    inner: Inner
    many: tuple[Inner, ...]
    some: frozenset[str]
    by_name: dict[str, int]
    kin: Passage


@dataclass(frozen=True)
class EveryField(CorpusRule[tuple[str, int], Everything]):
    """Claims the first word of a report."""

    scope: ClassVar[Scope] = Scope.ARCHIVE

    def extract(self, report: Report) -> Iterator[tuple[tuple[str, int], Everything]]:
        span = Span(0, 3)
        passage = report.passage(span)
        inner = Inner(2.5, span)
        yield (
            ("key", 1),
            Everything(
                passage,
                date(2026, 1, 5),
                passage.words,
                Colour.RED,
                math.inf,
                inner,
                (inner,),
                frozenset("ba"),
                {"a": 1},
                passage,
            ),
        )
        if "CRASH" in report.text:
            raise ValueError("a crash")
        if "TABLE" in report.text:
            raise TableError("roster.csv: no names in it")

    def compare(self, key: tuple[str, int], claims: Sequence[Everything]) -> Iterator[Diagnostic]:
        yield from ()


def report(text: str) -> Report:
    found = read(Source("report.txt", text.encode())).report
    assert found
    return found


def test_a_claim_is_its_place_its_rule_its_key_and_its_own_fields() -> None:
    claim = list(facts(report("Two things."), [EveryField()]))[-1]
    words = {"start": 0, "end": 3, "words": "Two"}
    assert claim == {
        "kind": "claim",
        "path": "report.txt",
        "line": 1,
        "column": 1,
        **words,
        "rule": "test-facts",
        "key": ["key", 1],
        "published": "2026-01-05",
        "claim_kind": "red",
        "most": None,
        "inner": {"least": 2.5, "place": words},
        "many": [{"least": 2.5, "place": words}],
        "some": ["a", "b"],
        "by_name": {"a": 1},
        "kin": words,
    }
    assert json.loads(json.dumps(claim, allow_nan=False)) == claim


def test_a_figure_is_told_with_what_it_counts_what_it_allows_who_says_so_and_whether_of_all() -> None:
    text = (
        "Officials said that nearly 1,000 people were killed, including 40 children. Twelve people have been killed"
        " since January. “We counted a dozen boats in the harbor that night,” Farrow said."
    )
    told = [fact for fact in facts(report(text), [ConflictingFigures()]) if fact["kind"] == "claim"]
    assert {(fact["words"], fact["key"][0], fact["voice"], fact["part"]) for fact in told} == {
        ("nearly 1,000 people", "deaths", "Officials", False),
        ("40 children", "children, of them", "Officials", False),
        ("40 children", "children", "Officials", True),
        ("Twelve people", "deaths, over many events", "the report itself", False),
        ("a dozen boats", "boats", "a quotation of Farrow", False),
    }
    assert {(fact["value"]["low"], fact["value"]["high"]) for fact in told} == {(900, 1000), (40, 40), (12, 12)}


def test_mentions_come_in_the_order_of_the_text() -> None:
    text = "On January 5 Ana Ruiz said: “We met on Friday, January 9.” Ruiz, 40, left on Monday."
    found = [fact for fact in facts(report(text), []) if fact["kind"] != "claim"]
    assert {"date", "name", "quotation"} <= {fact["kind"] for fact in found}
    assert [fact["start"] for fact in found] == sorted(fact["start"] for fact in found)
    assert all(text[fact["start"] : fact["end"]] == fact["words"] for fact in found)


def test_every_finder_bears_the_name_of_its_module() -> None:
    known = finders()
    assert {"dates", "names", "quotations"} <= known.keys()
    assert all(finder.__module__ == f"lint.find.{name}" for name, finder in known.items())


def test_sentences_are_no_mentions() -> None:
    assert "span" not in {fact["kind"] for fact in facts(report("One. Two."), [])}


def test_a_rule_that_crashes_is_a_fact_too() -> None:
    *_, claim, crash = facts(report("A CRASH."), [EveryField()])
    assert claim["kind"] == "claim"
    assert crash == {"kind": CRASH, "path": "report.txt", "rule": "test-facts", "message": "ValueError: a crash"}


def test_a_table_that_cannot_be_read_is_no_crash() -> None:
    with pytest.raises(TableError):
        list(facts(report("A TABLE."), [EveryField()]))
