"""Quotations and voices: who says what a report prints."""

import enum
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from lint.find.sentences import sentence_at
from lint.report import Report
from lint.span import Span

OPENING = re.compile(r"“|(?<![\w”])\"(?=\S)|«")
CLOSING = {"“": re.compile(r"”|“(?=\s|$)"), '"': re.compile(r"\"(?![\w])"), "«": re.compile(r"»")}
NAME = r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]+(?: (?:de|del|la|van|von|bin|al|el|da|dos))?)"
FULL_NAME = rf"{NAME}(?: {NAME}){{0,4}}"
VERB = (
    r"(?:said|says|say|saying|stated|states|added|adds|adding|told|declared|continued|noted|remarked|announced|argued"
    r"|claimed|warned|wrote|tweeted|explained|insisted|recalled|roared|shouted|asked|replied|concluded|confirmed"
    r"|reported|estimated)"
)
BODY = (
    r"(?:[Tt]he )?(?:[\w’'-]+ )?(?:police|officials|authorities|officers|deputies|investigators|prosecutors|witnesses"
    r"|doctors|firefighters|rescuers|spokesman|spokeswoman|ministry|government|agency|army|military)"
)
APPOSITION = r"(?:, [^,“\"]{3,60},)?"
SPEAKER_BEFORE = re.compile(rf"(?P<who>{FULL_NAME}){APPOSITION} {VERB}\b[^“\"\n]{{0,60}}[,:]?\s*$")
SPEAKER_AFTER = re.compile(rf"[,.!?]?\s*(?:{VERB} (?P<after>{FULL_NAME})|(?P<who>{FULL_NAME}){APPOSITION} {VERB}\b)")
ATTRIBUTION = re.compile(
    rf"\baccording to (?P<source>(?:the |an? )?[\w’'. -]{{3,60}}?)(?=[,.;]|$)"
    rf"|(?P<who>(?:{NAME} ){{1,5}}|{BODY} (?:have |has )?){VERB}\b"
)
LONG_ENOUGH = 30  # code points: fewer words in quotation marks are often the name of something


@enum.unique
class Kind(enum.StrEnum):
    """In whose voice words stand."""

    REPORT = "report"  # the report itself answers for them
    SOURCE = "source"  # somebody says so, in the report's words
    QUOTATION = "quotation"  # somebody's own words


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, the marks included, and who is said to have spoken them (or nothing)."""

    span: Span
    speaker: str


def quotations(report: Report) -> Iterator[Quotation]:
    """The quotations of a report, one a paragraph: one over several paragraphs opens each of them."""
    text, speaker, going_on = report.text, "", False
    for paragraph in report.paragraphs:
        position = paragraph.start
        while opening := OPENING.search(text, position, paragraph.end):
            closing = CLOSING[opening.group()].search(text, opening.end(), paragraph.end)
            end = closing.end() if closing else paragraph.end
            span = Span(opening.start(), end)
            named = _speaker(text, paragraph, span)
            if named or not (going_on and span.start == paragraph.start):
                speaker = named
            yield Quotation(span, speaker)
            going_on, position = closing is None, end


def voice_at(report: Report, position: int) -> Voice:
    """In whose voice the words at a position stand."""
    found = report.find(quotations)
    number = bisect_right(found, position, key=lambda quotation: quotation.span.start) - 1
    if number >= 0 and position in found[number].span and len(found[number].span) >= LONG_ENOUGH:
        return Voice(Kind.QUOTATION, found[number].speaker)
    sentence = sentence_at(report, position)
    match = ATTRIBUTION.search(report.text, sentence.start, sentence.end)
    if match is None:
        return Voice(Kind.REPORT)
    return Voice(
        Kind.SOURCE, " ".join((match["source"] or match["who"]).split()).removesuffix(" has").removesuffix(" have")
    )


def _speaker(text: str, paragraph: Span, quotation: Span) -> str:
    """Who spoke, as the words just before or just after the quotation say; the surname or the name as printed there."""
    before = SPEAKER_BEFORE.search(text, max(paragraph.start, quotation.start - 160), quotation.start)
    if before:
        return before["who"]
    after = SPEAKER_AFTER.match(text, quotation.end, paragraph.end)
    return (after["after"] or after["who"]) if after else ""
