"""Languages: whether a report is in one that the rules know, which is English."""

from lint.pattern import late
from lint.report import Report

UNTOLD = ("", "und", "mul", "zxx", "mis")  # what formats say where they do not know
LOOKED_AT = 4000  # code points of the body
WORD = late(r"[^\W\d_]+")
ENGLISH = frozenset("the of and to in a is that for was on he with said it at by from his as are".split())
SHARE = 0.15  # of English words that are these; of those of a Romance language, “a” and “as” make half of that


def is_other(report: Report) -> bool:
    """Whether a report says that it is in another language than English, and its words are no English.

    Templates of pages often say what was true of another page.
    """
    told = report.language.lower().partition("-")[0].partition("_")[0].strip()
    if told in UNTOLD or told in ("en", "eng", "english"):
        return False
    words = WORD.findall(report.text[report.body.start : min(report.body.end, report.body.start + LOOKED_AT)])
    return sum(word.lower() in ENGLISH for word in words) < len(words) * SHARE
