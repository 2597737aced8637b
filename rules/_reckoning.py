"""Reckonings: numbers that the words of a report make without a figure."""

from typing import NamedTuple

from lint.find.interval import Interval
from lint.span import Span


class Reckoning(NamedTuple):
    """A number of something; `span` is where the words for both stand, `key` what there is so much of, and of which."""

    span: Span
    key: tuple[str, str]
    value: Interval
