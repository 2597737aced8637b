"""rare-spelling: what an archive shows of one spelling, and what it cannot."""

import pytest
from lint.rules.rare_spelling import RareSpelling

from lint import Diagnostic
from lint.engine import lint
from lint.read import Source

MET = "Officer Ida {} spoke at the Quillby Bridge Board."


def found(*texts: str, often: int = 5) -> tuple[Diagnostic, ...]:
    return lint(
        [Source(f"{number}.txt", text.encode()) for number, text in enumerate(texts)], [RareSpelling(often)]
    ).diagnostics


def test_a_spelling_of_one_report_is_held_against_the_usual_one() -> None:
    (finding,) = found(*[MET.format("Quillfeather")] * 5, MET.format("Quilfeather"))
    assert finding.message == "“Quilfeather” is “Quillfeather” in 5 other reports"


def test_how_often_is_often_is_the_desks_to_say() -> None:
    texts = [*[MET.format("Quillfeather")] * 2, MET.format("Quilfeather")]
    assert found(*texts) == ()
    assert len(found(*texts, often=2)) == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("They met Ida Quilfeather, 7, at the zoo.", "nothing ties her to the officer"),
        ("Officer Ada Quilfeather spoke at the Quillby Bridge Board.", "another given name"),
        (
            "Officer Ida Quillfeather and Officer Ida Quilfeather spoke at the Quillby Bridge Board.",
            "one report has both",
        ),
    ],
)
def test_who_may_be_somebody_else_is_left_alone(text: str, why: str) -> None:
    assert found(*[MET.format("Quillfeather")] * 5, text) == (), why


def test_a_rare_spelling_of_two_reports_is_no_slip_of_one() -> None:
    assert found(*[MET.format("Quillfeather")] * 5, *[MET.format("Quilfeather")] * 2) == ()
