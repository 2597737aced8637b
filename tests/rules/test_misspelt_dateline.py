"""A misspelt city is told from a village, a province, a camp and a name in another spelling."""

import subprocess
import sys
from pathlib import Path

import pytest
from lint.rules.misspelt_dateline import MisspeltDateline

from lint import Diagnostic, Severity
from lint.read import Source, read

TRUE_DATELINES = Path(__file__).with_name("true_datelines.txt").read_text(encoding="utf-8").splitlines()


def check(text: str, rule: MisspeltDateline | None = None) -> list[Diagnostic]:
    report = read(Source("report.txt", text.encode())).report
    assert report is not None
    return list((rule or MisspeltDateline()).check(report))


def one(text: str) -> Diagnostic:
    (only,) = check(text)
    return only


@pytest.mark.parametrize(
    ("dateline", "fix"),
    [
        ("Carcass, Venezuela – ", "Caracas"),
        ("MARACIABO, Venezuela (AP) — ", "MARACAIBO"),
        ("Havanna, Cuba – ", "Havana"),
        ("HAVNA, Cuba – ", "HAVANA"),
        ("MNAAGUA, Nicaragua – ", "MANAGUA"),
        ("LISBOM, Portugal – ", "LISBON"),
        ("PRAUGE, Czech Republic – ", "PRAGUE"),
        ("BUCHERAST, Romania – ", "BUCHAREST"),
        ("Tripod, Libya – ", "Tripoli"),
        ("MOMABSA, Kenya – ", "MOMBASA"),
        ("JOHANNESBERG, South Africa – ", "JOHANNESBURG"),
        ("BLANTRYE, Malawi – ", "BLANTYRE"),
        ("ISLAMABABD, Pakistan – ", "ISLAMABAD"),
        ("COLUMBO, Sri Lanka – ", "COLOMBO"),
        ("KATHMADNU, Nepal – ", "KATHMANDU"),
        ("CALCUTA, India – ", "CALCUTTA"),
        ("CHONGQUING, China – ", "CHONGQING"),
        ("YOKOHMAA, Japan – ", "YOKOHAMA"),
        ("SYNDEY, Australia – ", "SYDNEY"),
        ("CALAGRY, Alberta – ", "CALGARY"),
        ("WINNEPEG, Manitoba – ", "WINNIPEG"),
        ("ALBUQUERQE, N.M. – ", "ALBUQUERQUE"),
        ("TALLAHASEE, Fla. (AP) — ", "TALLAHASSEE"),
        ("CHATANOOGA, Tenn. – ", "CHATTANOOGA"),
        ("SCHENECTEDY, N.Y. – ", "SCHENECTADY"),
        ("ST. PUAL, Minn. – ", "ST. PAUL"),
        ("Colorado Spirngs, Colo. – ", "Colorado Springs"),
        ("SEATLE (AP) — ", "SEATTLE"),
        ("BRUSSLES, May 4 (Reuters) - ", "BRUSSELS"),
        ("JERUSALAM (Reuters) - ", "JERUSALEM"),
    ],
)
def test_a_misspelt_city_is_mended_in_the_case_of_the_dateline(dateline: str, fix: str | None) -> None:
    assert [found.fix and found.fix.words for found in check(f"{dateline}Talks began.")] == ([fix] if fix else [])


@pytest.mark.parametrize("dateline", TRUE_DATELINES)
def test_a_true_dateline_raises_no_alarm(dateline: str) -> None:
    assert check(f"{dateline} (AP) — Talks began.") == []


@pytest.mark.parametrize(
    "dateline",
    [
        "EL ROBLECITO, Venezuela – ",  # a village that the tables lack
        "BOLIVAR STATE, Venezuela – ",
        "NORTHERN HELMAND PROVINCE, Afghanistan – ",
        "CAMP ROBERTSON, Germany – ",
        "BLACK ROCK DESERT, Nev. – ",
        "SOUTHERN LEBANON – ",
        "THE BEKAA VALLEY, Lebanon – ",
        "DALLAS-FORT WORTH, Texas – ",
        "TEL AVIV AND HAIFA, Israel – ",
        "UNITED NATIONS (AP) — ",
        "ABOARD THE ROVER, Red Sea – ",
        "ON THE ROAD TO KYIV, Ukraine – ",
        "HOME – ",  # no dateline without a date or an agency
        "Home (AP) — ",  # too short to be Rome's
        "OPINION (Reuters) - ",
        "CARACAS, Nowhereland – ",
        "PARIS, Texas – ",
    ],
)
def test_what_may_be_right_is_left_alone(dateline: str) -> None:
    assert check(f"{dateline}Talks began.") == []


