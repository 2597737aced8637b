"""How many did something, where no figure need say so: “the officers fired” are two or more, “an officer fired” one."""

import re
from collections.abc import Iterator
from itertools import product
from math import inf

from lint.compiled import compiled
from lint.find.interval import Interval
from lint.find.numbers import SPELT
from lint.pattern import late
from lint.report import Report
from lint.span import Span

from ._looks import Key, words_and_pairs
from ._reckoning import Reckoning

NUMBERS = "two|three|four|five|six|seven|eight|nine|ten"
FORCE = "officer|deputy|trooper|agent|policeman"
FORCES = "officers|deputies|troopers|agents|policemen"
FIRED = compiled(r" (?:fired|opened fire|returned fire|discharged)\b")
WHO_FIRED = late(
    rf"\b(?:(?P<one>(?:[Aa]n?|[Oo]ne|[Tt]he)(?: [a-z-]+){{0,3}} (?:{FORCE}))"
    rf"|(?:(?P<number>(?i:{NUMBERS})) (?:[a-z-]+ ){{0,2}})?(?P<many>(?i:{FORCES})))(?: then| also| both| who)?$"
)
SHOT: frozenset[Key] = frozenset({"fired", "discharged", ("opened", "fire"), ("returned", "fire")})
MEN = "men|people|suspects|gunmen|persons|individuals|males|teens|teenagers|boys|women"
LEAVING = "got stepped jumped climbed hopped came leaped piled ran emerged"
OUT = compiled(rf" (?:(?:{LEAVING.replace(' ', '|')}) (?:out of|from)|exited)\b")
LEFT: frozenset[Key] = frozenset({"exited", *product(LEAVING.split(), ("out", "from"))})
WHO_GOT_OUT = late(
    rf"\b(?:(?P<one>[Oo]ne of the (?:two |three )?(?:{MEN}))"
    rf"|(?P<number>(?i:{NUMBERS})) (?:[a-z-]+ ){{0,2}}(?:{MEN}))(?: then)?$"
)
OF_A_VEHICLE = late(
    r" (?:an?|the|his|their|that) (?:[\w-]+ ){0,3}(?:car|vehicle|suv|SUV|truck|van|sedan|minivan|pickup|cab|taxi)\b"
)
REACH = 50  # code points before a verb in which those stand who did it
SHOOTERS = ("officers who fired", "officers")
LEAVERS = ("people who got out", "people")


def acts(report: Report) -> Iterator[Reckoning]:
    """The acts of which a report tells how many did them."""
    text, body = report.text, report.body
    (looks,) = report.find(words_and_pairs)
    if looks.have(SHOT):
        for verb in FIRED.finditer(text, body.start, body.end):
            if who := WHO_FIRED.search(text, max(body.start, verb.start() - REACH), verb.start()):
                yield Reckoning(Span(who.start(), verb.end()), SHOOTERS, _number(who))
    if looks.have(LEFT):
        for verb in OUT.finditer(text, body.start, body.end):
            vehicle = OF_A_VEHICLE.match(text, verb.end(), body.end)
            start = max(body.start, verb.start() - REACH)
            if vehicle and (who := WHO_GOT_OUT.search(text, start, verb.start())):
                yield Reckoning(Span(who.start(), vehicle.end()), LEAVERS, _number(who))


def _number(who: re.Match[str]) -> Interval:
    number = SPELT.get((who["number"] or "").lower(), 0)
    if number:
        return Interval(number, number)
    return Interval(1, 1) if who["one"] else Interval(2, inf)
