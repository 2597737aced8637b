"""unbalanced-quotation: a quotation that is opened and not closed, or closed and not opened."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from lint import Diagnostic, Fix, Label, Report, ReportRule, Severity, Span, bad, good
from lint.find.plain import places_of
from lint.find.sentences import sentences
from lint.pattern import late

SIGNS = '“”"'
INCHES = late(r"\d\Z")
MEASURED_BEFORE = late(r"(?:\.\d+|\d[’'] ?\d{1,2}) ?\Z")
MEASURED_AFTER = late(
    r"[\"”] ?(?:/|x\b|by \d|of (?:rain|snow|ice)\b|in \d|(?:wide|tall|long|high|deep|thick|across|screen)\b)"
)
NESTED_END = late(r"[’'][\"”]")
WORD = late(r"[^\s“”\"]+")
LAST_WORD = late(r"[^\s“”\"]+\Z")
REPORTERS_VOICE = late(
    r"\A(?:According\b|Police\b|Officials\b)|\b(?:said|says|told|added|explained|stated|recalled|tweeted|wrote)\b"
)
SPOKEN = late(r"\s+(?:[\w.’'-]+\s+){0,4}?(?:said|says|told|added|explained|recalled|wrote|tweeted|stated)\b")
ENDINGS = frozenset(".!?”\"'’)…")
CURLY = {True: "“", False: "”"}


class _Mark(NamedTuple):
    """A double quotation mark, and whether it opens a quotation where it stands."""

    place: int
    opens: bool
    curly: bool

    @property
    def span(self) -> Span:
        return Span(self.place, self.place + 1)


@dataclass(frozen=True)
class UnbalancedQuotation(ReportRule):
    """A quotation is closed that was never opened, or opened and never closed.

    The reader cannot tell whose words they are, and a quotation without an end puts the reporter's words into
    somebody's mouth. A quotation over several paragraphs opens each of them and closes once, at the end of the last.

    A missing mark is reported at the word where it seems to be wanted, and points to its other half: a warning for
    curly marks and where the words are followed by who said them, else a note, for straight marks do not say which
    way they face. Straight against curly marks in one quotation are a note. It does not look at single quotation
    marks, which are apostrophes too, nor at inches (6'2"), and is silent where a paragraph lacks more than one mark:
    that is no slip but a format.
    """

    examples = (
        bad("[[They]] never gave us a chance,((”)) she said.", fix="“They", severity="warning"),
        bad("((“))We will [[rebuild.]] Paul Ade said so on Monday.", fix="rebuild.”"),
        bad("“We will rebuild,” the mayor said on Monday.[[”]]", fix="", severity="warning"),
        bad('((“))We will rebuild,[["]] the mayor said.', fix="”", severity="note"),
        bad('"He just said, [["]]We will rebuild,\'" the mayor told us.', fix="'", severity="note"),
        bad("((“))We will rebuild.\n\n[[It]] will take time,((”)) he said.", fix="“It", severity="warning"),
        good(
            "“We will rebuild,” said Ade.\n\n“It will take time.\n\n“But we will,” he said.",
            why="a quotation over several paragraphs opens each of them",
        ),
        good('He is 6\'2" tall, or 6’2” tall, and said, "We will rebuild."', why="inches"),
        good("“He said ‘no’ and “never” to me,” she said.", why="one quotation in another"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """What is missing or mixed in each paragraph."""
        places = sorted(places_of(SIGNS, report.text))
        if not places:
            return
        paragraphs = [paragraph for paragraph in report.paragraphs if paragraph != report.title]
        marked = dict(_marked(report.text, paragraphs, places))
        for number, marks in marked.items():
            paragraph, before = paragraphs[number], marked.get(number - 1, ())
            surplus = _surplus(marks)
            if surplus == -1 and _surplus(before) == 1 and not marks[0].opens:
                yield self._never_opened_again(report, paragraph, before, marks)
            elif surplus == -1:
                yield self._never_opened(report, paragraph, marks)
            elif surplus == 1 and not _goes_on(paragraphs[number + 1 :], marked.get(number + 1, ())):
                yield from self._never_closed(report, paragraph, marks)
            elif surplus == 0:
                yield from self._mixed(report, marks)

    def _never_opened_again(
        self, report: Report, paragraph: Span, earlier: Sequence[_Mark], marks: Sequence[_Mark]
    ) -> Diagnostic:
        word = WORD.search(report.text, paragraph.start, marks[0].place)
        passage = report.passage(Span(*word.span()) if word else marks[0].span)
        opening, _ = _left_open(earlier, paragraph.start)
        return self.diagnostic(
            Severity.WARNING if marks[0].curly else Severity.NOTE,
            passage,
            "a quotation goes on in this paragraph, which does not open it again",
            related=(
                Label(report.passage(opening.span), "opened here"),
                Label(report.passage(marks[0].span), "closed here"),
            ),
            help="a quotation over several paragraphs opens each of them",
            fix=Fix(passage, (CURLY[True] if marks[0].curly else '"') + passage.words),
        )

    def _never_opened(self, report: Report, paragraph: Span, marks: Sequence[_Mark]) -> Diagnostic:
        last_closed = paragraph.start
        pending = 0
        for mark in marks:
            pending += 1 if mark.opens else -1
            if pending < 0:
                break
            if not mark.opens:
                last_closed = mark.place + 1
        if _is_attribution(report.text[last_closed : mark.place]) and last_closed > paragraph.start:
            passage = report.passage(mark.span)
            severity = Severity.WARNING if mark.curly else Severity.NOTE
            return self.diagnostic(severity, passage, "this closes no quotation", fix=Fix(passage, ""))
        start = _first_sentence_from(report, last_closed, mark.place)
        word = WORD.search(report.text, start, mark.place)
        passage = report.passage(Span(*word.span()) if word else mark.span)
        closing = Label(report.passage(mark.span), "closed here")
        fix = Fix(passage, (CURLY[True] if mark.curly else '"') + passage.words)
        message = "a quotation is closed that was never opened"
        is_spoken = mark.curly or SPOKEN.match(report.text, mark.place + 1, paragraph.end)
        return self.diagnostic(
            Severity.WARNING if is_spoken else Severity.NOTE,
            passage,
            message,
            label="it seems to begin here",
            related=(closing,),
            fix=fix,
        )

    def _never_closed(self, report: Report, paragraph: Span, marks: Sequence[_Mark]) -> Iterator[Diagnostic]:
        opening, limit = _left_open(marks, paragraph.end)
        inner = next((mark for mark in marks if mark.opens and mark.place == limit), None)
        if inner and _closes_as_inner(report.text, marks, inner):
            yield self._mistaken_inner(report, inner)
            return
        if limit == paragraph.end and report.text[paragraph.end - 1] not in ENDINGS:
            return  # cut off, or a heading
        end = _end_of_speech(report, opening.place, limit)
        word = LAST_WORD.search(report.text[opening.place : end].rstrip())
        if word is None:
            return
        passage = report.passage(Span(opening.place + word.start(), opening.place + word.end()))
        fix = Fix(passage, passage.words + (CURLY[False] if opening.curly else '"'))
        opened = Label(report.passage(opening.span), "opened here")
        message = "a quotation is opened that is never closed"
        severity = Severity.WARNING if opening.curly else Severity.NOTE
        yield self.diagnostic(severity, passage, message, label="it seems to end here", related=(opened,), fix=fix)

    def _mistaken_inner(self, report: Report, inner: _Mark) -> Diagnostic:
        passage = report.passage(inner.span)
        message = "a quotation inside a quotation opens with a double mark and closes with a single one"
        return self.diagnostic(Severity.NOTE, passage, message, fix=Fix(passage, "‘" if inner.curly else "'"))

    def _mixed(self, report: Report, marks: Sequence[_Mark]) -> Iterator[Diagnostic]:
        for opening, closing in pairwise(marks):
            if opening.opens and not closing.opens and opening.curly is not closing.curly:
                passage = report.passage(closing.span)
                opened = Label(report.passage(opening.span), "opened here")
                message = "a quotation has a curly mark on one side and a straight one on the other"
                fix = Fix(passage, CURLY[False] if opening.curly else '"', safe=True)
                yield self.diagnostic(Severity.NOTE, passage, message, related=(opened,), fix=fix)


def _marked(text: str, paragraphs: Sequence[Span], places: Sequence[int]) -> Iterator[tuple[int, list[_Mark]]]:
    """The numbers of the paragraphs that have double quotation marks, with these; most have none."""
    for number, paragraph in enumerate(paragraphs):
        first = bisect_left(places, paragraph.start)
        end = bisect_left(places, paragraph.end, first)
        if end > first and (marks := list(_marks(text, paragraph, places[first:end]))):
            yield number, marks


def _marks(text: str, paragraph: Span, places: Sequence[int]) -> Iterator[_Mark]:
    """The double quotation marks of a paragraph; a straight one opens after a space and closes before one."""
    is_open = False
    for place in places:
        sign = text[place]
        before = text[place - 1] if place > paragraph.start else " "
        after = text[place + 1] if place + 1 < paragraph.end else " "
        if sign != "“" and _is_inches(text, paragraph, place, is_open=is_open):
            continue
        opens = sign == "“"
        if opens and before.isalnum() and not after.isalnum():
            opens = False  # a closing mark set the wrong way round
        elif sign == '"':
            inner = after in "'‘" and text[place + 2 : place + 3].isalpha()  # a quotation in a quotation
            begins, ends = before.isspace() or before in "([—–-/", not (after.isalnum() or inner)
            opens = begins if begins is not ends else not is_open
        if opens and is_open and text[place - 2 : place].strip()[-1:] in ".!?…":
            continue  # the quotation goes on after a paragraph's end that was lost
        is_open = opens
        yield _Mark(place, opens, sign != '"')


def _is_inches(text: str, paragraph: Span, place: int, *, is_open: bool) -> bool:
    """Whether a mark after a figure stands for inches; in a quotation only where the words around it measure."""
    if not INCHES.search(text, max(paragraph.start, place - 1), place):
        return False
    measures = MEASURED_BEFORE.search(text, max(paragraph.start, place - 8), place) or MEASURED_AFTER.match(text, place)
    return not is_open or measures is not None


def _goes_on(later: Sequence[Span], following: Sequence[_Mark]) -> bool:
    """Whether a quotation left open goes on in the next paragraph, which opens it again or at least closes it."""
    if not following:
        return False
    first = following[0]
    return not first.opens or first.place <= later[0].start + 1


def _surplus(marks: Sequence[_Mark]) -> int:
    """How many quotations more are opened than closed."""
    return sum(1 if mark.opens else -1 for mark in marks)


def _closes_as_inner(text: str, marks: Sequence[_Mark], inner: _Mark) -> bool:
    """Whether what a double mark opens inside a quotation is closed by a single one before the one that ends both."""
    closing = next((mark for mark in marks if mark.place > inner.place and not mark.opens), None)
    return closing is not None and NESTED_END.match(text, closing.place - 1) is not None


def _left_open(marks: Sequence[_Mark], end: int) -> tuple[_Mark, int]:
    """The mark that opens what is never closed, and how far the quotation can reach."""
    for mark, following in pairwise(marks):
        if mark.opens and following.opens:
            return mark, following.place
    return next(mark for mark in reversed(marks) if mark.opens), end


def _first_sentence_from(report: Report, start: int, end: int) -> int:
    """Where the words begin that a closing mark closes: after the last quotation, past what tells who spoke it."""
    starts = (sentence.start for sentence in _sentences_between(report, start, end))
    return next((each for each in starts if each >= start), start)


def _end_of_speech(report: Report, start: int, end: int) -> int:
    """Where a quotation ends that began at `start`: before a sentence in the reporter's voice, or at `end`."""
    inside = list(_sentences_between(report, start, end))
    for sentence, following in pairwise(inside):
        if REPORTERS_VOICE.search(report.text, following.start, min(following.end, end)):
            return sentence.end
    return end


def _sentences_between(report: Report, start: int, end: int) -> Iterator[Span]:
    found = report.find(sentences)
    first = max(0, bisect_right(found, start, key=lambda sentence: sentence.start) - 1)
    for sentence in found[first:]:
        if sentence.start >= end:
            return
        if sentence.end > start:
            yield sentence


def _is_attribution(words: str) -> bool:
    """Whether words only tell who spoke: “, he concluded.”"""
    return len(words) < 80 and words.count(".") <= 1
