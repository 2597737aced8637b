"""Patterns that are compiled when they are first used: most reports have nothing that most patterns look for."""

import re
from typing import Any, cast


def late(written: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression that costs nothing before its first use.

    After that it costs nothing more than any other. What is wrong with it is raised then.
    """
    return cast("re.Pattern[str]", _Pattern(written, flags))


class _Pattern:
    """Stands for a pattern, and takes over each of its methods when it is first asked for."""

    def __init__(self, written: str, flags: int) -> None:
        self._written = written
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """What the pattern itself has by that name; it is kept, so that it need not be asked for again."""
        found = getattr(re.compile(self._written, self._flags), name)
        setattr(self, name, found)
        return found
