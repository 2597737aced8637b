"""Configuration: what a desk has written into factlint.toml or pyproject.toml, checked before anything runs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lint import rulebook
from lint.diagnostic import Severity
from lint.errors import FAILURES, ConfigurationError, UsageError, nearest
from lint.remarks import REMARKS
from lint.rule import Rule
from lint.walk import Exclusion, shown

if TYPE_CHECKING:
    from lint.allow import Listed

OWN_FILE, SHARED_FILE = "factlint.toml", "pyproject.toml"
TABLE = "tool.factlint"  # our table in the shared file; in our own file, the keys stand at the top
KEYS = (
    "paths",
    "exclude",
    "select",
    "extend-select",
    "ignore",
    "severity",
    "rules",
    "roster",
    "window",
    "allow",
    "baseline",
)
OFF = "off"
SIDECAR = "factlint.allow"  # beside our own file, or the shared one

Severities = Mapping[str, Severity | None]  # of rules that have another one than they gave; None: said no more


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules are to run: these (where any is named), these besides, and none of those."""

    select: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a configuration file says; where there is none, the defaults."""

    file: str = ""  # as it is shown in messages
    folder: str = "."  # where the file lies: what its paths are relative to
    paths: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    selection: Selection = Selection()
    severities: Severities = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)  # by rule, then by option
    roster: tuple[str, ...] = ()  # CSV files of names that the desk knows, ready to be opened
    window: int | None = None  # days between two reports above which they are not linked; None: that of lint.story
    allow: tuple["Listed", ...] = ()  # of the file itself, and of the sidecar file beside it
    baseline: str = ""  # a file with what is known, ready to be opened

    @property
    def roots(self) -> tuple[str, ...]:
        """The files and folders to check where the user names none."""
        return tuple(shown(str(Path(self.folder, path))) for path in self.paths) or (".",)

    @property
    def exclusion(self) -> Exclusion:
        """What the file leaves out."""
        return Exclusion(self.folder, self.exclude)

    def rules(self, known: Mapping[str, Rule], asked: Selection = Selection()) -> list[Rule]:
        """The rules to run, with their options. What is asked for on the command line goes before what the file says.

        Raises ConfigurationError where the file names what is not there, and UsageError where the user does.
        """
        self._check_names(known)
        chosen: Iterable[Rule] = self._selected(known)
        if asked.select:
            chosen = rulebook.select(known, select=asked.select)
        names = [rule.name for rule in chosen]
        chosen = rulebook.select(known, select=names, extend=asked.extend, ignore=_of_rules(asked.ignore))
        switched_off = set() if asked.select else {name for name, each in self.severities.items() if each is None}
        switched_off -= set(asked.extend)
        return [self._configured(rule) for rule in chosen if rule.name not in switched_off]

    def graded(self, asked: Selection = Selection()) -> Severities:
        """The severities that findings get: those of the file, and none for remarks that are to be ignored."""
        ignored = {name for name in (*self.selection.ignore, *asked.ignore) if name in REMARKS}
        kept = {name: each for name, each in self.severities.items() if each is not None or name in REMARKS}
        return kept | dict.fromkeys(ignored)

    def _selected(self, known: Mapping[str, Rule]) -> list[Rule]:
        chosen = self.selection
        try:
            return rulebook.select(
                known, select=chosen.select or None, extend=chosen.extend, ignore=_of_rules(chosen.ignore)
            )
        except UsageError as error:
            raise ConfigurationError(f"{self.file}: {error}") from None

    def _check_names(self, known: Mapping[str, Rule]) -> None:
        for name in self.options:
            if name not in known:
                raise ConfigurationError(f"{self.file}: rules: there is no rule {name}{nearest(name, [*known])}")
        for name in self.severities:
            if name not in known and name not in REMARKS:
                hint = nearest(name, [*known, *REMARKS])
                raise ConfigurationError(f"{self.file}: severity: there is no rule {name}{hint}")

        for allowance in self.allow:
            if (name := allowance.rule) not in known and name not in REMARKS:
                place = f"{allowance.place.path}: allow (line {allowance.place.line})"
                raise ConfigurationError(f"{place}: there is no rule {name}{nearest(name, [*known, *REMARKS])}")

    def _configured(self, rule: Rule) -> Rule:
        options = self.options.get(rule.name, {})
        rule = rulebook.configured(rule, options, self.file, self.folder) if options else rule
        if self.roster and "roster" not in options and any(each.name == "roster" for each in fields(rule)):
            rule = replace(rule, **{"roster": self.roster})  # noqa: PIE804 - a field that only some rules have
        return rule


def find(start: str) -> Configuration:
    """The configuration that holds for a file or folder: the nearest one above it, or the defaults.

    In each folder factlint.toml goes before pyproject.toml, which is passed over where it says nothing of factlint.
    """
    place = Path(start).resolve()
    for folder in (place, *place.parents):
        if (own := folder / OWN_FILE).is_file():
            return load(own)
        if (shared := folder / SHARED_FILE).is_file() and (found := _load(shared)) is not None:
            return found
    return replace(Configuration(), allow=_beside(Path()))


def load(path: Path) -> Configuration:
    """What this file says; raises ConfigurationError, which begins with the file's path."""
    found = _load(path)
    if found is None:
        raise ConfigurationError(f"{shown(str(path))}: there is no table [{TABLE}] in it")
    return found


