"""The compiler-style picture of a finding."""

import dataclasses
import re
import sys
import unicodedata
from collections.abc import Callable
from itertools import pairwise

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import Diagnostic, Label, Report, Severity, Span
from lint.findings import Findings
from lint.render import Page
from lint.render._terminal import PLAIN
from lint.render.full import picture, render

PageOf = Callable[..., Page]
Golden = Callable[[str, str], None]

PARAGRAPH = (
    "The mayor of Lowford opened the new bridge on Tuesday and thanked its builders, who had worked all winter. "
)
WIDTHS = {"漢": 2, "字": 2, "\U0001f600": 2, "\u0301": 0}  # of what is drawn in these tests; all else takes one column
UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
UNSEEN_AND_HARMLESS = {"\u200c", "\u200d", *map(chr, range(0xE0020, 0xE0080))}  # what joins and parts, and flags' tags


def plain(page: Page) -> str:
    return click.unstyle("".join(render(page)))


def drawn(page: Page, columns: int = 100) -> list[str]:
    """The lines of the picture of a page's first finding."""
    texts = {path: page.text(path) for path in ("a.txt", "b.txt")}
    return click.unstyle(picture(page.findings.diagnostics[0], texts, columns)).splitlines()


def column_of(row: str, text: str) -> int:
    """The terminal column at which a text stands in a row."""
    return sum(WIDTHS.get(character, 1) for character in row[: row.index(text)])


def test_a_conflict_shows_each_place_in_its_own_file(page_of: PageOf, golden: Golden) -> None:
    page = page_of(
        PARAGRAPH * 2 + "“The flood took [[over 30 houses]] in one night,” said Ana Pérez of the fire service.\n",
        "Lowford – Rain fell for a week.\n\nThe flood destroyed ((12 houses)), the town said.\n",
        message="“over 30 houses” were lost, but another report of this flood has “12 houses”",
        labels=("more than 30, says Ana Pérez on 4 May", "12, says the town on 3 May"),
        help="correct one of them, or say that the figure rose",
    )
    golden("render/full-two-files.txt", plain(page))


def test_help_and_fix_stand_below_the_words(page_of: PageOf, golden: Golden) -> None:
    page = page_of(
        "[[Lowfrod]], England – The bridge is open.\n",
        message="there is no “Lowfrod” in England",
        labels=("the nearest is Lowford",),
        help="write the name as the gazetteer has it",
        fix="Lowford",
        safe=True,
    )
    golden("render/full-fix.txt", plain(page))


def test_colours_follow_the_severity(page_of: PageOf, golden: Golden) -> None:
    page = page_of(
        "One [[two]] and ((three)).", severity=Severity.WARNING, labels=("here", "there"), help="look", fix="2"
    )
    golden("render/full-colours.txt", "".join(render(page)))


def test_labels_of_one_line_hang_below_their_words(page_of: PageOf, golden: Golden) -> None:
    page = page_of(
        "Mr ((Smith)) met ((Ms Smyth)) and then Mr [[Smithe]] again.",
        labels=("spelt otherwise here", "spelt so first", "then so"),
    )
    golden("render/full-one-line.txt", plain(page))


def test_places_far_apart_in_a_long_line_are_drawn_one_by_one(page_of: PageOf, golden: Golden) -> None:
    page = page_of(
        f"((Jon Smith)) came. {PARAGRAPH * 3}Then [[John Smith]] left.\n\nNobody saw.\n\n((Jon Smith)) called.\n",
        labels=("spelt otherwise", "spelt so first", "and again"),
    )
    golden("render/full-far-apart.txt", plain(page))


def test_words_over_several_lines_are_underlined_on_the_first_and_the_last(page_of: PageOf, golden: Golden) -> None:
    page = page_of("He said [[that\r\nit was\r\n  never so]] at all.\r\n", labels=("one quotation",))
    golden("render/full-several-lines.txt", plain(page))


def test_only_some_of_very_many_places_are_drawn_and_the_rest_counted(page_of: PageOf) -> None:
    lines = drawn(page_of("[[Smithe]]\n" + "((Smith))\n" * 20))
    assert sum("-----" in line for line in lines) == 8
    assert "  = note: and 12 more places" in lines


