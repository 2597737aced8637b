"""The main text of pages: what belongs to it, whatever they call its parts, and what stands beside it."""

import pytest

from lint import Severity
from tests.read.formats import body, only, place_of, remarks, title

FIRST = "The council met on Monday and agreed to repair the bridge over the river before the winter comes."
SECOND = "“We will begin at once,” said the mayor, who had been against it, and nobody in the hall disagreed."
THIRD = "The work is to cost five million, of which the region pays two, and will take until the end of October."
TEXT = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
READ = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
OTHER = "Another story, of which this page has only the first sentence, which is quite as long as those of the text."
LINKS = '<ul><li><a href="/a">A tunnel that nobody wanted</a></li><li><a href="/b">The old road is closed</a></li></ul>'


def page(inner: str, head: str = "<title>Council agrees to repair the bridge</title>") -> str:
    return f"<!DOCTYPE html>\n<html lang='en'><head>{head}</head>\n<body>{inner}</body></html>\n"


def read(inner: str) -> str:
    return body(only("a.html", page(inner)))


HEADING = "<h1>Council agrees to repair the bridge</h1>"


@pytest.mark.parametrize(
    "inner",
    [
        f"<form id='aspnetForm'><div>{HEADING}{TEXT}</div><select><option>Choose a place to go.</select></form>",
        f"<main class='sidebar'><div class='sidebar__main'>{HEADING}{TEXT}</div></main>{LINKS * 40}",
        f"<div class='widget Blog'>{HEADING}<div class='post-body'>{TEXT}</div></div>{LINKS * 40}",
        f"<article>{HEADING}<p>{FIRST}</p><p class='paywall'>{SECOND}</p><p class='paywall'>{THIRD}</p></article>",
        f"<article>{HEADING}<p>{FIRST}</p><p>{SECOND}</p><div class='part part--ads'><p>{THIRD}</p></div></article>",
        f"<article>{HEADING}<div class='builder-widget'><p>{FIRST}</p></div>"
        f"<div class='builder-widget'><p>{SECOND}</p></div><div class='builder-widget'>{THIRD}</div></article>",
    ],
    ids=["form", "main column of a sidebar", "widget", "behind a paywall", "manner of a block", "page builder"],
)
def test_a_text_is_read_whatever_its_parts_are_called(inner: str) -> None:
    assert read(inner) == READ


def test_a_page_whose_body_is_shown_by_a_script_is_read() -> None:
    shown = page(f"<article>{HEADING}{TEXT}</article>").replace("<body>", "<body style='display: none'>")
    assert body(only("a.html", shown)) == READ


def test_the_text_is_that_below_the_headline_though_others_on_the_page_are_longer() -> None:
    others = f"<div><article><p>{OTHER}</p><p>{OTHER}</p><p>{OTHER}</p><p>{OTHER}</p><p>{OTHER}</p></article></div>"
    assert read(f"<div><article>{HEADING}{TEXT}<p>{FIRST}</p></article></div>{others * 3}") == f"{READ}\n\n{FIRST}"


def test_what_is_said_between_headline_and_text_leads_to_it() -> None:
    above = f"{HEADING}<p class='intro'>{FIRST}</p><p>By Ana Ruiz</p><p>What’s your opinion?</p>"
    inner = f"<div>{above}<div class='story-text'><p>{SECOND}</p><p>{THIRD}</p></div></div>"
    assert read(f"<p>{OTHER}</p>{inner}<p>{OTHER}</p>") == READ


def test_a_heading_whose_id_is_made_of_its_words_belongs_to_the_text() -> None:
    inner = f"<p>{FIRST}</p><p>{SECOND}</p><h2 id='video-of-the-bridge'>Video of the bridge</h2><p>{THIRD}</p>"
    assert "\n\nVideo of the bridge\n\n" in read(f"<article>{HEADING}{inner}</article>")


def test_a_text_in_several_boxes_without_marks_is_read_as_a_whole() -> None:
    boxes = "".join(f"<div class=row><div class=cell><p>{each}</p></div></div>" for each in (FIRST, SECOND, THIRD))
    assert read(f"<div><div>{HEADING}</div><div>{boxes}</div></div><div>{LINKS}</div>") == READ


