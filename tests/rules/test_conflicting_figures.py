"""conflicting-figures: what it makes of when, who and what, in reports on one sunken ferry."""

import pytest
from lint.rules.conflicting_figures import ConflictingFigures

from lint.diagnostic import Diagnostic
from lint.engine import lint
from lint.read import read
from lint.source import Source

EVENT = "The Quillback Star sank off Port Sorrel on Sunday. Captain Odette Farrow was rescued near Tannery Point."


def report(day: int | None, told: str) -> str:
    header = "" if day is None else f" date 2026-03-{day:02}\n\n"
    return f"{header}{EVENT} {told}\n"


def found(*texts: str) -> list[Diagnostic]:
    sources = [Source(f"{number}.txt", text.encode()) for number, text in enumerate(texts)]
    return list(lint(sources, [ConflictingFigures()]).diagnostics)


def severities(*texts: str) -> list[str]:
    return [str(finding.severity) for finding in found(*texts)]


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [
        (report(2, "The wreck killed 14 people."), report(3, "The wreck killed 17 people."), "warning"),
        (report(2, "The wreck killed 14 people."), report(20, "The wreck killed 17 people."), "error"),
        (report(2, "The wreck killed 17 people."), report(3, "The wreck killed 14 people."), "error"),
        (report(2, "The wreck killed 17 people."), report(2, "The wreck killed 14 people."), "error"),
        (report(None, "The wreck killed 17 people."), report(None, "The wreck killed 14 people."), "warning"),
    ],
    ids=["it may have grown", "it should have settled", "it fell", "on one day", "without dates"],
)
def test_the_severity_tells_whether_the_figure_may_simply_have_moved(first: str, second: str, severity: str) -> None:
    assert severities(first, second) == [severity]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("The wreck killed 14 people.", "The death toll rose to 17 people."),
        ("The wreck killed 14 people.", "Earlier reports said 14; officials revised the toll to 17 dead."),
        ("The wreck killed 14 people.", "The wreck killed at least 12 people."),
        ("The wreck killed nearly 20 people.", "The wreck killed 19 people."),
        ("The wreck killed 14 people.", "The wreck killed 14 people, including three children."),
        ("The wreck killed 14 people.", "The wreck killed 14 people, and 22 were injured."),
        ("The wreck killed 14 people.", "There were 60 drownings, and 60 people were killed at sea, this year."),
        ("The wreck hurt seven people, including four women.", "Four women were hurt."),
        ("Four people were arrested.", "Three people were arrested on Monday. A fourth man was arrested on Tuesday."),
        ("Five people were hurt.", "Two men, who were both hurt, swam ashore."),
        ("Four people were hurt.", "The wreck left two seriously injured."),
    ],
    ids=[
        "rose to",
        "revised",
        "at least",
        "nearly",
        "a part",
        "another thing",
        "a tally",
        "a part that is told alone",
        "one more",
        "both",
        "a degree",
    ],
)
def test_figures_that_can_both_be_true_are_left_alone(earlier: str, later: str) -> None:
    assert severities(report(2, earlier), report(9, later)) == []


def test_figures_of_an_earlier_event_are_held_against_those_of_that_event_only() -> None:
    recalls = "The wreck killed 14 people. A wreck killed 31 people there in 2003, as well as 2 in May and 3 in June."
    other = "The wreck killed 14 people. A wreck killed 36 people there in 2003."
    assert [finding.primary.passage.words for finding in found(report(None, recalls), report(None, other))] == [
        "36 people there"
    ]


