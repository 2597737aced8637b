"""Pickling: what a report says as bytes, and back, without danger.

Claims are of any rule's types, and their fields may hold anything, which only pickle can take as it is. But whoever can
write into a folder could put anything into a pickle, a call of any function among it. So only plain values are taken
and given: dataclasses, which are made anew from their fields, enumerations and dates, all of modules that are imported
already. Claims are made flat before, so that there is less to ask about.
"""

import io
import marshal
import pickle
import sys
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

from lint.errors import DamageError
from lint.extract import Entry, Extract, extract_each
from lint.flattening import form, is_plain
from lint.late import Fleeting
from lint.packing import pack, unpack
from lint.rule import Rule
from lint.signature import KINDS, Signature
from lint.source import Source
from lint.span import Span

PROTOCOL = 5  # the newest that Python 3.11 has
REFUSALS = (pickle.PickleError, ValueError, TypeError, AttributeError, EOFError, ImportError, LookupError)


class PackingError(Exception):
    """A value that is too special to be packed."""


def pack_extract(extract: Extract) -> bytes:
    """An extract as bytes: its outline, and what is looked at only where reports are linked or compared.

    Raises PackingError where a claim is of a type that is no plain value, or a topic of one that only a rule knows:
    topics are looked at before any rule is imported.
    """
    found = pack(extract.diagnostics) if extract.diagnostics else b""
    plain: Any = (extract.path, found, extract.signed, extract.events, extract.topics)
    try:
        outline = marshal.dumps(plain)
    except ValueError as error:
        raise PackingError(str(error)) from None
    signatures = marshal.dumps([plain_signature(each) for each in extract.signatures])
    return marshal.dumps((outline, signatures, _packed_entries(extract.entries)))


def packed_extracts(sources: Iterable[Source], rules: Sequence[Rule]) -> Iterator[tuple[bytes, bytes] | Extract]:
    """What each of some reports says, packed where it was read."""
    return map(packed, extract_each(sources, rules))


def packed(found: Extract) -> tuple[bytes, bytes] | Extract:
    """What a report says, packed, and its digest; as it is, where it cannot be packed or should not be kept."""
    if found.digest is None or any(each.is_failure for each in found.diagnostics):
        return found
    try:
        return pack_extract(found), found.digest
    except PackingError:  # a rule with claims of its very own kind: they are made again each time
        return found


def outline_of(packed: bytes) -> bytes:
    """The outline of an extract that was packed, as bytes."""
    return bytes(_opened(packed)[0])


def unpack_extract(packed: bytes, digest: bytes, substance: Callable[[], bytes] | None = None) -> Extract:
    """The extract that was packed, its signatures and claims not before somebody looks at them.

    Where `substance` gives what was packed, only the outline need be at hand. Raises DamageError, then too.
    """
    outline = packed if substance else _opened(packed)[0]
    try:
        path, found, signed, events, topics = marshal.loads(outline)
    except REFUSALS as error:
        raise DamageError(str(error)) from None
    whole = substance or (lambda: packed)
    return Extract(
        path,
        digest,
        unpack(found) if found else (),
        Fleeting[Signature](lambda: _unpacked_signatures(path, _opened(whole())[1])),
        signed,
        events,
        topics,
        Fleeting[Entry](lambda: _unpacked_entries(_opened(whole())[2])),
        whole,
    )


def _opened(packed: bytes) -> Any:
    try:
        outline, signatures, entries = marshal.loads(packed)
    except REFUSALS as error:
        raise DamageError(str(error)) from None
    return outline, signatures, entries


def plain_signature(signature: Signature) -> Any:
    """A signature as plain values, without its path."""
    day = signature.published and signature.published.toordinal()
    return signature.span.start, signature.span.end, day, *(getattr(signature, kind) for kind in KINDS)


def signatures_of(path: str, plain: Any) -> tuple[Signature, ...]:
    """The signatures that were made plain; raises DamageError."""
    try:
        return tuple(
            Signature(path, Span(start, end), date.fromordinal(day) if day else None, *terms)
            for start, end, day, *terms in plain
        )
    except REFUSALS as error:
        raise DamageError(str(error)) from None


def _unpacked_signatures(path: str, packed: bytes) -> Sequence[Signature]:
    try:
        return signatures_of(path, marshal.loads(packed))
    except REFUSALS as error:
        raise DamageError(str(error)) from None


def _packed_entries(entries: Sequence[Entry]) -> bytes:
    """Claims as bytes, flat where they are what their types say."""
    numbers: dict[type, int] = {}
    rows: list[tuple[int | None, str, Hashable, int | None, Any]] = []
    for each in entries:
        kind = type(each.claim)
        try:
            flat = form(kind).flat(each.claim)
        except TypeError:
            rows.append((None, each.rule, each.key, each.event, each.claim))
        else:
            rows.append((numbers.setdefault(kind, len(numbers)), each.rule, each.key, each.event, flat))
    return _pickled(((*numbers,), rows))


def _unpacked_entries(packed: bytes) -> Sequence[Entry]:
    """The claims that were packed; raises DamageError."""
    try:
        kinds, rows = _unpickled(packed)
        made = [form(kind).made for kind in kinds]
        return [
            Entry(rule, key, event, claim if number is None else made[number](*claim))
            for number, rule, key, event, claim in rows
        ]
    except REFUSALS as error:
        raise DamageError(str(error)) from None


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
        if kind is value or not hasattr(kind, "__dataclass_fields__"):
            return NotImplemented  # pickle's own way
        return kind, _values(kind)(value)


@cache
def _kind(module: str, name: str) -> type:
    """The type of plain values of this name; raises one of REFUSALS."""
    kind: Any = sys.modules.get(module)
    for part in name.split("."):
        kind = getattr(kind, part)
    if not isinstance(kind, type) or not _is_plain(kind):
        raise pickle.UnpicklingError(f"{module}.{name} is no plain value")
    return kind


class _Unpickler(pickle.Unpickler):
    find_class = staticmethod(_kind)


@cache
def _is_plain(kind: type) -> bool:
    return issubclass(kind, Enum | date) or is_plain(kind)


@cache
def _values(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of all fields of a dataclass, as its constructor takes them."""
    names = [each.name for each in fields(kind)]
    if len(names) < 2:
        return lambda value: tuple(getattr(value, name) for name in names)
    return attrgetter(*names)
