"""misspelt-place: a name that stands where a place must, names none, and nearly does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from lint import Diagnostic, Fix, Label, Report, ReportRule, Severity, bad, good
from lint.compiled import compiled
from lint.find.datelines import WEEKDAY
from lint.find.dates import MONTH
from lint.find.name import Kind, Name
from lint.find.names import names
from lint.find.places import PlaceMention, places

from ._place_words import areas_of, as_written, names_no_town, names_place, with_article

if TYPE_CHECKING:
    from ._gazetteer import Area

WELL_KNOWN = 200_000  # people: a city that may be meant though only its country is named
LETTERS_ALONE = 5  # of a name that stands without its country
WORDS_ALONE = 3
# “in Carcass on December 9”: a place, although the name is a word.
DAY_AFTER = compiled(rf"\s(?:on|last|this)\s(?:{MONTH}|{WEEKDAY})\b")
SLIPS = 2  # between a name and another of the same report, of which the evidence then judges


@dataclass(frozen=True)
class MisspeltPlace(ReportRule):
    """A name stands where a town or a country must, and is that of none, but nearly that of one that is meant.

    A spell checker leaves capitals alone, or makes “Carcass” of “Caracas” itself. With a country or state beside it
    (“in Carcass, Venezuela”, “the Venezuelan city of Carcass”) a name is held against the towns of that country.
    After a bare “in” it must be unknown as a place or a surname, and near to a place that the same report names, or
    to a big city of a country that it names. An English word must have a day after it (“in Carcass on December 9”),
    and be near to a capital if the report names only the country.

    Datelines are those of misspelt-dateline. It does not speak of surnames and companies, of villages that are near to
    no town, of provinces and camps, nor of places that are there in any language or under a former name.
    """

    places: tuple[str, ...] = ()  # names that are right, whatever the tables say

    examples = (
        bad("She was arrested in [[Carcass]], Venezuela, on Monday.", fix="Caracas", severity="warning"),
        bad("She comes from the German city of [[Hambrug]].", fix="Hamburg", severity="warning"),
        bad("They toured [[Madird]], the capital of Spain.", fix="Madrid", severity="warning"),
        bad("She was held in Caracas, [[Venezeula]], on Monday.", fix="Venezuela", severity="warning"),
        bad("Venezuela has called an election. Polls in [[Carcas]] opened late.", fix="Caracas", severity="warning"),
        bad("She left ((Caracas)) on Sunday and was in [[Carcass]] on Monday.", fix="Caracas", severity="warning"),
        bad("Ministers of Venezuela met in [[Carcass]] on December 9.", fix="Caracas", severity="warning"),
        good("She was arrested in Caracas, Venezuela, on Monday.", why="it is there"),
        good("She works in El Roblecito, Venezuela.", why="it may be a village: it is near to no town"),
        good("Polls in Carcas opened late.", why="nothing says which place may be meant"),
        good("They believe in Madrin. Ada Madrin, 34, left Madrid.", why="a surname"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """The misspelt places of the report's running text."""
        for place in report.find(places):
            yield from (found for found in self._check(report, place) if not _is_region(found))

    def _check(self, report: Report, place: PlaceMention) -> Iterator[Diagnostic]:
        town, region = place.town, place.region
        if town and town.kind in (Kind.PERSON, Kind.BODY):
            return
        if town and region and (areas := areas_of(region.words)):
            yield from self._check_town_of(report, town, areas, region.words)
            return
        misspelt = list(self._check_region(report, region, town)) if region else []
        yield from misspelt
        if town and not misspelt:
            yield from self._check_town(report, town)

    def _check_town_of(self, report: Report, town: Name, areas: Sequence["Area"], region: str) -> Iterator[Diagnostic]:
        words = town.words
        if names_no_town(words) or names_place(words, areas, self.places) or areas_of(words):
            return
        from ._misspelt_places import Proof, meant

        right = meant(words, areas)
        if right and right.alone and (right.proof is Proof.STRONG or len(words) >= LETTERS_ALONE):
            where = with_article(areas[0].name if len(areas) == 1 else region)
            yield self._finding(report, town, right.name, f"no place in {where} is called {words}")

    def _check_region(self, report: Report, region: Name, town: Name | None) -> Iterator[Diagnostic]:
        """A country or state, with the town beside it, which must be a place, or without one."""
        words = region.words
        if region.kind is Kind.BODY or region.is_full or not _is_unknown(words):
            return
        if not self._may_be_slip(report, region) or (town and not names_place(town.words, ())):
            return
        from ._misspelt_places import LONG, meant_area

        area = meant_area(words, (town.words,) if town else ())
        if area is None and len(words) >= LONG:  # few villages are in the tables, but such a name has few neighbours
            area = meant_area(words, ())
        if area:
            yield self._finding(report, region, area.name, f"no country or state is called {words}")

    def _check_town(self, report: Report, town: Name) -> Iterator[Diagnostic]:
        """A place without a country: whether the report names what it is meant for, or the country of that."""
        if not _is_unknown(town.words) and not DAY_AFTER.match(report.text, town.span.end):
            return
        if _is_persons(town.words) or not self._may_be_slip(report, town):
            return
        fault = f"no place is called {town.words}"
        if near := _near(report, town):
            named, right = near
            yield self._finding(report, town, right, fault, Label(report.passage(named.span), "named here"))
        elif city := _city_of_named_countries(report, town):
            yield self._finding(report, town, city, fault)

    def _may_be_slip(self, report: Report, name: Name) -> bool:
        """Whether a name could be a misspelling: it has letters enough, and the report says it but once."""
        words = name.words
        if len(words) < LETTERS_ALONE or words.isupper() or not words.replace(" ", "").isalpha():
            return False
        if len(name.parts) > WORDS_ALONE or names_no_town(words) or words in self.places:
            return False
        return sum(words in other.words for other in report.find(names)) == 1 and not _is_place(words)

    def _finding(self, report: Report, name: Name, right: str, fault: str, *related: Label) -> Diagnostic:
        passage = report.passage(name.span)
        return self.diagnostic(
            Severity.WARNING,
            passage,
            f"{fault}; nearest is {right}",
            related=related,
            help="a name that is right goes into the option places of this rule",
            fix=Fix(passage, as_written(name.words, right)),
        )


