"""Sentences: where one ends and the next begins, in news prose."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lint.compiled import compiled
from lint.report import Report
from lint.span import Span

ENDING = compiled(r"[.!?…][\"”’'»)\]]*(\s+)(?=[\"“‘'«(\[]*[A-ZÀ-ÖØ-Þ0-9])")
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev gov sen rep lt gen col sgt capt cmdr cpl pvt adm maj supt det insp hon pres amb jr sr st ste"
    " mt ft ave blvd rd no nos vs inc corp co ltd jan feb mar apr jun jul aug sep sept oct nov dec ala ariz ark calif"
    " colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis"
    " wyo u.s u.n u.k a.m p.m d.c n.y n.j n.c s.c n.h n.m n.d s.d w.va r.i p.o e.g i.e approx est dept".split()
)
LONGEST = 12  # code points of an abbreviation and of the marks before it
MAY_END_A_SENTENCE = frozenset("a.m p.m u.s u.k u.n d.c inc corp co ltd jr sr ave blvd rd st".split())
OPENERS = frozenset(  # words that begin a sentence and hardly ever follow such an abbreviation inside one
    "the a an he she it they we i his her their its this that these those in on at but and for when after".split()
)


def sentences(report: Report) -> Iterator[Span]:
    """The sentences of the headline and of each paragraph, in order, without the space between them."""
    text = report.text
    for paragraph in report.paragraphs:
        start = paragraph.start
        for ending in ENDING.finditer(text, start, paragraph.end):
            end, begin = ending.span(1)
            if text[ending.start()] != "." or not _abbreviates(text, start, ending.start(), begin):
                yield Span(start, end)
                start = begin
        if start < paragraph.end:
            yield Span(start, paragraph.end)


def sentence_at(report: Report, position: int) -> Span:
    """The sentence that holds a position, or an empty span there."""
    ((starts, found),) = report.find(_in_order)
    number = bisect_right(starts, position) - 1  # three times as fast as with a key
    return found[number] if number >= 0 and position < found[number].end else Span(position, position)


def _in_order(report: Report) -> Iterator[tuple[Sequence[int], Sequence[Span]]]:
    """Where the sentences begin, and they themselves."""
    found = report.find(sentences)
    yield [sentence.start for sentence in found], found


def _abbreviates(text: str, sentence_start: int, end: int, behind: int) -> bool:
    """Whether the full stop at `end` belongs to an abbreviation or an initial, and the sentence goes on `behind` it."""
    floor = max(sentence_start, end - LONGEST)
    word_start = max(text.rfind(" ", floor, end), text.rfind("\n", floor, end))
    if word_start < 0 and floor > sentence_start:
        return False  # as most words before a full stop are longer than any abbreviation
    word = text[max(word_start + 1, floor) : end].lstrip("(“\"'‘").casefold()
    if word in MAY_END_A_SENTENCE:
        return text[behind : behind + 16].split(" ", 1)[0].casefold() not in OPENERS
    return word in ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word != "i")
