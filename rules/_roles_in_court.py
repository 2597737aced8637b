"""Roles in court: what somebody is charged with, how they pleaded, and what the verdict was."""

from collections.abc import Iterator

from lint.find.names import Kind, names
from lint.find.sentences import sentence_at
from lint.find.spellings import folded
from lint.pattern import late
from lint.report import Report
from lint.span import Span

from ._looks import around, words_and_pairs
from ._role_table import Role, role_table

CHARGE, DEGREE, PLEA, VERDICT = "charge", "degree", "plea", "verdict"
OF_COURTS = frozenset((CHARGE, DEGREE, PLEA, VERDICT))
CHARGED = late(
    r"\b(?:charged (?:[A-Z]\w+ )?(?:with|in (?:his|her|their))|fac(?:es|ing) (?:a|(?:a )?charges? of)) "
    r"(?P<charge>(?!attempted)(?:(?P<degree>(?:first|second|third)-degree) )?(?:[a-z0-9-]+ ){0,3}?"
    r"(?P<kind>murder|manslaughter|(?:negligent|reckless) homicide))\b"
)
CHARGES = frozenset("charged charge charges".split())
KILLINGS = frozenset("murder manslaughter homicide".split())
NO_CHARGE = frozenset("attempted conspiracy commit accessory solicitation counts or".split())
PLEADED = late(
    r"\b(?:(?:pleaded|pled|pleads) (?P<plea>(?:not )?guilty)"
    r"|(?P<guilty>convicted|found (?:[\w.’'-]+ ){0,5}?(?<!not )guilty)"
    r"|(?P<free>acquitted|found (?:[\w.’'-]+ ){0,5}?not guilty))\b"
)
PLEAS = frozenset("guilty acquitted convicted".split())
VERDICTS = {"guilty": "guilty", "free": "not guilty"}
REACH = 80  # code points: more than a plea or a verdict has


def roles_in_court(report: Report) -> Iterator[Role]:
    """The charges, pleas and verdicts that a report tells of."""
    (looks,) = report.find(words_and_pairs)
    if not (CHARGES.isdisjoint(looks.words) or KILLINGS.isdisjoint(looks.words)):
        yield from _charges(report)
    if not PLEAS.isdisjoint(looks.words):
        yield from _pleas(report)


def _charges(report: Report) -> Iterator[Role]:
    """What those who are said to have killed are charged with."""
    for charge in around(CHARGED, ("charge",), report):
        if NO_CHARGE.isdisjoint(charge["charge"].split()):
            span, whose = Span(*charge.span()), _last_named(report, charge.start())
            yield Role(span, "", "the charge", *role_table()[charge["kind"]][0], whose)
            if charge["degree"]:
                yield Role(span, "", "the charge", DEGREE, charge["degree"], whose)


def _pleas(report: Report) -> Iterator[Role]:
    """How somebody with a name pleaded, and what a court found."""
    for told in around(PLEADED, PLEAS, report, REACH):
        if whose := _last_named(report, told.end()):
            span = Span(*told.span())
            if told["plea"]:
                yield Role(span, whose, "the plea", PLEA, told["plea"])
            else:
                yield Role(span, whose, "the verdict", VERDICT, VERDICTS[told.lastgroup or ""])


def _last_named(report: Report, position: int) -> str:
    """The surname of the person last named before a place in its sentence, or nothing."""
    sentence = sentence_at(report, position - 1)
    inside = (name for name in report.find(names) if sentence.start <= name.span.start < position)
    before = [name for name in inside if name.kind not in (Kind.BODY, Kind.PLACE)]
    return folded(before[-1].surname or before[-1].words) if before else ""
