"""One act of one event is put on two days."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import ClassVar

from lint import CorpusRule, Diagnostic, Passage, Report, Severity, bad, good
from lint.find.dates import WEEKDAYS, DateMention, dates
from lint.find.sentences import sentence_at
from lint.find.times import times

from ._contest import contests, whereabouts
from ._spoken import are_two_alike, says_it_changed, stems

EARLY, BY_DAY, LATE = "early", "by day", "late"
DAWN, DUSK = 8 * 60, 18 * 60  # minutes after midnight
THE_EVENT = "the event"  # what happens at night is put on either day; an arrest or a death is not
ACTS = (
    ("the arrest", re.compile(r"\b(?:arrested|arrests?|taken into custody|surrendered|turned (?:him|her)self in)\b")),
    ("the death", re.compile(r"\b(?:died|pronounced dead|succumbed)\b")),
    ("the charge", re.compile(r"\b(?:charged|charges? (?:were|was) filed|filed charges|indicted|arraigned)\b")),
    (THE_EVENT, re.compile(
        r"\b(?:shot|shooting|opened fire|stabb(?:ed|ing)|crash(?:ed)?|collid(?:ed|ing)|explo(?:ded|sion)|bombed|bombing"
        r"|struck|quake|earthquake|fire|blaze|attack(?:ed)?|robb(?:ed|ery)|killed|wounded|injured|sank|sunk|captured|seized"
        r"|happened|occurred|took place|broke out|erupted|gunshots?|gunfire|called to|responded|incident)\b")),
    ("elsewhere", re.compile(
        r"\b(?:said|says|told|vigil|funeral|conference|hearing|court|trial|released?|announced|memorial|interview|identified"
        r"|updated|posted|published|statement|gathered|since|until|by|updates?|met|pleaded|sentenced|convicted)\b")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StatedDay:
    """The day on which a report puts an act: a date, or a weekday where the report has no date of its own."""

    passage: Passage
    published: date | None
    value: date | int
    part: str
    stems: frozenset[str]


@dataclass(frozen=True)
class ConflictingDates(CorpusRule[str, StatedDay]):
    """One act of one event is put on two days.

    A weekday is the last one up to the report's own date, so “Tuesday” in a report of Wednesday and “Monday” in another
    of that Wednesday are two days. The act is the one named next to the day: an arrest, a death, a charge, or the event
    itself.

    It does not claim to tell the night before from the morning after;
    reports without a date of their own are compared by the names of weekdays.
    """

    days: int = 3  # apart, above which two days are rather of two acts
    values: int = 4  # different days for one act in one story above which they are taken for several acts

    examples: ClassVar = (
        bad(
            " date 2026-04-08\n\nSheriff's deputies arrested Tobias Wrenfield on ((Monday)) in the theft of the"
            " Quillback Island lighthouse lamp.\n",
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
        told: dict[tuple[str, date | int], str] = {}  # the part of the day, from another mention of the same day
        claims = list(self._claims(report))
        for act, stated in claims:
            told[act, stated.value] = stated.part or told.get((act, stated.value), "")
        for act, stated in claims:
            yield act, replace(stated, part=told[act, stated.value])

    def _claims(self, report: Report) -> Iterator[tuple[str, StatedDay]]:
        for mention in report.find(dates):
            day = mention.weekday if mention.day is None else mention.day
            if (
                day is None
                or _is_relative(mention)
                or (mention.day and report.published and mention.day > report.published)
            ):
                continue
            act = _act(report, mention)
            if act and not says_it_changed(report, mention.span):
                words = stems(report, mention.span)
                yield act, StatedDay(report.passage(mention.span), report.published, day, _part(report, mention), words)

    def compare(self, key: str, claims: Sequence[StatedDay]) -> Iterator[Diagnostic]:
        """One finding for each day that cannot be the one given most."""
        for contest in contests(claims, partial(self._clash, key), partial(_agree, key), values=self.values):
            stated, other = contest.latest, contest.against
            yield self.diagnostic(
                Severity.WARNING,
                stated.passage,
                f"{key} is put on {_long(stated.value)} here, and on {_long(other.value)}{whereabouts(stated, other)}",
                related=contest.related(lambda claim: f"“{claim.passage.words}”, {_long(claim.value)}, here"),
                help="check which day is right",
            )

    def _clash(self, act: str, one: StatedDay, other: StatedDay) -> bool:
        if one.passage.path == other.passage.path and not are_two_alike(one.stems, other.stems):
            return False
        apart = _days(one.value, other.value)
        if not 0 < apart <= (self.days if isinstance(one.value, date) else self.days - 1):
            return False
        return apart > 1 or not _may_be_one(act, one, other)


def _is_relative(mention: DateMention) -> bool:
    """Whether a day is only "today" or "yesterday", which goes stale when copy is published again."""
    return mention.weekday is None and mention.written is None


def _agree(act: str, one: StatedDay, other: StatedDay) -> bool:
    apart = _days(one.value, other.value)
    return apart == 0 or (apart == 1 and _may_be_one(act, one, other))


def _may_be_one(act: str, one: StatedDay, other: StatedDay) -> bool:
    """Whether two neighbouring days may be one night for this act: an arrest is not put on either day at random."""
    return _one_night(one, other) and (act == THE_EVENT or {one.part, other.part} == {EARLY, LATE})


def _days(one: date | int, other: date | int) -> int:
    """The days between two dates, or between two weekdays; none between a date and a weekday that fits it."""
    if isinstance(one, date) and isinstance(other, date):
        return abs((one - other).days)
    between = abs(_weekday(one) - _weekday(other))
    return min(between, 7 - between)


def _weekday(value: date | int) -> int:
    return value.weekday() if isinstance(value, date) else value


def _one_night(one: StatedDay, other: StatedDay) -> bool:
    """Whether two neighbouring days may be one night: late on the first, early on the second."""
    forward = (_weekday(other.value) - _weekday(one.value)) % 7 == 1
    first, second = (one, other) if forward else (other, one)
    return first.part in ("", LATE) and second.part in ("", EARLY)


def _part(report: Report, mention: DateMention) -> str:
    """The part of the day that the words beside a day, or a clock time in its sentence, put it in; or nothing."""
    if mention.part:
        return {"morning": EARLY, "afternoon": BY_DAY}.get(mention.part, LATE)
    sentence = sentence_at(report, mention.span.start)
    minutes = {time.minute for time in report.find(times) if sentence.covers(time.span)}
    if len(minutes) == 1:
        minute = minutes.pop()
        return EARLY if minute < DAWN else LATE if minute > DUSK else BY_DAY
    before = report.text[max(sentence.start, mention.span.start - 6) : mention.span.start].lower()
    return EARLY if before.endswith("early ") else LATE if before.endswith("late ") else ""


def _act(report: Report, mention: DateMention) -> str:
    """The act named nearest to a day in its sentence."""
    sentence = sentence_at(report, mention.span.start)
    best: tuple[int, str] = (40, "elsewhere")
    for act, pattern in ACTS:
        for match in pattern.finditer(report.text, sentence.start, sentence.end):
            best = min(best, (max(mention.span.start - match.end(), match.start() - mention.span.end), act))
    return "" if best[1] == "elsewhere" else best[1]


def _long(value: date | int) -> str:
    return f"{value:%A}, {value.day} {value:%B}" if isinstance(value, date) else WEEKDAYS[value].title()
