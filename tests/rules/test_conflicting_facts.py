"""conflicting-ages, -dates, -places and -times: what they compare, and what they leave alone."""

import pytest
from lint.rules.conflicting_ages import ConflictingAges
from lint.rules.conflicting_dates import ConflictingDates
from lint.rules.conflicting_places import ConflictingPlaces
from lint.rules.conflicting_times import ConflictingTimes

from lint.engine import lint
from lint.rule import Rule
from lint.source import Source

EVENT = "Fire gutted the Orrery Mill in Brackley. Chief Odette Farrow praised the crews of Tannery Bridge."


def words(rule: Rule, *told: tuple[int, str]) -> list[tuple[str, ...]]:
    """The words reported, and those pointed back to, in reports on one fire published on these days of May 2026."""
    texts = [f" date 2026-05-{day:02}\n\n{EVENT} {text}\n" for day, text in told]
    sources = [Source(f"{number}.txt", text.encode()) for number, text in enumerate(texts)]
    findings = lint(sources, [rule]).diagnostics
    return [(each.primary.passage.words, *(label.passage.words for label in each.related)) for each in findings]


@pytest.mark.parametrize(
    ("earlier", "later", "reported"),
    [
        ((4, "Rufus Adeyemi, 58, died."), (6, "Rufus Adeyemi, 54, died."), [("54", "58")]),
        ((4, "Rufus Adeyemi, 58, died."), (6, "The dead man is 54-year-old Rufus Adeyemi."), [("54-year-old", "58")]),
        ((4, "Rufus Adeyemi, 58, died."), (28, "Rufus Adeyemi, 59, was buried."), []),
        ((4, "Rufus Adeyemi, 58, died."), (6, "His son Tobias Adeyemi, 31, spoke."), []),
        (
            (4, "A 6-year-old boy was hurt."),
            (5, "The boy, a 7-year-old boy, was hurt."),
            [("7-year-old boy", "6-year-old boy")],
        ),
        ((4, "A 6-year-old boy was hurt."), (5, "A 14-year-old girl saw the boy, who was hurt."), []),
        (
            (4, "Police arrested Tobias Adeyemi, 31, on Lime Street."),
            (5, "A 30-year-old man was taken into custody."),
            [("30-year-old man", "31")],
        ),
        (
            (4, "Police arrested Tobias Adeyemi, 31, on Lime Street."),
            (5, "Two men were arrested. A 30-year-old man was taken into custody."),
            [],
        ),
        ((4, "Police arrested Tobias Adeyemi, 31."), (5, "A 30-year-old man was pronounced dead."), []),
        ((4, "A 58-year-old man was killed."), (5, "A 57-year-old woman died."), []),
        (
            (4, "Two men, 25 and 30, were pronounced dead after being brought to Brackley Infirmary."),
            (6, "Odo Pell, 24, died. Ivo Marsh, 28, was killed."),
            [("24", "25"), ("28", "30")],
        ),
        (
            (4, "A 16-year-old boy was badly hurt, and taken to hospital, where he was listed in critical condition."),
            (6, "The 15-year-old boy died on Wednesday."),
            [("15-year-old boy", "16-year-old boy")],
        ),
        (
            (4, "The boy, 16, was killed."),
            (6, "A 15-year-old boy was taken to hospital with burns."),
            [],
        ),
        (
            (4, "Three people were killed. The dead men, ages 26, 29 and 29, were not named."),
            (5, "Three were killed. Relatives identified one of the dead as 28-year-old Odo Pell."),
            [("28-year-old", "29")],
        ),
        (
            (4, "Three people were killed. The dead men, ages 26, 29 and 29, were not named."),
            (5, "Four people were killed. Relatives identified one of the dead as 28-year-old Odo Pell."),
            [],
        ),
        (
            (4, "Two people were killed, a 30-year-old man and a 26-year-old woman."),
            (5, "Two people were killed. One of the dead was 26-year-old Ida Holt."),
            [],
        ),
        (
            (
                4,
                "A 24-year-old woman was killed. Two men, 25 and 30, were killed. The 25-year-old was named as Odo"
                " Pell.",
            ),
            (
                5,
                "Ada Holt, 22, was killed. Odo Pell, 25, was killed. Ivo Marsh, 28, was killed. Police spoke to men of"
                " the mill, who are 41, 52 and 63 years old. Tobias Wren, 18, was arrested.",
            ),
            [("22", "24-year-old woman"), ("28", "30")],
        ),
        (
            (4, "The victims, who range in age from 19 to 34, were taken to hospital."),
            (5, "All of the victims are in their 20s, police said."),
            [("in their 20s", "range in age from 19 to 34")],
        ),
        (
            (4, "The victims, ages 19 to 34, were taken to hospital."),
            (5, "The victims ranged in age from 17 to 34."),
            [("ranged in age from 17 to 34", "ages 19 to 34")],
        ),
        (
            (4, "Four people were hurt. Four men, ages 19 to 34, were hurt."),
            (5, "A 41-year-old man was hurt."),
            [("41-year-old man", "ages 19 to 34")],
        ),
        (
            (4, "The victims, who range in age from 19 to 34, were taken to hospital."),
            (5, "Four people were hurt. The other three men, ages 20 to 22, were hurt. A man in his 40s was hurt."),
            [],
        ),
        (
            (4, "A 6-year-old boy was hurt."),
            (5, "A 5- or 6-year-old boy was hurt."),
            [],
        ),
        (
            (4, "Rufus Adeyemi kept watch. Adeyemi, 58, was hurt."),
            (5, "Firefighters pulled out Rufus Adeyemi, 54, who was hurt."),
            [("54", "58")],
        ),
        ((4, "A 16-year-old boy was hurt."), (5, "A 14-year-old boy was hurt."), []),
        ((4, "An 11-year-old boy was arrested."), (5, "An 11-year-old child was killed."), []),
    ],
    ids=[
        "two ages",
        "two forms",
        "a birthday",
        "two persons",
        "a child without a name",
        "boy and girl",
        "the one who is held",
        "one of two who are held",
        "held and dead",
        "a man and a woman",
        "a list against names",
        "hurt, then dead",
        "dead, then hurt",
        "none of all the dead",
        "one more has died",
        "one of the dead",
        "some by name, some by part",
        "a range and a decade",
        "two ranges",
        "a range and somebody outside",
        "some of a group",
        "one of two ages",
        "a surname only",
        "two boys far apart in age",
        "two children of one age",
    ],
)
def test_ages(earlier: tuple[int, str], later: tuple[int, str], reported: list[tuple[str, str]]) -> None:
    assert words(ConflictingAges(), earlier, later) == reported


