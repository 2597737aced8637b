"""Whether a name that no table has is a misspelt city or a village too small for the tables, and which city it is.

The tables have 250,000 places, and still not every village. What speaks for a misspelling:

- the name is a common English word (“Carcass”), where villages are not called by English words;
- fingers slipped: two letters are swapped, or one is doubled or written once;
- it has a run of three letters that no town of the area has (“Qingfao” in China);
- the city that it is near to is a big one.

What speaks against it: a wrong first letter makes another village's name (“Boxford”, “Oxford”) more often than a
misspelling; so does a wrong syllable in China, where a name of a few syllables has a dozen neighbours.
"""

import enum
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lint.compiled import compiled

from ._gazetteer import Area, Place, Town, areas, cities_alone, folded, is_in, places_named, towns_in
from ._lexicon import is_known, zipf

BIG = 100_000  # people: a city whose country is enough in a dateline
TOWN = 10_000  # people: a town that is named with its state, seldom with its country alone
COMMON = 3.0  # Zipf: a word that stands once in a million or oftener
LETTERS = 4  # a shorter name is near to too many others
LETTERS_OF_WORD = 5  # of an English word that is two slips away
LETTERS_OF_UNKNOWN = 10  # of a name that is no word and two slips away
LONG = 7  # a name with so many letters has few neighbours
SLIP = 1.3  # a city is misspelt by one slip 20 times as often as by two
CLOSE = 0.7  # a city five times as likely as the next is the one that was meant

VOWEL = compiled(r"[aeiouy]")
REPEATED = compiled(r"(.)\1+")
DOUBLED = compiled(r"(.)\1(?!\1)")
PARTS = compiled(r"[\s\-–]+")
ENGLISH = frozenset({"US", "GB", "IE", "CA", "AU", "NZ", "JM", "ZA"})  # where a village may be called by any word
TRANSCRIBED = frozenset(  # where another script is written, and one name has several spellings in news
    "AE AF AM BD BG BH BT BY CN CY DJ DZ EG EH ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MK MM MN"
    " MR MV NP OM PK PS QA RS RU SA SD SO SY TD TH TJ TM TN TW UA UZ YE".split()
)
SOUND = str.maketrans("eoyqw", "auikv", "h")
PINYIN = compiled(
    r"""(?:
        (?:[zcs]h|[bcdfghjklmnpqrstwxyz])
        (?:iang|iong|uang|ang|eng|ian|iao|ing|ong|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)
      | ang|ai|an|ao|en|er|ou|a|e
    )+\Z""",
    re.VERBOSE,
)


class Proof(enum.Enum):
    """How much speaks for a misspelling."""

    NONE = enum.auto()
    WEAK = enum.auto()
    STRONG = enum.auto()


class Slip(enum.Enum):
    """What went wrong in a name."""

    OF_FINGERS = enum.auto()  # letters swapped, doubled or written once
    INSIDE = enum.auto()  # one letter too many, too few or wrong
    AT_THE_START = enum.auto()  # the same, in the first letter
    TWO = enum.auto()


@dataclass(frozen=True, slots=True)
class Meant:
    """The city that a misspelt name is nearest to. `alone`: no other is nearly as likely."""

    name: str
    proof: Proof
    alone: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A city that a name is so many slips away from. `local`: it lies in the state that the dateline names."""

    town: Town
    key: str
    slips: int
    local: bool

    @property
    def is_notable(self) -> bool:
        """Whether a dateline would name it so."""
        return self.local or self.town.population >= BIG

    @property
    def likelihood(self) -> float:
        """The decimal logarithm of how often the city is named and misspelt by so many slips, in units of its own."""
        return math.log10(self.town.population) - SLIP * self.slips


def meant(name: str, areas: Sequence[Area]) -> Meant | None:
    """The city of these areas (of those that stand alone, where there are none) that an unknown name misspells."""
    candidates = sorted(_candidates(folded(name), areas, _most_slips(name)), key=lambda each: -each.likelihood)
    if not candidates:
        return None
    best = candidates[0]
    is_common = all(zipf(word) >= COMMON for word in PARTS.split(name.lower()))
    proof = _proof_of_word(name, best, areas) if is_common else _proof_of_name(name, best, areas)
    if proof is Proof.NONE:
        return None
    rivals = {each.town.main_name for each in candidates if each.likelihood > best.likelihood - CLOSE}
    return Meant(best.town.name, proof, len(rivals) == 1)


def meant_area(name: str, cities: Sequence[str]) -> Area | None:
    """The country or state that an unknown name misspells, which is one that has these cities."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    typed, known = folded(name), areas()
    if len(typed) < LETTERS:
        return None
    slips = 2 if len(typed) >= LONG + 1 else 1
    near = process.extract(typed, known.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None)
    return next((known[key] for key, _, _ in near if all(is_in(city, [known[key]]) for city in cities)), None)


