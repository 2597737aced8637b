"""How often a village that the tables lack is taken for a misspelt city, and what is taken for one."""

from collections import Counter

import pytest
from lint.rules import _gazetteer, _misspelt_places
from lint.rules._gazetteer import Area, Place, folded, places_named
from lint.rules._misspelt_places import Proof, meant

STEP = 150  # every so many places are tried


def villages() -> list[Place]:
    """Small places that are the only ones of their name in their country: a sample."""
    lines = [line.split("\t") for line in _gazetteer.PLACES.read_text(encoding="utf-8").splitlines()]
    small = [
        Place(name, country, "", int(people)) for country, _, name, people, _ in lines if 0 < int(people or 0) < 2_000
    ]
    names = Counter((place.country, folded(place.name)) for place in small)
    alone = [place for place in small if names[place.country, folded(place.name)] == 1 and "(" not in place.name]
    return alone[::STEP]


def test_few_villages_that_the_tables_lack_would_be_taken_for_a_city(monkeypatch: pytest.MonkeyPatch) -> None:
    proofs: Counter[Proof] = Counter()
    sample = villages()
    for village in sample:

        def elsewhere(name: str, country: str = village.country) -> tuple[Place, ...]:
            return tuple(place for place in places_named(name) if place.country != country)

        monkeypatch.setattr(_misspelt_places, "places_named", elsewhere)
        found = meant(village.name, [Area("", village.country)])
        proofs[found.proof if found else Proof.NONE] += 1
    assert len(sample) > 400
    assert proofs[Proof.STRONG] / len(sample) <= 0.005
    assert proofs[Proof.WEAK] / len(sample) <= 0.012


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Lisbno", "PT", ("Lisbon", Proof.STRONG)),  # swapped
        ("Lissbon", "PT", ("Lisbon", Proof.STRONG)),  # doubled
        ("Lixbon", "PT", ("Lisbon", Proof.STRONG)),  # letters that no town of Portugal has
        ("Lesson", "PT", ("Lisbon", Proof.STRONG)),  # an English word
        ("Kharkkiv", "UA", ("Kharkiv", Proof.WEAK)),  # as a transcription might have it
        ("Oxnard", "GB", None),
        ("Boxford", "GB", None),  # a wrong first letter
        ("Leeds", "PT", None),  # far from all
        ("Liangzhou", "CN", None),  # made of Chinese syllables
        ("Lanzhxu", "CN", ("Lanzhou", Proof.STRONG)),
    ],
)
def test_the_kind_of_slip_and_the_country_decide(name: str, country: str, expected: tuple[str, Proof] | None) -> None:
    found = meant(name, [Area("", country)])
    assert (found and (found.name, found.proof)) == expected


@pytest.mark.parametrize("name", ["", "-", "’", "X", "Abc", "x" * 5_000, "a b c d e f g h"])
def test_no_name_is_too_odd_to_be_asked_for(name: str) -> None:
    assert meant(name, [Area("", "FR")]) is None
    assert meant(name, []) is None
