"""A percentage fits its two figures, as far as rounding and hedges allow."""

import pytest
from lint.rules.percent_arithmetic import PercentArithmetic

from lint import Diagnostic
from lint.engine import lint
from lint.read import Source


def found(text: str) -> list[Diagnostic]:
    return list(lint([Source("a.txt", text.encode())], [PercentArithmetic()]).diagnostics)


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 10 percent to 1,100 from 1,000.",
        "Sales rose 3 percent to $4.1 billion from 4 billion.",
        "Sales rose by 12.5% to 9.0m from 8.0m.",
        "Sales rose 9.8 pct to 11.2 million from 10.2 million.",
        "Sales fell 12 percent, to 440,000 from 500,000 a year earlier.",
        "Sales fell from 1,000 to 880, a drop of 12 percent.",
        "They sold 880 boats, down 12 percent from 1,000 in May.",
        "They sold 880 boats, down 12 percent from 2014.",
        "Sales nearly doubled to 39 from 20.",
        "Sales more than doubled from 20 to 63.",
        "Thefts were cut by a third, from 90 to 60.",
        "Thefts fell by half to 45 from 90.",
        "Adjusted sales rose 30 percent, excluding fuel, to 1,100 from 1,000.",
        "The rate rose 0.2 percentage points to 4.6% from 4.4%.",
        "The rate rose 25 percent to 5 percent from 4 percent.",
        "The rate rose 5 percent to 10 percent from May to June.",
        "The dividend rose 5 percent to 80 cents from $1 in kind.",
        "Profit rose 10 percent to $50 million from £20 million.",
        "Shares rose 4 percent to 1,200 from the 7 percent of March.",
        "It rose 5 percent to 20, from 9 to 5 each day.",
    ],
)
def test_what_rounding_explains_and_what_is_no_comparison_is_left_alone(text: str) -> None:
    assert [each.message for each in found(text)] == []


@pytest.mark.parametrize(
    ("text", "words", "severity"),
    [
        ("Sales rose 21 percent to 1,123 from 1,004.", "21 percent", "error"),
        ("Sales rose 12 percent to 1,123 from 1,352.", "12 percent", "error"),
        ("Sales rose by 30%, to $9.4m from $8.1m a year ago.", "30%", "error"),
        ("Sales fell from 1,003 to 884, a drop of 19 percent.", "19 percent", "error"),
        ("They sold 884 boats, down 22 percent from 1,003 in May.", "22 percent", "error"),
        ("Sales more than doubled from 21 to 32.", "doubled", "error"),
        ("Costs tripled to $41 million from $22 million.", "tripled", "error"),
        ("Thefts were cut by a third, from 91 to 23.", "a third", "error"),
        ("Sales rose 12 percent to 1,200 from 1,050.", "12 percent", "warning"),
        ("The rate rose 0.5 percentage points to 4.6% from 4.4%.", "0.5 percentage points", "error"),
    ],
)
def test_what_rounding_does_not_explain_is_reported(text: str, words: str, severity: str) -> None:
    assert [(each.primary.passage.words, each.severity) for each in found(text)] == [(words, severity)]


def test_a_change_between_percentages_is_one_in_points() -> None:
    (finding,) = found("Support rose 3 percent, to 48 percent from 45 percent.")
    assert finding.fix and (finding.fix.passage.words, finding.fix.words) == ("percent", "percentage points")
    assert not finding.fix.safe
    (finding,) = found("Support fell from 48% to 45%, a 3% fall.")
    assert finding.fix and (finding.fix.passage.words, finding.fix.words) == ("%", " percentage-point")
