"""The noun that the words behind a figure are about: “boat” of “other speed boats moored”."""

from collections.abc import Sequence
from functools import lru_cache

from ._counting_words import people
from ._scope import ADDING

NO_NOUN = frozenset(  # words in which the phrase of a noun has ended
    "north south east west northeast northwest southeast southwest away off ago later earlier old long"
    " wide deep tall high apart inside along alone together home each more outside there here across around"
    " about down up out back over".split()
)
ONE_AS_MANY = frozenset("series species means".split())
NO_PLURAL = ("ss", "us", "is")
PLURAL_IN_ES = ("sses", "shes", "ches", "xes")
MANY = 4_000  # phrases remembered: rules ask for those of 64 reports, one rule after the other


def head_noun(phrase: Sequence[str]) -> str:
    """The noun that a phrase is about, in the singular: “boat” of “other speed boats moored”; or nothing."""
    return _head_noun(tuple(phrase))


@lru_cache(maxsize=MANY)
def _head_noun(phrase: tuple[str, ...]) -> str:
    kept: list[str] = []
    for number, word in enumerate(phrase):
        if word in NO_NOUN or (number and word.endswith(("ed", "ing", "ly")) and _is_plural(kept[-1])):
            break
        kept.append(word)
    plurals = [word for word in kept if _is_plural(word)]
    head = plurals[-1] if plurals else kept[-1] if kept else ""
    if not head[:1].isalpha() or head in ADDING:
        return ""
    if head in ONE_AS_MANY:
        return head
    if head.endswith("ies") and len(head) > 4:
        return head[:-3] + "y"
    if head.endswith(PLURAL_IN_ES):
        return head[:-2]
    return head[:-1] if head.endswith("s") and _is_plural(head) else head


def _is_plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith(NO_PLURAL)) or word in people()
