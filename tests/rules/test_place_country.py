"""A city in the wrong country is told from its namesakes, from lists, from history and from what is no place."""

from pathlib import Path

import pytest
from lint.rules.place_country import PlaceCountry

from lint import Diagnostic, Report, Severity, Span

TRUE_DATELINES = Path(__file__).with_name("true_datelines.txt").read_text(encoding="utf-8").splitlines()


def check(text: str, rule: PlaceCountry | None = None) -> list[Diagnostic]:
    return list((rule or PlaceCountry()).check(Report("a.txt", text, Span(0, len(text)))))


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("They met in Lyon, Belgium.", "Lyon"),
        ("They met in Lyon, Belgium, on Monday.", "Lyon"),
        ("They met near Lyon ,\nBelgium , police said.", "Lyon"),
        ("She is the mayor of Marrakech, Algeria.", "Marrakech"),
        ("He drove to the Polish city of Kharkiv.", "Kharkiv"),
        ("They fled to Chengdu, a city in southern Vietnam.", "Chengdu"),
        ("He works in Detroit, Tennessee.", "Detroit"),
        ("ZURICH, Austria (AP) — Talks began.", "ZURICH"),
    ],
)
def test_a_well_known_city_in_a_country_without_that_name_is_a_warning(text: str, city: str) -> None:
    (finding,) = check(text)
    assert (finding.severity, finding.primary.passage.words) == (Severity.WARNING, city)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("They met in Zurich, Austria.", "no place in Austria is called Zurich; Zürich is in Switzerland"),
        ("They met in Houston, Okla.", "no place in Oklahoma is called Houston; Houston is in Texas"),
        ("They met in Riga, the Netherlands.", None),
        ("They met in Riga, Netherlands.", "no place in the Netherlands is called Riga; Riga is in Latvia"),
        ("They met in Toronto, Quebec.", None),  # Quebec is a city too
    ],
)
def test_the_message_says_where_the_city_is(text: str, message: str | None) -> None:
    assert [finding.message for finding in check(text)] == ([message] if message else [])


@pytest.mark.parametrize("dateline", TRUE_DATELINES)
def test_a_true_place_raises_no_alarm_in_running_text(dateline: str) -> None:
    place = dateline.title() if dateline.isupper() else dateline
    assert check(f"They met in {place}, on Monday.") == []
    assert check(f"{dateline} (AP) — Talks began.") == []


@pytest.mark.parametrize(
    "text",
    [
        # lists, and commas between halves of a sentence
        "They met in Lyon, Belgium and Spain.",
        "Offices in Lyon, Belgium, and Spain will close.",
        "They toured from Lyon, Belgium, Spain and Portugal.",
        "Flights from Lyon, Belgium or Spain were late.",
        "In Lyon, Belgium beat Spain.",
        "In Lyon, Belgium’s team won.",
        "He met Lyon, Belgium’s envoy.",
        "Talks with Lyon, Belgium.",
        "They have offices in Paris, Singapore.",
        "They passed through Jordan, Russia.",
        # namesakes
        "He was held in Paris, Texas.",
        "She lives in London, Ontario.",
        "She lives in Naples, Florida.",
        "He studied in Cambridge, Massachusetts.",
        "He lives in Valencia, Venezuela.",
        "He lives in Santiago, Cuba.",
        "He lives in Tbilisi, Georgia. She lives in Atlanta, Georgia.",
        "He grows maize in Lima, Maine.",  # it may be a hamlet
        # history, disputed land and ruins
        "He was born in Riga, Russia.",
        "He left Riga in 1910 and died in Riga, Russia.",
        "He lives in Tashkent, Soviet Union.",
        "He lives in Bratislava, Czechoslovakia.",
        "He lives in Sevastopol, Russia. She lives in Sevastopol, Ukraine.",
        "He lives in Hebron, Israel.",
        "He lives in Belfast, Ireland.",
        "He lives in Pristina, Serbia.",
        "He lives in Stanley, Argentina.",
        "They dig in Memphis, Egypt.",
        # the unknown
        "He lives in Sevenoaks, Belgium.",
        "He lives in Lyon, Ruritania.",
        "He lives in Bra, Belgium.",
        # persons and companies
        "Ada Lyon, 34, came. The book is by Lyon, Belgium.",
        "Lyon Corp. has moved to Lyon Corp., Belgium.",
    ],
)
def test_what_may_be_right_is_left_alone(text: str) -> None:
    assert check(text) == []


def test_a_desk_adds_places_of_its_own() -> None:
    assert check("They met in Lyon, Belgium.", PlaceCountry(places=("Lyon",))) == []
