"""The finder of figures: what numbers allow, what belongs to them, and which numbers are no figures."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import Report, Span
from lint.find.figures import Figure, figures
from lint.find.interval import Interval


def found(text: str) -> list[Figure]:
    return list(Report("a.txt", text, Span(0, len(text))).find(figures))


def only(text: str) -> Figure:
    (figure,) = found(text)
    return figure


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The flood took 1,200 hives.", 1200),
        ("The flood took 1, 150 hives.", 1150),
        ("The town lost 1.2 million trees.", 1.2e6),
        ("The town lost one and a half million trees.", 1.5e6),
        ("The town lost half a million trees.", 5e5),
        ("They milked a dozen goats.", 12),
        ("They milked three dozen goats.", 36),
        ("They milked half a dozen goats.", 6),
        ("They milked a couple of goats.", 2),
        ("They milked twenty-three goats.", 23),
        ("They milked twenty three goats.", 23),
        ("They milked two hundred and fifty goats.", 250),
        ("They milked a hundred goats.", 100),
        ("They milked 923 goats.", 923),
        ("They milked no goats.", 0),
        ("THEY MILKED FOUR GOATS.", 4),
        ("Twelve goats were milked.", 12),
        ("12 goats were milked.", 12),
        ("They milked both goats.", 2),
        ("A woman waved.", 1),
        ("A woman and her two sons waved.", 3),
        ("A man and a woman waved.", 2),
        ("Two men and three women waved.", 5),
        ("In Gander 12 goats were milked.", 12),
        ("On Sunday 12 goats were milked.", 12),
        ("Barn Fire Kills 12 Goats", 12),
        ("Prices rose from 12 to 14 crowns.", 14),
        ("Prices fell from 14 to 12 crowns.", 12),
        ("It lies half a mile off.", 0.5),
        ("It is a half-mile off.", 0.5),
        ("It is a quarter of a mile off.", 0.25),
        ("It is a quarter mile off.", 0.25),
        ("It is a mile and a half off.", 1.5),
        ("It took two and a half years.", 2.5),
        ("They fired a single shell.", 1),
        ("They called 30 witnesses.", 30),
        ("They took a two - million - euro haul.", 2e6),
    ],
)
def test_a_number_of_one_value_allows_that_value(text: str, value: float) -> None:
    assert only(text).value == Interval(value, value)


@pytest.mark.parametrize(
    ("text", "value", "hedge", "words"),
    [
        ("Nearly 1,000 boats sailed.", Interval(900, 1000, high_open=True), "nearly", "Nearly 1,000"),
        ("There sailed almost 40 boats.", Interval(36, 40, high_open=True), "nearly", "almost 40"),
        ("There sailed close to 40 boats.", Interval(36, 40, high_open=True), "nearly", "close to 40"),
        ("There sailed just under 40 boats.", Interval(36, 40, high_open=True), "nearly", "just under 40"),
        ("There sailed about 100 boats.", Interval(90, 110), "about", "about 100"),
        ("There sailed some 100 boats.", Interval(90, 110), "about", "some 100"),
        ("There sailed an estimated 100 boats.", Interval(90, 110), "about", "an estimated 100"),
        ("There sailed 100 or so boats.", Interval(90, 110), "about", "100 or so"),
        ("There sailed at least 40 boats.", Interval(40, inf), "least", "at least 40"),
        ("There sailed at least a dozen boats.", Interval(12, inf), "least", "at least a dozen"),
        ("No fewer than 40 boats sailed.", Interval(40, inf), "least", "No fewer than 40"),
        ("There sailed 40 or more boats.", Interval(40, inf), "least", "40 or more"),
        ("They sailed for two-plus decades.", Interval(2, inf), "least", "two-plus"),
        ("There sailed more than 40 boats.", Interval(40, inf, low_open=True), "above", "more than 40"),
        ("There sailed over 40 boats.", Interval(40, inf, low_open=True), "above", "over 40"),
        ("There sailed a total of over 40 boats.", Interval(40, inf, low_open=True), "above", "over 40"),
        ("There sailed up to 40 boats.", Interval(0, 40), "most", "up to 40"),
        ("There sailed as many as 40 boats.", Interval(0, 40), "most", "as many as 40"),
        ("There sailed no more than 40 boats.", Interval(0, 40), "most", "no more than 40"),
        ("There sailed fewer than 40 boats.", Interval(0, 40, high_open=True), "below", "fewer than 40"),
        ("There sailed dozens of boats.", Interval(24, 99), "vague", "dozens"),
        ("There sailed scores of boats.", Interval(40, 199), "vague", "scores"),
        ("There sailed tens of thousands of boats.", Interval(20000, 99999), "vague", "tens of thousands"),
        ("There sailed several hundred boats.", Interval(300, 1500), "vague", "several hundred"),
        ("There sailed 80 to 90 boats.", Interval(80, 90), "range", "80 to 90"),
        ("There sailed between 80 and 90 boats.", Interval(80, 90), "range", "between 80 and 90"),
        ("There sailed 80-90 boats.", Interval(80, 90), "range", "80-90"),
        ("There sailed 80–90 boats.", Interval(80, 90), "range", "80–90"),
        ("There sailed two or three boats.", Interval(2, 3), "range", "two or three"),
        ("There sailed eight to 10 boats.", Interval(8, 10), "range", "eight to 10"),
        ("Tarn, Wessex – Nearly 1000 people came.", Interval(900, 1000, high_open=True), "nearly", "Nearly 1000"),
        ("It ran over four days.", Interval(4, 4), "", "four"),
        ("It ran over 40 days.", Interval(40, inf, low_open=True), "above", "over 40"),
    ],
)
def test_a_hedge_or_a_range_widens_what_a_number_allows(text: str, value: Interval, hedge: str, words: str) -> None:
    figure = only(text)
    assert (figure.value, figure.hedge) == (value, hedge)
    assert text[figure.span.start : figure.span.end] == words


@pytest.mark.parametrize(
    ("text", "value", "unit", "words"),
    [
        ("The dam cost $4.5m in all.", 4.5e6, "$", "$4.5m"),
        ("The dam cost $ 4.5 million in all.", 4.5e6, "$", "$ 4.5 million"),
        ("The dam cost US$30 in all.", 30, "US$", "US$30"),
        ("The dam cost €3.9bn in all.", 3.9e9, "€", "€3.9bn"),
        ("The dam cost £200 in all.", 200, "£", "£200"),
        ("The dam cost five million dollars in all.", 5e6, "$", "five million"),
        ("The dam cost 200 million euros in all.", 2e8, "€", "200 million"),
        ("Only 27% came.", 27, "percent", "27%"),
        ("Only 27 percent came.", 27, "percent", "27 percent"),
        ("Only 27 per cent came.", 27, "percent", "27 per cent"),
        ("It rose 3 percentage points.", 3, "points", "3 percentage points"),
        ("One in four came.", 0.25, "share", "One in four"),
        ("Half of them came.", 0.5, "share", "Half"),
        ("Nearly everyone came, or nine out of ten.", 0.9, "share", "nine out of ten"),
        ("Three-quarters came.", 0.75, "share", "Three-quarters"),
    ],
)
def test_money_percent_points_and_shares_are_units(text: str, value: float, unit: str, words: str) -> None:
    figure = only(text)
    assert figure.unit == unit
    assert figure.value.low == pytest.approx(value)
    assert text[figure.span.start : figure.span.end] == words


def test_the_two_ends_of_a_range_of_money_have_one_scale() -> None:
    assert only("It cost $2 to $3 million.").value == Interval(2e6, 3e6)


@pytest.mark.parametrize(
    "text",
    [
        "It was so in 2015.",
        "The 2008 elections were close.",
        "In 2006 rebels came.",
        "They met on May 5 and on 9 June 2015.",
        "They met at 3:15 p.m. and at 3: 20 p. m.",
        "Odo Mason, 35, left.",
        "Mason, 35, left.",
        "They are for all from age 12.",
        "They range in age from 19 to 34.",
        "The 11-month-old slept.",
        "The 61 - year - old slept.",
        "A nun aged 21 spoke.",
        "He was in his 20s.",
        "They lived at 1504 S. Beech St.",
        "They lived in the 700 block of Elm Street.",
        "They lived on 25th Street and in Room 12.",
        "Call 303-954-1822 or 954-1822.",
        "It was case 16-05678.",
        "Odder won 3-1.",
        "Odder won 5 to 4.",
        "A 2-3 defeat followed.",
        "It was the 14th goal and the twenty-first game.",
        "He had an F-150, an AK-47 and a MacBook 17.",
        "He had AK 47 rifles and AK - 47 rounds.",
        "A . 38 caliber gun and a 9 mm gun lay there.",
        "He told Fox 29 so.",
        "WSMV Channel 4 said so.",
        "He told News 12 so.",
        "The Boeing 737 landed.",
        "He took Flight 370 on Interstate 95.",
        "It took 4 1/2 months and 4½ days.",
        "It happened on 9/11.",
        "No one came, no longer.",
        "Nobody came.",
        "They called 911.",
        "Chapter Seven ends here.",
        "It was room No. 5.",
        "They met on December 9 and 10.",
        "The 5-foot-10 man left.",
        "The screen has 2880 x 1800 dots.",
        "A vote of 5-4 vote followed.",
    ],
)
def test_what_names_or_dates_something_is_no_figure(text: str) -> None:
    assert [text[figure.span.start : figure.span.end] for figure in found(text)] == []


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("They saw over 100 dead, innocent civilians.", ("dead",)),
        ("They saw dozens of old men in the sea.", ("old", "men")),
        ("A 6.1-magnitude quake came.", ("magnitude", "quake", "came")),
        ("A 6.1 - magnitude quake came.", ("magnitude", "quake", "came")),
        ("A 200 - student schoolhouse burned.", ("student", "schoolhouse", "burned")),
        ("Another three divers in the sea waved.", ("three", "divers")[1:]),
        ("Two of the victims waved.", ()),
        ("A man and a woman waved.", ("man", "woman", "waved")),
    ],
)
def test_the_words_that_belong_to_a_number_follow_it(text: str, phrase: tuple[str, ...]) -> None:
    assert only(text).phrase == phrase


def test_the_words_before_a_figure_are_nearest_first_and_without_its_hedge() -> None:
    figure = only("The fire, police said, killed at least 12 people on Sunday.")
    assert figure.before == ("killed", ",", "said", "police", ",", "fire", "the")
    assert (figure.phrase, figure.after) == (("people",), ("on", "sunday", "."))


def test_figures_come_in_the_order_of_the_text_with_exact_places() -> None:
    text = "“Nine boats,” he said. At least 12 AK-47 rifles, two other rifles and 13 masts were taken."
    assert [text[figure.whole.start : figure.whole.end] for figure in found(text)] == [
        "Nine boats",
        "At least 12 AK-47 rifles",
        "two other rifles",
        "13 masts",
    ]


@given(st.text(alphabet=st.sampled_from("12, 50.-–$%aonetwhurdm \n“’İ"), max_size=60))
def test_no_text_can_break_it_and_figures_never_overlap(text: str) -> None:
    end = 0
    for figure in found(text):
        assert end <= figure.span.start < figure.span.end <= figure.whole.end <= len(text)
        assert figure.value.low <= figure.value.high
        end = figure.span.end


def test_a_scale_on_the_next_line_belongs_to_its_number() -> None:
    assert only("It cost 48.7\nbillion guilders.").value.low == 48.7e9
    assert only("It hurt 12\nbystanders.").value.low == 12


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They said 40 percent to 70 percent of the roofs fell.", Interval(40, 70)),
        ("Between 40% and 70% of the roofs fell.", Interval(40, 70)),
        ("Prices rose 4 percent to 7 percent above the plan.", Interval(4, 4)),
        ("It is about 1.5 miles off.", Interval(1.35, 1.65)),
    ],
)
def test_a_share_may_be_told_with_its_sign_twice_and_about_one_and_a_half_is_not_two(
    text: str, value: Interval
) -> None:
    figure = found(text)[0]
    assert (round(figure.value.low, 2), round(figure.value.high, 2)) == (value.low, value.high)
