"""Files that were damaged, in any way: reading tells of it, and never fails otherwise."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.read.formats import docx, remarks

PAGE = "<html lang=en><head><title>T</title><meta charset=utf-8></head><p>In M&eacute;rida, it was.</p>"
FEED = (
    "<?xml version='1.0' encoding='utf-8'?><rss><channel><item><guid>a</guid><title>T</title>"
    "<pubDate>5 Jan 2026</pubDate><description><![CDATA[<p>One &amp; two.</p>]]></description></item>"
    "<item><title>&eacute;</title></item></channel></rss>"
)
NITF = (
    "<nitf><head><docdata><date.issue norm='20260105'/></docdata></head><body><body.head><hedline><hl1>T</hl1>"
    "</hedline><dateline><location>Caracas</location></dateline></body.head><body.content><p>One.</p>"
    "</body.content></body></nitf>"
)
OBJECT = {"headline": "T", "versioncreated": "2026-01-05", "body_html": "<p>One \u00e9.</p>", "located": "Caracas"}
SAMPLES = {
    "a.html": PAGE.encode(),
    "a.xml": FEED.encode(),
    "b.xml": NITF.encode(),
    "a.json": json.dumps(OBJECT).encode(),
    "a.jsonl": (json.dumps(OBJECT) + "\n" + json.dumps({"id": "x", "text": "Two."})).encode(),
    "a.docx": docx(["One.", "Two."]),
}
JUNK = rb"""< > & " ' ]]> <![CDATA[ \ \u { ] <!-- <!DOCTYPE &#0; &#xD800; 1e999 charset=utf-7 encoding='idna'""".split()
JUNK += [b"", b"\xff", b"\x00", b"\xef\xbb\xbf", b"\xff\xfe", b"9" * 5000]
edits = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(JUNK)), min_size=1, max_size=5)


@pytest.mark.parametrize("path", SAMPLES)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits)
def test_no_damage_is_more_than_a_finding(path: str, edits: list[tuple[float, int, bytes]]) -> None:
    content = SAMPLES[path]
    for where, length, junk in edits:
        place = int(where * len(content))
        content = content[:place] + junk + content[place + length :]
    for told in remarks(path, content):
        assert told.rule in {"unreadable-report", "empty-report", "unreadable-date", "other-language"}
        assert told.primary.passage.path == path


@pytest.mark.parametrize("name", ["idna", "punycode", "undefined", "utf-7", "base64", "unicode_escape", "hz", "x" * 50])
def test_odd_names_of_encodings_are_refused_or_heeded(name: str) -> None:
    heads = {"a.html": f"<meta charset='{name}'>", "a.xml": f"<?xml version='1.0' encoding='{name}'?>"}
    for path, head in heads.items():
        for told in remarks(path, head.encode() + b"<rss>\xff\xfe\x81 words </rss>"):
            assert told.rule in {"unreadable-report", "empty-report"}
