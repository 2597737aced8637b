"""Pages of newspapers' sites: the main text, and what the page says of it."""

import pytest

from lint import Severity
from lint.extract import extract
from lint.source import Source
from tests.own_rules.loud_word import LoudWord
from tests.read.formats import body, only, place_of, refusal, remarks, title

FIRST = "The council met on Monday and agreed to repair the bridge over the river before the winter comes."
SECOND = "“We will begin at once,” said the mayor, who had been against it, and nobody in the hall disagreed."
CHROME = """
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World news and all that goes with it.</a></li></ul></nav>
"""
BESIDE = """
<aside><h2>Most read</h2><p>Another story, of which this page has only the first and very long sentence.</p></aside>
<div class="related-articles"><p>One more story that is related to this, and has a sentence of its own here.</p></div>
<footer><p>Copyright 2026. All rights reserved, whatever that may mean in a footer like this one here.</p></footer>
"""


def page(inner: str, head: str = "") -> str:
    return f"<!DOCTYPE html>\n<html lang='en-GB'><head>{head}</head>\n<body>{CHROME}{inner}{BESIDE}</body></html>\n"


@pytest.mark.parametrize(
    "inner",
    [
        f"<article><h1>Bridge</h1><p>{FIRST}</p><p>{SECOND}</p></article>",
        f"<main><h1>Bridge</h1><div><p>{FIRST}<p>{SECOND}</div></main>",
        f"<div id=wrap><h1>Bridge</h1><div class='story-body'><p>{FIRST}</p><p>{SECOND}</p></div></div>",
        f"<div><div><h1>Bridge</h1></div><div class=x><p>{FIRST}</p><p>{SECOND}</p></div></div>",
        f"<h1>Bridge</h1><div itemprop=articleBody><p>{FIRST}</p><p>{SECOND}</p></div>",
        f"<table><tr><td><h1>Bridge</h1><p>{FIRST}<p>{SECOND}</table>",
        f"<div class='has-sidebar'><h1>Bridge</h1><p>{FIRST}</p><div class='ad'>Advert</div><p>{SECOND}</p></div>",
        f"<div class='banner'><h1>Bridge</h1><p>{FIRST}</p><p>{SECOND}</p></div>",
        f"<article><h1>Bridge</h1><p>{FIRST}</p><figure><img><figcaption>The bridge.</figcaption></figure>"
        f"<script>var a = '<p>no</p>';</script><p>{SECOND}</p><p><a href=x>Read more of the same</a></p></article>",
    ],
)
def test_the_main_text_is_all_that_is_read(inner: str) -> None:
    report = only("a.html", page(inner))
    assert title(report) == "Bridge"
    assert body(report) == f"{FIRST}\n\n{SECOND}"
    assert report.language == "en-GB"


@pytest.mark.parametrize(
    "label",
    [
        "<p>5 January 2026</p>",
        "<div><span>World</span> <time>Monday</time></div>",
        "<p>Share</p><ul><li><a href=x>On a site that everybody knows</a></li></ul>",
        '<p>Read more: <a href="x">The bridge that nobody wanted is repaired</a></p>',
        '<p><a href="x">Another story of this site about bridges</a></p>',
        '<div class="wp-caption"><p class="wp-caption-text">The bridge in winter, from the air.</p></div>',
        '<blockquote class="twitter-tweet"><p>I said so. It is a good bridge and a long one.</p></blockquote>',
        '<div class="sharing-buttons"><p>Share this story with all of your friends, wherever they are.</p></div>',
    ],
)
def test_what_is_no_sentence_of_the_report_above_or_below_it_is_left_out(label: str) -> None:
    text = f"<p>{FIRST}</p><p>{SECOND}</p>"
    for inner in (f"{label}{text}", f"{text}{label}"):
        assert body(only("a.html", page(f"<h1>Bridge</h1><article>{inner}</article>"))) == f"{FIRST}\n\n{SECOND}"


def test_a_page_of_line_breaks_without_any_marks_has_its_text_where_most_of_it_is() -> None:
    inner = "<table><tr><td width=100><a href=x>Home</a><br><a href=y>World</a><br>Contact us.</td>"
    inner += f"<td><h1>Bridge</h1><font size=2>{FIRST}<br><br>{SECOND}</font></td></tr></table>"
    report = only("a.html", f"<html><body bgcolor=white>{inner}</body></html>")
    assert (title(report), body(report)) == ("Bridge", f"{FIRST}\n\n{SECOND}")


