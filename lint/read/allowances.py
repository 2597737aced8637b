"""Allowances that a report itself holds: in a comment before the line that they are about, or in its head."""

import re
from collections.abc import Iterator

from lint.allow import FORM, Spoken, fault_of
from lint.compiled import compiled
from lint.diagnostic import folded
from lint.formats import LINES, MARKUP, OBJECTS, PAGES, STRUCTURED, is_of
from lint.read.head import HEADER_ALLOWANCE, read_head
from lint.read.text import BOM
from lint.span import Passage, Span

COMMENT = compiled(r"<!--\s*factlint\s*:\s*(?P<said>(?:(?!-->).){0,2000}?)\s*-->", re.DOTALL)
TAG = compiled(r"<[/a-zA-Z][^<>\n]*>")
ITEM = compiled(r"[^\S\n]*-[^\S\n]+(?P<said>[^\n]*)(?:\n|\Z)")  # of a list in front matter
SAID = compiled(
    r"""
    (?P<rule> [\w-]+ )
    (?P<words> (?: \s* (?: , | and\b )? \s* (?: "[^"]+" | “[^”]+” ) )* )
    (?: \s+ because \b :? \s* (?P<because> .* ) )?
    """,
    re.VERBOSE | re.DOTALL,
)
QUOTED = compiled(r'"([^"]+)"|“([^”]+)”')


def blanked(text: str) -> str:
    """The text with spaces in the place of comments that speak to factlint, which are no prose; offsets stay."""
    return COMMENT.sub(lambda match: re.sub(r"[^\r\n]", " ", match.group()), text)


def allowances(path: str, text: str) -> Iterator[Spoken]:
    """The allowances in the text of a file, in no order; one that cannot be understood says why."""
    is_plain = not is_of(path, STRUCTURED)
    prose = blanked(text)
    if is_of(path, PAGES + MARKUP):
        prose = TAG.sub(lambda match: " " * len(match.group()), prose)  # a line of tags alone has no words
    for match in COMMENT.finditer(text):
        said = match["said"].replace('\\"', '"') if is_of(path, LINES + OBJECTS) else match["said"]
        verb, _, rest = said.partition(" ") if said.split(None, 1)[:1] == ["allow"] else ("", "", said)
        line = _line_meant(prose, match.end())
        yield _spoken(rest, _passage(path, text, match.span()), line, fault="" if verb else f"write it as “{FORM}”")
    for span, said in _in_head(prose) if is_plain else ():
        yield _spoken(said, _passage(path, text, span), None)


def _line_meant(prose: str, end: int) -> int:
    """The number of the line that a comment is about: its own where that has other words, or else the next with words.

    At the end of a text, it is the comment's own.
    """
    own = prose.count("\n", 0, end) + 1
    lines = prose[prose.rfind("\n", 0, end) + 1 :].split("\n")
    return next((own + number for number, line in enumerate(lines) if line.replace(BOM, "").strip()), own)


def _in_head(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    end = read_head(text).body.start
    for match in HEADER_ALLOWANCE.finditer(text, 0, end):
        if said := match["said"].strip():
            yield _trimmed(text, match.start("said"), match.end("said")), _unquoted(said)
            continue
        place = match.end()
        while (item := ITEM.match(text, place, end)) is not None:
            yield _trimmed(text, item.start("said"), item.end("said")), _unquoted(item["said"].strip())
            place = item.end()


def _unquoted(said: str) -> str:
    """What YAML means by a value in quotation marks."""
    inner = said[1:-1]
    if said[:1] == said[-1:] == "'":
        return inner.replace("''", "'")
    return inner.replace('\\"', '"') if len(said) > 1 and said[0] == said[-1] == '"' else said


def _spoken(said: str, place: Passage, line: int | None, fault: str = "") -> Spoken:
    match = SAID.fullmatch(said.strip())
    if fault or match is None:
        return Spoken("", frozenset(), place, line, fault or f"write it as “{FORM}”")
    words = frozenset(folded(one or other) for one, other in QUOTED.findall(match["words"]))
    because = (match["because"] or "").strip()
    fault = fault_of(match["rule"]) or ("" if because else "it gives no reason: say why, after “because”")
    return Spoken(match["rule"], words, place, line, fault)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _passage(path: str, text: str, span: tuple[int, int]) -> Passage:
    start, end = span
    before = text.rfind("\n", 0, start) + 1
    return Passage(path, Span(start, end), text.count("\n", 0, start) + 1, start - before + 1, text[start:end])
