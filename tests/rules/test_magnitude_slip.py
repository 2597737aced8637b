"""magnitude-slip: a nought too many, and what conflicting-figures says already."""

import pytest
from lint.rules.conflicting_figures import ConflictingFigures
from lint.rules.magnitude_slip import MagnitudeSlip

from lint.engine import lint
from lint.read import Source

EVENT = " The barge Ottilie sank at Fenwick Lock on the Ottery canal in Brackley, said Harlan Quibell, 34.\n"
BOND = "Voters of Brackley approved a $3 {} school bond on Monday to mend the roofs."


def said(*texts: str) -> list[str]:
    sources = [
        Source(f"{number}.txt", f" date 2026-04-07\n\n{text}{EVENT}".encode()) for number, text in enumerate(texts)
    ]
    return [each.primary.passage.words for each in lint(sources, [MagnitudeSlip()]).diagnostics]


def test_a_million_for_a_billion_is_reported_in_one_report() -> None:
    again = " The mayor called the $3 million school bond that voters approved a gift."
    assert said(BOND.format("billion") + again) == ["$3 million school bond"]


def test_it_is_reported_in_two_reports_that_tell_it_in_other_words() -> None:
    other = "The $3 billion school bond will be a burden for decades, the mayor told voters in the old library."
    assert said(BOND.format("million"), other) == ["$3 billion school bond"]


def test_two_noughts_too_many_are_reported() -> None:
    one, other = "The company will build 400 homes beside the canal.", "The council let the company build 40,000 homes."
    assert said(f"{one} {other}") == ["40,000 homes"]


@pytest.mark.parametrize(
    "text",
    [
        "The company will build 400 homes beside the canal. The council let the company build 4,100 homes there.",
        "The company will build 400 homes beside the canal. The council let the company build over 4,000 homes there.",
        "The company built 400 homes beside the canal. Ten times as many, 4,000 homes, did the company build there.",
        "The company will build 400 homes beside the canal. Storms hit 40,000 homes in Tarn.",
        "The company laid 20 miles of pipes beside the canal. The company has laid 20,000 miles of pipes in its life.",
        "The company built 2 boats beside the canal. The council let the company build 20 boats there.",
    ],
)
def test_other_figures_hedges_comparisons_and_other_things_are_not(text: str) -> None:
    assert said(text) == []


def test_what_the_counted_tables_know_is_left_to_conflicting_figures() -> None:
    one, other = "The storm killed 30 people in Brackley.", "The storm killed 300 people in Brackley."
    assert said(one, other) == []
    sources = [Source(f"{n}.txt", f" date 2026-04-07\n\n{t}{EVENT}".encode()) for n, t in enumerate((one, other))]
    assert len(lint(sources, [ConflictingFigures()]).diagnostics) == 1
