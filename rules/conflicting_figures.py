"""Two reports of one event, or two places of one report, give figures that cannot both be true."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, product
from typing import ClassVar

from lint import CorpusRule, Diagnostic, Label, Report, Severity, bad, good
from lint.find.figures import Figure

from ._contest import Contest, contests, needed, whereabouts
from ._counted import ALIKE, ANY, HINTED, MUCH_ALIKE, Counted
from ._round_up import is_round_up
from ._spoken import alike, are_nearly_one, day_and_month, earlier
from ._stated_figures import (
    ANONYMOUS,
    HARMED,
    Counting,
    Key,
    Stated,
    countings,
    names_beside,
    ones_told_twice,
    stated_acts,
)
from ._two_figures import are_close, count_one_thing, differ_at_one_end, is_rounded, may_count_the_dead, meet

DURATIONS = frozenset(
    {"minutes", "days", "months", "length in days", "length in months"}
)  # of an event that goes on, told on different days
GOING_ON = frozenset("has have had been is are still since last past next every".split())  # for so long, by now
YEARS_AND_MONTHS = "months"
IN_ALL = ", over many events"  # what a tally counts, which is compared with nothing
PART, MORE = ", of them", ", besides"  # what some figures of a category count: they are compared with like ones only
FAR = 3  # times another: slips are seldom larger, but by a power of ten, which magnitude-slip has
TOLLS = 10, 1.6  # figures of this size at least, and at most so many times another: mostly of one event
MANY = 4  # times as many values as are of one thing: above that nothing is compared
FEW = 12  # figures on one matter in a report, above which they are not held against each other
OF_ONE_EVENT = frozenset({"gunmen"})  # what a round-up tells of one of its events only
DAILY = frozenset(  # what is told anew each day, up or down: of one day only
    "displaced|without power|sheltering|homeless|evacuated|infected|burned in acres|burned in hectares".split("|")
)
CASUALTIES = "casualties"
HURT = frozenset("wounded injured injuries hurt".split())
NOT_ALL = frozenset(  # of nobody here, or not badly: "no injuries to police"
    "to among serious seriously major critical critically badly gravely life-threatening threatening"
    " significant apparent visible known immediate immediately else other others further more additional new from so"
    " yet since".split()
)
HERE = frozenset("in inside at on".split())


@dataclass(frozen=True)
class ConflictingFigures(CorpusRule[Key, Stated]):
    """Two reports of one event, or two places of one report, give figures that cannot both be true.

    A figure is read as what it allows: “80” is 80, “over 100” is any number above 100, “nearly 1,000” is 900 up to
    1,000. Two figures conflict when they count the same (deaths of people, shots, arrests), speak of one event and
    allow no number in common. What is counted by order (“the 94th homicide of the year”, “a seventh day of riots”) is a
    figure too. It is an error when the later report is lower, or as old, or higher though the figure
    should have settled; a warning when an early figure may simply have grown, where a report has no date, and where
    only the likeness of two sentences tells that they count the same. A desk should print one figure, or say that it
    changed.

    It does not claim to know which figure is right. It is silent when the later report says that the figure changed
    (“rose to”, “revised”, “a fourth person”), in round-ups of several events, on tallies over several events, and
    where a story has so many figures that they cannot be of one thing. A part (“including two officers”) is compared
    with the same part only, others (“three other rifles”) with others, and “no casualties” with those killed and those
    injured. Those hurt may be told with the dead or without.
    """

    settling: int = 3  # days after the first figure in which a higher one is only a warning
    apart: int = 45  # days between the occasions that two figures speak of, above which they are not compared
    values: int = 6  # different figures in one story above which they are taken to count different things

    examples: ClassVar = (
        bad(
            " date 2026-01-05 By staff\n\nCaracas, Venezuela – Crowds honored the ((80 victims)) of the bombing of"
            " Caracas and La Guaira, in which President Nicolás Maduro and Cilia Flores were seized.\n",
            " date 2026-01-09 By staff\n\nCaracas, Venezuela – The bombing of Caracas and La Guaira, in which President"
            " Nicolás Maduro and Cilia Flores were seized, left [[over 100 dead]], the ministry said.\n",
            severity="error",
            why="more than 100 dead against 80, four days later, and nothing says that the toll rose",
        ),
        bad(
            " date 2026-03-02\n\nA bus fell from the Arda Bridge near Kardzhali on Sunday. The crash of the Harmanli"
            " Express killed ((14 people)).\n",
            " date 2026-03-03\n\nInvestigators returned to the Arda Bridge near Kardzhali, where the crash of the"
            " Harmanli Express killed [[17 people]] on Sunday.\n",
            severity="warning",
            why="a toll moves in the first days, but the second report does not say that it did",
        ),
        bad(
            " date 2026-03-02\n\nA bus fell from the Arda Bridge near Kardzhali on Sunday. It was the"
            " ((third bus crash this year)), the Harmanli police said.\n",
            " date 2026-03-02\n\nIt was the [[fourth bus crash this year]], the Harmanli police said of the bus that"
            " fell from the Arda Bridge near Kardzhali on Sunday.\n",
            severity="warning",
        ),
        good(
            " date 2026-03-02\n\nA bus fell from the Arda Bridge near Kardzhali on Sunday. The crash of the Harmanli"
            " Express killed 14 people.\n",
            " date 2026-03-03\n\nThe death toll in the crash of the Harmanli Express at the Arda Bridge near Kardzhali"
            " on Sunday rose to 17 people.\n",
            why="the later report says that the toll rose",
        ),
        good(
            " date 2026-03-02\n\nA bus fell from the Arda Bridge near Kardzhali on Sunday. The crash of the Harmanli"
            " Express killed 14 people, including three children.\n",
            " date 2026-03-03\n\nInvestigators returned to the Arda Bridge near Kardzhali, where the crash of the"
            " Harmanli Express killed at least 12 people on Sunday.\n",
            why="14 is at least 12, and three children are a part of the 14",
        ),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Figures on what an event may have many of, where two sentences of the report tell the same but for them."""
        by_key: defaultdict[tuple[str, str], list[Counting]] = defaultdict(list)
        for each in (*report.find(countings), *ones_told_twice(report)):
            if each.what.likeness != ANY and not each.what.tally:
                by_key[each.what.category, each.what.subject].append(each)
        for told in by_key.values():
            told.sort(key=lambda each: each.figure.span)
            pairs = combinations(told, 2) if len(told) <= FEW else ()
            twice = [(stated, other) for other, stated in pairs if _is_told_twice(report, stated, other)]
            if len({each.stated.value for pair in twice for each in pair}) > 2:
                continue  # a list of like events, each with its own figure
            yield from (self._inside(stated.stated, other.stated) for stated, other in twice)

    def extract(self, report: Report) -> Iterator[tuple[Key, Stated]]:
        """Every figure of which the words say what it counts; tallies clash with nothing, parts with parts."""
        yield from stated_acts(report)
        several = is_round_up(report)
        for figure, what, stated in ((each.figure, each.what, each.stated) for each in report.find(countings)):
            if what.tally:  # only told, for factlint facts to show
                yield (f"{what.category}{IN_ALL}", what.subject, earlier(report, figure.span)), stated
                continue
            if several and what.category not in OF_ONE_EVENT:
                continue
            if what.category in DURATIONS and report.published is None and _goes_on(figure, what):
                continue
            when = earlier(report, figure.span)
            if what.category in DAILY and report.published:
                when = when or report.published.isoformat()
            if not figure.value.high:
                yield from (((category, "people", when), stated) for category in _nobody(figure, what))
                continue
            if what.part or what.adds:
                of_some = replace(
                    stated, likeness=HINTED if what.adds and what.likeness == ALIKE else max(what.likeness, ALIKE)
                )
                yield (f"{what.category}{PART if what.part else MORE}", what.subject, when), of_some
            if not what.part:
                of_all = replace(stated, changed=True) if what.adds and not stated.changed else stated
                yield (what.category, what.subject, when), of_all
                continue
            # “Seven were hurt, four of whom were shot” knows of four who were shot, hurt or victims.
            harmed = HARMED if what.category in HARMED else ()
            of_part = replace(stated, part=True)
            for key in sorted({(what.category, what.subject), *product(harmed, (what.subject, "people"))}):
                yield (*key, when), of_part

    def compare(self, key: Key, claims: Sequence[Stated]) -> Iterator[Diagnostic]:
        """One finding for each value that conflicts with the best attested one, at its latest report."""
        if key[0].endswith(IN_ALL):
            return
        whole, parts = _by_part(claims)
        many = len({claim.value for claim in whole}) > self.values
        clash = self._clash_where_many if many else self._clash
        for contest in contests(whole, clash, _agree, values=self.values * (MANY if many else 1), beside=parts):
            if not contest.latest.changed:
                yield self._finding(contest)

    def condense(self, key: Key, claims: Sequence[Stated]) -> Sequence[Stated]:
        """The claims that a contest looks at."""
        whole, parts = _by_part(claims)
        return needed(whole, values=self.values * MANY, beside=parts)

    def _clash(self, one: Stated, other: Stated) -> bool:
        if other.changed or meet(one, other) or is_rounded(one, other) or is_rounded(other, one):
            return False
        if one.passage.path == other.passage.path:
            if one.in_headline != other.in_headline:  # headline-body holds one to the other
                return False
            if _are_of_two_names(one, other):
                return False
            return one.likeness == ANY and not one.loose and alike(one.stems, other.stems)
        if one.likeness and not count_one_thing(one, other):
            return False
        if one.minutes and other.minutes and one.minutes.isdisjoint(other.minutes):
            return False
        return one.day is None or other.day is None or abs((one.day - other.day).days) <= self.apart

    def _clash_where_many(self, one: Stated, other: Stated) -> bool:
        """Where a story has more figures than are of one thing: whether two close ones or of like sentences clash."""
        if one.likeness == MUCH_ALIKE or one.passage.path == other.passage.path:
            return False
        told_of_one = alike(one.stems, other.stems) or (are_close(one, other, *TOLLS) and one.stems & other.stems)
        return bool(told_of_one) and self._clash(one, other)

    def _inside(self, stated: Stated, other: Stated) -> Diagnostic:
        return self.diagnostic(
            Severity.WARNING,
            stated.passage,
            f"“{stated.passage.words}” here is “{other.passage.words}”{whereabouts(stated, other)}",
            related=(Label(other.passage, "told of the same"),),
            help="two sentences tell the same, but for a figure; check which is right",
        )

    def _finding(self, contest: Contest[Stated]) -> Diagnostic:
        stated, other = contest.latest, contest.against
        allowed = f"{stated.allows()}, {other.allows()}; " if stated.hedged or other.hedged else ""
        return self.diagnostic(
            self._severity(stated, other),
            stated.passage,
            f"{_said(stated)} against {_said(other)}: both cannot be true of one event",
            label=f"so says {stated.voice}",
            related=contest.related(lambda claim: f"so says {claim.voice}"),
            help=f"{allowed}print one figure, or say that it changed",
        )

    def _severity(self, stated: Stated, other: Stated) -> Severity:
        """Whether the two really cannot both be right, or the figure may have moved in the first days."""
        if stated.likeness or stated.published is None or other.published is None or _is_nought(stated, other):
            return Severity.WARNING
        if ANONYMOUS in (stated.voice, other.voice) or stated.loose or may_count_the_dead(stated, other):
            return Severity.WARNING
        earlier, later = sorted((stated, other), key=lambda claim: (claim.published or date.min, claim is stated))
        days = ((later.published or date.min) - (earlier.published or date.min)).days
        grew = earlier.value.ends_before(later.value)
        return Severity.WARNING if grew and 0 < days <= self.settling and not later.hedged else Severity.ERROR


