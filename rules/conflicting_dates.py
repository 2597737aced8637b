"""One act of one event is put on two days."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from lint import CorpusRule, Diagnostic, Passage, Report, Severity, bad, good
from lint.find.dates import DateMention, dates
from lint.find.sentences import sentence_at

from ._contest import contests
from ._spoken import says_it_changed

ACTS = (
    ("the arrest", re.compile(r"\b(?:arrested|arrests?|taken into custody|surrendered|turned (?:him|her)self in)\b")),
    ("the death", re.compile(r"\b(?:died|pronounced dead|succumbed)\b")),
    ("the charge", re.compile(r"\b(?:charged|charges? (?:were|was) filed|filed charges|indicted|arraigned)\b")),
    ("the event", re.compile(
        r"\b(?:shot|shooting|opened fire|stabb(?:ed|ing)|crash(?:ed)?|collid(?:ed|ing)|explo(?:ded|sion)|bombed|bombing"
        r"|struck|quake|earthquake|fire|blaze|attack(?:ed)?|robb(?:ed|ery)|killed|wounded|injured|sank|sunk|captured|seized"
        r"|happened|occurred|took place)\b")),
    ("elsewhere", re.compile(
        r"\b(?:said|says|told|vigil|funeral|conference|hearing|court|trial|released?|announced|memorial|interview|identified"
        r"|updated|posted|published|statement|gathered|since|until|by|updates?|met|pleaded|sentenced|convicted)\b")),
)  # fmt: skip
MIDNIGHT = ("night", "morning")  # of neighbouring days are one night


@dataclass(frozen=True, slots=True)
class StatedDay:
    """The day on which a report puts an act."""

    passage: Passage
    published: date | None
    value: date
    part: str


@dataclass(frozen=True)
class ConflictingDates(CorpusRule[str, StatedDay]):
    """One act of one event is put on two days.

    A weekday is the last one up to the report's own date, so “Tuesday” in a report of Wednesday and “Monday” in another
    of that Wednesday are two days. The act is the one named next to the day: an arrest, a death, a charge, or the event
    itself.

    It does not claim to tell the night before from the morning after, and says nothing of reports without a date.
    """

    days: int = 3  # apart, above which two days are rather of two acts
    values: int = 3  # different days for one act in one story above which they are taken for several acts

    examples: ClassVar = (
        bad(
            " date 2026-04-08\n\nSheriff's deputies arrested Tobias Wrenfield on ((Monday)) in the theft of the Quillback"
            " Island lighthouse lamp.\n",
            " date 2026-04-09\n\nTobias Wrenfield was arrested on [[Tuesday]] in the theft of the Quillback Island"
            " lighthouse lamp, sheriff's deputies said.\n",
            severity="warning",
        ),
        good(
            " date 2026-04-08\n\nSheriff's deputies arrested Tobias Wrenfield late Monday in the theft of the Quillback"
            " Island lighthouse lamp.\n",
            " date 2026-04-15\n\nTobias Wrenfield, arrested on April 6 in the theft of the Quillback Island lighthouse"
            " lamp, appeared in court on Tuesday.\n",
            why="the Monday before 8 April 2026 was 6 April",
        ),
    )

    def extract(self, report: Report) -> Iterator[tuple[str, StatedDay]]:
        """Each day that is named beside an act, under that act."""
        if report.published is None:
            return
        for mention in report.find(dates):
            if mention.day is None or mention.day > report.published:
                continue
            act = _act(report, mention)
            if act and not says_it_changed(report, mention.span):
                yield act, StatedDay(report.passage(mention.span), report.published, mention.day, mention.part)

    def compare(self, key: str, claims: Sequence[StatedDay]) -> Iterator[Diagnostic]:
        """One finding for each day that cannot be the one given most."""
        for contest in contests(claims, self._clash, values=self.values):
            stated, other = contest.latest, contest.against
            yield self.diagnostic(
                Severity.WARNING,
                stated.passage,
                f"{key} is on “{stated.passage.words}” here ({_long(stated.value)}) and on “{other.passage.words}” there"
                f" ({_long(other.value)})",
                related=contest.related(lambda claim: f"“{claim.passage.words}”, {_long(claim.value)}, here"),
                help="check which day is right",
            )

    def _clash(self, one: StatedDay, other: StatedDay) -> bool:
        apart = abs((one.value - other.value).days)
        if not 0 < apart <= self.days:
            return False
        return not (apart == 1 and (_by_night(one) or _by_night(other)))


def _by_night(stated: StatedDay) -> bool:
    return stated.part in MIDNIGHT


def _act(report: Report, mention: DateMention) -> str:
    """The act named nearest to a day in its sentence."""
    sentence = sentence_at(report, mention.span.start)
    best: tuple[int, str] = (40, "elsewhere")
    for act, pattern in ACTS:
        for match in pattern.finditer(report.text, sentence.start, sentence.end):
            best = min(best, (max(mention.span.start - match.end(), match.start() - mention.span.end), act))
    return "" if best[1] == "elsewhere" else best[1]


def _long(day: date) -> str:
    return f"{day:%A}, {day.day} {day:%B}"
