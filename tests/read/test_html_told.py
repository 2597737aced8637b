"""What pages tell of their reports: the headline, when it was published, and a text that only a script shows."""

import json

import pytest

from tests.read.formats import body, only, place_of, title

HEADLINE = "Council agrees to repair the bridge"
FIRST = "The council met on Monday and agreed to repair the bridge over the river before the winter comes."
SECOND = "“We will begin at once,” said the mayor, who had been against it, and nobody in the hall disagreed."
TEXT = f"<article><p>{FIRST}</p><p>{SECOND}</p></article>"


def page(inner: str, head: str = "") -> str:
    return f"<!DOCTYPE html>\n<html lang='en'><head>{head}</head>\n<body>{inner}</body></html>\n"


@pytest.mark.parametrize(
    ("inner", "head"),
    [
        (f"<h1>The Daily</h1><h2>{HEADLINE}</h2>", f"<meta property='og:title' content='{HEADLINE}'>"),
        (f"<h1>The Daily</h1><h3>{HEADLINE}</h3>", f"<title>{HEADLINE} -- The Daily</title>"),
        ("<h1>The Daily</h1>", f"<title>{HEADLINE} | The Daily</title>"),
        ("<h1>The Daily</h1>", f"<title>{HEADLINE} :: The Daily</title>"),
        (f"<h1>Most read</h1><h1>{HEADLINE}</h1>", f"<title>{HEADLINE} - The Daily</title>"),
    ],
)
def test_the_headline_is_what_the_page_is_called_and_not_the_name_of_its_site(inner: str, head: str) -> None:
    report = only("a.html", page(f"{inner}{TEXT}", head))
    assert (title(report), body(report)) == (HEADLINE, f"{FIRST}\n\n{SECOND}")


def test_a_heading_that_says_more_than_what_is_told_to_others_is_the_headline() -> None:
    head = f"<meta property='og:title' content='{HEADLINE}'>"
    report = only("a.html", page(f"<h1>{HEADLINE} <span>for members</span></h1><h1>Weather</h1>{TEXT}", head))
    assert title(report) == f"{HEADLINE} for members"


@pytest.mark.parametrize(
    "above",
    [
        "<div>January 5, 2026, 5:00PM EST</div>",
        "<div class='timestamp'>Posted on Monday, Jan. 5th, 2026</div>",
        "<p>By Ana Ruiz | 5 January 2026</p>",
        "<ul><li>The Daily</li><li>2026-01-05 10:15</li></ul>",
    ],
)
def test_the_date_between_headline_and_text_is_that_of_the_report(above: str) -> None:
    below = "<p>January 9, 2026</p><div>This site was made on 1 May 2020</div>"
    report = only("a.html", page(f"<div>June 6, 2026</div><h1>{HEADLINE}</h1>{above}{TEXT}{below}"))
    assert str(report.published) == "2026-01-05"
    assert body(report) == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="pub_date" content="20260105">',
        '<meta name="article_date_original" content="Monday, January 05, 2026, 12:06 PM">',
        '<link rel="canonical" href="https://daily.example/north/2026/01/05/bridge/">',
        '<meta property="og:url" content="https://daily.example/2026/1/5/5842180/bridge">',
        '<meta name="date" content="2026-01-05"><link rel="canonical" href="https://daily.example/2026/01/09/bridge/">',
    ],
)
def test_the_date_is_in_the_head_or_else_in_the_address(head: str) -> None:
    assert str(only("a.html", page(f"<h1>{HEADLINE}</h1>{TEXT}", head)).published) == "2026-01-05"


@pytest.mark.parametrize("inner", ["<div>Opened on January 5, 2026, by the mayor</div>", "<div>05/01/2026</div>"])
def test_a_date_below_the_text_or_that_may_be_two_days_is_not_that_of_the_report(inner: str) -> None:
    assert only("a.html", page(f"<h1>{HEADLINE}</h1>{TEXT}{inner}")).published is None
    assert only("a.html", page(f"<h1>{HEADLINE}</h1><div>05/01/2026</div>{TEXT}")).published is None


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("<p>By Ana Ruiz on January 5, 2026</p>", "Ana Ruiz"),
        ("<div>By ANA RUIZ and Juan de Soto - Staff Writers | 2 hours ago</div>", "ANA RUIZ and Juan de Soto"),
        ("<div>by Ana Ruiz Tuesday, Jan. 6, 2026</div>", "Ana Ruiz"),
        ("<meta name='twitter:creator' content='@anaruiz'><div>By Ana Ruiz, The Daily</div>", "Ana Ruiz, The Daily"),
        ("<div itemprop='author'>by <b>Ana Ruiz</b></div>", "Ana Ruiz"),
        ("<p>By Ana Ruiz<br>Editor</p>", "Ana Ruiz"),
        (f"<div itemprop='author'>{FIRST}</div>", ""),
        ("<div>By using this site you agree to all that it says</div>", ""),
    ],
)
def test_the_author_stands_above_the_text_and_is_neither_an_account_nor_a_sentence(above: str, names: str) -> None:
    assert only("a.html", page(f"<h1>{HEADLINE}</h1>{above}{TEXT}")).author == names


def structured(words: str) -> str:
    told = json.dumps({"@type": "NewsArticle", "headline": HEADLINE, "articleBody": words})
    return f'<script type="application/ld+json">{told}</script>'


@pytest.mark.parametrize(
    "words",
    [f"{FIRST}\n{SECOND}\n\n{FIRST}", f"<p>{FIRST}</p><p>{SECOND}</p><p>{FIRST}</p>"],
    ids=["in lines", "in HTML"],
)
def test_a_text_that_only_a_script_shows_is_read_from_where_it_is_told(words: str) -> None:
    content = page("<div id=root></div><p>This site needs JavaScript.</p>", structured(words))
    report = only("a.html", content)
    assert (title(report), body(report)) == (HEADLINE, f"{FIRST}\n\n{SECOND}\n\n{FIRST}")
    assert place_of("We will begin", "a.html", content).words == "We will begin"
    assert place_of("“We", "a.html", content).words == "\\u201cWe"


def test_a_text_that_the_page_shows_is_read_there() -> None:
    content = page(f"<h1>{HEADLINE}</h1>{TEXT}", structured(f"{FIRST} {SECOND} {SECOND}"))
    assert body(only("a.html", content)) == f"{FIRST}\n\n{SECOND}"


def test_a_text_of_which_the_page_shows_the_beginning_is_read_as_a_whole() -> None:
    content = page(f"<h1>{HEADLINE}</h1><article><p>{FIRST}</p></article>", structured(f"{FIRST}\n{SECOND}\n" * 3))
    assert body(only("a.html", content)).count(SECOND) == 3
