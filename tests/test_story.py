"""Which reports are taken to be about one event."""

from collections.abc import Sequence
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lint.rules.conflicting_figures import ConflictingFigures

from lint.cli import main
from lint.engine import lint
from lint.read import Source, read
from lint.signature import KINDS, Signature, signatures
from lint.span import Span
from lint.story import AT_MOST, RARE, WINDOW, Corpus, steady, stories


def signed(name: str, text: str) -> Signature:
    report = read(Source(name, text.encode())).report
    assert report is not None
    return next(signatures(report))


def groups(texts: Sequence[str], window: int = WINDOW) -> set[frozenset[int]]:
    """The numbers of the texts that are told to be of one story."""
    found = [signed(f"{number}.txt", text) for number, text in enumerate(texts)]
    return {
        frozenset(int(signature.path.removesuffix(".txt")) for signature in story.signatures)
        for story in stories(found, window=window)
    }


CANAL_FIRE = (
    " date 2026-05-03\n\nA fire at the Orrery Mill on Canal Street killed night watchman Rufus Adeyemi, 58, early on"
    " Sunday, Brackley fire chief Odette Farrow said. Neighbors saw flames from Tannery Bridge.\n",
    " date 2026-05-04\n\nBrackley mourned Rufus Adeyemi, 58, on Monday. The night watchman died on Sunday in the fire"
    " at the Orrery Mill on Canal Street. Chief Odette Farrow has asked for witnesses from Tannery Bridge.\n",
)
OTHER_FIRE = (
    " date 2026-05-03\n\nA fire at a bakery on Larkspur Avenue hurt two people on Saturday night, Brackley fire chief"
    " Odette Farrow said. Baker Ines Calloway, 33, and her son were taken to Saint Agnes Hospital.\n"
)


def test_reports_on_one_fire_are_one_story() -> None:
    assert groups(CANAL_FIRE) == {frozenset({0, 1})}


def test_two_fires_in_one_town_on_one_weekend_are_two_stories() -> None:
    assert groups([*CANAL_FIRE, OTHER_FIRE]) == {frozenset({0, 1}), frozenset({2})}


def quake(told: str) -> str:
    return (
        f"{told}\n\nThe quake shook the isle of Marrowby off Port Sorrel. Walls fell in the hamlet of Tannery Point,"
        " Governor Odette Farrow told the Brackley Gazette. Fishermen at Larkspur Quay ran uphill.\n"
    )


def test_two_earthquakes_at_one_place_are_told_apart_by_how_strong_they_were() -> None:
    one = [quake("A 5.4-magnitude quake hit Marrowby on Sunday."), quake("A quake measuring 5.5 hit Marrowby.")]
    other = [quake("A quake of magnitude 6.2 hit Marrowby on Monday."), quake("A magnitude-6.2 quake hit Marrowby.")]
    assert groups([*one, *other]) == {frozenset({0, 1}), frozenset({2, 3})}


def test_an_aftershock_or_an_earlier_earthquake_makes_no_other_event() -> None:
    aftershock = "An aftershock of magnitude 3.8 followed the quake of magnitude 5.4 that hit Marrowby on Sunday."
    recalls = "A 5.4-magnitude quake hit Marrowby on Sunday, years after one of magnitude 7.1."
    assert groups([quake(aftershock), quake(recalls)]) == {frozenset({0, 1})}


def test_two_storms_are_two_events_though_they_strike_one_coast() -> None:
    texts = [quake(f"Hurricane {name} has passed Brackley.") for name in ("Odo", "Odo", "Pia", "Pia")]
    assert groups(texts) == {frozenset({0, 1}), frozenset({2, 3})}


def test_every_kind_of_term_but_names_has_a_weight_at_most() -> None:
    assert ("names", *AT_MOST) == KINDS


def test_a_trial_report_that_recalls_the_crime_belongs_to_its_story() -> None:
    crime = (
        " date 2025-06-08\n\nCab driver Anselm Quibell, 47, was stabbed to death outside the Lantern Arcade on Fenwick"
        " Street on Saturday. Police arrested Tobias Wrenfield, 24, of Harmon Hill.\n"
    )
    trial = (
        " date 2026-02-17\n\nTobias Wrenfield was sentenced on Tuesday to 22 years for the murder of Anselm Quibell,"
        " 47, the cab driver stabbed on June 7 outside the Lantern Arcade on Fenwick Street.\n"
    )
    assert groups([crime, trial, OTHER_FIRE]) == {frozenset({0, 1}), frozenset({2})}


def test_a_window_keeps_reports_apart_that_were_published_further_apart() -> None:
    assert groups(CANAL_FIRE, window=0) == {frozenset({0}), frozenset({1})}


def test_a_yearly_festival_is_another_event_each_year() -> None:
    texts = [
        f" date {year}-08-02\n\nSome {crowd} people came to the Quillback Island Kite Festival on Saturday, Mayor"
        f" Theodora Vance said. The first prize went to {winner}.\n"
        for year, crowd, winner in ((2024, "4,000", "Iris Bellweather"), (2025, "9,000", "Casper Nwosu"))
    ]
    assert groups(texts) == {frozenset({0}), frozenset({1})}


