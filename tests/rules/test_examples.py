"""Three tests that hold every rule to its examples, and a trial of these tests themselves."""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import pytest

from lint import Diagnostic, Fix, Label, Report, ReportRule, Rule, Severity, Span, bad, good, rulebook, trial
from lint.example import Example

RULES = rulebook.discover()


def examples(*, are_bad: bool) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{name}-{number}")
        for name, rule in RULES.items()
        for number, example in enumerate(rule.examples, start=1)
        if example.is_bad is are_bad
    ]


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_a_rule_says_what_it_is_and_shows_what_it_reports_and_what_it_leaves_alone(rule: Rule) -> None:
    assert rule.__doc__ != Rule.__doc__
    assert inspect.cleandoc(rule.__doc__ or "").partition("\n")[0].endswith(".")
    assert any(example.is_bad for example in rule.examples)
    assert any(not example.is_bad for example in rule.examples)


@pytest.mark.parametrize(("rule", "example"), examples(are_bad=True))
def test_a_rule_reports_its_bad_examples_exactly_where_they_are_marked(rule: Rule, example: Example) -> None:
    assert list(trial.broken(rule, example)) == []


@pytest.mark.parametrize(("rule", "example"), examples(are_bad=False))
def test_a_rule_is_silent_on_its_good_examples(rule: Rule, example: Example) -> None:
    assert list(trial.broken(rule, example)) == []


@dataclass(frozen=True)
class RepeatedCapital(ReportRule):
    """A city is named again; a rule made for the tests of the tests."""

    examples: ClassVar[tuple[Example, ...]] = ()

    def check(self, report: Report) -> Iterator[Diagnostic]:
        first = report.text.find("Caracas")
        again = report.text.find("Caracas", first + 1)
        if again > 0:
            passage = report.passage(Span(again, again + 7))
            earlier = Label(report.passage(Span(first, first + 7)))
            yield self.diagnostic(Severity.NOTE, passage, "again", related=(earlier,), fix=Fix(passage, "the city"))


def broken(example: Example) -> str:
    return "\n".join(trial.broken(RepeatedCapital(), example))


def test_an_example_that_the_rule_keeps_breaks_nothing() -> None:
    kept = bad("((Caracas)) is calm, [[Caracas]] says.", fix="the city", severity="note")
    assert broken(kept) == ""
    assert broken(good("Caracas is calm.", why="named once")) == ""


@pytest.mark.parametrize(
    ("example", "sentence"),
    [
        (bad("[[Mérida]] is calm."), "“Mérida” (text 1, 0 to 6) is marked [[ ]] and not reported"),
        (
            bad("((Caracas)) is calm, [[Caracas says]]."),
            "“Caracas” (text 1, 17 to 24) is reported and not marked [[ ]]",
        ),
        (
            bad("Caracas is calm, [[Caracas]] says."),
            "“Caracas” (text 1, 0 to 7) is pointed back to and not marked (( ))",
        ),
        (
            bad("((Caracas)) is ((calm)), [[Caracas]] says."),
            "“calm” (text 1, 11 to 15) is marked (( )) and not pointed",
        ),
        (bad("((Caracas)) is calm, [[Caracas]] says.", fix="it"), "the fix is to be 'it' and is 'the city'"),
        (bad("((Caracas)) is calm, [[Caracas]] says.", severity="error"), "the severity is to be error and is note"),
        (bad("((Caracas)) is calm, [[Caracas]] says.", "\n"), "an example may be no empty-report"),
        (good("Caracas is calm, Caracas says.", why="it is not"), "is reported and not marked [[ ]]"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_example_that_promises_something_else_fails(example: Example, sentence: str) -> None:
    assert sentence in broken(example)


def test_a_rule_that_crashes_on_its_example_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(self: object, report: Report) -> Iterator[Diagnostic]:
        raise RuntimeError("out of order")

    monkeypatch.setattr(RepeatedCapital, "check", crash)
    assert "rule-crashed" in broken(good("Caracas is calm.", why="named once"))


def test_texts_with_front_matter_are_read_as_markdown_and_each_has_its_own_name() -> None:
    example = good("---\ntitle: Calm\n---\nCaracas is calm.", "Mérida is calm.", why="two reports")
    assert [source.path for source in trial.sources(example)] == ["report-1.md", "report-2.txt"]
    assert [source.path for source in trial.sources(good("Calm.", why="one report"))] == ["report.txt"]
