"""Two reports of one event, or two places of one report, give figures that cannot both be true."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import inf
from typing import ClassVar

from lint import CorpusRule, Diagnostic, Passage, Report, Severity, bad, good
from lint.find.distances import distances
from lint.find.figures import Figure, figures
from lint.find.interval import Interval
from lint.find.quotations import voice_at

from ._contest import Contest, contests
from ._counted import ALIKE, ANY, MUCH_ALIKE, Counted, counted
from ._counting_words import measures
from ._round_up import is_round_up
from ._spoken import alike, day_and_month, earlier, much_alike, occasion, says_it_changed, stems, word_stems

DURATIONS = frozenset(
    {"minutes", "days", "months", "length in days", "length in months"}
)  # of an event that goes on, told on different days
PART, MORE = ", of them", ", besides"  # what some figures of a category count: they are compared with like ones only
LARGE, CLOSE = 20, 1.35  # figures above the one, and less than so many times another
MANY = 4  # times as many values as are of one thing: above that nothing is compared
CASUALTIES = "casualties"
HURT = frozenset("wounded injured injuries hurt".split())
NOT_ALL = frozenset(  # of nobody here, or not badly: "no injuries to police"
    "to among in inside at on serious major critical life-threatening threatening significant apparent visible known"
    " immediate immediately other others further more additional new from so yet since".split()
)
UNITS = frozenset(measure for measure, _ in measures().values())
NEAR = 8  # words on each side of a figure that are next to it: they are compared however long its sentence is
LIKENESS = {ALIKE: alike, MUCH_ALIKE: much_alike}

Key = tuple[str, str, str]  # category, subject, and the time of an earlier event: deaths of people in 2003


@dataclass(frozen=True, slots=True)
class Stated:
    """One figure as one report states it."""

    passage: Passage
    published: date | None
    value: Interval
    hedged: bool
    voice: str
    changed: bool  # its sentence says that the figure is not what it was
    day: date | None  # of which it speaks
    stems: frozenset[str]
    near: frozenset[str]  # the beginnings of the telling words next to the figure
    likeness: int  # how alike the sentences must be
    in_headline: bool
    of_things: bool  # that are counted, and not measured or paid

    def allows(self) -> str:
        """What the figure allows, where its words do not say it themselves."""
        return f"“{self.passage.words}” allows {self.value}"


@dataclass(frozen=True)
class ConflictingFigures(CorpusRule[Key, Stated]):
    """Two reports of one event, or two places of one report, give figures that cannot both be true.

    A figure is read as what it allows: “80” is 80, “over 100” is any number above 100, “nearly 1,000” is 900 up to
    1,000. Two figures conflict when they count the same (deaths of people, shots, arrests), speak of one event and
    allow no number in common. It is an error when the later report is lower, or as old, or higher though the figure
    should have settled; a warning when an early figure may simply have grown, where a report has no date, and where
    only the likeness of two sentences tells that they count the same. A desk should print one figure, or say that it
    changed.

    It does not claim to know which figure is right. It is silent when the later report says that the figure changed
    (“rose to”, “revised”), in round-ups of several events, on tallies over several events, and where a story has so
    many figures that they cannot be of one thing. A part (“including two officers”) is compared with the same part
    only, others (“three other rifles”) with others, and “no casualties” with those killed and those injured.
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

    def extract(self, report: Report) -> Iterator[tuple[Key, Stated]]:
        """Every figure of which the tables say what it counts, parts and tallies left out."""
        if is_round_up(report):
            return
        elsewhere = {distance.span.start for distance in report.find(distances)}  # conflicting-distances has these
        for figure in report.find(figures):
            if figure.span.start in elsewhere or _is_slight(report, figure):
                continue
            what = counted(figure)
            if what is None or what.tally:
                continue
            if what.category in DURATIONS and report.published is None:
                continue
            stated = self._stated(report, figure, what)
            when = earlier(report, figure.span)
            if not figure.value.high:
                yield from (((category, "people", when), stated) for category in _nobody(figure, what))
                continue
            if what.part or what.adds:
                of_some = replace(stated, likeness=max(what.likeness, ALIKE))
                yield (f"{what.category}{PART if what.part else MORE}", what.subject, when), of_some
            if not what.part:
                yield (what.category, what.subject, when), replace(stated, changed=stated.changed or what.adds)

    def _stated(self, report: Report, figure: Figure, what: Counted) -> Stated:
        return Stated(
            report.passage(figure.whole),
            report.published,
            what.value(figure),
            bool(figure.hedge),
            str(voice_at(report, figure.span.start)),
            says_it_changed(report, figure.span),
            occasion(report, figure.span),
            stems(report, figure.span),
            word_stems((*figure.before[:NEAR], *figure.phrase, *figure.after[:NEAR])),
            what.likeness,
            report.title is not None and report.title.covers(figure.span),
            bool(what.subject) or not (figure.unit or what.category in UNITS),
        )

    def compare(self, key: Key, claims: Sequence[Stated]) -> Iterator[Diagnostic]:
        """One finding for each value that conflicts with the best attested one, at its latest report."""
        many = len({claim.value for claim in claims}) > self.values
        clash = self._clash_where_many if many else self._clash
        for contest in contests(claims, clash, _agree, values=self.values * (MANY if many else 1)):
            if not contest.latest.changed:
                yield self._finding(contest)

    def _clash(self, one: Stated, other: Stated) -> bool:
        if other.changed or one.value.meets(other.value) or _is_rounded(one, other) or _is_rounded(other, one):
            return False
        if one.passage.path == other.passage.path:
            if one.in_headline != other.in_headline:  # headline-body holds one to the other
                return False
            return one.likeness == ANY and alike(one.stems, other.stems)
        if one.likeness and not _count_one_thing(one, other):
            return False
        return one.day is None or other.day is None or abs((one.day - other.day).days) <= self.apart

    def _clash_where_many(self, one: Stated, other: Stated) -> bool:
        """Where a story has more figures than are of one thing: whether those of two like sentences clash."""
        if one.likeness == MUCH_ALIKE or one.passage.path == other.passage.path:
            return False
        return alike(one.stems, other.stems) and self._clash(one, other)

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
        earlier, later = sorted((stated, other), key=lambda claim: (claim.published or date.min, claim is stated))
        days = ((later.published or date.min) - (earlier.published or date.min)).days
        grew = earlier.value.ends_before(later.value)
        return Severity.WARNING if grew and 0 < days <= self.settling and not later.hedged else Severity.ERROR


