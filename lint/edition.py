"""The edition of the rule book: what stands for all on which findings depend, besides the reports themselves.

Under equal editions a report has equal findings. No rule is imported to tell.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from lint import rulebook
from lint.config import Configuration, Selection
from lint.digest import digest
from lint.store import Store

LIBRARIES = ("rapidfuzz",)  # by which words are compared; its first module tells its version


def edition(configuration: Configuration, asked: Selection, store: Store) -> bytes:
    """16 bytes for the code, the tables, the rules that are to run and their options, the same on every machine.

    All the code and the tables are read only where the store does not know their stamp, made of sizes and times.
    """
    files = dict(sorted(_files()))
    statuses = ((path, os.stat(path)) for path in files.values())  # noqa: PTH116 - twice as fast, for 200 files
    stamp = digest(f"{path} {status.st_size} {status.st_mtime_ns}".encode() for path, status in statuses)
    book = store.get([stamp]).get(stamp)
    if book is None:
        book = digest(part for name, path in files.items() for part in (name.encode(), Path(path).read_bytes()))
        store.put(stamp, book, edition=b"")
    return digest([sys.version.encode(), book, *_settings(configuration, asked)])


def code() -> bytes:
    """What stands for the code and the tables alone: two machines with the same have the same factlint."""
    return digest(part for name, path in sorted(_files()) for part in (name.encode(), Path(path).read_bytes()))


def _files() -> Iterator[tuple[str, str]]:
    """Every file of the linter, of the rules and of the rules of others, each by a name that is no machine's own."""
    for name in ("lint", rulebook.HOME, *rulebook.entered(), *LIBRARIES):
        # Of others the whole package, from its top: that is found without an import.
        spec = find_spec(name if name == rulebook.HOME else name.partition(".")[0])
        folders = spec.submodule_search_locations if spec else None
        if spec and spec.origin and (folders is None or name in LIBRARIES):
            yield name, spec.origin
        elif folders:
            for folder in folders:
                yield from ((f"{name}{path[len(folder) :]}", path) for path in _within(folder))


def _within(folder: str) -> Iterator[str]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _within(entry.path)
        elif not entry.name.startswith("."):
            yield entry.path


def _settings(configuration: Configuration, asked: Selection) -> Iterator[bytes]:
    """What was said of rules: which are to run, with which options, and what stands in the files that options name."""
    off = sorted(name for name, severity in configuration.severities.items() if severity is None)
    named = sorted(configuration.severities)  # for a name that no rule has is an error
    yield repr((configuration.selection, off, named, configuration.options, configuration.window, asked)).encode(
        "utf-8", "surrogatepass"
    )
    values = [value for options in configuration.options.values() for value in options.values()]
    for path in (*configuration.roster, *_words(values)):
        with suppress(OSError, ValueError):  # most words name no file
            yield Path(path).read_bytes()


def _words(value: object) -> Iterator[str]:
    """Every string of a value as a configuration file can hold it."""
    match value:
        case str():
            yield value
        case Mapping():
            yield from _words(list(value.values()))
        case list() | tuple():
            for each in value:
                yield from _words(each)
