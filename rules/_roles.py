"""Roles that exclude each other: a sergeant or a lieutenant, a wife or a girlfriend, a rifle or a pistol.

The words are in tables/roles.csv: of the roles of one `set`, a person or thing has one at a time.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lint.find.names import Kind, Name, names
from lint.find.numbers import SPELT
from lint.find.sentences import sentence_at
from lint.find.spellings import folded
from lint.pattern import late
from lint.report import Report
from lint.span import Span

TABLE = Path(__file__).parent / "tables" / "roles.csv"
OF_TITLES = ("rank", "naval rank", "court", "office", "law office", "church office")
OF_KIN = ("spouse", "kin of an age", "parent", "child")
FLAG = r"(?:INS|HMS|USS|HMCS|HMAS|PNS|BNS|MV|MT|M/V|SS)"

TITLE_REACH = 48  # code points before a name in which its title stands
NOT_NOW = late(
    r"(?:\b(?:former|then|late|retired|acting|deputy|assistant|vice|under|next|shadow|ex)[- ])\Z", re.IGNORECASE
)
KIN_BEFORE = late(r"\b(?P<of>[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w-]+[’']s?) (?:[\w-]+ )?(?P<kin>[\w-]+(?: [\w-]+)?),? \Z")
KIN_OF_AGE = late(
    r"\b(?P<of>[Hh]is|[Hh]er|[A-Z][\w-]+[’']s?) (?P<age>\d{1,2}|[a-z]+)[- ]year[- ]old (?:[a-z]+ )?"
    r"(?P<kin>(?:half-?|step-?)?(?:brother|sister|cousin)|(?:step|grand)?(?:son|daughter)|nephew|niece)\b"
)
SELF = late(r"\b(?:accidentally |fatally |apparently )?shot (?:and killed )?(?:himself|herself)\b")
BY_ANOTHER = late(
    r"\b(?:accidentally |fatally |unintentionally )?shot (?:and killed |to death |in the \w+ )?"
    r"by (?:another|his|her|an? (?!self)\d|an? \w+-year|an? (?:friend|playmate|relative|cousin|brother|sister))\b"
)
AGE_BEFORE = late(r"(\d{1,2}|[a-z]+)[- ]year[- ]old\b[^.;]{0,50}\Z")

ARTICLE = r"\b(?:an?|the|his|her|their|[A-Z][\w-]+[’']s?) "
WEAPON = late(rf"{ARTICLE}(?P<kind>(?:[\w.-]+ ){{0,3}}?(?P<weapon>[a-z]+gun|pistol|revolver|rifle|AR-15|AK-47))\b(?!-)")
WEAPONS = ("gun", "pistol", "revolver", "rifle", "AR-15", "AK-47")
NO_WEAPON = frozenset(
    "toy replica bb pellet air airsoft service fake paintball nail another second other spare".split()
)
USED = late(
    r"\b(?:shot|shoot|shooting|fir(?:ed|ing)|discharged|went off|playing|play|pointed|armed with|us(?:ed|ing)"
    r"|opened fire|handling|cleaning|killed)\b"
)
NOT_USED = late(r"\b(?:possess\w*|charge[ds]?|counts?|licen[cs]e|permit|law|ban|store|officers?|deput(?:y|ies)|agents?"
    r"|if|would|other weapons|guns were|police shot|sold|bought|last (?:month|year))\b")  # fmt: skip
CHARGED = late(
    r"\b(?:charged (?:[A-Z]\w+ )?(?:with|in (?:his|her|their))|fac(?:es|ing) (?:a )?charges? of) "
    r"(?P<charge>(?!attempted)(?:[a-z0-9-]+ ){0,3}?(?P<kind>murder|manslaughter|(?:negligent|reckless) homicide))\b"
)
NO_CHARGE = frozenset("attempted conspiracy commit accessory solicitation counts or".split())
VEHICLES = ("sedan", "SUV", "pickup", " van", "minivan", "motorcycle", "motorbike", "bicycle", " car", "vehicle")
COLOUR_REACH = 48  # code points before a make in which its colour stands
FLED = late(
    r"\b(?:fled|sped|drove|drive|escaped|getaway|took off|ran|jumped|got|away|driving|suspect(?:s|[’']s)?)\b"
    r"[^.;]{0,40}?\b(?:in|into|was|driving|as) an? (?P<what>(?:[\w-]+,? ){0,5}?(?P<vehicle>sedan|SUV"
    r"|sport utility vehicle|pickup(?: truck)?|minivan|van|motorcycle|motorbike|bicycle|car|vehicle))\b"
)
COLOUR_BEFORE = late(
    r"\b(?P<colour>[a-z]+)(?:-colou?red)?,? (?:(?:19|20)\d\d |(?:two|four|2|4)-door |late-model |older |newer )*\Z"
)
MODEL = late(r"[ -][A-Z][\w-]*(?=[\s,.;])|(?=[\s,.;])")
MALE, FEMALE = "a man", "a woman"
SEXES = {"He": MALE, "She": FEMALE, "mr": MALE, "mrs": FEMALE, "ms": FEMALE, "miss": FEMALE}
PRONOUN = late(r"(?:He|She)(?= )")
CHANGES = late(
    r"\b(?:promot(?:ed|ion)|appointed|initially|originally|at first|earlier|previous(?:ly)?|upgraded|downgraded|reduced"
    r"|amended|correct(?:ed|ion)|updated?|now|later (?:identified|charged|promoted)|married|divorced)\b",
    re.IGNORECASE,
)
OTHERS = late(
    r"\b(?:m[ae]n|wom[ae]n|boys?|girls?|wife|husband|mother|father|parents?|sons?|daughters?|brothers?|sisters?|girlfriend"
    r"|boyfriend|officers?|victims?|suspects?|witness(?:es)?|person|driver|neighbou?rs?|friends?|someone|h(?:e|is|im)|she"
    r"|hers?)\b"
)


@dataclass(frozen=True, slots=True)
class Role:
    """That somebody or something has a role of a set; `of` is whose, in the words of the report, or nothing.

    `key` tells the one who has it from others, `who` is what a message calls them.
    """

    span: Span
    key: str
    who: str
    set: str
    role: str
    of: str = ""


def roles(report: Report) -> Iterator[Role]:
    """The roles that a report gives, kind by kind, but for those of which their sentence says that they changed."""
    for role in _each(report):
        sentence = sentence_at(report, role.span.start)
        if not CHANGES.search(report.text, sentence.start, sentence.end):
            yield role


def _each(report: Report) -> Iterator[Role]:
    yield from _of_names(report)
    yield from _of_persons_of_an_age(report)
    yield from _of_weapons(report)
    yield from _of_charges(report)
    yield from _of_vehicles(report)
    yield from _of_ships(report)


def _of_names(report: Report) -> Iterator[Role]:
    """The titles, the kinship and the sex of those whose full name a report has."""
    text, found = report.text, report.find(names)
    full = {name.span: name for name in found if name.is_person and name.is_full}
    for name in found:
        person = full.get(name.introduced)
        if person is None or name.shouted:
            continue
        key, who = folded(f"{person.given.split()[0]} {person.surname}"), person.words
        before = text[max(0, name.span.start - TITLE_REACH) : name.span.start]
        if name.title and (title := _titles().search(before)) and not NOT_NOW.search(before, 0, title.start()):
            span = Span(name.span.start - len(before) + title.start(), name.span.end)
            for group, role in _table()[_plain(title[1])]:
                if group in OF_TITLES:
                    yield Role(span, key, who, group, role)
        yield from _kin(name, key, who, before)
        yield from _sex(report, name, key, who)


def _kin(name: Name, key: str, who: str, before: str) -> Iterator[Role]:
    last = before.rstrip(", ").rpartition(" ")[2]
    if not any(group in OF_KIN for group, _ in _table().get(last, ())):  # seldom is there kin, so that this is quick
        return
    kin = KIN_BEFORE.search(before)
    if kin is None:
        return
    for words in (kin["kin"], kin["kin"].rpartition(" ")[2]):
        if held := [(group, role) for group, role in _table().get(words, ()) if group in OF_KIN]:
            span = Span(name.span.start - len(before) + kin.start("kin"), name.span.end)
            yield from (Role(span, key, who, group, role, kin["of"].lower()) for group, role in held)
            return


def _sex(report: Report, name: Name, key: str, who: str) -> Iterator[Role]:
    """The sex by an honorific, or by the pronoun that opens the sentence after one on nobody else."""
    if not name.is_full:  # a family has one surname
        return
    honorific = SEXES.get(name.title.lower().rstrip("."))
    if honorific:
        yield Role(name.span, key, who, "sex", honorific)
    sentence = sentence_at(report, name.span.start)
    if name.span.start != sentence.start:
        return
    end = sentence.end + 1
    pronoun = PRONOUN.match(report.text, end)
    if pronoun is None or OTHERS.search(report.text, name.span.end, sentence.end):
        return
    beside = (other for other in report.find(names) if sentence.start < other.span.start < sentence.end)
    if all(other.kind in (Kind.BODY, Kind.PLACE) or other.introduced == name.introduced for other in beside):
        yield Role(Span(*pronoun.span()), key, who, "sex", SEXES[pronoun.group()])


def _of_persons_of_an_age(report: Report) -> Iterator[Role]:
    """What unnamed persons are to others, and who shot them; an age is their name."""
    text, body = report.text, report.body
    if "year-old" not in text and "year old" not in text:
        return
    for kin in KIN_OF_AGE.finditer(text, body.start, body.end):
        for group, role in _table().get(kin["kin"], ()):
            if group in OF_KIN and (age := _age(kin["age"])):
                yield Role(Span(*kin.span()), age, age, group, role, kin["of"].lower())
    for pattern, role in ((SELF, "by himself"), (BY_ANOTHER, "by another")) if "shot" in text else ():
        for shot in pattern.finditer(text, body.start, body.end):
            sentence = sentence_at(report, shot.start())
            before = AGE_BEFORE.search(text, sentence.start, shot.start())
            if before and (age := _age(before[1])):
                yield Role(Span(before.start(), shot.end()), age, age, "shot", role)


def _of_weapons(report: Report) -> Iterator[Role]:
    """The weapon of the act."""
    text, body = report.text, report.body
    if not any(word in text for word in WEAPONS):
        return
    for weapon in WEAPON.finditer(text, body.start, body.end):
        held = _table().get(weapon["weapon"].lower())
        if not held or NO_WEAPON.intersection(weapon["kind"].lower().split()):
            continue
        sentence = sentence_at(report, weapon.start())
        limits = sentence.start, sentence.end
        if USED.search(text, *limits) and not NOT_USED.search(text, *limits):
            yield Role(Span(*weapon.span()), "", "the weapon", *held[0])


def _of_charges(report: Report) -> Iterator[Role]:
    """What those who are said to have killed are charged with."""
    text, body = report.text, report.body
    if "charge" not in text:
        return
    for charge in CHARGED.finditer(text, body.start, body.end):
        if NO_CHARGE.isdisjoint(charge["charge"].split()):
            yield Role(Span(*charge.span()), "", "the charge", *_table()[charge["kind"]][0], _charged(report, charge))


def _charged(report: Report, charge: re.Match[str]) -> str:
    """The surname of the person last named before a charge in its sentence, or nothing."""
    sentence = sentence_at(report, charge.start())
    inside = (name for name in report.find(names) if sentence.start <= name.span.start < charge.start())
    before = [name for name in inside if name.kind not in (Kind.BODY, Kind.PLACE)]
    return folded(before[-1].surname or before[-1].words) if before else ""


def _of_vehicles(report: Report) -> Iterator[Role]:
    """The colour of a car of a known make, and what somebody fled in."""
    text, body = report.text, report.body
    for make in _makes().finditer(text, body.start, body.end) if any(map(text.__contains__, _words("make"))) else ():
        colour = COLOUR_BEFORE.search(text, max(body.start, make.start() - COLOUR_REACH), make.start())
        model = MODEL.match(text, make.end(), body.end)
        if colour is None or model is None or text.endswith((" or ", "/"), 0, colour.start()):
            continue
        held = _table().get(colour["colour"])
        if held and held[0][0] == "colour":
            span = Span(colour.start(), model.end())
            yield Role(span, make.group(), f"the {make.group()}", *held[0])
    if not any(word in text for word in VEHICLES):
        return
    for fled in FLED.finditer(text, body.start, body.end):
        words = fled["what"].replace(",", "").lower().split()
        if "or" in words or "and" in words:
            continue
        for word in dict.fromkeys((*words, fled["vehicle"].lower())):
            for group, role in _table().get(word, ()):
                if group in ("vehicle", "colour"):
                    yield Role(Span(fled.start("what"), fled.end()), "", "the vehicle", group, role)


def _of_ships(report: Report) -> Iterator[Role]:
    """The kinds of ships that have a name."""
    text, body = report.text, report.body
    if not any(word[1:] in text for word in _words("ship")):
        return
    for ship in _ships().finditer(text, body.start, body.end):
        for group, role in _table()[" ".join(ship["kind"].lower().split())]:
            if group == "ship":
                yield Role(Span(*ship.span()), folded(ship["name"]), f"the {ship['name']}", group, role)


def _age(words: str) -> str:
    value = int(words) if words.isdecimal() else int(SPELT.get(words, 0))
    return f"the {value}-year-old" if value else ""


def _plain(title: str) -> str:
    return " ".join(title.casefold().rstrip(".").split())


@lru_cache(maxsize=1)
def _table() -> dict[str, list[tuple[str, str]]]:
    """The sets and roles of each word."""
    table: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in _rows():
        for word in row["words"].split(";") if row["role"] else ():
            table[word].append((row["set"], row["role"]))
    return dict(table)


@lru_cache(maxsize=1)
def _makes() -> re.Pattern[str]:
    """The makes of cars."""
    return re.compile(rf"\b(?:{'|'.join(_words('make'))})\b")


@lru_cache(maxsize=1)
def _titles() -> re.Pattern[str]:
    """A title at the end of some words."""
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in _words(*OF_TITLES))
    return re.compile(rf"(?<![\w.-])({words})\.?\s+\Z", re.IGNORECASE)


@lru_cache(maxsize=1)
def _ships() -> re.Pattern[str]:
    """A kind of ship right before its name, in small letters or at the head of a sentence."""
    kinds = "|".join(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in _words("ship"))
    return re.compile(rf"\b(?P<kind>{kinds}) (?:{FLAG} )?[“\"]?(?P<name>[A-Z]\w{{2,}}(?: [A-Z]\w+)?)")


@lru_cache(maxsize=4)
def _words(*groups: str) -> tuple[str, ...]:
    """The words of these sets, the longest first."""
    words = {word for row in _rows() if row["set"] in groups for word in row["words"].split(";")}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _rows() -> Iterator[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
