"""What a figure counts: category, of whom, a part or a whole, an event or a tally."""

import importlib
from typing import Any

import pytest

from lint import Report, Span
from lint.find.figures import figures
from lint.find.interval import Interval

_counted = importlib.import_module("lint.rules._counted")


def found(text: str) -> list[tuple[float, Any]]:
    """The value of each figure and what it counts."""
    report = Report("a.txt", text, Span(0, len(text)))
    return [(figure.value.low, _counted.counted(figure)) for figure in report.find(figures)]


def first(text: str) -> tuple[float, Any]:
    return found(text)[0]


@pytest.mark.parametrize(
    ("text", "value", "category", "subject"),
    [
        ("Two people were wounded at the fair.", 2, "injuries", "people"),
        ("The blast killed six.", 6, "deaths", "people"),
        ("The blast killed at least six officers.", 6, "deaths", "officers"),
        ("The blast left ten injured.", 10, "injuries", "people"),
        ("The blast, killing four men and wounding nobody, was loud.", 4, "deaths", "men"),
        ("The blast killed 12 and injured 30.", 12, "deaths", "people"),
        ("The blast, which killed 12 people and wounded 30, was loud.", 12, "deaths", "people"),
        ("All 12 on board died.", 12, "deaths", "people"),
        ("Twelve people on board the ferry were killed.", 12, "deaths", "people"),
        ("Twelve people, three of them children, were injured.", 12, "injuries", "people"),
        ("The storm claimed the lives of 12 people.", 12, "deaths", "people"),
        ("Twelve people have lost their lives.", 12, "deaths", "people"),
        ("Twelve people were burned to death.", 12, "deaths", "people"),
        ("The fire killed two and injured five others.", 2, "deaths", "people"),
        ("A 6.1 quake hit the isle.", 6.1, "magnitude", "people"),
        ("A magnitude-6.1 earthquake hit the isle.", 6.1, "magnitude", "people"),
        ("The quake registered 6.1 in Brackley.", 6.1, "magnitude", "people"),
        ("A tremor with a force of 6.1 on the Richter scale came.", 6.1, "magnitude", "people"),
        ("A 3.8-magnitude aftershock came.", 3.8, "aftershock magnitude", "people"),
        ("It came from a depth of 10 km.", 10, "depth in kilometers", ""),
        ("The fire burned 1,200 acres.", 1200, "burned in acres", ""),
        ("The flood drove 4,000 people from their homes.", 4000, "displaced", "people"),
        ("Some 4,000 villagers fled their homes.", 3600, "displaced", "people"),
        ("The storm cut power to 30,000 homes.", 30000, "without power", "people"),
        ("Up to 30,000 customers lost power.", 0, "without power", "people"),
        ("Winds of 120 mph hit the coast.", 120, "wind in mph", ""),
        ("The ferry had 150 people on board.", 150, "aboard", "people"),
        ("Some 300 Palestinians had taken shelter there.", 270, "sheltering", "people"),
        ("The mill will cut 1,200 jobs.", 1200, "jobs cut", "people"),
        ("The flu has infected 1,200 people.", 1200, "infected", "people"),
        ("He was sentenced to 25 years in prison.", 25, "sentence in months", ""),
        ("He was jailed for 18 months.", 18, "sentence in months", ""),
        ("The storm caused $3 million in damage.", 3e6, "damage in $", ""),
        ("Damage was put at $3 million.", 3e6, "damage in $", ""),
        ("They asked for a ransom of $3 million.", 3e6, "ransom in $", ""),
        ("The mill was fined $3 million.", 3e6, "fine in $", ""),
        ("Bail was set at $100,000.", 100000, "bail in $", ""),
        ("They agreed to buy the mill for $3 billion.", 3e9, "price in $", ""),
        ("It killed 612 people and injured more than 1,400.", 612, "deaths", "people"),
        ("More than 400 protesters have been detained.", 400, "arrests", "people"),
        ("The quake flattened seven villages.", 7, "villages damaged", "people"),
        ("It lasted about 30 seconds.", 27, "length in seconds", ""),
        ("Nobody was hurt.", 0, "injuries", "people"),
        ("No one has died.", 0, "deaths", "people"),
        ("The pirates hold 14 foreign vessels.", 14, "ships held", "people"),
        ("Twelve people were taken to the hospital.", 12, "hospitalized", "people"),
        ("The mill employs 1,200 people.", 1200, "employees", "people"),
        ("Two gunmen were shot dead.", 2, "deaths", "gunmen"),
        ("Forty people shot dead lay there.", 40, "deaths", "people"),
        ("Turnout stood at 61 percent.", 61, "turnout in percent", ""),
        ("Farrow won 52.3 percent of the vote.", 52.3, "vote share in percent", ""),
        ("Some 3 million people were eligible to vote.", 2.7e6, "voters", "people"),
        ("Jurors deliberated for nine hours.", 9, "deliberation in minutes", ""),
        ("They made off with $9 million in jewels.", 9e6, "loot in $", ""),
        ("The fire killed nine patients.", 9, "deaths", "people"),
        ("There were 90 passengers.", 90, "aboard", "passengers"),
        ("Nine people are on trial.", 9, "defendants", "people"),
        ("They found nine pounds of cocaine.", 9, "drugs in pounds", ""),
        ("A blast left nine soldiers dead.", 9, "deaths", "soldiers"),
        ("Officials evacuated 900 residents.", 900, "evacuated", "people"),
        ("It had a crew of nine.", 9, "crew", "people"),
        ("The fine was $9,000.", 9000, "fine in $", ""),
        ("The reward is $9,000.", 9000, "reward in $", ""),
        ("Its depth was put at 9 km.", 9, "depth in kilometers", ""),
        ("It lay 9 km below the surface.", 9, "depth in kilometers", ""),
        ("It was nominated for nine awards.", 9, "nominations", "people"),
        ("Waves of nine meters came.", 9, "wave in meters", ""),
        ("There were nine men in the truck.", 9, "aboard", "men"),
        ("She was given nine years behind bars.", 9, "sentence in months", ""),
        ("They pay $9 million to settle it.", 9e6, "settlement in $", ""),
        ("Bail is $9,000 for each count.", 9000, "$", ""),
        ("Jewels worth $9 million were stolen.", 9e6, "loot in $", ""),
        ("It was a $9 million heist.", 9e6, "loot in $", ""),
        ("The film grossed $9 million.", 9e6, "gross in $", ""),
        ("The mill had revenue of $9 million.", 9e6, "revenue in $", ""),
        ("They took over the mill in a purchase worth about $9 million.", 9e6 * 0.9, "price in $", ""),
        ("He faces up to nine years in prison.", 0, "possible sentence in months", ""),
        ("Nine flights were cancelled.", 9, "flights cancelled", "people"),
        ("It mends nine security flaws.", 9, "flaws", "people"),
        ("Nine inmates have escaped.", 9, "escaped", "prisoners"),
        ("Holt signed a nine-year, $90 million contract.", 9, "contract in months", ""),
        ("Holt agreed to a nine-year deal with Tarn.", 9, "contract in months", ""),
        ("Tarn offered Holt a nine-year deal.", 9, "months", ""),
        ("Tarn signed Ida Holt for $90 million.", 9e7, "contract in $", ""),
        ("The lamp will sell for $90.", 90, "retail price in $", ""),
        ("The lamp, priced from $90, is new.", 90, "retail price in $", ""),
        ("Its battery lasts nine hours.", 9, "battery life in minutes", ""),
        ("It runs for nine hours on one charge.", 9, "battery life in minutes", ""),
        ("It began nine kilometers underground.", 9, "depth in kilometers", ""),
        ("A judge gave Ida Holt nine years in prison.", 9, "sentence in months", ""),
        ("Ida Holt spent nine years in prison.", 9, "months", ""),
        ("The party won 90 of the 120 seats.", 90, "seats", "people"),
        ("Odo Mason, a father of nine, left.", 9, "children", "people"),
        ("Odo Mason had nine children.", 9, "children", "people"),
        ("Nine masked men came in.", 9, "gunmen", "people"),
        ("Nine people were aboard the plane.", 9, "aboard", "people"),
        ("Tarn will send 900 troops.", 900, "troops sent", "soldiers"),
        ("The hospital has 90 beds.", 90, "beds", "people"),
        ("Nine miners are still trapped.", 9, "trapped", "miners"),
        ("The bus was built to carry 90 passengers.", 90, "capacity", "passengers"),
        ("The pirates of Tarn want $9 million.", 9e6, "ransom in $", ""),
        ("Farrow leads with 49 percent.", 49, "vote share in percent", ""),
        ("The mill will have 90,000 employees.", 90000, "employees", "people"),
        ("Profit at the mill was $9 million.", 9e6, "profit in $", ""),
        ("Holt was paid $9 million for the part.", 9e6, "pay in $", ""),
        ("Holt joined Tarn from Harmon for $9 million.", 9e6, "transfer in $", ""),
        ("The fire covered 900 acres.", 900, "burned in acres", ""),
        ("There are 90 confirmed measles cases.", 90, "infected", "people"),
        ("Roe could be jailed for up to nine years.", 0, "possible sentence in months", ""),
        ("Roe is accused of taking $9 million.", 9e6, "loot in $", ""),
        ("It sold 900 phones over the weekend.", 900, "units sold", "people"),
        ("Ninety people use the lamp.", 90, "users", "people"),
        ("Her film won nine prizes.", 9, "awards won", "people"),
        ("The tower is 900 metres high.", 900, "height in meters", ""),
        ("Tarn will pay $90,000 to the family of Ida Holt.", 9e4, "settlement in $", ""),
        ("Robbers took $9,000 from the mill.", 9000, "loot in $", ""),
        ("The fire displaced nine residents.", 9, "displaced", "people"),
        ("A nine-story apartment house burned.", 9, "stories", "people"),
        ("He leaves a wife and nine children.", 9, "children", "people"),
        ("The mill will cut 900 jobs over three years.", 900, "jobs cut", "people"),
        ("It sent waves of nine meters high.", 9, "wave in meters", ""),
        ("He had a blood alcohol level of 0.16 then.", 0.16, "alcohol", "people"),
        ("The worm infected 9,000 computers.", 9000, "users hit", "people"),
        ("It came after nine hours of deliberation.", 9, "deliberation in minutes", ""),
        ("Nine of the seized ships lie in port.", 9, "ships held", "people"),
        ("The union sent nine observers.", 9, "observers", "people"),
        ("Nine experts will monitor the vote.", 9, "observers", "people"),
        ("He lived half a mile away.", 0.5, "home away in miles", ""),
        ("It was bringing to nine the number of sailors killed.", 9, "deaths", "people"),
        ("It left nine people with broken bones and other injuries.", 9, "injuries", "people"),
        ("Nine people were inside.", 9, "sheltering", "people"),
        ("Ninety families took refuge in the church.", 90, "sheltering", "people"),
        ("Ninety homes were without running water.", 90, "without water", "people"),
        ("Police put the crowd at 90.", 90, "attendance", "people"),
        ("A crowd of some 90 people came.", 81, "attendance", "people"),
        ("A 90-strong crowd came.", 90, "attendance", "people"),
        ("It is a camp of 9,000 refugees.", 9000, "population", "people"),
        ("The guards fired a total of nine rounds, striking the wall.", 9, "shots", "people"),
        ("A guard fired a single shot.", 1, "shots", "people"),
        ("Two adults and six children were at home.", 8, "people", ""),
        ("Adeyemi was stabbed 17 times.", 17, "stab wounds", "people"),
        ("Jurors found him guilty of six counts.", 6, "counts convicted", "people"),
        ("The match drew a crowd of 31,000.", 31000, "attendance", "people"),
        ("About 3,000 people lost their homes.", 2700, "homeless", "people"),
        ("The flood washed away 450 houses.", 450, "homes damaged", "people"),
        ("The car held 200 kilograms of explosives.", 200, "explosives in kilograms", ""),
        ("There have been 410 cases of the fever.", 410, "infected", "people"),
        ("They demanded $5 million.", 5e6, "ransom in $", ""),
        ("The navy captured 11 pirates.", 11, "arrests", "pirates"),
        ("It had a death toll of 12.", 12, "deaths", "people"),
        ("The toll stood at 12 on Sunday.", 12, "deaths", "people"),
        ("The flood claimed 14 lives.", 14, "deaths", "people"),
        ("The flood cost 14 lives.", 14, "deaths", "people"),
        ("Fourteen lives were lost.", 14, "deaths", "people"),
        ("There were no injuries.", 0, "injuries", "people"),
        ("Three women were shot and killed.", 3, "deaths", "women"),
        ("A man and a woman were arrested.", 2, "arrests", "people"),
        ("Two people are in custody.", 2, "arrests", "people"),
        ("Two men were taken into custody.", 2, "arrests", "men"),
        ("Two people are listed in critical condition.", 2, "critical", "people"),
        ("Eleven shots were fired.", 11, "shots", "people"),
        ("They fired 11 shots.", 11, "shots", "people"),
        ("They fired 11 times.", 11, "shots", "people"),
        ("He was shot 11 times.", 11, "hits", "people"),
        ("The number of dead stood at 31.", 31, "deaths", "people"),
        ("He was hit by seven bullets.", 7, "hits", "people"),
        ("Seven bullets hit the wall.", 7, "hits", "people"),
        ("The fair was attended by 1,000 people.", 1000, "attendance", "people"),
        ("More than 2,000 people were in attendance.", 2000, "attendance", "people"),
        ("The island has a population of 9,000.", 9000, "population", "people"),
        ("The island is home to 120,000 people.", 120000, "population", "people"),
        ("A magnitude 5.9 quake came.", 5.9, "magnitude", "people"),
        ("A 6.1-magnitude quake came.", 6.1, "magnitude", "people"),
        ("It had a magnitude of 5.9.", 5.9, "magnitude", "people"),
        ("There were 40 damaged shops.", 40, "shops damaged", "people"),
        ("There were 40 shops suffering serious damage.", 40, "shops damaged", "people"),
        ("They passed 40 shops.", 40, "shops", "people"),
        ("They took seven AK-47s.", 7, "ak-47", ""),
        ("They took seven AK 47 rifles.", 7, "ak-47", ""),
        ("They took seven AK - 47 rifles.", 7, "ak-47", ""),
        ("They took 13 loaded magazines from the hold.", 13, "magazine", ""),
        ("Ten people emerged from the hold.", 10, "people", ""),
        ("It killed 14 weavers.", 14, "deaths", "people"),
        ("A woman and her two sons were killed.", 3, "deaths", "people"),
        ("A man was killed.", 1, "deaths", "men"),
        ("The toll stood at 12.", 12, "deaths", "people"),
        ("Nine weavers were injured.", 9, "injuries", "people"),
        ("They passed nine towers.", 9, "tower", ""),
        ("It fell 3 percentage points.", 3, "points", ""),
        ("It cost $30.", 30, "$", ""),
    ],
)
def test_the_words_around_a_figure_tell_what_it_counts(text: str, value: float, category: str, subject: str) -> None:
    low, what = first(text)
    assert (low, what.category, what.subject) == (value, category, subject)
    assert not (what.part or what.adds or what.tally)