def test_a_caption_and_a_lead_that_give_the_one_dead_boy_two_ages_are_reported() -> None:
    caption = "A 2-year-old boy was killed by the fire in the mill on Sunday, prosecutors said."
    lead = "A 20-month-old boy was killed by the fire in the mill, prosecutors said."
    assert words(ConflictingAges(), (4, f"{caption}\n\n{lead}")) == [("20-month-old boy", "2-year-old boy")]


def test_another_report_on_somebody_of_two_ages_is_pointed_to_as_well() -> None:
    caption = "A 2-year-old boy was killed by the fire in the mill on Sunday, prosecutors said."
    lead = "A 20-month-old boy was killed by the fire in the mill, prosecutors said."
    other = (6, "The fire killed a 1-year-old boy and his uncle, a 31-year-old man.")
    found = words(ConflictingAges(), (4, f"{caption}\n\n{lead}"), other)
    assert ("20-month-old boy", "2-year-old boy", "1-year-old boy") in found


@pytest.mark.parametrize(
    ("earlier", "later", "reported"),
    [
        ((4, "It broke out at 3:10 a.m."), (4, "It broke out at 5:45 a.m."), [("5:45 a.m.", "3:10 a.m.")]),
        ((4, "It broke out about 3:10 a.m."), (4, "The first call came in at 3:18 a.m."), []),
        ((4, "It broke out at 11:50 p.m. Sunday."), (4, "It broke out at 12:10 a.m. Monday."), []),
        ((4, "It broke out at 3:10 a.m."), (4, "A vigil will be held at 8 p.m."), []),
        ((4, "A bomb went off at 3:10 a.m."), (4, "They walked into the mill at 4 a.m."), [("4 a.m.", "3:10 a.m.")]),
        ((4, "It broke out at 3:10 a.m."), (4, "Adeyemi was pronounced dead at 5 a.m."), []),
        ((4, "It broke out at 3:10 a.m."), (4, "In a separate fire, crews were called out at 5:45 a.m."), []),
        ((4, "It broke out at 3:10 a.m. in Lime Street."), (4, "It broke out at 5:45 a.m. in Dunmore Lane."), []),
        ((4, "The march began at 8 p.m."), (4, "Mourners set off from the mill at 9 p.m."), [("9 p.m.", "8 p.m.")]),
        ((4, "It broke out at 3:10 p.m."), (4, "A protest began at 8 p.m."), []),
    ],
    ids=[
        "two times",
        "a call soon after",
        "around midnight",
        "a time to come",
        "a bomb",
        "another act",
        "another fire",
        "another street",
        "two times of a march",
        "a fire and a march",
    ],
)
def test_times(earlier: tuple[int, str], later: tuple[int, str], reported: list[tuple[str, str]]) -> None:
    assert words(ConflictingTimes(), earlier, later) == reported


