"""The parts of a name: what a run of capitals says by itself, whatever stands around it.

Names come again in a report and from report to report, so that most runs are taken apart once for all.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lint.find.given_names import GIVEN_NAMES
from lint.find.name import Kind
from lint.find.name_words import (
    BODY_WORDS,
    CALENDAR,
    LEADING_TITLES,
    MODIFIERS,
    NOBLE,
    OPENERS,
    PARTICLES,
    PLACE_HEADS,
    PLACE_WORDS,
    SUFFIXES,
    THING_WORDS,
    TITLES,
    UPPER,
)
from lint.pattern import late

NICKNAME = rf"[“\"‘'(][{UPPER}][\w’'-]*(?: [\w’'-]+){{0,2}}[”\"’')]"
PIECE = late(rf"{NICKNAME}|\S+")
NICKNAME_OPENS = frozenset("“\"‘'(")
PARTICLE_SET = frozenset(PARTICLES.split("|"))
NO_NAMES = OPENERS | CALENDAR
OFFICES_ALONE = LEADING_TITLES | MODIFIERS
WITH_A_PART = NO_NAMES | TITLES | NOBLE | {""}  # which a run of two spaces in a row has between them
LONGEST_NAME = 5  # words of a person's name
LONGEST_PLACE = 3
REMEMBERED = 30_000  # runs: a year of a local newsroom has as many


class Group(NamedTuple):  # which takes a quarter of the time that a frozen dataclass takes to make
    """One name of a run, with the title that belongs to it; every place is one in the run.

    `kind` is what its own words show it to be, and None where they show nothing. `words` is in one line, and `key` is
    that in lower case.
    """

    first: int  # where the title begins, or else the name
    start: int
    end: int
    words: str
    key: str
    bounds: tuple[tuple[int, int], ...]  # of the single words
    opens: bool  # whether the run begins with it
    title: str = ""
    kind: Kind | None = None
    given: str = ""  # with surname and suffix, if it names a person
    surname: str = ""
    suffix: str = ""
    has_place_head: bool = False  # such as “New”: a place, unless a title stands before it
    has_given_name: bool = False
    is_short: bool = True  # enough for a person's name
    may_be_place: bool = True
    may_speak: bool = True


class Run(NamedTuple):
    """The names in a run of capitals, and whether it shouts, which says nothing of a single word."""

    groups: tuple[Group, ...] = ()
    shouted: bool = False


Piece = tuple[int, str, str]  # a word of a run, without comma: where it begins, and its lower case without full stops


@lru_cache(maxsize=REMEMBERED)
def taken_apart(run: str) -> Run:
    """The names in a run of capitals."""
    key = run.lower()
    if key in NO_NAMES:
        return Run()
    if run.isalpha():  # most are one word
        return Run() if key in OFFICES_ALONE else Run((_word(run, key),))
    if run.replace(" ", "").isalpha() and (group := _plain(run.split(" "), key.split(" "))):
        return Run((group,), run.isupper() and len(group.bounds) > 2)
    pieces = _pieces(run)
    groups = [_read(group, opens=group[0] is pieces[0]) for group in _groups(pieces)]
    return Run(tuple([group for group in groups if group]), len(pieces) > 2 and run.isupper())


def _word(word: str, key: str) -> Group:
    """The name that is one word: as _read, without its detours."""
    end = len(word)
    may_speak = not _is_acronym(word, key)
    return Group(0, 0, end, word, key, ((0, end),), opens=True, surname=word, may_speak=may_speak)


def _plain(words: list[str], keys: list[str]) -> Group | None:
    """The name that is all of a run in which no title stands and nothing that parts names; None of any other run."""
    if not WITH_A_PART.isdisjoint(keys) or not words[0][0].isupper() or OFFICES_ALONE.issuperset(keys):
        return None
    at, bounds = 0, []
    for word in words:
        bounds.append((at, at + len(word)))
        at += len(word) + 1
    return _group(0, bounds, words, keys, opens=True, title="")


def _pieces(run: str) -> list[Piece]:
    if not NICKNAME_OPENS.isdisjoint(run):
        found = [(match.start(), match.group()) for match in PIECE.finditer(run)]
    else:
        found, at = [], 0
        for token in run.split():
            at = run.find(token, at)
            found.append((at, token))
            at += len(token)
    words = [(at, token.rstrip(",")) for at, token in found]
    return [(at, word, word.lower().replace(".", "")) for at, word in words]


def _groups(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """The names in a run of capitals, which weekdays, months and words that open sentences keep apart."""
    group: list[Piece] = []
    for piece in pieces:
        _, word, key = piece
        if key in NO_NAMES and (key in CALENDAR or not group or word[0].isupper()):
            if group:
                yield group
            group = []
        elif group or word[0].isupper() or "-" in word or "’" in word or "'" in word:
            group.append(piece)
    if group:
        yield group


def _read(pieces: list[Piece], *, opens: bool) -> Group | None:
    """The name in these words; None where they are an office or no name."""
    title, first, rest = "", pieces[0][0], pieces
    if len(pieces) > 1:
        at = _end_of_title(pieces)
        title, rest = " ".join([word for _, word, _ in pieces[:at]]), pieces[at:]
        while rest and rest[-1][1][0].islower() and rest[-1][2] in PARTICLE_SET:
            rest.pop()
    keys = [key for _, _, key in rest]
    if OFFICES_ALONE.issuperset(keys):
        return None
    bounds = [(start, start + len(word)) for start, word, _ in rest]
    return _group(first, bounds, [word for _, word, _ in rest], keys, opens=opens, title=title)


def _group(
    first: int, bounds: list[tuple[int, int]], words: list[str], keys: list[str], *, opens: bool, title: str
) -> Group:
    line, several, length = " ".join(words), len(words) > 1, len(words)
    may_speak = length <= LONGEST_NAME and not _is_acronym(words[-1], keys[-1])
    given, surname, suffix = _of_person(words, keys)
    return Group(
        first,
        bounds[0][0],
        bounds[-1][1],
        line,
        line.lower(),
        tuple(bounds),
        opens,
        title,
        _kind(keys),
        given,
        surname,
        suffix,
        several and keys[0] in PLACE_HEADS,
        several and may_speak and keys[0] in GIVEN_NAMES,
        length <= LONGEST_NAME,
        length <= LONGEST_PLACE,
        may_speak,
    )


def _end_of_title(pieces: list[Piece]) -> int:
    """How many of the words are a title: up to the last office or rank that has a name after it."""
    end = 0
    for number, (_, _, key) in enumerate(pieces[:LONGEST_NAME]):
        if key in TITLES or (key in NOBLE and all(piece[2] in MODIFIERS for piece in pieces[:number])):
            if number == len(pieces) - 1 and 0 < end < number:
                return end  # Sergeant Ada Sergeant
            end = number + 1
    return end


def _is_acronym(word: str, key: str) -> bool:
    return len(word) > 1 and word.isupper() and key not in SUFFIXES


def _kind(keys: list[str]) -> Kind | None:
    """What several words show that they name."""
    if len(keys) == 1:
        return None
    if not BODY_WORDS.isdisjoint(keys):
        return Kind.BODY
    if keys[-1] in THING_WORDS:
        return Kind.UNKNOWN
    return Kind.PLACE if keys[-1] in PLACE_WORDS else None


def _of_person(words: list[str], keys: list[str]) -> tuple[str, str, str]:
    """Given name, surname and suffix, where the words name a person."""
    if len(words) == 1:
        return "", words[0], ""
    suffix = ""
    if keys[-1] in SUFFIXES:
        suffix, words = words[-1], words[:-1]
    at = len(words) - 1
    while at > 1 and keys[at - 1] in PARTICLE_SET:
        at -= 1
    return " ".join(words[:at]), " ".join(words[at:]), suffix
