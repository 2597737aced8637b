"""Late patterns do what others do."""

import re

import pytest

from lint.pattern import late


def test_a_late_pattern_matches_as_one_that_is_compiled_at_once() -> None:
    lazy, early = late("a(?P<b>b)?", re.IGNORECASE), re.compile("a(?P<b>b)?", re.IGNORECASE)
    text = "xAB a ab"
    assert [match.span() for match in lazy.finditer(text)] == [match.span() for match in early.finditer(text)]
    assert lazy.sub("-", text) == early.sub("-", text)
    assert (lazy.pattern, lazy.flags) == (early.pattern, early.flags)


def test_what_is_wrong_with_a_late_pattern_is_said_at_its_first_use() -> None:
    lazy = late("(")
    with pytest.raises(re.error):
        lazy.search("(")
