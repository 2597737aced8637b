"""Contests of values: who is set against whom, and how often."""

from dataclasses import dataclass, replace
from datetime import date

from lint.rules._contest import Contest, contests

from lint import Passage, Span


@dataclass(frozen=True, slots=True)
class Counted:
    passage: Passage
    published: date | None
    value: int
    stems: frozenset[str] = frozenset()


def said(value: int, report: str, day: int = 1, start: int = 0) -> Counted:
    return Counted(Passage(report, Span(start, start + 1), 1, start + 1, str(value)), date(2026, 1, day), value)


def found(*claims: Counted, values: int = 6) -> list[Contest[Counted]]:
    """The contests of claims that clash wherever two reports give two values."""
    ordered = sorted(claims, key=lambda claim: (claim.published or date.min, claim.passage))
    return list(contests(ordered, _clash, lambda a, b: a.value == b.value, values=values))


def _clash(one: Counted, other: Counted) -> bool:
    return one.value != other.value and one.passage.path != other.passage.path


def test_two_values_make_one_contest_at_the_later_report() -> None:
    (contest,) = found(said(80, "a", 1), said(100, "b", 5))
    assert (contest.latest.value, contest.against.value, contest.reports) == (100, 80, 1)


def test_the_value_of_fewer_reports_is_the_one_contested() -> None:
    (contest,) = found(said(80, "a", 1), said(100, "b", 2), said(100, "c", 3))
    assert (contest.latest.passage.path, contest.reports) == ("a", 2)


def test_a_fact_of_many_reports_gives_one_contest_for_each_other_value() -> None:
    majority = [said(100, f"m{number}", 3) for number in range(50)]
    minority = [said(80, f"n{number}", 4) for number in range(9)]
    (contest,) = found(*majority, *minority)
    assert (contest.latest.value, contest.reports) == (80, 50)


def test_further_values_that_clash_are_named_beside_the_contest() -> None:
    first, second = found(said(100, "a", 1), said(100, "b", 1), said(80, "c", 2), said(90, "d", 3))
    assert {contest.latest.value for contest in (first, second)} == {80, 90}
    assert [claim.value for claim in first.others] == [second.latest.value]


def test_reports_that_agree_anywhere_are_in_no_contest() -> None:
    assert found(said(80, "a", 1), said(12, "a", 1, start=9), said(12, "b", 2)) == []


def test_reports_that_agree_by_a_claim_that_is_not_compared_are_in_no_contest() -> None:
    claims = [said(7, "a", 1), said(4, "b", 2)]
    assert len(list(contests(claims, _clash, lambda a, b: a.value == b.value, values=6))) == 1
    beside = [said(4, "a", 1, start=9)]
    assert list(contests(claims, _clash, lambda a, b: a.value == b.value, values=6, beside=beside)) == []


def test_of_several_mentions_in_the_latest_report_the_one_told_most_alike_is_shown() -> None:
    dock, inn = frozenset({"dock", "crane"}), frozenset({"inn", "piano"})
    claims = [replace(said(4, "b", 2, start=start), stems=each) for start, each in ((0, inn), (9, dock), (18, inn))]
    (contest,) = found(replace(said(7, "a"), stems=dock), *claims)
    assert contest.latest.passage.span.start == 9


def test_more_values_than_one_thing_can_have_are_of_several_things() -> None:
    assert found(*(said(number, f"{number}") for number in range(7)), values=6) == []


def test_the_order_of_equal_claims_does_not_matter() -> None:
    claims = [said(80, "b"), said(100, "a"), said(80, "c")]
    assert found(*claims) == found(*claims[::-1])
