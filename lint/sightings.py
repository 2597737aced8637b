"""Sightings: what files looked like from outside when they were read, so that one that looks the same is not read."""

import marshal
import os
import time
from collections.abc import Iterable

from lint.errors import DamageError
from lint.source import Source, fetched

# A file that was changed a moment before it was read may be changed again without looking otherwise: the clocks of file
# systems tick as seldom as every two seconds, and those of other machines differ.
SETTLED = 4_000_000_000  # nanoseconds

Look = tuple[int, int, int, int, int]  # when it was written and when anything of it was changed, size, which file


class Sightings:
    """The digests of files by path, as they were when each was last read."""

    def __init__(self, packed: bytes | None = None) -> None:
        """What was seen before, as `packed` gave it; raises DamageError."""
        self._known: dict[str, tuple[Look, bytes]] = {}
        self._seen: dict[str, tuple[Look, bytes]] = {}
        if packed:
            try:
                self._known = dict(marshal.loads(packed))
            except (ValueError, TypeError, EOFError) as error:
                raise DamageError(str(error)) from None

    def digest(self, source: Source) -> bytes | None:
        """What stands for the content of a source, if it can be read; it is read only if it looks new."""
        if source.content is not None or source.archive:
            return fetched(source).digest
        now = time.time_ns()
        try:
            status = os.stat(source.path)  # noqa: PTH116 - thousands of files
        except OSError:
            return None
        look = (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino, status.st_dev)
        known = self._known.get(source.path)
        if known and known[0] == look:
            self._seen[source.path] = known
            return known[1]
        digest = fetched(source).digest
        if digest and max(look[:2]) < now - SETTLED:
            self._seen[source.path] = look, digest
        return digest

    @property
    def are_new(self) -> bool:
        """Whether something was seen that was not known."""
        return any(self._known.get(path) != seen for path, seen in self._seen.items())

    def packed(self, paths: Iterable[str]) -> bytes:
        """What was seen of these paths, as bytes."""
        return marshal.dumps({path: self._seen[path] for path in paths if path in self._seen})
