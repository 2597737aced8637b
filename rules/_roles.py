"""Roles that exclude each other: a sergeant or a lieutenant, a wife or a girlfriend, a rifle or a pistol.

The words are in tables/roles.csv: of the roles of one `set`, a person or thing has one at a time.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from lint.compiled import compiled
from lint.find.names import Kind, Name, names
from lint.find.numbers import SPELT
from lint.find.sentences import sentence_at
from lint.find.spellings import folded
from lint.pattern import late
from lint.report import Report
from lint.span import Span

from ._looks import Key, around, reaching, words_and_pairs
from ._only_ones import only_ones
from ._role_table import Role, role_table, words_of
from ._roles_in_court import roles_in_court
from ._roles_of_things import roles_of_things
from ._roles_of_victims import roles_of_victims
from ._towns_of import seats, towns_of_person

OF_TITLES = ("rank", "naval rank", "court", "office", "law office", "church office")
APPOINTMENT = "appointment"
OF_KIN = ("spouse", "kin of an age", "elder", "child")

TITLE_REACH = 48  # code points before a name in which its title stands
NOT_NOW = late(
    r"(?:\b(?:former|then|late|retired|acting|deputy|assistant|vice|under|next|shadow|ex)[- ])\Z", re.IGNORECASE
)
WHOSE = (
    r"(?P<of>[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w-]+[’']s?|[Tt]he (?:boy|girl|child|baby|toddler|teen|victim|suspect)[’']s)"
)
KIN_BEFORE = late(rf"\b{WHOSE} (?:[\w-]+ )?(?P<kin>[\w-]+(?: [\w-]+)?),? \Z")
KIN_BEHIND = late(rf"(?:, \d{{1,3}})?, {WHOSE} (?P<kin>[\w-]+)(?=[,.;])")
KINDRED = "brother sister cousin son daughter nephew niece".split()
KIN_OF_AGE = late(
    r"\b(?P<of>[Hh]is|[Hh]er|[A-Z][\w-]+[’']s?) (?P<age>\d{1,2}|[a-z]+)[- ]year[- ]old (?:[a-z]+ )?"
    r"(?P<kin>(?:half-?|step-?)?(?:brother|sister|cousin)|(?:step|grand)?(?:son|daughter)|nephew|niece)\b"
)
KIN = frozenset(beside + kin for beside in ("", "half", "step", "grand") for kin in KINDRED)
NAMED_TO = late(
    r" (?P<passive>(?:was|is|has been|will be) (?:named|appointed|sworn in|elected) )?(?:as )?(?:the |its |their )?"
    r"(?:new )?(?P<two>(?P<one>[a-z]+)(?: [a-z]+)?)"
)
NAMING = late(r"\b(?:name[ds]?|naming|appoint(?:ed|s|ing)?|nominate[ds]?|elect(?:ed|s)?) \Z")
SELF = late(r"\b(?:accidentally |fatally |apparently )?shot (?:and killed )?(?:himself|herself)\b")
BY_ANOTHER = late(
    r"\b(?:accidentally |fatally |unintentionally )?shot (?:and killed |to death |in the \w+ )?"
    r"by (?:another|his|her|an? (?!self)\d|an? \w+-year|an? (?:friend|playmate|relative|cousin|brother|sister))\b"
)
SELVES: frozenset[Key] = frozenset({"himself", "herself"})  # one stands in what the first of these fits
BY: frozenset[Key] = frozenset(("by", word) for word in "another another's his her a an".split())  # and in the second
BEFORE_SHOT, BEHIND_SHOT = 20, 100  # code points around “shot” in which these stand
AGE_BEFORE = late(r"(\d{1,2}|[a-z]+)[- ]year[- ]old\b[^.;]{0,50}\Z")

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


def roles(report: Report) -> Iterator[Role]:
    """The roles that a report gives, kind by kind, but for those of which their sentence says that they changed."""
    for role in _each(report):
        sentence = sentence_at(report, role.span.start)
        if role.set == APPOINTMENT or not CHANGES.search(report.text, sentence.start, sentence.end):
            yield role


def _each(report: Report) -> Iterator[Role]:
    yield from _of_names(report)
    yield from _of_persons_of_an_age(report)
    yield from roles_in_court(report)
    yield from roles_of_things(report)
    yield from roles_of_victims(report)
    yield from only_ones(report)
    yield from seats(report)


def _of_names(report: Report) -> Iterator[Role]:
    """The titles, the kinship and the sex of those whose full name a report has."""
    text, found = report.text, report.find(names)
    full = {name.span.start: name for name in found if name.given and name.surname and _is_persons(text, name)}
    for name in found if full else ():
        person = full.get(name.introduced.start)
        if person is None or name.shouted:
            continue
        key, who = folded(f"{person.given.split()[0]} {person.surname}"), person.words
        before = text[max(0, name.span.start - TITLE_REACH) : name.span.start]
        title = _title(before) if name.title else None
        if title and not NOT_NOW.search(before, 0, title.start()):
            span = Span(name.span.start - len(before) + title.start(), name.span.end)
            for group, role in role_table()[_plain(title[1])]:
                if group in OF_TITLES:
                    yield Role(span, key, who, group, role)
        yield from _appointment(text, name, key, who)
        yield from _kin(name, key, who, before)
        yield from _kin_behind(text, name, key, who)
        yield from towns_of_person(report, name, key, who)
        yield from _sex(report, name, key, who)


def _appointment(text: str, name: Name, key: str, who: str) -> Iterator[Role]:
    """The office to which somebody was named: “Ida Tharp was named finance minister”, “appointed Ida Tharp mayor”."""
    behind = NAMED_TO.match(text, name.span.end)
    if behind is None:
        return
    if not behind["passive"] and not NAMING.search(text, max(0, name.span.start - TITLE_REACH), name.span.start):
        return
    for words in (behind["two"], behind["one"]):
        for group, role in role_table().get(words, ()):
            if group in OF_TITLES:
                yield Role(Span(name.span.start, behind.end()), key, who, APPOINTMENT, role)
                return


def _is_persons(text: str, name: Name) -> bool:
    """Whether a name is a person's, by itself or by the kinship right before it."""
    if name.kind is not Kind.UNKNOWN:
        return name.kind is Kind.PERSON
    return _ends_in_kin(text[max(0, name.span.start - TITLE_REACH) : name.span.start])