@pytest.mark.parametrize(
    "beside",
    [
        f"<div><h4>Story tools</h4>{LINKS}</div>",
        f"<div><h3>More from this site</h3><h4><a href=x>{OTHER}</a></h4></div>",
        f"<a href=x><div><p>{OTHER}</p></div></a>",
        f"<article><h3><a href=x>A tunnel</a></h3><p>{OTHER}</p></article>",
        f"<ul><li><h3><a href=x>A tunnel</a></h3><p>{OTHER}</p></li></ul>",
        f"<div class='relatedStories'><p>{OTHER}</p></div>",
        f"<div class='further_reading'><p>{OTHER}</p></div>",
        f"<div class='slideshow'><p>{OTHER}</p></div>",
        "<div class='user-bio'><p>Ana Ruiz is a reporter of this paper and writes about bridges and roads.</p></div>",
        f"<form><p>{OTHER}</p></form>",
        "<div>***</div>",
    ],
)
def test_what_leads_elsewhere_or_is_called_so_is_left_out_amid_the_text(beside: str) -> None:
    assert read(f"<article>{HEADING}<p>{FIRST}</p><p>{SECOND}</p>{beside}<p>{THIRD}</p></article>") == READ


@pytest.mark.parametrize(
    "label",
    [
        "By Ana Ruiz and Juan Soto, who write about bridges | January 5, 2026",
        "Published on Monday, January 5, 2026, by our reporters in the north of the country",
        "Posted on January 5, 2026, at 11:29 a.m.",
        "January 5, 2026 · Updated on January 6, 2026 · three minutes, if one reads slowly",
        "All that one has to know about the bridge and its repair: a 4 min read",
    ],
)
def test_a_line_that_tells_of_the_report_is_no_part_of_it_however_long(label: str) -> None:
    assert read(f"<article>{HEADING}<div>{label}</div>{TEXT}</article>") == READ


def test_a_heading_of_the_text_belongs_to_it_though_an_advertisement_follows() -> None:
    inner = f"<p>{FIRST}</p><p>{SECOND}</p><h2>Cost</h2><div class='ad'>Advertisement</div><p>{THIRD}</p>"
    assert read(f"<article>{HEADING}{inner}</article>") == f"{FIRST}\n\n{SECOND}\n\nCost\n\n{THIRD}"


def test_thousands_of_headings_marks_and_levels_take_no_time() -> None:
    inner = f"{'<div>' * 500}{HEADING}{TEXT}{'<article><h2>And</h2></article>' * 2_000}"
    assert read(inner).startswith(FIRST)


def test_an_anchor_that_leads_nowhere_takes_no_paragraph_with_it() -> None:
    assert read(f"<article>{HEADING}<a name=top><p>{FIRST}</p><p>{SECOND}</p></a><p>{THIRD}</p></article>") == READ


def test_a_stray_nought_in_a_page_is_passed_over() -> None:
    broken = FIRST.replace("bridge", "bri\0dge")
    content = page(f"<article>{HEADING}<p>{broken}</p><p>{SECOND}</p></article>")
    assert body(only("a.html", content)) == f"{FIRST}\n\n{SECOND}"
    assert place_of("bridge over", "a.html", content).words == "bri\0dge over"


CARDS = "".join(
    f"<div><h3>A story of the day</h3><p>{each} <a href=x>Read on</a></p></div>" for each in (FIRST, SECOND, THIRD)
)


@pytest.mark.parametrize("address", ["https://daily.example", "https://daily.example/", "//daily.example/index.html"])
def test_the_front_of_a_site_is_no_report_and_says_so(address: str) -> None:
    head = f"<title>The Daily: News</title><link rel='canonical' href='{address}'>"
    content = page(f"<div>{CARDS}</div>", head)
    (told,) = remarks("a.html", content)
    assert (told.rule, told.severity) == ("empty-report", Severity.NOTE)
    assert body(only("a.html", content)) == ""


def test_a_report_that_gives_the_address_of_its_site_as_its_own_is_read() -> None:
    head = "<title>Council agrees to repair the bridge</title><link rel=canonical href='//daily.example'>"
    assert body(only("a.html", page(f"<article>{HEADING}{TEXT}</article>", head))) == READ


@pytest.mark.parametrize(
    "inner", ["<frameset><frame src=a><frame src=b></frameset>", f"<h1>The Daily: News</h1>{LINKS * 20}"]
)
def test_a_page_without_any_text_says_so(inner: str) -> None:
    content = page(inner, "<title>The Daily: News</title>")
    assert [each.rule for each in remarks("a.html", content)] == ["empty-report"]
    assert title(only("a.html", content)) == "The Daily: News"
