"""Compiled: what Python compiles anew in every process, patterns and the methods of dataclasses, kept in a file.

Python compiles a pattern to a list of numbers, and that in Python, and dataclasses has the methods of every class
compiled from text: for a run over one report, 260 patterns and 800 methods took half of its time. The numbers of a
pattern and the code of a method are ready in microseconds. The file lies in the user's cache, where it can be written
wherever factlint is installed and whether or not Python may write bytecode; it is one of this version of Python, and
only read if it is the user's own. What is damaged in it, or refused, is compiled as if it were not there.
"""

import marshal
import os
import re
import sys
from array import array
from contextlib import suppress
from importlib import import_module
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, AnyStr, TypeAlias
from zlib import crc32

from lint.digest import SIZE, digest
from lint.users_cache import users_cache

LARGEST = 4_000_000  # bytes of a file above which it begins anew, for nobody may ask for most of it any more
SHORT = 4  # bytes of the number that tells how long the index is
REFUSALS = (ValueError, TypeError, EOFError, AttributeError, ImportError, RuntimeError, OverflowError)

Key: TypeAlias = str | tuple[str | bytes, int]  # the text of a method, or a pattern as it is written with its flags
Parts: TypeAlias = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]  # flags, numbers, and its groups
Index: TypeAlias = dict[Key, tuple[int, int, int]]  # where something begins and ends, and its sum


class Shelf:
    """What was compiled, in a file: an index, and each thing by itself, which is looked at when it is asked for."""

    def __init__(self, file: Path | None) -> None:
        """What is in this file, if it is there; without one, nothing is kept."""
        self._file = file
        self._index: Index | None = None
        self._held = memoryview(b"")
        self._new: dict[Key, bytes] = {}

    def compiled(self, written: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
        """What re.compile gives; raises re.error as it does."""
        key = written, int(flags)
        if parts := self._found(key):
            with suppress(*REFUSALS):
                return _made(written, parts)
        try:
            parts = _parts(*key)
            made = _made(written, parts)
        except REFUSALS:  # this Python compiles in another way than those that we know
            return re.compile(written, flags)
        self._new[key] = marshal.dumps(parts)
        return made

    def execute(self, text: str, names: dict[str, Any], found: dict[str, Any]) -> None:
        """What exec does."""
        code = self._found(text)
        if code is None:
            code = compile(text, "<string>", "exec", dont_inherit=True)
            self._new[text] = marshal.dumps(code)
        exec(code, names, found)

    def keep(self) -> None:
        """Write what was not known, beside what other processes have written meanwhile."""
        if not self._new or not self._file:
            return
        from lint.whole import put  # which few processes need

        index, held = self._read()
        known = {key: bytes(held[start:end]) for key, (start, end, _) in index.items()}
        told = _packed(known | self._new)
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            put(self._file, told if len(told) <= LARGEST else _packed(self._new))
        self._new = {}

    def _found(self, key: Key) -> Any:
        """What was kept under this key, if it is whole."""
        if self._index is None:
            self._index, self._held = self._read()
        if key in self._index:
            start, end, told = self._index[key]
            held = self._held[start:end]
            if crc32(held) == told:
                return marshal.loads(held)
        return marshal.loads(self._new[key]) if key in self._new else None

    def _read(self) -> tuple[Index, memoryview]:
        """The index of the file and what comes after it, if this very Python wrote them and the index is whole."""
        with suppress(OSError, *REFUSALS):
            told = memoryview(_read_own(self._file) if self._file else b"")
            end = SIZE + SHORT + int.from_bytes(told[SIZE : SIZE + SHORT])
            index = bytes(told[SIZE + SHORT : end])
            if told[:SIZE] == _sum(index):
                return marshal.loads(index), told[end:]
        return {}, memoryview(b"")


def _read_own(file: Path) -> bytes:
    """The bytes of a file; raises OSError, also where the file is somebody else's, for what it holds is run."""
    with file.open("rb") as stream:
        if hasattr(os, "geteuid") and os.fstat(stream.fileno()).st_uid != os.geteuid():
            raise PermissionError(file)
        return stream.read()


def _packed(kept: dict[Key, bytes]) -> bytes:
    spans = pairwise(accumulate(map(len, kept.values()), initial=0))
    places = {key: (*span, crc32(held)) for (key, held), span in zip(kept.items(), spans, strict=True)}
    index = marshal.dumps(places)
    return b"".join((_sum(index), len(index).to_bytes(SHORT), index, *kept.values()))


def _sum(told: bytes) -> bytes:
    """What stands for these bytes, and for the Python that wrote them."""
    return digest((sys.version.encode(), sys.byteorder.encode(), told))


def _parts(written: str | bytes, flags: int) -> Parts:
    """What Python compiles a pattern to, as re does it; raises re.error, and one of REFUSALS in an unknown Python."""
    compiler, parser = import_module("re._compiler"), import_module("re._parser")
    parsed = parser.parse(written, flags)
    numbers = array("I", compiler._code(parsed, flags))
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    return flags | state.flags, numbers.tobytes(), state.groups - 1, state.groupdict, tuple(names)


def _made(written: AnyStr, parts: Parts) -> re.Pattern[AnyStr]:
    """The pattern of these parts, whose numbers `_sre` looks through before it takes them; raises one of REFUSALS."""
    flags, told, groups, groupdict, names = parts
    numbers = array("I")
    numbers.frombytes(told)
    made: re.Pattern[AnyStr] = import_module("_sre").compile(written, flags, numbers.tolist(), groups, groupdict, names)
    return made


def _file() -> Path | None:
    with suppress(RuntimeError):  # who has no home
        return users_cache() / f"compiled.{sys.implementation.cache_tag}.kept"
    return None


SHELF = Shelf(_file())
compiled = SHELF.compiled


def keep_methods() -> None:
    """Have all dataclasses of this process take their methods from the shelf: only a process of our own may do that.

    Where dataclasses looks for `exec`, it finds ours before that of Python; one that does not look for it finds none.
    """
    vars(import_module("dataclasses"))["exec"] = SHELF.execute
