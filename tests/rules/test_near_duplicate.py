"""near-duplicate: in which texts a changed number or name is told."""

import pytest
from lint.rules.near_duplicate import NearDuplicate

from lint.engine import lint
from lint.source import Source

TEXT = (
    "Fire gutted the Orrery Mill in Brackley on Sunday, and nobody was in the building. {} Chief Odette Farrow said"
    " that the cause of the fire in Brackley was not known. The crews of Tannery Bridge stayed until all of the"
    " roof had fallen."
)
OTHER = (
    "Nobody in Brackley had seen the smoke over the Orrery Mill. {} All that Chief Odette Farrow wanted to say"
    " on Sunday was that her men were safe. There was no wind that night on Tannery Bridge, and that was luck."
)


def told(one: str, other: str) -> list[tuple[str, str, str]]:
    """The words reported, those pointed back to, and the message, in two reports on one fire."""
    sources = [
        Source(f"{day}.txt", f" date 2026-05-0{day}\n\n{text}\n".encode()) for day, text in ((4, one), (5, other))
    ]
    found = lint(sources, [NearDuplicate()]).diagnostics
    return [(each.primary.passage.words, each.related[0].passage.words, each.message) for each in found]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("The wheel was built in 1890 by two old brothers.", "The wheel was built in 1980 by two old brothers.",
         "1980"),
        ("The old wheel had been sold to Rufus Adeyemi at last.", "The old wheel had been sold to Tobias Moor at last.",
         "Tobias Moor"),
        ("The old wheel was sold for thirty-two crowns that year.", "The old wheel was sold for $40 crowns that year.",
         "$40"),
    ],
    ids=["a year", "a name", "a sum"],
)  # fmt: skip
def test_another_number_or_name_in_a_text_taken_over_is_told(one: str, other: str, words: str) -> None:
    assert [found for found, *_ in told(TEXT.format(one), TEXT.format(other))] == [words]


def test_the_message_shows_both() -> None:
    one, other = "The two of them had bought the wheel in 1890.", "The two of them had bought the wheel in 1980."
    ((here, there, message),) = told(TEXT.format(one), TEXT.format(other))
    assert (here, there) == ("1980", "1890")
    assert message == "a sentence that is otherwise the same in the report of 4 May has “1980” for “1890”"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The old wheel was built on Aug. 12 by two brothers.", "The old wheel was built on August 12 by 2 brothers."),
        ("The old wheel had been sold to Rufus Adeyemi at last.", "The old wheel had been sold to Adeyemi at last."),
        ("The old wheel had been sold to the U.S. at last.", "The old wheel had been sold to the US at last."),
        (
            "The wheel cost 1,200 crowns, which was too much then.",
            "The wheel cost 1200 crowns, which was too much then.",
        ),
        ("It cost 12.", "It cost 14."),
    ],
    ids=["a month cut short", "a surname", "an initialism", "a comma", "few words"],
)
def test_the_same_written_another_way_is_left_alone(one: str, other: str) -> None:
    assert told(TEXT.format(one), TEXT.format(other)) == []


def test_one_like_sentence_in_two_texts_is_left_alone() -> None:
    one, other = "The old wheel was built in 1890 by two brothers.", "The old wheel was built in 1980 by two brothers."
    assert told(TEXT.format(one), OTHER.format(other)) == []


def test_two_like_sentences_of_one_report_are_left_alone() -> None:
    twice = "The old wheel was built in 1890 by two brothers. The old wheel was built in 1980 by two brothers."
    assert told(TEXT.format(twice), TEXT.format(twice)) == []
