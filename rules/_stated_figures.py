"""The figures of a report as claims: what each counts, how far it reaches, who says so, and what is said beside it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from lint import Passage, Report, Span
from lint.find.distances import distances
from lint.find.figures import Figure, figures
from lint.find.interval import Interval
from lint.find.numbers import ORDINALS
from lint.find.quotations import voice_at
from lint.find.sentences import sentence_at
from lint.find.times import times
from lint.pattern import late
from lint.value import value

from ._acts_counted import acts
from ._counted import (
    ALIKE,
    ANY,
    HINTED,
    NAMED,
    Counted,
    converted,
    counted,
    counted_figures,
    counted_in,
    is_slight,
    slight_figures,
)
from ._counting_phrases import phrase_categories
from ._counting_words import measures
from ._looks import words_and_pairs
from ._orders import orders
from ._parts_played import DEAD, HURT, how_many
from ._spoken import (
    are_nearly_one,
    changed_in,
    earlier,
    measure_changed_in,
    name_stems,
    name_stems_in,
    occasion,
    says_it_changed,
    stems,
    stems_in,
    word_stems,
)
from ._sums import sums

Key = tuple[str, str, str]  # category, subject, and the time of an earlier event: deaths of people in 2003

NEAR = 8  # words on each side of a figure that are next to it: they are compared however long its sentence is
HARMED = frozenset("injuries shot stabbed victims casualties hospitalized".split())  # the dead may be counted or not
UNITS = frozenset(measure for measure, _ in measures().values())
AFTER_THE_FIRST = {word: number for word, number in ORDINALS.items() if 1 < number <= 10}
ONE_MORE = late(  # “a fourth person was arrested”: the three of before are four now
    rf"\b({'|'.join(AFTER_THE_FIRST)}) (?:[a-z]+ )?(person|man|woman|suspect|victim|boy"
    r"|girl|teen|teenager|child|student|officer|body|death|arrest|gunman|shooter|patient|survivor)\b"
)
GUNMEN = frozenset("gunman shooter".split())
FIRED = frozenset({"gunmen"})
ONE = "one"
HITS = "hits"
UNSURE = frozenset(
    {HITS, "shots", "aftershocks", "evacuated", "attendance", "firefighters"}
)  # of which an event may have more than one number
NONE: frozenset[str] = frozenset()
NO_TIMES: frozenset[int] = frozenset()
MANY = 1_000  # categories remembered
ANONYMOUS = "a quotation"  # a voice of which the report does not say whose it is


@value(frozen=True, slots=True)
class Stated:
    """One figure as one report states it."""

    passage: Passage
    published: date | None
    value: Interval
    hedged: bool
    voice: str
    changed: bool  # its report says that the figure is not what it was
    day: date | None  # of which it speaks
    stems: frozenset[str]
    near: frozenset[str]  # the beginnings of the telling words next to the figure
    names: frozenset[str]  # the beginnings of the words with a capital in its sentence, where that must be like another
    likeness: int  # how alike the sentences must be
    in_headline: bool
    of_things: bool  # that are counted, and not measured or paid
    minutes: frozenset[int]  # the times of day in its sentence, where that must be like another
    loose: bool = False  # there may be more than one number of what is counted
    part: bool = False  # of what its key counts: it agrees with other figures, but clashes with none
    is_range: bool = False
    dead: int = 0  # how many died, in its report, where the dead may be counted among these or not
    beside_dead: bool = False  # the dead are told apart in its own sentence: “killing two and injuring 40”

    def allows(self) -> str:
        """What the figure allows, where its words do not say it themselves."""
        return f"“{self.passage.words}” allows {self.value}"

    @property
    def readings(self) -> tuple[Interval, ...]:
        """What the figure allows without the dead, and with them."""
        if not self.dead:
            return (self.value,)
        return self.value, replace(self.value, low=self.value.low + self.dead, high=self.value.high + self.dead)


@value(frozen=True, slots=True)
class Counting:
    """A figure that could be held against another, what it counts, and the claim that it makes."""

    figure: Figure
    what: Counted
    stated: Stated


def countings(report: Report) -> Iterator[Counting]:
    """Every figure worth comparing of which its words tell what it counts, tallies too."""
    elsewhere = {distance.span.start for distance in report.find(distances)}  # conflicting-distances has these
    before: tuple[Figure, Counted] | None = None
    for figure, what in report.find(counted_figures):
        if figure.span.start in elsewhere:
            continue
        if before and figure.unit and report.text[before[0].whole.end : figure.span.start] == " (":
            what = converted(what, *before)
        before = figure, what
        if what.category == HITS and max(how_many(report)[part] for part in (DEAD, HURT)) > 1:  # whose, words must show
            what = replace(what, likeness=ALIKE)
        yield Counting(figure, what, _stated(report, figure, what))
    for figure in sums(report):
        if summed := counted(figure):
            yield Counting(figure, summed, _stated(report, figure, summed))


def ones_told_twice(report: Report) -> Iterator[Counting]:
    """The figures of one whose sentence tells nearly the same as that of another figure."""
    others = [each.stated.stems for each in report.find(countings)]
    for figure in report.find(figures) if others else ():
        if figure.value.high == 1 and report.words(figure.span).lower() == ONE:
            mine = stems(report, figure.span)
            is_told = any(are_nearly_one(mine, other) for other in others)
            if is_told and is_slight(report, figure) and (what := counted_in(report, figure)):
                yield Counting(figure, what, _stated(report, figure, what))


def stated_acts(report: Report) -> Iterator[tuple[Key, Stated]]:
    """How many did what they are said to have done, and what came so often as it is said to have come."""
    for likeness, finder in ((ANY, acts), (HINTED, orders)):
        for each in report.find(finder):
            yield (*each.key, earlier(report, each.span)), _stated_plainly(report, each.span, each.value, likeness)


def _stated_plainly(report: Report, span: Span, value: Interval, likeness: int) -> Stated:
    """The claim that words make which tell a number without a figure."""
    return Stated(
        report.passage(span),
        report.published,
        value,
        hedged=False,
        voice=str(voice_at(report, span.start)),
        changed=says_it_changed(report, span),
        day=occasion(report, span),
        stems=stems(report, span),
        near=NONE,
        names=NONE,
        likeness=likeness,
        in_headline=False,
        of_things=True,
        loose=True,
        minutes=NO_TIMES,
    )


def names_beside(report: Report, stated: Stated) -> frozenset[str]:
    """The beginnings of the words with a capital in the sentence of a figure."""
    return name_stems(report, stated.passage.span)


def _one_more(report: Report) -> Iterator[tuple[int, bool]]:
    """How many there are by now, as “a fourth person” tells, and whether of those who fired."""
    (looks,) = report.find(words_and_pairs)
    if AFTER_THE_FIRST.keys().isdisjoint(looks.words):
        return
    for number, noun in ONE_MORE.findall(report.text.lower()):
        yield AFTER_THE_FIRST[number], noun in GUNMEN


@lru_cache(maxsize=1)
def _told_by_phrases() -> frozenset[str]:
    return phrase_categories() - {"deaths", "injuries"} - FIRED


@lru_cache(maxsize=MANY)
def _is_loose(category: str) -> bool:
    """Whether an event may have more than one number of what is counted."""
    return category in UNSURE or category.partition(" in ")[0] in _told_by_phrases()


def _stated(report: Report, figure: Figure, what: Counted) -> Stated:
    allowed, category, likeness = what.value(figure), what.category, what.likeness
    sentence = sentence_at(report, figure.span.start)
    words = report.words(sentence)
    of_things = bool(what.subject) or not (figure.unit or category in UNITS)
    next_one = allowed.low + 1, category in FIRED
    return Stated(
        report.passage(figure.whole),
        report.published,
        allowed,
        bool(figure.hedge),
        str(voice_at(report, figure.span.start)),
        (changed_in if what.subject else measure_changed_in)(words)
        or (likeness == ANY and next_one in report.find(_one_more)),
        occasion(report, figure.span),
        stems_in(words),
        word_stems((*figure.before[:NEAR], *figure.phrase, *figure.after[:NEAR])),
        name_stems_in(words) if of_things or likeness in (ANY, NAMED) else NONE,
        likeness,
        report.title is not None and report.title.covers(figure.span),
        of_things,
        NO_TIMES if likeness == ANY else _minutes(report, sentence),
        loose=_is_loose(category),
        is_range=figure.hedge == "range",
        dead=how_many(report)[DEAD] if category in HARMED else 0,
        beside_dead=category == "injuries" and sentence in report.find(_sentences_of_the_dead),
    )


def _sentences_of_the_dead(report: Report) -> Iterator[Span]:
    """The sentences that tell how many died."""
    for figure, what in (*report.find(counted_figures), *report.find(slight_figures)):
        if what.category == "deaths" and not (what.part or what.tally):
            yield sentence_at(report, figure.span.start)


def _minutes(report: Report, sentence: Span) -> frozenset[int]:
    found = report.find(times)
    return frozenset([time.minute for time in found if sentence.covers(time.span)]) if found else NO_TIMES