def _most_slips(name: str) -> int:
    letters = len(folded(name))
    if letters < LETTERS:
        return 0
    return 2 if letters > LONG or (letters >= LETTERS_OF_WORD and _is_listed(name)) else 1


def _candidates(typed: str, areas: Sequence[Area], slips: int) -> Iterator[Candidate]:
    from rapidfuzz import process  # 10 ms that a report with a true dateline need not pay
    from rapidfuzz.distance import OSA

    for towns, local in _towns(areas) if slips else ():
        near = process.extract(typed, towns.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None)
        candidates = (Candidate(towns[key], key, int(distance), local) for key, distance, _ in near)
        yield from (each for each in candidates if each.slips == 1 or each.is_notable)


def _towns(areas: Sequence[Area]) -> Iterator[tuple[Mapping[str, Town], bool]]:
    if not areas:
        yield cities_alone(), True
    for area in areas:
        yield towns_in(area, TOWN), bool(area.region)


def _proof_of_word(name: str, best: Candidate, areas: Sequence[Area]) -> Proof:
    """How surely a name made of English words is none of a village in these areas."""
    english = _is_english(areas)
    if english and (best.slips > 1 if best.local else not best.is_notable):
        return Proof.NONE
    namesakes = (place for place in _namesakes(name) if english or place.country not in ENGLISH)
    if any(place.population >= TOWN for place in namesakes):
        return Proof.NONE
    return Proof.STRONG if best.is_notable and _slip(folded(name), best) is not Slip.AT_THE_START else Proof.WEAK


def _proof_of_name(name: str, best: Candidate, areas: Sequence[Area]) -> Proof:
    """How surely a name that is no word is none of a village in these areas."""
    typed, slip, countries = folded(name), _slip(folded(name), best), {area.country for area in areas}
    if any(place.country in countries for place in places_named(name)):  # it is a town of another state
        likely = slip in (Slip.OF_FINGERS, Slip.INSIDE) and best.town.population >= BIG
        return Proof.WEAK if likely else Proof.NONE
    if any(place.population >= BIG for place in _namesakes(name)):  # the city may be right and its country wrong
        return Proof.NONE
    if "CN" in countries and slip is not Slip.OF_FINGERS and PINYIN.match(typed):
        return Proof.NONE
    is_odd = _is_odd(typed, areas)
    if slip is not Slip.TWO and countries & TRANSCRIBED and _sound(typed) == _sound(best.key):
        return Proof.WEAK  # it may be another spelling of the same name
    if slip is Slip.OF_FINGERS:
        return Proof.STRONG if best.is_notable or is_odd else Proof.WEAK
    if slip is Slip.INSIDE and best.is_notable:
        return Proof.STRONG if is_odd else Proof.WEAK
    return Proof.WEAK if is_odd and len(typed) >= _letters_needed(name, slip, best, areas) else Proof.NONE


def _letters_needed(name: str, slip: Slip, best: Candidate, areas: Sequence[Area]) -> int:
    """How long an odd name must be to have so few neighbours that this one was meant."""
    if slip is Slip.INSIDE:
        return LONG
    if slip is Slip.AT_THE_START or _consonants(folded(name)) == _consonants(best.key):
        return LONG + 1
    if _is_listed(name) and not (places_named(name) or _is_english(areas)):
        return LETTERS_OF_WORD
    return LETTERS_OF_UNKNOWN


def _namesakes(name: str) -> Iterator[Place]:
    """The places that have the name as their main one."""
    return (place for place in places_named(name) if folded(place.name) == folded(name))


def _sound(name: str) -> str:
    """The name as it sounds, more or less: all spellings that transcribers might give it."""
    return DOUBLED.sub(r"\1", name.translate(SOUND))


def _is_listed(name: str) -> bool:
    """Whether the name is made of words, or of names of persons, that English lists have."""
    return all(map(is_known, PARTS.split(name.lower())))


def _consonants(name: str) -> str:
    return VOWEL.sub("", name)


def _is_english(areas: Sequence[Area]) -> bool:
    return not areas or any(area.country in ENGLISH for area in areas)


def _slip(typed: str, candidate: Candidate) -> Slip:
    wanted = candidate.key
    if candidate.slips > 1:
        return Slip.TWO
    if sorted(typed) == sorted(wanted) or REPEATED.sub(r"\1", typed) == REPEATED.sub(r"\1", wanted):
        return Slip.OF_FINGERS
    if typed[1:] in (wanted, wanted[1:]) or typed == wanted[1:]:
        return Slip.AT_THE_START
    return Slip.INSIDE


def _is_odd(typed: str, areas: Sequence[Area]) -> bool:
    """Whether a name has three letters in a row, its ends included, that no town of the areas has."""
    bounded, names = f"|{typed}|", "|".join(("", *(key for towns, _ in _towns(areas) for key in towns), ""))
    return any(bounded[start : start + 3] not in names for start in range(len(typed)))
