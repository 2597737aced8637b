"""name-variants: which names are one, inside a report, across a story and against the roster."""

import importlib
from collections.abc import Iterable
from pathlib import Path

import pytest
from lint.rules._given_names import may_be_one
from lint.rules.name_variants import NameVariants

from lint import Diagnostic, Severity
from lint.engine import lint
from lint.errors import TableError
from lint.find.spellings import are_forms, folded, is_near, resembles, transliterated
from lint.read import Source

FIRE = (
    "A fire in the harbour mill of Quillby killed {} on Tuesday. Coroner Ada Zeller and the Quillby brigade were there."
)


def found(*texts: str, roster: Iterable[str] = ()) -> tuple[Diagnostic, ...]:
    sources = [Source(f"{number}.txt", text.encode()) for number, text in enumerate(texts)]
    return lint(sources, [NameVariants(tuple(roster))]).diagnostics


def said(*texts: str) -> list[str]:
    return [each.primary.passage.words for each in found(*texts)]


def test_the_roster_mends_a_figure_at_its_first_mention_and_points_to_the_others() -> None:
    (finding,) = found("In Venezuela, Blanca Eekout spoke. Eekout left. “No,” said Eekout.")
    assert finding.severity is Severity.ERROR
    assert finding.fix is not None and finding.fix.words == "Eekhout"
    assert [label.passage.words for label in finding.related] == ["Eekout", "Eekout"]
    assert "Blanca Eekhout (Venezuelan politician" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "In Venezuela, Nicolas Maduro spoke with Delcy Rodriguez.",
        "Blanca Eekout, a baker of Quillby, spoke.",
        "The German chancellor met Angela Merkle, a baker.",
        "In Ukraine, Volodymyr Zelensky spoke, and so did Viktor Yanukovich.",
        "In Russia, Vladimir Putnam spoke.",
    ],
)
def test_who_is_merely_like_a_figure_or_only_transliterated_otherwise_is_left_alone(text: str) -> None:
    assert said(text) == []


def test_an_office_and_a_strange_surname_are_enough_for_the_roster() -> None:
    assert said("In Venezuela, President Madoro spoke.") == ["Madoro"]
    assert said("In Venezuela, Dr. Madoro spoke.") == []
    assert said("In Quillby, President Madoro of the bowls club spoke.") == []


def test_the_roster_says_which_of_two_spellings_in_a_report_is_right() -> None:
    (finding,) = found("Hugh Hefnar came. Keir Starner of Quillby and Keir Starmer met. Starner left. Starner wept.")
    assert (finding.primary.passage.words, finding.fix.words if finding.fix else "") == ("Starner", "Starmer")


def test_a_desk_adds_its_own_roster(tmp_path: Path) -> None:
    desk = tmp_path / "desk.csv"
    desk.write_text("name,aliases,note\nIda Quillfeather,,mayor of Quillby\n", encoding="utf-8")
    (finding,) = found("Mayor Ida Quilfeather of Quillby spoke.", roster=[str(desk)])
    assert finding.fix is not None and finding.fix.words == "Quillfeather"


@pytest.mark.parametrize("content", ["name,note\nIda Poe,mayor\n", None])
def test_a_roster_that_cannot_be_read_is_the_users_to_mend(tmp_path: Path, content: str | None) -> None:
    desk = tmp_path / "desk.csv"
    if content is not None:
        desk.write_text(content, encoding="utf-8")
    with pytest.raises(TableError, match=r"desk\.csv"):
        importlib.import_module("lint.rules._roster").roster((str(desk),))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Coroner Ada Zelterman spoke. “No,” Zeltreman said.", "Zeltreman"),
        ("Coroner Ada Zelterman spoke. The report says that Ada Zeltermann was ill.", "Zeltermann"),
        ("They met Melvyna Quarles, 34. The landlord of Malvyna Quarles came.", "Malvyna"),
        ("They went to New Quillamba. Later the streets of New Quilamba were quiet. New Quillamba slept.", "Quilamba"),
        ("MAYOR ZELTREMAN RESIGNS\n\nAda Zelterman, the mayor, resigned. Zelterman was ill.", "ZELTREMAN"),
    ],
)
def test_one_report_spells_a_name_in_two_ways(text: str, wrong: str) -> None:
    assert said(text) == [wrong]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Ada Zelter spoke. Her brother, Ben Zelder, a baker, spoke. Zelder left.", "two who are both introduced"),
        ("Kim Jong-il died. His son, Kim Jong-un, followed. Jong-un wept.", "father and son"),
        ("Ivan Zeltarev came. His wife, Olga Zeltareva, came. Zeltareva spoke.", "a woman's form"),
        ("They flew from Iran to Iraq. Iranian and Iraqi officials met Mr. Irani.", "inhabitants"),
        ("Shane Horgan ran on. Murphy, Horgan, Maggs; Sheahan, Horan, Quinlan.", "a line-up"),
        ("His name is Ada Zelterman, not Zeltermann.", "a correction"),
        ("Thomas Zelter spoke. “Tom Zelter is ill,” said Tommy Zelter.", "short forms"),
        ("Jane Martin, 34, fled. Officer Marten said that nobody was hurt.", "an officer who is brought in by surname"),
        ("José Zelté spoke. Jose Zelte left.", "accents"),
        ("Maria and Mario Quarles came. Maria Quarles sang. Mario Quarles wept.", "a brother and a sister"),
    ],
)
def test_names_that_are_both_right_are_left_alone(text: str, why: str) -> None:
    assert said(text) == [], why


