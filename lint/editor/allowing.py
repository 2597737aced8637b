"""Allowances that an editor writes into a report, all but the reason: that is for the desk to say."""

from dataclasses import dataclass

from lint.allow import fault_of
from lint.compiled import compiled
from lint.diagnostic import Diagnostic
from lint.formats import PAGES, STRUCTURED, is_of
from lint.read.allowances import allowances
from lint.read.head import read_head
from lint.read.text import BOM
from lint.span import Passage

MARKED = (".md", ".markdown", *PAGES)  # formats in which a comment is not seen by readers
FENCE = compiled(r"---[^\S\n]*\n")  # with which front matter begins
UNQUOTABLE = compiled(r'["“”\n\r]|--')


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words to be put in at a place of a text."""

    place: int
    words: str


def allowed(path: str, text: str, finding: Diagnostic) -> Insertion | None:
    """What allows this finding once a reason stands behind its "because"; until then, that it is missing is remarked.

    A comment before the line of the finding where the format has comments, or else a line in the head. None where the
    finding cannot be allowed there, or has no words in this report.
    """
    places = (finding.primary.passage, *(label.passage for label in finding.related))
    here = next((each for each in places if each.path == path), None)
    is_page = is_of(path, PAGES)
    if here is None or fault_of(finding.rule) or (is_of(path, STRUCTURED) and not is_page):
        return None
    head = 0 if is_page else read_head(text).body.start
    said = f"{finding.rule}{_words(here)} because "
    has_comments = path.lower().endswith(MARKED) and here.span.start >= head
    made = _comment(text, here, f"<!-- factlint: allow {said} -->") if has_comments else None
    if made is None and is_page:
        return None
    made = made or _key(text, said)
    written = text[: made.place] + made.words + text[made.place :]
    return made if any(each.rule == finding.rule for each in allowances(path, written)) else None


def _words(place: Passage) -> str:
    """The words of the finding, where an allowance can name them."""
    return "" if not place.said.strip() or UNQUOTABLE.search(place.said) else f' "{place.said}"'


def _comment(text: str, here: Passage, comment: str) -> Insertion | None:
    """On a line of its own before that of the finding; behind it, where one more line would part a paragraph."""
    start = text.rfind("\n", 0, here.span.start) + 1
    before = text[:start].rstrip("\r\n \t\ufeff")
    if start == 0 or text.count("\n", len(before), start) > 1 or not before:
        start = max(start, int(text.startswith(BOM)))
        return Insertion(start, comment + _line_end(text))
    if "\n" in here.words:
        return None
    end = text.find("\n", here.span.end)
    end = len(text) if end < 0 else end
    return Insertion(end - text[:end].endswith("\r"), f" {comment}")


def _key(text: str, said: str) -> Insertion:
    start = int(text.startswith(BOM))
    fence = FENCE.match(text, start)
    is_matter = fence is not None and read_head(text).body.start > fence.end()
    return Insertion(fence.end() if fence and is_matter else start, f"factlint-allow: {said}{_line_end(text)}")


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
