"""Phrases that tell what a figure counts where no single word does: "30,000 homes without power", "fined $3"."""

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from lint.find.figures import Figure
from lint.pattern import late

from ._tables import rows

REACH = 7  # words on each side of a figure
ANY_WORDS = r"(?: [^\W_][\w’'-]*){0,6}"
COMPARED = ("event", "alike", "much alike", "hinted", "named")
SHARES = frozenset("percent points share".split())
OF_SHARES = frozenset({"turnout", "vote share"})
OF_MONEY = frozenset(
    "ransom|fine|damage|price|retail price|bail|reward|settlement|raised|budget|cost|a share|loot|gross|revenue"
    "|profit|loss|pay|transfer".split("|")
)
SENTENCE = "sentence"
POSSIBLE = frozenset(
    "maximum minimum possible mandatory faces face facing faced could may might would carries carry parole eligible"
    " suspended seeking sought asked serve serves served serving spent spend spends spending".split()
)
CONTRACT = "contract"
SIGNING = frozenset("sign signs signed signing agree agrees agreed agreement finalized finalised inked".split())
OFFERED = frozenset("offer offers offered offering would could might may reportedly proposed".split())
BAR = re.escape("|")
COMMON = frozenset(  # words that stand around too many figures to tell anything
    "the of in on at to by for from with out up over is was were been be has had have will would could may might a an"
    " and or their people persons more taken took )".split()
)


class Phrase(NamedTuple):
    """What a figure counts by the words around it, and how alike two sentences must be to count one thing."""

    category: str
    likeness: int
    is_whole: bool = False  # all that are counted, though told as some of others: “17 of the hijacked ships”


class _Phrases(NamedTuple):
    patterns: list[tuple[re.Pattern[str], Phrase, list[frozenset[str]]]]  # with the words for each place
    telling: dict[str, list[int]]  # which patterns a word may be of


def phrase_around(figure: Figure) -> Phrase | None:
    """The first phrase of the table counted_phrases.csv that stands around a figure."""
    before, after = figure.before[:REACH], (*figure.phrase, *figure.after)[:REACH]
    patterns, telling = _phrases()
    around = {*before, *after}
    if telling.keys().isdisjoint(around):
        return None
    heard = {number for word in around if word in telling for number in telling[word]}
    words = ""
    for number in sorted(heard):
        pattern, phrase, needed = patterns[number]
        if any(map(around.isdisjoint, needed)):
            continue
        words = words or " ".join(("", *reversed(before), "#", *after, ""))
        if pattern.search(words) and _fits(phrase.category, figure):
            return phrase
    return None


def phrase_categories() -> frozenset[str]:
    """The categories that phrases give; units are named behind them."""
    return frozenset(phrase.category for _, phrase, _ in _phrases().patterns)


def _fits(category: str, figure: Figure) -> bool:
    """Whether a figure can be of a category: money that is paid, a term that is served, a contract that is signed."""
    if category in OF_MONEY or category in OF_SHARES:
        return bool(figure.unit) and (figure.unit in SHARES) == (category in OF_SHARES)
    if category == CONTRACT:
        around = {*figure.before, *figure.after}
        return not SIGNING.isdisjoint(around) and OFFERED.isdisjoint(around)
    return category != SENTENCE or not (
        POSSIBLE.intersection((*figure.before[:REACH], *figure.after[:3])) or "eligible" in figure.after
    )


@lru_cache(maxsize=1)
def _phrases() -> _Phrases:
    """The table; a phrase is looked for where one of its words stands, of those that are the fewest and not common."""
    patterns: list[tuple[re.Pattern[str], Phrase, list[frozenset[str]]]] = []
    telling: defaultdict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows("counted_phrases.csv", "words", "category", "compared")):
        written = row["words"].split()
        parts = [part.split("|") for part in written if part not in "#*"]
        phrase = Phrase(row["category"], COMPARED.index(row["compared"]), is_whole=written[:2] == ["#", "of"])
        patterns.append((late(_pattern(written)), phrase, list(map(frozenset, parts))))
        for word in min(parts, key=lambda words: (len(COMMON.intersection(words)), len(words))):
            telling[word].append(number)
    return _Phrases(patterns, dict(telling))


def _pattern(written: list[str]) -> str:
    """A phrase as a regular expression: # is the figure, * up to six words, and | parts words of which one stands."""
    return (
        "".join(ANY_WORDS if part == "*" else f" (?:{re.escape(part).replace(BAR, '|')})" for part in written) + "(?= )"
    )