def test_reports_of_one_story_that_agree_on_the_age_make_a_difference_sure() -> None:
    findings = found(FIRE.format("Javon Quarles, 15,"), FIRE.format("Jovan Quarles, 15,"))
    assert [(each.severity, each.primary.passage.words) for each in findings] == [(Severity.ERROR, "Jovan Quarles")]
    assert "aged 15" in findings[0].message
    assert [label.passage.words for label in findings[0].related] == ["Javon Quarles"]


def test_the_spelling_of_more_reports_is_the_fix() -> None:
    texts = [FIRE.format(f"Morlens {surname}, the miller,") for surname in ("Millise", "Millisse", "Millisse")]
    (finding,) = found(*texts)
    assert finding.fix is not None and finding.fix.words == "Morlens Millisse"


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Javon Quarles, 15,", "Jovan Quarles, 41,", "their ages differ"),
        ("Thomas Quarles", "Tom Quarles", "a short form"),
        ("Thomas Quarles", "Thomas J. Quarles", "a middle name"),
        ("Mario Quarles", "Maria Quarles", "relatives"),
        ("Javon Quarles and Jovan Quarles", "Jovan Quarles", "one report names both"),
    ],
)
def test_names_of_two_reports_that_may_both_be_right_are_left_alone(one: str, other: str, why: str) -> None:
    assert said(FIRE.format(one), FIRE.format(other)) == [], why


def test_a_hyphen_or_a_transliteration_is_a_note() -> None:
    for one, other in (("Danah Rojo-Quarles", "Danah Rojo Quarles"), ("Masoud Dalmany", "Massoud Dalmany")):
        assert [each.severity for each in found(FIRE.format(one), FIRE.format(other))] == [Severity.NOTE]


@pytest.mark.parametrize(("one", "other"), [("prendergast", "pendergrast"), ("lindner", "linder"), ("siegel", "sigel")])
def test_near_spellings_pass_the_cheap_test_too(one: str, other: str) -> None:
    assert resembles(one, other) and is_near(one, other)


def test_spellings_are_compared_without_case_accents_and_alphabets() -> None:
    assert folded("ŁÉKHOUT’S") == "lekhout's"
    assert transliterated("yanukovich") == transliterated("yanukovych")
    assert are_forms("iran", "iranian") and are_forms("latino", "latina") and not are_forms("siegel", "sigel")


@pytest.mark.parametrize(
    ("one", "other"), [("tom", "thomas"), ("j.", "john"), ("bill", "william"), ("alex", "alexander")]
)
def test_short_given_names_may_be_long_ones(one: str, other: str) -> None:
    assert may_be_one(one, other) and may_be_one(other, one)


def test_other_given_names_may_not_be_one() -> None:
    assert not may_be_one("javon", "jovan")


def test_given_names_that_sound_alike_are_one_persons_where_the_age_is_one() -> None:
    assert said(FIRE.format("Daryl Prest, 41,"), FIRE.format("Darrell Prest, 41,")) == ["Darrell Prest"]
    assert said(FIRE.format("Daryl Prest"), FIRE.format("Darrell Prest")) == []
    assert said(FIRE.format("Daryl Prest, 41,"), FIRE.format("Desmond Prest, 41,")) == []


def test_a_given_name_and_a_surname_that_changed_places_are_reported_where_the_age_is_one() -> None:
    assert said(FIRE.format("Lewis Martin, 41,"), FIRE.format("Martin Lewis, 41,")) == ["Martin Lewis"]
    assert said(FIRE.format("Lewis Martin"), FIRE.format("Martin Lewis")) == []
