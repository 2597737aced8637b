"""The finder of names: persons, bodies and places, and which mentions speak of one person.

It reads grammar only: capitals, titles, ages, verbs of speech, and what the same report says elsewhere. A name whose
kind the words do not show stays UNKNOWN.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.find.given_names import GIVEN_NAMES
from lint.find.name import Kind, Name
from lint.find.name_links import linked
from lint.find.name_words import (
    ABBREVIATED,
    BODY_WORDS,
    CALENDAR,
    LEADING_TITLES,
    LOCATING,
    MODIFIERS,
    NOBLE,
    OPENERS,
    PARTICLES,
    PLACE_HEADS,
    PLACE_WORDS,
    SPEECH,
    SUFFIXES,
    THING_WORDS,
    TITLES,
    UPPER,
)
from lint.pattern import late
from lint.report import Report
from lint.span import Span

__all__ = ["Kind", "Name", "names"]

WORD = rf"(?:(?:al|el|ul|d|l)[-’'])?[{UPPER}]\w*(?:[-’'‐‑](?![sS]\b)\w+)*"
ITEM = rf"(?:(?:[{UPPER}]\.)+(?:-[{UPPER}]\.)?|(?:{ABBREVIATED})\.|{WORD})"
GAP = r"(?:[^\S\n]{1,2}|[^\S\n]?\n(?=\S))"  # a line may be wrapped within a name, a paragraph may not
SUFFIX = r"(?:Jr|Sr|II|III|IV|Esq)\b\.?"
NICKNAME = rf"[“\"‘'(][{UPPER}][\w’'-]*(?: [\w’'-]+){{0,2}}[”\"’')]"
JOINT = rf"(?:{GAP}(?:(?:{PARTICLES}){GAP}){{0,3}}(?:{NICKNAME}{GAP})?|,{GAP}?(?={SUFFIX}))"
CAPITAL = re.compile(rf"[{UPPER}](?<![\w@#/].)")
PREFIX = re.compile(r"(?<![\w@#/])(?:al|el|ul|d|l)[-’']\Z")
RUN = re.compile(rf"(?<![\w@#/]){ITEM}(?:{JOINT}{ITEM})*")
NICKNAME_OPENS = frozenset("“\"‘'(")
PIECE = late(rf"{NICKNAME}|\S+")
AGE_AFTER = late(r",? \(?(?:aged? )?(\d{1,3})(?=[,;.)]|\Z)(?!\.\d)|, (?:who is|aged?) (\d{1,3})\b")
AGE_BEFORE = late(r"\b(\d{1,3})[- ]years?[- ]old(?: [a-z-]+){0,3} \Z")
ROLE_AFTER = late(
    r", ((?:(?!who\b|said\b|and\b)[\w’'.-]+ ){1,5}(?:of|for|at|with|in|to)\b|(?:[\w-]+ ){0,4}[\w-]+(?=[,.]))"
)
ROLE_BEFORE = late(r"([a-z]+) (?:of|for|at) [^,.;]{2,40}, \Z")
BESIDE = "“”\"‘’'()[]"
NEXT_WORD = re.compile(r"[’']?(?:s\b)?[,”\"]*\s+([a-z]\w*)")
PARTICLE_SET = frozenset(PARTICLES.split("|"))
NO_NAMES = OPENERS | CALENDAR
OFFICES_ALONE = LEADING_TITLES | MODIFIERS
OF = frozenset({" of ", " of the ", " for ", " for the ", " of\n"})
SENTENCE_ENDS = ".!?:;…|•"
OPENING_QUOTES = "“\"‘'(["
LONGEST_NAME = 5  # words of a person's name


@dataclass(slots=True)  # not frozen, which would double the time that it takes to make one
class _Piece:
    """A word of a name, without comma, and where it stands; `key` is its lower case without full stops."""

    start: int
    end: int
    words: str
    key: str


def names(report: Report) -> Iterator[Name]:
    """The names of a report in their order, each linked with the mention that introduces it."""
    yield from linked([name for part in report.prose for name in _of_part(report, part)])


def _of_part(report: Report, part: Span) -> Iterator[Name]:
    text = report.text
    headline = part is not report.body and part == report.title
    shouting = headline and _capitalises_every_word(text[part.start : part.end])
    last: Name | None = None
    for match in _runs(text, part):
        start = match.start()
        words = match.group()
        if words.lower() in NO_NAMES:
            continue
        opens = _opens_sentence(text, part.start, start)
        for name in _of_run(text, words, start, opens=opens, shouting=shouting):
            if last is not None:
                if text[last.span.end : name.span.start] in OF and _goes_on(last):
                    last = _joined(text, last, name)
                    continue
                yield last
            last = name
    if last is not None:
        yield last


def _runs(text: str, part: Span) -> Iterator[re.Match[str]]:
    """The runs of capitals, tried only where a capital stands: the pattern by itself would try every letter."""
    end = part.start
    for capital in CAPITAL.finditer(text, part.start, part.end):
        start = capital.start()
        if start < end:
            continue
        if text[start - 1 : start] in ("-", "’", "'") and (prefix := PREFIX.search(text, max(end, start - 3), start)):
            start = prefix.start()
        if match := RUN.match(text, start, part.end):
            end = match.end()
            yield match


def _of_run(text: str, words: str, start: int, *, opens: bool, shouting: bool) -> Iterator[Name]:
    """The names in a run of capitals."""
    if words.isalpha():  # most are one word
        key = words.lower()
        if key not in OFFICES_ALONE:
            yield _word(text, start, words, opens=opens, shouted=shouting)
        return
    pieces = _pieces(words, start)
    shouted = shouting or (len(pieces) > 2 and words.isupper())
    for group in _groups(pieces):
        name = _read(text, group, opens=opens and group[0] is pieces[0], shouted=shouted)
        if name is not None:
            yield name


def _goes_on(body: Name) -> bool:
    """Whether a name may go on behind “of”: “Ministry of Popular Power”."""
    return body.kind is Kind.BODY or body.words.rpartition(" ")[2].lower() in BODY_WORDS


def _joined(text: str, body: Name, name: Name) -> Name:
    span = Span(body.span.start, name.span.end)
    words, parts = " ".join(text[span.start : span.end].split()), body.parts + name.parts
    return Name(span, words, Kind.BODY, span, parts, opens=body.opens, shouted=body.shouted)


def _capitalises_every_word(headline: str) -> bool:
    words = [word for word in headline.split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _pieces(words: str, start: int) -> list[_Piece]:
    pieces: list[_Piece] = []
    if NICKNAME_OPENS.isdisjoint(words):
        at = 0
        for token in words.split():
            at = words.find(token, at)
            word = token.rstrip(",")
            pieces.append(_Piece(start + at, start + at + len(word), word, word.lower().replace(".", "")))
            at += len(token)
        return pieces
    for match in PIECE.finditer(words):
        word, at = match.group().rstrip(","), start + match.start()
        pieces.append(_Piece(at, at + len(word), word, word.lower().replace(".", "")))
    return pieces


def _opens_sentence(text: str, floor: int, start: int) -> bool:
    at = start - 1
    while at >= floor and (text[at] in OPENING_QUOTES or text[at].isspace()):
        if text[at] == "\n" and text[at - 1 : at] == "\n":
            return True
        at -= 1
    return at < floor or text[at] in SENTENCE_ENDS or (text[at] in "”\"’'" and text[at - 1] in SENTENCE_ENDS + ",")


def _groups(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    """The names in a run of capitals, which weekdays, months and words that open sentences keep apart."""
    group: list[_Piece] = []
    for piece in pieces:
        if piece.key in NO_NAMES and (piece.key in CALENDAR or not group or piece.words[0].isupper()):
            if group:
                yield group
            group = []
        elif group or piece.words[0].isupper() or "-" in piece.words or "’" in piece.words or "'" in piece.words:
            group.append(piece)
    if group:
        yield group


def _read(text: str, pieces: list[_Piece], *, opens: bool, shouted: bool) -> Name | None:
    """The name in these words, with what the words around it show; None where they are an office or no name."""
    title, rest = "", pieces
    if len(pieces) > 1:
        at = _end_of_title(pieces)
        title, rest = " ".join([piece.words for piece in pieces[:at]]), pieces[at:]
        while rest and rest[-1].words[0].islower() and rest[-1].key in PARTICLE_SET:
            rest = rest[:-1]
    if all(piece.key in OFFICES_ALONE for piece in rest):
        return None
    before, previous, following = _around(text, pieces[0].start, rest[-1].end)
    if not title:
        title = previous if previous in TITLES else _role(before, following)
    age = _age(before, following)
    kind = _kind(rest, title, age, previous.lower(), following)
    return _name(rest, kind, title, age, opens=opens, shouted=shouted)


def _word(text: str, start: int, words: str, *, opens: bool, shouted: bool) -> Name:
    """The name that is one word: as _read, without its detours."""
    span = Span(start, start + len(words))
    before, previous, following = _around(text, span.start, span.end)
    title = previous if previous in TITLES else _role(before, following)
    age = _age(before, following)
    kind = Kind.PERSON
    if age is None:
        is_acronym = len(words) > 1 and words.isupper() and words.lower() not in SUFFIXES
        kind = _shown(title, previous.lower(), following, may_be_place=True, may_speak=not is_acronym)
    surname = "" if kind is Kind.PLACE else words
    return Name(span, words, kind, span, (span,), "", surname, "", title, age, opens, shouted)


def _around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before a name, the word right before it, and what follows."""
    before, following = text[max(0, start - 60) : start], text[end : end + 60]
    if not before[-1:].isspace():
        return before, "", following
    words = before.rsplit(None, 1)
    return before, words[-1].lstrip(BESIDE) if words else "", following


