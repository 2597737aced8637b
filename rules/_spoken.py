"""What conflict rules share: whether a sentence says that a fact changed, of which day it speaks, what it is like."""

from calendar import month_name
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from lint.background import backgrounds
from lint.compiled import compiled
from lint.find.dates import dates_in
from lint.find.sentences import sentence_at
from lint.pattern import late, opening
from lint.report import Report
from lint.span import Span

CHANGES = compiled(
    opening(
        r"r(?:ose|ise[ns]|ising|evis(?:es|ed|ing)|ais(?:es|ed|ing) (?:the|its|their))",
        r"c(?:limb(?:s|ed|ing)?|orrect(?:s|ed|ion))",
        r"in(?:creas(?:es|ed|ing)|itially|itial (?:reports?|counts?|tolls?|estimates?|figures?))",
        r"g(?:rew|rown)",
        r"jump(?:s|ed)",
        r"s(?:oar(?:s|ed)|well(?:s|ed)|econd victim)",
        r"up(?: from|graded|dated?)",
        r"down(?: from|graded)",
        r"l(?:ower(?:s|ed)|ater died)",
        r"ha(?:s|ve|d) (?:since|now)",
        r"third victim",
        r"a(?:nother victim|t first)",
        r"earlier (?:report|figure)s?",
        "originally",
        r"pre(?:vious(?:ly)?|liminary)",
        r"new toll",
        r"br(?:ings?|inging|ought) (?:the|its|that)",
    )
    + r"\b"
)  # in lower case: a pattern that ignores case takes four times as long
DYING = compiled(r"\blater died\b")
YEAR = r"(?:1[89]|20)\d\d\b"
RECALLED = late(
    r"\b(?:in|since|of|from|during|last) (?:early |late |mid-?)?"
    rf"(?:(?P<month>{'|'.join(month_name[1:])})\b(?! \d\d?\b)(?:,?(?: of)? (?P<year>{YEAR}))?|(?P<alone>{YEAR}))"
)
STEM = compiled(r"[a-z]{4,}")
OPENER = compiled(r"\A\W*\w+(?= [a-z])")
CAPITALISED = compiled(r"[A-ZÀ-ÖØ-Þ](?<!\w.)[a-zà-öø-ÿ]{3,}")
STEM_LENGTH = 5  # letters; four where the fifth and last is an s, so that “bombs” has the stem of “bomb”
MANY = 4_000  # sentences remembered: rules ask for those of 64 reports, one rule after the other
WORDS = 20_000  # words remembered
EMPTY = frozenset(
    "their there these those which while where about after before other being would could should year years".split()
)
EMPTIER = EMPTY | frozenset(  # beside a single word, where a whole sentence drowns these
    "said were with have from been that this will also over they more than into when least some such says then them"
    " many most only just very same each both".split()
)


def says_it_changed(report: Report, span: Span) -> bool:
    """Whether the sentence around a span says that a figure or a fact is not what it was."""
    return changed_in(report.words(sentence_at(report, span.start)))


def says_a_measure_changed(report: Report, span: Span) -> bool:
    """The same of a length or a sum, which nobody's death changes."""
    return measure_changed_in(report.words(sentence_at(report, span.start)))


@lru_cache(maxsize=MANY)
def changed_in(sentence: str) -> bool:
    """Whether a sentence says that a figure or a fact is not what it was."""
    return CHANGES.search(sentence.lower()) is not None


def measure_changed_in(sentence: str) -> bool:
    """The same of a length or a sum."""
    return changed_in(sentence) and changed_in(DYING.sub("", sentence))


def occasion(report: Report, span: Span) -> date | None:
    """The day that the words around a span speak of: one named in the sentence, or else the day of publication.

    In a paragraph on an earlier event it is the day of that, if it is told.
    """
    sentence = sentence_at(report, span.start)
    days = [mention.day for mention in dates_in(report, sentence) if mention.day]
    if days:
        return min(days, key=lambda day: abs((day - (report.published or day)).days))
    for paragraph, day in report.find(backgrounds):
        if paragraph.covers(span):
            return day
    return report.published


def earlier(report: Report, span: Span) -> str:
    """The year or the month of the earlier event that an undated report recalls in the sentence around a span.

    It is the year in "31,000 died at Bam in 2003", and the month in "seven were killed there in February".
    """
    if report.published:  # the day that is spoken of tells more
        return ""
    return _recalled_in(report.words(sentence_at(report, span.start)))


def stems(report: Report, span: Span) -> frozenset[str]:
    """The beginnings of the telling words of the sentence around a span: by them two sentences are seen to be alike."""
    return stems_in(report.words(sentence_at(report, span.start)))


@lru_cache(maxsize=MANY)
def stems_in(sentence: str) -> frozenset[str]:
    """The beginnings of the telling words of a sentence."""
    return frozenset(filter(None, map(_stem, STEM.findall(sentence.casefold()))))


def word_stems(words: Iterable[str]) -> frozenset[str]:
    """The beginnings of the telling words among some lower-cased ones."""
    return frozenset(filter(None, map(_stem_of_one, words)))


def name_stems(report: Report, span: Span) -> frozenset[str]:
    """The beginnings of the words with a capital in the sentence around a span, but for one that only opens it."""
    return name_stems_in(report.words(sentence_at(report, span.start)))


@lru_cache(maxsize=MANY)
def name_stems_in(sentence: str) -> frozenset[str]:
    """The beginnings of the words with a capital in a sentence, but for one that only opens it."""
    return word_stems(map(str.lower, CAPITALISED.findall(OPENER.sub("", sentence))))


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sentences with these stems tell the same thing, as far as words can show."""
    shared = len(one & other)
    return shared >= 3 and shared >= 0.5 * min(len(one), len(other))


def share_two(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sentences have two telling words in common."""
    return len(one & other) >= 2


def much_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sentences, or the words next to two figures, are so alike that both are of one thing."""
    shared = len(one & other)
    return shared >= 4 and shared >= 0.5 * max(len(one), len(other))


def are_two_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether these are two sentences, and say nearly the same: what one sentence tells of two times is two things."""
    return one != other and much_alike(one, other)


def are_nearly_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether these are two sentences of one report that tell one thing, but for a word or two."""
    shared, (fewer, more) = len(one & other), sorted((len(one), len(other)))
    return one != other and (shared >= max(4, 0.7 * more) or shared >= max(8, 0.8 * fewer))


def day_and_month(day: date | None) -> str:
    """A day as a message writes it: "9 January", or nothing."""
    return f"{day.day} {day:%B}" if day else ""


@lru_cache(maxsize=MANY)
def _recalled_in(sentence: str) -> str:
    found = RECALLED.search(sentence)
    return (found["alone"] or found["year"] or found["month"].lower()) if found else ""


@lru_cache(maxsize=WORDS)
def _stem(word: str) -> str:
    """The beginning of a word of four letters or more, or nothing where it tells nothing."""
    if word in EMPTY:
        return ""
    return word[:4] if word[4:] == "s" else word[:STEM_LENGTH]


@lru_cache(maxsize=WORDS)
def _stem_of_one(word: str) -> str:
    """The same of any word, beside which no others stand that tell more."""
    return word[:STEM_LENGTH] if len(word) > 3 and word.isalpha() and word not in EMPTIER else ""