@pytest.mark.parametrize(
    ("earlier", "later", "reported"),
    [
        (
            (14, "The trial of Rufus Adeyemi over the fire began on May 11."),
            (14, "The trial of Rufus Adeyemi, which opened May 13, is over the fire."),
            [("May 13", "May 11")],
        ),
        ((5, "Wrenfield was arrested on Monday."), (6, "Wrenfield was arrested on Tuesday."), [("Tuesday", "Monday")]),
        (
            (5, "Wrenfield was arrested on Monday."),
            (6, "Wrenfield was arrested by deputies on Tuesday."),
            [("Tuesday", "Monday")],
        ),
        ((5, "Wrenfield was arrested on Monday."), (12, "Wrenfield was arrested on May 4."), []),
        ((4, "It broke out late Sunday."), (4, "It broke out early Monday."), []),
        ((4, "It broke out Sunday afternoon."), (4, "It broke out Saturday afternoon."), [("Saturday", "Sunday")]),
        ((5, "Wrenfield was arrested on Monday."), (6, "Wrenfield will be charged on Friday."), []),
        (
            (4, "It broke out Saturday evening."),
            (4, "The call about the fire came at 3:30 a.m. Sunday."),
            [("Sunday", "Saturday")],
        ),
        ((4, "It broke out Saturday evening."), (4, "It broke out at 12:30 a.m. Sunday."), []),
        ((5, "Wrenfield was arrested on Monday."), (8, "By Thursday, Wrenfield was arrested."), []),
        ((5, "Wrenfield was arrested on Monday."), (8, "Wrenfield was arrested, a Thursday morning email said."), []),
        ((5, "Wrenfield was arrested on Monday."), (6, "Nobody else was arrested; no arrests followed Tuesday."), []),
        ((5, "It broke out on Monday."), (6, "An earlier fire broke out on Saturday, Wrenfield said."), []),
        (
            (4, "Rufus Adeyemi, 58, has died of burns."),
            (7, "Rufus Adeyemi, 58, died Wednesday."),
            [("Wednesday", "has died")],
        ),
        ((4, "Rufus Adeyemi, 58, has died of burns."), (7, "Ivo Marsh, 31, died Wednesday."), []),
        ((4, "Two people were killed. Rufus Adeyemi, 58, died."), (7, "Rufus Adeyemi, 58, died Wednesday."), []),
        ((4, "Rufus Adeyemi, 58, was badly hurt."), (7, "Rufus Adeyemi, 58, died Wednesday."), []),
    ],
    ids=[
        "a trial",
        "two days",
        "by whom, on another day",
        "one day in two forms",
        "one night",
        "two afternoons",
        "a day to come",
        "an evening and the small hours",
        "an evening and midnight",
        "until when",
        "when it was told",
        "no arrest",
        "another fire",
        "dead before",
        "another death",
        "one of two deaths",
        "hurt before",
    ],
)
def test_dates(earlier: tuple[int, str], later: tuple[int, str], reported: list[tuple[str, str]]) -> None:
    assert words(ConflictingDates(), earlier, later) == reported