def test_a_round_up_of_a_weekend_does_not_join_the_events_that_it_lists() -> None:
    weekend = (
        " date 2026-05-04\n\nFires kept Brackley's crews busy over the weekend. At the Orrery Mill on Canal Street"
        " night watchman Rufus Adeyemi, 58, died. On Larkspur Avenue baker Ines Calloway, 33, and her son were hurt. A"
        " shed burned on Pemberton Lane and two cars on Harmon Hill, and crews freed a horse from the Ottery canal.\n"
    )
    found = groups([*CANAL_FIRE, OTHER_FIRE, weekend])
    assert not any({0, 2} <= group or {1, 2} <= group for group in found)


MILL_BURNED = (
    " date 2025-03-04\n\nA fire at the Orrery Mill on Canal Street in Brackley killed 14 weavers on Monday, fire chief"
    " Odette Farrow said. Rufus Adeyemi, 58, the night watchman, was among the dead.\n"
)
BAKERY_BLEW_UP = (
    " date 2026-05-04\n\nA gas blast tore through the Larkspur Bakery on Pemberton Lane in Brackley on Sunday. Two"
    " people were killed, Chief Ines Calloway said. Baker Casper Nwosu, 33, was hurt.\n",
    " date 2026-05-05\n\nThree people died when gas exploded at the Larkspur Bakery in Pemberton Lane, Brackley, on"
    " Sunday, Chief Ines Calloway said. Casper Nwosu, 33, who baked there, is in hospital.\n",
)
RECALLED = (
    "\nThe town remembers the fire at the Orrery Mill on Canal Street in March 2025, in which 17 weavers were killed,"
    " night watchman Rufus Adeyemi among them.\n"
)


def test_a_paragraph_on_an_older_event_belongs_to_the_story_of_that_and_the_rest_of_its_report_does_not() -> None:
    report = read(Source("today.txt", f"{BAKERY_BLEW_UP[0]}{RECALLED}".encode())).report
    assert report is not None
    today, background = signatures(report)
    assert report.words(background.span) == RECALLED.strip()
    old, other = signed("old.txt", MILL_BURNED), signed("other.txt", BAKERY_BLEW_UP[1])
    found = {
        frozenset(story.signatures): (story.first, story.last) for story in stories([today, background, old, other])
    }
    assert set(found) == {frozenset({old, background}), frozenset({today, other})}
    assert found[frozenset({old, background})] == (date(2025, 3, 4), date(2025, 3, 4))


def test_a_figure_in_the_background_is_held_to_the_older_report_and_not_to_those_of_today() -> None:
    texts = [MILL_BURNED, f"{BAKERY_BLEW_UP[0]}{RECALLED}", BAKERY_BLEW_UP[1]]
    sources = [Source(f"{number}.txt", text.encode()) for number, text in enumerate(texts)]
    found = lint(sources, [ConflictingFigures()]).diagnostics
    assert {(each.primary.passage.words, each.related[0].passage.words) for each in found} == {
        ("17 weavers", "14 weavers"),
        ("Three people died", "Two people"),
    }


@pytest.mark.parametrize(
    "paragraph",
    [
        "On March 2, 2025, Casper Nwosu opened the bakery.",
        "In 2025 the town burned.",
        "On Friday the Orrery Mill on Canal Street reopened, as it had in March 2025.",
        "The Orrery Mill on Canal Street is older than the Larkspur Bakery.",
    ],
    ids=["of somebody in the report", "of nobody", "of this week", "of no time"],
)
def test_other_paragraphs_are_the_reports_own(paragraph: str) -> None:
    report = read(Source("today.txt", f"{BAKERY_BLEW_UP[0]}\n{paragraph}\n".encode())).report
    assert report is not None
    assert len(list(signatures(report))) == 1


def test_two_shootings_in_one_city_on_one_weekend_are_not_held_against_each_other() -> None:
    told = (
        "Gunfire outside the Lantern Arcade on Fenwick Street killed two men late on Saturday, Brackley police Chief"
        " Ines Calloway said. Anselm Quibell, 47, and Dario Kessel, 22, died at Saint Agnes Hospital.",
        "Four people were shot and three of them killed at a party in the 400 block of Larkspur Avenue early on Sunday,"
        " Brackley police Chief Ines Calloway said. Iris Bellweather, 19, died at Saint Agnes Hospital.",
        "Police in Brackley are looking for a gunman after two men were killed on Fenwick Street on Saturday night."
        " Anselm Quibell, 47, and Dario Kessel, 22, had left the Lantern Arcade.",
    )
    texts = [f" date 2026-05-04\n\n{each}\n" for each in told]
    assert groups(texts) == {frozenset({0, 2}), frozenset({1})}
    sources = [Source(f"{number}.txt", text.encode()) for number, text in enumerate(texts)]
    assert lint(sources, [ConflictingFigures()]).diagnostics == ()


