"""The compass: which bearings are of two sides."""

QUARTER, CIRCLE = 90, 360  # degrees


def are_apart(one: int, other: int) -> bool:
    """Whether two bearings, in degrees, are a quarter of a circle apart or more."""
    turn = abs(one - other)
    return min(turn, CIRCLE - turn) >= QUARTER
