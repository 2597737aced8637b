"""How places, words and fixes are named, whatever the format."""

from lint.diagnostic import Diagnostic, Fix
from lint.span import Passage

LONGEST = 60  # code points of words quoted in full


def advice(diagnostic: Diagnostic) -> str:
    """What the diagnostic's fix does, such as `replace “Carcass” with “Caracas” (safe)`; nothing without a fix."""
    fix = diagnostic.fix
    if fix is None:
        return ""
    caution = "safe" if fix.safe else "check before applying"
    return f"{_change(fix)}{_elsewhere(diagnostic, fix)} ({caution})"


def place(passage: Passage) -> str:
    """Where a passage stands, as editors and terminals follow it: `path:line:column`."""
    return f"{passage.path}:{passage.line}:{passage.column}"


def message(diagnostic: Diagnostic) -> str:
    """What a diagnostic says, and in which item of its file, where that holds several."""
    return f"{diagnostic.message}{of_item(diagnostic.primary.passage)}"


def of_item(passage: Passage) -> str:
    """The item of a file that holds several, to be set behind a place."""
    return f" (item {passage.item})" if passage.item else ""


def quoted(words: str) -> str:
    """Words between quotation marks, their middle left out where they are many."""
    if len(words) > LONGEST:
        words = f"{words[: LONGEST // 2].rstrip()} … {words[-LONGEST // 2 :].lstrip()}"
    return f"“{words}”"


def _change(fix: Fix) -> str:
    if not fix.words:
        return f"remove {quoted(fix.passage.words)}"
    if not fix.passage.words:
        return f"insert {quoted(fix.words)}"
    return f"replace {quoted(fix.passage.words)} with {quoted(fix.words)}"


def _elsewhere(diagnostic: Diagnostic, fix: Fix) -> str:
    """Where the fix is made, unless that is on the line which the diagnostic points to."""
    found, mended = diagnostic.primary.passage, fix.passage
    if (found.path, found.line) == (mended.path, mended.line):
        return ""
    return f" at {place(mended)}"