def test_a_shot_that_was_not_fired_and_a_term_that_was_served_are_not_counted() -> None:
    report = Report("a.txt", "Not a single shot was fired.", Span(0, 28))
    assert list(_counted.counted_figures(report)) == []
    _, served = first("He served a sentence of nine months.")
    assert "sentence" not in served.category


def test_the_others_who_were_hurt_where_some_were_killed_are_all_who_were_hurt() -> None:
    (_, killed), (_, injured) = found("The fire killed two people and left five others injured.")
    assert (killed.category, injured.category, injured.adds) == ("deaths", "injuries", False)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("He faces a sentence of 20 years.", "months"),
        ("He got a maximum sentence of 20 years.", "possible sentence in months"),
        ("The rebels demanded 20 changes.", "change"),
        ("It did damage of 20 percent.", "percent"),
    ],
)
def test_a_phrase_tells_nothing_of_figures_that_do_not_fit_it(text: str, category: str) -> None:
    assert first(text)[1].category == category


def test_a_magnitude_that_a_quake_might_have_is_of_none() -> None:
    assert first("A magnitude 6 quake can bring down houses.") == (6, None)


@pytest.mark.parametrize(
    "text",
    [
        "Three of them were killed.",
        "The dead, including two officers, were carried out.",
        "Among them two children were killed.",
        "The other two people were killed.",
        "The first two people were killed at once.",
        "There were two critically injured.",
        "Two people were seriously injured.",
        "Two victims were airlifted to Tarn.",
        "Two victims went by car, and two others walked.",
        "Two people suffered minor injuries, and 3 serious injuries were seen.",
    ],
)
def test_some_of_those_spoken_of_are_a_part(text: str) -> None:
    assert any(what and what.part for _, what in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "Another three people were killed.",
        "Nine others were killed.",
        "Three more people were killed.",
        "Three more were killed.",
        "Another three were killed.",
    ],
)
def test_what_comes_on_top_adds(text: str) -> None:
    assert first(text)[1].adds


