"""misattributed-quote: when one quotation has two speakers, and when it only seems so."""

import pytest
from lint.rules.misattributed_quote import MisattributedQuote

from lint.engine import lint
from lint.source import Source

EVENT = "Fire gutted the Orrery Mill in Brackley. Rufus Adeyemi, a weaver, and Chief Odette Farrow saw it burn."
WORDS = "“Nobody had looked at those wires since my father worked here,”"


def told(*texts: str) -> list[str]:
    reports = [f" date 2026-05-0{day}\n\n{EVENT}\n\n{text}\n" for day, text in enumerate(texts, start=4)]
    sources = [Source(f"{number}.txt", text.encode()) for number, text in enumerate(reports)]
    return [each.message for each in lint(sources, [MisattributedQuote()]).diagnostics]


@pytest.mark.parametrize(
    "other",
    [
        f"{WORDS} said Rufus Adeyemi.",
        f"{WORDS} Adeyemi told a reporter.",
        f"Rufus Adeyemi said, {WORDS[:-2]}.”",
        "“Believe me, nobody had looked at those wires since my father worked here, ever,” Adeyemi said.",
    ],
    ids=["after", "by surname", "before", "a longer quotation"],
)
def test_one_quotation_of_two_persons_is_told(other: str) -> None:
    assert len(told(f"{WORDS} said Odette Farrow.", other)) == 1


def test_the_message_names_both_speakers() -> None:
    (message,) = told(f"{WORDS} said Odette Farrow.", f"{WORDS} said Rufus Adeyemi.")
    assert message == "these words are Rufus Adeyemi’s here, and Odette Farrow’s in the report of 4 May"


@pytest.mark.parametrize(
    "other",
    [
        f"{WORDS} said Chief Farrow.",
        f"{WORDS} said Odette Farow.",
        f"{WORDS} police said.",
        f"{WORDS} officials of the Brackley Fire Department said.",
        f"{WORDS} he said.",
        f"Adeyemi spoke next. {WORDS}",
        "“Nobody had looked at those wires,” said Rufus Adeyemi.",
        "“Nobody had looked at those wires … since my father worked here,” said Rufus Adeyemi.",
    ],
    ids=["a title", "misspelt", "a body", "a named body", "a pronoun", "nobody", "few words", "an ellipsis"],
)
def test_what_may_be_one_speaker_is_left_alone(other: str) -> None:
    assert told(f"{WORDS} said Odette Farrow.", other) == []


def test_a_third_report_is_held_to_the_first_alone() -> None:
    assert len(told(*(f"{WORDS} said {name}." for name in ("Odette Farrow", "Odette Farrow", "Rufus Adeyemi")))) == 1
