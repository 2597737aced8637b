"""Groups of persons whose ages are given as a range, against the ages of the same persons elsewhere."""

from collections.abc import Iterable, Iterator, Sequence

from ._parts_played import HURT
from ._persons import PARTS, Pair, StatedAge, clash

SINGLE, ROUGH, WITHIN, FROM_TO = "", "rough", "within", "from to"  # what an age is, as StatedAge.spread tells
YEAR = 12  # months


def groups(claims: Iterable[StatedAge]) -> list[StatedAge]:
    """The ranges that hold for all who played a part."""
    return [claim for claim in claims if claim.spread in (WITHIN, FROM_TO)]


def outsiders(mine: Sequence[StatedAge], others: Sequence[StatedAge]) -> Iterator[Pair]:
    """Of two reports, the ranges with an age or a range of the other beside which they cannot be true."""
    for group in groups(mine):
        if odd := next((other for other in others if _is_outside(group, other)), None):
            yield group, odd
    for group in groups(others):
        if odd := next((one for one in mine if not one.spread and _is_outside(group, one)), None):
            yield odd, group


def _is_outside(group: StatedAge, other: StatedAge) -> bool:
    """Whether somebody of a part, or a range for all of it, does not lie in the range given for all of it."""
    if other.spread == ROUGH:
        return False
    if other.spread == SINGLE:
        return other.part in PARTS[group.part] and clash(group, other)
    if group.part != other.part or dict(group.told).get(group.part) != dict(other.told).get(group.part):
        return False
    if group.spread == other.spread == FROM_TO:
        return any(abs(end - other_end) >= YEAR for end, other_end in zip(group.value, other.value, strict=True))
    if group.spread == other.spread:
        return clash(group, other)
    ends, bounds = (group.value, other.value) if group.spread == FROM_TO else (other.value, group.value)
    return ends[0] < bounds[0] or ends[1] > bounds[1]


def is_whole(part: str, count: int, told: dict[str, int]) -> bool:
    """Whether so many are all who played a part, the dead counted among those hurt."""
    return bool(count) and count == told.get(part, 0) and (part != HURT or count > 1)
