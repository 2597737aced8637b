"""RSS, Atom and WordPress exports: which items are read, and from which fields."""

import json

import pytest

from lint.read.opening import Opening
from lint.source import Source
from tests.read.formats import body, only, opened, place_of, refusal, remarks, title

SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:wp="http://wordpress.org/export/1.2/"'
    ' xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'
)


def rss(*items: str, encoding: str = "UTF-8") -> str:
    inner = "\n".join(f"<item>{each}</item>" for each in items)
    head = f'<?xml version="1.0" encoding="{encoding}"?>\n<rss version="2.0" {SPACES}>'
    return f"{head}<channel><title>Site</title><language>en-gb</language>\n{inner}\n</channel></rss>\n"


def test_an_item_of_rss_tells_its_title_date_author_and_words() -> None:
    report = only(
        "feed.xml",
        rss(
            "<title>Ministers meet &amp;#8211; again</title><media:title>No</media:title><guid>g1</guid>"
            "<pubDate>Mon, 05 Jan 2026 23:00:00 GMT</pubDate><dc:creator>Ana Ruiz</dc:creator>"
            "<description>&lt;p&gt;They met in M&amp;eacute;rida.&lt;/p&gt; &lt;p&gt;So.&lt;/p&gt;</description>"
        ),
    )
    assert (report.path, title(report), str(report.published)) == (
        "feed.xml#g1",
        "Ministers meet – again",
        "2026-01-05",
    )
    assert (report.author, report.language, body(report)) == ("Ana Ruiz", "en-gb", "They met in Mérida.\n\nSo.")


def test_the_whole_text_goes_before_the_description() -> None:
    item = "<description>Short.</description><content:encoded><![CDATA[<p>Long &amp; good.</p>]]></content:encoded>"
    assert body(only("feed.rss", rss(item))) == "Long & good."


def test_html_in_a_feed_has_its_places_in_the_file() -> None:
    content = rss(
        "<guid>a</guid>"
        "<description>&lt;p&gt;In M&amp;eacute;rida &#128512; &lt;b&gt;today&lt;/b&gt;.&lt;/p&gt;</description>",
        "<guid>b</guid><description><![CDATA[<p>In M&eacute;xico\n  now.</p>]]></description>",
    )
    assert place_of("Mérida", "feed.xml", content).words == "M&amp;eacute;rida"
    assert place_of("😀", "feed.xml", content).words == "&#128512;"
    assert place_of("México now", "feed.xml", content).words == "M&eacute;xico\n  now"
    place = place_of("today", "feed.xml", content)
    assert content.split("\n")[place.line - 1][place.column - 1 :].startswith("today&lt;")


def test_of_a_wordpress_export_the_published_posts_are_read() -> None:
    def post(name: str, status: str, kind: str = "post") -> str:
        return (
            f"<title>{name}</title><guid>{name}</guid><content:encoded><![CDATA[One &amp; all.\n\nTwo lines\nin one."
            '[caption id="x"]<img> A caption[/caption]]]></content:encoded><excerpt:encoded>No</excerpt:encoded>'
            f"<wp:post_date>2026-01-05 09:00:00</wp:post_date><wp:post_type>{kind}</wp:post_type>"
            f"<wp:status>{status}</wp:status>"
        )

    posts = [
        ("a", "publish"),
        ("b", "draft"),
        ("c", "private"),
        ("d", "inherit", "attachment"),
        ("e", "publish", "page"),
    ]
    reports = opened("export.xml", rss(*(post(*each) for each in posts)))
    assert [each.path for each in reports] == ["export.xml#a", "export.xml#e"]
    assert body(reports[0]) == "One & all.\n\nTwo lines in one."
    assert str(reports[0].published) == "2026-01-05"


def test_atom_has_three_kinds_of_text() -> None:
    feed = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Site</title>
    <entry><id>a</id><title type="html">A &amp;amp; B</title><published>2026-01-05T10:00:00Z</published>
      <updated>2026-02-01T10:00:00Z</updated><author><name>Ana Ruiz</name></author>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They
      <b>met</b>.</p><p>So<br/>there.</p></div></content></entry>
    <entry><id>b</id><title>1 &lt; 2</title><content type="html">&lt;p&gt;Two.&lt;/p&gt;</content></entry>
    <entry><id>c</id><title>C</title><summary>AT&amp;T said.</summary></entry></feed>"""
    reports = opened("feed.atom", feed)
    assert [title(each) for each in reports] == ["A & B", "1 < 2", "C"]
    assert [body(each) for each in reports] == ["They met.\n\nSo\nthere.", "Two.", "AT&T said."]
    assert (str(reports[0].published), reports[0].author, reports[0].language) == ("2026-01-05", "Ana Ruiz", "en")


def test_rss_1_keeps_its_items_beside_the_channel() -> None:
    feed = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
    <channel><title>Site</title></channel><item rdf:about="u"><title>T</title><description>Words.</description></item>
    </rdf:RDF>"""
    assert [(each.path, body(each)) for each in opened("feed.xml", feed)] == [("feed.xml#u", "Words.")]