def test_the_message_stands_alone() -> None:
    assert one("Carcass, Venezuela – Talks.").message == "no place in Venezuela is called Carcass; nearest is Caracas"
    assert one("SYNDEY, N.S.W. – Talks.").message == "no place in New South Wales is called SYNDEY; nearest is Sydney"
    assert one("MANLIA, Philippines – Talks.").message.startswith("no place in the Philippines is called MANLIA; ")
    assert (
        one("MINKS, Soviet Union – Talks.").message == "no place in the Soviet Union is called MINKS; nearest is Minsk"
    )
    assert one("SEATLE (AP) — Talks.").message == "no place is called SEATLE; nearest is Seattle"


def test_an_english_word_and_a_slip_of_fingers_are_errors_with_a_safe_fix() -> None:
    for text in ("Carcass, Venezuela – Talks.", "HAMBRUG, Germany – Talks.", "SEATLE (AP) — Talks."):
        found = one(text)
        assert (found.severity, found.fix and found.fix.safe) == (Severity.ERROR, True)


@pytest.mark.parametrize(
    "text",
    [
        "ROSTINA, Germany – Talks.",
        "SAMARRKAND, Uzbekistan – Talks.",  # perhaps a transcription
    ],
)
def test_what_may_be_a_village_or_a_transcription_is_a_warning_at_most(text: str) -> None:
    assert all(found.severity is Severity.WARNING and not (found.fix and found.fix.safe) for found in check(text))


def test_a_fix_is_not_safe_where_two_cities_are_as_near() -> None:
    found = one("Raven, Iran – Talks.")
    assert (found.severity, found.fix and found.fix.safe) == (Severity.ERROR, False)


def test_each_city_of_a_dateline_is_looked_up() -> None:
    assert [found.primary.passage.words for found in check("LAGSO/ABUAJ, Nigeria – Prices rose.")] == ["LAGSO", "ABUAJ"]


def test_a_misspelt_country_is_found_by_its_city() -> None:
    found = one("Caracas, Venezeula – Talks.")
    assert found.message == "no country or state is called Venezeula; Caracas is in Venezuela"
    assert (found.primary.passage.words, found.fix and found.fix.words) == ("Venezeula", "Venezuela")
    assert check("Nowhere, Venezeula – Talks.") == []


def test_a_town_of_another_state_does_not_hide_a_misspelt_city() -> None:
    assert one("BERKLEY, Calif. – Talks.").fix is not None


def test_a_desk_adds_places_of_its_own() -> None:
    rule = MisspeltDateline(places=("Carcass", "Port Blank"))
    assert check("Carcass, Venezuela – Talks.", rule) == []
    assert check("CARCASS, Venezuela – Talks.", rule) == []


def test_a_true_dateline_does_not_pay_for_the_search_of_near_ones() -> None:
    script = (
        "import sys; from lint.read import Source, read; from lint.rules.misspelt_dateline import MisspeltDateline\n"
        "found = list(MisspeltDateline().check(read(Source('a', b'Lima, Peru - Talks.')).report))\n"
        "assert not found and not {'rapidfuzz', 'lint.rules._misspelt_places'} & set(sys.modules)\n"
        "found = list(MisspeltDateline().check(read(Source('a', b'No dateline.')).report))\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_report_without_a_dateline_does_not_open_the_gazetteer() -> None:
    script = (
        "import sys; from lint.read import Source, read; from lint.rules.misspelt_dateline import MisspeltDateline\n"
        "assert not list(MisspeltDateline().check(read(Source('a', b'It rained.')).report))\n"
        "assert 'lint.rules._gazetteer' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
