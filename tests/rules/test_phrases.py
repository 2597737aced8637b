"""Every row of the tables of phrases finds what it is for, and leaves alone what it mends."""

import csv
from pathlib import Path

import pytest
from lint.rules._phrases import Hit, Phrase, phrasebook, phrases
from lint.rules._tables import TABLES as FOLDER
from lint.rules.tables.build_phrases import index

from lint import Report, Span
from lint.errors import TableError

TABLES = ("confused_words.csv", "missing_words.csv")
ROWS = [pytest.param(name, phrase, id=phrase.phrase) for name in TABLES for _, phrase in phrases(FOLDER / name)]


def report(words: str, title: int = 0) -> Report:
    return Report("a.txt", words, Span(title, len(words)), Span(0, title) if title else None)


def sentence(phrase: Phrase, words: str) -> str:
    start = "" if phrase.slots[0] == "^" else "now "
    end = "." if phrase.slots[-1] == "$" else " zzz."
    return f"{start}{words}{end}"


def hits(phrase: Phrase, words: str) -> list[Hit]:
    return list(phrase.hits(report(sentence(phrase, words))))


@pytest.mark.parametrize(("table", "phrase"), ROWS)
def test_a_row_finds_its_phrase_and_is_silent_when_it_is_mended(table: str, phrase: Phrase) -> None:
    wrong, right = phrase.sample
    text = sentence(phrase, wrong)
    found = [hit for hit in hits(phrase, wrong) if hit.row == phrase]
    assert len(found) == 1
    (hit,) = found
    mended = text[: hit.span.start] + hit.words + text[hit.span.end :]
    assert mended == sentence(phrase, right)
    assert not hits(phrase, right)
    assert hit.span in [each.span for each in phrasebook(table).hits(report(text))]


@pytest.mark.parametrize("table", TABLES)
def test_no_phrase_stands_twice_in_a_table(table: str) -> None:
    written = [each.phrase for _, each in phrases(FOLDER / table)]
    assert len(written) == len(set(written))


@pytest.mark.parametrize("table", TABLES)
def test_the_index_beside_a_table_is_that_of_the_table(table: str) -> None:
    assert (FOLDER / table).with_suffix(".index").read_text(encoding="utf-8") == index(FOLDER / table)


def phrase(words: str, right: str, where: str = "") -> Phrase:
    return Phrase(words, right, is_certain=False, where=where)


def test_a_curly_apostrophe_and_a_capital_letter_change_nothing() -> None:
    row = phrase("[it's] own", "its")
    assert [hit.words for hit in row.hits(report("It’s own goal."))] == ["Its"]


def test_a_word_that_must_not_stand_before_or_after_makes_it_right() -> None:
    row = phrase("!not [pubic] !hair", "public")
    assert not list(row.hits(report("not pubic places")))
    assert not list(row.hits(report("a pubic hair")))
    assert len(list(row.hits(report("a pubic place")))) == 1


def test_a_place_may_want_a_kind_of_word() -> None:
    row = phrase("dozens [] <plural>", "of")
    assert [hit.words for hit in row.hits(report("dozens teachers came"))] == ["dozens of teachers"]
    assert not list(row.hits(report("dozens slowly came")))


@pytest.mark.parametrize("words", ["charged murder", "also charged first-degree", "charged first-degree and murder"])
def test_words_with_hyphens_and_words_that_may_stand_make_a_phrase_like_others(words: str) -> None:
    row = phrase("also? charged [] murder/first-degree and? murder?", "with")
    assert [hit.words.split()[1] for hit in row.hits(report(f"He was {words}."))] == ["with"]
    assert not list(row.hits(report("He was charged, first of all, by degree.")))


def test_speech_is_left_alone_where_the_row_says_so() -> None:
    row = phrase("had [went]", "gone", "outside quotations")
    assert not list(row.hits(report("“He told us that they had went home before it all began,” she said.")))
    assert len(list(row.hits(report("They had went home.")))) == 1


def test_headlines_and_captions_are_left_alone_where_the_row_says_so() -> None:
    row = phrase("shot in [] leg", "the", "in sentences")
    assert not list(row.hits(report("Man shot in leg\n\nHe is well.", title=15)))
    assert not list(row.hits(report("Photo: man shot in leg\n\nHe is well.")))
    assert not list(row.hits(report("A man was Shot In Leg in Leeds.")))
    assert len(list(row.hits(report("A man was shot in leg in Leeds.")))) == 1


def test_a_name_in_two_words_is_no_torn_compound() -> None:
    row = phrase("[rail road]", "~")
    assert not list(row.hits(report("the Long Island Rail Road")))
    assert [hit.words for hit in row.hits(report("a rail road"))] == ["railroad"]


@pytest.mark.parametrize(
    "row", [("no brackets", "x"), ("[one/two]", "a/b/c"), ("[one]", "a", "fatal"), ("[one]", "a", "yes", "x")]
)
def test_a_row_that_is_no_phrase_is_an_error_that_names_its_line(tmp_path: Path, row: tuple[str, ...]) -> None:
    path = tmp_path / "table.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("phrase", "right", "certain", "where"), (*row, *("yes", "")[len(row) - 2 :])])
    with pytest.raises(TableError, match="line 2"):
        list(phrases(path))
