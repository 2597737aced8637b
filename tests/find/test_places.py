"""The finder of places: what the words around a name show to be a town, a country or a state."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import Report, Span
from lint.find.places import Form, PlaceMention, places


def found(text: str) -> list[PlaceMention]:
    return list(Report("a.txt", text, Span(0, len(text))).find(places))


def told(text: str) -> list[tuple[Form, str, str]]:
    """The places with more than the one word “in” to show them."""
    return [
        (each.form, each.town.words if each.town else "", each.region.words if each.region else "")
        for each in found(text)
        if each.form is not Form.ALONE
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They met in Porto Bello, Ruritania.",
        "They met in Porto Bello, Ruritania, on Monday.",
        "They met in Porto Bello, Ruritania, Monday.",
        "They met in Porto Bello , Ruritania , police said.",
        "They met in Porto Bello,\nRuritania.",
        "They met near Porto Bello, Ruritania (pictured).",
        "The mayor of Porto Bello, Ruritania, resigned.",
        "They drove to Porto Bello, Ruritania for Christmas in Porto Bello, Ruritania.",
    ],
)
def test_a_town_with_a_comma_and_its_country_follows_a_preposition_and_ends(text: str) -> None:
    assert told(text) == [(Form.BESIDE, "Porto Bello", "Ruritania")]


@pytest.mark.parametrize(
    "text",
    [
        "They met in Syldavia, Ruritania and Borduria.",
        "They met in Syldavia, Ruritania, and Borduria.",
        "They met in Syldavia, Ruritania, Borduria and Poldavia.",
        "In Klow, Ruritania said that it would wait.",
        "In Klow, Ruritania’s team lost.",
        "They met Klow, Ruritania.",
        "They met in Klow. Ruritania agreed.",
    ],
)
def test_a_comma_may_part_other_things(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "form", "town", "region"),
    [
        ("They met in the Ruritanian city of Klow.", Form.CITY_OF, "Klow", "Ruritanian"),
        ("They met in the Ruritanian port city of Klow.", Form.CITY_OF, "Klow", "Ruritanian"),
        ("They like Klow, the capital of Ruritania.", Form.CITY_OF, "Klow", "Ruritania"),
        ("They like Klow, a town in northern Ruritania.", Form.CITY_OF, "Klow", "Ruritania"),
        ("They left the Ruritanian capital, Klow.", Form.CAPITAL, "Klow", "Ruritanian"),
        ("They left Ruritania’s capital Klow.", Form.CAPITAL, "Klow", "Ruritania"),
        ("They left the city of Klow.", Form.TOWN, "Klow", ""),
        ("They left the capital of Ruritania.", Form.AREA, "", "Ruritania"),
    ],
)
def test_the_kind_of_a_place_shows_what_it_is(text: str, form: Form, town: str, region: str) -> None:
    assert told(text) == [(form, town, region)]


def test_a_name_after_in_may_be_a_place_unless_it_goes_on() -> None:
    assert [each.form for each in found("They met in Klow on Monday.")] == [Form.ALONE]
    for text in ("They met in Klow’s park.", "They believe in Klow & Sons.", "They met by Klow."):
        assert found(text) == []


def test_datelines_and_headlines_are_left_to_others() -> None:
    assert found("KLOW, Ruritania (AP) — It rained.") == []
    title = "Talks in Klow, Ruritania, Fail"
    text = f"{title}\n\nThey failed."
    assert list(Report("a.txt", text, Span(len(title) + 2, len(text)), Span(0, len(title))).find(places)) == []


@given(st.text(alphabet=st.sampled_from("in of the city, Klow.’s\n"), max_size=60))
def test_no_text_can_break_it_and_every_place_stands_where_it_says(text: str) -> None:
    for each in found(text):
        names = [name for name in (each.town, each.region) if name]
        assert names
        assert (each.span.start, each.span.end) == (
            min(name.span.start for name in names),
            max(name.span.end for name in names),
        )