def _end_of_title(pieces: list[_Piece]) -> int:
    """How many of the words are a title: up to the last office or rank that has a name after it."""
    end = 0
    for number, piece in enumerate(pieces[:LONGEST_NAME]):
        if piece.key in TITLES or (piece.key in NOBLE and all(p.key in MODIFIERS for p in pieces[:number])):
            if number == len(pieces) - 1 and 0 < end < number:
                return end  # Sergeant Ada Sergeant
            end = number + 1
    return end


def _role(before: str, following: str) -> str:
    """The office that stands in apposition: “Jo Poe, director of the institute” or “the mayor of Ulm, Jo Poe”."""
    if following.startswith(", ") and (match := ROLE_AFTER.match(following)):
        for word in match[1].split():
            if word in TITLES:
                return word
    if before.endswith(", ") and (match := ROLE_BEFORE.search(before)) and match[1] in TITLES:
        return match[1]
    return ""


def _age(before: str, following: str) -> int | None:
    match = AGE_AFTER.match(following) if following.startswith((",", " (", " 1", " 2")) else None
    match = match or (AGE_BEFORE.search(before) if "old " in before else None)
    return int(match[1] or match[match.lastindex or 1]) if match else None


def _kind(pieces: list[_Piece], title: str, age: int | None, before: str, following: str) -> Kind:
    last, several = pieces[-1].key, len(pieces) > 1
    if age is not None and len(pieces) <= LONGEST_NAME:
        return Kind.PERSON
    if several and (last in BODY_WORDS or any(piece.key in BODY_WORDS for piece in pieces)):
        return Kind.BODY
    if several and last in THING_WORDS:
        return Kind.UNKNOWN
    if several and (last in PLACE_WORDS or (pieces[0].key in PLACE_HEADS and not title)):
        return Kind.PLACE
    if before == "the" and not title:
        return Kind.UNKNOWN
    if title and len(pieces) <= LONGEST_NAME:
        return Kind.PERSON
    if several and pieces[0].key in GIVEN_NAMES and len(pieces) <= LONGEST_NAME and not _is_acronym(pieces[-1]):
        return Kind.PERSON
    may_speak = len(pieces) <= LONGEST_NAME and not _is_acronym(pieces[-1])
    return _shown("", before, following, may_be_place=len(pieces) <= 3, may_speak=may_speak)


