"""The archive: every report that a newsroom has published, in one file, with what each of them says."""

import os
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from lint.errors import ArchiveError, DamageError
from lint.rule import Rule
from lint.runners import Runner
from lint.source import Source
from lint.store import NewerError, connect, transaction
from lint.walk import shown

if TYPE_CHECKING:
    from lint.extract import Extract
    from lint.memory import Memory
    from lint.neighbourhood import Near

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS reports (path BLOB PRIMARY KEY, digest BLOB NOT NULL, content BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS state (token BLOB NOT NULL)",
)
HERE = "."  # the current folder, as `shown` gives it
TOKEN = 16  # bytes
PATIENCE = 60.0  # seconds to wait while another process adds reports
READ_AT_ONCE = 2000  # reports that are entered into the catalogue together
ADDED_AT_ONCE = 1000  # reports in one transaction: what is lost when a long addition is killed


class Archive:
    """The reports in one file, by the paths under which they were added; every method raises ArchiveError."""

    def __init__(self, path: str, *, make: bool = False) -> None:
        """Open the file of that path; it must be there, unless it is to be made."""
        self.path = path
        if not make and not Path(path).is_file():
            raise ArchiveError(f"{path}: there is no such archive (factlint archive add makes one)")
        with self._guarded():
            connection = connect(Path(path), make=make, patience=PATIENCE)
            if connection is None:
                raise DamageError("it is empty")
            self._connection = connection
            if make:
                with transaction(connection):
                    for table in SCHEMA:
                        connection.execute(table)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._connection.close()

    def __len__(self) -> int:
        with self._guarded():
            return int(self._connection.execute("SELECT count(*) FROM reports").fetchone()[0])

    @property
    def state(self) -> bytes:
        """What is another one whenever a report was added or removed."""
        with self._guarded():
            return b"".join(token for (token,) in self._connection.execute("SELECT token FROM state"))

    def sources(self) -> tuple[Source, ...]:
        """The reports, sorted by path; their content stays where it is until it is read."""
        with self._guarded():
            rows = self._connection.execute("SELECT path, digest FROM reports ORDER BY path")
            return tuple(Source(os.fsdecode(path), digest=digest, archive=self.path) for path, digest in rows)

    def content(self, path: str) -> bytes:
        """What stands in a report."""
        with self._guarded():
            found = self._connection.execute("SELECT content FROM reports WHERE path = ?", (os.fsencode(path),))
            row = found.fetchone()
            if row is None:
                raise DamageError(f"there is no report {path} in it any more")
            try:
                return zlib.decompress(row[0])
            except zlib.error:
                advice = "factlint archive remove forgets it, and it can be added again"
                raise DamageError(f"{path} is not what was added ({advice})") from None

    def add(self, sources: Iterable[Source]) -> int:
        """Add reports whose content is at hand, in the place of those of equal paths; gives how many are new."""
        added = 0
        with self._guarded():
            for bundle in _bundles(sources):
                with transaction(self._connection):
                    added += sum(self._insert(source) for source in bundle)
                    self._change()
        return added

    def near(
        self,
        made: Collection[bytes],
        read: Sequence["Extract"],
        focus: Collection[str],
        window: int | None,
    ) -> "Near | None":
        """What the reports of the focus have to do with, where a catalogue made by all of these tells."""
        from lint.catalogue import Catalogue  # with all that stories are made of
        from lint.neighbourhood import IncompleteError, near

        names = {name for each in read for name in _names(each.path)}
        with self._guarded():
            catalogue = Catalogue(self._connection)
            try:
                return near(catalogue, read, focus, names, window) if catalogue.serves(made) else None
            except IncompleteError:
                return None
            except DamageError:
                with suppress(sqlite3.Error):  # where nobody may write, it is passed over each time
                    catalogue.clear()
                return None

    def others(self, read: Sequence["Extract"]) -> list[Source]:
        """All reports but those for which one that was read stands."""
        names = {name for each in read for name in _names(each.path)}
        return [source for source in self.sources() if source.path not in names]

    def of(self, paths: Collection[str]) -> list[Source]:
        """The reports of these paths."""
        found = []
        with self._guarded():
            for path in paths:
                rows = self._connection.execute("SELECT digest FROM reports WHERE path = ?", (os.fsencode(path),))
                found += [Source(path, digest=digest, archive=self.path) for (digest,) in rows]
        return found

    def catalogue(self, known: "Memory", rules: Sequence[Rule], runner: Runner) -> None:
        """Have the rules read what they have not read yet, and enter it into the catalogue."""
        from lint.catalogue import Catalogue
        from lint.engine import extracts

        catalogue = Catalogue(self._connection)
        with self._guarded():
            catalogue.begin(known.catalogued)
            missing = catalogue.missing(known.edition)
        for start in range(0, len(missing), READ_AT_ONCE):
            some = missing[start : start + READ_AT_ONCE]
            sources = [Source(path, digest=digest, archive=self.path) for path, digest in some]
            found = list(extracts(sources, rules, runner, known))
            with self._guarded():
                catalogue.add(found, known.edition)
        with self._guarded():
            catalogue.finish()
            if missing and not catalogue.missing(known.edition):
                with transaction(self._connection):  # what other rule books found, and nobody asks for any more
                    gone = "DELETE FROM kept WHERE edition NOT IN (?, x'')"
                    self._connection.execute(gone, (known.edition,))

    def remove(self, path: str) -> int:
        """Remove the report of this path, or those in the file or folder of this path; gives how many there were.

        In the folder “.” lie all whose paths lead neither up from it nor down from the top.
        """
        from lint.catalogue import Catalogue

        meant, places = _within(path)
        with self._guarded():
            catalogue = Catalogue(self._connection)
            is_kept_up = catalogue.serves(())
            with transaction(self._connection):
                gone = self._connection.execute(f"DELETE FROM reports WHERE {meant}", places)
                self._change()
            if is_kept_up:
                catalogue.drop_gone()
                catalogue.finish()
        return gone.rowcount

    def _insert(self, source: Source) -> bool:
        assert source.content is not None
        path = os.fsencode(source.path)
        known = self._connection.execute("SELECT digest FROM reports WHERE path = ?", (path,)).fetchone()
        if known != (source.digest,):
            row = (path, source.digest, zlib.compress(source.content))
            self._connection.execute("INSERT OR REPLACE INTO reports VALUES (?, ?, ?)", row)
        return known is None

    def _change(self) -> None:
        self._connection.execute("DELETE FROM state")
        self._connection.execute("INSERT INTO state VALUES (?)", (os.urandom(TOKEN),))

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except NewerError:
            raise ArchiveError(f"{self.path}: a newer factlint has made this archive") from None
        except DamageError as error:
            raise ArchiveError(f"{self.path}: the archive is damaged: {error}") from None
        except sqlite3.DatabaseError as error:
            raise ArchiveError(f"{self.path}: the archive cannot be used: {error}") from None


def _within(path: str) -> tuple[str, tuple[bytes, ...]]:
    """What SQL says of the reports in this file or folder, and the values that it asks for."""
    if path == HERE:
        return "substr(path, 1, 1) != ? AND substr(path, 1, 3) != ?", (b"/", b"../")
    name = os.fsencode(path)
    # What begins with the folder and a slash comes before what goes on with “0”, the next character.
    ends = name, name + b"/", name + b"0", name + b"#", name + b"$"  # and items after “#”, before “$”
    return "path = ? OR (path > ? AND path < ?) OR (path > ? AND path < ?)", ends


def _names(path: str) -> set[str]:
    """The names under which a report may have been archived: its own, and that of the file that it is."""
    return {path, shown(path), shown(os.path.realpath(path))}


def _bundles(sources: Iterable[Source]) -> Iterator[list[Source]]:
    bundle: list[Source] = []
    for source in sources:
        bundle.append(source)
        if len(bundle) == ADDED_AT_ONCE:
            yield bundle
            bundle = []
    if bundle:
        yield bundle
