"""How a phrase is written: its places, the pattern they make, and the words by which reports that hold it are found."""

import re
from collections.abc import Iterator, Sequence
from itertools import product, zip_longest
from typing import NamedTuple

from lint.compiled import compiled
from lint.find.plain import without_marks
from lint.pattern import late

from ._kinds import KINDS
from ._looks import Key

MOST = 6  # words, as Looks parts them, in a place for any: “17-year-old”, “1,234,567”
GAP = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*(?!\n))"
SLOT = late(r"\[[^\]]*\]|\S+")
GRAMMAR = frozenset(
    "the a an of in to is was on at for with and it he she they we has have had be been by his her their this that "
    "from as are were its who not or but i you will would out up one all".split()
)


def slots_of(phrase: str) -> list[str]:
    """The phrase, place by place; the wrong part is one place."""
    return SLOT.findall(phrase)


def flat(written: Sequence[str]) -> Iterator[str]:
    """The places of the phrase, those of the wrong part one by one."""
    for slot in written:
        if slot[0] == "[":
            yield from slot[1:-1].split()
        else:
            yield slot


def pattern_of(written: Sequence[str]) -> re.Pattern[str]:
    """What a phrase of these places looks like in a text."""
    slots = [slot for slot in written if slot != "^" and not (slot[0] == "!" and slot is written[0])]
    text, joint = "", ""
    for number, slot in enumerate(slots):
        if slot == "$":
            text += r"(?=[^\S\n]*(?:[.,;:!?)”\"]|—|–|-\s|\n|\Z))"
        elif slot[0] == "!":
            text += f"(?!{GAP}{_pattern(slot[1:], number)}(?![\\w’'-]))"
        elif slot == "[]":
            text += f"(?P<gap>{GAP})"
            joint = ""
        elif slot[0] == "[":
            text += f"{joint}(?P<wrong>{_several(slot[1:-1], number)})"
            joint = GAP
        elif slot[-1] == "?":
            text += (
                f"(?:{joint}{_pattern(slot[:-1], number)})?" if joint else f"(?:{_pattern(slot[:-1], number)}{GAP})?"
            )
        else:
            text += joint + _pattern(slot, number)
            joint = GAP
    return compiled(rf"(?<![\w’'@#/.&-]){text}(?![\w@/]|[’'-]\w|-)")


def keys_of(written: Sequence[str]) -> frozenset[Key]:
    """Words, or pairs of neighbours, of which one must stand in a text that holds the phrase."""
    wrong = next(number for number, slot in enumerate(written) if slot[0] == "[")
    last = wrong + len(written[wrong][1:-1].split())
    slots = list(flat(written))
    every = [(alternatives(slots[place]), _next_words(slots, place)) for place in range(last)]
    at_it, before_it = every[max(0, wrong - 1) :], every[: max(0, wrong - 1)]
    pairs = [pair for pair in at_it if all(pair)] or [pair for pair in before_it if all(pair)]
    words = min(needed(written), key=_frequency_of_words)
    rarest = min(pairs, key=_frequency_of_pairs, default=None)
    if rarest and _frequency_of_pairs(rarest) < _frequency_of_words(words):
        return frozenset(product(*rarest))
    return frozenset(words)


def needed(written: Sequence[str]) -> list[list[str]]:
    """For each place that must be filled from a few words, these words."""
    return [words for words in map(alternatives, flat(written)) if words]


def alternatives(slot: str) -> list[str]:
    """The words that can stand in a place, if they are few and one must."""
    if not slot or slot in ("^", "$") or slot[0] in "!<" or slot[-1] == "?" or "<" in slot:
        return []
    words = slot.lower().split("/")
    return words if all(word.replace("'", "").isalnum() for word in words) else []


class Step(NamedTuple):
    """What a word of a report, as Looks parts them, can be at a step through a phrase: one of some words, or any.

    There is at least one, or it may be missing; of any there are as many as a number or an age has.
    """

    words: frozenset[str]
    is_needed: bool


def steps_of(written: Sequence[str]) -> list[Step]:
    """The words of a phrase of these places, step by step."""
    steps: list[Step] = []
    for slot in flat(written):
        if slot in ("^", "$") or slot[0] == "!":
            continue
        is_needed = slot[-1] != "?"
        if "<" in slot:
            steps.append(Step(frozenset(), is_needed))
            continue
        told = [without_marks(word).split() for word in slot.removesuffix("?").lower().split("/")]
        for parts in zip_longest(*told):  # of “first-degree”, two
            steps.append(Step(frozenset(filter(None, parts)), is_needed and None not in parts and all(told)))
    return steps


def lead_on(words: Sequence[str], steps: Sequence[Step], place: int = 0) -> bool:
    """Whether some words, from this one on, can be those of these steps."""
    for number, (wanted, is_needed) in enumerate(steps, 1):
        if not wanted:
            return _lead_on_past_any(words, steps[number:], place + is_needed, place + MOST)
        if not is_needed and lead_on(words, steps[number:], place):
            return True
        if place >= len(words) or words[place] not in wanted:
            return False
        place += 1
    return True


def _lead_on_past_any(words: Sequence[str], steps: Sequence[Step], first: int, last: int) -> bool:
    """Whether some words can be those of these steps, from one between these two on."""
    if not steps:
        return True
    wanted, is_needed = steps[0]
    if wanted and is_needed and wanted.isdisjoint(words[first : last + 1]):
        return False
    return any(lead_on(words, steps, place) for place in range(first, last + 1))


def sample_of(slot: str) -> str:
    """A place as it may be filled."""
    if slot[0] == "[":
        return " ".join(sample_of(word) for word in slot[1:-1].split())
    if slot in ("^", "$") or slot[0] == "!" or slot[-1] == "?":
        return ""
    first = slot.split("/")[0]
    return KINDS[first[1:-1]].sample if first[0] == "<" else first


def _several(words: str, number: int) -> str:
    return GAP.join(_pattern(word, number * 10 + place) for place, word in enumerate(words.split()))


def _pattern(slot: str, number: int) -> str:
    words = (_kind(each[1:-1], number) if each[0] == "<" else _literal(each) for each in slot.split("/"))
    return f"(?:{'|'.join(words)})"


def _kind(kind: str, number: int) -> str:
    return f"(?P<{kind}{number}>{KINDS[kind].pattern})"


def _literal(word: str) -> str:
    return f"(?i:{re.escape(word)})".replace("'", "['’]")


def _next_words(slots: Sequence[str], place: int) -> list[str]:
    """The words that can follow a place, past what may be missing; nothing where they are not few."""
    words: list[str] = []
    for slot in slots[place + 1 :]:
        if slot and slot[0] != "<" and slot[-1] == "?" and "<" not in slot:
            words += slot[:-1].lower().split("/")
        else:
            following = alternatives(slot)
            return words + following if following else []
    return []


def _frequency_of_words(words: Sequence[str]) -> float:
    """About how many of a hundred reports have a word."""
    return 900 * len(GRAMMAR.intersection(words)) + sum(40 if len(word) < 6 else 10 for word in words)


def _frequency_of_pairs(pairs: tuple[Sequence[str], Sequence[str]]) -> float:
    """About how many of a hundred reports have one of some words before one of others."""
    one, other = ((len(words), len(GRAMMAR.intersection(words))) for words in pairs)
    both, neither = one[1] * other[1], (one[0] - one[1]) * (other[0] - other[1])
    return 40 * both + 0.1 * neither + 1.0 * (one[0] * other[0] - both - neither)