def test_where_a_story_has_many_figures_only_those_of_like_sentences_clash() -> None:
    many = [f"Deck {number} alone had {number} people killed." for number in range(40, 47)]
    one = report(None, " ".join(("Divers said that the sunken ferry had killed 14 people.", *many)))
    other = report(None, "Divers who searched the sunken ferry said it killed 17 people.")
    assert [finding.primary.passage.words for finding in found(one, other)] == ["17 people"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The wreck killed 14 people.", "There were no casualties."),
        ("The wreck injured 14 people.", "There were no dead or wounded."),
        ("The wreck injured 14 people.", "Nobody was hurt in the wreck."),
        ("The wreck killed 14 people.", "No one was killed."),
        ("The ferry line employs 420 people in Brackley.", "The ferry line of Brackley has 510 employees."),
        ("Pirates held nearly 300 sailors.", "Pirates still hold more than 300 sailors."),
        (
            "They got prison sentences of between six and 75 years.",
            "They got prison sentences ranging from 7 to 75 years.",
        ),
        ("Divers found two other boats beside the wreck.", "Divers found three other boats beside the wreck."),
        ("The wreck killed 14 sailors, including three women.", "The wreck killed 14 sailors, including four women."),
        ("Port Sorrel took in 439 pupils from the ferry.", "The ferry held the 452 pupils whom Port Sorrel took in."),
        ("It held nearly 300 pupils from Port Sorrel.", "Boats took more than 300 pupils to Port Sorrel."),
        (
            "Divers took nine rifles, a flare gun and 13 radios from the hold.",
            "From the hold came seven AK-47s, three other rifles, 13 radios and a flare gun.",
        ),
        ("Masked youths looted a school and two banks.", "At least three banks, and a school, were looted, he said."),
        ("Farrow lived half a mile away, and later died.", "She had moved a mile and a half away, to Harmon."),
        ("The blast killed six people and injured 40.", "The blast injured almost 50 and killed seven people."),
        (
            "They made off with $9 million from Port Sorrel.",
            "The Port Sorrel heist cost $14 million, a $14 million haul.",
        ),
        (
            "Thieves stole 8 million euros ($9 million) in Tarn.",
            "Thieves in Tarn stole $14 million in jewels.",
        ),
        ("Farrow faces up to nine years in prison.", "Farrow faces up to 14 years in prison."),
        ("The church has 10,000 members.", "The church has some 6,000 members."),
        ("Twelve other sailors were charged with smuggling.", "Farrow joins 11 other sailors charged with smuggling."),
        (
            "Farrow spent nine years in the navy before she was captain of a ferry.",
            "Farrow spent 14 years in the navy before she was captain of the ferry.",
        ),
    ],
    ids=[
        "no casualties",
        "neither",
        "nobody",
        "no one",
        "two words in common",
        "held",
        "one end of a range",
        "others",
        "a part",
        "large and close",
        "nearly and more",
        "a list and its sum",
        "alike around the figures",
        "half a mile",
        "told apart from the dead",
        "a haul",
        "in another currency",
        "what a law allows",
        "the same few words",
        "the others",
        "years that are over",
    ],
)
def test_figures_that_cannot_both_be_true_are_found(first: str, second: str) -> None:
    assert severities(report(None, first), report(None, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The wreck injured 14 people.", "There were no injuries to passengers."),
        ("The wreck injured 14 people.", "There were no serious injuries."),
        ("The wreck injured 14 people.", "Nobody else was hurt in the wreck."),
        ("The wreck injured 14 people.", "No one on deck was hurt in the wreck."),
        ("They got prison sentences of six to 75 years.", "They got prison sentences of up to 75 years."),
        ("Divers found three boats beside the wreck.", "Divers found two other boats beside the wreck."),
        ("The wreck killed 14 sailors.", "The wreck killed 14 sailors, including four sailors of Harmon."),
        ("It was searched for nearly nine years by divers.", "Divers searched it for nine years."),
        ("Port Sorrel took in 439 pupils from the ferry.", "There are 980 pupils in Port Sorrel."),
        ("There were six children at home.", "Two adults and six children were at home, neighbors said."),
        ("Thieves stole $9 million in jewels from Tarn.", "Thieves stole $14 million in jewels from Harmon."),
        (
            "Farrow has been in the navy for nine years and a captain of the ferry.",
            "Farrow has been in the navy for 14 years and a captain of the ferry.",
        ),
        ("Thieves stole $9 million in jewels from Tarn.", "Thieves stole $90 million in jewels from Tarn."),
        (
            "Jurors came back with a sentence after 30 minutes of deliberations.",
            "They had deliberated on a verdict for three hours.",
        ),
    ],
    ids=[
        "of some",
        "not badly",
        "else",
        "here",
        "a range and its end",
        "others and all",
        "a part and all",
        "rounded",
        "large and far apart",
        "children and people",
        "a haul at another place",
        "years that go on",
        "a haul of another size",
        "two deliberations",
    ],
)
def test_figures_of_different_things_are_left_alone(first: str, second: str) -> None:
    assert severities(report(None, first), report(None, second)) == []


