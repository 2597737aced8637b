"""What holds for every rule and every finder, whatever the text: no crash, exact places, one answer in every order."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint import Diagnostic, Passage, Span, rulebook
from lint.engine import lint
from lint.facts import finders
from lint.read import Source, read, read_text

SEEDS = sorted((Path(__file__).parents[2] / "seeds").iterdir())
RULES = list(rulebook.discover().values())
FINDERS = finders()

FRAGMENTS = st.sampled_from(
    """
    Caracas Carcass Venezuela Venezeula , . ; : – — - -- ( ) “ ” " ' ’ ‘ $ % € & / @ # * … ! ? [ ] { } | ` ~ _ =
    + \\ <p> CARACAS, LONDON Ontario Calif. N.Y. U.S. St. Mr. Mrs. Dr. Gen. President Maduro Blanca Eekhout
    Eekout O’Neill McDonald van der Berg 0 1 80 100 1,000 1.5 1,00 00 2026 1999 99999999999999999999 ½ ² ٣ 10%
    $5 £3m €2.5bn 5-4 80-year-old 12:30 a.m. noon midnight half dozen dozens scores hundred thousand million two
    three twenty-one zero no none over nearly about least most than up to between and or of the a an in on at by
    from people dead killed injured wounded shots arrested were was said says told reported rose since died
    later police officers Monday Tues. January 5 5th Jan. 31 February 30 yesterday today last week 2026-01-05
    the the teh recieved its it's their there dont 100 Main Street Block aged 34 percent attack bombing shooting
    fire \ufeff \u200b \u0301 \U0001f525 ß İ ﬁ
    """.split()
) | st.sampled_from(
    ["\n", "\n\n", "\r\n", " ", "\u00a0", "\u2028", "\t", "\f", "---\n", "title: ", " date 2026-01-05 By staff\n\n"]
)
SENTENCES = st.sampled_from(
    [
        "Over 80 people were killed in Caracas, Venezuela, on January 5, police said.",
        "CARACAS, Venezuela – At least 100 people died on Monday, President Nicolás Maduro said.",
        "“We counted 12 dead and 30 wounded,” said Blanca Eekhout, 34, of Maracay.",
        "Eekout was shot in the 100 block of Main Street at about 5:30 p.m. Sunday.",
        "Nearly two dozen were hurt; three of them children, the the hospital recieved.",
        "The toll rose to 81 from 80, or 1.25 percent.",
    ]
)
ANY_TEXT = (
    st.lists(FRAGMENTS, max_size=40).map(" ".join)
    | st.lists(FRAGMENTS | SENTENCES | st.text(max_size=6), max_size=25).map("".join)
    | st.lists(SENTENCES, max_size=6).map(" ".join)
    | st.text(max_size=200)
)
thorough = settings(max_examples=1_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def sources_of(texts: list[str]) -> list[Source]:
    return [Source(f"{number}.txt", text.encode("utf-8", "replace")) for number, text in enumerate(texts)]


def passages_of(diagnostic: Diagnostic) -> Iterator[Passage]:
    yield diagnostic.primary.passage
    yield from (label.passage for label in diagnostic.related)
    if diagnostic.fix:
        yield diagnostic.fix.passage


def spans_in(value: object) -> Iterator[Span]:
    """Every span in a mention, however deep."""
    if isinstance(value, Span):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from spans_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from spans_in(each)


@thorough
@given(st.lists(ANY_TEXT, min_size=1, max_size=3))
def test_no_text_can_crash_a_rule_and_every_passage_holds_its_words(texts: list[str]) -> None:
    sources = sources_of(texts)
    findings = lint(sources, RULES)
    assert [each.message for each in findings.diagnostics if each.rule == "rule-crashed"] == []
    by_path = {source.path: source for source in sources}
    for diagnostic in findings.diagnostics:
        if diagnostic.rule == "unreadable-report":
            continue
        for passage in passages_of(diagnostic):
            text = read_text(by_path[passage.path])
            assert 0 <= passage.span.start <= passage.span.end <= len(text)
            assert text[passage.span.start : passage.span.end] == passage.words
            assert text.count("\n", 0, passage.span.start) == passage.line - 1


@thorough
@given(ANY_TEXT)
def test_no_text_can_crash_a_finder_and_every_mention_lies_in_the_text(text: str) -> None:
    report = read(sources_of([text])[0]).report
    if report is None:
        return
    fresh = dataclasses.replace(report, _found={})
    for name, finder in FINDERS.items():
        for mention in report.find(finder):
            for span in spans_in(mention):
                assert 0 <= span.start <= span.end <= len(report.text), name
        assert tuple(finder(fresh)) == report.find(finder), name


@settings(thorough, max_examples=200)
@given(st.lists(ANY_TEXT, min_size=2, max_size=4), st.data())
def test_the_order_of_reports_never_changes_the_findings(texts: list[str], data: st.DataObject) -> None:
    sources = sources_of(texts)
    shuffled = data.draw(st.permutations(sources))
    assert lint(shuffled, RULES[::-1]) == lint(sources, RULES)


@pytest.mark.parametrize(
    ("mark", "newline"), [("", "\r\n"), ("\ufeff", "\n"), ("\ufeff", "\r\n")], ids=["CRLF", "BOM", "BOM and CRLF"]
)
def test_line_ends_and_a_byte_order_mark_change_nothing_but_offsets(mark: str, newline: str) -> None:
    def found(mark: str, newline: str) -> list[tuple[str, int, int, str]]:
        texts = [mark + path.read_text(encoding="utf-8").replace("\n", newline) for path in SEEDS]
        return [
            (each.rule, each.primary.passage.line, each.primary.passage.column, each.primary.passage.words)
            for each in lint(sources_of(texts), RULES).diagnostics
        ]

    assert found(mark, newline) == found("", "\n")