@lru_cache(maxsize=10_000)
def _is_place(words: str) -> bool:
    """Whether a place, a country, a state or a people of the world has this name."""
    return names_place(words, ()) or bool(areas_of(words))


def _is_region(found: Diagnostic) -> bool:
    """Whether the words of a finding name one of the world's many regions, which are looked through last."""
    from ._gazetteer import areas_called

    return bool(areas_called(found.primary.passage.words))


@lru_cache(maxsize=10_000)
def _is_unknown(words: str) -> bool:
    """Whether a name has a word that no list of words and persons' names has."""
    from ._lexicon import is_known

    return any(not is_known(word.lower()) and not _is_persons(word) for word in words.split())


def _is_persons(words: str) -> bool:
    """Whether persons bear this as given name or surname."""
    from lint.find.spellings import folded

    from ._given_names import frequency

    return frequency(folded(words)) != (0, 0)


def _near(report: Report, town: Name) -> tuple[Name, str] | None:
    """The place that the report names elsewhere and of which this name is a misspelling, and how it is spelt."""
    from rapidfuzz.distance import OSA

    from ._gazetteer import folded

    typed = folded(town.words)
    for other in report.find(names):
        key = folded(other.words)
        if key[:1] != typed[:1] or other.is_person or abs(len(key) - len(typed)) > SLIPS:
            continue
        slips = OSA.distance(typed, key, score_cutoff=SLIPS)
        if 0 < slips <= SLIPS and (right := _confirmed(town.words, other.words, slips)):
            return other, right
    return None


def _confirmed(words: str, other: str, slips: int) -> str:
    """The place that a name misspells, if it is the one with this other name; empty if it is not."""
    from ._gazetteer import Area, areas, folded, places_named
    from ._misspelt_places import BIG, Proof, meant

    key = folded(other)
    if key in areas():
        is_longer = folded(words).startswith(key)  # a surname or a people: Hollande, Irani
        name = areas()[key].name
        right = name if folded(name) == key else other
        return right if slips == 1 and _is_unknown(words) and not is_longer else ""
    place = next(iter(places_named(other)), None)
    if place is None or place.population < BIG:
        return ""
    city = meant(words, (Area(place.country, place.country),))
    if city is None or folded(city.name) != key:
        return ""
    return city.name if city.proof is Proof.STRONG or (slips == 1 and _is_unknown(words)) else ""


def _city_of_named_countries(report: Report, town: Name) -> str:
    """The city that a name misspells, of a country that the report names; empty if there is none.

    It is a big one or, for English words, many of which are near to some city, a capital.
    """
    from ._gazetteer import Area, countries, places_named
    from ._misspelt_places import Proof, meant

    named = {area.country for name in report.find(names) for area in areas_of(name.words)}
    held = [countries()[code] for code in sorted(named)]
    city = meant(town.words, [Area(country.name, country.code) for country in held]) if held else None
    if city is None or city.proof is not Proof.STRONG or not city.alone:
        return ""
    if not _is_unknown(town.words):
        return city.name if any(city.name in country.capitals for country in held) else ""
    return city.name if any(place.population >= WELL_KNOWN for place in places_named(city.name)) else ""
