"""Ages that stand apart from their name, as obituaries have them: “died on Thursday at 91”, “She was 91.”"""

from collections.abc import Iterator
from typing import NamedTuple

from lint.find.full_name import FULL_NAME
from lint.find.plain import numerals, plain
from lint.find.sentences import sentence_at
from lint.pattern import late
from lint.report import Report
from lint.span import Span

DIED = late(r"\b(?:died|dies|dead|passed away)\b")
DIED_AT = late(
    r"\b(?:(?:died|dies|passed away)(?: (?!stands?\b|stood\b|remain|put\b)[^\s.;:\d]+){0,8}|dead)"
    r" at (?P<years>\d{1,3})(?=[.,;]|\s*$)"
)
DEATH = frozenset("died dies dead passed".split())  # without one of these words nobody's age at death is told
PRONOUN = late(r"\b(?P<who>She|He) was (?:just |only )?(?P<years>\d{1,3})(?=[.,;]|\s*$)")
AT, WAS = " at ", frozenset({"was ", "ust ", "nly "})  # what stands before the years of these two
SEXES = {"She": "female", "He": "male"}
YEAR = late(r"\b[12]\d{3}\b")
NAME = late(FULL_NAME)
BACK = 2  # sentences before a pronoun in which a death is told


class AgeApart(NamedTuple):
    """How old somebody was at death: in years, with the noun that tells the sex, or nothing.

    The name is that of the dead, or nothing where more can be meant.
    """

    span: Span
    years: int
    name: str
    person: str


def ages_apart(report: Report) -> Iterator[AgeApart]:
    """The ages of the dead that stand apart from their name."""
    if DEATH.isdisjoint(report.find(plain)[0].words):
        return
    before = {report.text[max(0, start - len(AT)) : start] for start, _ in report.find(numerals)}
    for part in report.prose:
        if AT in before:
            yield from _at_death(report, part)
        if not WAS.isdisjoint(before):
            yield from _by_pronoun(report, part)


def _at_death(report: Report, part: Span) -> Iterator[AgeApart]:
    for told in DIED_AT.finditer(report.text, part.start, part.end):
        yield AgeApart(Span(*told.span("years")), int(told["years"]), _who_died(report, told.start()), "")


def _by_pronoun(report: Report, part: Span) -> Iterator[AgeApart]:
    for told in PRONOUN.finditer(report.text, part.start, part.end):
        sentence = sentence_at(report, told.start())
        death = _death_before(report, sentence) if sentence.start == told.start() else None
        if death is not None:
            name = _who_died(report, death)
            yield AgeApart(Span(*told.span("years")), int(told["years"]), name, SEXES[told["who"]])


def _death_before(report: Report, sentence: Span) -> int | None:
    """Where one of the last sentences tells of a death, and not of one in a year gone by."""
    for _ in range(BACK):
        sentence = sentence_at(report, max(0, len(report.text[: sentence.start].rstrip()) - 1))
        if not sentence or YEAR.search(report.text, sentence.start, sentence.end):
            return None
        death = DIED.search(report.text, sentence.start, sentence.end)
        if death:
            return death.start()
    return None


def _who_died(report: Report, death: int) -> str:
    """The name in front of a death: right before it, or the only one of its sentence."""
    sentence = sentence_at(report, death)
    found = [*NAME.finditer(report.text, sentence.start, death)]
    if not found:
        return ""
    is_next = report.text[found[-1].end() : death].strip(" ") in ("", "has", "had")
    return found[-1].group() if is_next or len({each.group() for each in found}) == 1 else ""
