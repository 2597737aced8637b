"""The places of the world: which there are, what they are called, and where they lie.

The tables are compiled by tables/build_places.py; sources and licences are in tables/README.md. Nothing is opened
before the first question: the big table is mapped into memory and bisected, so that a question touches a few pages.
"""

import mmap
import re
import sys
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from lint.compiled import compiled
from lint.errors import TableError
from lint.value import value

from ._tables import TABLES, rows

PLACES = TABLES / "places.tsv"  # country, region, name, population, other names; the most populous of a region first
INDEX = TABLES / "places.index"  # where each name begins in PLACES, in the order of the folded names

FEDERATIONS = frozenset({"US", "CA", "AU"})  # their datelines name the state, for many towns have one name
NEWS_CITY = 1_000_000  # people: how big a city is taken to be that a dateline names without a country
LETTERS_OF_ABBREVIATION = 3

ABBREVIATION = compiled(r"\b(?:ste?|mt|ft)\b")
LONGEST_ABBREVIATION = 3  # letters
SPELT_OUT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
NO_LETTER = compiled(r"[\W_]+")
PLAIN_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "e", "æ": "ae", "œ": "oe"}
    | {"þ": "th", "ĸ": "k"}
)


@value(frozen=True, slots=True)
class Place:
    """A town, a village, a quarter or a district.

    `country` is its ISO 3166 code, `region` GeoNames' code of its first-level region (for a US state the postal one).
    The population is 0 where nobody counted it.
    """

    name: str
    country: str
    region: str
    population: int
    other_names: tuple[str, ...] = ()


@value(frozen=True, slots=True)
class Town:
    """A name of a place, as it is written, with the place's main name and the number of its people."""

    name: str
    main_name: str
    population: int


@dataclass(frozen=True, slots=True)
class Country:
    """A country or a territory as news speaks of it; `also` are those under whose name its places are reported too."""

    code: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    also: tuple[str, ...]


@value(frozen=True, slots=True)
class Area:
    """What stands after the comma of a dateline: a country, a state or another region.

    `region` is the code of a state (of FEDERATIONS, or a country of the United Kingdom). It is empty for a country, and
    for other regions, whose borders and codes change too often to rule a place out.
    """

    name: str
    country: str
    region: str = ""


def folded(name: str) -> str:
    """The letters and digits of a name without case, accents, spaces and hyphens, with St., Mt. and Ft. spelt out.

    Two spellings that fold alike are one name: “Saint-Denis” and “St. Denis”, “Xi'an” and “Xian”.
    """
    name = name.casefold()
    if name.isascii() and name.isalpha() and len(name) > LONGEST_ABBREVIATION:
        return name  # as most are
    if not name.isascii():
        parts = unicodedata.normalize("NFKD", name.translate(PLAIN_LETTERS))
        name = "".join(part for part in parts if not unicodedata.combining(part))
    return NO_LETTER.sub("", ABBREVIATION.sub(_spelt_out, name))


def places_named(name: str) -> tuple[Place, ...]:
    """All places of the world that have this name among theirs, the most populous first."""
    table, wanted = _places(), folded(name)
    if not wanted:
        return ()
    index = _index()
    first = bisect_left(index, wanted, key=_folded_name_at)
    last = bisect_right(index, wanted, lo=first, key=_folded_name_at)
    lines = {table.rfind(b"\n", 0, index[number]) + 1 for number in range(first, last)}
    found = (_place(table[start : table.find(b"\n", start)]) for start in sorted(lines))
    return tuple(sorted(found, key=lambda place: -place.population))


def is_in(name: str, areas: Sequence[Area]) -> bool:
    """Whether a place or a region of these areas has this name; of the world, where there are no areas.

    A country's places are also those of the territories that news reports under its name. A state's are its own.
    """
    if not areas:
        return bool(places_named(name)) or folded(name) in _countries_and_states() or folded(name) in cities_alone()
    held = {(area.country, area.region if area.country in FEDERATIONS else "") for area in areas}
    held |= {(other, "") for area in areas if not area.region for other in countries()[area.country].also}
    if any((place.country, place.region) in held or (place.country, "") in held for place in places_named(name)):
        return True
    return any((area.country, "") in held for area in _countries_and_states().get(folded(name), ()))


@lru_cache(maxsize=32)
def towns_in(area: Area, of_at_least: int) -> Mapping[str, Town]:
    """The places of an area with at least so many people (a power of ten), by the names that news may write, folded.

    These are GeoNames' main names, parts of them that stand for the whole (“Acapulco” de Juárez), and those of
    english_names.csv; where several fold alike, the most populous has it.
    """
    towns: dict[str, Town] = {}
    for line in _lines_of_at_least(of_at_least).finditer(_places(), *_block(area)):
        name, population = line["name"].decode(), int(line["population"])
        for each in (name, *_english_names(area.country, name), *_short_names(name, line["others"])):
            key = folded(each)
            if key not in towns or towns[key].population < population:
                towns[key] = Town(each, name, population)
    return towns