def _load(path: Path) -> Configuration | None:
    name = shown(str(path))
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ConfigurationError(f"{name}: cannot be read: {error.strerror}") from None
    if path.name == SHARED_FILE and b"factlint" not in content:
        return None  # a cheap look before a dear one: most projects' files say nothing of us
    import tomllib  # 4 ms of start-up, for those who have a configuration

    try:
        document = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{name}: {error}") from None
    if path.name == SHARED_FILE:
        tools = document.get("tool")
        if not isinstance(tools, dict) or "factlint" not in tools:
            return None
        document = tools["factlint"]
    reader = _Reader(name, document, TABLE if path.name == SHARED_FILE else "", content.decode("utf-8"))
    return reader.configuration(path.parent)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one table of one file, and says where it says what cannot be."""

    file: str
    table: Any
    name: str  # of the table, dotted; empty at the top of a file
    text: str  # of the file

    def configuration(self, folder: Path) -> Configuration:
        if not isinstance(self.table, dict):
            raise self._wrong("", "must be a table")
        for key in self.table:
            if key not in KEYS:
                raise self._wrong(key, f"there is no such key{nearest(key, list(KEYS)) or _listed(KEYS)}")
        selection = Selection(self._strings("select"), self._strings("extend-select"), self._strings("ignore"))
        self._check_failures("ignore", selection.ignore)
        return Configuration(
            file=self.file,
            folder=str(folder),
            paths=self._strings("paths"),
            exclude=self._strings("exclude"),
            selection=selection,
            severities=dict(self._severities()),
            options=self._tables("rules"),
            roster=tuple(self._rosters(folder)),
            window=self._days("window"),
            allow=(*self._allowances(folder), *_beside(folder)),
            baseline=self._file("baseline", folder),
        )

    def _strings(self, key: str) -> tuple[str, ...]:
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
            raise self._wrong(key, f"must be a list of strings, and is {value!r}")
        return tuple(value)

    def _days(self, key: str) -> int | None:
        value = self.table.get(key)
        if value is not None and (type(value) is not int or value < 0):
            raise self._wrong(key, f"must be a number of days, and is {value!r}")
        return value

    def _tables(self, key: str) -> Mapping[str, Mapping[str, Any]]:
        value = self.table.get(key, {})
        if not isinstance(value, dict):
            raise self._wrong(key, f"must be a table, and is {value!r}")
        for name, inner in value.items():
            if not isinstance(inner, dict):
                raise self._wrong(f"{key}.{name}", f"must be a table of options, and is {inner!r}")
        return value

    def _severities(self) -> Iterator[tuple[str, Severity | None]]:
        value = self.table.get("severity", {})
        if not isinstance(value, dict):
            raise self._wrong("severity", f"must be a table from rules to severities, and is {value!r}")
        self._check_failures("severity", value)
        levels = [*Severity, OFF]
        for name, level in value.items():
            if level not in levels:
                hint = nearest(level, levels) if isinstance(level, str) else ""
                raise self._wrong(f"severity.{name}", f"{level!r} is no severity{hint or _listed(levels)}")
            yield name, None if level == OFF else Severity(level)

    def _rosters(self, folder: Path) -> Iterator[str]:
        named = self.table.get("roster", [])
        for name in (named,) if isinstance(named, str) else self._strings("roster"):
            path = folder / name
            if not path.is_file():
                raise self._wrong("roster", f"there is no file {shown(str(path))}")
            yield str(path)

    def _file(self, key: str, folder: Path) -> str:
        value = self.table.get(key, "")
        if not isinstance(value, str):
            raise self._wrong(key, f"must be the path of a file, and is {value!r}")
        return shown(str(folder / value)) if value else ""

    def _allowances(self, folder: Path) -> "tuple[Listed, ...]":
        if "allow" not in self.table:
            return ()
        from lint.allow import listed

        return listed(self.table["allow"], self.file, folder, self.text, ".".join(filter(None, (self.name, "allow"))))

    def _check_failures(self, key: str, names: Iterable[str]) -> None:
        for name in sorted(FAILURES.intersection(names)):
            raise self._wrong(key, f"{name} says that work was not done, and is always said")

    def _wrong(self, key: str, what: str) -> ConfigurationError:
        place = ".".join(filter(None, (self.name, key)))
        return ConfigurationError(f"{self.file}: {place}: {what}" if place else f"{self.file}: {what}")


def _beside(folder: Path) -> "tuple[Listed, ...]":
    """The allowances of the sidecar file in a folder."""
    if not (folder / SIDECAR).is_file():
        return ()
    from lint.allow import beside

    return beside(folder)


def _of_rules(names: Sequence[str]) -> list[str]:
    for name in sorted(FAILURES.intersection(names)):
        raise UsageError(f"{name} says that work was not done, and cannot be ignored")
    return [name for name in names if name not in REMARKS]


def _listed(known: Sequence[str]) -> str:
    return f"; there are {', '.join(known)}"