def _count_one_thing(one: Stated, other: Stated) -> bool:
    """Whether two figures of a kind that an event may have many of count the same, as far as their words can show.

    Two large figures that differ by little, as 439 and 452 children do, are seldom of two things.
    """
    if LIKENESS[one.likeness](one.stems, other.stems) or much_alike(one.near, other.near):
        return True
    if not one.of_things:
        return False
    less, more = sorted((one.value, other.value))
    at_most = more.high if more.high < inf else more.low
    return LARGE <= less.low <= at_most <= CLOSE * less.low and len(one.near & other.near) >= one.likeness


def _is_rounded(one: Stated, other: Stated) -> bool:
    """Whether one is the other, a round number that it is nearly: “nearly nine years” and “nine years”."""
    return one.hedged and other.value.is_exact and one.value.high_open and one.value.high == other.value.low


def _is_nought(one: Stated, other: Stated) -> bool:
    """Whether one says that there were none, as first reports do."""
    return not one.value.high or not other.value.high


def _agree(one: Stated, other: Stated) -> bool:
    return one.value.meets(other.value)


def _said(stated: Stated) -> str:
    when = day_and_month(stated.published)
    return f"“{stated.passage.words}” ({stated.voice}{', ' if when else ''}{when})"


def _nobody(figure: Figure, what: Counted) -> set[str]:
    """What nobody was, where a report says so of all: "no casualties" are no deaths and no injuries."""
    if NOT_ALL.intersection((*figure.phrase, *figure.after[:3])) or what.part or what.adds:
        return set()
    said = {what.category, "injuries" if HURT.intersection(figure.after[:3]) else ""}
    return {"deaths", "injuries"} if CASUALTIES in said else said & {"deaths", "injuries"}


def _is_slight(report: Report, figure: Figure) -> bool:
    """Whether a figure is none to hold anybody to: "a man", "one", "several"."""
    slight = 0 < figure.value.high < 2 or (figure.hedge == "vague" and figure.value.low < 10)
    return slight or report.words(figure.span).lower() in ("a", "an")
