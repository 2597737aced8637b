"""Names that one report spells in two ways: the pairs, what speaks for a slip, and which spelling is right."""

import enum
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, combinations
from typing import NamedTuple

from lint import Report, Span
from lint.find.name_words import HONORIFICS
from lint.find.names import Kind, Name, names
from lint.find.spellings import LONG, are_forms, are_gendered, folded, is_near, resembles, slips

from . import _given_names as given_names
from ._lexicon import is_known, zipf

SHORTEST = 4  # letters of a name that is compared at all
SHORTEST_STRANGE = 5  # letters of a word that is taken for a slip because no list has it
SHORTEST_BARE = 6  # letters of a name that nothing but its spelling ties to the other
MOST_UNLIKE = 2  # letters by which the lengths of near names differ
FAR_MORE = 3  # times as many mentions outweigh an introduction
CORRECTING = (" not ", "misspelled ", "misspelt ", "spelled as ")  # “the name is Ulm, not Ulmm”
COMMON_WORD = 3.0  # Zipf: from here on a capitalised word is a word before it is a name


@enum.unique
class Tie(enum.Enum):
    """What shows that two spellings are meant for one name, the strongest first."""

    GIVEN_NAME = "the same given name stands before both"
    PERSON = "a person is called by a name that fits nobody, and that is near to somebody's who is introduced"
    INTRODUCED = "a name that fits nobody is near to one that is introduced with more words"
    HEADLINE = "a word of the headline that no list has is near to somebody's name in the text"
    SURNAME = "the same surname stands after both"
    NEIGHBOUR = "the same word stands beside both"
    LOOKS = "they look alike, and no dictionary has the one"


STRENGTH = {tie: number for number, tie in enumerate(Tie)}


@dataclass
class Spelling:
    """One way in which a report spells a word of a name, and the mentions that do."""

    word: str  # folded
    mentions: list[tuple[Name, int]] = field(default_factory=list)  # with the number of the part of the name

    @property
    def as_surname(self) -> Iterator[Name]:
        """The mentions of full names that end in it."""
        return (name for name, _ in self.mentions if name.is_full and folded(name.surname.split()[-1]) == self.word)

    @cached_property
    def given_names(self) -> frozenset[str]:
        """The first given names, folded, that stand before it in full names."""
        return frozenset(folded(name.given.split()[0]) for name in self.as_surname)

    @property
    def as_given(self) -> Iterator[Name]:
        """The mentions of full names that begin with it."""
        return (name for name, part in self.mentions if name.is_full and part == 0)

    @property
    def alone(self) -> Iterator[Name]:
        """The mentions by this word only."""
        return (name for name, _ in self.mentions if len(name.parts) == 1)

    @property
    def titles(self) -> set[str]:
        """The offices and ranks, not the courtesies, that stand beside it; each by its last word."""
        return {name.title.lower().rstrip(".").split()[-1] for name, _ in self.mentions if name.title} - HONORIFICS

    @property
    def introduces(self) -> bool:
        """Whether some mention is a full name that it is part of."""
        return any(self.as_surname) or any(self.as_given)

    @property
    def places(self) -> Iterator[Span]:
        """Where it stands."""
        return (name.parts[part] for name, part in self.mentions)

    @property
    def first(self) -> Span:
        """Where it stands first."""
        return next(self.places)

    @property
    def shows_person(self) -> bool:
        """Whether the words around some mention show that a person is meant."""
        return any(name.is_person for name, _ in self.mentions)


class Variant(NamedTuple):
    """Two spellings of one name: the doubtful one, the better attested one, and what ties them."""

    wrong: Spelling
    right: Spelling
    tie: Tie


def variants(report: Report) -> Iterator[Variant]:
    """The names that a report spells in two ways, each doubtful spelling once, by its strongest tie."""
    near, is_strange = _near_words(report), _is_headline_strange(report)
    if not near and not is_strange:
        return
    told: set[str] = set()
    spellings = _spellings(report, None if is_strange else near)
    pairs = [(tie, one, other) for one, other in _near(spellings.values()) if (tie := _tie(report, one, other))]
    pairs += ((Tie.HEADLINE, one, other) for one, other in _in_headline(report, spellings))
    for tie, one, other in sorted(pairs, key=lambda pair: STRENGTH[pair[0]]):
        right, wrong = sorted((one, other), key=_attestation, reverse=True)
        if len(wrong.mentions) >= FAR_MORE * len(right.mentions):
            right, wrong = wrong, right
        if not told & {wrong.word, right.word} and _may_be_wrong(wrong, right, tie):
            told.add(wrong.word)
            yield Variant(wrong, right, tie)


