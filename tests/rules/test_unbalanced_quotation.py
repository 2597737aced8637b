"""Quotation marks are paired, paragraph by paragraph."""

from lint.rules.unbalanced_quotation import UnbalancedQuotation

from lint import Diagnostic, Report, Span


def check(text: str) -> list[Diagnostic]:
    return list(UnbalancedQuotation().check(Report("a.txt", text, Span(0, len(text)))))


def test_a_missing_opening_is_wanted_at_the_beginning_of_the_paragraph() -> None:
    (finding,) = check("He spoke on Monday.\n\nIt was cold. We froze,” he said.")
    assert finding.primary.passage.words == "It"
    assert finding.fix and finding.fix.words == "“It"


def test_a_missing_opening_is_wanted_after_what_tells_who_spoke_before() -> None:
    (finding,) = check("“It was cold,” he said. We froze.”")
    assert finding.primary.passage.words == "We"


def test_a_missing_end_is_wanted_before_the_reporter_speaks_again() -> None:
    (finding,) = check("“It was cold. We froze. Police said they were found at dawn.")
    assert finding.primary.passage.words == "froze."


def test_a_paragraph_that_goes_on_without_an_opening_is_one_slip() -> None:
    (finding,) = check("“It was cold.\n\nWe froze,” he said.")
    assert finding.primary.passage.words == "We"


def test_a_quotation_that_goes_on_in_the_same_paragraph_is_whole() -> None:
    assert not check('"It was cold. "We froze," he said.')


def test_inches_and_names_of_letters_are_no_quotations() -> None:
    assert not check('A 6\'2" man stood 12" from the wall. He is 6’3”.')


def test_a_headline_is_not_judged() -> None:
    text = "“We froze\n\nIt was cold."
    assert not list(UnbalancedQuotation().check(Report("a.txt", text, Span(10, len(text)), Span(0, 8))))


def test_inches_in_a_quotation_close_nothing() -> None:
    assert not check('He said, "We had .75" in an hour, a 2"/hr rate! A 5\'9" wall fell." Rain went on.')


def test_a_quotation_in_a_quotation_opens_after_a_space() -> None:
    assert not check("It stopped. \"'Oh no, Ann,' came the answer, and we left,\" he said.")