@cache
def areas_called(words: str) -> tuple[Area, ...]:
    """The countries, states and regions that have this name or abbreviation now, or had it, in any case.

    The thousands of regions that datelines seldom name are read when it is no country and no state.
    """
    return countries_and_states_called(words) or tuple(_regions().get(folded(words), ()))


def countries_and_states_called(words: str) -> tuple[Area, ...]:
    """The countries and states alone that have this name or abbreviation, or had it."""
    return tuple(_countries_and_states().get(folded(words), ()))


@cache
def countries() -> dict[str, Country]:
    """All countries and territories by their codes."""
    return {
        row["code"]: Country(
            row["code"],
            row["name"],
            *(tuple(_cell(row[column])) for column in ("aliases", "demonyms", "capitals", "also")),
        )
        for row in rows("countries.csv")
    }


def _spelt_out(abbreviation: re.Match[str]) -> str:
    return SPELT_OUT[abbreviation.group()]


def _folded_name_at(offset: int) -> str:
    table = _places()
    end = table.find(b"\n", offset)
    name = table[offset:end].partition(b"\t")[0].partition(b"|")[0]
    return folded(name.decode())


def _place(line: bytes) -> Place:
    country, region, name, population, others = line.decode().split("\t")
    return Place(name, country, region, int(population or 0), tuple(others.split("|") if others else ()))


def _block(area: Area) -> tuple[int, int]:
    """Where the lines of an area begin and end."""
    prefix = f"{area.country}\t{area.region}\t" if area.region else f"{area.country}\t"
    return _first_line(prefix.encode()), _first_line(prefix.encode()[:-1] + b"\n")


def _first_line(key: bytes) -> int:
    """Where the first line begins that sorts after a key ("\\n" sorts after "\\t", so a key can end a block)."""
    table = _places()
    low, high = 0, len(table)
    while low < high:  # both stand at beginnings of lines
        middle = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        if table[middle : middle + len(key)] < key:
            low = table.find(b"\n", middle) + 1
        else:
            high = middle
    return low


@cache
def _lines_of_at_least(people: int) -> re.Pattern[bytes]:
    """Lines whose population has as many digits as the number; not those that name a quarter after its city."""
    digits = len(str(people))
    return compiled(
        rb"^[^\t\n]+\t[^\t\n]*\t(?P<name>[^\t\n(/]+)\t(?P<population>\d{%d,})\t(?P<others>.*)" % digits, re.MULTILINE
    )


def _short_names(name: str, others: bytes) -> Iterator[str]:
    if " " in name:
        yield from (
            other for other in others.decode().split("|") if name.startswith(f"{other} ") or name.endswith(f" {other}")
        )


def _english_names(country: str, name: str) -> Sequence[str]:
    return _all_english_names().get((country, name), ())


@cache
def _all_english_names() -> dict[tuple[str, str], list[str]]:
    names: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows("english_names.csv"):
        if row["kind"] == "english":
            names[row["country"], row["geonames"]].append(row["name"])
    return names


@cache
def _places() -> mmap.mmap:
    return _mapped(PLACES)


@cache
def _index() -> Sequence[int]:
    if sys.byteorder == "little":
        return memoryview(_mapped(INDEX)).cast("I")
    from array import array

    offsets = array("I", INDEX.read_bytes())
    offsets.byteswap()
    return offsets


def _mapped(table: Path) -> mmap.mmap:
    try:
        with table.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:  # ValueError: it is empty
        raise TableError(f"{table}: {error}") from error


@cache
def areas() -> Mapping[str, Area]:
    """The countries and states by their folded names, without abbreviations; of namesakes, the country."""
    found = {folded(row["name"]): Area(row["name"], row["country"], row["code"]) for row in rows("states.csv")}
    for country in countries().values():
        found |= {folded(name): Area(name, country.code) for name in (country.name, *country.aliases)}
    return {name: area for name, area in found.items() if len(name) > LETTERS_OF_ABBREVIATION}


@cache
def cities_alone() -> Mapping[str, Town]:
    """The cities that datelines name without a country, by their folded names; all are taken for equally big."""
    capitals = (capital for country in countries().values() for capital in country.capitals)
    names = (*capitals, *(row["name"] for row in rows("cities_alone.csv")))
    return {folded(name): Town(name, name, NEWS_CITY) for name in names}


@cache
def _countries_and_states() -> dict[str, list[Area]]:
    areas: defaultdict[str, list[Area]] = defaultdict(list)
    for country in countries().values():
        for name in {folded(each) for each in (country.name, *country.aliases)}:
            areas[name].append(Area(country.name, country.code))
    for row in rows("states.csv"):
        for name in {folded(each) for each in (row["name"], *_cell(row["aliases"]))}:
            areas[name].append(Area(row["name"], row["country"], row["code"]))
    return areas


@cache
def _regions() -> dict[str, list[Area]]:
    """The regions by their folded names."""
    regions: defaultdict[str, list[Area]] = defaultdict(list)
    for row in rows("regions.csv"):
        area = Area(row["name"], row["country"], row["code"] if row["country"] in FEDERATIONS else "")
        for name in {folded(each) for each in (row["name"], *_cell(row["aliases"]))}:
            regions[name].append(area)
    return regions


def _cell(names: str) -> list[str]:
    return names.split("; ") if names else []