def _near_words(report: Report) -> set[str]:
    """The words of names, folded, that are near to another one of the report: they are few, or none."""
    text = report.text
    surnames: defaultdict[str, set[str]] = defaultdict(set)
    words: set[str] = set()
    for name in report.find(names):
        if name.given and name.surname:
            surnames[folded(name.given.split()[0])].add(folded(name.surname.split()[-1]))
        for part in name.parts:
            words.add(text[part.start : part.end])
    near: set[str] = set()
    for one, other in _may_resemble({folded(word) for word in words if len(word) >= SHORTEST}):
        if resembles(one, other) and is_near(one, other):
            near |= {one, other}
    for one, other in chain.from_iterable(combinations(fellows, 2) for fellows in surnames.values()):
        if is_near(one, other):
            near |= {one, other}
    return near


def _may_resemble(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of words that may resemble each other: few of all those with one first letter.

    Their second letter is the same too, or their last, or they are long and have the same letters.
    """
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        by_letter[word[0]].append(word)
    for fellows in by_letter.values():
        for one, other in combinations(fellows, 2):
            if one[1:2] == other[1:2] or one[-1] == other[-1] or len(one) == len(other) >= LONG:
                yield one, other


def _is_headline_strange(report: Report) -> bool:
    """Whether a headline that capitalises everything has a word that no list has."""
    words = (folded(report.words(part)) for name in report.find(names) if name.shouted for part in name.parts)
    return any(len(word) >= SHORTEST_STRANGE and not is_known(word) for word in words)


def _spellings(report: Report, wanted: set[str] | None) -> dict[str, Spelling]:
    """The wanted words of names, or all of them, each with its mentions."""
    text = report.text
    found: dict[str, Spelling] = {}
    for name in report.find(names):
        if name.shouted:
            continue
        for number, part in enumerate(name.parts):
            word = text[part.start : part.end]
            key = folded(word)
            if len(word) < SHORTEST or (wanted is not None and key not in wanted):
                continue
            if not word[0].isupper() or word[:-1].isupper() or word[-1].isdigit():
                continue
            if text.endswith(CORRECTING, 0, part.start) or (name.opens and _may_be_a_word(name)):
                continue
            if key not in found:
                found[key] = Spelling(key)
            found[key].mentions.append((name, number))
    return found


def _may_be_a_word(name: Name) -> bool:
    """Whether what stands at the head of a sentence may owe its capital to that."""
    return len(name.parts) == 1 and name.kind is Kind.UNKNOWN and zipf(folded(name.words)) >= COMMON_WORD


def _near(spellings: Iterable[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    by_key: defaultdict[str, list[Spelling]] = defaultdict(list)
    for spelling in spellings:
        by_key[spelling.word[0]].append(spelling)
    for fellows in by_key.values():
        for one, other in combinations(fellows, 2):
            if abs(len(one.word) - len(other.word)) > MOST_UNLIKE and "-" not in one.word:
                continue  # too far apart to be near
            if (resembles(one.word, other.word) or _share_given_name(one, other)) and is_near(one.word, other.word):
                yield one, other


def _in_headline(report: Report, spellings: dict[str, Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """The strange words of a headline that capitalises everything, each with the name of the text that it resembles."""
    for name in report.find(names):
        for number, part in enumerate(name.parts) if name.shouted else ():
            word = folded(report.words(part))
            if len(word) < SHORTEST_STRANGE or word in spellings or is_known(word):
                continue
            for fellow in spellings.values():
                if fellow.introduces and resembles(word, fellow.word) and _is_slip(word, fellow.word):
                    yield Spelling(word, [(name, number)]), fellow


def _is_slip(word: str, other: str) -> bool:
    return is_near(word, other) and not are_forms(word, other)


def _tie(report: Report, one: Spelling, other: Spelling) -> Tie | None:
    """The strongest tie of two near spellings; None where both are right or may be."""
    if any(name is fellow for name, _ in one.mentions for fellow, _ in other.mentions):
        return None
    person = one.shows_person or other.shows_person
    if _share_given_name(one, other) and person and f"{one.word}s" != other.word and f"{other.word}s" != one.word:
        return Tie.GIVEN_NAME
    for alone, introduced in ((one, other), (other, one)):
        if _fits_nobody(alone) and introduced.introduces and not _stands_in_list(report, alone):
            if _has_own_title(alone, introduced):
                return None
            if person and any(introduced.as_surname) and not are_forms(one.word, other.word):
                return Tie.PERSON
            if not are_forms(one.word, other.word) or (person and are_gendered(one.word, other.word)):
                return Tie.INTRODUCED
    if are_forms(one.word, other.word):
        return None
    if _share_surname(one, other):
        return Tie.SURNAME
    if _share_neighbour(report, one, other):
        return Tie.NEIGHBOUR
    if (any(one.as_surname) and any(other.as_surname)) or (any(one.as_given) and any(other.as_given)):
        return None
    ends_alike = one.word[-1] == other.word[-1]  # a last letter is grammar in many languages
    return Tie.LOOKS if ends_alike and len(one.word) >= SHORTEST_BARE and slips(one.word, other.word) == 1 else None


def _share_given_name(one: Spelling, other: Spelling) -> bool:
    shared = one.given_names & other.given_names
    return bool(shared) and any(len(name.rstrip(".")) > 1 for name in shared)


def _share_surname(one: Spelling, other: Spelling) -> bool:
    mine = {folded(name.surname) for name in one.as_given}
    return any(folded(name.surname) in mine for name in other.as_given) and not given_names.may_be_one(
        one.word, other.word
    )


def _fits_nobody(alone: Spelling) -> bool:
    """Whether a spelling stands only for itself, and for no place or body."""
    return all(len(name.parts) == 1 and name.kind in (Kind.PERSON, Kind.UNKNOWN) for name, _ in alone.mentions)


def _has_own_title(alone: Spelling, introduced: Spelling) -> bool:
    """Whether a known surname is brought in with an office or rank, as a person by itself: “Officer Brook said”."""
    mine, theirs = alone.titles, introduced.titles
    return bool(mine) and mine.isdisjoint(theirs) and given_names.is_surname(alone.word)


def _stands_in_list(report: Report, spelling: Spelling) -> bool:
    """Whether it is only ever one of several names in a row, such as a line-up."""
    return all(_between_commas(report.text, place) for place in spelling.places)


def _between_commas(text: str, place: Span) -> bool:
    before, after = text[max(0, place.start - 5) : place.start], text[place.end : place.end + 5]
    return before.endswith((", ", "; ", " and ", ": ")) and after.startswith((",", ";", " and ", ".", " ("))


def _share_neighbour(report: Report, one: Spelling, other: Spelling) -> bool:
    return bool(_neighbours(report, one) & _neighbours(report, other))


def _neighbours(report: Report, spelling: Spelling) -> set[tuple[int, str]]:
    return {
        (step, folded(report.words(name.parts[part + step])))
        for name, part in spelling.mentions
        for step in (-1, 1)
        if 0 <= part + step < len(name.parts)
    }


def _attestation(spelling: Spelling) -> tuple[bool, int, bool, int]:
    return spelling.introduces, len(spelling.mentions), is_known(spelling.word), -spelling.first.start


def _may_be_wrong(wrong: Spelling, right: Spelling, tie: Tie) -> bool:
    """Whether the doubtful spelling is no name or word of its own, as far as its tie leaves that open."""
    if tie is Tie.GIVEN_NAME:
        return True
    if tie is Tie.SURNAME:
        return not (given_names.is_given_name(wrong.word) and given_names.is_given_name(right.word))
    if tie is Tie.PERSON:
        return wrong.shows_person or zipf(wrong.word) < COMMON_WORD
    if tie is Tie.HEADLINE:
        return True
    if tie is Tie.INTRODUCED:
        return (
            len(wrong.word) >= SHORTEST_STRANGE
            and not is_known(wrong.word)
            and not given_names.is_given_name(wrong.word)
        )
    few = len(wrong.mentions) == 1 or len(wrong.mentions) * FAR_MORE <= len(right.mentions)
    return few and not is_known(wrong.word) and zipf(right.word) < COMMON_WORD
