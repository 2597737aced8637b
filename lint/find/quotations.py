"""Quotations and voices: who says what a report prints."""

import enum
from bisect import bisect_right
from collections.abc import Iterator

from lint.compiled import compiled
from lint.find.sentences import sentence_at
from lint.find.speakers import PRONOUNS, sayings_in, speaker
from lint.report import Report
from lint.span import Span
from lint.value import value

OPENING = compiled(r"[“«\"](?:(?<=[“«])|(?<![\w”].)(?=\S))")  # re looks fastest for what begins with a class
CLOSING = {"“": compiled(r"”|“(?=\s|$)"), '"': compiled(r"\"(?![\w])"), "«": compiled(r"»")}
LEADING_IN = compiled(r"[^“”\"\n]{0,60}$")  # from the verb to the quotation: “stated in a letter, ”
SENTENCE_END = compiled(r"[.!?]\s")
ACCORDING = compiled(
    r"\b[aA]ccording to (?P<who>[^,;:()“”\"\n]{3,60}?)(?=[,;:()“”\"\n]|\.?\s*$| (?:and|who|which|that) )"
)
ACCORDING_TO = "ccording to "
LONG_ENOUGH = 30  # code points: fewer words in quotation marks are often the name of something
BEFORE, AFTER = 160, 100  # code points before and after a quotation in which its speaker is named
BACK = 1500  # code points in which a pronoun's name is looked for


@enum.unique
class Kind(enum.StrEnum):
    """In whose voice words stand."""

    REPORT = "report"  # the report itself answers for them
    SOURCE = "source"  # somebody says so, in the report's words
    QUOTATION = "quotation"  # somebody's own words


@value(frozen=True, slots=True)
class Voice:
    """Who says something; `who` is empty where the report itself does, or does not say who."""

    kind: Kind
    who: str = ""

    def __str__(self) -> str:
        """The voice as a message names it."""
        if self.kind is Kind.REPORT:
            return "the report itself"
        if self.kind is Kind.QUOTATION:
            return f"a quotation of {self.who}" if self.who else "a quotation"
        return self.who or "a source"


@value(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, the marks included, and who is said to have spoken them (or nothing)."""

    span: Span
    speaker: str


def quotations(report: Report) -> Iterator[Quotation]:
    """The quotations of a report, one a paragraph: one over several paragraphs opens each of them."""
    last = max(report.text.rfind(mark) for mark in CLOSING)
    running: list[Span] = []  # the paragraphs of a quotation that has not ended
    speaker = ""
    for paragraph in report.paragraphs:
        if paragraph.start > last:
            break  # as from the beginning, where nobody is quoted
        for span, closed in _marked(report.text, paragraph):
            if running and span.start != paragraph.start:  # the last paragraph was left without its mark
                yield from (Quotation(each, speaker) for each in running)
                running, speaker = [], ""
            running.append(span)
            speaker = _speaker(report, paragraph, span) or speaker
            if closed:
                yield from (Quotation(each, speaker) for each in running)
                running, speaker = [], ""
    yield from (Quotation(each, speaker) for each in running)


def voice_at(report: Report, position: int) -> Voice:
    """In whose voice the words at a position stand."""
    found = report.find(quotations)
    number = bisect_right(report.find(_starts), position) - 1
    if number >= 0 and position in found[number].span and len(found[number].span) >= LONG_ENOUGH:
        return Voice(Kind.QUOTATION, found[number].speaker)
    text, sentence = report.text, sentence_at(report, position)
    at = text.find(ACCORDING_TO, sentence.start, sentence.end)
    if at >= 0 and (source := ACCORDING.search(text, max(at - 1, sentence.start), sentence.end)):
        return Voice(Kind.SOURCE, " ".join(source["who"].split()).removesuffix("."))
    for verb in sayings_in(report, sentence.start - 1, sentence.end):
        if who := speaker(text, sentence.start, verb, sentence.end):
            return Voice(Kind.SOURCE, _resolved(report, who, verb.start()))
    return Voice(Kind.REPORT)


def _starts(report: Report) -> Iterator[int]:
    return (quotation.span.start for quotation in report.find(quotations))


def _marked(text: str, paragraph: Span) -> Iterator[tuple[Span, bool]]:
    """The words in quotation marks of a paragraph, and whether their closing mark is there."""
    position = paragraph.start
    while opening := OPENING.search(text, position, paragraph.end):
        closing = CLOSING[opening.group()].search(text, opening.end(), paragraph.end)
        position = closing.end() if closing else paragraph.end
        yield Span(opening.start(), position), closing is not None


def _speaker(report: Report, paragraph: Span, quotation: Span) -> str:
    """Who spoke, as the words just before or just after the quotation say, as printed there."""
    text, start = report.text, max(paragraph.start, quotation.start - BEFORE)
    before = ""
    for verb in sayings_in(report, start, quotation.start):
        leads_in = LEADING_IN.match(text, verb.end(), quotation.start)
        if leads_in and (who := speaker(text, start, verb, quotation.start)):
            before = _resolved(report, who, verb.start())
            if not SENTENCE_END.search(leads_in.group()) or not _goes_on(text, quotation):
                return before
            break
    return _speaker_after(report, paragraph, quotation) or before


def _goes_on(text: str, quotation: Span) -> bool:
    """Whether the sentence of a quotation goes on after it, where it may say who spoke."""
    return "," in text[quotation.end - 2 : quotation.end + 1] or text[quotation.end - 2] in "?!"


def _speaker_after(report: Report, paragraph: Span, quotation: Span) -> str:
    """Who spoke, as the words just after the quotation say."""
    text, end = report.text, min(paragraph.end, quotation.end + AFTER)
    verb = next(iter(sayings_in(report, quotation.end - 1, end)), None)
    if verb is None or OPENING.search(text, quotation.end, verb.start()):
        return ""
    return _resolved(report, speaker(text, quotation.end, verb, end), verb.start())


def _resolved(report: Report, who: str, position: int) -> str:
    """The name behind a pronoun: the speaker last named before; of other words, the words themselves."""
    if who not in PRONOUNS:
        return who
    start = max(report.body.start, position - BACK)
    for verb in reversed(sayings_in(report, start, position)):
        found = speaker(report.text, start, verb, position)
        if found and found not in PRONOUNS:
            return found
    return ""
