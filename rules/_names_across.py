"""Names that reports of one story spell in different ways."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import NamedTuple

from lint import Passage, Report
from lint.compiled import compiled
from lint.find.name_words import BODY_WORDS, HONORIFICS, PLACE_WORDS
from lint.find.names import Kind, Name, names
from lint.find.spellings import are_forms, folded, joined, slips, transliterated
from lint.pattern import late
from lint.value import value

from . import _given_names as given_names
from ._lexicon import is_known, zipf

FULL_TITLES = {
    "sgt": "sergeant", "det": "detective", "lt": "lieutenant", "capt": "captain", "dr": "doctor", "rev": "reverend",
    "sen": "senator", "rep": "representative", "gov": "governor", "prof": "professor", "col": "colonel",
    "gen": "general", "cmdr": "commander", "cpl": "corporal", "insp": "inspector", "supt": "superintendent",
    "atty": "attorney", "dep": "deputy", "ofc": "officer", "spokeswoman": "spokesman", "spokesperson": "spokesman",
    "chairwoman": "chairman", "chair": "chairman", "chairperson": "chairman", "councilwoman": "councilman",
}  # fmt: skip
SITE = compiled(r"\.\w")  # HarbourNews.com does not misspell Harbour News
LONG = 6  # letters from which two slips still leave a name recognisable, where a story ties the two
COMMON_WORD = 2.5  # Zipf: from here on two words of a name are two words
MOST_NAMES = 400  # in one story; a folder of everything is no story
COUNTED = 100  # reports of one spelling: those beyond are not told of
SILENT = late(r"[aeiouyh]+")
DOUBLED = late(r"(.)\1+")


@value(frozen=True, slots=True)
class NameClaim:
    """That somebody or something in a report is called so: the first mention that spells it this way.

    All but `passage` are folded; `given` and `surname` are empty for what is no person, `parts` are its words.
    """

    passage: Passage
    published: date | None
    parts: tuple[str, ...]
    given: str = ""
    surname: str = ""
    role: str = ""
    age: int | None = None

    @property
    def is_person(self) -> bool:
        """Whether it is somebody's name."""
        return bool(self.surname)


class Difference(NamedTuple):
    """One name in two spellings: the claims of the better attested one, and those of the other, one a report each."""

    right: tuple[NameClaim, ...]
    wrong: tuple[NameClaim, ...]
    agreeing: str = ""  # what shows that both are one person: “aged 29”, “sergeant”
    is_slight: bool = False  # in hyphens, apostrophes or spaces only, or as alphabets are transcribed, or of bare words


def claims(report: Report) -> Iterator[NameClaim]:
    """The names of a report, each spelling once; with the age and the role that any of its mentions gives."""
    text = report.text
    told: dict[str, list[Name]] = defaultdict(list)
    for name in report.find(names):
        if len(name.parts) == 1 and not _stands_for_itself(name):
            continue
        if not name.shouted and not (text.startswith(".", name.span.end) and SITE.match(text, name.span.end)):
            told[folded(name.words)].append(name)
    for mentions in told.values():
        first = mentions[0]
        parts = tuple([folded(text[part.start : part.end]) for part in first.parts])
        passage = report.passage(first.span)
        if first.kind in (Kind.BODY, Kind.PLACE) or not (first.is_person or first.is_full):
            yield NameClaim(passage, report.published, parts)
        else:
            ages = [name.age for name in mentions if name.age is not None]
            roles = [name.title for name in mentions if name.title]
            given = folded(first.given.split()[0]) if first.given else ""
            surname, role = folded(first.surname), _role(roles[0]) if roles else ""
            yield NameClaim(passage, report.published, parts, given, surname, role, ages[0] if ages else None)


def _stands_for_itself(name: Name) -> bool:
    """Whether a name of one word is worth comparing: somebody's, with a title, or one that no list of words has."""
    if name.introduced.start != name.span.start:
        return False
    if name.kind is Kind.PERSON:
        return name.title != ""
    if name.opens or len(name.words) < LONG or name.words.isupper():
        return False
    word = folded(name.words)
    return len(word) >= LONG and not is_known(word)


def differences(found: Sequence[NameClaim]) -> Iterator[Difference]:
    """The names that reports of one story spell in two ways."""
    first = found[0].passage.path
    if all(claim.passage.path == first for claim in found):
        return  # most stories are told by one report
    spellings: defaultdict[tuple[str, ...], list[NameClaim]] = defaultdict(list)
    for claim in found:
        spellings[claim.parts].append(claim)
    for one, other in _candidates(list(spellings)[:MOST_NAMES]):
        mine, theirs = spellings[one], spellings[other]
        if {claim.passage.path for claim in mine} & {claim.passage.path for claim in theirs}:
            continue  # a report that has both means two, or is told so by itself
        difference = _difference(mine, theirs)
        if difference is not None:
            yield difference


def needed(found: Sequence[NameClaim]) -> list[NameClaim]:
    """The names, of all that some reports have, without which `differences` might find something else.

    Of each spelling the first reports and the first with each age and role; of two that may be one name's, a report
    that has both and so means two.
    """
    of_report: defaultdict[str, list[NameClaim]] = defaultdict(list)
    for claim in found:
        of_report[claim.passage.path].append(claim)
    often: Counter[tuple[str, ...]] = Counter()
    told: set[NameClaim] = set()
    met: set[frozenset[tuple[str, ...]]] = set()
    kept: set[NameClaim] = set()
    for claims in of_report.values():
        anew = {frozenset(pair) for pair in _candidates([claim.parts for claim in claims])} - met
        met |= anew
        for claim in claims:
            often[claim.parts] += 1
            said = replace(claim, passage=found[0].passage, published=None)
            if often[claim.parts] <= COUNTED or said not in told or any(claim.parts in pair for pair in anew):
                kept.add(claim)
            told.add(said)
    return [claim for claim in found if claim in kept]


