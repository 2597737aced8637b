"""One act of one event has two times of day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from lint import Diagnostic, Passage, Report, Severity, bad, good
from lint.compiled import compiled
from lint.find.addresses import addresses
from lint.find.sentences import sentence_at
from lint.find.times import times
from lint.span import Span

from ._contest import ContestRule, contests, whereabouts
from ._round_up import is_of_another_event
from ._spoken import are_nearly_one, occasion, says_it_changed, stems

DAY = 24 * 60
ONE_NIGHT = 13 * 60  # minutes apart above which two times are of two acts
ACT = compiled(  # all at once, and none where a word ends: that takes a fifth of the time of one after the other
    r"\b(?=[a-z])(?:"
    r"(?P<the_death>(?:pronounced|declared) (?:\w+ )?dead|died)"
    r"|(?P<the_arrest>arrest(?:ed|s)?|taken into custody|surrendered)"
    r"|(?P<elsewhere>will|scheduled|vigil|conference|briefing|hearing|court|service|funeral|open|from \d)"
    r"|(?P<told>call(?:ed|s)?|report(?:ed|s)?|respond(?:ed|ing)?|dispatch(?:ed)?|alert(?:ed)?|summoned|sent)"
    r"|(?P<the_march>(?:protests?|protesters|march|marchers|rally|demonstrat(?:ion|ors)|procession)"
    r" (?:began|started|set off)|set (?:off|out) (?:from|for|on|toward)|(?:began|started) (?:to march|marching))"
    r"|(?P<happened>happen(?:ed|s)?|occur(?:red|s)?|took place|shot|shooting|gunfire|opened fire|fired|stabbed"
    r"|crash(?:ed)?|struck|hit|exploded|explosion|broke out|began|started|erupted|killed|attacked|robbed|collapsed"
    r"|unfolded|went off|blew up|detonated|derailed|capsized|sank|hijacked|seized|lifted off|blasted off|launched"
    r"|(?:entered|(?:walked|burst|barged|broke|stormed) into|stormed) the)"
    r")\b"
)
ELSEWHERE = "elsewhere"
ONE_ACT = {"told": "the event", "happened": "the event"}


@dataclass(frozen=True, slots=True)
class StatedTime:
    """At what minute of the day an act is said to have been."""

    passage: Passage
    published: date | None
    value: tuple[int, int, int]  # minute, earliest, latest
    day: date | None
    stems: frozenset[str]
    streets: frozenset[str]  # named in its sentence


@dataclass(frozen=True)
class ConflictingTimes(ContestRule[str, StatedTime]):
    """One act of one event has two times of day.

    A time is read with its hedge: “around 9 p.m.” is ten minutes either way, “shortly after” is half an hour on. Times
    of a shooting, a crash or a quake, and of the call that told of it, are compared with each other; times at which
    somebody died or was arrested with their like. It is an error from two hours on, and a warning below.

    It does not claim to know time zones, and is silent where two times are less than half an hour apart.
    """

    minutes: int = 30  # apart, from which two times conflict
    certain: int = 120  # minutes apart, from which they are an error
    values: int = 6  # different times in one story above which they are taken for several acts

    examples: ClassVar = (
        bad(
            " date 2026-04-07\n\nA fire broke out at the Brackley Rope Works on Dunmore Lane at ((9:40 p.m.)) Monday,"
            " Chief Odette Farrow said.\n",
            " date 2026-04-07\n\nThe fire at the Brackley Rope Works on Dunmore Lane started at [[6:15 p.m.]] Monday,"
            " Chief Odette Farrow said.\n",
            severity="error",
        ),
        good(
            " date 2026-04-07\n\nA fire broke out at the Brackley Rope Works on Dunmore Lane at 9:40 p.m. Monday,"
            " Chief Odette Farrow said.\n",
            " date 2026-04-07\n\nThe fire at the Brackley Rope Works on Dunmore Lane started shortly after 9:30 p.m."
            " Monday, Chief Odette Farrow said.\n",
            why="9:40 is shortly after 9:30",
        ),
    )

    def extract(self, report: Report) -> Iterator[tuple[str, StatedTime]]:
        """Each time of day under the act of its sentence."""
        for mention in report.find(times):
            act = _act(report, mention.span)
            if act and not says_it_changed(report, mention.span) and not is_of_another_event(report, mention.span):
                value = (mention.minute, mention.earliest, mention.latest)
                passage = report.passage(mention.span)
                day, words = occasion(report, mention.span), stems(report, mention.span)
                yield act, StatedTime(passage, report.published, value, day, words, _streets(report, mention.span))

    def compare(self, key: str, claims: Sequence[StatedTime]) -> Iterator[Diagnostic]:
        """One finding for each time that cannot be the one given most."""
        for contest in contests(claims, self._clash, self._agree, values=self.values):
            stated, other = contest.latest, contest.against
            apart = _apart(stated, other)
            yield self.diagnostic(
                Severity.ERROR if apart >= self.certain and stated.published else Severity.WARNING,
                stated.passage,
                f"{key} is put at “{stated.passage.words}” here, and “{other.passage.words}”"
                f"{whereabouts(stated, other)}",
                related=contest.related(lambda claim: f"“{claim.passage.words}” here"),
                help=f"the two are {_duration(apart)} apart",
            )

    def _clash(self, one: StatedTime, other: StatedTime) -> bool:
        if one.passage.path == other.passage.path and not are_nearly_one(one.stems, other.stems):
            return False
        if one.streets and other.streets and not one.streets & other.streets:
            return False
        return self.minutes <= _apart(one, other) <= ONE_NIGHT and _gap(one, other) > 0

    def _agree(self, one: StatedTime, other: StatedTime) -> bool:
        return not self._clash(one, other)  # times further apart than a night are of two acts, and so is the rest


def _act(report: Report, span: Span) -> str:
    """The act that a time belongs to: the one named nearest to it in its sentence."""
    sentence = sentence_at(report, span.start)
    best: tuple[int, int, str] = (DAY, 0, "")
    for match in ACT.finditer(report.text, sentence.start, sentence.end):
        away = max(span.start - match.end(), match.start() - span.end)
        best = min(best, (away, match.start() - match.end(), match.lastgroup or ""))
    return "" if best[2] == ELSEWHERE else ONE_ACT.get(best[2], best[2].replace("_", " "))


def _streets(report: Report, span: Span) -> frozenset[str]:
    """The streets named in the sentence around a time."""
    sentence = sentence_at(report, span.start)
    return frozenset(address.name for address in report.find(addresses) if sentence.covers(address.span))


def _apart(one: StatedTime, other: StatedTime) -> int:
    """The minutes between two times, by the clock alone where a day is not known; the clock goes round at midnight."""
    difference = one.value[0] - other.value[0]
    if one.day and other.day:
        return abs((one.day - other.day).days * DAY + difference)
    return min(abs(difference), DAY - abs(difference))


def _gap(one: StatedTime, other: StatedTime) -> int:
    """The minutes between what the two allow, zero where they meet."""
    return _apart(one, other) - _reach(one, other) - _reach(other, one)


def _reach(one: StatedTime, other: StatedTime) -> int:
    """How far the words of one time reach towards the other."""
    minute, earliest, latest = one.value
    ahead = one.day < other.day if one.day and other.day and one.day != other.day else minute < other.value[0]
    return latest - minute if ahead else minute - earliest


def _duration(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} hour{'s' * (hours > 1)}"] * bool(hours) + [f"{rest} minutes"] * bool(rest)
    return " and ".join(parts)
