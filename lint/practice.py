"""Practice: what rules usually ask is found in many reports together, so that a finder's code stays at hand.

Only the order of work changes by it, never what is found.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

from lint.report import Report

_usual: list[Callable[[Report], Iterable[Any]]] = []  # finders, each behind those that it builds on


def search(reports: Sequence[Report]) -> None:
    """Let each finder by which all of the last reports were searched search all of these before the next one does."""
    if len(reports) > 1:
        for finder in _usual:
            with suppress(Exception):  # it fails again for the rule that asks, which is told so
                for report in reports:
                    report.find(finder)


def forget() -> None:
    """Note that nothing is known of what will be asked."""
    _usual.clear()


def learn(reports: Sequence[Report]) -> None:
    """Note by which finders all of these reports were searched."""
    if len(reports) > 1:
        _usual[:] = [finder for finder in reports[0].searched if all(finder in each.searched for each in reports)]
