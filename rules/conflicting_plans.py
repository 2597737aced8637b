"""What is to come, a trial, a funeral or a launch, is put on two days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from lint import Diagnostic, Passage, Report, bad, good
from lint.find.dates import DateMention, dates, dates_in
from lint.find.sentences import sentence_at
from lint.pattern import late
from lint.span import Span

from ._contest import ContestRule, contests, whereabouts
from ._days import days_apart, in_words, named_day
from ._spoken import alike, much_alike, name_stems, stems

PLAN = late(  # all at once, and none where a word ends
    r"\b(?=[a-z])(?:(?P<the_trial>trial)|(?P<the_arraignment>arraign(?:ed|ment))"
    r"|(?P<the_hearing>hearing|(?:due|appear|back) (?:in|before) (?:a |the )?(?:[a-z]+ )?(?:court|judge))"
    r"|(?P<the_sentencing>sentencing|be sentenced)"
    r"|(?P<the_funeral>funeral|burial|be buried|laid to rest|memorial service)|(?P<the_vigil>vigil)"
    r"|(?P<the_launch>on sale|available|launch(?:es|ed)?|released?|ships|hits? (?:stores|shelves)|debuts?)"
    r"|(?P<the_election>elections?|referendum|run-?off|to the polls)|(?P<the_fight>fights?|bout|in the ring|box)"
    r"|(?P<the_match>match|game|(?:semi-?)?final|kick-?off|plays?)"
    r"|(?P<the_ceremony>ceremony|awards|inaugurat(?:ed|ion)|wedding|sworn in)"
    r"|(?P<the_opening>(?:re)?opens?|be (?:re)?opened|(?:re)?opening)"
    r"|(?P<the_change_of_office>takes? over|becomes?|succeeds?|steps? down|retires?|resigns?|(?:takes?|leaves?) office)"
    r"|(?P<the_meeting>meeting|summit|talks|meet|convenes?)|(?P<the_concert>concert|premieres?|performs?))\b"
)
AHEAD = late(
    r"\b(?:will|would|shall|(?:is|are|was|were) (?:to|scheduled|set|expected|slated|planned|due)|scheduled"
    r"|set (?:for|to)|goes|opens|begins|starts|next|coming|upcoming)\b"
)
TOLD = late(r"\b(?:said|says|announced|told [A-Z]\w+|reported|unveiled)(?: on| late| early)* \Z")
MOVED = late(
    r"\b(?:postponed|rescheduled|moved|delayed|originally|pushed|brought forward|cancell?ed|until|deadline|before|after"
    r"|earlier|previously|instead|no later than|by|since|another|second)\b"
)
REACH = 70  # code points between a day and what is put on it
FEBRUARY = 2
WEEK, FAR_AHEAD = timedelta(7), timedelta(300)
WINDOW = 45  # days between two days above which they are rather of two such events
SHARED = 2  # names in common that show two sentences to be of one thing


@dataclass(frozen=True, slots=True)
class Plan:
    """The day on which a report puts what is to come, and what its sentence is like."""

    passage: Passage
    published: date | None
    value: date | int
    stems: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True)
class ConflictingPlans(ContestRule[str, Plan]):
    """What is to come, a trial, a funeral or a launch, is put on two days.

    Readers act on such days: they come to a funeral, or to a court. The two sentences must tell much the same, of the
    same people or things, and both days must lie ahead of both reports: what comes after the first day has gone by is
    another hearing.

    It does not claim to know which day is right, and is silent where a sentence names two days, or says that the day
    was moved.
    """

    values: int = 3  # different days in one story above which they are taken for several such events

    examples: ClassVar = (
        bad(
            " date 2026-04-06\n\nThe funeral of keeper Tobias Wrenfield will be held on ((April 11)) in the chapel of"
            " Quillback Island.\n",
            " date 2026-04-07\n\nTobias Wrenfield was keeper of Quillback Island. His funeral will be held in the"
            " chapel of Quillback Island on [[April 12]], said the Wrenfield family.\n",
            severity="warning",
        ),
        good(
            " date 2026-04-06\n\nThe trial of keeper Tobias Wrenfield of Quillback Island is set for April 20.\n",
            " date 2026-04-07\n\nThe trial of keeper Tobias Wrenfield of Quillback Island was moved to April 27.\n",
            why="the later report says that it was moved",
        ),
        good(
            " date 2026-04-06\n\nA hearing for keeper Tobias Wrenfield of Quillback Island is set for April 8.\n",
            " date 2026-04-09\n\nA hearing for keeper Tobias Wrenfield of Quillback Island is set for April 22.\n",
            why="the first has been held by then",
        ),
    )

    def extract(self, report: Report) -> Iterator[tuple[str, Plan]]:
        """Each day ahead that is the only one of its sentence, under what is put on it."""
        for mention in report.find(dates):
            day = _day_ahead(report, mention)
            plan = _plan(report, mention) if day is not None else ""
            if plan and day is not None:
                passage = report.passage(mention.span)
                words, names = stems(report, mention.span), name_stems(report, mention.span)
                yield plan, Plan(passage, report.published, day, words, names)

    def compare(self, key: str, claims: Sequence[Plan]) -> Iterator[Diagnostic]:
        """One finding for each day that cannot be the one given most."""
        for contest in contests(claims, _clash, _agree, values=self.values):
            stated, other = contest.latest, contest.against
            days = f"{in_words(stated.value)} here, and on {in_words(other.value)}"
            message = f"{key} is put on {days}{whereabouts(stated, other)}"
            yield self.warning(contest, message, help="check which day is right, or say that it was moved")


def _day_ahead(report: Report, mention: DateMention) -> date | int | None:
    """The day that is named, if it may lie ahead: “to meet on June 20” is not last June, as a day by itself is."""
    day, published = named_day(mention), report.published
    if not published or not isinstance(day, date) or day > published:
        return day
    sentence = sentence_at(report, mention.span.start)
    if mention.year_written or not AHEAD.search(report.text, sentence.start, mention.span.start):
        return None
    if mention.written is None:
        return day + WEEK if mention.weekday is not None else None
    next_year = date(day.year + 1, day.month, min(day.day, 28) if day.month == FEBRUARY else day.day)
    return next_year if next_year - published <= FAR_AHEAD else None


def _plan(report: Report, mention: DateMention) -> str:
    """What a sentence puts on a day ahead; nothing, where the day is past, or the sentence has another ahead."""
    sentence = sentence_at(report, mention.span.start)
    limits = sentence.start, sentence.end
    ahead = [each for each in dates_in(report, sentence) if _is_ahead(report, sentence, each)]
    if ahead != [mention] or MOVED.search(report.text, *limits):
        return ""
    return _nearest(report, sentence, mention.span) if AHEAD.search(report.text, *limits) else ""


def _is_ahead(report: Report, sentence: Span, mention: DateMention) -> bool:
    """Whether a day may lie ahead, and is not that on which somebody said so."""
    if _day_ahead(report, mention) is None:
        return False
    return bool(mention.written) or TOLD.search(report.text, sentence.start, mention.span.start) is None


def _nearest(report: Report, sentence: Span, day: Span) -> str:
    """The kind of plan that is named nearest to a day."""
    best = (REACH, "")
    for match in PLAN.finditer(report.text, sentence.start, sentence.end):
        best = min(best, (max(day.start - match.end(), match.start() - day.end), match.lastgroup or ""))
    return best[1].replace("_", " ")


def _clash(one: Plan, other: Plan) -> bool:
    if not 0 < days_apart(one.value, other.value) <= WINDOW or not _is_still_ahead(one, other):
        return False
    shared = len(one.names & other.names)
    if one.passage.path == other.passage.path or not shared:
        return False
    return alike(one.stems, other.stems) if shared >= SHARED else much_alike(one.stems, other.stems)


def _agree(one: Plan, other: Plan) -> bool:
    return days_apart(one.value, other.value) == 0


def _is_still_ahead(one: Plan, other: Plan) -> bool:
    """Whether neither day had gone by when the other report was published."""
    for plan, report in ((one, other), (other, one)):
        if isinstance(plan.value, date) and report.published and plan.value < report.published:
            return False
    return True
