"""What a figure counts: deaths, injuries, arrests, shots ..., of whom, and whether of all or of a part.

The words are in tables/counted.csv, tables/counted_people.csv and tables/measures.csv. A word of the first has one or
more roles: `noun` ("12 deaths"), `state` ("12 people were killed", "12 killed") or `verb` ("killed 12", "killing 12").
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from lint.compiled import compiled
from lint.find.figures import Figure, figures
from lint.find.interval import Interval
from lint.find.numbers import SPELT
from lint.report import Report
from lint.value import value

from ._counting_phrases import Phrase, phrase_around
from ._counting_words import measures, nouns, people, states
from ._head_noun import head_noun
from ._magnitude_of import magnitude_of
from ._predicates import DEAD, LIVES, TAKING, category_by_verb, first_state, is_object
from ._scope import ADDING, OF_AN_EVENT, PASSIVES, adds, is_part, is_tally, takes_own_life

MOURNING = frozenset(
    "honor honored honoring honour honoured honouring mourn mourning mourned memory tribute buried bury"
    " funerals".split()
)
ALONE = frozenset("lone sole single".split())
ONLY = frozenset("only just".split())
NONE = frozenset("not without nor never no didn't didn’t don't don’t doesn't doesn’t hasn't hasn’t".split())
BOTH = "both"
GUNMEN = "gunmen"
ONE_SUBJECT = frozenset((GUNMEN, "population", "children"))
OF_A_WHILE = frozenset(("jobs cut", "jobs created", "units sold"))  # “over three years”: it is one plan
POSSIBLE = "possible sentence"
PER = frozenset("each apiece per".split())  # “$5,000 for each count” is not all of it
DOERS = ("er", "or", "ist", "ian", "man", "woman", "men", "women")  # “14 weavers were killed” are people
TO_PERSONS = frozenset("deaths injuries arrests missing kidnapped rescued".split())
OPENING_FIRE = frozenset(
    {("opened", "fire"), *((verb, doing) for verb in ("started", "began") for doing in ("shooting", "firing"))}
)
OPENING = frozenset(verb for verb, _ in OPENING_FIRE)
CLAUSES = frozenset(
    "who whom which that when as after before while where with by on at inside outside said , .".split()
)
ANY, ALIKE, MUCH_ALIKE, HINTED, NAMED = range(5)
POPULATED = (("of", "population"), ("to", "home"), ("at", "population"))
HITTING = frozenset("hit struck hitting striking pierced entered went tore wounds wound".split())
SHOTS = frozenset("shot gunshot round bullet".split())
FIRING = frozenset("fired fires firing shot shoot shooting squeezed".split())
DAMAGED = frozenset(
    "damaged damage damaging destroyed destroying destroys burned burnt burning gutted ruined wrecked looted unsafe"
    " hit flattened flattening levelled levelling leveled leveling levels razed razing razes devastated devastating"
    " collapsed toppled flooded flooding submerged swept washed torched ablaze".split()
)
THINGS_DAMAGED = frozenset("homes buildings shops apartments villages vehicles cars aircraft boats ships".split())
GUNMAN = frozenset("gunman shooter suspect attacker assailant bomber himself herself".split())
NO_KIND = frozenset("palestinians israelis iraqis workers".split())  # in a phrase they are the people: all are such
LOST = "lost"
HYPOTHETICAL = frozenset("should should've should’ve could've could’ve would've would’ve".split())
SUPPOSED = frozenset("can could may might would".split())  # "a magnitude 6.5 quake can bring down houses" tells of none
OVER_A_SEASON = frozenset(  # what a player or a team has many numbers of: a year's, a career's, a month's
    "rbis homer hit strikeout walk steal inning at-bat game match appearance start save win loss goal assist rebound"
    " touchdown interception sack yard reception carry cap wicket try birdie".split()
)
STREETS = frozenset("street st avenue ave road".split())
MODEL = compiled(r"([a-z]{1,4})[- ]?(\d{1,3})s?\b")
OF_SOME = 3  # words before a figure in which “of” stands behind another
LONGEST_SIGN = 3  # letters: “US$”


@value(frozen=True, slots=True)
class Counted:
    """What a figure counts; `part` of a whole, `adds` to what was said before, or a `tally` over many events.

    What is in no table is counted by its own head noun. `likeness` says how alike two sentences must be for their
    figures to be of one thing: ANY for the dead of an event, ALIKE for its boats, MUCH_ALIKE where no table knows, and
    HINTED, two telling words in common, for what is seldom of two things, and NAMED, one of them a name, for money.
    `factor` turns the figure into the unit of the category; `slack` is one where the words leave open whether the
    dead gunman is counted.
    """

    category: str
    subject: str
    likeness: int = ANY
    part: bool = False
    adds: bool = False
    tally: bool = False
    factor: float = 1.0
    slack: int = 0

    def value(self, figure: Figure) -> Interval:
        """What the figure allows, in the unit of the category."""
        value = figure.value if self.factor == 1 else figure.value.scaled(self.factor)
        if figure.hedge == "most" and self.category.startswith(POSSIBLE):
            return Interval(value.high, value.high)  # “up to 20 years in prison” is a number that a law gives
        return replace(value, low=max(0, value.low - self.slack), high=value.high + self.slack) if self.slack else value


def counted_figures(report: Report) -> Iterator[tuple[Figure, Counted]]:
    """The figures to which a report can be held of which the words tell what they count."""
    for figure in report.find(figures):
        if not is_slight(report, figure) and (what := counted_in(report, figure)):
            yield figure, what


def slight_figures(report: Report) -> Iterator[tuple[Figure, Counted]]:
    """The others: "a man", "one", "several"; “a lone gunman” is none of them."""
    for figure in report.find(figures):
        if is_slight(report, figure) and (what := counted_in(report, figure)):
            yield figure, what


def is_slight(report: Report, figure: Figure) -> bool:
    """Whether it is told in passing: “a man”, “one”, “several”."""
    low, high = figure.value.low, figure.value.high
    if low % 1 and not measures().keys().isdisjoint(figure.phrase[:1]):
        return False  # “half a mile”
    if 0 < high < 2:
        if ALONE.intersection(figure.phrase[:1]):
            return not NONE.isdisjoint(figure.before[:4])  # “without a single shot”
        return not ONLY.intersection(figure.before[:1])
    vague = figure.hedge == "vague" and low < 10
    return vague or (high == 2 and report.words(figure.span).lower() == BOTH)


def counted_in(report: Report, figure: Figure) -> Counted | None:
    """What a figure of a report counts; it is worked out once, however many rules ask."""
    (known,) = report.find(_known)
    place = figure.span.start
    if place not in known:
        known[place] = counted(figure)
    return known[place]


def _known(report: Report) -> Iterator[dict[int, Counted | None]]:
    """What the figures of a report count, by where they begin, as far as somebody has asked."""
    yield {}


def counted(figure: Figure) -> Counted | None:
    """What a figure counts, or None where its words do not tell."""
    if not STREETS.isdisjoint(figure.phrase[:1]):
        return None  # “the 42 Street station”
    if figure.unit:
        is_each = not PER.isdisjoint((*figure.phrase, *figure.after)[:4])
        return _measured(None if is_each else phrase_around(figure), figure.unit)
    for word in figure.phrase[:2]:
        if word in measures():
            return _measured(phrase_around(figure), *measures()[word])
    if model := _model(figure.phrase):
        return Counted(model, "", ALIKE, adds=adds(figure))
    subject = _subject(figure.phrase)
    category = _category(figure, subject)
    likeness = ANY if category in OF_AN_EVENT else ALIKE
    may_be_told = not category or category == LOST or (likeness and category in _nouns())
    phrase = phrase_around(figure) if may_be_told else None
    if phrase:
        category, likeness = phrase.category, phrase.likeness
        subject = "people" if subject in NO_KIND else subject
    if not HYPOTHETICAL.isdisjoint(figure.before[:4]):
        return None
    if category == "magnitude" and SUPPOSED.intersection(figure.after[:1]):
        return None
    part = not (phrase and phrase.is_whole) and is_part(figure, category)
    more, tally = adds(figure, category), category not in OF_A_WHILE and is_tally(figure)
    if not category:
        head = "people" if len(_subjects(figure.phrase)) > 1 else head_noun(figure.phrase)
        if len(head) <= 3 or head in OVER_A_SEASON or _is_whole_of_some(figure):
            return None
        return Counted(head, "people" if head in ONE_SUBJECT else "", MUCH_ALIKE, part, more, tally)
    slack = int(
        category == "deaths" and (not GUNMAN.isdisjoint((*figure.phrase, *figure.after)) or takes_own_life(figure))
    )
    if category in ONE_SUBJECT:
        subject = "people"  # whether they are called gunmen or men, residents or refugees
    return Counted(category, subject or "people", likeness, part, more, tally, slack=slack)


def _is_whole_of_some(figure: Figure) -> bool:
    """Whether it is the whole of which some were told: “six of the train's nine carriages”."""
    words = figure.before[: OF_SOME + 1]
    return any(first == "of" and (some in SPELT or some.isdigit()) for first, some in pairwise(words))


