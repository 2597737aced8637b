"""A few reports and many are asked in two ways for what tells something of them, with one answer."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lint.rules import _telling
from lint.rules._telling import FEW, telling

from lint import Report, Span

TOLD = sorted(" ".join(key) if isinstance(key, tuple) else key for key in _telling._all())


@given(st.lists(st.sampled_from(TOLD) | st.sampled_from("the mayor said on monday that it was so".split())))
def test_what_is_looked_up_for_the_first_reports_is_what_is_found_in_all_others(words: list[str]) -> None:
    text = " ".join(words)
    with pytest.MonkeyPatch.context() as patched:
        found = []
        for asked in (0, FEW):
            patched.setattr(_telling, "_asked", count(asked))
            found += telling(Report("a.txt", text, Span(0, len(text))))
    assert found[0] == found[1]
