"""What a figure counts: deaths, injuries, arrests, shots ..., of whom, and whether of all or of a part.

The words are in tables/counted.csv and tables/counted_people.csv. A word has one or more roles: `noun` ("12 deaths"),
`state` ("12 people were killed", "12 killed") or `verb` ("killed 12", "killing 12").
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lint.find.figures import Figure

TABLES = Path(__file__).parent / "tables"

LINKS = frozenset(
    "was were is are be been being had has have who that also all both later reportedly allegedly fatally critically in"
    " seriously severely badly gravely slightly confirmed reported found left still now and either listed".split()
)
FILLERS = frozenset("the another some as many of a an total to".split())
PART_BEFORE = frozenset("including include includes included among".split())
PART_AFTER = frozenset("them whom those these which the his her their its".split())
ADDING = frozenset("other others more additional further".split())
TALLY = frozenset(
    "homicide homicides year’s year's annually nationwide citywide statewide weekend overall cumulative month year"
    " season decade separate unrelated incidents each per every average".split()
)
MOURNING = frozenset(
    "honor honored honoring honour honoured honouring mourn mourning mourned memory tribute buried bury funerals".split()
)
DEGREES = frozenset("minor serious severe critical threatening non-life non-life-threatening slight".split())
ANY, ALIKE, MUCH_ALIKE = range(3)
OF_AN_EVENT = frozenset(  # what an event has one number of
    "deaths injuries victims shot stabbed missing arrests suspects gunmen hostages attendance casualties"
    " kidnapped".split()
)
PASSIVE = frozenset({"attended"})  # "attended by 1,000 people" counts them; "killed by two men" does not


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts; `part` of a whole, `adds` to what was said before, or a `tally` over many events.

    What is in no table is counted by its own head noun. `likeness` says how alike two sentences must be for their
    figures to be of one thing: ANY for the dead of an event, ALIKE for its boats, MUCH_ALIKE where no table knows.
    """

    category: str
    subject: str
    likeness: int = ANY
    part: bool = False
    adds: bool = False
    tally: bool = False


def counted(figure: Figure) -> Counted | None:
    """What a figure counts, or None where its words do not tell."""
    if figure.unit:
        return Counted(figure.unit, "", MUCH_ALIKE)
    phrase, rest = figure.phrase, figure.after
    subject = next((_people()[word] for word in phrase if word in _people()), "")
    category = _category(figure, phrase, rest, subject)
    if not category:
        head = phrase[-1] if phrase and phrase[-1].isalpha() else ""
        return Counted(head.removesuffix("s"), "", MUCH_ALIKE) if len(head) > 3 else None
    part = (
        bool(DEGREES.intersection(phrase))
        or bool(PART_BEFORE.intersection(figure.before[:3]))
        or _is_part((*phrase, *rest))
    )
    adds = bool(ADDING.intersection(phrase[:2])) or figure.before[:1] == ("another",)
    tally = bool(TALLY.intersection(figure.before[:6]) or TALLY.intersection((*phrase, *rest)[:9]))
    return Counted(category, subject or "people", ANY if category in OF_AN_EVENT else ALIKE, part, adds, tally)


def _category(figure: Figure, phrase: Sequence[str], rest: Sequence[str], subject: str) -> str:
    table = _table()
    state = next((table[word, "state"] for word in phrase if (word, "state") in table), "")
    if state:
        return state
    if "magnitude" in figure.before[:3]:
        return "magnitude"
    noun = next((table[word, "noun"] for word in reversed(phrase) if (word, "noun") in table), "")
    if noun == "victims" and MOURNING.intersection(figure.before):
        return "deaths"
    if subject or not phrase or noun == "victims":
        state = _predicate(rest)
        if state:
            return state
        before = [word for word in figure.before[:5] if word not in FILLERS]
        if before[:1] == ["by"] and (before[1:2] or [""])[0] in PASSIVE:
            return table[before[1], "state"]
        if before and (before[0], "verb") in table:
            return table[before[0], "verb"]
        if "toll" in figure.before[:6] and not noun:
            return "deaths"
    return noun


def _predicate(rest: Sequence[str]) -> str:
    """The state that the verb after a phrase puts it in: "(two people) were shot and killed" is deaths."""
    table, found = _table(), ""
    for number, word in enumerate(rest[:6]):
        if (word, "state") in table:
            found = table[word, "state"]
            if rest[number + 1 : number + 2] != ["and"] and rest[number + 1 : number + 2] != ("and",):
                return found
        elif word not in LINKS:
            break
    return found


def _is_part(after: Sequence[str]) -> bool:
    """Whether it counts some of those just spoken of: "three of them", "two of the victims"."""
    return after[:1] == ("of",) and bool(PART_AFTER.intersection(after[1:2]))


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, str], str]:
    return {(row["word"], row["role"]): row["category"] for row in _rows("counted.csv")}


@lru_cache(maxsize=1)
def _people() -> dict[str, str]:
    return {row["word"]: row["subject"] for row in _rows("counted_people.csv")}


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
