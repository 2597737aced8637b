"""The roles of things: the weapon of an act, the car that fled, the kind and the flag of a ship, an aircraft."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from lint.compiled import compiled
from lint.find.sentences import sentence_at
from lint.find.spellings import folded
from lint.pattern import late
from lint.report import Report
from lint.span import Span

from ._looks import Looks, around, beside, reaching, words_and_pairs
from ._role_table import Role, role_table, words_of

FLAG = r"(?:INS|HMS|USS|HMCS|HMAS|PNS|BNS|MV|MT|M/V|SS)"
ARTICLE = r"\b(?:an?|the|his|her|their|[A-Z][\w-]+[’']s?) "
WEAPON = late(rf"{ARTICLE}(?P<kind>(?:[\w.-]+ ){{0,3}}?(?P<weapon>[a-z]+gun|pistol|revolver|rifle|AR-15|AK-47))\b(?!-)")
WEAPONS = frozenset("pistol revolver rifle".split())
MODELS = ("ar 15", "ak 47")
WEAPONS_BUT_GUNS = WEAPONS | {"ar", "ak"}
NO_WEAPON = frozenset(
    "toy replica bb pellet air airsoft service fake paintball nail another second other spare".split()
)
USED = late(
    r"\b(?:shot|shoot|shooting|fir(?:ed|ing)|discharged|went off|playing|play|pointed|armed with|us(?:ed|ing)"
    r"|opened fire|handling|cleaning|killed"
    r"|(?:boy|girl|child|toddler|brother|sister) (?:had )?(?:found|picked up|grabbed))\b"
)
NOT_USED = late(r"\b(?:possess\w*|charge[ds]?|counts?|licen[cs]e|permit|law|ban|store|officers?|deput(?:y|ies)|agents?"
    r"|if|would|other weapons|guns were|police shot|sold|bought|last (?:month|year))\b")  # fmt: skip
CALIBRES = frozenset("22 25 32 357 38 380 40 44 45".split())
CALIBRE = late(
    rf"\b[Aa](?: [a-z]+)? ?\. ?(?P<size>{'|'.join(sorted(CALIBRES))})"
    r"(?:[- ]cal(?:iber|ibre)?\b|(?= (?:[a-z]*gun|pistol|revolver|Magnum)\b))"
)
NOT_OF_THE_ACT = late(r"\b(?:possess\w*|charge[ds]?|licen[cs]e|permit|service|sold|bought|other weapons|guns were)\b")
VEHICLES = frozenset("sedan suv pickup van minivan motorcycle motorbike bicycle car vehicle".split())
CRASHING = frozenset("crash crashed crashes wreckage".split())
FLAGS = frozenset(("flag", "flagged"))
LONGEST_MAKE = 40  # code points
REACH = 140  # code points: more than what is looked for has
COLOUR_REACH = 48  # code points before a make in which its colour stands
FLED = late(
    r"\b(?:fled|sped|drove|drive|escaped|getaway|took off|ran|jumped|got|away|driving|suspect(?:s|[’']s)?)\b"
    r"[^.;]{0,40}?\b(?:in|into|was|driving|as) an? (?P<what>(?:[\w-]+,? ){0,5}?(?P<vehicle>sedan|SUV"
    r"|sport utility vehicle|pickup(?: truck)?|minivan|van|motorcycle|motorbike|bicycle|car|vehicle))\b"
)
FLEEING_IN = late(
    r"\b(?:fled|sped|drove|drives?|escaped|took off|got away|away)\b[^.;,]{0,30}? in an? (?:[\w-]+,? ){0,4}\Z"
)
CALLED = r"[A-Z]\w{2,}(?: [A-Z]\w+)?"
FLYING = late(
    rf"\b(?:(?P<nation>[A-Z][a-z]+)(?: - |[- ])flagged (?:[a-z]+ ){{0,4}}(?:{FLAG} )?[“\"]?(?P<ship>{CALLED})"
    rf"|{FLAG} [“\"]?(?P<other>{CALLED})[”\"]?,? [^.;]{{0,40}}?\b(?:under|flies|flying|flew)"
    r" (?:an?|the) (?P<under>[A-Z][a-z]+) flag\b)"
)
STRUCK = late(
    r"\b(?:hit|struck|run over|killed|mowed down) by an? (?:[a-z]+ )?(?P<vehicle>pickup|van|SUV|sedan|motorcycle|bus)\b"
)
COLOUR_BEFORE = late(
    r"\b(?P<colour>[a-z]+)(?:-colou?red)?,? (?:(?:19|20)\d\d |(?:two|four|2|4)-door |late-model |older |newer )*\Z"
)
MODEL = late(r"[ -][A-Z][\w-]*(?=[\s,.;])|(?=[\s,.;])")


def roles_of_things(report: Report) -> Iterator[Role]:
    """The roles that a report gives to weapons, vehicles, aircraft and ships."""
    yield from _of_weapons(report)
    yield from _of_calibres(report)
    yield from _of_vehicles(report)
    yield from _of_aircraft(report)
    yield from _of_ships(report)
    yield from _of_flags(report)


def _of_weapons(report: Report) -> Iterator[Role]:
    """The weapon of the act."""
    text = report.text
    (looks,) = report.find(words_and_pairs)
    guns = [word for word in looks.words if word.endswith("gun") and word != "gun"] if "gun" in looks.text else []
    if not guns and WEAPONS_BUT_GUNS.isdisjoint(looks.words):
        return
    for weapon in beside(WEAPON, _places(looks, WEAPONS.union(guns), MODELS), text, report.body, REACH):
        held = role_table().get(weapon["weapon"].lower())
        if not held or NO_WEAPON.intersection(weapon["kind"].lower().split()):
            continue
        sentence = sentence_at(report, weapon.start())
        limits = sentence.start, sentence.end
        if USED.search(text, *limits) and not NOT_USED.search(text, *limits):
            yield Role(Span(*weapon.span()), "", "the weapon", *held[0])


def _of_calibres(report: Report) -> Iterator[Role]:
    """The calibre of the weapon of the act."""
    (looks,) = report.find(words_and_pairs)
    if CALIBRES.isdisjoint(looks.words):
        return
    text = report.text
    places = [place for place in _places(looks, CALIBRES) if "." in text[max(0, place - 2) : place]]
    for calibre in beside(CALIBRE, places, text, report.body, REACH):
        sentence = sentence_at(report, calibre.start())
        limits = sentence.start, sentence.end
        if USED.search(report.text, *limits) and not NOT_OF_THE_ACT.search(report.text, *limits):
            yield Role(Span(*calibre.span()), "", "the weapon", "calibre", calibre["size"])


def _of_vehicles(report: Report) -> Iterator[Role]:
    """The colour of a car of a known make, and what somebody fled in."""
    text, body = report.text, report.body
    (looks,) = report.find(words_and_pairs)
    for make in reaching(_makes(), _places(looks, _first_words_of_makes()), text, body, 0, LONGEST_MAKE):
        colour = COLOUR_BEFORE.search(text, max(body.start, make.start() - COLOUR_REACH), make.start())
        model = MODEL.match(text, make.end(), body.end)
        if colour is None or model is None or text.endswith((" or ", "/"), 0, colour.start()):
            continue
        held = role_table().get(colour["colour"])
        if held and held[0][0] == "colour":
            span = Span(colour.start(), model.end())
            yield Role(span, make.group(), f"the {make.group()}", *held[0])
            if FLEEING_IN.search(text, max(body.start, colour.start() - REACH), colour.start()):
                yield Role(span, "", "the vehicle", "make", make.group())
                yield Role(span, "", "the vehicle", *held[0])
    for struck in beside(STRUCK, _places(looks, VEHICLES), text, body, REACH):
        for group, role in role_table().get(struck["vehicle"].lower(), ()):
            if group == "vehicle":
                yield Role(Span(*struck.span()), "what hit", "what hit somebody", group, role)
    for fled in beside(FLED, _places(looks, VEHICLES), text, body, REACH):
        words = fled["what"].replace(",", "").lower().split()
        if "or" in words or "and" in words:
            continue
        for word in dict.fromkeys((*words, fled["vehicle"].lower())):
            for group, role in role_table().get(word, ()):
                if group in ("vehicle", "colour"):
                    yield Role(Span(fled.start("what"), fled.end()), "", "the vehicle", group, role)


def _of_aircraft(report: Report) -> Iterator[Role]:
    """Who made the aircraft, where a report names one maker."""
    (looks,) = report.find(words_and_pairs)
    makers = [maker for maker in words_of("aircraft") if maker.lower() in looks.words]
    if len(makers) == 1 and not CRASHING.isdisjoint(looks.words):
        found = report.text.find(makers[0], report.body.start)
        if found >= 0:
            yield Role(Span(found, found + len(makers[0])), "", "the aircraft", "aircraft", makers[0])


def _places(looks: Looks, words: frozenset[str], models: Collection[str] = ()) -> list[int]:
    """Where any of some words, or of models of several words, stands by itself."""
    told = words & looks.words
    return sorted([place for word in (*told, *models) for place in looks.places(word)]) if told or models else []


def _of_ships(report: Report) -> Iterator[Role]:
    """The kinds of ships that have a name."""
    text, body = report.text, report.body
    (looks,) = report.find(words_and_pairs)
    if _last_words_of_ships().isdisjoint(looks.words):
        return
    for ship in _ships().finditer(text, body.start, body.end):
        for group, role in role_table()[" ".join(ship["kind"].lower().split())]:
            if group == "ship":
                yield Role(Span(*ship.span()), folded(ship["name"]), f"the {ship['name']}", group, role)


def _of_flags(report: Report) -> Iterator[Role]:
    """The nations under whose flags ships sail."""
    (looks,) = report.find(words_and_pairs)
    if FLAGS.isdisjoint(looks.words):
        return
    for flying in around(FLYING, ("flag",), report):
        ship, nation = flying["ship"] or flying["other"], flying["nation"] or flying["under"]
        yield Role(Span(*flying.span()), folded(ship), f"the {ship}", "flag", nation)


@lru_cache(maxsize=1)
def _makes() -> re.Pattern[str]:
    """The makes of cars."""
    return compiled(rf"\b(?:{'|'.join(words_of('make'))})\b")


@lru_cache(maxsize=1)
def _first_words_of_makes() -> frozenset[str]:
    """The first words of the makes: “alfa” of “Alfa Romeo”, “mercedes” of “Mercedes-Benz”."""
    return frozenset(make.lower().replace("-", " ").split()[0] for make in words_of("make"))


@lru_cache(maxsize=1)
def _last_words_of_ships() -> frozenset[str]:
    """The last words of the kinds of ships: “boat” of “patrol boat”."""
    return frozenset(word.split()[-1] for word in words_of("ship"))


@lru_cache(maxsize=1)
def _ships() -> re.Pattern[str]:
    """A kind of ship right before its name, in small letters or at the head of a sentence."""
    kinds = "|".join(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in words_of("ship"))
    return compiled(rf"\b(?P<kind>{kinds}) (?:{FLAG} )?[“\"]?(?P<name>{CALLED})")
