"""What a report looks like in small letters and without marks, and that every letter stays where it stands."""

from lint import Report, Span
from lint.find.plain import numerals, plain


def report(text: str) -> Report:
    """A report of nothing but these words."""
    return Report("report.txt", text, Span(0, len(text)))


def test_marks_and_letters_that_are_not_plain_are_spaces() -> None:
    (found,) = report("Zoë’s “TOLL” rose, by 12-14.").find(plain)
    assert found.text == "zo 's  toll  rose  by 12 14 "
    assert found.words >= {"zo", "'s", "toll", "rose", "by", "12", "14"}


def test_neighbours_are_told_and_whether_a_word_stands_beside_itself() -> None:
    (found,) = report("The toll; rose, rose by 12.").find(plain)
    assert found.pairs == {("the", "toll"), ("toll", "rose"), ("rose", "rose"), ("rose", "by"), ("by", "12")}
    assert found.repeats
    assert not report("It rose; the toll rose.").find(plain)[0].repeats


def test_what_an_apostrophe_parts_are_words_too() -> None:
    (found,) = report("The mayor’s ‘no’ isn’t the council's.").find(plain)
    assert {"mayor's", "mayor", "no", "isn't", "council"} <= found.words


def test_a_letter_that_grows_in_lower_case_moves_none_behind_it() -> None:
    text = "In İzmir 3 died."
    (found,) = report(text).find(plain)
    assert len(found.text) == len(text)
    assert report(text).find(numerals) == ((9, 10),)


def test_digits_in_a_row_are_one_numeral() -> None:
    assert report("1,200 in 2026: 3rd").find(numerals) == ((0, 1), (2, 5), (9, 13), (15, 16))