def _measured(phrase: Phrase | None, unit: str, factor: float = 1.0) -> Counted:
    """What is not counted but measured, or paid: of this, where a phrase tells it."""
    if phrase is None:
        return Counted(unit, "", MUCH_ALIKE, factor=factor)
    return Counted(f"{phrase.category} in {unit}", "", phrase.likeness, factor=factor)


def converted(what: Counted, figure: Figure, other: Counted) -> Counted:
    """What money in brackets counts behind a sum in another currency: the same, “85 million euros ($108 million)”."""
    category, parted, unit = other.category.rpartition(" in ")
    if not parted or unit != figure.unit or len(what.category) > LONGEST_SIGN:
        return what
    return replace(what, category=f"{category} in {what.category}", likeness=other.likeness)


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    """The categories that a noun alone can give."""
    return frozenset(nouns().values())


def _model(phrase: Sequence[str]) -> str:
    """The make that is counted, however it is written: “AK-47s”, “AK 47 rifles”."""
    if not phrase or (phrase[0].isalpha() and not (phrase[1:] and phrase[1][0].isdigit())):
        return ""
    match = MODEL.match(" ".join(phrase[:2]))
    return f"{match[1]}-{match[2]}" if match else ""


def _subject(phrase: Sequence[str]) -> str:
    """Who is counted: people, officers ...; people where two kinds of them are."""
    subjects = _subjects(phrase)
    return next(iter(subjects)) if len(subjects) == 1 else "people" if subjects else ""


