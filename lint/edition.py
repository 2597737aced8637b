"""The edition of the rule book: what stands for all on which findings depend, besides the reports themselves.

Under equal editions a report has equal findings, and under another one it has those of each rule that is still the
same: its code and all that this imports, the tables that are named there, and its options. No rule is imported to tell.
"""

import marshal
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from importlib.util import find_spec
from pathlib import Path

from lint import clock, rulebook
from lint.config import Configuration, Selection
from lint.digest import digest
from lint.rule import CorpusRule, Rule, Scope
from lint.store import Store

LIBRARIES = ("rapidfuzz",)  # by which words are compared; its first module tells its version
READING = ("lint.extract", "lint.pickling")  # with what they import: on these depends what any rule finds in a report
DAILY = b"is_daily: ClassVar[bool] = True"  # as a rule says that it depends on the day; lint.rule says the contrary
COMPARING = (*READING, "lint.comparison", "lint.catalogue")  # and on these what is found between reports


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything on which findings depend, and apart from it what all rules share; see `of` for one rule."""

    whole: bytes
    reading: bytes  # what all share that find something in one report
    comparing: bytes  # and between reports
    parts: Mapping[str, bytes]  # by module, what stands for its code and for all that this needs

    def of(self, rule: Rule) -> bytes | None:
        """What stands for one rule with its options; None where its code is not known, as it is in tests."""
        code = self.parts.get(type(rule).__module__)
        if code is None:
            return None
        named = _words([getattr(rule, each.name) for each in fields(rule)])
        day = clock.today().isoformat().encode() if rule.is_daily else b""
        return digest((code, day, repr(rule).encode("utf-8", "surrogatepass"), *_contents(named)))

    def report(self, told: bytes) -> bytes:
        """The key of what a report says, by what stands for its path and content."""
        return digest((self.reading, b"report", told))

    def catalogued(self, rules: Iterable[Rule]) -> frozenset[bytes]:
        """What stands for all that these rules look up in the catalogue of an archive: stories, and single topics."""
        compared = [rule for rule in rules if isinstance(rule, CorpusRule)]
        needed = {self.of(rule) or self.whole for rule in compared if rule.scope is Scope.ARCHIVE}
        if any(rule.scope is Scope.STORY for rule in compared):
            needed.add(b"stories")
        return frozenset(digest((self.comparing, each)) for each in needed)


def edition(configuration: Configuration, asked: Selection, store: Store) -> Edition:
    """The edition of the code, the tables, the rules that are to run and their options, the same on every machine.

    All the code and the tables are read only where the store does not know their stamp, made of sizes and times.
    """
    files = dict(sorted(_files()))
    statuses = ((path, os.stat(path)) for path in files.values())  # noqa: PTH116 - twice as fast, for 200 files
    stamp = digest(f"{path} {status.st_size} {status.st_mtime_ns}".encode() for path, status in statuses)
    packed = store.get([stamp]).get(stamp)
    if packed is None:
        contents = {name: Path(path).read_bytes() for name, path in files.items()}
        from lint.parts import parts_of  # for those whose code has changed

        parts = parts_of(contents)
        daily = [name for name, content in contents.items() if DAILY in content and not name.startswith("lint/")]
        packed = marshal.dumps((_book(contents), parts, daily))
        store.put(stamp, packed, edition=b"")
    book, parts, daily = marshal.loads(packed)  # believed: the store looks at its sums
    version = sys.version.encode()
    settings = [*_settings(configuration, asked), *_day(daily, configuration, asked)]
    whole = digest([version, book, *settings])
    reading, comparing = (digest([version, *(parts[name] for name in names)]) for names in (READING, COMPARING))
    return Edition(whole, reading, comparing, parts)


def code() -> bytes:
    """What stands for the code and the tables alone: two machines with the same have the same factlint."""
    return _book({name: Path(path).read_bytes() for name, path in sorted(_files())})


def _book(contents: Mapping[str, bytes]) -> bytes:
    return digest(part for name, content in contents.items() for part in (name.encode(), content))


def _files() -> Iterator[tuple[str, str]]:
    """Every file of the linter, of the rules and of the rules of others, each by a name that is no machine's own."""
    for name in ("lint", rulebook.HOME, *rulebook.entered(), *LIBRARIES):
        # Of others the whole package, from its top: that is found without an import.
        spec = find_spec(name if name == rulebook.HOME else name.partition(".")[0])
        folders = spec.submodule_search_locations if spec else None
        if spec and spec.origin and (folders is None or name in LIBRARIES):
            yield name, spec.origin
        elif folders:
            top = name if name == rulebook.HOME else name.partition(".")[0]
            for folder in folders:
                yield from ((f"{top}{path[len(folder) :]}", path) for path in _within(folder))


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
    placed = (str(Path(configuration.folder, word)) for word in _words(values))  # where the rules look for files
    yield from _contents((*configuration.roster, *placed))


def _day(daily: Iterable[str], configuration: Configuration, asked: Selection) -> Iterator[bytes]:
    """The day, where a rule may run that depends on it: one that is named, or that others have written."""
    chosen = {name for each in (configuration.selection, asked) for name in (*each.select, *each.extend)}
    for name in daily:
        rule = Path(name).stem.replace("_", "-")
        if not name.startswith(rulebook.HOME) or chosen & {rule, rulebook.EVERYTHING}:
            yield clock.today().isoformat().encode()


def _contents(words: Iterable[str]) -> Iterator[bytes]:
    """What stands in the files that these words name."""
    for word in words:
        with suppress(OSError, ValueError):  # most words name no file
            yield Path(word).read_bytes()


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
