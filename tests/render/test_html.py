"""The page of HTML as it is written; tests/browser looks at it as a browser shows it."""

import base64
import hashlib
import html
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import Diagnostic, Label, Passage, Report, Severity, Span
from lint.findings import Findings
from lint.read import Source, read
from lint.render import Page
from lint.render._html_markup import AROUND, Mark, marked
from lint.render.html import LONG, render
from lint.rulebook import discover

PageOf = Callable[..., Page]

VOID = {"meta", "link", "input", "br"}
BUS = "The crash of the Harmanli Express"


class Outline(HTMLParser):
    """The ids and links of a page, whose tags must be closed in order."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.text, self.ids, self.links, self.opened = "".join(render(page)), [], [], []  # type: ignore[var-annotated]
        self.words: list[str] = []
        self.feed(self.text)
        self.close()
        assert self.opened == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if "id" in told:
            self.ids.append(told["id"])
        if tag == "a":
            self.links.append((told["href"] or "").removeprefix("#"))
        if tag not in VOID and not (self.get_starttag_text() or "").endswith("/>"):
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not (self.get_starttag_text() or "").endswith("/>") or self.opened[-1] == tag:
            assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.opened or self.opened[-1] not in ("script", "style"):
            self.words.append(data)


def page_about(texts: dict[str, str], *found: tuple[str, list[tuple[str, str]]]) -> Page:
    """Findings of a rule, each at the first place of some words in some texts."""
    return Page(Findings(tuple(_diagnostic(texts, *each) for each in found), len(texts)), [], texts.get)


def _diagnostic(texts: dict[str, str], rule: str, places: list[tuple[str, str]]) -> Diagnostic:
    labels = []
    for path, words in places:
        report = read(Source(path, texts[path].encode())).report
        assert report
        start = texts[path].index(words)
        labels.append(Label(report.passage(Span(start, start + len(words))), f"so says {path}"))
    return Diagnostic(rule, Severity.ERROR, "two figures", labels[0], tuple(labels[1:]))


def crash(day: int, toll: str) -> str:
    return f"---\ndate: 2026-03-{day:02}\ntitle: Crash of {day} March\n---\n\n{BUS} killed {toll} on Sunday.\n"


def timelines(page: Page) -> list[str]:
    return re.findall(r"<title id=\"[^\"]*\">(.*?)</title>", "".join(render(page)))


def test_whatever_a_finding_says_is_escaped(page_of: PageOf) -> None:
    bad = "<script>alert(1)</script>\"'&"
    outline = Outline(page_of(f"{bad} [[{bad}]]", f"(({bad}))", message=bad, labels=(bad, bad), help=bad, fix=bad))
    assert outline.text.count("<script>") == 1  # the page's own
    assert bad in "".join(outline.words)


def test_the_path_and_the_rule_are_escaped() -> None:
    path = 'a"><img src=x>.txt'
    found = Diagnostic('r"><b>', Severity.NOTE, "m", Label(Passage(path, Span(0, 1), 1, 1, "a")))
    outline = Outline(Page(Findings((found,), 1), [], lambda path: "a"))
    assert "<img" not in outline.text
    assert "<b>" not in outline.text


def test_every_id_is_unique_and_every_link_leads_somewhere(page_of: PageOf) -> None:
    outline = Outline(page_of("A [[b]] ((c)) d\n((e)).", "F ((g)).", help="d", fix="e"))
    assert len(set(outline.ids)) == len(outline.ids)
    assert set(outline.links) <= set(outline.ids)


def test_the_policy_allows_this_script_and_this_style_and_nothing_else(page_of: PageOf) -> None:
    text = "".join(render(page_of("[[a]]")))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy and "default-src 'none'" in policy[1]
    for tag in ("script", "style"):
        content = re.search(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert content
        digest = base64.b64encode(hashlib.sha256(content[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_the_words_of_both_reports_are_marked_in_their_lines(page_of: PageOf) -> None:
    text = "".join(render(page_of("Before.\nAll [[80]] dead.\nAfter.", "Over ((100)) dead.")))
    assert '<p>All <mark class="error">80</mark> dead.</p></blockquote>' in text
    assert '<p>Over <mark class="other">100</mark> dead.</p></blockquote>' in text


def test_a_passage_is_shown_with_the_words_around_it_cut_between_words(page_of: PageOf) -> None:
    text = "".join(render(page_of(f"{'left ' * 100}[[here]]{' right' * 100}")))
    shown = re.search(r"<blockquote[^>]*><p>(.*?)</p>", text)
    assert shown
    assert re.fullmatch(r'… (left )+<mark class="error">here</mark>( right)+ …', shown[1])
    assert len(shown[1]) < 2 * AROUND + 100


def test_without_the_text_of_a_report_the_words_stand_alone_and_nothing_leads_nowhere() -> None:
    found = Diagnostic("some-rule", Severity.NOTE, "m", Label(Passage("a", Span(3, 6), 1, 4, "b\nc")))
    for text in (None, "a text that has changed since"):
        outline = Outline(Page(Findings((found,), 1), [], lambda path, text=text: text))  # type: ignore[misc]
        assert '<mark class="note">b c</mark>' in outline.text
        assert "to-passage" not in re.sub("<style>.*?</style>", "", outline.text, flags=re.DOTALL)


def test_a_place_where_something_is_missing_is_marked_between_the_letters(page_of: PageOf) -> None:
    outline = Outline(page_of("including [[]]woman"))
    assert 'including <mark class="error point" id="report-1-10-10"></mark>woman' in outline.text


@pytest.mark.parametrize("text", ["A [[b", "[[b"])
def test_a_passage_over_several_lines_can_be_led_to_once(text: str, page_of: PageOf) -> None:
    outline = Outline(page_of(f"{text}\n\nc]] d"))
    assert sum(str(name).startswith("report-1-") for name in outline.ids) == 2  # its title, and the passage


def test_what_cannot_be_seen_is_written_out() -> None:
    found = Diagnostic("some-rule", Severity.NOTE, "m \x1b \udce9", Label(Passage("a\u202e", Span(0, 1), 1, 1, "a")))
    text = "".join(render(Page(Findings((found,), 1), [], lambda path: "a \u202e b \x00")))
    assert "m &lt;U+001B&gt; &lt;U+DCE9&gt;" in text
    assert "\u202e" not in text
    assert "\x00" not in text
    text.encode()


def test_of_a_very_long_text_only_the_lines_with_findings_are_shown(page_of: PageOf) -> None:
    text = "".join(render(page_of("a line\n" * (LONG // 5) + "the [[end]]\n" + "a line\n")))
    assert len(text) < 40_000
    assert 'id="report-1-' in text


def test_reports_that_findings_tie_together_are_one_story() -> None:
    texts = {name: f"The figure is {name}.\n" for name in ("one", "two", "three", "four")}
    page = page_about(
        texts,
        ("conflict", [("one", "one"), ("two", "two")]),
        ("slip", [("four", "four")]),
        ("conflict", [("three", "three"), ("two", "two")]),
    )
    text = "".join(render(page))
    assert text.count('<section class="story holder"') == 1
    assert "3 reports, no date. 2 errors." in text
    assert text.index(">Stories in conflict<") < text.index('id="story-') < text.index(">Reports by themselves<")


def test_a_rule_that_compares_everything_ties_no_story() -> None:
    texts = {name: f"The figure is {name}.\n" for name in ("one", "two")}
    page = page_about(texts, ("rare-spelling", [("one", "one"), ("two", "two")]))
    everywhere = Page(page.findings, [discover()["rare-spelling"]], page.text)
    assert '<section class="story' in "".join(render(page))
    assert '<section class="story' not in "".join(render(everywhere))


def test_a_contested_figure_is_drawn_over_the_dates_of_its_reports() -> None:
    texts = {"later": crash(9, "over 100 people"), "first": crash(2, "80 people")}
    (told,) = timelines(page_about(texts, ("r", [("later", "over 100 people"), ("first", "80 people")])))
    assert html.unescape(told) == (
        "The figure over time. 2 March 2026: “80 people” (first), which allows 80;"
        " 9 March 2026: “over 100 people” (later), which allows more than 100."
    )


def test_the_further_apart_two_reports_are_the_further_apart_they_are_drawn() -> None:
    texts = {"a": crash(1, "80 people"), "b": crash(2, "100 people"), "c": crash(9, "120 people")}
    page = page_about(texts, ("r", [("c", "120 people"), ("b", "100 people"), ("a", "80 people")]))
    drawn = "".join(render(page))
    first, second, third = (int(each) for each in re.findall(r'<text class="when" x="(\d+)"', drawn))
    assert third - second > second - first
    assert re.findall(r'<text class="days"[^>]*>([^<]*)<', drawn) == ["1 day", "7 days"]


def test_what_is_no_contest_of_figures_has_no_timeline() -> None:
    texts = {"one": crash(9, "over 100 people"), "two": crash(2, "80 people"), "three": crash(3, "120 people")}
    agree = ("r", [("one", "over 100 people"), ("three", "120 people")])
    words = ("r", [("one", "Sunday"), ("two", "Sunday")])
    within = ("r", [("one", "over 100 people"), ("one", "Sunday")])
    assert timelines(page_about(texts, agree, words, within)) == []


def test_who_says_a_figure_is_read_where_the_finding_does_not_say_it(page_of: PageOf) -> None:
    page = page_of("The crash killed [[80 people]], police said.\n", "The crash killed ((over 100 people)).\n")
    (told,) = timelines(page)
    assert "“80 people” (police)" in told
    assert "“over 100 people” (the report itself)" in told


def test_nothing_found_is_a_page_too() -> None:
    outline = Outline(Page(Findings((), 3), [], lambda path: None))
    assert "No findings in 3 reports." in "".join(outline.words)


@given(st.text(), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))))
def test_marks_add_nothing_to_the_words(words: str, ends: list[tuple[int, int]]) -> None:
    text = "".join(each for each in words if each.isprintable())
    spans = [Span(*sorted(min(end, len(text)) for end in each)) for each in ends]
    drawn = marked(text, Span(0, len(text)), [Mark(span, Severity.NOTE, f"m{n}") for n, span in enumerate(spans)])
    assert html.unescape(re.sub(r"</?(?:mark|span)[^>]*>", "", drawn)) == text
    assert sorted(re.findall(r'id="m(\d+)"', drawn)) == sorted(str(number) for number in range(len(spans)))


def test_a_report_is_shown_without_its_byte_order_mark() -> None:
    report = Report("a", "\ufeffTwo words.", Span(0, 11))
    found = Diagnostic("r", Severity.NOTE, "m", Label(report.passage(Span(1, 4))))
    assert "FEFF" not in "".join(render(Page(Findings((found,), 1), [], lambda path: report.text)))
