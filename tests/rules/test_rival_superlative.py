"""rival-superlative: two of which each is the first, and what may both be."""

import pytest
from lint.rules.rival_superlative import RivalSuperlative

from lint.engine import lint
from lint.read import Source


def said(*texts: str, years: tuple[int, ...] = (2025, 2026)) -> list[tuple[str, str]]:
    sources = [
        Source(f"{number}.txt", f" date {years[number]}-04-07\n\n{text}\n".encode())
        for number, text in enumerate(texts)
    ]
    return [(each.primary.passage.words, each.severity) for each in lint(sources, [RivalSuperlative()]).diagnostics]


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        (
            "The Tarn Viaduct was the first iron bridge in Quillshire.",
            "Fenwick Lock, the first iron bridge in Quillshire, was shut.",
            "Fenwick Lock, the first iron bridge in Quillshire",
        ),
        (
            "Otter Brewery is Quillshire’s largest brewer.",
            "Farrow Ales, Quillshire's biggest brewer, was sold.",
            "Farrow Ales, Quillshire's biggest brewer",
        ),
        (
            "Otter Brewery is the world’s largest brewer.",
            "Farrow Ales is the largest brewer in the world.",
            "Farrow Ales is the largest brewer in the world",
        ),
        (
            "Otter Brewery is Quillshire’s oldest brewer.",
            "Quillshire’s oldest brewer, Farrow Ales, is for sale.",
            "Quillshire’s oldest brewer, Farrow Ales,",
        ),
        (
            "Otter Corp., the largest brewer in Quillshire, is for sale.",
            "Ida Farrow is the largest brewer of Quillshire since May.",
            "Ida Farrow is the largest brewer of Quillshire",
        ),
    ],
)
def test_two_that_are_called_the_most_of_one_kind_and_place_are_noted(earlier: str, later: str, words: str) -> None:
    assert said(earlier, later) == [(words, "note")]


@pytest.mark.parametrize(
    "later",
    [
        "Farrow Ales is Quillshire’s oldest brewer.",
        "Farrow Ales is Brackley’s largest brewer.",
        "Farrow Ales is Quillshire’s second-largest brewer.",
        "Otter Ales is Quillshire’s largest brewer.",
        "It is Quillshire’s largest brewer.",
        "Monday is the first day of Quillshire, and Quillshire’s largest brewer, once Otter Brewery, is shut.",
    ],
)
def test_other_kinds_and_places_and_other_names_of_one_are_not(later: str) -> None:
    assert said("Otter Brewery is Quillshire’s largest brewer.", later) == []


def test_the_largest_may_be_another_after_years_but_the_first_may_not() -> None:
    largest = "Otter Brewery is Quillshire’s largest brewer.", "Farrow Ales is Quillshire’s largest brewer."
    assert said(*largest, years=(2020, 2026)) == []
    first = "Otter Hall was Quillshire’s first theatre.", "Farrow Hall was the first theatre in Quillshire."
    assert said(*first, years=(2020, 2026)) == []  # both have Hall in their names
    assert len(said(first[0], "Farrow Stage was the first theatre in Quillshire.", years=(2020, 2026))) == 1
