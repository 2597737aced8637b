"""Tables of reports as Spark reads them: JSON lines and Parquet, a report a row."""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lint.errors import ClusterError, UsageError
from lint.extract import Extract
from lint.read import unreadable
from lint.source import Source

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import SparkSession

PATHS = ("path", "id")  # the columns of which one must be there; the first goes before the second
COLUMNS = (*PATHS, "text", "date", "title")
LOOKED_AT = 100  # lines, to tell a table of something else from one of reports


def rows(session: "SparkSession", table: str) -> "RDD[Source | Extract]":
    """The reports of a table; a row that is none is an extract which says so. Raises UsageError and ClusterError."""
    place = _place(table)
    if table.rstrip("/").endswith(".parquet"):
        try:
            frame = session.read.parquet(place)
        except Exception as error:
            raise ClusterError(f"{table} cannot be read as Parquet: {first_line(error)}") from None
        _check(table, frame.columns)
        kept = frame.select(*[name for name in COLUMNS if name in frame.columns])
        return kept.rdd.map(lambda row: _report(table, row.asDict()))
    try:
        lines = session.read.text(place)
        first = [row[0] for row in lines.take(LOOKED_AT)]
    except Exception as error:
        raise ClusterError(f"{table} cannot be read: {first_line(error)}") from None
    objects = [found for line in first if isinstance(found := _object(line), dict)]
    if first and not objects:
        raise UsageError(f"{table} holds no JSON objects, one a line")
    if first:
        _check(table, list(dict.fromkeys(name for each in objects for name in each)))
    read: Callable[[Any], Source | Extract] = partial(_of_line, table)
    return lines.rdd.filter(lambda row: not row[0].isspace() and bool(row[0])).map(read)


def first_line(error: BaseException) -> str:
    """What an error of Spark's says, without what it says of itself."""
    line = next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
    return line if len(line) <= 300 else f"{line[:300]}…"


def _place(table: str) -> str:
    """Where Spark finds a table: a file of this machine must be one of every worker's."""
    if "://" in table:
        return table
    if not os.path.lexists(table):
        raise UsageError(f"there is no file or folder {table}")
    return Path(table).absolute().as_uri()


def _check(table: str, columns: list[str]) -> None:
    for wanted in (PATHS, ("text",)):
        if not any(name in columns for name in wanted):
            there = ", ".join(columns) or "none"
            raise UsageError(f"{table} has no column {' or '.join(wanted)}; it has {there}")


def _of_line(table: str, row: Any) -> Source | Extract:
    found = _object(row[0])
    return _report(table, found if isinstance(found, dict) else {})


def _object(line: str) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        return None


def _report(table: str, row: Mapping[str, Any]) -> Source | Extract:
    path = next((str(row[name]) for name in PATHS if row.get(name) not in (None, "")), "")
    text = row.get("text")
    if not path or not isinstance(text, str):
        reason = "its row in the table has no text" if path else "a row has no path, or is no object at all"
        return Extract(path or table, diagnostics=(unreadable(path or table, reason),))
    title = row.get("title")
    return Source(
        path,
        text.encode("utf-8", "replace"),  # halves of characters, which no encoding can write
        published=_day(row.get("date")),
        title=" ".join(title.split()) if isinstance(title, str) else "",
    )


def _day(value: object) -> str:
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    return value.strip() if isinstance(value, str) else ""


def only(paths: frozenset[str], rows: "RDD[Source | Extract]") -> Iterator[Source]:
    """The reports of these paths alone."""
    for row in rows.filter(lambda row: isinstance(row, Source) and row.path in paths).collect():
        if isinstance(row, Source):
            yield row
