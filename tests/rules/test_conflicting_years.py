"""conflicting-years: which years and months are of one act."""

import pytest
from lint.rules.conflicting_years import ConflictingYears

from lint.engine import lint
from lint.source import Source

EVENT = "Tobias Wrenfield, who kept the Quillback lighthouse off Port Sorrel, died near Tannery Point on Monday."


def said(*told: str) -> list[str]:
    sources = [Source(f"{number}.txt", f"{EVENT} {each}\n".encode()) for number, each in enumerate(told)]
    return [finding.primary.passage.words for finding in lint(sources, [ConflictingYears()]).diagnostics]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("He was convicted of smuggling lamps in 1997.", "A 1998 trial had him convicted of smuggling lamps.", "1998"),
        (
            "In 1990 he founded the Tannery Point school for orphans.",
            "He founded the Tannery Point school for orphans in 1987.",
            "1987",
        ),
        ("The court overturned his conviction in July.", "In August the court overturned his conviction.", "In August"),
        (
            "The court overturned his conviction late June.",
            "The court overturned his conviction early July.",
            "early July",
        ),
    ],
    ids=["the next year", "another year in much the same words", "the next month", "of no “in”"],
)
def test_one_act_in_two_years_or_months_is_found(one: str, other: str, words: str) -> None:
    assert said(one, other) == [words]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He was convicted of smuggling in 1997.", "He was convicted of smuggling on May 4, 1997."),
        ("He was convicted of smuggling in 1997.", "He bought a trawler from Harmon in 1998."),
        ("He joined the smuggling of Harmon in 1990.", "Harmon's smuggling ended for him in 1997."),
        ("He was convicted of smuggling in 1997.", "He was convicted of smuggling from 1997 to 1998."),
        (
            "He was convicted of smuggling in 1997. In 1998 he was convicted of smuggling.",
            "He was convicted of smuggling in 1998.",
        ),
        ("He hosted the 2013 Harmon Regatta.", "He hosted the 2014 Harmon Regatta."),
        ("He sold almost 1997 lamps of the lighthouse.", "He sold almost 1998 lamps of the lighthouse."),
        ("The court overturned his conviction in July 1997.", "The court overturned his conviction in August 1997."),
        ("The court overturned his conviction in July.", "The court overturned his conviction in October."),
        (
            "Copyright 1997 Brackley Gazette, Harmon. All rights.",
            "Copyright 1998 Brackley Gazette, Harmon. All rights.",
        ),
    ],
    ids=[
        "one year",
        "another act",
        "far apart",
        "a time",
        "both in one report",
        "editions",
        "a count",
        "months with a year",
        "months apart",
        "copyright",
    ],
)
def test_years_and_months_of_different_acts_are_left_alone(one: str, other: str) -> None:
    assert said(one, other) == []


def test_two_years_in_one_report_are_left_to_those_who_wrote_it() -> None:
    assert said("He was convicted of smuggling in 1997. He was convicted of smuggling in 1998.") == []
