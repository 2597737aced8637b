"""How many did something, where no figure need say so: “the officers fired” are two or more, “an officer fired” one."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from lint.find.interval import Interval
from lint.find.numbers import SPELT
from lint.pattern import late
from lint.report import Report
from lint.span import Span

NUMBERS = "two|three|four|five|six|seven|eight|nine|ten"
FORCE = "officer|deputy|trooper|agent|policeman"
FORCES = "officers|deputies|troopers|agents|policemen"
FIRED = late(
    rf"\b(?:(?P<one>(?:[Aa]n?|[Oo]ne|[Tt]he)(?: [a-z-]+){{0,3}} (?:{FORCE}))"
    rf"|(?:(?P<number>(?i:{NUMBERS})) (?:[a-z-]+ ){{0,2}})?(?:(?:[Tt]he|[Bb]oth|[Ss]everal) )?(?P<many>(?i:{FORCES})))"
    r" (?:then |also |both |who )?(?:fired|opened fire|returned fire|discharged)\b"
)
MEN = "men|people|suspects|gunmen|persons|individuals|males|teens|teenagers|boys|women"
VEHICLE = "car|vehicle|suv|SUV|truck|van|sedan|minivan|pickup|cab|taxi"
GOT_OUT = late(
    rf"\b(?:(?P<one>[Oo]ne of the (?:two |three )?(?:{MEN}))|(?P<number>(?i:{NUMBERS})) (?:[a-z-]+ ){{0,2}}(?:{MEN}))"
    r" (?:then )?(?:(?:got|stepped|jumped|climbed|hopped|came|leaped|piled|ran|emerged) (?:out of|from)|exited)"
    rf" (?:an?|the|his|their|that) (?:[\w-]+ ){{0,3}}(?:{VEHICLE})\b"
)
SHOOTERS = ("officers who fired", "officers")
OUT = ("people who got out", "people")


@dataclass(frozen=True, slots=True)
class Act:
    """That so many did something; `span` is where the words for them and for it stand."""

    span: Span
    key: tuple[str, str]
    value: Interval


def acts(report: Report) -> Iterator[Act]:
    """The acts of which a report tells how many did them."""
    text = report.text
    fired = "fire" in text and any(
        word in text for word in ("fficer", "eput", "rooper", "gent", "oliceman", "olicemen")
    )
    out = any(word in text for word in (" out of ", " exited ", " from the ", " from a "))
    for key, pattern, is_there in ((SHOOTERS, FIRED, fired), (OUT, GOT_OUT, out)):
        for match in pattern.finditer(text, report.body.start, report.body.end) if is_there else ():
            number = SPELT.get((match["number"] or "").lower(), 0)
            value = Interval(number, number) if number else Interval(1, 1) if match["one"] else Interval(2, inf)
            yield Act(Span(*match.span()), key, value)
