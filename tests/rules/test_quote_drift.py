"""quote-drift: which differences between two quotations are told, and which say the same."""

import pytest
from lint.rules._quoted_words import keys_of, words_of
from lint.rules.quote_drift import QuoteDrift

from lint.engine import lint
from lint.source import Source

EVENT = "Fire gutted the Orrery Mill in Brackley. Chief Odette Farrow praised the crews of Tannery Bridge."


def told(*texts: str) -> list[tuple[str, str, str]]:
    """The words reported, those pointed back to, and how sure the rule is, in reports on one fire."""
    reports = [f" date 2026-05-0{day}\n\n{EVENT} {text}\n" for day, text in enumerate(texts, start=4)]
    sources = [Source(f"{number}.txt", text.encode()) for number, text in enumerate(reports)]
    return [
        (each.primary.passage.words, each.related[0].passage.words, each.severity)
        for each in lint(sources, [QuoteDrift()]).diagnostics
    ]


@pytest.mark.parametrize(
    ("one", "other", "reported"),
    [
        ("We saw the smoke come over the river", "We saw the smoke come over the roof that day", []),
        ("We saw thick smoke come over the river", "We saw thin smoke come over the river", [("thin", "thick")]),
        (
            "We will not sell the last wheel of the mill",
            "We will sell the last wheel of the mill",
            [("will sell", "not")],
        ),
        ("We saw it come over the old river wall", "We saw it come over the river wall", [("the river", "old")]),
        ("It was 40 of us who ran down the lane", "It was fifty of us who ran down the lane", [("fifty", "40")]),
        ("I will never go back to that mill yard", "I will not go back to that mill shed now", [("not", "never")]),
    ],
    ids=["at the end", "a word", "a word left out", "a word put in", "a number", "of three words around"],
)
def test_a_difference_inside_shared_words_is_told(one: str, other: str, reported: list[tuple[str, str]]) -> None:
    found = told(f"“{one},” Farrow said.", f"“{other},” Farrow said.")
    assert found == [(*words, "warning") for words in reported]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We’re gonna rebuild it with two hundred hands", "We are going to rebuild it with 200 hands"),
        ("I just want to say that I am ashamed of it", "I just wanted to say that I will never leave"),
        ("It’s been a long night for all of us here", "It has been a long night for all of us here"),
        ("We saw the thick black smoke come over the river", "We saw the ... smoke come over the river"),
        ("We saw him run along the river to the bridge", "We saw [the boy] run along the river to the bridge"),
        ("We saw the smoke come, uh, over the old river", "We saw the smoke come over the old river"),
        ("We, we saw the smoke come over the old river", "We saw the smoke come over the old river"),
        ("The colour of that smoke told us all we feared", "The color of that smoke told us all we feared"),
        ("We saw smoke over there. It was black. We ran to the bell", "We saw smoke over there. We ran to the bell"),
        ("Well, nobody saw it and nobody rang the old bell", "Nobody saw it, nobody rang the old bell"),
        ("Nobody has rung that bell since the war", "Nobody will ever again sell us a bell like that"),
    ],
    ids=[
        "contractions and numerals", "a formula", "a contraction of two senses", "an ellipsis", "brackets",
        "a hesitation",
        "a stutter", "spelling", "a sentence left out", "a tidied word", "other words",
    ],
)  # fmt: skip
def test_quotations_of_the_same_words_are_left_alone(one: str, other: str) -> None:
    assert told(f"“{one},” Farrow said.", f"“{other},” Farrow said.") == []


def test_a_translation_is_left_alone() -> None:
    one, other = "“We saw thick smoke come over the river,”", "“We saw thin smoke come over the river,”"
    assert told(f"{one} Farrow said.", f"{other} Farrow said through an interpreter.") == []
    assert told(f"{one} Farrow said.", f"{other} Farrow said in Spanish.") == []


def test_what_two_named_persons_say_alike_is_left_alone() -> None:
    one, other = "“We saw thick smoke come over the river,”", "“We saw thin smoke come over the river,”"
    assert told(f"{one} said Odette Farrow.", f"{other} said Rufus Adeyemi.") == []


def test_one_difference_is_told_once_however_much_of_the_quotation_is_printed() -> None:
    found = told(
        "“We saw thick smoke come over the river before dawn,” Farrow said.",
        "“We saw thin smoke come over the river,” Farrow said.",
        "“We saw thin smoke come over the river before dawn,” Farrow said.",
    )
    assert [words for words, *_ in found] == ["thin"]


def test_two_places_of_one_body_are_a_note() -> None:
    text = (
        "“We saw thick smoke come over the river,” Farrow said.\n\n“We saw thin smoke come over the river,” she said."
    )
    assert told(text) == [("thin", "thick", "note")]


def test_words_of_the_report_between_two_quotations_are_not_taken_for_quoted_ones() -> None:
    text = '"We saw it,"she said. "Thick smoke came over the river to our old house" and went'
    other = '"We saw it,"he said. "Thick smoke came over the river to our old house" and went'
    assert told(text, other) == []


@pytest.mark.parametrize("marks", ["‘’", "“”", "''"])
def test_a_headline_is_held_to_the_body(marks: str) -> None:
    text = (
        f"---\ntitle: Mayor - {marks[0]}We will never sell the water of Tarn{marks[1]}\ndate: 2026-05-04\n---\n\n"
        "“We will not sell the water of Tarn to anyone,” said Mayor Ilse Moor.\n"
    )
    (found,) = lint([Source("a.md", text.encode())], [QuoteDrift()]).diagnostics
    assert (found.primary.passage.words, found.severity) == ("never", "warning")
    assert "“We will *never* sell the water of" in found.message
    assert "“We will *not* sell the water of…”" in found.message


def test_a_headline_that_leaves_out_an_end_is_right() -> None:
    text = (
        "---\ntitle: ‘We will not sell the water of Tarn’\ndate: 2026-05-04\n---\n\n“We will not sell the water of Tarn"
        " to anyone,” said Mayor Ilse Moor.\n"
    )
    assert lint([Source("a.md", text.encode())], [QuoteDrift()]).diagnostics == ()


def test_the_place_of_a_difference_on_a_later_line_of_a_quotation_is_exact() -> None:
    found = lint(
        [
            Source(
                "a.txt",
                f" date 2026-05-04\n\n{EVENT}\n\n“We saw thick\nsmoke come over the river,” Farrow said.\n".encode(),
            ),
            Source(
                "b.txt",
                f" date 2026-05-05\n\n{EVENT}\n\n“We saw thick\nsmoke go over the river,” Farrow said.\n".encode(),
            ),
        ],
        [QuoteDrift()],
    ).diagnostics
    assert [(each.primary.passage.line, each.primary.passage.column) for each in found] == [(6, 7)]


@pytest.mark.parametrize(
    "words",
    [
        "“We’re gonna rebuild it, and we won't stop,” he said.",
        "“Forty-two of 1,200 [lamps] … burned (twice); IT ’S the 3rd time.”",
        "Twenty years ago 90% of the alright folks “y’all” knew",
        "",
    ],
)
def test_the_words_of_a_quotation_are_the_same_with_their_places_and_without(words: str) -> None:
    assert keys_of(words) == tuple(word.key for word in words_of(words))
