"""The pages of rules: for the terminal, and the rule book in rules/README.md."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import click
import pytest

from lint import Diagnostic, Report, ReportRule, Severity, Span, bad, good
from lint.cli import main
from lint.explain import page, rule_book, summary
from lint.read import Source, read
from lint.remarks import REMARKS
from lint.rulebook import discover


@dataclass(frozen=True)
class DoubledStop(ReportRule):
    """Two full stops stand
    together.

    A slip of the keyboard.

    Three are left alone.
    """

    most: int = 2
    marks: tuple[str, ...] = (".",)
    quoted: str = 'a "b"'
    loud: bool = False

    default = False
    examples = (
        bad("It ended[[..]]", "It ended[[..]] Twice[[..]]"),
        bad("It ended[[..]]", why="once is enough"),
        good("It went on...", why="three are an ellipsis"),
    )

    @property
    def name(self) -> str:
        return "doubled-stop"

    def check(self, report: Report) -> Iterator[Diagnostic]:
        for place in (at for at in range(len(report.text)) if report.text[at:].rstrip("\n").split(" ")[0] == ".."):
            yield self.diagnostic(Severity.ERROR, report.passage(Span(place, place + 2)), "“..” is one too many")


def test_a_page_says_what_a_rule_finds_how_it_is_set_up_and_what_it_promises(
    golden: Callable[[str, str], None],
) -> None:
    golden("explain/doubled-stop.txt", click.unstyle(page(DoubledStop())))


def test_the_rule_book_has_a_section_a_rule(golden: Callable[[str, str], None]) -> None:
    golden("explain/rule-book.md", rule_book([DoubledStop()]))


def test_the_summary_is_the_first_sentence_on_one_line() -> None:
    assert summary(DoubledStop()) == "Two full stops stand together."


def test_every_rule_says_in_one_sentence_what_it_finds() -> None:
    for rule in discover().values():
        assert summary(rule).endswith("."), rule.name
        assert len(summary(rule)) < 160, rule.name


def test_rules_readme_is_the_rule_book(golden: Callable[[str, str], None]) -> None:
    golden("../../rules/README.md", rule_book(discover().values()))


@pytest.mark.parametrize(
    "content",
    [b"", b"\0", b"caf\xe9", b"---\ntitle: never closed\n", b" date 2026-02-31 By staff\n\nWords.\n", b"\xff\xfeW"],
)
def test_whatever_reading_remarks_has_a_page(content: bytes) -> None:
    said = read(Source("report.txt", content)).diagnostics
    assert said
    assert {each.rule for each in said} <= REMARKS.keys()


def test_every_page_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "ALL", *REMARKS]) == 0
    said = capsys.readouterr().out
    assert all(name in said for name in (*discover(), *REMARKS))