def test_two_seasons_of_one_team_are_two_stories() -> None:
    texts = [
        " date 2025-03-09\n\nHarmon Hill Rovers beat Port Sorrel 3-1 on Saturday. Dario Kessel scored twice before"
        " 8,200 at Tannery Park.\n",
        " date 2026-03-08\n\nHarmon Hill Rovers lost 2-0 to Ottery Town on Saturday. Goalkeeper Miles Abernathy was"
        " sent off before 6,900 at Tannery Park.\n",
    ]
    assert groups(texts) == {frozenset({0}), frozenset({1})}


def test_undated_reports_are_linked_by_what_they_name() -> None:
    assert groups([text.partition("\n\n")[2] for text in CANAL_FIRE]) == {frozenset({0, 1})}


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_reports_never_changes_the_stories(order: tuple[int, ...]) -> None:
    texts = [*CANAL_FIRE, OTHER_FIRE, OTHER_FIRE.replace("Saturday", "Sunday")]
    found = [signed(f"{number}.txt", text) for number, text in enumerate(texts)]
    assert stories([found[number] for number in order]) == stories(found)


def test_a_story_names_its_first_and_last_day_and_what_ties_it() -> None:
    (story,) = stories(signed(f"{number}.txt", text) for number, text in enumerate(CANAL_FIRE))
    assert (str(story.first), str(story.last)) == ("2026-05-03", "2026-05-04")
    assert "rufus adeyemi" in story.terms


def test_ages_a_year_apart_do_not_speak_against_one_event_as_others_do() -> None:
    told = (
        "A {}-year-old Harmon Hill boy is in hospital after a BB pellet struck him on Thursday.",
        "Casper Nwosu, a {}-year-old boy of Harmon Hill, left hospital on Monday.",
    )

    def evidence(*ages: int) -> float:
        found = (signed(f"{number}.txt", each.format(ages[number])) for number, each in enumerate(told))
        return Corpus(found).evidence(0, 1)

    assert evidence(6, 15) < evidence(6, 5) < evidence(6, 6)
    assert evidence(6, 5) == evidence(5, 6)


def test_a_common_term_weighs_the_same_when_one_report_more_has_it_most_of_the_time() -> None:
    counts = [steady(count) for count in range(1_000)]
    assert counts[: RARE + 1] == [*range(RARE + 1)]
    assert counts == sorted(counts)
    assert len(set(counts[RARE:])) < 40
    assert all(abs(count - exact) <= 0.06 * exact for exact, count in enumerate(counts))


def test_one_report_is_a_story_of_its_own() -> None:
    assert groups([OTHER_FIRE]) == {frozenset({0})}
    assert groups([]) == set()


TERMS = st.lists(st.sampled_from("alder birch cedar dunmore elm foxley gorse hazel iris juniper".split()), max_size=5)
SIGNATURE = st.builds(
    Signature,
    st.uuids().map(str),
    st.just(Span(0, 1)),
    st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 9)),
    *(TERMS.map(lambda terms: tuple(sorted(set(terms)))) for _ in range(5)),
)


@given(st.lists(SIGNATURE, max_size=12), st.data())
def test_the_stories_around_some_reports_are_those_among_all(found: list[Signature], data: st.DataObject) -> None:
    paths = {signature.path for signature in found if data.draw(st.booleans())}
    told = [story for story in stories(found) if paths & {signature.path for signature in story.signatures}]
    assert stories(found, around=paths) == told


def test_a_configured_window_keeps_reports_apart_that_are_compared_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for number, text in enumerate(CANAL_FIRE):
        Path(f"{number}.txt").write_text(text, encoding="utf-8")
    for days, told in ((30, 1), (0, 0)):
        Path("factlint.toml").write_text(f"window = {days}", encoding="utf-8")
        assert main(["stories", "--output-format", "jsonl"]) == 0
        assert len(capsys.readouterr().out.splitlines()) == told


def test_the_window_holds_for_what_is_compared() -> None:
    texts = [
        text.replace("Neighbors", f"It killed {dead} people. Neighbors")
        for text, dead in ((CANAL_FIRE[0], 3), (CANAL_FIRE[0], 5))
    ]
    later = texts[1].replace("05-03", "05-20")
    sources = [Source("a.txt", texts[0].encode()), Source("b.txt", later.encode())]
    assert len(lint(sources, [ConflictingFigures()]).diagnostics) == 1
    assert len(lint(sources, [ConflictingFigures()], window=10).diagnostics) == 0


def test_a_name_weighs_the_same_where_its_words_are_sought_and_where_all_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = "a a's aa january lion lion's lions the thé zone zoo zz zzzz ångström ’ 1 - afghanistan’s".split()
    found = [Signature(f"{word}.txt", Span(0, 1), None, names=(word, f"{word} street")) for word in words]
    sought = Corpus(found).weights
    monkeypatch.setattr("lint.shares.SEVERAL", 0)
    assert Corpus(found).weights == sought
    assert sought["january"] < sought["lion"] < sought["ångström"]
