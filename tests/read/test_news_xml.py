"""NITF and NewsML-G2, as the IPTC defines them."""

import pytest

from tests.read.formats import body, only, opened, place_of, refusal, remarks, title

DOCTYPE = '<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.6/specification/dtd/nitf-3-6.dtd">'
NITF = f"""<?xml version="1.0" encoding="iso-8859-1"?>
{DOCTYPE}
<nitf>
<head><title>Slug</title><docdata><date.issue norm="20260105T101500Z"/></docdata></head>
<body>
<body.head><hedline><hl1>Ministers meet
in Mérida</hl1><hl2>A subheading</hl2></hedline>
<byline>By <person>Ana Ruiz</person><byttl>Staff writer</byttl></byline>
<dateline><location>Caracas, Venezuela</location> <story.date norm="20260104">Jan. 4</story.date></dateline></body.head>
<body.content><block><p>Ministers met in M&eacute;rida
on Monday.</p><hl2>Cost</hl2><media media-type="image"><media-caption>A caption.</media-caption></media>
<ul><li>Five &lt; six.</li></ul></block></body.content>
<body.end><tagline>The end.</tagline></body.end>
</body></nitf>
"""


def test_nitf_tells_its_headline_date_byline_dateline_and_words() -> None:
    report = only("a.xml", NITF.encode("iso-8859-1"))
    assert (report.path, title(report)) == ("a.xml", "Ministers meet in Mérida")
    assert (str(report.published), report.author) == ("2026-01-05", "Ana Ruiz")
    assert body(report) == "Caracas, Venezuela – Ministers met in Mérida on Monday.\n\nCost\n\nFive < six."


def test_places_in_nitf_are_those_of_the_file() -> None:
    content = NITF.encode("iso-8859-1")
    assert place_of("Ministers met in Mérida on", "a.xml", content).words == "Ministers met in M&eacute;rida\non"
    place = place_of("Caracas", "a.xml", content)
    assert NITF.split("\n")[place.line - 1][place.column - 1 :].startswith("Caracas, Venezuela</location>")


def test_a_date_of_nitf_that_is_none_is_a_finding_at_its_place() -> None:
    content = NITF.replace('norm="20260105T101500Z"', 'norm="20260230"').encode("iso-8859-1")
    (told,) = remarks("a.xml", content)
    assert (told.rule, told.primary.passage.words) == ("unreadable-date", "20260230")


def news_item(guid: str, content: str, *, status: str = "usable", kind: str = "text", meta: str = "") -> str:
    return f"""<newsItem guid="{guid}" xml:lang="en-US" xmlns="http://iptc.org/std/nar/2006-10-01/">
    <itemMeta><itemClass qcode="ninat:{kind}"/><versionCreated>2026-01-05T10:00:00-05:00</versionCreated>
    <pubStatus qcode="stat:{status}"/></itemMeta>
    <contentMeta><by>Ana Ruiz</by><headline>Ministers meet</headline>{meta}<language tag="en"/></contentMeta>
    <contentSet>{content}</contentSet></newsItem>"""


def xhtml(inner: str) -> str:
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>No</title></head><body>{inner}</body></html>'
    return f'<inlineXML contenttype="application/xhtml+xml">{page}</inlineXML>'


def message(*items: str) -> str:
    head = '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>'
    return f"{head}{''.join(items)}</itemSet></newsMessage>"


def test_newsml_g2_tells_its_headline_date_byline_place_language_and_words() -> None:
    located = "<located qcode='c:7'><name>Caracas, Venezuela</name></located>"
    content = message(news_item("urn:a", xhtml("<p>They <i>met</i>.</p><p>So.</p>"), meta=located))
    report = only("a.xml", content)
    assert (report.path, title(report)) == ("a.xml#urn:a", "Ministers meet")
    assert (str(report.published), report.author, report.language) == ("2026-01-05", "Ana Ruiz", "en")
    assert body(report) == "Caracas, Venezuela – They met.\n\nSo."
    assert place_of("They met", "a.xml", content).words == "They <i>met"


@pytest.mark.parametrize(
    "content",
    [
        xhtml("<p>They met.</p><p>So.</p>"),
        "<inlineXML><nitf><body><body.content><p>They met.</p><p>So.</p></body.content></body></nitf></inlineXML>",
        '<inlineData contenttype="text/plain">They met.\n\nSo.</inlineData>',
        '<inlineData contenttype="text/html">&lt;p>They met.&lt;/p>&lt;p>So.&lt;/p></inlineData>',
        "<inlineXML><![CDATA[]]></inlineXML>" + xhtml("<p>They met.</p><p>So.</p>"),
    ],
)
def test_content_is_written_in_one_of_several_ways(content: str) -> None:
    assert body(only("a.xml", news_item("urn:a", content))) == "They met.\n\nSo."


def test_pictures_and_withdrawn_items_are_left_out_and_a_text_without_words_is_told() -> None:
    words = xhtml("<p>They met.</p>")
    content = message(
        news_item("urn:a", words, status="canceled"),
        news_item("urn:b", "<remoteContent href='b.jpg'/>", kind="picture"),
        news_item("urn:c", words),
        news_item("urn:d", "<remoteContent href='d.txt'/>"),
    )
    assert [each.path for each in opened("a.xml", content)] == ["a.xml#urn:c"]
    (told,) = remarks("a.xml", content)
    assert (told.primary.passage.item, told.rule) == ("urn:d", "unreadable-report")


def test_a_package_is_refused() -> None:
    content = '<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="p"/>'
    assert "only names reports that are elsewhere" in refusal("a.xml", content)
