"""Reports that were tied once are tied after an edit as they are when all are tied anew."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import links, story
from lint.errors import DamageError
from lint.extract import Extract
from lint.links import Links, linked, relinked, unpacked
from lint.signature import Signature
from lint.span import Span
from lint.story import steady

TERMS = st.sets(st.sampled_from("alder birch cedar dunmore elm foxley gorse hazel iris juniper".split()), max_size=5)
DAYS = st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 9))
WHOLE, PARAGRAPH, OPENING = Span(0, 90), Span(20, 40), Span(0, 10)
SPANS = st.sampled_from([(WHOLE,), (WHOLE, PARAGRAPH), (WHOLE, OPENING), (WHOLE, OPENING, PARAGRAPH)])


@st.composite
def _signatures(draw: st.DrawFn, path: str, spans: Sequence[Span]) -> tuple[Signature, ...]:
    """The signatures of a report, as lint.signature gives them: the whole first, which is not how a corpus sorts."""
    return tuple(Signature(path, span, draw(DAYS), *(tuple(sorted(draw(TERMS))) for _ in range(5))) for span in spans)


def _report(path: str, version: int, signatures: Sequence[Signature]) -> Extract:
    told = b"".join(each.told for each in signatures)
    return Extract(path, f"{path} {version}".encode(), signatures=signatures, signed=told)


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few reports are enough, and all of them may be concerned."""
    monkeypatch.setattr(links, "FEWEST", 1)
    monkeypatch.setattr(links, "CONCERNED", 1.0)


def _linked(reports: Sequence[Extract], window: int | None = None) -> Links:
    found = linked(reports, window)
    assert found
    return found


@st.composite
def _edited(draw: st.DrawFn) -> tuple[list[Extract], list[Extract]]:
    """Reports, and the same after an edit of some."""
    before, after = [], []
    for number in range(draw(st.integers(2, 9))):
        path, spans = f"{number}.txt", draw(SPANS)
        signatures = draw(_signatures(path, spans))
        before.append(_report(path, 0, signatures))
        if draw(st.integers(0, 3)):
            after.append(before[-1])
        else:
            after.append(_report(path, 1, draw(_signatures(path, spans))))
    return before, after


@pytest.mark.parametrize(("window", "rare", "step"), [(None, 40, 1.1), (2, 40, 1.1), (None, 3, 3.0), (None, 4, 1.1)])
def test_an_edit_leaves_the_stories_that_all_reports_tied_anew_give(
    window: int | None, rare: int, step: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (story, links):
        monkeypatch.setattr(module, "RARE", rare)
    monkeypatch.setattr(story, "STEP", step)
    monkeypatch.setattr("lint.links.steady", steady.__wrapped__)
    monkeypatch.setattr("lint.story.steady", steady.__wrapped__)

    @given(_edited(), st.data())
    def holds(edited: tuple[list[Extract], list[Extract]], data: st.DataObject) -> None:
        before, after = edited
        known = {each.digest: each.signatures for each in before}
        edit, anew = relinked(_linked(before, window), after, window, known.get), _linked(after, window)
        assert edit
        assert dict(edit.ties) == dict(anew.ties)
        assert (edit.digests, [*map(tuple, edit.orders)]) == (anew.digests, anew.orders)
        paths = {each.path for each in after if data.draw(st.booleans())}
        assert edit.stories(paths) == anew.stories(paths)
        again = relinked(unpacked(edit.packed), before, window, {each.digest: each.signatures for each in after}.get)
        assert again
        assert dict(again.ties) == dict(_linked(before, window).ties)  # nothing of an edit stays when it is undone

    holds()


def _fire(name: str, path: str = "0.txt") -> Signature:
    return Signature(path, WHOLE, date(2026, 1, 5), names=("alder", "cedar", name), people=(f"{name} elm",))


def test_where_reports_came_or_went_all_are_tied_anew() -> None:
    reports = [_report(f"{number}.txt", 0, [_fire("elm", f"{number}.txt")]) for number in range(3)]
    for others in (reports[:2], [*reports, _report("9.txt", 0, [_fire("elm", "9.txt")])]):
        assert relinked(_linked(reports), others, None, lambda digest: None) is None


def test_where_an_earlier_report_is_forgotten_all_are_tied_anew() -> None:
    reports = [_report("0.txt", 0, [_fire("elm")])]
    edited = [_report("0.txt", 1, [_fire("gorse")])]
    assert relinked(_linked(reports), edited, None, lambda digest: None) is None
    assert relinked(_linked(reports), edited, None, lambda digest: [_fire("elm")])


def test_where_an_edit_concerns_most_reports_all_are_tied_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "CONCERNED", 0.5)
    before = [_report(f"{number}.txt", 0, [_fire("elm", f"{number}.txt")]) for number in range(3)]
    after = [_report("0.txt", 1, [_fire("gorse")]), *before[1:]]
    assert relinked(_linked(before), after, None, lambda digest: [_fire("elm")]) is None


def test_links_are_news_where_there_were_none_or_many_reports_are_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "NEW", 2)
    before = [_report(f"{number}.txt", 0, [_fire("elm", f"{number}.txt")]) for number in range(3)]
    one = _linked([_report("0.txt", 1, [_fire("elm")]), *before[1:]])
    both = _linked([*(_report(f"{number}.txt", 1, [_fire("elm", f"{number}.txt")]) for number in range(2)), before[2]])
    assert one.is_news(None)
    assert not one.is_news(_linked(before))
    assert both.is_news(_linked(before))


@pytest.mark.parametrize("packed", [b"", b"nothing", b"N"])
def test_links_that_nobody_packed_are_damage(packed: Any) -> None:
    with pytest.raises(DamageError):
        unpacked(packed)
