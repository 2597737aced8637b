"""A percentage that does not fit the two figures beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import ClassVar

from lint import Diagnostic, Fix, Label, Report, ReportRule, Severity, bad, good
from lint.compiled import compiled
from lint.find.interval import Interval

from ._changes import Amount, Change, changes

ARTICLE = compiled(r"\ban? $")
BARE = 1_000  # below which a figure may leave out the “million” of the other


@dataclass(frozen=True)
class PercentArithmetic(ReportRule):
    """A percentage does not fit the two figures beside it.

    “Rose 12 percent to 1,180 from 1,040” is a rise of 13.5 percent: one of the three numbers is wrong. All are read as
    what they may have been before rounding, or before decimals were cut off. So are “doubled”, “halved” and “by a
    third”. A rise from 5 percent to 7 percent is one of two percentage points, or of 40 percent.

    It is a warning where the zeros of the figures might come from rounding after all. It does not claim to know which
    number is wrong, and is silent where a change is adjusted, annualised or like-for-like.
    """

    examples: ClassVar = (
        bad("Sales rose [[12 percent]] to ((1,183)) from ((1,041)).", severity="error", why="13.6 percent"),
        bad("Visits fell from ((2,400)) to ((1,800)), a drop of [[33 percent]].", why="600 of 2,400 are 25 percent"),
        bad("The herd [[doubled]] to ((64)) from ((22)).", severity="error"),
        bad(
            "The jobless rate rose [[2 percent]] to ((7 percent)) from ((5 percent)).",
            fix="percentage points",
            severity="warning",
        ),
        good("Sales rose 13.6 percent to 1,183 from 1,041.", why="it does"),
        good("Sales rose 3 percent to $4.1 billion from $4 billion.", why="rounded figures allow it"),
        good("The rate rose 2 percentage points to 7 percent from 5 percent.", why="points are meant and said"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Each change that its figures do not bear out, whatever was rounded."""
        for change, one, other in changes(report):
            old, new = _on_one_scale(one, other)
            if _comparable(old.unit, new.unit):
                yield from self._checked(report, change, old, new)

    def _checked(self, report: Report, change: Change, old: Amount, new: Amount) -> Iterator[Diagnostic]:
        if old.unit == "%" and change.points is not None:
            yield from self._points(report, change, old, new)
        elif not change.in_points and old.value.low > 0 and not _ratio(old.value, new.value).meets(change.ratio):
            sure = not _ratio(old.widest, new.widest).meets(change.ratio)
            yield self._said(report, change, old, new, Severity.ERROR if sure else Severity.WARNING)

    def _points(self, report: Report, change: Change, old: Amount, new: Amount) -> Iterator[Diagnostic]:
        """A change between two percentages, of percent where points are meant, or of wrong points."""
        apart = Interval(new.value.low - old.value.high, new.value.high - old.value.low)
        is_points = change.points is not None and apart.meets(change.points)
        if change.in_points and not is_points:
            yield self._said(report, change, old, new, Severity.ERROR)
        elif is_points and change.unit and not (old.value.low > 0 and _ratio(old.value, new.value).meets(change.ratio)):
            passage, first, second = (report.passage(span) for span in (change.span, old.span, new.span))
            yield self.diagnostic(
                Severity.WARNING,
                passage,
                f"from “{first.words}” to “{second.words}” is a change in percentage points, not of “{passage.words}”",
                related=(Label(first, "from this"), Label(second, "to this")),
                help=f"of “{first.words}”, this is a change of {_shown(old, new)} percent",
                fix=Fix(report.passage(change.unit), _points_in(report.text, change)),
            )

    def _said(self, report: Report, change: Change, old: Amount, new: Amount, severity: Severity) -> Diagnostic:
        passage, first, second = (report.passage(span) for span in (change.span, old.span, new.span))
        if old.unit == "%":
            apart = f"{abs(_middle(new) - _middle(old)):.3g} percentage points"
        else:
            apart = f"{'a rise' if _middle(new) >= _middle(old) else 'a fall'} of {_shown(old, new)} percent"
        return self.diagnostic(
            severity,
            passage,
            f"“{passage.words}”, but from “{first.words}” to “{second.words}” is {apart}",
            related=(Label(first, "from this"), Label(second, "to this")),
            help="check the three numbers",
        )


def _on_one_scale(old: Amount, new: Amount) -> tuple[Amount, Amount]:
    """The two figures, with “million” said of one understood of the other: “to 1.2 million from 1.1”."""
    if old.scale == 1 < new.scale:
        return _scaled(old, new.scale), new
    return (old, _scaled(new, old.scale)) if new.scale == 1 < old.scale else (old, new)


def _scaled(amount: Amount, factor: float) -> Amount:
    if amount.value.high >= BARE:
        return amount
    return Amount(amount.span, amount.value.scaled(factor), amount.widest.scaled(factor), factor, amount.unit)


def _points_in(text: str, change: Change) -> str:
    """The words for “percent” where points are meant: “2 percentage points”, “a 2 percentage-point rise”."""
    words = (
        "percentage-point"
        if ARTICLE.search(text, max(0, change.span.start - 4), change.span.start)
        else "percentage points"
    )
    return f" {words}" if text[change.span.end - 1] == "%" else words


def _comparable(old: str, new: str) -> bool:
    """Whether figures of these units may be compared: one may leave out its currency, but not “percent” or “cents”."""
    return old == new or not ((old and new) or {old, new} & {"%", "cents"})


def _ratio(old: Interval, new: Interval) -> Interval:
    return Interval(new.low / old.high, new.high / old.low) if old.low > 0 else Interval(0, inf)


def _middle(amount: Amount) -> float:
    return (amount.value.low + amount.value.high) / 2


def _shown(old: Amount, new: Amount) -> str:
    """The true change in percent, to three digits."""
    change = 100 * abs(_middle(new) / _middle(old) - 1) if _middle(old) else 0.0
    return f"{change:.3g}" if change < 1000 else f"{change:,.0f}"
