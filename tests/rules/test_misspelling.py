"""Misspelt words are told from names, coinages, dialect and other languages."""

import csv

from lint.rules._tables import TABLES
from lint.rules.misspelling import Misspelling

from lint import Diagnostic, Report, Severity, Span


def check(text: str, rule: Misspelling | None = None) -> list[Diagnostic]:
    return list((rule or Misspelling()).check(Report("a.txt", text, Span(0, len(text)))))


def mended(text: str) -> list[str]:
    return [finding.fix.words for finding in check(text) if finding.fix]


def test_the_likeliest_word_is_meant() -> None:
    assert mended("The goverment was accused.") == ["government"]
    assert mended("The comittee met on Friday.") == ["committee"]
    assert mended("It will definately rain.") == ["definitely"]
    assert mended("It was teh mayor.") == ["the"]


def test_a_misspelling_is_reported_wherever_it_stands() -> None:
    assert [finding.primary.passage.column for finding in check("A bussiness is a bussiness.")] == [3, 18]


def test_a_misspelling_is_a_warning_whose_fix_needs_a_look() -> None:
    (finding,) = check("The bridge was closed, accroding to the engineers.")
    assert (finding.severity, finding.fix and finding.fix.safe) == (Severity.WARNING, False)


def test_a_compound_with_hyphens_is_mended_as_a_whole() -> None:
    assert mended("It was a long-awaited goverment-backed plan.") == ["government-backed"]


def test_a_missing_apostrophe_is_put_back() -> None:
    assert mended("They wouldnt say.") == ["wouldn't"]


def test_two_words_closed_up_are_parted() -> None:
    assert mended("It rained inthe afternoon.") == ["in the"]


def test_a_capital_letter_is_kept() -> None:
    (finding,) = check("The board met at Springfield Univesity on Monday.")
    assert finding.fix and (finding.fix.words, finding.fix.safe) == ("University", False)


def test_names_are_left_alone() -> None:
    assert not check("Stroger Hospital treated Dontae Fancher and Mellanie Emmerson, said Jermaine Prendergast.")


def test_a_word_that_the_report_uses_again_and_again_is_its_own() -> None:
    assert not check("A miykey opens it. Each miykey costs $5.")


def test_expressive_spelling_is_no_slip() -> None:
    assert not check("It was soooo cold, and the crowd went awwwww.")


def test_speech_is_printed_as_it_was_spoken() -> None:
    assert not check("“I was just walkin’ and talkin’ to him,” she said.")


def test_a_word_that_is_cut_off_is_left_alone() -> None:
    assert not check("It was read in counc... and again in counc…")


def test_a_contraction_that_a_program_has_torn_is_left_alone() -> None:
    assert not check("She couldn ’ t see, and he wasn't there.")


def test_a_foreign_run_is_left_alone() -> None:
    assert not check("The choir sang tristis est anima mea before the mass.")


def test_words_that_the_desk_accepts_are_left_alone() -> None:
    assert not check("Teh end.", Misspelling(accept=("teh",)))
    assert not check("It was teh end.", Misspelling(accept=("teh",)))


def test_a_word_cut_short_is_no_slip_for_another() -> None:
    assert not check("The update breaks compat with older phones, and a struct holds the fields.")
    assert mended("The interst rate rose.") == ["interest"]


def test_a_word_that_is_a_name_elsewhere_is_none() -> None:
    assert not check("The photo is via miykey on a photo site. Miykey likes walls.")


def test_a_word_that_is_spoken_of_is_no_slip_and_one_at_the_end_of_a_line_is() -> None:
    assert not check("The word recieved is misspelt, like the term “definately”. Her forever (furever) home.")
    assert mended("It was what they had recieved\n") == ["received"]


def test_the_name_of_a_switch_is_not_taken_apart() -> None:
    assert not check("The map has visible nodraw around the door.")
    assert mended("They nolonger sing.") == ["no longer"]


def test_a_compound_of_two_known_words_is_no_slip_for_a_third() -> None:
    assert mended("A dumptruck fell.") == ["dump truck"]


def test_two_nouns_that_a_dictionary_has_apart_are_style() -> None:
    (finding,) = check("Each ticketholder got in.")
    assert finding.severity is Severity.NOTE


def test_what_word_lists_have_is_misspelt_all_the_same() -> None:
    assert sorted(mended("We forsee the lastest extention.")) == ["extension", "foresee", "latest"]


def test_the_table_of_common_slips_is_sorted_and_mends_to_words() -> None:
    with (TABLES / "misspellings.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["misspelt"], row["meant"]) for row in csv.DictReader(file)]
    assert rows == sorted(set(rows))
    assert not [meant for _, meant in rows if check(f"They wrote {meant} there.")]


def test_a_compound_may_begin_with_a_figure_or_have_small_words() -> None:
    assert sorted(mended("A 115-degreee heat hit the debtor-in-possesion firm.")) == [
        "115-degree",
        "debtor-in-possession",
    ]


def test_an_abbreviation_beside_a_slip_makes_no_foreign_run() -> None:
    assert mended("It sold 5 mln dlrs, inlcuding ships.") == ["including"]


def test_a_plural_of_a_word_on_y_is_put_right() -> None:
    assert sorted(mended("Two partys met, and the familys wept.")) == ["families", "parties"]


def test_what_is_coined_with_a_hyphen_stays() -> None:
    assert mended("A bowl of krunch-munchiez, zlurpy-zlushy drinks and fancy-mancey spoons.") == []
    assert mended("They sang of a freindly-breindly life.") == []


def test_two_words_that_nobody_closes_up_are_no_matter_of_style() -> None:
    (finding,) = check("The saw has a killswitch.")
    assert (finding.severity, finding.fix and finding.fix.words) == (Severity.WARNING, "kill switch")
