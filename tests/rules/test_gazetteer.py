import csv
import subprocess
import sys
from itertools import pairwise

import pytest
from lint.rules import _gazetteer
from lint.rules._gazetteer import Area, areas_called, countries, folded, is_in, places_named, towns_in
from lint.rules._tables import TABLES as FOLDER

TABLES = ["states.csv", "regions.csv", "english_names.csv", "cities_alone.csv"]


def rows(table: str) -> list[dict[str, str]]:
    with (FOLDER / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bogotá", "BOGOTA"),
        ("FĀRYĀB", "Faryab"),
        ("Łódź", "Lodz"),
        ("İzmir", "Izmir"),
        ("Straße", "STRASSE"),
        ("Saint-Denis", "St. Denis"),
        ("Mount Vernon", "Mt. Vernon"),
        ("Xi'an", "Xi’an"),
        ("Xi’an", "Xian"),
        ("N'Djamena", "NDJAMENA"),
        ("Zu\u0308rich", "Zürich"),
    ],
)
def test_two_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("Stanley", "Saintanley"), ("Lima", "Limas"), ("Easton", "Eastmount")])
def test_an_abbreviation_is_spelt_out_only_where_it_is_a_word(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@pytest.mark.parametrize(
    ("name", "main_name", "country"),
    [
        ("Caracas", "Caracas", "VE"),
        ("BOGOTA", "Bogotá", "CO"),
        ("Bombay", "Mumbai", "IN"),
        ("Kiev", "Kyiv", "UA"),
        ("St. Louis", "St. Louis", "US"),
        ("Peking", "Beijing", "CN"),
    ],
)
def test_a_place_is_found_by_each_of_its_names_in_any_case(name: str, main_name: str, country: str) -> None:
    first = places_named(name)[0]
    assert (first.name, first.country) == (main_name, country)


def test_places_of_one_name_come_from_all_the_world_the_most_populous_first() -> None:
    found = places_named("London")
    assert [place.country for place in found[:2]] == ["GB", "CA"]
    assert all(one.population >= other.population for one, other in pairwise(found))


@pytest.mark.parametrize("name", ["Carcass", "", "...", "東京", "x" * 10_000])
def test_what_is_no_place_is_not_found(name: str) -> None:
    assert places_named(name) == ()


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Venezuela", [("VE", "")]),
        ("The Netherlands", [("NL", "")]),
        ("U.S.", [("US", "")]),
        ("Ivory Coast", [("CI", "")]),
        ("Burma", [("MM", "")]),
        ("Conn.", [("US", "CT")]),
        ("Ont.", [("CA", "08")]),
        ("N.S.W.", [("AU", "02")]),
        ("Scotland", [("GB", "SCT")]),
        ("Georgia", [("GE", ""), ("US", "GA")]),
        ("Punjab", [("IN", ""), ("PK", "")]),
        ("Bavaria", [("DE", "")]),
        ("Nowhere", []),
    ],
)
def test_a_country_or_region_is_known_by_its_names_and_abbreviations(words: str, codes: list[tuple[str, str]]) -> None:
    assert [(area.country, area.region) for area in areas_called(words)] == codes


def test_towns_are_those_of_the_area_and_of_the_size() -> None:
    assert "greenwich" in towns_in(Area("Connecticut", "US", "CT"), 10_000)
    assert "greenwich" not in towns_in(Area("Connecticut", "US", "CT"), 100_000)
    assert "caracas" not in towns_in(Area("Connecticut", "US", "CT"), 10_000)
    assert towns_in(Area("Venezuela", "VE"), 100_000)["caracas"].name == "Caracas"


def test_towns_have_the_names_of_english_news_too() -> None:
    bombay = towns_in(Area("India", "IN"), 100_000)["bombay"]
    assert (bombay.name, bombay.main_name) == ("Bombay", "Mumbai")


@pytest.mark.parametrize(
    ("name", "where", "expected"),
    [
        ("Caracas", "Venezuela", True),
        ("Carcass", "Venezuela", False),
        ("Hamburg", "West Germany", True),
        ("Tallinn", "Soviet Union", True),
        ("Sevastopol", "Russia", True),
        ("Simferopol", "Ukraine", True),
        ("Hebron", "Israel", True),
        ("San Juan", "United States", True),
        ("Bali", "Indonesia", True),
        ("Scotland", "United Kingdom", True),
        ("Greenwich", "Conn.", True),
        ("Chicago", "Conn.", False),
        ("Berlin", "France", False),
    ],
)
def test_a_place_lies_in_a_country_as_news_draws_its_borders(name: str, where: str, *, expected: bool) -> None:
    assert is_in(name, areas_called(where)) is expected


def test_nothing_is_opened_before_the_first_question() -> None:
    script = (
        "import lint.rules._gazetteer as g; print(g._places.cache_info().currsize, g.countries.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "0"]


def test_the_index_has_every_name_in_the_order_of_the_folded_names() -> None:
    index = _gazetteer._index()
    names = [_gazetteer._folded_name_at(index[number]) for number in range(0, len(index), 1_000)]
    assert names == sorted(names)
    table = _gazetteer.PLACES.read_bytes()
    assert len(index) == table.count(b"\n") + sum(len(line.rsplit(b"\t", 1)[1].split(b"|")) for line in _filled(table))


def _filled(table: bytes) -> list[bytes]:
    return [line for line in table.splitlines() if not line.endswith(b"\t")]


def test_the_lines_of_the_table_stand_in_the_order_that_bisection_needs() -> None:
    keys = [line.split(b"\t")[:2] for line in _gazetteer.PLACES.read_bytes().splitlines()]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    "table", ["countries.csv", "states.csv", "regions.csv", "english_names.csv", "cities_alone.csv"]
)
def test_a_table_is_sorted_and_says_nothing_twice(table: str) -> None:
    lines = [tuple(row.values()) for row in rows(table)]
    assert lines == sorted(set(lines))


def test_every_country_of_a_table_is_known() -> None:
    known = set(countries())
    for table in TABLES:
        assert {row["country"] for row in rows(table)} <= known, table
    assert {code for country in countries().values() for code in country.also} <= known


def test_every_english_name_is_one_of_a_place_that_the_table_has() -> None:
    lost = [
        row["name"]
        for row in rows("english_names.csv")
        if not any(
            place.name == row["geonames"] and place.country == row["country"] for place in places_named(row["name"])
        )
    ]
    assert lost == []


def test_every_city_that_stands_alone_and_every_capital_is_a_place() -> None:
    capitals = [capital for country in countries().values() for capital in country.capitals]
    names = [*capitals, *(row["name"] for row in rows("cities_alone.csv"))]
    assert [name for name in names if not places_named(name)] == []


def test_all_but_the_smallest_territories_have_places() -> None:
    empty = {code for code in countries() if not towns_in(Area("", code), 100)}
    assert empty <= {"AQ", "BV", "HM", "IO", "PN", "TK", "UM", "GS", "TF"}
