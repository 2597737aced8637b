"""The rule book: finds the rules, selects among them, and sets their options."""

import dataclasses
import importlib
import pkgutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from lint.errors import ConfigurationError, RuleBookError, UsageError, nearest
from lint.rule import FilePath, Rule

HOME = "lint.rules"  # the package of our own rules, and the entry-point group of everybody else's
EVERYTHING = "ALL"


def discover() -> dict[str, Rule]:
    """Every rule there is, by name, with its options at their defaults; raises RuleBookError."""
    found: dict[str, Rule] = {}
    for module in _modules():
        rule = _rule_of(module)
        if rule.name in found:
            raise RuleBookError(f"two modules define the rule {rule.name}; the second is {module.__name__}")
        found[rule.name] = rule
    return dict(sorted(found.items()))


def entered() -> list[str]:
    """The modules of rules that other installed distributions bring, by their entry points."""
    if not _someone_enters():
        return []
    from importlib.metadata import entry_points  # 15 ms, for the few who have rules of others installed

    return [entry.module for entry in entry_points(group=HOME)]


def select(
    known: Mapping[str, Rule],
    *,
    select: Iterable[str] | None = None,
    extend: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> list[Rule]:
    """The selected rules (those that run by default, where no selection is made) with more, without those ignored.

    Raises UsageError for a name that no rule has; ALL stands for every rule.
    """
    if select is None:
        select = [name for name, rule in known.items() if rule.default]
    chosen = set(_expanded(known, select)) | set(_expanded(known, extend))
    chosen -= set(_expanded(known, ignore))
    return [rule for name, rule in known.items() if name in chosen]


def named(known: Mapping[str, Rule], name: str) -> Rule:
    """The rule of that name; raises UsageError with the nearest one."""
    if name not in known:
        raise UsageError(f"there is no rule {name}{nearest(name, list(known))}")
    return known[name]


def configured(rule: Rule, options: Mapping[str, Any], where: str, folder: str = "") -> Rule:
    """The rule with these options, which name files of the folder.

    Raises ConfigurationError, which begins with `where`, for what it does not take.
    """
    fields = {field.name.replace("_", "-"): field for field in dataclasses.fields(rule)}
    values = {}
    for key, value in options.items():
        if key not in fields:
            hint = nearest(key, list(fields)) or f"; it has {', '.join(fields) or 'none'}"
            raise ConfigurationError(f"{where}: {rule.name} has no option {key}{hint}")
        field = fields[key]
        taken = _as(type(getattr(rule, field.name)), value, f"{where}: {rule.name}: {key}")
        values[field.name] = _placed(taken, field.type, folder)
    try:
        return dataclasses.replace(rule, **values)
    except ValueError as error:  # a rule may refuse a value in its __post_init__
        raise ConfigurationError(f"{where}: {rule.name}: {error}") from error


def _as(kind: type, value: object, where: str) -> object:
    kind = str if kind is FilePath else kind
    if kind is tuple and isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        wanted = {tuple: "a list of strings", str: "a string", bool: "true or false", int: "a whole number"}
        raise ConfigurationError(f"{where} must be {wanted.get(kind, 'a number')}, and is {value!r}")
    return value


def _placed(value: Any, kind: object, folder: str) -> object:
    """The value, with the paths of files as they are to be opened."""
    if kind is FilePath:
        return FilePath(Path(folder, value)) if value else value
    if kind == tuple[FilePath, ...]:
        return tuple(FilePath(Path(folder, each)) for each in value)
    return value


def _expanded(known: Mapping[str, Rule], names: Iterable[str]) -> list[str]:
    every: list[str] = []
    for name in names:
        every += known if name == EVERYTHING else [named(known, name).name]
    return every


def _modules() -> Iterator[ModuleType]:
    home = _imported(HOME)
    for found in pkgutil.iter_modules(home.__path__):
        if not found.name.startswith("_"):
            yield _imported(f"{HOME}.{found.name}")
    for name in entered():
        yield _imported(name)


def _someone_enters() -> bool:
    """Whether any installed distribution mentions the entry-point group: a cheap look before a dear one."""
    group = f"[{HOME}]"
    for folder in sys.path:
        for listed in Path(folder or ".").glob("*.dist-info/entry_points.txt"):
            if group in listed.read_text(encoding="utf-8", errors="replace"):
                return True
    return False


def _imported(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except Exception as error:
        raise RuleBookError(f"the rules in {name} cannot be imported: {type(error).__name__}: {error}") from error


def _rule_of(module: ModuleType) -> Rule:
    defined = [
        each
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, Rule) and each.__module__ == module.__name__
    ]
    if len(defined) != 1:
        names = ", ".join(each.__name__ for each in defined) or "none"
        raise RuleBookError(f"{module.__name__} must define exactly one rule; it defines {names}")
    try:
        return defined[0]()
    except Exception as error:
        raise RuleBookError(f"the rule in {module.__name__} cannot be made: {error}") from error