def _are_of_two_names(one: Stated, other: Stated) -> bool:
    """Whether far figures of one report are of two places or events: all who died in a war, and those in one camp."""
    return bool(one.names - other.names and other.names - one.names) and not are_close(one, other, 1, FAR)


def _is_told_twice(report: Report, one: Counting, other: Counting) -> bool:
    """Whether two sentences of one report tell the same, of the same, but for a figure."""
    stated, told = one.stated, other.stated
    if stated.changed or told.changed or stated.in_headline != told.in_headline or one.what.part != other.what.part:
        return False
    if meet(stated, told) or not are_nearly_one(stated.stems, told.stems):
        return False
    mine, yours = names_beside(report, stated), names_beside(report, told)
    return 2 * len(mine & yours) >= min(len(mine), len(yours))


def _is_nought(one: Stated, other: Stated) -> bool:
    """Whether one says that there were none, as first reports do."""
    return not one.value.high or not other.value.high


def _by_part(claims: Sequence[Stated]) -> tuple[list[Stated], list[Stated]]:
    """The figures of a whole, and those of its parts."""
    return [claim for claim in claims if not claim.part], [claim for claim in claims if claim.part]


def _agree(one: Stated, other: Stated) -> bool:
    return one.value.meets(other.value) and not differ_at_one_end(one, other)


def _goes_on(figure: Figure, what: Counted) -> bool:
    """Whether a time may be how long something has lasted by now: days, or years in which somebody “has been” there."""
    return what.category != YEARS_AND_MONTHS or not GOING_ON.isdisjoint(figure.before)


def _said(stated: Stated) -> str:
    when = day_and_month(stated.published)
    return f"“{stated.passage.words}” ({stated.voice}{', ' if when else ''}{when})"


def _nobody(figure: Figure, what: Counted) -> list[str]:
    """What nobody was, where a report says so of all: "no casualties" are no deaths and no injuries."""
    here = HERE.intersection(figure.after[:1])
    if here or NOT_ALL.intersection((*figure.phrase, *figure.after[:3])) or what.part or what.adds:
        return []
    said = {what.category, "injuries" if HURT.intersection(figure.after[:3]) else ""}
    return sorted({"deaths", "injuries"} if CASUALTIES in said else said & {"deaths", "injuries"})