@pytest.mark.parametrize("columns", [40, 60, 100, 160])
def test_a_long_line_is_trimmed_between_words_around_what_is_reported(page_of: PageOf, columns: int) -> None:
    page = page_of(f"{PARAGRAPH * 9}A [[Lowfrod]] man. {PARAGRAPH * 9}")
    row = next(line for line in drawn(page, columns) if "Lowfrod" in line)
    assert len(row) <= columns
    assert row.startswith("1 | … ")
    assert row.endswith(" …")
    left_out = set(row.removeprefix("1 | … ").removesuffix(" …").split()) - set(f"{PARAGRAPH} A Lowfrod man.".split())
    assert not left_out


def test_a_short_line_is_drawn_whole(page_of: PageOf) -> None:
    assert "1 | A [[b]] c".replace("[[b]]", "b") in drawn(page_of("A [[b]] c\n"))


def test_words_wider_than_the_terminal_show_their_beginning_and_end(page_of: PageOf) -> None:
    lines = drawn(page_of(f"[[Beginning {PARAGRAPH * 5}end]]"), 80)
    row = next(line for line in lines if "Beginning" in line)
    assert row.endswith("end")
    assert "…" in row
    assert len(row) <= 80


def test_five_megabytes_in_one_line_are_drawn_at_once(page_of: PageOf) -> None:
    half = "word " * 500_000
    lines = drawn(page_of(f"{half}[[here]] {half}"))
    assert any("word here word" in line for line in lines)
    lines = drawn(page_of(f"[[{half}]]"))
    assert any("word" in line for line in lines)


def test_a_label_without_room_beside_its_words_stands_below_them(page_of: PageOf) -> None:
    label = "a label that is rather long for the little room there is"
    lines = drawn(page_of(f"{'x' * 50} [[y]]", labels=(label,)), 70)
    under = next(number for number, line in enumerate(lines) if "^" in line)
    assert label not in lines[under]
    assert lines[under + 1].endswith(label)
    assert len(lines[under + 1]) <= 70


@pytest.mark.parametrize("before", ["漢字漢字", "\U0001f600 ", "Nicola\u0301s ", "Nicolás ", "naïve “quoted” "])
def test_the_underline_starts_under_the_words_whatever_stands_before(page_of: PageOf, before: str) -> None:
    lines = drawn(page_of(f"{before}[[here]] and there"))
    row, under = next(pair for pair in pairwise(lines) if "here" in pair[0])
    assert column_of(row, "here") == under.index("^")
    assert under.count("^") == 4


@pytest.mark.parametrize(
    ("words", "columns"),
    [
        ("漢字", 4),
        ("\U0001f469\u200d\U0001f692", 2),  # a woman joined to a fire engine is one firefighter
        ("\U0001f44d\U0001f3fd", 2),  # a thumb and its skin tone
        ("❤\ufe0f", 2),  # a heart that asks to be drawn as an emoji
        ("e\u0301", 1),
        ("\u1112\u1161\u11ab", 2),  # one Korean syllable in three letters
        ("\t", 4),
        ("\x1b", len("<U+001B>")),
        ("a\u200bb", len("a<U+200B>b")),
    ],
)
def test_the_underline_is_as_wide_as_the_words(page_of: PageOf, words: str, columns: int) -> None:
    under = next(line for line in drawn(page_of(f"x[[{words}]]y")) if "^" in line)
    assert under == f"  |  {'^' * columns}"


@pytest.mark.parametrize(
    "danger", ["\x1b]0;title\x07", "\x1b[31m", "\u202e", "\x9b31m", "\x00", "\r", "\u2028", "\ud800"]
)
def test_what_could_steer_a_terminal_is_never_sent_to_it(page_of: PageOf, danger: str) -> None:
    page = page_of(f"a {danger} [[b{danger}c]]", message=f"“{danger}”", labels=(danger,), help=danger, fix=danger)
    assert not set("\x1b\x07\u202e\x9b\x00\r\u2028\ud800").intersection(plain(page))


def test_line_ends_of_windows_leave_no_trace(page_of: PageOf) -> None:
    assert drawn(page_of("One.\r\n\r\nTwo [[three]].\r\n")) == drawn(page_of("One.\n\nTwo [[three]].\n"))


def test_a_byte_order_mark_is_not_drawn(page_of: PageOf) -> None:
    lines = drawn(page_of("\ufeff[[One]] two."))
    assert lines[-2:] == ["1 | One two.", "  | ^^^"]


