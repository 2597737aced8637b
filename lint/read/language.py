"""Languages: whether a report is in one that the rules know, which is English."""

from lint.pattern import late
from lint.report import Report

UNTOLD = ("", "und", "mul", "zxx", "mis")  # what formats say where they do not know
LOOKED_AT = 4000  # code points of the body
BEGINNING = 1000  # of a body that is English as far as it tells
WORD = late(r"[^\W\d_]+")
ENGLISH = frozenset("the of and to in a is that for was on he with said it at by from his as are".split())
SHARE = 0.15  # of English words that are these; of those of a Romance language, “a” and “as” make half of that
FEW = 0.06  # of words that are no English, whatever is told of them: 3,100 English reports have twice as many or more
ENOUGH = 60  # words that tell as much by themselves


def is_other(report: Report) -> bool:
    """Whether a report is in another language than English: its words are no English, and most say so besides.

    Templates of pages often say what was true of another page.
    """
    if says_other(report.language):
        words = _words(report, LOOKED_AT)
        return _english(words) < len(words) * SHARE
    words = _words(report, BEGINNING)
    return len(words) >= ENOUGH and _english(words) < len(words) * FEW


def says_other(language: str) -> bool:
    """Whether a language that is told is another than English."""
    told = language.lower().partition("-")[0].partition("_")[0].strip()
    return told not in UNTOLD and told not in ("en", "eng", "english")


def _words(report: Report, length: int) -> list[str]:
    return WORD.findall(report.text[report.body.start : min(report.body.end, report.body.start + length)])


def _english(words: list[str]) -> int:
    return sum(word.lower() in ENGLISH for word in words)
