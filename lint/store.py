"""The store: values by key in one SQLite file, of which nothing need be kept, and nothing is believed that is wrong.

Several processes may use it at once, be killed at any moment, or run out of disk. What cannot be read is not known,
and what cannot be written is forgotten: nothing is lost but time.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from lint import stopwatch
from lint.digest import digest
from lint.errors import DamageError

APPLICATION = 0x66616374  # “fact”, by which we know our own files
FORMAT = 1  # of the tables; a file of a higher one was written by a newer factlint
SCHEMA = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, edition BLOB NOT NULL, value BLOB NOT NULL)"

SUM = 8  # bytes before each value by which damage is seen: SQLite itself does not look at the inside of its pages
PATIENCE = 2.0  # seconds to wait for another process; to do without is soon cheaper
AT_ONCE = 500  # keys in one query
WAITING = 4_000_000  # bytes of values that wait to be written together: what is lost by a run that is killed
LARGE = 100_000_000  # bytes of a store above which it forgets what was found by other rule books
LARGEST = 1_000_000_000  # and above which it forgets the older half of the rest

# What keeps a store from being used and is no news: another process, or a folder that is not to be written.
EXPECTED = frozenset((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM))
OUTSIDE = frozenset((sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM))  # no fault of the file's


class NewerError(Exception):
    """A store that a newer factlint has made."""


class Store:
    """Values by key, in a file that is made when the first value is written.

    A store that is a cache is deleted where it is damaged, and lies in a folder of its own, which is made for it.
    """

    def __init__(self, path: Path, say: Callable[[str], None], *, is_cache: bool = True) -> None:
        """The store in the file of that path; `say` gets a line where the user should know that something is wrong."""
        self._path = path
        self._say = say
        self._is_cache = is_cache
        self._connection: sqlite3.Connection | None = None
        self._usable = True
        self._waiting: dict[bytes, tuple[bytes, bytes]] = {}
        self._size = 0

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values of those keys that have one."""
        found = {key: self._waiting[key][1] for key in keys if key in self._waiting}
        with self._guarded():
            connection = self._opened()
            if connection:
                found.update(_selected(connection, [key for key in keys if key not in found]))
        return found

    def put(self, key: bytes, value: bytes, edition: bytes) -> None:
        """Keep a value, found by this edition of the rule book; it is written in time, or when the store is closed."""
        self._waiting[key] = edition, value
        self._size += len(value)
        if self._size > WAITING:
            self._flush()

    def close(self) -> None:
        """Write what waits, and let go of the file."""
        self._flush()
        self._disconnect()

    def distrust(self, reason: str) -> None:
        """Say that what the file holds is wrong, forget it, and do without for the rest of the run."""
        self._waiting.clear()
        self._usable = False
        if self._is_cache:
            self._disconnect()
            # Without its journal, if there is one: SQLite sees that it belongs to nothing, but one that another
            # process has just begun must not be taken from it.
            with suppress(OSError):
                self._path.unlink()
        elif self._connection:  # what is remembered is not all that the file is for
            with suppress(sqlite3.Error), transaction(self._connection):
                self._connection.execute("DELETE FROM kept")
            self._disconnect()
        self._say(f"{self._path} remembers nothing any more, because {reason}")

    def _flush(self) -> None:
        waiting, self._waiting, self._size = self._waiting, {}, 0
        if not waiting:
            return
        with stopwatch.lap(stopwatch.STORE), self._guarded():
            connection = self._opened(make=True)
            if connection:
                rows = ((key, edition, _sum(key, value) + value) for key, (edition, value) in waiting.items())
                with transaction(connection):
                    connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
                    if _held(connection, list(waiting)) < len(waiting):
                        raise DamageError("it was damaged")  # where a damaged index hides what was written just now
                    if self._is_cache:  # of an archive, it is for those who add to it to say what is of no use
                        _prune(connection, {edition for edition, _ in waiting.values()})

    def _opened(self, *, make: bool = False) -> sqlite3.Connection | None:
        """A connection to the file, if it is there, or is to be made."""
        if self._connection is None and self._usable and (make or self._path.exists()):
            if make and self._is_cache:
                _make_folder(self._path.parent, self._path.name)
            connection = connect(self._path, make=make, patience=PATIENCE)
            if connection and self._is_cache:
                connection.execute("PRAGMA synchronous = OFF")  # a lost value costs time, and so does each sync
            self._connection = connection
        return self._connection

    def _disconnect(self) -> None:
        if self._connection:
            self._connection.close()
            self._connection = None

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Nothing that goes wrong with the file goes beyond this: the store is then no longer used."""
        try:
            yield
        except DamageError as error:
            self.distrust(str(error))
        except NewerError:
            self._usable = False
            self._say(f"{self._path} was made by a newer factlint and is not used")
        except OSError:
            self._usable = False  # its folder cannot be made
        except (sqlite3.Error, UnicodeDecodeError) as error:  # SQLite quotes what it cannot read, damaged as it is
            reason = error_code(error)
            self._usable = False
            if self._path.is_dir():
                self._say(f"{self._path} is a folder and is not used")
            elif reason in OUTSIDE:
                self._say(f"{self._path} cannot be used: {error}")
            elif reason not in EXPECTED:
                self.distrust(f"it was damaged ({error})")


def connect(path: Path, *, make: bool, patience: float) -> sqlite3.Connection | None:
    """A connection to a store, made if need be; None for an empty file that is not to be one.

    Raises sqlite3.Error, DamageError and NewerError.
    """
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        connection.execute("BEGIN")  # another process may be making it: all of that is seen, or nothing
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (written,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.execute("COMMIT")
        if application == APPLICATION:
            if written > FORMAT:
                raise NewerError
            return connection
        if tables:
            raise DamageError("it is no file of factlint")
        if make:
            with transaction(connection):
                connection.execute(SCHEMA)
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                connection.execute(f"PRAGMA user_version = {FORMAT}")
            return connection
    except BaseException:
        connection.close()
        raise
    connection.close()
    return None


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is done within is written, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def error_code(error: Exception) -> int:
    """What kind of error SQLite says this is, its details left out."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF


