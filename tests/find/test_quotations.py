"""Quotations and voices: what stands in quotation marks, and who says what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import Report, Span
from lint.find.quotations import Kind, Quotation, Voice, quotations, voice_at


def a_report(text: str) -> Report:
    return Report("a.txt", text, Span(0, len(text)))


def found(text: str) -> list[Quotation]:
    return list(a_report(text).find(quotations))


def voice(text: str, words: str) -> Voice:
    return voice_at(a_report(text), text.index(words))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We lost 40 sheep in the flood,” Ana Ruiz said.", "Ana Ruiz"),
        ("“We lost 40 sheep in the flood,” said Ana Ruiz, a farmer.", "Ana Ruiz"),
        ("“We lost 40 sheep in the flood,” said Ana Ruiz.", "Ana Ruiz"),
        ('"We lost 40 sheep in the flood," Ana Ruiz said.', "Ana Ruiz"),
        ("Ana Ruiz stated, “We lost 40 sheep in the flood.”", "Ana Ruiz"),
        ("Ruiz continued: “We lost 40 sheep in the flood.”", "Ruiz"),
        ("Ana Ruiz, 40, a farmer, told the council: “We lost 40 sheep in the flood.”", "Ana Ruiz"),
        ("“We lost 40 sheep in the flood,” a police spokesman said.", "a police spokesman"),
        ("“We lost 40 sheep in the flood,” Ruiz's lawyer said.", "Ruiz's lawyer"),
        ("“We lost 40 sheep in the flood,” the governor of Tarn said.", "the governor of Tarn"),
        ("Ana Ruiz said so. “We lost 40 sheep in the flood,” she added.", "Ana Ruiz"),
        ("“We lost 40 sheep in the flood,” she added.", ""),
        ("“We lost 40 sheep in the flood.” Nobody answered.", ""),
    ],
)
def test_the_speaker_of_a_quotation_is_named_beside_it(text: str, speaker: str) -> None:
    assert [quotation.speaker for quotation in found(text)] == [speaker]


def test_a_quotation_over_several_paragraphs_has_one_speaker_wherever_it_is_named() -> None:
    before = "Ana Ruiz said: “We lost 40 sheep.\n\n“And we lost the barn.”"
    after = "“We lost 40 sheep.\n\n“And we lost the barn,” said Ana Ruiz."
    for text in (before, after):
        assert [quotation.speaker for quotation in found(text)] == ["Ana Ruiz", "Ana Ruiz"]
        assert [text[each.span.start] for each in found(text)] == ["“", "“"]


def test_a_paragraph_that_opens_no_quotation_ends_one_that_was_left_open() -> None:
    text = "Ana Ruiz said: “We lost 40 sheep.\n\nIt rained.\n\n“We lost the barn,” Odo Holt said."
    assert [quotation.speaker for quotation in found(text)][-1] == "Odo Holt"


def test_a_quotation_inside_a_quotation_is_a_part_of_it() -> None:
    text = "“He said ‘forty sheep are gone’ and left,” Ana Ruiz said."
    (quotation,) = found(text)
    assert text[quotation.span.start : quotation.span.end].endswith("left,”")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Police said 40 sheep were lost.", "Police"),
        ("The flood took 40 sheep, police said.", "police"),
        ("The flood took 40 sheep, said Ana Ruiz, a farmer.", "Ana Ruiz"),
        ("The flood took 40 sheep, according to the farmers' union.", "the farmers' union"),
        ("Ana Ruiz spoke. The flood took 40 sheep, Ana Ruiz said. He said 50 cows swam.", "Ana Ruiz"),
        ("Police in Tarn County said 40 sheep were lost.", "Police"),
        ("Of the sheep between Tarn and Holm 40 were lost on Friday, Orvane Telecom said.", "Orvane Telecom"),
        ("Ana Ruiz, who owns the farm, said 40 sheep were lost.", "Ana Ruiz"),
        ("Local police said on Friday 40 sheep were lost.", "Local police"),
        ("The interior ministry has said 40 sheep were lost.", "The interior ministry"),
        ("All said 40 sheep were lost.", None),
        ("Ruiz's said 40 sheep were lost.", None),
        ("He said 40 sheep were lost.", ""),
        ("The flood took 40 sheep on Friday.", None),
    ],
)
def test_a_source_is_named_and_a_pronoun_is_the_last_one_named(text: str, who: str | None) -> None:
    said = voice(text, "50" if "50" in text else "40")
    assert said == (Voice(Kind.REPORT) if who is None else Voice(Kind.SOURCE, who))


def test_words_of_a_quotation_are_in_the_voice_of_its_speaker() -> None:
    text = "“We lost 40 sheep in the terrible flood,” Ana Ruiz said."
    assert voice(text, "40") == Voice(Kind.QUOTATION, "Ana Ruiz")
    assert str(voice(text, "40")) == "a quotation of Ana Ruiz"


def test_who_spoke_in_the_sentence_before_is_not_who_speaks_where_the_sentence_says_who() -> None:
    assert (
        voice("It burned, Bo Cole said. “We lost 40 sheep in the terrible flood,” Ana Ruiz said.", "40").who
        == "Ana Ruiz"
    )
    assert (
        voice("It burned, Bo Cole said. “We lost 40 sheep in the terrible flood.” Ana Ruiz said no.", "40").who
        == "Bo Cole"
    )


def test_a_name_in_quotation_marks_is_in_the_voice_of_the_report() -> None:
    assert voice("The “40 Sheep” inn burned.", "40").kind is Kind.REPORT


def test_voices_are_said_as_a_message_says_them() -> None:
    assert [str(Voice(Kind.REPORT)), str(Voice(Kind.SOURCE)), str(Voice(Kind.SOURCE, "police"))] == [
        "the report itself",
        "a source",
        "police",
    ]
    assert str(Voice(Kind.QUOTATION)) == "a quotation"


@given(st.text(alphabet=st.sampled_from('“”"‘’ Aasid,.\n'), max_size=60), st.integers(0, 60))
def test_no_text_can_break_it(text: str, position: int) -> None:
    report = a_report(text)
    spans = [quotation.span for quotation in report.find(quotations)]
    assert spans == sorted(spans)
    assert voice_at(report, position)


@given(st.lists(st.sampled_from(["said ", "Ana ", "he ", "police ", ", ", "“", "”", ".", " in", " the "]), max_size=30))
def test_no_order_of_words_can_break_it(words: list[str]) -> None:
    text = "".join(words)
    assert voice_at(a_report(text), len(text) // 2)
    assert list(quotations(a_report(text))) is not None
