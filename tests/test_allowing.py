"""Allowances that an editor writes into a report: they hold as soon as a reason is given, and not before."""

from threading import Event

import pytest

from lint.config import Configuration
from lint.diagnostic import Diagnostic
from lint.editor.allowing import allowed
from lint.editor.desk import Desk
from lint.read import unreadable

PARAGRAPHS = "The council met on Monday.\n\nIt said the the road was closed.\n\nIt rained.\n"
WRAPPED = "The council met on Monday, and\nit said that the the road was\nclosed for two weeks.\n"
ACROSS = "The council met on Monday, and\nit said that the\nthe road was closed.\n"
FIRST = "It said the the road was closed.\n"


def found(path: str, text: str) -> tuple[Diagnostic, ...]:
    return Desk(Configuration(), Event()).alone(path, text)


def written(path: str, text: str) -> str:
    """The text with the allowance that is offered for its one finding."""
    (finding,) = found(path, text)
    assert finding.rule == "repeated-word"
    made = allowed(path, text, finding)
    assert made
    return text[: made.place] + made.words + text[made.place :]


@pytest.mark.parametrize("path", ["a.md", "a.txt"])
@pytest.mark.parametrize("head", ["", "---\ntitle: Road closed\n---\n\n", "\ufeff", "date: 2026-01-05\n\n"])
@pytest.mark.parametrize("text", [PARAGRAPHS, WRAPPED, ACROSS, FIRST])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_reason_is_all_that_is_missing(path: str, head: str, text: str, line_end: str) -> None:
    offered = written(path, (head + text).replace("\n", line_end))
    rules = [each.rule for each in found(path, offered)]
    assert sorted(rules) == ["repeated-word", "unused-allowance"]
    assert found(path, offered.replace(" because ", " because the editor likes it", 1)) == ()
    assert offered.count("\n") == offered.count(line_end)


def test_a_paragraph_is_not_parted() -> None:
    line = 'it said that the the road was <!-- factlint: allow repeated-word "the the" because  -->'
    assert written("a.md", WRAPPED).splitlines()[1] == line


def test_a_text_without_comments_is_allowed_in_its_head() -> None:
    assert written("a.txt", PARAGRAPHS) == 'factlint-allow: repeated-word "the the" because \n' + PARAGRAPHS


def test_what_cannot_be_allowed_is_not_offered() -> None:
    assert allowed("a.md", "", unreadable("a.md", "it is gone")) is None
    (finding,) = found("a.md", FIRST)
    assert allowed("b.md", FIRST, finding) is None
