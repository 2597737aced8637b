"""JSON with the place of every string, which no library tells."""

import json
import re
from dataclasses import dataclass
from typing import Any

from lint.compiled import compiled
from lint.read.laid import Laid, Laying
from lint.source import UnreadableError

DEEPEST = 100  # objects in objects: news is never nested more than a dozen deep

BLANKS = compiled(r"[ \t\r\n]*+")
STRING = compiled(r'"(?:[^"\\\x00-\x1f]++|\\.)*+"', re.DOTALL)
WORD = compiled(r"true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
ESCAPE = compiled(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\", "/": "/"}


class FaultError(UnreadableError):
    """What is no JSON; `place` is where that is seen."""

    def __init__(self, reason: str, place: int) -> None:
        """The reason, for the user."""
        super().__init__(reason)
        self.place = place


@dataclass(frozen=True, slots=True)
class Quoted:
    """A string where it stands in its file, quotation marks excluded."""

    file: str
    start: int
    end: int

    @property
    def laid(self) -> Laid:
        """The words that it stands for."""
        raw = self.file[self.start : self.end]
        if "\\" not in raw:
            return Laid(raw, ((0, len(raw), self.start, len(raw)),))
        laying, last = Laying(), 0
        for match in ESCAPE.finditer(raw):
            laying.put(raw[last : match.start()], self.start + last, match.start() - last)
            laying.put(_meant(match.group()), self.start + match.start(), len(match.group()))
            last = match.end()
        laying.put(raw[last:], self.start + last, len(raw) - last)
        return laying.laid()

    @property
    def text(self) -> str:
        """The words alone."""
        return self.laid.text


def parse(text: str, start: int = 0, end: int | None = None) -> Any:
    """The one value between these places: objects, arrays, Quoted strings, and all else as JSON has it.

    Raises FaultError.
    """
    end = len(text) if end is None else end
    value, place = _value(text, _after_blanks(text, start, end), end, 0)
    place = _after_blanks(text, place, end)
    if place < end:
        raise FaultError("there is more after its end", place)
    return value


def _value(text: str, place: int, end: int, depth: int) -> tuple[Any, int]:
    if depth > DEEPEST:
        raise FaultError(f"it is nested more than {DEEPEST} deep", place)
    opening = text[place : place + 1] if place < end else ""
    if opening == '"':
        return _string(text, place, end)
    if opening == "{":
        return _object(text, place + 1, end, depth + 1)
    if opening == "[":
        return _array(text, place + 1, end, depth + 1)
    match = WORD.match(text, place, end)
    if match is None:
        raise FaultError("it ends too early" if place >= end else "what stands here is no value", min(place, end))
    try:
        return json.loads(match.group()), match.end()
    except ValueError:
        raise FaultError("a number has thousands of digits", place) from None


def _string(text: str, place: int, end: int) -> tuple[Quoted, int]:
    match = STRING.match(text, place, end)
    if match is None:
        raise FaultError("a string is never closed, or has a line end in it", place)
    return Quoted(text, place + 1, match.end() - 1), match.end()


def _object(text: str, place: int, end: int, depth: int) -> tuple[dict[str, Any], int]:
    found: dict[str, Any] = {}
    place = _after_blanks(text, place, end)
    if text[place : place + 1] == "}" and place < end:
        return found, place + 1
    while True:
        key, place = _string(text, _after_blanks(text, place, end), end)
        place = _expected(text, ":", place, end)
        found[key.text], place = _value(text, _after_blanks(text, place, end), end, depth)
        place = _after_blanks(text, place, end)
        if text[place : place + 1] == "}" and place < end:
            return found, place + 1
        place = _expected(text, ",", place, end)


def _array(text: str, place: int, end: int, depth: int) -> tuple[list[Any], int]:
    found: list[Any] = []
    place = _after_blanks(text, place, end)
    if text[place : place + 1] == "]" and place < end:
        return found, place + 1
    while True:
        value, place = _value(text, _after_blanks(text, place, end), end, depth)
        found.append(value)
        place = _after_blanks(text, place, end)
        if text[place : place + 1] == "]" and place < end:
            return found, place + 1
        place = _expected(text, ",", place, end)


def _expected(text: str, sign: str, place: int, end: int) -> int:
    place = _after_blanks(text, place, end)
    if place >= end or text[place] != sign:
        raise FaultError("it ends too early" if place >= end else f"a “{sign}” is missing", min(place, end))
    return place + 1


def _after_blanks(text: str, place: int, end: int) -> int:
    match = BLANKS.match(text, place, end)
    return match.end() if match else place


def _meant(escape: str) -> str:
    if escape[1] != "u":
        return SHORT.get(escape[1], escape[1])
    if len(escape) > 6:
        return bytes.fromhex(escape[2:6] + escape[8:12]).decode("utf-16-be")
    return bytes.fromhex(escape[2:]).decode("utf-16-be", "replace")  # of halves of characters, nothing can be made
