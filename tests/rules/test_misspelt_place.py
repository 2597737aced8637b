"""A misspelt place in running text is told from villages, surnames, regions, lists and other spellings."""

import subprocess
import sys
from pathlib import Path

import pytest
from lint.rules.misspelt_place import MisspeltPlace

from lint import Diagnostic, Report, Severity, Span

TRUE_DATELINES = Path(__file__).with_name("true_datelines.txt").read_text(encoding="utf-8").splitlines()


def check(text: str, rule: MisspeltPlace | None = None) -> list[Diagnostic]:
    return list((rule or MisspeltPlace()).check(Report("a.txt", text, Span(0, len(text)))))


def mended(text: str) -> list[tuple[str, str | None]]:
    return [(found.primary.passage.words, found.fix.words if found.fix else None) for found in check(text)]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("They met in Carcass, Venezuela, on Monday.", "Carcass", "Caracas"),
        ("They met in Tripod, Libya.", "Tripod", "Tripoli"),
        ("She is the mayor of Winnepeg, Manitoba.", "Winnepeg", "Winnipeg"),
        ("He lives near Colorado Spirngs, Colo., with a dog.", "Colorado Spirngs", "Colorado Springs"),
        ("He left the Japanese city of Yokohmaa.", "Yokohmaa", "Yokohama"),
        ("He left Prauge, the capital of the Czech Republic.", "Prauge", "Prague"),
        ("He left the Kenyan capital, Niarobi.", "Niarobi", "Nairobi"),
        ("They met in Madrid, Sapin.", "Sapin", "Spain"),
        ("They met in Malibu, Califonia, a friend said.", "Califonia", "California"),
        ("They left the capital of Venezeula.", "Venezeula", "Venezuela"),
    ],
)
def test_a_place_with_its_country_beside_it_is_mended(text: str, wrong: str, right: str) -> None:
    assert mended(text) == [(wrong, right)]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Lisbon is calm. It rained in Lisbom on Monday.", "Lisbom", "Lisbon"),
        ("Caracas is calm. It rained in Carcass on Monday.", "Carcass", "Caracas"),
        ("Portugal is calm. It rained in Lisbno on Monday.", "Lisbno", "Lisbon"),
        ("The Portuguese are calm. It rained in the city of Lisbno.", "Lisbno", "Lisbon"),
        ("The Venezuelans agreed in Carcass last Monday. Venezuela is calm.", "Carcass", "Caracas"),
        ("Portugal is calm. It rained in Protugal on Monday.", "Protugal", "Portugal"),
        ("LISBON, Portugal (AP) — In Lisbom it rained.", "Lisbom", "Lisbon"),
    ],
)
def test_a_place_alone_is_mended_where_the_report_names_it_or_its_country(text: str, wrong: str, right: str) -> None:
    assert mended(text) == [(wrong, right)]


def test_the_place_that_is_meant_is_pointed_to() -> None:
    (finding,) = check("Lisbon is calm. It rained in Lisbom.")
    assert finding.message == "no place is called Lisbom; nearest is Lisbon"
    assert [label.passage.words for label in finding.related] == ["Lisbon"]


def test_it_is_a_warning_whose_fix_is_not_safe() -> None:
    (finding,) = check("They met in Carcass, Venezuela.")
    assert finding.message == "no place in Venezuela is called Carcass; nearest is Caracas"
    assert (finding.severity, finding.fix and finding.fix.safe) == (Severity.WARNING, False)


@pytest.mark.parametrize("dateline", TRUE_DATELINES)
def test_a_true_place_raises_no_alarm(dateline: str) -> None:
    city, comma, region = dateline.partition(", ")
    city = city.title().replace("'S", "'s") if city.isupper() else city
    assert check(f"They met in {city}{comma}{region}, on Monday.") == []
    assert check(f"They know {region or city}. They met in {city} on Monday.") == []


@pytest.mark.parametrize(
    "text",
    [
        "They met in Lisbom.",  # nothing says that Lisbon is meant
        "They met in Lisbom. They met in Lisbom. Lisbon is calm.",  # twice is no slip
        "Lisbon is calm. They met in Lisbom’s park.",
        "Lisbon is calm. Ada Lisbom, 34, came. She put her trust in Lisbom.",
        "Lisbon is calm. She works in Lisbom Corp.",
        "Paris is calm. She put her trust in Parris.",  # a surname
        "Holland is calm. She put her trust in Hollande.",
        "Iran is calm. They spoke in Irani.",
        "They met in El Roblecito, Venezuela.",
        "They met in Bolivar State, Venezuela.",
        "They met in Bavaria, Germany.",
        "They met in Kreuzberg, Berlin.",
        "They met in Bombay, India.",
        "They met in Praha, Czech Republic.",
        "In Carcass, Venezuela’s team lost.",
        "CARCASS, Venezuela – Talks began.",  # misspelt-dateline's
        "Congo is far. He sits in Congress.",
        "Paris is calm. They won gold in Pairs.",
        "Venezuela is calm. They trust in Carcass.",  # a word, without a day
        "Iran is calm. They wrote in Fabric on Monday.",  # a word, near to no capital
        "Niger is hot. They met in Nigeria.",
        "They met in Rome, Parisians said.",
    ],
)
def test_what_may_be_right_is_left_alone(text: str) -> None:
    assert check(text) == []


def test_a_desk_adds_places_of_its_own() -> None:
    rule = MisspeltPlace(places=("Carcass", "Lisbom"))
    assert check("They met in Carcass, Venezuela.", rule) == []
    assert check("Lisbon is calm. They met in Lisbom.", rule) == []


def test_true_places_do_not_pay_for_the_search_of_near_ones() -> None:
    script = (
        "import sys; from lint.read import Source, read; from lint.rules.misspelt_place import MisspeltPlace\n"
        "assert not list(MisspeltPlace().check(read(Source('a', b'It rained on Ada Lowe.')).report))\n"
        "assert 'lint.rules._gazetteer' not in sys.modules\n"
        "assert not list(MisspeltPlace().check(read(Source('a', b'They met in Lima, Peru, and in Paris.')).report))\n"
        "assert not {'rapidfuzz', 'lint.rules._misspelt_places'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
