"""One event has two scenes: inside a bar and outside it, on the north side of town and on the south side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from lint import Diagnostic, Passage, Report, bad, good

from ._contest import ContestRule, contests, days_between, says_the_same, whereabouts
from ._round_up import is_of_another_event, is_round_up
from ._scenes import exclude_each_other, scenes

Key = tuple[str, str]  # of which place, and whose


@dataclass(frozen=True, slots=True)
class StatedScene:
    """What a report tells of one place of an event."""

    passage: Passage
    published: date | None
    value: str


@dataclass(frozen=True)
class ConflictingScenes(ContestRule[Key, StatedScene]):
    """One event has two scenes: inside a bar and outside it, on the north side of town and on the south side.

    Compared are the side of town, the room, whether it was inside or outside a bar or the like, and in which part of
    the body somebody was hit, who is known by name or age.

    It does not claim to know which is right. It is silent where a report has two scenes of a kind, where `days` lie
    between the reports, and in round-ups of several events.
    """

    days: int = 14
    values: int = 2  # different scenes in one story above which they are taken to be of several events

    examples: ClassVar = (
        bad(
            " date 2026-04-06\n\nOdette Farrow, 31, was ((shot in the leg)) on Larkspur Street, Brackley, on Monday.\n",
            " date 2026-04-06\n\nBrackley police said that Odette Farrow, 31, was [[shot in the arm]] on Larkspur"
            " Street on Monday.\n",
            severity="warning",
        ),
        bad(
            " date 2026-04-06\n\nOdette Farrow, 31, was ((shot inside the Blue Lantern bar)) in Brackley on Monday.\n",
            " date 2026-04-06\n\nBrackley police said that Odette Farrow, 31, was [[shot outside the Blue Lantern"
            " bar]] on Monday.\n",
            severity="warning",
        ),
        good(
            " date 2026-04-06\n\nOdette Farrow, 31, was shot in the leg on Larkspur Street in Brackley on Monday.\n",
            " date 2026-04-06\n\nBrackley police said that Odette Farrow, 31, was shot in the leg and the arm on"
            " Larkspur Street on Monday.\n",
            why="the one is a part of the other",
        ),
    )

    def extract(self, report: Report) -> Iterator[tuple[Key, StatedScene]]:
        """The scenes of a report on one event."""
        if is_round_up(report):
            return
        for scene in scenes(report):
            if not is_of_another_event(report, scene.span):
                yield (scene.what, scene.whose), StatedScene(report.passage(scene.span), report.published, scene.value)

    def compare(self, key: Key, claims: Sequence[StatedScene]) -> Iterator[Diagnostic]:
        """One finding for each scene that cannot be the one given most."""

        def clash(one: StatedScene, other: StatedScene) -> bool:
            apart = one.passage.path != other.passage.path and days_between(one, other) <= self.days
            return apart and exclude_each_other(key[0], one.value, other.value)

        for contest in contests(claims, clash, says_the_same, values=self.values):
            stated, other = contest.latest, contest.against
            message = f"{key[0]}: “{stated.passage.words}” here, “{other.passage.words}”{whereabouts(stated, other)}"
            yield self.warning(contest, message, help="check which is right")
