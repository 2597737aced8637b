"""Patterns that are compiled when they are first used: most reports have nothing that most patterns look for."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, cast

from lint.compiled import compiled


def late(written: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression that costs nothing before its first use.

    After that it costs nothing more than any other. What is wrong with it is raised then.
    """
    return cast("re.Pattern[str]", _Pattern(written, flags))


def one_of(words: Iterable[str]) -> str:
    """An alternation of words, the longest first, by their common beginnings.

    So re tries it five to ten times as fast as the words side by side, or as (?i:...).
    """
    endings: dict[str, set[str]] = {}
    whole = False
    for word in words:
        if word:
            endings.setdefault(word[0], set()).add(word[1:])
        else:
            whole = True
    if not endings:
        return ""
    told = "|".join(re.escape(first) + one_of(rest) for first, rest in sorted(endings.items()))
    if whole:
        return f"(?:{told})?"
    return f"(?:{told})" if len(endings) > 1 else told


def in_any_case(words: Iterable[str]) -> Iterator[str]:
    """The words in lower case, with a capital, with a capital each, and in capitals."""
    for word in words:
        yield from (word.lower(), word.capitalize(), word.title(), word.upper())


def opening(*alternatives: str) -> str:
    """An alternation of patterns that each begin a word with the letter that they begin with.

    So re looks for that letter, where it would try \\b(?:...) at every place of a text.
    """
    return "(?:" + "|".join(rf"{each[0]}(?<!\w.){each[1:]}" for each in alternatives) + ")"


def gated(gate: re.Pattern[str], pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches of a pattern, tried only where a gate, for which re looks faster, finds that one may begin."""
    for chance in gate.finditer(text, start, end):
        if chance.start() >= start and (match := pattern.match(text, chance.start(), end)):
            start = match.end()
            yield match


def matches_at(
    pattern: re.Pattern[str], places: Iterable[int], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin at one of these places, which are in order; none begins within another."""
    for place in places:
        if start <= place < end and (match := pattern.match(text, place, end)):
            start = match.end()
            yield match


class _Pattern:
    """Stands for a pattern, and takes over each of its methods when it is first asked for."""

    def __init__(self, written: str, flags: int) -> None:
        self._written = written
        self._flags = flags
        self._pattern: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        """What the pattern itself has by that name; it is kept, so that it need not be asked for again."""
        if self._pattern is None:
            self._pattern = compiled(self._written, self._flags)
        found = getattr(self._pattern, name)
        setattr(self, name, found)
        return found
