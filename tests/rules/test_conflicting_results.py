"""conflicting-results: scores of one match, and counts of one vote."""

import pytest
from lint.rules.conflicting_results import ConflictingResults

from lint.engine import lint
from lint.read import Source

EVENT = " The barge Ottilie sank at Fenwick Lock on the Ottery canal in Brackley, said Harlan Quibell, 34.\n"
BEAT = "The Brackley Rovers beat Tarn United {} on Saturday."
VOTED = "The Brackley council voted {} to dredge the Ottery canal."


def said(*texts: str) -> list[str]:
    sources = [
        Source(f"{number}.txt", f" date 2026-04-06\n\n{text}{EVENT}".encode()) for number, text in enumerate(texts)
    ]
    return [each.primary.passage.words for each in lint(sources, [ConflictingResults()]).diagnostics]


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        (BEAT.format("3-1"), "Tarn United lost 1-4 to the Brackley Rovers on Saturday.", "1-4"),
        (BEAT.format("24–17"), BEAT.format("27–17"), "27–17"),
        (BEAT.format("3 - 1"), "Tarn United were beaten 2 - 1 by the Brackley Rovers on Saturday.", "2 - 1"),
        (VOTED.format("7-2"), "By five votes to four the Brackley council voted to dredge the Ottery canal.", None),
        (VOTED.format("seven votes to two"), "By a vote of six to three, Brackley will dredge the Ottery canal.", None),
    ],
)
def test_two_results_of_one_match_or_vote_are_reported(earlier: str, later: str, words: str | None) -> None:
    (found,) = said(earlier, later)
    assert words in (None, found)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (BEAT.format("3-1"), BEAT.format("3-1")),
        (BEAT.format("3-1"), "Tarn United lost 1-3 to the Brackley Rovers."),
        (BEAT.format("3-1"), "The Brackley Rovers beat Harmon City 4-1 on Saturday."),
        (BEAT.format("3-1"), "The Brackley Rovers beat Tarn United 4-1 on Thursday."),
        (BEAT.format("3-1"), "The Brackley Rovers led Tarn United 2-0 on Saturday."),
        (BEAT.format("3-1"), "The Brackley Rovers beat Tarn United 6-4, 7-5 on Saturday."),
        (BEAT.format("3-1"), "The Brackley Rovers, 9-4 this season, beat Tarn United on Saturday."),
        (BEAT.format("3-1"), "Brackley Rovers fans of Tarn United, aged 16-19 years, won on Saturday."),
        (VOTED.format("7-2"), "The Brackley council voted 5-4 to raise the rents of Tarn Street."),
        (VOTED.format("7-2"), "A Brackley committee voted 5-4 to dredge the Ottery canal."),
        (VOTED.format("7-2"), "The Brackley council gave votes to none who would dredge the Ottery canal."),
    ],
)
def test_other_matches_and_scores_on_the_way_are_not(earlier: str, later: str) -> None:
    assert said(earlier, later) == []
