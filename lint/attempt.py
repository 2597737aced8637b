"""Attempts: the one place where a rule may fail."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from lint.diagnostic import Diagnostic, Label, Severity
from lint.errors import FactlintError
from lint.rule import Rule
from lint.span import Passage

T = TypeVar("T")


def attempt(
    rule: Rule, place: Passage, into: list[T], work: Callable[..., Iterable[T]], *given: object
) -> Sequence[Diagnostic]:
    """Adds to a list what a rule yields of what is given until it ends or raises; a finding at `place` if it raises."""
    try:
        into.extend(work(*given))
    except FactlintError:
        raise  # such as a roster that cannot be read: no fault of the rule's
    except Exception as error:
        return [_crash(rule, place, error)]
    return ()


def _crash(rule: Rule, place: Passage, error: Exception) -> Diagnostic:
    import traceback  # 5 ms, for a rule that failed

    said = " ".join(traceback.format_exception_only(error)[-1].split())
    frame = traceback.extract_tb(error.__traceback__)[-1]
    advice = (
        f"it was raised in line {frame.lineno} of {Path(frame.filename).name}; "
        "this is a fault of the rule, not of the report, and the other rules went on"
    )
    message = f"the rule {rule.name} crashed: {said}"
    return Diagnostic("rule-crashed", Severity.ERROR, message, Label(place), help=advice)
