"""The finder of acronyms: where they stand, and which words they are introduced for."""

from collections.abc import Iterator

from lint.compiled import compiled
from lint.report import Report
from lint.span import Span
from lint.value import value

ACRONYM = compiled(r"[A-Z](?<![\w.@#/&’'-].)[A-Z0-9&]{1,9}(?:-[A-Z]{2,6})?(?=(?:[’']?s)?(?![\w@]|-\w))")
BRACKETS = frozenset({"()", "[]"})
WORDS_BEFORE = compiled(r"[^\s(]+")
JOINING = frozenset("of for the and in on to at a an de del la le y et & und der des".split(" "))
LONGEST_EXPANSION = 12  # words


@value(frozen=True, slots=True)
class Acronym:
    """One mention of an acronym. A plural or possessive s is no part of it.

    `introduced` says that it stands in brackets behind words that it may be short for; `expansion` are those words,
    where their initials are its letters. Initials of another language fit nothing, and that is no fault.
    """

    span: Span
    letters: str
    introduced: bool = False
    expansion: Span | None = None


def acronyms(report: Report) -> Iterator[Acronym]:
    """The acronyms of the body, in their order; lines in capitals have none."""
    text, body = report.text, report.body
    for match in ACRONYM.finditer(text, body.start, body.end):
        start, end = match.span()
        if _is_shouted(text, start, end):
            continue
        introduced = start > body.start and text[start - 1] + text[end : end + 1] in BRACKETS
        expansion = _expansion(text, body.start, start - 1, match.group()) if introduced else None
        yield Acronym(Span(start, end), match.group(), introduced, expansion)


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether the words on both sides are in capitals too."""
    beside = (*text[max(0, start - 30) : start].split()[-2:], *text[end : end + 30].split()[:2])
    return sum(word.isupper() and word.isalpha() and len(word) > 1 for word in beside) >= 2


def _expansion(text: str, floor: int, end: int, acronym: str) -> Span | None:
    """The words before a bracket whose initials are the letters in it, with or without the small words between."""
    words = list(WORDS_BEFORE.finditer(text, max(floor, end - 120), end))[-LONGEST_EXPANSION:]
    letters = "".join(letter for letter in acronym.upper() if letter.isalpha())
    for number in range(len(words) - 1, -1, -1):
        chosen = [word.group() for word in words[number:]]
        if chosen[0][0].upper() != letters[0] or chosen[0].lower() in JOINING:
            continue
        if letters in _initials(chosen):
            return Span(words[number].start(), words[-1].end())
    return None


def _initials(words: list[str]) -> tuple[str, str]:
    parts = [part for word in words for part in word.replace("“", "").replace('"', "").split("-") if part]
    return (
        "".join(part[0].upper() for part in parts if part.lower() not in JOINING),
        "".join(part[0].upper() for part in parts),
    )