def _subjects(phrase: Sequence[str]) -> set[str]:
    """The kinds of people in a phrase: two in “two adults and six children”."""
    table = people()
    if table.keys().isdisjoint(phrase):
        return set()
    return {table[word] for word in phrase if word in table and word != DEAD}


def _category(figure: Figure, subject: str) -> str:
    phrase, before = figure.phrase, figure.before
    if before[:2] in POPULATED:
        return "population"
    if phrase[1:2] == ("shot",) and phrase[0] in ALONE:
        return "shots"
    if state := _state(figure):
        return state
    if magnitude := magnitude_of(figure):
        return magnitude
    if phrase[:1] == ("times",) or phrase[-1:] == ("wounds",):
        hit = HITTING.intersection((*before[:4], *phrase)) or (before[:1] == ("shot",) and before[1:2] in PASSIVES)
        return "hits" if hit else "shots" if FIRING.intersection(before[:1]) else ""
    noun = _noun(phrase)
    if noun == "shots":
        return _of_shots(figure)
    if noun == "victims" and not MOURNING.isdisjoint(before):
        return "deaths"
    if noun in THINGS_DAMAGED and not DAMAGED.isdisjoint((*before[:2], *phrase, *figure.after[:4])):
        return f"{noun} damaged"
    if not LIVES.isdisjoint(phrase) and not TAKING.isdisjoint(before[:1]):
        return "deaths"
    if subject or ADDING.issuperset(phrase) or noun == "victims":
        return category_by_verb(figure, noun) or (GUNMEN if _open_fire(figure.after) else noun)
    if not noun and head_noun(phrase).endswith(DOERS):
        happened = category_by_verb(figure, noun)
        return happened if happened in TO_PERSONS else ""
    return noun


def _state(figure: Figure) -> str:
    """The category of a state that the phrase itself tells, as “12 wounded”; but “two gunmen shot four” tells none."""
    phrase = figure.phrase
    if states().keys().isdisjoint(phrase):
        return ""
    passive = phrase[:-1] if len(phrase) > 1 and is_object(figure.after[:1]) else phrase
    return states()[DEAD] if DEAD in passive else first_state(passive)


def _noun(phrase: Sequence[str]) -> str:
    """The category of the last noun of a phrase that has one, or nothing."""
    table = nouns()
    for word in reversed(phrase):
        if word in table:
            return table[word]
    return ""


def _of_shots(figure: Figure) -> str:
    """Whether shots are counted, or those that hit; nothing for “two bullet holes”."""
    phrase, before = figure.phrase, figure.before
    if head_noun(phrase) not in SHOTS:
        return ""
    if not FIRING.isdisjoint(before[:4]):
        return "shots"  # “fired a total of 11 rounds, striking him twice”
    return "shots" if HITTING.isdisjoint((*before[:2], *figure.after[:2], *phrase)) else "hits"


def _open_fire(words: Sequence[str]) -> bool:
    """Whether those counted open fire: “(two men) got out and started shooting”."""
    if OPENING.isdisjoint(words):
        return False
    for pair in pairwise(words):
        if pair in OPENING_FIRE:
            return True
        if pair[0] in CLAUSES or pair[0] in SPELT or pair[0][0].isdigit():
            return False
    return False
