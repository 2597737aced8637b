"""The shelf of a desk: what the reports that nobody has open say, and which of them an open one has to do with."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence

from lint.archive import SCHEMA
from lint.catalogue import Catalogue
from lint.extract import Extract
from lint.neighbourhood import IncompleteError, near
from lint.signature import Event

EDITION = b"this desk's"


class Shelf:
    """What reports say, by the file in which they are, with a catalogue of it in memory."""

    def __init__(self, by_file: Mapping[str, Sequence[Extract]]) -> None:
        """A shelf with these reports."""
        self._by_file = dict(by_file)
        self._by_path = {each.path: each for those in by_file.values() for each in those}
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)  # one at a time asks
        for table in SCHEMA:
            connection.execute(table)
        self._catalogue = Catalogue(connection)
        self._catalogue.begin(())
        self._catalogue.add(self._by_path.values(), EDITION)

    def __contains__(self, file: str) -> bool:
        return file in self._by_file

    def put(self, file: str, extracts: Sequence[Extract]) -> None:
        """Put what the reports of a file say in the place of what they said; nothing, where it is gone."""
        gone = {each.path for each in self._by_file.pop(file, ())}
        for path in gone:
            del self._by_path[path]
        self._catalogue.remove(gone)
        if extracts:
            self._by_file[file] = extracts
            self._by_path |= {each.path: each for each in extracts}
            self._catalogue.add(extracts, EDITION)

    def near(
        self, opened: Mapping[str, Sequence[Extract]], focus: Collection[str], window: int | None
    ) -> tuple[list[Extract], Mapping[Event, int] | None]:
        """The open reports and all others that those of the focus can be compared with, and the stories of these.

        Open reports, by their files, stand for those of these files on the shelf. The stories are None, and all
        reports are given, where the catalogue does not know enough.
        """
        read = [each for those in opened.values() for each in those]
        passed = {each.path for file in opened for each in self._by_file.get(file, ())}
        passed |= {each.path for each in read}
        try:
            found = near(self._catalogue, read, focus, passed, window)
        except IncompleteError:
            return [*read, *(each for path, each in self._by_path.items() if path not in passed)], None
        return [*read, *(self._by_path[path] for path in found.paths)], found.stories
