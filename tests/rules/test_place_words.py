"""What stands around a place's name is told from the name, and an area from its people."""

import pytest
from lint.rules._gazetteer import areas_called
from lint.rules._place_words import areas_of, as_written, names_no_town, names_place, with_article


@pytest.mark.parametrize(
    ("words", "is_no_town"), [("Bekaa Valley", True), ("Camp Robertson", True), ("Park", False), ("Caracas", False)]
)
def test_a_kind_of_place_with_a_name_is_no_town_but_alone_may_be_one_misspelt(words: str, *, is_no_town: bool) -> None:
    assert names_no_town(words) is is_no_town


@pytest.mark.parametrize("words", ["Caracas", "Downtown Caracas", "Caracas-Maracay", "Caracas and Maracay"])
def test_a_place_may_be_qualified_or_joined_with_another(words: str) -> None:
    assert names_place(words, areas_called("Venezuela"))


def test_every_part_must_be_a_place_of_the_area_or_one_of_the_desks_own() -> None:
    venezuela = areas_called("Venezuela")
    assert not names_place("Caracas and Carcass", venezuela)
    assert names_place("Caracas and Carcass", venezuela, ["carcass"])
    assert names_place("Lyon", ())
    assert not names_place("Lyon", venezuela)


def test_an_area_is_called_by_its_name_its_abbreviation_or_its_people() -> None:
    assert [area.name for area in areas_of("Venezuelan")] == ["Venezuela"]
    assert [area.name for area in areas_of("Ill.")] == ["Illinois"]
    assert {area.country for area in areas_of("Georgia")} == {"GE", "US"}
    assert not areas_of("Bavaria")  # a region is not asked for


def test_names_stand_as_the_sentence_and_the_report_write_them() -> None:
    assert (with_article("Netherlands"), with_article("Spain")) == ("the Netherlands", "Spain")
    assert as_written("SYNDEY", "Sydney") == "SYDNEY"
    assert as_written("St. Pual", "Saint Paul") == "St. Paul"
