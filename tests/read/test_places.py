"""Whatever way a file writes a word, it is found where it stands: every word of every format."""

import html
import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint import Diagnostic, Fix, Label, Severity, Span
from lint.read.decoding import decode_file
from tests.read.formats import docx, opened_with

LETTERS = "abcé中ß€ñ😀’“”–&<>\"'"
words = st.text(LETTERS, min_size=1, max_size=8).map(lambda word: f"a{word}z")
blanks = st.sampled_from([" ", "\n", "\r\n", "  ", "\n\t"])
ways = st.integers(0, 3)
texts = st.lists(st.tuples(words, blanks, ways), min_size=1, max_size=12)
Pieces = list[tuple[str, str, int]]


def in_markup(character: str, way: int) -> str:
    """A character as HTML or XML may write it."""
    if way == 1:
        return f"&#{ord(character)};"
    if way == 2:
        return f"&#x{ord(character):X};"
    return html.escape(character) if way == 0 or character in "<&" else character


def in_json(character: str, way: int) -> str:
    return json.dumps(character, ensure_ascii=way != 0)[1:-1]


def written(pieces: Pieces, how: Callable[[str, int], str]) -> str:
    return "".join(
        blank + "".join(how(character, (way + place) % 4) for place, character in enumerate(word))
        for word, blank, way in pieces
    )


def page(pieces: Pieces) -> tuple[str, Callable[[str], str]]:
    inner = written(pieces, in_markup)
    return (
        f"<html><body><h1>T</h1>\r\n<article><p>x{inner} <b>b</b>old .</p>\n<p>{inner} .</p></article>",
        html.unescape,
    )


def feed(pieces: Pieces) -> tuple[str, Callable[[str], str]]:
    inner = html.escape(f"<p>x{written(pieces, in_markup)}</p>")
    return (
        f"<?xml version='1.0'?>\r\n<rss><channel><item><title>T</title>\n<description>{inner}</description></item>"
        "<item><title>U</title></item></channel></rss>",
        lambda raw: html.unescape(html.unescape(raw)),
    )


def cdata(pieces: Pieces) -> tuple[str, Callable[[str], str]]:
    inner = f"<p>x{written(pieces, in_markup)}</p>"
    return (
        "<feed xmlns='http://www.w3.org/2005/Atom'>é\n<entry><id>é</id>"
        f"<content type='html'><![CDATA[{inner}]]></content></entry></feed>",
        html.unescape,
    )


def nitf(pieces: Pieces) -> tuple[str, Callable[[str], str]]:
    inner = written(pieces, in_markup)
    return f"<nitf><body>é<body.content><p>x{inner}</p><p>{inner}</p></body.content></body></nitf>", html.unescape


def ninjs(pieces: Pieces) -> tuple[str, Callable[[str], str]]:
    return f'{{"headline": "é",\n "body_text": "x{written(pieces, in_json)}"}}', lambda raw: str(json.loads(f'"{raw}"'))


def lines(pieces: Pieces) -> tuple[str, Callable[[str], str]]:
    inner = "".join(in_json(character, 1) for character in f"<p>x{written(pieces, in_markup)}</p>")
    return (
        f'\n{{"id": "é", "body_html": "{inner}"}}\nbroken',
        lambda raw: html.unescape(str(json.loads(f'"{raw}"'))),
    )


FORMATS = {"a.html": page, "a.rss": feed, "a.atom": cdata, "a.xml": nitf, "a.json": ninjs, "a.jsonl": lines}


@pytest.mark.parametrize("path", FORMATS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts)
def test_every_word_stands_where_it_is_said_to(path: str, encoding: str, pieces: Pieces) -> None:
    if path == "a.json":
        pieces = [(word, " ", way) for word, _, way in pieces]
    text, meant = FORMATS[path](pieces)
    content = text.encode(encoding)
    file = decode_file(path, content).text
    reports, opening = opened_with(path, content)
    found = []
    for report in reports:
        place = 0
        for word in report.text.split():
            start = report.text.index(word, place)
            place = start + len(word)
            if word in ("T", "U", "é", "–", "."):
                continue
            shown = opening.passage(report.passage(Span(start, place)))
            line = file.split("\n")[shown.line - 1]
            assert f"{line}\n"[shown.column - 1 :].startswith(shown.words.split("\n")[0])
            assert file[shown.span.start : shown.span.end] == shown.words
            found.append(word)
            assert word == "bold" or meant(shown.words) == word
            assert shown.said == word
    assert {word for word, _, _ in pieces} <= {*found}


HEAD = "<head><meta property='og:title' content='Words here'></head>"


@pytest.mark.parametrize(
    ("path", "content", "words", "new", "is_kept"),
    [
        ("a.html", f"{HEAD}<p>The words.</p>", "words.", "word's", True),
        ("a.html", f"{HEAD}<p>The words.</p>", "Words", "Word's", False),
        ("a.html", f"{HEAD}<p>The words.</p>", "Words", "Worlds", True),
        ("a.html", f"{HEAD}<p>The words.</p>", "words.", "R&B.", False),
        ("a.html", f"{HEAD}<p>The words.</p>", "words.", 'a "word"', False),
        ("a.html", "<p>The w&ouml;rds.</p>", "wörds", "words", False),
        ("a.html", "<p>The w<b>o</b>rds.</p>", "words", "wards", False),
        ("a.json", '{"headline": "T", "body_text": "The words."}', "words", "word’s", True),
        ("a.json", '{"headline": "T", "body_text": "The words."}', "words", 'a "word"', False),
        ("a.json", r'{"headline": "T", "body_text": "The w\u00f6rds."}', "wörds", "words", False),
        ("a.docx", docx(["The words."]), "words", "word", False),
    ],
)
def test_a_fix_is_kept_where_its_words_mean_themselves_in_the_file(
    path: str, content: str | bytes, words: str, new: str, *, is_kept: bool
) -> None:
    (report,), opening = opened_with(path, content)
    start = report.text.index(words)
    place = report.passage(Span(start, start + len(words)))
    found = opening.placed(Diagnostic("rule", Severity.NOTE, "m", Label(place), fix=Fix(place, new, safe=True)))
    assert (found.fix is not None) == is_kept
    assert found.help == (
        "" if is_kept else f"replace “{words}” with “{new}” by hand, as the file writes it in its own way"
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(LETTERS + " ", max_size=12).map(lambda words: f"a{words}z"), min_size=1, max_size=6))
def test_every_word_of_a_document_stands_in_its_paragraph(paragraphs: list[str]) -> None:
    reports, opening = opened_with("a.docx", docx(paragraphs))
    for report in reports:
        place = 0
        for word in report.text.split():
            start = report.text.index(word, place)
            place = start + len(word)
            shown = opening.passage(report.passage(Span(start, place)))
            assert paragraphs[shown.line - 1][shown.column - 1 :].startswith(word)
