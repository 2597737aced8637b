"""Intervals: what a figure as news words it allows."""

from math import inf

from lint.value import value


@value(frozen=True, slots=True, order=True)
class Interval:
    """The numbers from `low` to `high`; an open end is not among them."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether it allows one number only."""
        return self.low == self.high

    def meets(self, other: "Interval") -> bool:
        """Whether some number is in both."""
        return not (self.ends_before(other) or other.ends_before(self))

    def ends_before(self, other: "Interval") -> bool:
        """Whether every number here is smaller than every number there."""
        touching = self.high == other.low and (self.high_open or other.low_open)
        return self.high < other.low or touching

    def scaled(self, factor: float) -> "Interval":
        """The interval in another unit."""
        return Interval(self.low * factor, self.high * factor, self.low_open, self.high_open)

    def __str__(self) -> str:
        """What it allows, in words: "80", "more than 100", "80 to 90"."""
        if self.is_exact:
            return written(self.low)
        if self.high == inf:
            return f"{'more than' if self.low_open else 'at least'} {written(self.low)}"
        if self.low == 0:
            return f"{'fewer than' if self.high_open else 'at most'} {written(self.high)}"
        return f"{written(self.low)} to {'just under ' if self.high_open else ''}{written(self.high)}"


def written(number: float) -> str:
    """A number with commas and without needless decimals: "1,200", "2.5 million"."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(number) >= size:
            return f"{number / size:,.2f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{number:,.2f}".rstrip("0").rstrip(".") if number % 1 else f"{number:,.0f}"
