"""What a terminal does with text: how wide it draws it, what it must never be sent, and in which colours."""

import sys
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from lint.compiled import compiled
from lint.diagnostic import Severity

NO_TERMINAL = 100  # columns drawn into a file or a pipe: the same everywhere
NARROWEST, WIDEST = 40, 160  # less cannot show words in their sentence; more is tiring to read

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}

TAB = "    "  # wherever it stands: a trimmed line has no tab stops to keep
NO_BASE = "◌"  # what Unicode gives an accent to stand on that has no letter
JOINER, NON_JOINER, EMOJI_STYLE = "\u200d", "\u200c", "\ufe0f"
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # controls, bidirectional overrides, surrogates, line separators
PLAIN = compiled(r"[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e€]*")  # drawn as they are, in a column each


class Cell(NamedTuple):
    """Code points that are drawn as one: a letter with its accents, a joined emoji, an escape."""

    drawn: str
    width: int  # in columns
    length: int  # in code points of the text


def columns() -> int:
    """The columns to draw in: those of the terminal, within reason, or NO_TERMINAL."""
    if not sys.stdout.isatty():
        return NO_TERMINAL
    from shutil import get_terminal_size  # brings in every archive format

    return min(max(get_terminal_size((NO_TERMINAL, 0)).columns, NARROWEST), WIDEST)


def visible(text: str) -> str:
    """A text as one line that is safe to send to a terminal: what cannot be seen is written out, as in <U+001B>."""
    if PLAIN.fullmatch(text):
        return text
    if "\n" in text:
        text = " ".join(line.strip() for line in text.splitlines())
    return "".join(cell.drawn for cell in cells(text))


def width(text: str) -> int:
    """The columns that a text takes when it is drawn."""
    return len(text) if PLAIN.fullmatch(text) else sum(cell.width for cell in cells(text))


def cells(text: str) -> list[Cell]:
    """A text cut into what a terminal draws, in order; their lengths add up to the text's."""
    if PLAIN.fullmatch(text):
        return list(map(_plain, text))
    found: list[Cell] = []
    for character in text:
        drawn, advance = _alone(character)
        if found and _joins(found[-1], character, advance):
            before = found[-1]
            wide = 2 if character == EMOJI_STYLE and _is_symbol(before.drawn[0]) else before.width
            found[-1] = Cell(before.drawn + drawn, wide, before.length + 1)
        elif advance == 0:
            found.append(Cell(NO_BASE + drawn, 1, 1))
        else:
            found.append(Cell(drawn, advance, 1))
    return found


@lru_cache(maxsize=200)
def _plain(character: str) -> Cell:
    return Cell(character, 1, 1)


def _alone(character: str) -> tuple[str, int]:
    """What is drawn of a character, and the columns that it adds."""
    if " " <= character <= "~":
        return character, 1
    if character == "\t":
        return TAB, len(TAB)
    category = unicodedata.category(character)
    if (
        category in ("Mn", "Me")
        or character in (JOINER, NON_JOINER)
        or _is_tag(character)
        or _is_medial_jamo(character)
    ):
        return character, 0
    if category in UNSEEN:
        escape = f"<U+{ord(character):04X}>"
        return escape, len(escape)
    return character, 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _joins(before: Cell, character: str, advance: int) -> bool:
    """Whether a character is drawn in the cell before it."""
    if before.drawn.startswith(("<U+", TAB)):
        return False
    if _is_skin_tone(character):
        return before.width == 2
    return advance == 0 or (advance == 2 and before.drawn.endswith(JOINER))


def _is_symbol(character: str) -> bool:
    """A sign that may be drawn as an emoji, twice as wide."""
    return not (character.isascii() or character.isalnum())


def _is_skin_tone(character: str) -> bool:
    return "\U0001f3fb" <= character <= "\U0001f3ff"


def _is_tag(character: str) -> bool:
    """Letters that make the flags of England, Scotland and Wales, and are never drawn."""
    return "\U000e0020" <= character <= "\U000e007f"


def _is_medial_jamo(character: str) -> bool:
    """Korean vowels and final consonants, drawn into the syllable that a leading consonant opens."""
    return "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7fb"