def _selected(connection: sqlite3.Connection, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
    for start in range(0, len(keys), AT_ONCE):
        asked = keys[start : start + AT_ONCE]
        marks = ",".join("?" * len(asked))
        for key, stored in connection.execute(f"SELECT key, value FROM kept WHERE key IN ({marks})", asked):
            value = stored[SUM:]
            if stored[:SUM] != _sum(key, value):
                raise DamageError("it was damaged")
            yield key, value


def _held(connection: sqlite3.Connection, keys: Sequence[bytes]) -> int:
    """How many of these keys are found, without a look at their values."""
    held = 0
    for start in range(0, len(keys), AT_ONCE):
        asked = keys[start : start + AT_ONCE]
        marks = ",".join("?" * len(asked))
        held += connection.execute(f"SELECT count(*) FROM kept WHERE key IN ({marks})", asked).fetchone()[0]
    return held


def _sum(key: bytes, value: bytes) -> bytes:
    return digest((key, value))[:SUM]


def _prune(connection: sqlite3.Connection, editions: Collection[bytes]) -> None:
    """Where there is too much, forget what other editions found, and then what was written first.

    The file does not shrink: what is freed in it is used again.
    """
    if _bytes_used(connection) > LARGE:
        marks = ",".join("?" * len(editions))
        connection.execute(f"DELETE FROM kept WHERE edition NOT IN ({marks})", tuple(editions))
        if _bytes_used(connection) > LARGEST:
            connection.execute("DELETE FROM kept WHERE rowid < (SELECT (min(rowid) + max(rowid)) / 2 FROM kept)")


def _bytes_used(connection: sqlite3.Connection) -> int:
    pages, free, size = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)


def _make_folder(folder: Path, file: str) -> None:
    """The folder of a cache, with a word to git and to backup programs that it holds nothing of worth.

    A process may have been killed before it had said so; a folder with other files in it is somebody's own.
    """
    folder.mkdir(parents=True, exist_ok=True)
    there = {each.name for each in folder.iterdir()}
    if all(name in SIGNS or name.startswith(file) for name in there):
        for name in SIGNS.keys() - there:
            (folder / name).write_text(SIGNS[name], encoding="utf-8")


SIGNS = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": """\
Signature: 8a477f597d28d172789f06886806bc55
# This is a cache of factlint. It may be deleted at any time. See https://bford.info/cachedir/
""",
}
