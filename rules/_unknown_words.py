"""The words of a report that no list has. Each distinct word is looked up once in the life of the process."""

import re
from collections.abc import Sequence
from functools import lru_cache

from lint import Report, Span
from lint.pattern import late

from ._common_slips import common_slips
from ._lexicon import is_known, strangers
from ._looks import words_and_pairs

TOKEN = late(
    r"""
    [(\["“‘'*_]*                                # what may stand before a word
    (?P<words>
        (?:\d{1,3}-)? [a-z]{2,30} (?:-[a-z]{2,30})*  # a word, or a compound with hyphens, in lower case
      | [A-Z][a-z]{4,30}                        # a longer word with a capital letter
    )
    (?: ['’]s )?
    [)\]"”’'*_.,;:!?…]*                         # what may stand after it
    """,
    re.VERBOSE,
)
TO_A_SPACE = late(r"\S*")
SHORTEST = 3  # letters of a word that is judged
SPACIOUS = 300_000  # remembered words: more than a day's news has
_fine: set[str] = set()  # words met in this process, as Looks has them, that hold no unknown word
_strange: set[str] = set()  # words met in this process, as Looks has them, that may hold one


def unknown_words(report: Report) -> set[str]:
    """The words of a report that no list has."""
    (looks,) = report.find(words_and_pairs)
    prose = report.prose
    return {
        unknown
        for word in _may_be_unknown(looks.words)
        for place in looks.places(word)
        for unknown in unknown_in(_token_at(report.text, place, prose))
    }


@lru_cache(maxsize=SPACIOUS)
def unknown_in(token: str) -> tuple[str, ...]:
    """The words of a token that no list has."""
    match = TOKEN.fullmatch(token)
    words = match["words"].split("-") if match else ()
    return tuple(word for word in words if len(word) >= SHORTEST and is_unknown(word.lower()))


def is_unknown(word: str) -> bool:
    """Whether no list has a word in lower case, or only that of common slips."""
    return not is_known(word) or word in common_slips()


def _may_be_unknown(words: set[str]) -> set[str]:
    """Those of some words, as Looks has them, that may be none. Each is looked up once in the life of the process."""
    if len(_fine) + len(_strange) > SPACIOUS:
        _fine.clear()
        _strange.clear()
    rest = words - _fine
    met = rest & _strange
    new = rest - met
    judged = [word for word in new if len(word) >= SHORTEST and word.isalpha()]
    strange = {*strangers(judged), *common_slips().keys() & judged}
    _fine.update(new - strange)
    _strange.update(strange)
    return met | strange


def _token_at(text: str, place: int, prose: Sequence[Span]) -> str:
    """What stands between spaces around a place, if that is in prose."""
    for part in prose:
        if part.start <= place < part.end and (rest := TO_A_SPACE.match(text, place, part.end)):
            start = place
            while start > part.start and not text[start - 1].isspace():
                start -= 1
            return text[start : rest.end()]
    return ""
