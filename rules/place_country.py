"""place-country: a well-known city that is put in a country or state which has none of its name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lint import Diagnostic, Report, ReportRule, Severity, bad, good
from lint.compiled import compiled
from lint.find.datelines import datelines
from lint.find.name import Kind, Name
from lint.find.places import Form, places
from lint.find.sentences import sentence_at

from ._place_words import areas_of, with_article

if TYPE_CHECKING:
    from lint import Span

    from ._gazetteer import Area, Place

WELL_KNOWN = 200_000  # people
SPELLINGS_DIFFER = 2  # letters, between two lengths
ANCIENT = frozenset({("memphis", "EG"), ("philadelphia", "JO"), ("philadelphia", "TR")})  # ruins that no table has
BORN = compiled(r"\b(?:born|native|raised|grew up|childhood|emigrated|[Tt]hen|[Ff]ormer|1[0-8]\d\d|19[0-8]\d)\b")
LETTERS = 4  # of a city; a shorter name may be anything


@dataclass(frozen=True)
class PlaceCountry(ReportRule):
    """A well-known city is put in a country or state that has no place of its name.

    “Lyon, Belgium” sends the reader to the wrong country, and nobody who knows the city believes the rest. It is told
    of cities with 200,000 people or of worldwide fame, where the words leave no doubt that the second name is to hold
    the first: “in Lyon, Belgium, on Monday”, “the Belgian city of Lyon”, a dateline.

    It says nothing where the country or state has a place of that name in any language, a village or a quarter; where
    land is disputed, or the sentence speaks of a time when borders ran elsewhere; of small and unknown places; of a
    foreign city in an American state, which is mostly a hamlet named after it; nor where a comma may part two
    countries of a list (“in Rome, France and Spain”) or two halves of a sentence (“In London, Israel said”).
    """

    places: tuple[str, ...] = ()  # names that are right in any country, whatever the tables say

    examples = (
        bad("The talks in [[Lyon]], Belgium, begin on Monday.", severity="warning"),
        bad("She teaches in the Belgian city of [[Lyon]].", severity="warning"),
        bad("They flew to [[Marrakech]], a city in southern Algeria.", severity="warning"),
        bad("[[LYON]], Belgium (AP) — Talks began.", severity="warning"),
        good("He was arrested in Paris, Texas, on Monday.", why="Texas has one too"),
        good("They met in Rome, France and Spain.", why="a list"),
        good("In London, Israel said that it would wait.", why="the comma ends “In London”"),
        good("He works in Sevenoaks, Belgium.", why="few know the place"),
        good("She was born in Riga, Russia.", why="it may have been, then"),
        good("She spoke with Sydney, Australia’s captain.", why="no place"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """The cities in the wrong country, in datelines and in the running text."""
        for dateline in report.find(datelines):
            if len(dateline.cities) == 1 and dateline.regions:
                yield from self._check(report, dateline.cities[0], report.words(dateline.regions[0]))
        for place in report.find(places):
            if place.town and place.region and place.form in (Form.BESIDE, Form.CITY_OF) and _may_be_town(place.town):
                yield from self._check(report, place.town.span, place.region.words)

    def _check(self, report: Report, city: "Span", region: str) -> Iterator[Diagnostic]:
        from ._gazetteer import folded, is_in

        words = report.words(city)
        if len(words) < LETTERS or folded(words) in {folded(place) for place in self.places}:
            return
        known = _well_known(words)
        if known is None:
            return
        areas = areas_of(region)
        if not areas or not _are_meant(areas, region, known.country) or is_in(words, areas):
            return
        if any((folded(words), area.country) in ANCIENT for area in areas) or _may_be_history(report, city):
            return
        where, there = areas[0].name if len(areas) == 1 else region, _whereabouts(known)
        yield self.diagnostic(
            Severity.WARNING,
            report.passage(city),
            f"no place in {with_article(where)} is called {words}; {known.name} is in {with_article(there)}",
            help="check the city and the country; a name that is right goes into the option places of this rule",
        )


def _may_be_town(name: Name) -> bool:
    """Whether nothing in the report shows that the name is a person's or a company's, or a country's."""
    return name.kind not in (Kind.PERSON, Kind.BODY)


def _may_be_history(report: Report, city: "Span") -> bool:
    """Whether the sentence speaks of a birth, or of a time when borders ran elsewhere."""
    return BORN.search(report.words(sentence_at(report, city.start))) is not None


def _well_known(words: str) -> "Place | None":
    """The city that everybody thinks of when they read this name."""
    from ._gazetteer import areas, countries, folded, places_named

    key = folded(words)
    if key in areas():  # it may be the first of a list of countries
        return None
    namesakes = [place for place in places_named(words) if _is_usual_name(key, folded(place.name))]
    for place in namesakes:
        if place.country in countries() and key in map(folded, countries()[place.country].capitals):
            return place
    return namesakes[0] if namesakes and namesakes[0].population >= WELL_KNOWN else None


def _is_usual_name(key: str, main: str) -> bool:
    """Whether a name is a place's main one or, like Marrakech for Marrakesh, a spelling of it."""
    return key[:1] == main[:1] and abs(len(key) - len(main)) <= SPELLINGS_DIFFER


def _are_meant(areas: Sequence["Area"], words: str, country: str) -> bool:
    """Whether the words name what may be mistaken for the true country or state of a city in this country.

    They do not where a city bears the name, as Singapore and New York; nor where a state is named for a city abroad,
    for that is more likely a hamlet called after it than a mistake.
    """
    from ._gazetteer import FEDERATIONS, cities_alone, countries, folded, places_named

    key = folded(words)
    if key in cities_alone():
        return False
    if any(place.population >= WELL_KNOWN and folded(place.name) == key for place in places_named(words)):
        return False
    return all(
        area.country not in FEDERATIONS or area.country == country
        if area.region
        else area.name == countries()[area.country].name
        for area in areas
    )


def _whereabouts(place: "Place") -> str:
    """The state of a place, where news names it, or else its country."""
    from ._gazetteer import areas, countries

    states = (area.name for area in areas().values() if (area.country, area.region) == (place.country, place.region))
    return next(states, countries()[place.country].name)
