"""Timelines: a contested figure over the dates of the reports that give it, as a small picture in SVG."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import inf

from lint.diagnostic import Diagnostic, Label
from lint.find.figures import Figure, figures
from lint.find.interval import Interval, written
from lint.find.quotations import voice_at
from lint.render._html_markup import escaped
from lint.render._html_sheets import Finding, Sheet
from lint.render._tally import counted

MOST = 8  # statements drawn
SAID_BY = "so says "

LEFT, SLOT = 76, 164  # pixels: for the scale, and for each statement
WIDTH, APART = 640, 64  # what a column of the page shows at once; and what all days share evenly, at least
TOP, BOTTOM, HEIGHT = 38, 104, 168  # where the scale begins and ends, and the whole
TICKS_APART = 13
LETTERS = 24  # of a line of words below a statement


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure as one report gives it."""

    published: date | None
    words: str
    who: str
    value: Interval
    is_primary: bool

    @property
    def when(self) -> str:
        """The date of the report, in words."""
        return day(self.published) or "no date"


def timeline(finding: Finding, sheets: Mapping[str, Sheet]) -> str:
    """The picture, where reports give figures that cannot both be true; nothing for other findings."""
    said = _statements(finding.diagnostic, sheets) if len(finding.paths) > 1 else []
    primary = [each.value for each in said if each.is_primary]
    if not primary or all(each.value.meets(primary[0]) for each in said):
        return ""
    return "".join(_drawn(finding, said))


def day(when: date | None) -> str:
    """A date as news writes it: `9 January 2026`; nothing for none."""
    return f"{when.day} {when:%B %Y}" if when else ""


def _statements(diagnostic: Diagnostic, sheets: Mapping[str, Sheet]) -> list[Statement]:
    labels = (diagnostic.primary, *diagnostic.related)[:MOST]
    said = [_statement(label, sheets[label.passage.path], number == 0) for number, label in enumerate(labels)]
    if not all(said):
        return []
    return sorted((each for each in said if each), key=lambda each: (each.published or date.max, not each.is_primary))


def _statement(label: Label, sheet: Sheet, is_primary: bool) -> Statement | None:  # noqa: FBT001 - a field's value
    report = sheet.report
    figure = _figure(label, sheet)
    if report is None or figure is None:
        return None
    who = label.message.removeprefix(SAID_BY) or str(voice_at(report, figure.span.start))
    return Statement(report.published, label.passage.words, who, figure.value, is_primary)


def _figure(label: Label, sheet: Sheet) -> Figure | None:
    """The one figure that stands in the words of a label."""
    if sheet.report is None or not sheet.anchor(label.passage):
        return None
    there = label.passage.span
    found = [each for each in sheet.report.find(figures) if there.covers(each.span)]
    return found[0] if found and (len(found) == 1 or found[0].whole == there) else None


def _drawn(finding: Finding, said: Sequence[Statement]) -> Iterator[str]:
    scale = Scale.over([each.value for each in said])
    places = list(_places(said))
    width = places[-1] + SLOT // 2 + 8
    name = f"{finding.name}-timeline"
    told = "; ".join(f"{each.when}: “{each.words}” ({each.who}), which allows {each.value}" for each in said)
    yield f'<div class="timeline" tabindex="0" role="group" aria-label="Timeline of finding {finding.number}">'
    yield f'<svg role="img" aria-labelledby="{name}" viewBox="0 0 {width} {HEIGHT}" width="{width}" height="{HEIGHT}">'
    yield f'<title id="{name}">{escaped(f"The figure over time. {told}.")}</title>'
    yield from _background(scale, said, width)
    for each, place in zip(said, places, strict=True):
        yield from _column(each, scale, place)
    for (one, start), (other, end) in pairwise(zip(said, places, strict=True)):
        if days := _days(one, other):
            yield f'<text class="days" x="{(start + end) // 2}" y="{BOTTOM + 12}">{counted(days, "day")}</text>'
    yield "</svg></div>\n"


def _places(said: Sequence[Statement]) -> Iterator[int]:
    """Where each statement is drawn: room for its words, and the more days after the one before the further from it."""
    gaps = [_days(one, other) for one, other in pairwise(said)]
    room = max(WIDTH - LEFT - SLOT * len(said), APART)
    place = LEFT + SLOT // 2
    yield place
    for days in gaps:
        place += SLOT + room * days // (sum(gaps) or 1)
        yield place


def _days(one: Statement, other: Statement) -> int:
    """The days from one statement to the next; none where either has no date."""
    return (other.published - one.published).days if one.published and other.published else 0


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers as heights of the picture."""

    low: float
    high: float
    bounds: tuple[float, ...]

    @classmethod
    def over(cls, values: Sequence[Interval]) -> "Scale":
        """The scale that shows every finite end of the values."""
        bounds = sorted({end for value in values for end in (value.low, value.high) if 0 < end < inf} or {0.0})
        return cls(bounds[0], bounds[-1], tuple(bounds))

    def y(self, number: float) -> float:
        """The height of a number; what is beyond the ends of the scale runs to its edge."""
        if number > self.high:
            return TOP - 30
        if number < self.low:
            return BOTTOM + 10
        share = (number - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return round(BOTTOM - share * (BOTTOM - TOP), 1)


def _background(scale: Scale, said: Sequence[Statement], width: int) -> Iterator[str]:
    """What the report in question allows, as a band through the picture, and a line for each number said."""
    for value in (each.value for each in said if each.is_primary and not each.value.is_exact):
        top, bottom = scale.y(value.high), scale.y(value.low)
        yield f'<rect class="band" x="{LEFT}" y="{top}" width="{width - LEFT}" height="{round(bottom - top, 1)}"/>'
    last = inf
    for bound in scale.bounds:
        y = scale.y(bound)
        yield f'<line class="guide" x1="{LEFT}" x2="{width}" y1="{y}" y2="{y}"/>'
        if last - y >= TICKS_APART:
            yield f'<text class="tick" x="{LEFT - 8}" y="{y + 4}">{escaped(written(bound))}</text>'
            last = y


def _column(each: Statement, scale: Scale, x: int) -> Iterator[str]:
    kind = "said primary" if each.is_primary else "said"
    yield f'<g class="{kind}">'
    yield from _value(each.value, scale, x)
    lines = (("words", f"“{_short(each.words, LETTERS - 2)}”"), ("who", _short(each.who)), ("when", each.when))
    for number, (part, words) in enumerate(lines):
        yield f'<text class="{part}" x="{x}" y="{BOTTOM + 28 + 16 * number}">{escaped(words)}</text>'
    yield "</g>"


def _value(value: Interval, scale: Scale, x: int) -> Iterator[str]:
    """A dot, or a line from the lowest to the highest number allowed; hollow where the end itself is not."""
    top, bottom = scale.y(value.high), scale.y(value.low)
    if not value.is_exact:
        yield f'<line class="range" x1="{x}" x2="{x}" y1="{top}" y2="{bottom}"/>'
    if value.high == inf:
        yield f'<path class="arrow" d="M{x - 5} {top + 6}L{x} {top}L{x + 5} {top + 6}"/>'
    for end, is_open in ((value.low, value.low_open), (value.high, value.high_open)):
        if 0 < end < inf or value.is_exact:
            yield f'<circle class="{"open" if is_open else "closed"}" cx="{x}" cy="{scale.y(end)}" r="5"/>'


def _short(words: str, most: int = LETTERS) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