def test_where_a_story_has_many_figures_those_that_are_close_clash() -> None:
    wars = " ".join(f"{number} people were killed at Harmon." for number in (300, 410, 520, 630, 740, 850))
    one, other = f"The wreck killed 40 people. {wars}", "Doctors in Brackley said that 46 people died in the wreck."
    assert [finding.primary.passage.words for finding in found(report(None, one), report(None, other))] == [
        "46 people died"
    ]


@pytest.mark.parametrize(("day", "severity"), [(2, ["warning"]), (4, [])], ids=["one day", "two days"])
def test_what_is_told_anew_each_day_is_compared_within_a_day(day: int, severity: list[str]) -> None:
    one, other = "The storm left 3,000 homes without power.", "Some 9,000 homes were without power after the storm."
    assert severities(report(2, one), report(day, other)) == severity


def test_a_report_that_says_that_a_figure_changed_does_not_excuse_another_that_does_not() -> None:
    told = ("Earlier reports said that it killed nobody, or 14 people.", "It killed 14 people.", "It killed 17 people.")
    assert severities(*(report(None, each) for each in told)) == ["warning"]


def test_those_hurt_may_be_told_with_the_dead_or_without() -> None:
    apart = "One person was killed and three people were hurt."
    together = "Four people were hurt in the wreck. One person was killed."
    assert severities(report(2, apart), report(9, together)) == ["warning"]
    assert severities(report(2, apart), report(9, "Four people were hurt in the wreck.")) == []
    assert severities(report(2, apart), report(9, "Nine people were hurt in the wreck.")) == ["error"]


def test_what_somebody_without_a_name_calls_out_is_only_a_warning() -> None:
    called = report(9, "“We have four people killed down here by the water, send all that you have,” a voice called.")
    assert severities(report(2, "The wreck killed 14 people."), called) == ["warning"]


@pytest.mark.parametrize(
    ("one", "other", "reported"),
    [
        ("Two officers fired.", "A harbor police officer fired.", ["warning"]),
        ("Officers opened fire on the captain.", "The officer fired at the captain.", ["warning"]),
        ("Officers opened fire on the captain.", "Two officers fired at the captain.", []),
        ("Two men got out of a car.", "One of the men got out of the white car.", ["warning"]),
        ("Two men stepped out of the car.", "Two men jumped out of a silver SUV.", []),
        ("Two men got out of a car.", "One of the men got out of the water.", []),
        ("A lone gunman ran.", "Two men ran to the pier and opened fire.", ["error"]),
        ("A gunman ran.", "Two men ran to the pier and opened fire.", []),
    ],
    ids=[
        "two and one",
        "some and one",
        "some and two",
        "out of a car",
        "as many",
        "out of something else",
        "one and only",
        "one of some",
    ],
)
def test_how_many_did_something_is_compared(one: str, other: str, reported: list[str]) -> None:
    assert severities(report(2, other), report(2, one)) == reported


def test_a_caption_and_a_lead_that_tell_the_same_with_two_figures_are_reported() -> None:
    caption = (
        "The Quillback Star lies off Port Sorrel, where one person is in critical condition after the wreck Sunday."
    )
    lead = "Off Port Sorrel two people are in critical condition after the wreck of the Quillback Star on Sunday."
    (finding,) = found(report(2, f"{caption}\n\n{lead}"))
    assert (finding.primary.passage.words, str(finding.severity)) == ("two people", "warning")


