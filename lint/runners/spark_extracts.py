"""Map on a cluster: each report is read once, by one worker, into a row of a table of what it says.

Paths are bytes in every table of ours: a name of a file need be no text, and Java has no halves of characters.
"""

import os
import pickle
import socket
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING, Any
from zlib import crc32

from lint.allow import UNUSED
from lint.edition import code
from lint.errors import ClusterError
from lint.extract import TOGETHER, Entry, Extract, extract_each
from lint.packing import mark
from lint.rule import Rule
from lint.runners import spark_tables
from lint.runners.spark_cluster import Cluster, at, told
from lint.signature import KINDS, Signature
from lint.source import Source

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

SCHEMA = (
    "path BINARY, read BOOLEAN, focus BOOLEAN, allows BOOLEAN, findings ARRAY<BINARY>,"
    " signatures ARRAY<STRUCT<event: INT, start: INT, `end`: INT, day: INT, terms: ARRAY<STRING>>>,"
    " claims ARRAY<STRUCT<event: INT, rule: STRING, key: BIGINT, number: INT, claim: BINARY>>"
)


def said(
    cluster: Cluster, rules: Sequence[Rule], sources: Sequence[Source], corpus: Sequence[Source], tables: Sequence[str]
) -> "DataFrame":
    """What each report says, a row each. Findings need not touch those of the corpus.

    A finding is packed, a term of a signature begins with the number of its kind, the key of a claim is a number that
    is equal for equal keys, and the claim itself is pickled with its key.
    """
    items: Any = cluster.spread([*((each, True) for each in sources), *((each, False) for each in corpus)])
    for table in tables:
        rows = spark_tables.rows(cluster.session, table)
        if rows.getNumPartitions() < cluster.parts:
            rows = rows.repartition(cluster.parts)
        items = items.union(rows.map(_in_focus))
    work = partial(_extracted, rules=tuple(rules), folder=os.getcwd(), ours=code())  # noqa: PTH109 - as rules see it
    return cluster.session.createDataFrame(items.mapPartitions(work), SCHEMA, verifySchema=False)


def steady(value: Any) -> int:
    """A hash that is the same in every process, for values of which rules make keys."""
    match value:
        case None:
            return 0
        case Enum():
            return steady(value.name)
        case str():
            return crc32(value.encode("utf-8", "surrogatepass"))
        case tuple():
            return crc32(repr([steady(each) for each in value]).encode())
        case frozenset():
            return sum(map(steady, value)) & 0xFFFFFFFF
    if is_dataclass(value):
        return steady(tuple(getattr(value, each.name) for each in fields(value) if each.compare))
    return hash(value)  # of numbers and dates: Spark gives all its workers one seed


def as_bytes(path: str) -> bytes:
    """A path as it stands in tables."""
    return path.encode("utf-8", "surrogatepass")


def as_path(value: bytes) -> str:
    """A path from a table."""
    return bytes(value).decode("utf-8", "surrogatepass")


def _in_focus(item: Source | Extract) -> tuple[Source | Extract, bool]:
    return item, True


def _extracted(
    items: Iterable[tuple[Source | Extract, bool]], *, rules: tuple[Rule, ...], folder: str, ours: bytes
) -> Iterator[tuple[Any, ...]]:
    with told():
        _check_code(ours)
    left = iter(items)
    while some := list(islice(left, TOGETHER)):
        with told(), at(folder):
            read = iter([*extract_each([item for item, _ in some if isinstance(item, Source)], rules)])
        for item, is_focus in some:
            yield _row(next(read) if isinstance(item, Source) else item, is_focus=is_focus)


def _row(found: Extract, *, is_focus: bool) -> tuple[Any, ...]:
    return (
        as_bytes(found.path),
        found.digest is not None,
        is_focus,
        any(each.rule == UNUSED for each in found.diagnostics),
        [mark(each) for each in found.diagnostics],
        [_signed(number, each) for number, each in enumerate(found.signatures)],
        [_claimed(number, each) for number, each in enumerate(found.entries)],
    )


@cache
def _check_code(ours: bytes) -> None:
    if code() != ours:
        raise ClusterError(f"the worker {socket.gethostname()} has another factlint than this machine")


def _signed(number: int, signature: Signature) -> tuple[Any, ...]:
    terms = [f"{kind}{term}" for kind, name in enumerate(KINDS) for term in getattr(signature, name)]
    day = signature.published and signature.published.toordinal()
    return number, signature.span.start, signature.span.end, day, terms


def _claimed(number: int, entry: Entry) -> tuple[Any, ...]:
    return entry.event, entry.rule, steady(entry.key), number, pickle.dumps((entry.key, entry.claim))