def test_a_page_that_says_it_is_latin_1_is_read_as_browsers_read_it() -> None:
    for byte, meant in ((b"\x93", "“"), (b"\x81", "\x81")):
        content = page(f"<article><p>In M?rida. {FIRST}</p></article>", "<meta charset=iso-8859-1>").encode()
        assert f"M{meant}rida" in body(only("a.html", content.replace(b"?", byte)))


SPANISH = "El consejo se reunió el lunes y acordó reparar el puente sobre el río antes de que llegue el invierno."


def test_a_page_in_another_language_is_told_of_and_not_checked() -> None:
    content = page(f"<article><p>{SPANISH} LOUD</p></article>").replace("en-GB", "es-VE")
    (told,) = remarks("a.html", content)
    assert (told.rule, told.severity) == ("other-language", Severity.NOTE)
    assert extract(Source("a.html", content.encode()), [LoudWord()]).diagnostics[1:] == ()


@pytest.mark.parametrize("language", ["", "en-US"])
def test_a_page_of_many_words_that_are_no_english_is_not_checked_whatever_it_says(language: str) -> None:
    more = "Nadie en la sala estaba en contra, dijo después la alcaldesa, que había pedido más tiempo. "
    content = page(f"<article><p>{SPANISH} {more * 4} LOUD</p></article>").replace("en-GB", language)
    (told,) = remarks("a.html", content)
    assert told.message == "this report is in another language than English, and is not checked"
    assert extract(Source("a.html", content.encode()), [LoudWord()]).diagnostics[1:] == ()


@pytest.mark.parametrize(("language", "words"), [("es", FIRST), ("en-GB", SPANISH), ("", SPANISH), ("und", SPANISH)])
def test_a_page_in_english_or_in_a_language_that_is_not_told_is_checked(language: str, words: str) -> None:
    content = page(f"<article><p>{words} LOUD</p></article>").replace("en-GB", language)
    assert remarks("a.html", content) == []
    assert extract(Source("a.html", content.encode()), [LoudWord()]).diagnostics


@pytest.mark.parametrize(
    "anchor", ["<a id='top'/>", '<a name="top">', "<a href=/x/>x</a>", "<span/>", "<div />", "<p/>"]
)
def test_tags_that_are_never_closed_or_closed_at_once_take_nothing_with_them(anchor: str) -> None:
    report = only("a.html", page(f"<article>{anchor}<p>{FIRST}</p><p><a href=x>See</a> {SECOND}</p></article>"))
    assert body(report).endswith(f"{FIRST}\n\nSee {SECOND}")


def test_a_word_that_may_be_broken_at_the_end_of_a_line_is_one_word() -> None:
    content = page(f"<article><p>In Vene&shy;zu\xadela\u200b and Ca<wbr>racas. {FIRST}</p></article>")
    assert body(only("a.html", content)).startswith("In Venezuela and Caracas.")
    assert place_of("Venezuela", "a.html", content).words == "Vene&shy;zu\xadela"


def test_a_byline_above_the_text_names_the_author() -> None:
    report = only("a.html", page(f"<article><p>By Ana Ruiz</p><p>{FIRST}</p><p>{SECOND}</p></article>"))
    assert (report.author, body(report)) == ("Ana Ruiz", f"{FIRST}\n\n{SECOND}")


def test_the_names_that_sites_give_to_all_their_posts_leave_nothing_out() -> None:
    names = "post-7 post type-post tag-venezuela comments-open has-sidebar hentry"
    inner = f'<div class="{names}"><h1>Bridge</h1><div class="entry"><p>{FIRST}</p></div></div>'
    assert body(only("a.html", page(f"<div>{inner}</div>"))) == FIRST


def test_headings_lists_and_quotations_in_the_text_belong_to_it() -> None:
    inner = f"<article><h1>Bridge</h1><p>{FIRST}</p><h2>Cost</h2><ul><li>Five million.</li></ul>"
    inner += f"<blockquote><p>{SECOND}</p></blockquote></article>"
    assert body(only("a.html", page(inner))).split("\n\n") == [FIRST, "Cost", "Five million.", SECOND]


def test_line_breaks_are_line_ends_and_two_of_them_part_paragraphs() -> None:
    report = only("a.html", page(f"<article><p>{FIRST}<br>\nOne line.<br/><br>{SECOND}</p></article>"))
    assert body(report) == f"{FIRST}\nOne line.\n\n{SECOND}"