def test_two_sentences_that_tell_the_same_of_two_persons_are_left_alone() -> None:
    one = "Odo Pell suffered nine broken ribs, a broken arm and many bruises in the wreck of the ferry."
    other = "Ivo Marsh suffered two broken ribs, a broken arm and many bruises in the wreck of the ferry."
    assert found(report(2, f"{one} {other}")) == []


def test_how_often_two_were_hit_is_not_compared_but_in_sentences_that_are_alike() -> None:
    one = "Two men were shot. A deckhand was shot three times, and sank to the deck."
    assert severities(report(2, one), report(2, "Two men were shot. The cook said he was shot four times.")) == []
    other = "Two men were shot. A deckhand was shot four times, and fell to the deck."
    assert severities(report(2, one), report(2, other)) == ["warning"]


def test_how_often_the_only_one_was_hit_is_compared() -> None:
    arrests = "Nine people were arrested. The cook was shot seven times."
    assert severities(report(2, "A deckhand was hit 11 times."), report(2, arrests)) == ["warning"]
    one, other = "A deckhand was shot three times.", "The cook said that he had been shot four times."
    assert severities(report(2, one), report(2, other)) == ["warning"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The wreck killed 14 people.", "It should have killed 30 people."),
        ("The gunmen fired 50 shots.", "The deckhand has two bullet holes in his cap."),
        (
            "At 4:24 a.m. on Sunday, 13 companies of firefighters of Port Sorrel fought the flames on the wreck.",
            "At 4:43 a.m. on Sunday, ten companies of firefighters of Port Sorrel fought the flames on the wreck.",
        ),
    ],
    ids=["what might have been", "holes are no shots", "at two times of day"],
)
def test_what_is_counted_apart_is_left_alone(one: str, other: str) -> None:
    assert severities(report(2, one), report(2, other)) == []


@pytest.mark.parametrize("several", ["Nine fires across the harbor", "In Sunday fires", "In two separate fires"])
def test_a_headline_or_lead_tells_a_round_up(several: str) -> None:
    assert severities(report(2, "Four people were hurt."), report(2, f"{several} nine people were hurt.")) == []


def test_a_round_up_of_several_events_is_not_held_against_one_of_them() -> None:
    round_up = report(9, "It was one of several separate incidents over the weekend. In all, 31 people were killed.")
    assert severities(report(2, "The wreck killed 14 people."), round_up) == []


def test_another_event_is_not_compared() -> None:
    other = (
        " date 2026-03-09\n\nA coach overturned on Harmon Hill near Brackley on Saturday. The crash killed 17 people,"
        " Chief Rufus Adeyemi said.\n"
    )
    assert severities(report(2, "The wreck killed 14 people."), other) == []


def test_a_report_that_contradicts_itself_is_told_once() -> None:
    text = report(2, "The wreck of the ferry killed 14 people, police said. The wreck of the ferry killed 17 people.")
    (finding,) = found(text)
    assert finding.primary.passage.words == "17 people"
    assert [label.passage.words for label in finding.related] == ["14 people"]


def test_a_figure_of_many_reports_is_named_once_with_their_number() -> None:
    texts = [report(2, "The wreck killed 17 people.") for _ in range(4)]
    (finding,) = found(*texts, report(9, "The wreck killed 14 people."))
    assert finding.primary.passage.path == "4.txt"
    assert finding.related[0].message.endswith("as in 4 reports")


def test_the_message_says_who_speaks_and_when() -> None:
    quoted = report(9, "“We are certain that the wreck of the ferry killed 14 people on that night,” Farrow said.")
    (finding,) = found(report(2, "The wreck killed 17 people."), quoted)
    assert "a quotation of Farrow, 9 March" in finding.message
    assert "the report itself, 2 March" in finding.message


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Farrow, a catcher for the Sorrel Gulls, drove in 88 RBIs in 120 games.",
            "Farrow, a catcher for the Sorrel Gulls, drove in 41 RBIs in 57 games.",
        ),
        (
            "The survey said the quake off the port had a magnitude of 5.2 and struck near the town.",
            "The survey said a magnitude 6.8 quake can strike near the town off the port.",
        ),
    ],
    ids=["statistics of seasons", "what a quake can do"],
)
def test_figures_that_an_event_does_not_have_are_left_alone(first: str, second: str) -> None:
    assert severities(report(None, first), report(None, second)) == []


