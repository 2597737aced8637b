"""One act of one event is put on two days."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import ClassVar

from lint import CorpusRule, Diagnostic, Label, Passage, Report, Severity, bad, good
from lint.compiled import compiled
from lint.find.dates import DateMention, dates
from lint.find.sentences import sentence_at
from lint.find.times import times
from lint.span import Span

from ._contest import contests, needed, whereabouts
from ._days import days_apart, in_words, named_day, weekday
from ._death_known import deaths_known, the_dead
from ._round_up import is_of_another_event
from ._spoken import are_two_alike, says_it_changed, stems

HOUR = 60  # minutes
PARTS = {  # of a day, in minutes after its midnight, as loosely as they are said
    "early": (0, 9 * HOUR),
    "morning": (0, 12 * HOUR),
    "afternoon": (12 * HOUR, 18 * HOUR),
    "evening": (17 * HOUR, 22 * HOUR),
    "night": (18 * HOUR, 30 * HOUR),
    "late": (18 * HOUR, 30 * HOUR),
}
WHOLE_DAY = (0, 24 * HOUR)
ONE_NIGHT = 3 * HOUR  # between two times on neighbouring days that may be one
THE_DEATH = "the death"
KNOWN = "the death, as it became known"  # the key under which days of death meet reports that tell of the death
THE_EVENT = "the event"  # what happens at night is put on either day; an arrest or a death is not
ACT = compiled(  # all at once, and none where a word ends: that takes a fifth of the time of one after the other
    r"\b(?=[a-zBJ])(?:"
    r"(?P<the_arrest>arrested|arrests?|taken into custody|surrendered|turned (?:him|her)self in)"
    r"|(?P<the_death>died|pronounced dead|succumbed)"
    r"|(?P<the_charge>charged|charges? (?:were|was) (?:filed|sworn)|filed charges|indicted|arraigned)"
    r"|(?P<the_opening>(?:trial|talks|strike|summit|festival|inquest|inquiry)\b[^.;\n]{0,40}?"
    r"\b(?:began|opened|started|got under way))"
    r"|(?P<the_event>shot|shooting|opened fire|stabb(?:ed|ing)|crash(?:ed)?|collid(?:ed|ing)|explo(?:ded|sion)|bombed"
    r"|bombing|struck|quake|earthquake|fire|blaze|attack(?:ed)?|robb(?:ed|ery)|killed|wounded|injured|sank|sunk|sinking"
    r"|seized|hijack(?:ed|ing)|kidnapp(?:ed|ing)|abducted|derail(?:ed|ment)|capsized|collapsed?|blew up|went off"
    r"|captured|happened|occurred|took place|broke out|erupted|gunshots?|gunfire|called to|responded|incident)"
    r"|(?P<elsewhere>(?:scene|site|video|footage) of the \w+|[bB]ail|[bB]ond|[jJ]ail|booked|said|says|told|vigil"
    r"|funeral|conference|hearing|court|trial|released?|announced|memorial|interview|identified|updated|posted|published"
    r"|statement|gathered|since|until|updates?|met|pleaded|sentenced|convicted)"
    r")\b"
)
NEAR = 40  # code points between a day and its act
ELSEWHERE = "elsewhere"


UNTIL = compiled(r"\b(?:by|as of|until|till|since|through)(?: (?:late|early|about|around|on))? $", re.IGNORECASE)
TOLD = compiled(  # “a Monday morning email”
    r"(?: (?:morning|afternoon|evening|night))? (?:e-?mails?|statements?|news|press|briefings?|interviews?|reports?"
    r"|release|story|article|posts?|tweets?|updates?|vigils?|hearings?|editions?)\b"
)
NONE = compiled(r"\b(?:no|not|never|without|neither|nor)\b|n[’']t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StatedDay:
    """The day on which a report puts an act: a date, or a weekday where the report has no date of its own."""

    passage: Passage
    published: date | None
    value: date | int
    minutes: tuple[int, int] | None  # of the day, where the report tells
    stems: frozenset[str]
    whom: frozenset[str] = frozenset()  # who died, where just one person did
    known: bool = False  # not when it was, but when it was known
    written: bool = False  # by month and day, as who looked it up writes it


@dataclass(frozen=True)
class ConflictingDates(CorpusRule[str, StatedDay]):
    """One act of one event is put on two days.

    A weekday is the last one up to the report's own date, so “Tuesday” in a report of Wednesday and “Monday” in another
    of that Wednesday are two days. The act is the one named next to the day: an arrest, a death, a charge, or the event
    itself. A death that an earlier report told of was not on a later day, where it is the same person's by age or name.

    It does not claim to tell the night before from the morning after, where a report gives no time;
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
        bad(
            " date 2026-04-08\n\nThe keeper of the Quillback Island lighthouse, Tobias Wrenfield, 58, ((has died))"
            " after a fall from its stairs, Sheriff Odette Farrow said.\n",
            " date 2026-04-10\n\nTobias Wrenfield, 58, the keeper of the Quillback Island lighthouse who fell from its"
            " stairs, died on [[Thursday]], Sheriff Odette Farrow said.\n",
            severity="warning",
            why="8 April was a Wednesday, and he was dead",
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
        told: dict[tuple[str, date | int], tuple[int, int] | None] = {}  # from another mention of the same day
        claims = list(self._claims(report))
        for act, stated in claims:
            told[act, stated.value] = stated.minutes or told.get((act, stated.value))
        for act, stated in claims:
            yield act, replace(stated, minutes=told[act, stated.value])
        yield from _deaths(report, [stated for act, stated in claims if act == THE_DEATH])

    def _claims(self, report: Report) -> Iterator[tuple[str, StatedDay]]:
        for mention in report.find(dates):
            day = named_day(mention)
            if (
                day is None
                or _is_relative(mention)
                or _is_of_no_act(report, mention.span)
                or is_of_another_event(report, mention.span)
                or (mention.day and report.published and mention.day > report.published)
            ):
                continue
            act = _act(report, mention)
            if act and not says_it_changed(report, mention.span) and not _is_denied(report, act, mention.span):
                words = stems(report, mention.span)
                yield (
                    act,
                    StatedDay(
                        report.passage(mention.span),
                        report.published,
                        day,
                        _minutes(report, mention),
                        words,
                        written=mention.written is not None,
                    ),
                )

    def compare(self, key: str, claims: Sequence[StatedDay]) -> Iterator[Diagnostic]:
        """One finding for each day that cannot be the one given most."""
        if key == KNOWN:
            yield from self._known_before(claims)
            return
        for contest in contests(claims, partial(self._clash, key), partial(_agree, key), values=self.values):
            stated, other = contest.latest, contest.against
            yield self.diagnostic(
                Severity.WARNING,
                stated.passage,
                f"{key} is put on {in_words(stated.value)} here, and on {in_words(other.value)}"
                f"{whereabouts(stated, other)}",
                related=contest.related(lambda claim: f"“{claim.passage.words}”, {in_words(claim.value)}, here"),
                help="check which day is right",
            )

    def condense(self, key: str, claims: Sequence[StatedDay]) -> Sequence[StatedDay]:
        """The claims that a contest looks at."""
        return claims if key == KNOWN else needed(claims, values=self.values)

    def _known_before(self, claims: Sequence[StatedDay]) -> Iterator[Diagnostic]:
        """Deaths that an earlier report tells of than the day on which they are put, each day of a report once."""
        known: dict[str, StatedDay] = {}
        told = set()
        for claim in claims:  # in order of publication
            if claim.known:
                known |= {token: known.get(token, claim) for token in claim.whom}
        for stated in claims:
            other = min((known[token] for token in stated.whom if token in known), key=_when, default=None)
            about = (stated.passage.path, stated.value)
            if stated.known or other is None or about in told or not _is_before(other, stated):
                continue
            told.add(about)
            yield self.diagnostic(
                Severity.WARNING,
                stated.passage,
                f"{THE_DEATH} is put on {in_words(stated.value)} here, and was known{whereabouts(stated, other)}",
                related=(Label(other.passage, "known here"),),
                help="check which day is right",
            )

    def _clash(self, act: str, one: StatedDay, other: StatedDay) -> bool:
        if one.passage.path == other.passage.path and not are_two_alike(one.stems, other.stems):
            return False
        apart = days_apart(one.value, other.value)
        if not 0 < apart <= (self.days if isinstance(one.value, date) else self.days - 1):
            return False
        return apart > 1 or not _may_be_one(act, one, other)


def _deaths(report: Report, put: Sequence[StatedDay]) -> Iterator[tuple[str, StatedDay]]:
    """The days on which a death is put, and that on which a report tells of it, where just one person is dead."""
    published = report.published
    whom = the_dead(report) if published else frozenset()
    first = next(deaths_known(report), None) if whom else None
    if published and first:
        yield KNOWN, StatedDay(report.passage(first), published, published, None, frozenset(), whom, known=True)
        for stated in put:
            yield KNOWN, replace(stated, whom=whom)


def _is_before(known: StatedDay, put: StatedDay) -> bool:
    return isinstance(known.value, date) and isinstance(put.value, date) and known.value < put.value


def _when(stated: StatedDay) -> tuple[date, Passage]:
    return stated.published or date.min, stated.passage


def _is_relative(mention: DateMention) -> bool:
    """Whether a day is only "today" or "yesterday", which goes stale when copy is published again."""
    return mention.weekday is None and mention.written is None


def _agree(act: str, one: StatedDay, other: StatedDay) -> bool:
    apart = days_apart(one.value, other.value)
    return apart == 0 or (apart == 1 and _may_be_one(act, one, other))


def _may_be_one(act: str, one: StatedDay, other: StatedDay) -> bool:
    """Whether two neighbouring days may be one night for this act: an arrest is not put on either day at random."""
    known = one.minutes is not None and other.minutes is not None
    looked_up = one.written and other.written and one.passage.path != other.passage.path
    return _one_night(one, other) and ((act == THE_EVENT and not looked_up) or known)


def _one_night(one: StatedDay, other: StatedDay) -> bool:
    """Whether two neighbouring days may be one night: late on the first, early on the second."""
    forward = (weekday(other.value) - weekday(one.value)) % 7 == 1
    first, second = (one, other) if forward else (other, one)
    return (second.minutes or WHOLE_DAY)[0] + WHOLE_DAY[1] - (first.minutes or WHOLE_DAY)[1] <= ONE_NIGHT


def _minutes(report: Report, mention: DateMention) -> tuple[int, int] | None:
    """When on a day, by the words beside it or a clock time in its sentence; None where they do not tell."""
    sentence = sentence_at(report, mention.span.start)
    minutes = {time.minute for time in report.find(times) if sentence.covers(time.span)}
    if len(minutes) == 1:
        minute = minutes.pop()
        return minute - HOUR, minute + HOUR
    before = report.text[max(sentence.start, mention.span.start - 6) : mention.span.start].lower()
    said = "early" if before.endswith("early ") else "late" if before.endswith("late ") else mention.part
    return PARTS.get(said)


def _is_of_no_act(report: Report, span: Span) -> bool:
    """Whether a day ends a time (“by Monday”) or is that of a report of the act (“a Monday email”)."""
    return bool(
        UNTIL.search(report.text, max(report.body.start, span.start - 20), span.start)
        or TOLD.match(report.text, span.end)
    )


def _is_denied(report: Report, act: str, span: Span) -> bool:
    """Whether the sentence says that nobody was arrested or charged."""
    sentence = sentence_at(report, span.start)
    return act in ("the arrest", "the charge") and NONE.search(report.text, sentence.start, sentence.end) is not None


def _act(report: Report, mention: DateMention) -> str:
    """The act named nearest to a day in its sentence."""
    sentence = sentence_at(report, mention.span.start)
    start, end = mention.span.start, mention.span.end
    best = (NEAR, ELSEWHERE)
    for match in ACT.finditer(report.text, sentence.start, sentence.end):
        best = min(best, (max(start - match.end(), match.start() - end), match.lastgroup or ELSEWHERE))
    return "" if best[1] == ELSEWHERE else best[1].replace("_", " ")