def _candidates(spellings: Sequence[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The pairs of spellings that share a word, or all their letters, or stand alone with one first letter."""
    sharing: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for parts in spellings:
        for part in {*parts, joined("".join(parts))}:
            sharing[part].append(parts)
        sharing[f"{parts[-1][0]}-"].append(parts)
    told = set()
    for fellows in sharing.values():
        for pair in combinations(fellows, 2):
            if pair not in told:
                told.add(pair)
                yield pair


def _difference(mine: Sequence[NameClaim], theirs: Sequence[NameClaim]) -> Difference | None:
    """What two spellings differ in, if they are one name's."""
    one, other = (next((claim for claim in claims if claim.is_person), claims[0]) for claims in (mine, theirs))
    if joined("".join(one.parts)) == joined("".join(other.parts)):
        return _ordered(mine, theirs, is_slight=True)
    if one.is_person and other.is_person:
        agreeing = _agreement(mine, theirs)
        may_be = agreeing is not None and _may_be_one_person(one, other, agreeing)
        return _ordered(mine, theirs, agreeing or "") if may_be else None
    if not one.is_person and not other.is_person and _may_be_one_thing(one.parts, other.parts):
        return _ordered(mine, theirs, is_slight=len(one.parts) == 1)
    return None


def _agreement(mine: Sequence[NameClaim], theirs: Sequence[NameClaim]) -> str | None:
    """What reports say alike of two people: an age or a role; None where their ages differ."""
    my_ages, their_ages = ({claim.age for claim in claims if claim.age is not None} for claims in (mine, theirs))
    if my_ages and their_ages:
        return f"aged {min(my_ages & their_ages)}" if my_ages & their_ages else None
    roles = {claim.role for claim in mine} & {claim.role for claim in theirs} - {"", *HONORIFICS}
    return min(roles, default="")


def _may_be_one_person(one: NameClaim, other: NameClaim, agreeing: str) -> bool:
    if agreeing and (one.given, one.surname) == (other.surname, other.given):
        return True  # “Lewis Martin” and “Martin Lewis”
    if not one.given or not other.given:
        alone = one if not one.given else other
        return agreeing != "" and alone.role != "" and _is_near(one.surname, other.surname)
    if one.surname == other.surname:
        sounds_alike = agreeing.startswith("aged") and _sound(one.given) == _sound(other.given)
        is_near = sounds_alike or _is_near(one.given, other.given, sure=bool(agreeing))
        return is_near and _may_be_one_given(one, other, agreeing)
    if not given_names.may_be_one(one.given, other.given) or len(one.given.rstrip(".")) == 1:
        return False
    return _is_near(one.surname, other.surname, sure=bool(agreeing)) and not are_forms(one.surname, other.surname)


def _may_be_one_given(one: NameClaim, other: NameClaim, agreeing: str) -> bool:
    """Whether near given names before one surname are rather one person's than those of two relatives."""
    if given_names.may_be_one(one.given, other.given) or are_forms(one.given, other.given):
        return False
    both = given_names.is_given_name(one.given) and given_names.is_given_name(other.given)
    return agreeing != "" or not both


def _may_be_one_thing(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of bodies or places differ in one word only, which is a slip for the other's and no word."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) == len(shorter) + 1 and longer[-1] in PLACE_WORDS | BODY_WORDS:
        longer = longer[:-1]
    if len(longer) != len(shorter):
        return False
    unlike = [(mine, yours) for mine, yours in zip(shorter, longer, strict=True) if mine != yours]
    if len(unlike) != 1:
        return False
    mine, yours = unlike[0]
    if mine[:1] != yours[:1] or are_forms(mine, yours) or min(zipf(mine), zipf(yours)) >= COMMON_WORD:
        return False
    return _is_near(mine, yours)


def _is_near(one: str, other: str, *, sure: bool = False) -> bool:
    """Whether two words may be slips for one another; where it is sure who is meant, first letters may differ too."""
    one, other = joined(one), joined(other)
    shortest = min(len(one), len(other))
    if shortest < 4 or abs(len(one) - len(other)) > 2 or (one[0] != other[0] and not sure):
        return False
    return 0 < slips(one, other) <= (2 if shortest >= LONG or (sure and shortest > 4) else 1)


def _sound(word: str) -> str:
    """What is left of a name without the letters that are hardly heard: “Daryl” and “Darrell” are one."""
    plain = word[:1] + SILENT.sub(
        "", word[1:].replace("ph", "f").replace("ck", "k").replace("c", "k").replace("z", "s")
    )
    return DOUBLED.sub(r"\1", plain)


def _ordered(
    mine: Sequence[NameClaim], theirs: Sequence[NameClaim], agreeing: str = "", *, is_slight: bool = False
) -> Difference:
    """The better attested spelling first: that of more reports, else the earlier one."""
    right, wrong = sorted((mine, theirs), key=lambda claims: -min(len(claims), COUNTED))
    alike = all(
        transliterated(one) == transliterated(other) for one, other in zip(right[0].parts, wrong[0].parts, strict=False)
    )
    return Difference(tuple(right[:COUNTED]), tuple(wrong[:COUNTED]), agreeing, alike or is_slight)


def _role(title: str) -> str:
    word = title.lower().replace(".", "").split()[-1]
    return FULL_TITLES.get(word, word)