def test_a_place_without_words_gets_a_caret(page_of: PageOf) -> None:
    assert drawn(page_of("One[[]] two"))[-2:] == ["1 | One two", "  |    ^"]
    assert drawn(page_of("One[[]]"))[-2:] == ["1 | One", "  |    ^"]
    assert drawn(page_of("[[]]"))[-2:] == ["1 |", "  | ^"]


def test_a_text_that_is_gone_or_has_changed_leaves_the_words_alone(page_of: PageOf) -> None:
    page = page_of("One two [[three]] four.", labels=("here",))
    for text in (None, "", "Quite another text that is long enough."):
        lines = drawn(dataclasses.replace(page, text={"a.txt": text}.get))
        assert lines[-2:] == ["1 | three", "  | ^^^^^ here"]


def test_a_file_that_could_not_be_read_has_a_place_and_no_line(page_of: PageOf) -> None:
    page = dataclasses.replace(page_of("[[]]", message="this file cannot be read", help="ask"), text=lambda path: None)
    assert drawn(page) == ["error[some-rule]: this file cannot be read", " --> a.txt:1:1", "  = help: ask"]


def test_nothing_found_is_said_so() -> None:
    assert plain(Page(Findings((), 2), [], lambda path: None)) == "No findings in 2 reports.\n"


@given(st.text(), st.data())
def test_any_words_of_any_texts_can_be_drawn_in_any_width(text: str, data: st.DataObject) -> None:
    report = Report("a.txt", text, Span(0, len(text)))
    ends = st.integers(0, len(text))
    spans = [Span(min(pair), max(pair)) for pair in data.draw(st.lists(st.tuples(ends, ends), min_size=1, max_size=4))]
    primary, *related = (Label(report.passage(span), data.draw(st.text(max_size=30))) for span in spans)
    found = Diagnostic("some-rule", Severity.NOTE, data.draw(st.text()), primary, tuple(related))
    kept = data.draw(st.sampled_from([text, text[1:], None]))
    lines = picture(found, {"a.txt": kept}, data.draw(st.integers(40, 160)))
    assert lines.startswith("\x1b")
    sent = {character for character in click.unstyle(lines) if unicodedata.category(character) in UNSEEN}
    assert sent <= {"\n", *UNSEEN_AND_HARMLESS}


@given(st.text(st.sampled_from("abc é\t漢\U0001f600\u0301\u202e“”\r"), max_size=300), st.data())
def test_the_underline_starts_under_the_first_of_the_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start + 1, start + 40))
    text = f"{text[:start]}Z{text[start:]}"
    report = Report("a.txt", text, Span(0, len(text)))
    found = Diagnostic("some-rule", Severity.NOTE, "", Label(report.passage(Span(start, min(end, len(text))))))
    columns = data.draw(st.integers(40, 160))
    row, under = click.unstyle(picture(found, {"a.txt": text}, columns)).splitlines()[-2:]
    assert column_of(row, "Z") == under.index("^")
    assert sum(WIDTHS.get(character, 1) for character in row) <= columns


def test_what_is_drawn_as_it_is_stands_in_one_column_and_joins_nothing() -> None:
    one_by_one = [chr(number) for number in range(sys.maxunicode + 1) if PLAIN.fullmatch(chr(number))]
    assert {"a", "é", "’", "“", "–", "…"} <= set(one_by_one)
    for character in one_by_one:
        assert unicodedata.category(character) not in {*UNSEEN, "Mn", "Me"}
        assert unicodedata.east_asian_width(character) not in "WF"


@given(st.text(st.sampled_from("abc é“”\t漢\u0301"), max_size=60), st.text(st.sampled_from("abc é“”"), max_size=300))
def test_plain_lines_are_drawn_at_once_as_they_are_character_by_character(strange: str, easy: str) -> None:
    text = f"{easy}{strange}Zz{easy}"
    report, start = Report("a.txt", text, Span(0, len(text))), text.index("Zz")
    found = Diagnostic("some-rule", Severity.NOTE, "", Label(report.passage(Span(start, start + 2)), "here"))
    at_once = picture(found, {"a.txt": text}, 60)
    with pytest.MonkeyPatch.context() as patch:
        for module in ("_excerpt", "_terminal"):
            patch.setattr(f"lint.render.{module}.PLAIN", re.compile(r"(?!)"))
        assert picture(found, {"a.txt": text}, 60) == at_once
