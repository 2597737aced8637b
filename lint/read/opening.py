"""Opening: files that hold several reports, taken apart into these; and what was found in reports, shown in files."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lint.diagnostic import Diagnostic, Fix
from lint.formats import DOCUMENTS, LINES, OBJECTS, SINGLE, STRUCTURED, holds_items, is_of
from lint.pattern import late
from lint.read import read_text, reason_of
from lint.source import Source, UnreadableError, content_of, fetched
from lint.span import Passage

if TYPE_CHECKING:
    from lint.read.laid import Laid

FILES_KEPT = 16  # texts of files in which something is being shown
SPECIAL = late(r'[<>&"\x00-\x1f]')  # what words cannot hold that are to mean themselves
SPECIAL_IN_JSON = late(r'[<>&"\\\x00-\x1f]')


class Opened(NamedTuple):
    """A report that is not plain text: its file, its name there (where the file holds several), and its words there."""

    file: Source
    name: str = ""
    laid: "Laid | None" = None  # none: to be read again where it is asked for


class Opening:
    """Takes reports out of files and remembers from where.

    Rules see a report by a path of its own, the file's with the name of the item behind it, and offsets into its words.
    Users see the path of the file, the item, and where the words stand in the file.
    """

    def __init__(self) -> None:
        """One that has opened nothing."""
        self._opened: dict[str, Opened] = {}
        self._read, self._lines = lru_cache(FILES_KEPT)(_read), lru_cache(FILES_KEPT)(_drawn)

    @property
    def is_needed(self) -> bool:
        """Whether any report was not plain text."""
        return bool(self._opened)

    @property
    def paths(self) -> frozenset[str]:
        """The paths of the reports that were not plain text."""
        return frozenset(self._opened)

    def reports(self, sources: Iterable[Source]) -> Iterator[Source]:
        """The sources, with its items in the place of each file that holds some; one that cannot be opened says so."""
        for source in sources:
            is_single = is_of(source.path, SINGLE) and not (source.archive and holds_items(source.path))
            if not is_of(source.path, STRUCTURED) or (source.archive and not is_single):
                yield source  # plain text, or an item that was taken out of its file before it went into the archive
            elif is_single:
                if not source.archive or source.path not in self._opened:  # a file goes before what was kept of it
                    self._opened[source.path] = Opened(source)
                yield source
            else:
                yield from self._items(source)

    def file(self, path: str) -> str:
        """The path of the file that holds the report of this path."""
        return self._opened[path].file.path if path in self._opened else path

    def laid(self, path: str) -> "Laid | None":
        """The words of the report of this path and where they stand in its file, if that can be read."""
        opened = self._opened[path]
        return self._read(opened.file) if opened.laid is None else opened.laid

    def forget(self) -> None:
        """Read files anew that are asked for again."""
        self._read.cache_clear()
        self._lines.cache_clear()

    def remarks(self, sources: Iterable[Source]) -> Iterator[Diagnostic]:
        """What there is to say of files that are not plain text, whatever reports they hold."""
        for source in sources:
            if is_of(source.path, STRUCTURED):
                from lint.read.remarking import remarks

                yield from remarks(source)

    def placed(self, found: Diagnostic) -> Diagnostic:
        """What was found, shown in files."""
        places = (found.primary, *found.related)
        if not any(label.passage.path in self._opened for label in places):
            return found
        primary, *related = (replace(label, passage=self.passage(label.passage)) for label in places)
        fix, advice = self._fix(found.fix) if found.fix else (None, "")
        told = f"{found.help}; {advice}" if found.help and advice else found.help or advice
        return replace(found, primary=primary, related=tuple(related), fix=fix, help=told)

    def passage(self, passage: Passage) -> Passage:
        """The words of a report where they stand in its file."""
        opened = self._opened.get(passage.path)
        if opened is None:
            return passage
        laid = self.laid(passage.path)
        file = self._lines(opened.file)
        if laid is None or file is None:  # it was read a moment ago
            return replace(passage, path=opened.file.path, item=opened.name)
        span = laid.place(passage.span)
        line, column = file.place(span.start)
        words = file.text[span.start : span.end]
        plain = passage.words if words != passage.words else ""
        return Passage(opened.file.path, span, line, column, words, opened.name, plain)

    def _fix(self, fix: Fix) -> tuple[Fix | None, str]:
        """The fix, if the file has just these words there and the new ones mean themselves in it; else what to do."""
        if fix.passage.path not in self._opened:
            return fix, ""
        place = self.passage(fix.passage)
        if not place.plain and _mean_themselves(place.path, fix.words) and not self._is_in_tag(place, fix.words):
            return replace(fix, passage=place), ""
        said = f"replace “{fix.passage.words}” with “{fix.words}”" if fix.words else f"remove “{fix.passage.words}”"
        return None, f"{said} by hand, as the file writes it in its own way"

    def _is_in_tag(self, place: Passage, words: str) -> bool:
        """Whether new words would end the value of an attribute, such as a headline that is only told to others."""
        file = self._lines(self._opened[place.report].file) if "'" in words else None
        start = place.span.start
        return file is not None and file.text.rfind("<", 0, start) > file.text.rfind(">", 0, start)

    def _items(self, source: Source) -> Iterator[Source]:
        from lint.read.item import named, packed, unreadable_item
        from lint.read.items import items

        known = fetched(source)
        try:
            found = items(source.path, content_of(known))
        except (UnreadableError, OSError) as error:
            found = [unreadable_item("", reason_of(error), getattr(error, "place", 0))]
        if len(found) == 1 and not found[0].name:
            self._opened[source.path] = Opened(source, "", found[0].laid)
            yield packed(source.path, found[0], known.digest)
            return
        for each in named(found):
            path = f"{source.path}#{each.name}"
            self._opened[path] = Opened(source, each.name, each.laid)
            yield packed(path, each)


def _read(source: Source) -> "Laid | None":
    """The words of a page or a document, where it can still be read."""
    from lint.read.items import single

    try:
        return single(source.path, content_of(source)).laid
    except (UnreadableError, OSError):
        return None


def _mean_themselves(path: str, words: str) -> bool:
    """Whether words can stand in a file of that name as they are."""
    if is_of(path, DOCUMENTS):
        return False
    return not (SPECIAL_IN_JSON if is_of(path, LINES + OBJECTS) else SPECIAL).search(words)


def _drawn(source: Source) -> "Lines | None":
    try:
        return Lines(read_text(source))
    except (UnreadableError, OSError):
        return None


class Lines:
    """The text of a file, and the lines and columns of its offsets."""

    def __init__(self, text: str) -> None:
        """The lines of this text."""
        self.text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset, from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