def _shown(title: str, before: str, following: str, *, may_be_place: bool, may_speak: bool) -> Kind:
    """What the words around a name show that it names."""
    if title:
        return Kind.PERSON
    if before == "the":
        return Kind.UNKNOWN
    if may_be_place and before in LOCATING:
        return Kind.PLACE
    if not may_speak:
        return Kind.UNKNOWN
    speaks = before in SPEECH or ((after := NEXT_WORD.match(following)) is not None and after[1] in SPEECH)
    return Kind.PERSON if speaks else Kind.UNKNOWN


def _is_acronym(piece: _Piece) -> bool:
    return len(piece.words) > 1 and piece.words.isupper() and piece.key not in SUFFIXES


def _name(pieces: list[_Piece], kind: Kind, title: str, age: int | None, *, opens: bool, shouted: bool) -> Name:
    if len(pieces) == 1:
        span = Span(pieces[0].start, pieces[0].end)
        words = surname = pieces[0].words
        if kind in (Kind.BODY, Kind.PLACE):
            surname = ""
        return Name(span, words, kind, span, (span,), "", surname, "", title, age, opens, shouted)
    span = Span(pieces[0].start, pieces[-1].end)
    parts = tuple([Span(piece.start, piece.end) for piece in pieces])
    words = " ".join([piece.words for piece in pieces])
    if kind in (Kind.BODY, Kind.PLACE):
        return Name(span, words, kind, span, parts, opens=opens, shouted=shouted)
    suffix = ""
    if pieces[-1].key in SUFFIXES:
        suffix, pieces = pieces[-1].words, pieces[:-1]
    at = len(pieces) - 1
    while at > 1 and pieces[at - 1].key in PARTICLE_SET:
        at -= 1
    given = " ".join([piece.words for piece in pieces[:at]])
    surname = " ".join([piece.words for piece in pieces[at:]])
    return Name(span, words, kind, span, parts, given, surname, suffix, title, age, opens, shouted)
