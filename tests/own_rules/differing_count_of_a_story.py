"""A rule of the tests' own, of the reports of one story: one thing that is counted differently."""

from dataclasses import dataclass
from typing import ClassVar

from lint import Scope
from tests.own_rules.differing_count import DifferingCount


@dataclass(frozen=True)
class DifferingCountOfAStory(DifferingCount):
    """Two reports on one event count one thing differently."""

    scope: ClassVar[Scope] = Scope.STORY