@pytest.mark.parametrize(
    ("one", "other", "reported"),
    [
        ("A crew sank the hulk on May 18.", "The May 19 sinking of the hulk was filmed.", ["May 18"]),
        ("A crew sank the hulk on May 18.", "On 18 May 2026 a crew sank the hulk.", []),
        ("A crew sank the hulk on May 18.", "On Tuesday a crew sank the hulk.", []),
        ("A crew sank it at 11:30 p.m. on May 18.", "A crew sank it at 1 a.m. on May 19.", []),
        ("A crew sank the hulk on February 29.", "A crew sank the hulk on March 1.", ["February 29"]),
    ],
    ids=["two days", "with a year", "a weekday", "one night", "in a leap year"],
)
def test_days_of_a_month_are_compared_where_no_report_tells_the_year(one: str, other: str, reported: list[str]) -> None:
    sources = [Source(f"{number}.txt", f"{EVENT} {text}\n".encode()) for number, text in enumerate((one, other))]
    found = lint(sources, [ConflictingDates()]).diagnostics
    assert [each.related[0].passage.words for each in found] == reported


@pytest.mark.parametrize(
    ("earlier", "later", "reported"),
    [
        ((4, "It stood in Canal Street."), (5, "It stood in Canal Lane."), [("Canal Lane", "Canal Street")]),
        (
            (4, "It stood in the 200 block of Canal Street."),
            (5, "It stood in the 400 block of Canal Street."),
            [("400 block of Canal Street", "200 block of Canal Street")],
        ),
        ((4, "It stood in the 200 block of Canal Street."), (5, "It stood at 231 Canal Street."), []),
        (
            (4, "It stood in the 200 block of Canal Street."),
            (5, "Adeyemi, of the 900 block of Canal Street, died."),
            [],
        ),
        ((4, "It stood in Canal Street."), (5, "It stood where Canal Lane meets Canal Street."), []),
        ((4, "It stood in 2nd Street."), (5, "Crews came from 2nd Avenue."), []),
        (
            (4, "It stood in the 200 block of Canal Street, where it broke out at 3:10 a.m."),
            (5, "At 9:45 p.m. a car burned in the 400 block of Canal Street."),
            [],
        ),
        (
            (4, "It stood in the 200 block of Canal Street. A car was found in the 400 block of Canal Street."),
            (5, "It burned down."),
            [],
        ),
        (
            (4, "It stood in Canal Street. Crews came back to the mill in Canal Lane."),
            (5, "It burned down."),
            [("Canal Lane", "Canal Street")],
        ),
        (
            (4, "It stood in the 200 block of Canal Street. A car was found in the 400 block of Canal Lane."),
            (5, "It burned down."),
            [],
        ),
    ],
    ids=[
        "two streets",
        "two blocks",
        "a house in the block",
        "where somebody lives",
        "a corner",
        "numbered streets",
        "at two times of day",
        "two blocks in one report",
        "two streets in one report",
        "two places in one report",
    ],
)
def test_places(earlier: tuple[int, str], later: tuple[int, str], reported: list[tuple[str, str]]) -> None:
    assert words(ConflictingPlaces(), earlier, later) == reported
