"""Words of grammar are told by their neighbours on both sides."""

from itertools import pairwise

import pytest
from lint.rules._neighbours import misplaced
from lint.rules._tables import TABLES

from lint import Report, Span


def mended(text: str, title: int = 0) -> list[str]:
    report = Report("a.txt", text, Span(title, len(text)), Span(0, title) if title else None)
    return [each.words for each in misplaced(report)]


def test_the_index_has_the_pairs_of_the_table_in_their_order() -> None:
    lines = (TABLES / "neighbours.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.partition("\t")[0] for line in lines]
    assert (TABLES / "neighbours.index").read_text(encoding="utf-8").splitlines() == pairs
    assert len(pairs) > 10_000
    assert all(one < other for one, other in pairwise(pairs))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The key can by found under the mat.", "be"),
        ("He seemed to knew the way.", "know"),
        ("The mayor has bee accused of it.", "been"),
        ("They live with there children in town.", "their"),
        ("She spent on hour in the queue.", "an"),
    ],
)
def test_a_word_that_cannot_stand_between_its_neighbours_is_mended(text: str, words: str) -> None:
    assert mended(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The key can be found under the mat.",
        "They live there; children play in town.",
        "What you can, by found money or not, is up to you.",
        "The By-found key can by\n\nfound be.",
        "It can BY found.",
        "The toucan by found-money lake is @can by found.co.",
    ],
)
def test_punctuation_names_and_the_right_words_are_left_alone(text: str) -> None:
    assert mended(text) == []


def test_headlines_which_leave_out_words_are_left_alone() -> None:
    assert mended("Key can by found\n\nIt was lost.", title=16) == []