def test_a_broken_item_is_told_with_its_name_and_place_and_the_others_are_read() -> None:
    content = rss(
        "<guid>a</guid><description>One.</description>",
        "<guid>b</guid><title>Broken & bad</title>",
        "<guid>c</guid><description>Three.</description>",
        "<guid>d</guid><title>Never closed<description>x</description>",
    )
    assert [body(each) for each in opened("feed.xml", content)] == ["One.", "Three."]
    told = {each.primary.passage.item: each for each in remarks("feed.xml", content)}
    assert [*told] == ["b", "d"]
    assert told["b"].message.startswith("this item cannot be read: it is no well-formed XML: not well-formed")
    assert told["b"].primary.passage.line == 4


def test_a_feed_whose_frame_is_broken_is_refused_at_its_place() -> None:
    (told,) = remarks("feed.xml", rss().replace("</channel>", ""))
    assert "no well-formed XML: mismatched tag" in told.message
    assert told.primary.passage.line == 4


def test_xml_that_is_no_news_is_refused() -> None:
    assert refusal("a.xml", "<project/>").startswith("it is XML, but no news: its root is <project>, not that of")


def test_a_feed_without_items_holds_no_reports() -> None:
    assert opened("feed.xml", rss()) == []


def test_characters_have_the_names_that_the_web_has_for_them_with_a_document_type_or_without() -> None:
    for doctype in ("", '<!DOCTYPE rss PUBLIC "x" "http://nowhere.example/rss.dtd">'):
        content = rss("<title>A&nbsp;&mdash; &eacute;</title><description>Words.</description>")
        content = content.replace("<rss", f"{doctype}<rss", 1)
        assert title(only("feed.xml", content)) == "A\xa0— é"
        assert place_of("é", "feed.xml", content).words == "&eacute;"
    (told,) = remarks("feed.xml", rss("<title>&nosuch;</title>"))
    assert "undefined entity" in told.message


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "doctype",
    [
        f'<!DOCTYPE rss [<!ENTITY a0 "ha">{LAUGHS}]>',
        f'<!DOCTYPE rss [<!ENTITY a0 "{"ha" * 50_000}">]>',
        '<!DOCTYPE rss [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % a9 "x">]>',
    ],
)
def test_entities_that_a_file_defines_are_refused(doctype: str) -> None:
    content = f"<?xml version='1.0'?>{doctype}<rss><channel><item><title>&a9;</title></item></channel></rss>"
    assert "defines entities of its own" in refusal("feed.xml", content)


def test_xml_that_is_nested_100_000_deep_is_refused() -> None:
    assert refusal("feed.xml", rss("<a>" * 100_000)) == "it is nested more than 300 deep"


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "utf-16", "utf-8-sig", "koi8-r"])
def test_the_encoding_that_xml_declares_is_heeded(encoding: str) -> None:
    words = "Москва" if encoding == "koi8-r" else "Mérida"
    content = rss(f"<description>In {words}.</description>", encoding=encoding.removesuffix("-sig")).encode(encoding)
    assert body(only("feed.xml", content)) == f"In {words}."
    assert place_of(words, "feed.xml", content).words == words


def test_a_feed_of_many_items_is_read_item_by_item() -> None:
    paragraphs = "<p>Ministers met in M&eacute;rida on Monday.</p>\n" * 20
    items = [f"<guid>{n}</guid><content:encoded><![CDATA[{paragraphs}]]></content:encoded>" for n in range(200)]
    assert len(opened("export.xml", rss(*items))) == 200


def test_without_defusedxml_a_feed_is_refused_with_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "defusedxml.ElementTree", None)
    told = refusal("feed.xml", rss("<title>T</title>"))
    assert told == "reading XML and .docx needs defusedxml: pip install 'factlint[formats]'"
    assert opened("a.json", json.dumps({"headline": "T", "body_text": "Words."}))


def test_items_of_a_name_are_told_apart() -> None:
    content = rss("<guid>a</guid><description>One.</description>", "<guid>a</guid><description>Two.</description>")
    reports = [each.path for each in Opening().reports([Source("feed.xml", content.encode())])]
    assert reports == ["feed.xml#a", "feed.xml#a~2"]