def test_a_page_without_a_heading_is_called_as_its_window_is() -> None:
    report = only(
        "a.html", page(f"<article><p>{FIRST}</p></article>", "<title>Bridge to be repaired | The Daily</title>")
    )
    assert title(report) == "Bridge to be repaired"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2026-01-05T10:00:00+01:00">',
        '<meta name="date" content="2026-01-05">',
        '<script type="application/ld+json">'
        '{"@graph": [{"@type": ["NewsArticle"], "datePublished": "2026-01-05"}]}</script>',
        '<script type="application/ld+json">broken</script><time datetime="PT5M">5 min</time>'
        '<time datetime="2026-01-05T10:00">5 January</time>',
    ],
)
def test_the_date_comes_from_where_the_page_tells_it(head: str) -> None:
    assert str(only("a.html", page(f"<article><p>{FIRST}</p></article>", head)).published) == "2026-01-05"


@pytest.mark.parametrize(
    "inner",
    [
        '<meta name="author" content="Ana Ruiz">',
        '<script type="application/ld+json">{"@type": "Article", "author": {"name": "Ana Ruiz"}}</script>',
        '<a rel="author" href="/ana"><b>Ana Ruiz</b></a>',
        '<span itemprop="author">By Ana Ruiz</span>',
    ],
)
def test_the_author_comes_from_where_the_page_tells_it(inner: str) -> None:
    assert only("a.html", page(f"{inner}<article><p>{FIRST}</p></article>")).author == "Ana Ruiz"


def test_places_are_those_of_the_file_with_entities_and_tags_between() -> None:
    content = page("<article><p>In M&eacute;rida,\r\n  over\n <b>100</b> dead &amp; more" + f" {FIRST}</p></article>")
    assert place_of("Mérida", "a.html", content).words == "M&eacute;rida"
    place = place_of("over 100 dead", "a.html", content)
    assert (place.words, place.plain) == ("over\n <b>100</b> dead", "over 100 dead")
    assert content.split("\n")[place.line - 1][place.column - 1 :].startswith("over")


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1251", "shift_jis", "utf-8", "utf-16"])
def test_the_encoding_that_a_page_declares_is_heeded(encoding: str) -> None:
    words = {"windows-1251": "Москва", "shift_jis": "東京"}.get(encoding, "Mérida")
    content = page(f"<article><p>In {words}. {FIRST}</p></article>", f'<meta charset="{encoding}">').encode(encoding)
    assert body(only("a.html", content)).startswith(f"In {words}.")
    assert place_of(words, "a.html", content).words == words


@pytest.mark.parametrize(
    ("told", "written", "words"),
    [
        ("gb2312", "gbk", "镕"),
        ("euc-kr", "cp949", "똠"),
        ("shift_jis", "cp932", "①"),
        ("iso-8859-9", "cp1254", "Mérida’"),
        ("utf-16", "cp1252", "Mérida"),
    ],
)
def test_an_encoding_is_the_wider_one_that_browsers_take_it_for(told: str, written: str, words: str) -> None:
    content = page(f"<article><p>In {words}. {FIRST}</p></article>", f'<meta charset="{told}">').encode(written)
    assert body(only("a.html", content)).startswith(f"In {words}.")


@pytest.mark.parametrize("between", ["</head>", "<body>", "</head><body>", ""])
def test_a_head_and_a_body_need_no_tags_of_their_own(between: str) -> None:
    content = f"<!DOCTYPE html><html><head><title>Bridge</title><meta charset=utf-8>{between}<div><p>{FIRST}<p>{SECOND}"
    assert body(only("a.html", content)) == f"{FIRST}\n\n{SECOND}"


def test_a_template_that_is_shown_in_the_place_of_its_element_is_read_and_no_other() -> None:
    shown = f'<news-story><template shadowrootmode="open"><article><p>{FIRST}</p></article></template></news-story>'
    assert body(only("a.html", page(f"{shown}<template><article><p>{SECOND}</p></article></template>"))) == FIRST


def test_an_encoding_that_nobody_knows_is_refused() -> None:
    assert "an encoding that nobody knows" in refusal("a.html", b'<meta charset="klingon"><p>M\xe9rida.</p>')


def test_a_page_that_is_nested_100_000_deep_is_refused() -> None:
    assert refusal("a.html", "<div>" * 100_000) == "it is nested more than 2,000 deep"


@pytest.mark.parametrize(
    "junk",
    """< <p <p_class=" <!-- <![CDATA[ </ &#99999999999; <script> <a_href='x <p_="'> & <!> <p_='">""".split(),
)
def test_any_bytes_are_a_page_and_broken_markup_takes_no_time(junk: str) -> None:
    assert FIRST in only("a.html", f"<article><p>{FIRST}</p>{junk.replace('_', ' ') * 20_000}").text
