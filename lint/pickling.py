"""Pickling: what a report says as bytes, and back, without danger.

Claims are of any rule's types, which only pickle can take as they are. But whoever can write into a folder could put
anything into a pickle, a call of any function among it. So only plain values are taken and given: dataclasses, which
are made anew from their fields, enumerations and dates, all of modules that are imported already.
"""

import io
import marshal
import pickle
import sys
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from lint.errors import DamageError
from lint.extract import Entry, Extract
from lint.late import Late
from lint.packing import pack, unpack

PROTOCOL = 5  # the newest that Python 3.11 has
REFUSALS = (pickle.PickleError, ValueError, TypeError, AttributeError, EOFError, ImportError, IndexError)


class PackingError(Exception):
    """A value that is too special to be packed."""


def pack_extract(extract: Extract) -> bytes:
    """An extract as bytes.

    Raises PackingError where a claim is of a type that is no plain value, or a topic of one that only a rule knows:
    topics are looked at before any rule is imported.
    """
    plain: Any = (extract.path, pack(extract.diagnostics), _pickled(extract.signatures), extract.events, extract.topics)
    try:
        return marshal.dumps((*plain, _pickled(tuple(extract.entries))))
    except ValueError as error:
        raise PackingError(str(error)) from None


def unpack_extract(packed: bytes, digest: bytes) -> Extract:
    """The extract that was packed, its claims not before somebody looks at them; raises DamageError, then too."""
    try:
        path, diagnostics, signatures, events, topics, entries = marshal.loads(packed)
    except REFUSALS as error:
        raise DamageError(str(error)) from None
    claimed = Late[Entry](lambda: _unpickled(entries))
    return Extract(path, digest, unpack(diagnostics), _unpickled(signatures), events, topics, claimed)


def _pickled(value: object) -> bytes:
    file = io.BytesIO()
    try:
        _Pickler(file, PROTOCOL).dump(value)
    except REFUSALS as error:
        raise PackingError(str(error)) from None
    return file.getvalue()


def _unpickled(packed: bytes) -> Any:
    try:
        return _Unpickler(io.BytesIO(packed)).load()
    except REFUSALS as error:
        raise DamageError(str(error)) from None


class _Pickler(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        kind = value if isinstance(value, type) else type(value)
        if not _is_plain(kind):
            raise pickle.PicklingError(f"{kind.__qualname__} is no plain value")
        if kind is value or not is_dataclass(kind):
            return NotImplemented  # pickle's own way
        return kind, tuple(getattr(value, name) for name in _fields(kind))


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        kind: Any = sys.modules.get(module)
        for part in name.split("."):
            kind = getattr(kind, part)
        if not isinstance(kind, type) or not _is_plain(kind):
            raise pickle.UnpicklingError(f"{module}.{name} is no plain value")
        return kind


@cache
def _is_plain(kind: type) -> bool:
    if issubclass(kind, Enum | date):
        return True
    return is_dataclass(kind) and all(each.init and not each.kw_only for each in fields(kind))


@cache
def _fields(kind: Any) -> Sequence[str]:
    return [each.name for each in fields(kind)]
