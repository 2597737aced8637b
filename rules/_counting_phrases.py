"""Phrases that tell what a figure counts where no single word does: "30,000 homes without power", "fined $3"."""

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from lint.find.figures import Figure
from lint.pattern import late

from ._counting_words import rows

REACH = 7  # words on each side of a figure
ANY_WORDS = r"(?: [^\W_][\w’'-]*){0,4}"
COMPARED = ("event", "alike", "much alike")
BAR = re.escape("|")
SHORT = 4  # letters: shorter words stand around too many figures to tell anything


class Phrase(NamedTuple):
    """What a figure counts by the words around it, and how alike two sentences must be to count one thing."""

    category: str
    likeness: int


class _Phrases(NamedTuple):
    patterns: list[tuple[re.Pattern[str], Phrase]]
    telling: dict[str, list[int]]  # which patterns a word may be of


def phrase_around(figure: Figure) -> Phrase | None:
    """The first phrase of the table counted_phrases.csv that stands around a figure."""
    before, after = figure.before[:REACH], (*figure.phrase, *figure.after)[:REACH]
    patterns, telling = _phrases()
    heard = {number for word in {*before, *after} & telling.keys() for number in telling[word]}
    if not heard:
        return None
    words = " ".join(("", *reversed(before), "#", *after, ""))
    found = (patterns[number] for number in sorted(heard))
    return next((phrase for pattern, phrase in found if pattern.search(words)), None)


@lru_cache(maxsize=1)
def _phrases() -> _Phrases:
    """The table; a phrase is looked for where one of its words stands, of those that are the fewest and not short."""
    patterns: list[tuple[re.Pattern[str], Phrase]] = []
    telling: defaultdict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows("counted_phrases.csv")):
        written = row["words"].split()
        patterns.append((late(_pattern(written)), Phrase(row["category"], COMPARED.index(row["compared"]))))
        parts = [part.split("|") for part in written if part not in "#*"]
        for word in min(parts, key=lambda words: (min(map(len, words)) < SHORT, len(words))):
            telling[word].append(number)
    return _Phrases(patterns, dict(telling))


def _pattern(written: list[str]) -> str:
    """A phrase as a regular expression: # is the figure, * up to four words, and | parts words of which one stands."""
    return (
        "".join(ANY_WORDS if part == "*" else f" (?:{re.escape(part).replace(BAR, '|')})" for part in written) + "(?= )"
    )