def _ends_in_kin(before: str) -> bool:
    """Whether the last word may be one for kin: seldom, and quick to see."""
    held = role_table().get(before.rstrip(", ").rpartition(" ")[2])
    return held is not None and any(group in OF_KIN for group, _ in held)


def _kin(name: Name, key: str, who: str, before: str) -> Iterator[Role]:
    if not _ends_in_kin(before):
        return
    kin = KIN_BEFORE.search(before)
    if kin is None:
        return
    for words in (kin["kin"], kin["kin"].rpartition(" ")[2]):
        if held := [(group, role) for group, role in role_table().get(words, ()) if group in OF_KIN]:
            span = Span(name.span.start - len(before) + kin.start("kin"), name.span.end)
            yield from (Role(span, key, who, group, role, kin["of"].lower()) for group, role in held)
            return


def _kin_behind(text: str, name: Name, key: str, who: str) -> Iterator[Role]:
    """The kinship that follows a name: “Ida Tharp, the boy's aunt,”."""
    kin = KIN_BEHIND.match(text, name.span.end) if text.startswith(",", name.span.end) else None
    if kin is None:
        return
    for group, role in role_table().get(kin["kin"], ()):
        if group in OF_KIN:
            yield Role(Span(name.span.start, kin.end()), key, who, group, role, kin["of"].lower())


def _sex(report: Report, name: Name, key: str, who: str) -> Iterator[Role]:
    """The sex by an honorific, or by the pronoun that opens the sentence after one on nobody else."""
    if not name.is_full:  # a family has one surname
        return
    honorific = SEXES.get(name.title.lower().rstrip("."))
    if honorific:
        yield Role(name.span, key, who, "sex", honorific)
    sentence = sentence_at(report, name.span.start)
    if report.text[sentence.start : name.span.start].strip() not in ("", name.title):
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
    text = report.text
    (looks,) = report.find(words_and_pairs)
    if ("year", "old") not in looks.pairs:
        return
    if not KIN.isdisjoint(looks.words):
        for kin in around(KIN_OF_AGE, ("year old",), report):
            for group, role in role_table().get(kin["kin"], ()):
                if group in OF_KIN and (age := _age(kin["age"])):
                    yield Role(Span(*kin.span()), age, age, group, role, kin["of"].lower())
    places = sorted(looks.places("shot")) if "shot" in looks.words else []
    for pattern, role, signs in ((SELF, "by himself", SELVES), (BY_ANOTHER, "by another", BY)) if places else ():
        if not looks.have(signs):
            continue
        for shot in reaching(pattern, places, text, report.body, BEFORE_SHOT, BEHIND_SHOT):
            sentence = sentence_at(report, shot.start())
            before = AGE_BEFORE.search(text, sentence.start, shot.start())
            if before and (age := _age(before[1])):
                yield Role(Span(before.start(), shot.end()), age, age, "shot", role)


def _age(words: str) -> str:
    value = int(words) if words.isdecimal() else int(SPELT.get(words, 0))
    return f"the {value}-year-old" if value else ""


def _plain(title: str) -> str:
    return " ".join(title.casefold().rstrip(".").split())


def _title(before: str) -> re.Match[str] | None:
    """The title at the end of some words."""
    words = before.rstrip()
    is_one = len(words) < len(before) and words.removesuffix(".").lower().endswith(_ends_of_titles())
    return _titles().search(before) if is_one else None


@lru_cache(maxsize=1)
def _ends_of_titles() -> tuple[str, ...]:
    """The last words of the titles."""
    return tuple({word.split()[-1].lower() for word in words_of(*OF_TITLES)})


@lru_cache(maxsize=1)
def _titles() -> re.Pattern[str]:
    """A title at the end of some words."""
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words_of(*OF_TITLES))
    return compiled(rf"(?<![\w.-])({words})\.?\s+\Z", re.IGNORECASE)
