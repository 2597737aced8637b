"""How far apart two spellings are."""

from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from lint.find.spellings import is_near, slips

WORDS = st.text("abc'-é", max_size=7)


@given(WORDS, WORDS)
@example("eekout", "eekhout")
@example("abc", "bca")
@example("ca", "abc")
def test_slips_are_counted_as_others_count_them(one: str, other: str) -> None:
    assert slips(one, other) == OSA.distance(one, other)


def test_two_letters_that_changed_places_are_one_slip() -> None:
    assert slips("jovan", "javon") == 2
    assert slips("quarels", "quarles") == 1


def test_short_names_are_near_after_one_slip_and_long_ones_after_two() -> None:
    assert is_near("marlow", "marlowe")
    assert not is_near("marlow", "mellow")
    assert is_near("pendlebury", "pendelbury")
    assert not is_near("kim", "kin")
