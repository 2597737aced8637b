"""conflicting-distances: which distances are of one thing, and which cannot both be right."""

import pytest
from lint.rules.conflicting_distances import ConflictingDistances

from lint.engine import lint
from lint.source import Source

EVENT = "The Quillback Star was seized off Port Sorrel on Sunday. Captain Odette Farrow radioed from Tannery Point."


def said(*told: str) -> list[str]:
    sources = [Source(f"{number}.txt", f"{EVENT} {each}\n".encode()) for number, each in enumerate(told)]
    return [finding.primary.passage.words for finding in lint(sources, [ConflictingDistances()]).diagnostics]


def test_one_thing_on_two_sides_of_a_place_is_a_conflict() -> None:
    one, other = (
        "The Quillback Star was 90 miles west of Brackley.",
        "The Quillback Star was 90 miles east of Brackley.",
    )
    assert said(one, other) == ["90 miles east of Brackley"]


def test_telling_words_do_where_the_thing_has_no_name() -> None:
    one, other = "Pirates took the trawler 90 km off Brackley.", "Pirates boarded the trawler 190 km off Brackley."
    assert said(one, other) == ["190 km off Brackley"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Quillback Star was 90 miles off Brackley.", "The Quillback Star was 100 miles off Brackley."),
        ("The Quillback Star was 90 miles off Brackley.", "The Quillback Star was 145 km off Brackley."),
        ("The Quillback Star was 90 km south of Brackley.", "The Quillback Star was 90 km southeast of Brackley."),
        ("The Quillback Star was 90 km off Brackley.", "A lighthouse stands 7 km off Brackley."),
        ("The Quillback Star was 90 km off Brackley.", "The Quillback Star was 60 km off Harmon."),
        ("The Quillback Star was 90 km off Brackley.", "The Quillback Star was previously 30 km off Brackley."),
        ("The Quillback Star was 90 km west of Brackley.", "The Quillback Star came 400 km east of Brackley."),
    ],
    ids=["a tenth more", "in miles", "the next side", "another thing", "another place", "it moved", "two places"],
)
def test_what_can_both_be_true_is_left_alone(one: str, other: str) -> None:
    assert said(one, other) == []