def test_weapons_of_one_make_are_counted_alike_however_their_sentences_go_on() -> None:
    first = report(None, "The navy seized nine AK-47 rifles from pirates on a dhow.")
    second = report(None, "On the pirates’ dhow the navy seized 14 AK 47 guns, two rocket launchers, radios and fuel.")
    assert [finding.rule for finding in found(first, second)] == ["conflicting-figures"]


def test_how_long_a_search_has_gone_on_is_only_compared_where_the_days_of_the_reports_are_known() -> None:
    said = "Divers have searched the cold harbor waters for the missing crew members without rest for {} days."
    four, eight = said.format("four"), said.format("eight")
    assert severities(report(None, four), report(None, eight)) == []
    assert severities(report(3, eight), report(3, four)) == ["warning"]


def test_a_list_of_like_events_in_one_report_is_no_conflict() -> None:
    lead = "Off Port Sorrel {} people are in critical condition after the wreck of the Quillback Star on Sunday."
    two, five, nine = (lead.format(number) for number in ("two", "five", "nine"))
    assert len(found(report(2, f"{two}\n\n{five}"))) == 1
    assert found(report(2, f"{two}\n\n{five}\n\n{nine}")) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It was the port’s 14th wreck of the year.", "It was the 15th wreck of the year in the port."),
        ("It was the third attack on a ferry since May.", "It was the second ferry to be hit in an attack."),
        ("Divers searched for the seventh straight day.", "Divers are on the eighth day of searches."),
        ("The search for the crew entered its fifth day.", "The crew's search entered its sixth day."),
        ("The search for the crew is in its fifth day.", "The crew's search entered its sixth day."),
        ("It was his third arrest this year, court records show.", "Court records show his fifth arrest this year."),
        (
            "It was the 14th homicide of the year in Port Sorrel.",
            "Roe is the 16th homicide victim this year in Port Sorrel.",
        ),
    ],
)
def test_what_is_counted_by_order_is_compared(first: str, second: str) -> None:
    assert severities(report(3, first), report(3, second)) == ["warning"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It was the port’s 14th wreck of the year.", "It was the 15th fire of the year in the port."),
        ("It was the third wreck of the port.", "It was the fourth wreck of the port."),
        ("She scored her third goal this season for the port.", "She scored her fourth goal this season for the port."),
        ("It lies on the third floor since May, divers said.", "It lies on the fourth floor since May, divers said."),
    ],
    ids=["other things", "no count", "a season", "no thing"],
)
def test_other_orders_are_not_compared(first: str, second: str) -> None:
    assert severities(report(3, first), report(3, second)) == []


def test_the_days_of_something_are_compared_within_one_day() -> None:
    seventh, eighth = (f"Divers searched the port for the {day} straight day." for day in ("seventh", "eighth"))
    assert severities(report(3, seventh), report(4, eighth)) == []
    assert severities(report(4, seventh), report(4, eighth)) == ["warning"]


def test_all_of_a_war_and_one_camp_are_not_held_against_each_other_within_a_report() -> None:
    camp = "At Ostrava some 90,000 prisoners, mostly Poles, were killed."
    war = "About 600,000 prisoners, mostly Poles, were killed in the Silesian War."
    siege = "At Ostrava some 490,000 prisoners, mostly Poles, were killed."
    assert severities(f"{camp}\n\n{war}\n") == []
    assert severities(f"{siege}\n\n{war}\n") == ["warning"]


def test_no_casualties_are_told_in_one_order_whatever_the_order_of_a_set() -> None:
    reading = read(Source("a.txt", report(2, "There were no casualties.").encode()))
    assert reading.report is not None
    keys = [key for key, _ in ConflictingFigures().extract(reading.report)]
    assert [category for category, _, _ in keys] == ["deaths", "injuries"]
