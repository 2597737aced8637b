"""The finder of names: persons, bodies and places, and which mentions speak of one person.

It reads grammar only: capitals, titles, ages, verbs of speech, and what the same report says elsewhere. A name whose
kind the words do not show stays UNKNOWN.
"""

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.find.given_names import GIVEN_NAMES
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
from lint.report import Report
from lint.span import Span

WORD = rf"(?:(?:al|el|ul|d|l)[-’'])?[{UPPER}]\w*(?:[-’'‐‑](?![sS]\b)\w+)*"
ITEM = rf"(?:(?:[{UPPER}]\.)+(?:-[{UPPER}]\.)?|(?:{ABBREVIATED})\.|{WORD})"
GAP = r"(?:[^\S\n]{1,2}|[^\S\n]?\n(?=\S))"  # a line may be wrapped within a name, a paragraph may not
SUFFIX = r"(?:Jr|Sr|II|III|IV|Esq)\b\.?"
NICKNAME = rf"[“\"‘'(][{UPPER}][\w’'-]*(?: [\w’'-]+){{0,2}}[”\"’')]"
JOINT = rf"(?:{GAP}(?:(?:{PARTICLES}){GAP}){{0,3}}(?:{NICKNAME}{GAP})?(?={ITEM})|,{GAP}?(?={SUFFIX}))"
RUN = re.compile(rf"(?<![\w@#/]){ITEM}(?:{JOINT}{ITEM})*")
PIECE = re.compile(rf"{NICKNAME}|\S+")
AGE_AFTER = re.compile(r",? \(?(?:aged? )?(\d{1,3})(?=[,;.)]|\Z)(?!\.\d)|, (?:who is|aged?) (\d{1,3})\b")
AGE_BEFORE = re.compile(r"\b(\d{1,3})[- ]years?[- ]old(?: [a-z-]+){0,3} \Z")
ROLE_AFTER = re.compile(
    r", ((?:(?!who\b|said\b|and\b)[\w’'.-]+ ){1,5}(?:of|for|at|with|in|to)\b|(?:[\w-]+ ){0,4}[\w-]+(?=[,.]))"
)
ROLE_BEFORE = re.compile(r"([a-z]+) (?:of|for|at) [^,.;]{2,40}, \Z")
BESIDE = "“”\"‘’'()[]"
NEXT_WORD = re.compile(r"[’']?(?:s\b)?[,”\"]*\s+([a-z]\w*)")
PARTICLE_SET = frozenset(PARTICLES.split("|"))
OF = frozenset({" of ", " of the ", " for ", " for the ", " of\n"})
SENTENCE_ENDS = ".!?:;…|•"
OPENING_QUOTES = "“\"‘'(["
LONGEST_NAME = 5  # words of a person's name


