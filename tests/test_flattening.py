from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

import pytest

from lint.extract import Entry, Extract
from lint.flattening import form
from lint.pickling import PackingError, pack_extract, unpack_extract
from lint.span import Passage, Span
from lint.value import value

if TYPE_CHECKING:
    from lint.report import Report

PLACE = Passage("a.txt", Span(3, 7), 1, 4, "four")
DAY = date(2026, 3, 1)


class Size(Enum):
    SMALL = "small"
    LARGE = "large"


@dataclass(frozen=True)
class Told:
    """A claim with fields of all kinds."""

    passage: Passage
    published: date | None
    size: Size
    value: date | int
    words: frozenset[str]
    places: tuple[Passage, ...]
    apart: Span | None = None


@value(frozen=True, slots=True)
class LongSpan(Span):
    """A span that is more than a span."""

    why: str = ""


@dataclass(frozen=True)
class Named:
    """A claim with a field of a type that only those know who check types."""

    passage: Passage
    published: date | None
    report: "Report | str"


@dataclass(frozen=True)
class Noted:
    """A claim with a field whose type is told in words."""

    passage: Passage
    published: date | None
    words: "as they stand"  # type: ignore[valid-type]  # noqa: F722


TOLD = Told(PLACE, DAY, Size.LARGE, 12, frozenset({"so", "much"}), (PLACE,), Span(1, 2))


def back(claim: Any, key: Any = "key") -> Entry:
    """The claim as it comes out of a pack."""
    packed = pack_extract(Extract("a.txt", entries=(Entry("rule", key, 0, claim),)))
    (entry,) = unpack_extract(packed, b"").entries
    return entry


@pytest.mark.parametrize(
    "claim",
    [
        TOLD,
        Told(PLACE, None, Size.SMALL, DAY, frozenset(), ()),
        Told(Passage("a.txt", LongSpan(3, 7, "so"), 1, 4, "four"), DAY, Size.SMALL, 1, frozenset(), ()),
        Named(PLACE, DAY, "four"),
        Noted(PLACE, DAY, "four"),
    ],
    ids=["full", "empty", "with more in a field than its type says", "of names that cannot be told", "noted"],
)
def test_a_claim_comes_out_of_a_pack_as_it_went_in(claim: Told | Named | Noted) -> None:
    found = back(claim).claim
    assert found == claim
    assert type(found.passage.span) is type(claim.passage.span)


@pytest.mark.parametrize("key", ["key", ("deaths", 3), DAY, Size.LARGE, (DAY, PLACE)], ids=str)
def test_a_key_may_be_anything_plain(key: object) -> None:
    assert back(TOLD, key) == Entry("rule", key, 0, TOLD)


@pytest.mark.parametrize("held", [print, Callable, object()], ids=str)
def test_what_is_nothing_plain_is_not_packed(held: Any) -> None:
    with pytest.raises(PackingError):
        back(Named(PLACE, DAY, held))


def test_a_value_inside_another_is_written_into_its_tuple() -> None:
    assert form(Passage).flat(PLACE) == ("a.txt", 3, 7, 1, 4, "four", "", "")


@pytest.mark.parametrize("kind", [PLACE, "lint.span.Passage", int, Size], ids=str)
def test_only_types_of_plain_values_have_a_form(kind: Any) -> None:
    with pytest.raises(TypeError):
        form(kind)
