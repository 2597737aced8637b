"""The catalogue of an archive: which of its reports name what, so that one report is compared at the cost of one.

What a report shares with others is looked up by its own terms, and of the reports that are found by theirs, until no
further one can be of its story. The stories are those that all reports together would give.
"""

import marshal
import os
import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from lint.digest import SIZE, digest, number_of
from lint.errors import DamageError
from lint.extract import Extract
from lint.pickling import plain_signature, signatures_of
from lint.signature import BLOCKING, KINDS, Signature
from lint.store import transaction
from lint.story import RARE

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS catalogue (made BLOB NOT NULL, state BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS signed (number INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE, digest BLOB NOT NULL,"
    " edition BLOB NOT NULL, value BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS terms (term INTEGER PRIMARY KEY, value BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS topics (topic INTEGER, number INTEGER, PRIMARY KEY (topic, number)) WITHOUT ROWID",
)
LISTED = 2 * RARE  # reports: of a term that more have it is told how many they are, and no more which
ALL = 0  # a term that every signature has
SUM = 8  # bytes before what is kept of a report, by which damage is seen
AT_ONCE = 500  # keys in one query


@dataclass(frozen=True, slots=True)
class Entry:
    """What the catalogue holds of one report."""

    number: int
    path: str
    signatures: tuple[Signature, ...]
    topics: tuple[int, ...]


class Catalogue:
    """The catalogue in an archive. Raises DamageError where it holds what it should not, and sqlite3.Error."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """The catalogue beside the reports of this connection."""
        self._connection = connection

    @property
    def is_there(self) -> bool:
        """Whether there is one, finished or not."""
        found = self._connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'catalogue'")
        return bool(found.fetchone()[0])

    def serves(self, parts: Collection[bytes]) -> bool:
        """Whether it is finished, of the reports as they are now, and made by all of these."""
        if not self.is_there:
            return False
        found = self._connection.execute("SELECT made, catalogue.state, token FROM catalogue, state").fetchone()
        if not found or found[1] != found[2]:
            return False
        return set(parts) <= {found[0][start : start + SIZE] for start in range(0, len(found[0]), SIZE)}

    def begin(self, parts: Collection[bytes]) -> None:
        """Go on with the catalogue where it was made by the same; else begin anew."""
        made = b"".join(sorted(parts))
        with transaction(self._connection):
            for table in SCHEMA:
                self._connection.execute(table)
            if self._connection.execute("SELECT made FROM catalogue").fetchone() != (made,):
                self._clear()
                self._connection.execute("INSERT INTO catalogue VALUES (?, x'')", (made,))
        self.drop_gone()

    def drop_gone(self) -> None:
        """Forget the reports that are not in the archive any more, or have become others."""
        gone = "SELECT number FROM signed LEFT JOIN reports USING (path, digest) WHERE reports.path IS NULL"
        with transaction(self._connection):
            self._remove([number for (number,) in self._connection.execute(gone).fetchall()])

    def missing(self, edition: bytes) -> list[tuple[str, bytes]]:
        """The paths and digests of reports that the rules of this edition have not read for the catalogue."""
        found = self._connection.execute(
            "SELECT path, digest FROM reports LEFT JOIN signed USING (path, digest)"
            " WHERE signed.path IS NULL OR signed.edition != ? ORDER BY path",
            (edition,),
        )
        return [(os.fsdecode(path), digest) for path, digest in found]

    def add(self, extracts: Iterable[Extract], edition: bytes) -> None:
        """Enter reports as the rules of this edition read them, in the place of those of equal paths."""
        entered = {os.fsencode(each.path): each for each in extracts if each.digest}
        with transaction(self._connection):
            known = list(self._chosen("SELECT path, number, digest FROM signed WHERE path", entered))
            same = {path for path, _, digest in known if entered[path].digest == digest}
            again = "UPDATE signed SET edition = ? WHERE path = ?"
            self._connection.executemany(again, ((edition, path) for path in same))
            self._remove(number for path, number, _ in known if path not in same)
            (last,) = self._connection.execute("SELECT ifnull(max(number), 0) FROM signed").fetchone()
            new = ((path, each) for path, each in entered.items() if path not in same)
            rows: list[tuple[int, bytes, bytes | None, bytes, bytes]] = []
            links: list[tuple[int, int]] = []
            change = Change()
            for number, (path, each) in enumerate(new, start=last + 1):
                topics = sorted({_topic(topic) for topic in each.topics})
                value = marshal.dumps(([plain_signature(signed) for signed in each.signatures], topics))
                rows.append((number, path, each.digest, edition, _summed(value)))
                links += ((topic, number) for topic in topics)
                change.come(number, each.signatures)
            self._connection.executemany("INSERT INTO signed VALUES (?, ?, ?, ?, ?)", rows)
            self._connection.executemany("INSERT INTO topics VALUES (?, ?)", links)
            self._change(change)

    def remove(self, paths: Collection[str]) -> None:
        """Forget the reports of these paths."""
        with transaction(self._connection):
            self._remove([entry.number for entry in self.of(paths)])

    def finish(self) -> None:
        """Note that all reports are entered that there are now, if they are: another process may have added more."""
        missing = "SELECT 1 FROM reports LEFT JOIN signed USING (path, digest) WHERE signed.path IS NULL"
        gone = "SELECT 1 FROM signed LEFT JOIN reports USING (path, digest) WHERE reports.path IS NULL"
        with transaction(self._connection):
            self._connection.execute(
                "UPDATE catalogue SET state = ifnull((SELECT token FROM state), x'')"
                f" WHERE NOT EXISTS ({missing}) AND NOT EXISTS ({gone})"
            )

    def clear(self) -> None:
        """Forget everything; the next addition to the archive makes it anew."""
        with transaction(self._connection):
            self._clear()

    def of(self, paths: Collection[str]) -> Iterator[Entry]:
        """What is known of the reports of these paths."""
        return self._entries("path", {os.fsencode(path) for path in paths})

    def entries(self, numbers: Collection[int]) -> Iterator[Entry]:
        """What is known of the reports of these numbers."""
        return self._entries("number", numbers)

    def on(self, topics: Iterable[tuple[str, Hashable]]) -> set[int]:
        """The numbers of the reports with a claim on one of these topics."""
        asked = {_topic(topic) for topic in topics}
        return {number for (number,) in self._chosen("SELECT number FROM topics WHERE topic", asked)}

    def paths(self, numbers: Collection[int]) -> list[str]:
        """The paths of the reports of these numbers."""
        found = self._chosen("SELECT path FROM signed WHERE number", numbers)
        return sorted(os.fsdecode(path) for (path,) in found)

    def terms(self, terms: Collection[int]) -> dict[int, tuple[int, Sequence[int] | None]]:
        """How many reports have each of these terms, and which, where they are few."""
        known = {}
        for term, value in self._chosen("SELECT term, value FROM terms WHERE term", terms):
            known[term] = _unpacked(term, value)
        return known

    @property
    def signatures(self) -> int:
        """How many signatures there are."""
        return self.terms([ALL]).get(ALL, (0, None))[0]

    def _entries(self, column: str, keys: Collection[Any]) -> Iterator[Entry]:
        for number, path, value in self._chosen(f"SELECT number, path, value FROM signed WHERE {column}", keys):
            try:
                plain, topics = marshal.loads(_checked(value))
            except (ValueError, TypeError, EOFError) as error:
                raise DamageError(str(error)) from None
            name = os.fsdecode(path)
            yield Entry(number, name, signatures_of(name, plain), tuple(topics))

    def _chosen(self, query: str, keys: Collection[Any]) -> Iterator[tuple[Any, ...]]:
        waiting = list(keys)
        for start in range(0, len(waiting), AT_ONCE):
            some = waiting[start : start + AT_ONCE]
            yield from self._connection.execute(f"{query} IN ({','.join('?' * len(some))})", some)

    def _remove(self, numbers: Iterable[int]) -> None:
        gone, change = list(numbers), Change()
        for entry in self._entries("number", gone):
            change.go(entry.number, entry.signatures)
            topics = ((topic, entry.number) for topic in entry.topics)
            self._connection.executemany("DELETE FROM topics WHERE topic = ? AND number = ?", topics)
        self._connection.executemany("DELETE FROM signed WHERE number = ?", ((number,) for number in gone))
        self._change(change)

    def _change(self, change: "Change") -> None:
        known = self.terms(change.counts)
        rows, gone = [], []
        for term, difference in change.counts.items():
            before, listed = known.get(term, (0, ()))
            count = before + difference
            if count <= 0:
                gone.append((term,))
                continue
            if listed is None or count > LISTED:
                if listed is None and count <= RARE:  # who has it was told no more when many had it
                    self._connection.execute("UPDATE catalogue SET made = x''")
                rows.append((term, _packed(term, count, None)))
                continue
            holders = set(listed).difference(change.gone[term]).union(change.came[term])
            rows.append((term, _packed(term, count, sorted(holders))))
        self._connection.executemany("INSERT OR REPLACE INTO terms VALUES (?, ?)", rows)
        self._connection.executemany("DELETE FROM terms WHERE term = ?", gone)

    def _clear(self) -> None:
        for table in ("catalogue", "signed", "terms", "topics"):
            self._connection.execute(f"DELETE FROM {table}")


class Change:
    """What becomes of terms when reports come and go."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.counts: Counter[int] = Counter()
        self.came: defaultdict[int, list[int]] = defaultdict(list)
        self.gone: defaultdict[int, list[int]] = defaultdict(list)

    def come(self, number: int, signatures: Iterable[Signature]) -> None:
        """Count a report that comes."""
        self._count(number, signatures, 1, self.came)

    def go(self, number: int, signatures: Iterable[Signature]) -> None:
        """Count a report that goes."""
        self._count(number, signatures, -1, self.gone)

    def _count(
        self, number: int, signatures: Iterable[Signature], step: int, holders: defaultdict[int, list[int]]
    ) -> None:
        for signature in signatures:
            self.counts[ALL] += step
            for kind in KINDS:
                for word in getattr(signature, kind):
                    term = term_of(kind, word)
                    self.counts[term] += step
                    if kind == BLOCKING:
                        holders[term].append(number)


def term_of(kind: str, word: str) -> int:
    """The number of a term."""
    return number_of(f"{kind} {word}")


def _topic(topic: tuple[str, Hashable]) -> int:
    return number_of(f"topic {topic!r}")


def _packed(term: int, count: int, holders: Sequence[int] | None) -> bytes:
    told = array("I", [count, holders is not None, *(holders or ())]).tobytes()
    return crc32(told, term & 0xFFFFFFFF).to_bytes(4) + told


def _unpacked(term: int, value: bytes) -> tuple[int, Sequence[int] | None]:
    numbers = array("I")
    told = value[4:]
    if len(told) % numbers.itemsize or value[:4] != crc32(told, term & 0xFFFFFFFF).to_bytes(4):
        raise DamageError("its catalogue was damaged")
    numbers.frombytes(told)
    count, is_listed, *holders = numbers
    return count, holders if is_listed else None


def _summed(value: bytes) -> bytes:
    return digest([value])[:SUM] + value


def _checked(stored: bytes) -> bytes:
    value = stored[SUM:]
    if stored[:SUM] != digest([value])[:SUM]:
        raise DamageError("its catalogue was damaged")
    return value
