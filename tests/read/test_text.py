"""From bytes to text: what is read how, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.read.text import decode
from lint.source import UnreadableError


def test_utf_8_is_read_as_it_is_line_ends_and_byte_order_mark_included() -> None:
    text = "\ufeffCaracas – “no”\r\nMérida\n"
    decoded = decode(text.encode())
    assert (decoded.text, decoded.encoding, decoded.first) == (text, "UTF-8", None)


def test_bytes_of_windows_are_read_as_windows_1252() -> None:
    decoded = decode("The mayor said “no” – twice".encode("cp1252"))
    assert decoded.text == "The mayor said “no” – twice"
    assert decoded.encoding == "Windows-1252"
    assert decoded.first == decoded.text.index("“")


def test_bytes_that_windows_1252_does_not_have_make_it_latin_1() -> None:
    decoded = decode("Málaga\x81".encode("latin-1"))
    assert (decoded.text, decoded.encoding, decoded.first) == ("Málaga\x81", "Latin-1", 1)


def test_a_few_bytes_of_windows_do_not_garble_the_rest_of_a_file_in_utf_8() -> None:
    content = "Mérida – “São Paulo” – ".encode() + b"caf\xe9"
    decoded = decode(content)
    assert decoded.text == "Mérida – “São Paulo” – café"
    assert decoded.encoding == "UTF-8 and, in places, Windows-1252"
    assert decoded.first == len(decoded.text) - 1


def test_two_bytes_of_windows_that_look_like_utf_8_by_chance_do_not_make_it_so() -> None:
    text = "“CAFÉ” and “déjà vu”"
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("Caracas".encode("utf-16"), "UTF-16"),
        ("Caracas".encode("utf-16-be"), "binary"),
        (b"PK\x03\x04 word/document.xml", "word processor"),
        (b"{\\rtf1\\ansi Caracas}", "rich text"),
        (b"%PDF-1.7\nCaracas", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (bytes(range(1, 32)) * 3, "binary"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        decode(content)


@pytest.mark.parametrize("stray", ["\f", "\v", "\x1a", "\x03", "\x1b"])
def test_a_stray_control_character_of_a_wire_or_a_word_processor_is_no_harm(stray: str) -> None:
    text = "Ministers met in Caracas on Monday. " * 5 + stray
    assert decode(text.encode()).text == text


@given(st.text(st.characters(exclude_characters=[chr(code) for code in range(32)], exclude_categories=["Cs"])))
def test_all_text_comes_back_as_it_was_written(text: str) -> None:
    assert decode(text.encode()).text == text


@given(st.binary(max_size=400))
def test_bytes_of_any_kind_are_decoded_or_refused(content: bytes) -> None:
    try:
        decoded = decode(content)
    except UnreadableError:
        return
    assert (decoded.first is None) == (decoded.encoding == "UTF-8")
    decoded.text.encode()  # nothing is left over that no encoding has