@enum.unique
class Kind(enum.StrEnum):
    """What a name names, as far as the words show it."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name.

    `words` are those of `span` on one line: the name without title and possessive. A person is `given` and `surname`
    (with its particles, without `suffix`); of a mention by one word that no fuller one explains, that word is the
    surname. `parts` are the places of the single words. `title` is the honorific, rank or office beside the name;
    `age` is one directly beside it. `introduced` is the place of the mention with which this report introduces the
    same person or thing; it may be this one.
    """

    span: Span
    words: str
    kind: Kind
    introduced: Span
    parts: tuple[Span, ...]
    given: str = ""
    surname: str = ""
    suffix: str = ""
    title: str = ""
    age: int | None = None
    opens: bool = False  # at the head of a sentence, where a capital means little
    shouted: bool = False  # in a headline that capitalises every word, where it means nothing

    @property
    def is_person(self) -> bool:
        """Whether the words show that this is a person."""
        return self.kind is Kind.PERSON

    @property
    def is_full(self) -> bool:
        """Whether both a given name and a surname stand here."""
        return bool(self.given and self.surname)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word of a name, without comma, and where it stands; `key` is its lower case without full stops."""

    start: int
    end: int
    words: str
    key: str


def names(report: Report) -> Iterator[Name]:
    """The names of a report in their order, each linked with the mention that introduces it."""
    yield from _linked([name for part in report.prose for name in _of_part(report, part)])


def _of_part(report: Report, part: Span) -> Iterator[Name]:
    text = report.text
    headline = part is not report.body and part == report.title
    shouting = headline and _capitalises_every_word(text[part.start : part.end])
    last: Name | None = None
    for match in RUN.finditer(text, part.start, part.end):
        start, end = match.span()
        pieces = _pieces(text, start, end)
        shouted = shouting or (len(pieces) > 2 and text[start:end].isupper())
        opens = _opens_sentence(text, part.start, start)
        for group in _groups(pieces):
            name = _read(text, group, opens=opens and group[0] is pieces[0], shouted=shouted)
            if name is None:
                continue
            if last is not None and _is_of(text, last, name):
                last = _joined(text, last, name)
                continue
            if last is not None:
                yield last
            last = name
    if last is not None:
        yield last


def _is_of(text: str, body: Name, name: Name) -> bool:
    """Whether a name goes on in the next one: “Ministry of Popular Power”."""
    head = body.words.rpartition(" ")[2].lower()
    return text[body.span.end : name.span.start] in OF and (head in BODY_WORDS or body.kind is Kind.BODY)


def _joined(text: str, body: Name, name: Name) -> Name:
    span = Span(body.span.start, name.span.end)
    words, parts = " ".join(text[span.start : span.end].split()), body.parts + name.parts
    return Name(span, words, Kind.BODY, span, parts, opens=body.opens, shouted=body.shouted)


def _capitalises_every_word(headline: str) -> bool:
    words = [word for word in headline.split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _pieces(text: str, start: int, end: int) -> list[_Piece]:
    pieces = []
    for match in PIECE.finditer(text, start, end):
        words = match.group().rstrip(",")
        pieces.append(_Piece(match.start(), match.start() + len(words), words, words.lower().replace(".", "")))
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
        if piece.key in CALENDAR or (piece.key in OPENERS and (not group or piece.words[0].isupper())):
            if group:
                yield group
            group = []
        elif group or piece.words[0].isupper() or "-" in piece.words or "’" in piece.words or "'" in piece.words:
            group.append(piece)
    if group:
        yield group


def _read(text: str, pieces: list[_Piece], *, opens: bool, shouted: bool) -> Name | None:
    """The name in these words, with what the words around it show; None where they are an office or no name."""
    at = _end_of_title(pieces)
    title, rest = " ".join(piece.words for piece in pieces[:at]), pieces[at:]
    while rest and rest[-1].words[0].islower() and rest[-1].key in PARTICLE_SET:
        rest = rest[:-1]
    if not rest or all(piece.key in LEADING_TITLES or piece.key in MODIFIERS for piece in rest):
        return None
    before = text[max(0, pieces[0].start - 60) : pieces[0].start]
    previous = (before.split() or [""])[-1].lstrip(BESIDE) if before[-1:].isspace() else ""
    word_before = previous.lower()
    following = text[rest[-1].end : rest[-1].end + 60]
    next_word = NEXT_WORD.match(following)
    word_after = next_word[1] if next_word else ""
    if not title:
        title = word_before if previous.islower() and word_before in TITLES else _role(before, following)
    age = _age(before, following)
    kind = _kind(rest, title, age, word_before, word_after)
    return _name(rest, kind, title, age, opens=opens, shouted=shouted)


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
    match = AGE_AFTER.match(following) or (AGE_BEFORE.search(before) if "old " in before else None)
    return int(match[1] or match[match.lastindex or 1]) if match else None


def _kind(pieces: list[_Piece], title: str, age: int | None, before: str, after: str) -> Kind:
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
    if before in LOCATING and len(pieces) <= 3:
        return Kind.PLACE
    if (after in SPEECH or before in SPEECH) and len(pieces) <= LONGEST_NAME and not _is_acronym(pieces[-1]):
        return Kind.PERSON
    return Kind.UNKNOWN


def _is_acronym(piece: _Piece) -> bool:
    return len(piece.words) > 1 and piece.words.isupper() and piece.key not in SUFFIXES


def _name(pieces: list[_Piece], kind: Kind, title: str, age: int | None, *, opens: bool, shouted: bool) -> Name:
    span = Span(pieces[0].start, pieces[-1].end)
    parts = tuple(Span(piece.start, piece.end) for piece in pieces)
    words = " ".join(piece.words for piece in pieces)
    if kind in (Kind.BODY, Kind.PLACE):
        return Name(span, words, kind, span, parts, opens=opens, shouted=shouted)
    suffix = ""
    if len(pieces) > 1 and pieces[-1].key in SUFFIXES:
        suffix, pieces = pieces[-1].words, pieces[:-1]
    at = len(pieces) - 1
    while at > 1 and pieces[at - 1].key in PARTICLE_SET:
        at -= 1
    given = " ".join(piece.words for piece in pieces[:at])
    surname = " ".join(piece.words for piece in pieces[at:])
    return Name(span, words, kind, span, parts, given, surname, suffix, title, age, opens, shouted)


def _linked(found: list[Name]) -> Iterator[Name]:
    """The mentions, each linked with its introduction; what one mention shows of the kind holds for its fellows."""
    known = _Introductions(found)
    for name in found:
        first = known.of(name)
        kind = name.kind if first is None else known.kind(first)
        if first is None or (first is name and kind is name.kind):
            yield name
        else:
            yield _again(name, first, kind)


def _again(name: Name, first: Name, kind: Kind) -> Name:
    """A mention of what `first` introduces: its kind, and which of its names stand here."""
    given, surname = name.given, name.surname
    if kind is Kind.PERSON and first is not name and not (name.is_full and first.surname == surname):
        given, surname = (name.words, "") if first.given.partition(" ")[0] == name.words else ("", name.words)
    return Name(
        name.span,
        name.words,
        kind,
        first.span,
        name.parts,
        given,
        surname,
        name.suffix,
        name.title,
        name.age,
        name.opens,
        name.shouted,
    )


class _Introductions:
    """The first full mention of everybody in a report, by every way in which a later mention may call them."""

    def __init__(self, found: list[Name]) -> None:
        self._by_words: dict[str, Name] = {}
        self._by_tail: dict[str, Name] = {}
        self._by_given: dict[str, Name] = {}
        self._alone = {name.words.lower() for name in found if name.is_person and not name.given}
        for name in found:
            if name.shouted or name.words.lower() in self._by_words:
                continue
            self._by_words[name.words.lower()] = name
            if name.is_full and name.kind in (Kind.PERSON, Kind.UNKNOWN):
                self._introduce(name)

    def _introduce(self, name: Name) -> None:
        words = f"{name.given} {name.surname}".lower().split()
        for at in range(1, len(words)):
            self._by_tail.setdefault(" ".join(words[at:]), name)
        if name.is_person:
            self._by_given.setdefault(words[0], name)

    def of(self, name: Name) -> Name | None:
        """The mention that introduces what this one names; None for a word of a headline that the prose lacks."""
        words = name.words.lower()
        if name.is_full and not name.shouted:
            first = self._by_tail.get(name.surname.lower())
            if first is not None and _may_be_one(first.given.lower(), name.given.lower()):
                return first
            return self._by_tail.get(words) or self._by_words.get(words)
        return self._by_tail.get(words) or self._by_given.get(words) or self._by_words.get(words)

    def kind(self, name: Name) -> Kind:
        """What an introduction names; a full name whose last word speaks elsewhere on its own is a person's."""
        if name.kind is Kind.UNKNOWN and name.is_full and name.surname.lower() in self._alone:
            return Kind.PERSON
        return name.kind


def _may_be_one(given: str, other: str) -> bool:
    """Whether two given names of one surname may be one person's: equal first names, or an initial of it."""
    one, two = given.split()[0], other.split()[0]
    return one == two or (one[0] == two[0] and (one.endswith(".") or two.endswith(".")))