@pytest.mark.parametrize(
    "text",
    [
        "Three homicides were counted this weekend, and 12 deaths this year.",
        "Twelve people have been killed since January.",
        "Twelve people were killed nationwide.",
        "So far this year 12 people were killed.",
        "It killed 12 people across the region.",
        "Across the country it killed 12 people.",
    ],
)
def test_what_is_over_many_events_is_a_tally(text: str) -> None:
    assert found(text)[-1][1].tally


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He killed six people before killing himself.", Interval(5, 7)),
        ("Seven people were killed, the gunman too.", Interval(6, 8)),
        ("He killed six people before taking his own life.", Interval(5, 7)),
        ("The siege took two hours.", Interval(120, 120)),
        ("The siege took 90 minutes.", Interval(90, 90)),
        ("The siege took two weeks.", Interval(14, 14)),
    ],
)
def test_measures_have_one_unit_and_the_dead_gunman_may_be_counted_or_not(text: str, value: Interval) -> None:
    report = Report("a.txt", text, Span(0, len(text)))
    figure = report.find(figures)[0]
    assert _counted.counted(figure).value(figure) == value


@pytest.mark.parametrize(
    "text", ["One of the two came.", "Two of the victims were killed.", "They came two by two.", "It was 12 then."]
)
def test_a_figure_may_count_nothing_that_its_words_tell(text: str) -> None:
    assert first(text)[1] is None


def test_a_gunman_and_his_victims_are_counted_apart() -> None:
    assert [what.category for _, what in found("Two gunmen shot four people, and nine people died.")] == [
        "gunmen",
        "shot",
        "deaths",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Two gunmen ran.", 2),
        ("A lone gunman ran.", 1),
        ("Two men got out and opened fire.", 2),
        ("Three people emerged from a lane and started shooting.", 3),
    ],
)
def test_who_opens_fire_is_a_gunman_whatever_else_he_is_called(text: str, value: float) -> None:
    low, what = first(text)
    assert (low, what.category, what.subject) == (value, "gunmen", "people")


@pytest.mark.parametrize(
    "text",
    ["Four people stood by when two men opened fire.", "Four people pulled up, and two gunmen opened fire."],
)
def test_who_stands_by_while_others_open_fire_is_no_gunman(text: str) -> None:
    assert first(text)[1].category != "gunmen"


def test_what_somebody_did_before_is_a_tally_and_no_figure_of_the_event() -> None:
    assert first("The man has 10 prior arrests.")[1].tally
    assert not first("Police made 10 arrests.")[1].tally


def test_the_number_of_a_street_counts_nothing() -> None:
    assert first("He waited at the 42 Street subway station.") == (42, None)
