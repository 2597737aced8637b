"""JUnit's XML, as a reader of it takes it."""

from collections.abc import Callable

from junitparser import Error, Failure, JUnitXml, TestCase

from lint import Diagnostic, Label, Passage, Severity, Span
from lint.findings import Findings
from lint.render import Page
from lint.render.junit import render

PageOf = Callable[..., Page]


def cases(page: Page) -> list[TestCase]:
    suites = JUnitXml.fromstring("".join(render(page)).encode())
    return [case for suite in suites for case in suite]


def test_an_error_is_a_failed_test_that_says_where_and_why(page_of: PageOf) -> None:
    page = page_of("The <b> & [[80]] dead.\n", "Over ((100)) dead.\n", labels=("", "100 here"), help="correct one")
    [case] = cases(page)
    assert (case.classname, case.name) == ("a.txt", "some-rule at 1:11")
    [result] = case.result
    assert isinstance(result, Failure)
    assert result.message == "two reports disagree"
    assert result.text == ("a.txt:1:11: error[some-rule]: two reports disagree\nb.txt:1:6: 100 here\nhelp: correct one")


def test_what_is_no_error_passes_with_a_word(page_of: PageOf) -> None:
    [case] = cases(page_of("[[a]]", severity=Severity.NOTE))
    assert case.is_passed
    assert case.system_out == "a.txt:1:1: note[some-rule]: two reports disagree"


def test_work_that_was_not_done_is_an_error_of_the_run() -> None:
    place = Passage("caf\udce9\x00.txt", Span(0, 0), 1, 1, "")
    found = Diagnostic("unreadable-report", Severity.ERROR, "binary \x07 & <odd>", Label(place))
    [case] = cases(Page(Findings((found,), 1), [], lambda path: None))
    [result] = case.result
    assert isinstance(result, Error)
    assert result.message == "binary \ufffd & <odd>"


def test_counts_are_those_of_the_cases(page_of: PageOf) -> None:
    [suite] = JUnitXml.fromstring("".join(render(page_of("[[a]]"))).encode())
    assert (suite.tests, suite.failures, suite.errors) == (1, 1, 0)


def test_nothing_found_is_a_test_that_passed() -> None:
    [case] = cases(Page(Findings((), 3), [], lambda path: None))
    assert case.is_passed
