"""Facts: all that the finders see in a report and the rules take from it, as plain values to read or to send on."""

import enum
import importlib
import math
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import lint.find
from lint.compiled import compiled
from lint.errors import FactlintError
from lint.report import Report
from lint.rule import CorpusRule, Rule
from lint.span import Passage, Span

Fact = Mapping[str, Any]
Finder = Callable[[Report], Iterable[Any]]

CRASH = "rule-crashed"
CAPITAL = compiled(r"(?<!^)(?=[A-Z])")


def finders() -> dict[str, Finder]:
    """Every finder of mentions, by name: the function in a public module of lint.find that bears the module's name."""
    found = {}
    for each in pkgutil.iter_modules(lint.find.__path__):
        if each.name.startswith("_"):
            continue
        module = importlib.import_module(f"{lint.find.__name__}.{each.name}")
        finder = vars(module).get(each.name)
        if callable(finder):
            found[each.name] = finder
    return found


def facts(report: Report, rules: Sequence[Rule]) -> Iterator[Fact]:
    """What a report says: each mention in the order of the text, then each claim that a rule makes of it.

    What a finder gives without a `span`, such as sentences, is no mention. A rule that crashes gives a fact of the
    kind CRASH, and the other rules go on.
    """
    mentions = [each for finder in finders().values() for each in report.find(finder) if hasattr(each, "span")]
    for mention in sorted(mentions, key=lambda each: (each.span, type(each).__name__)):
        yield _fact(report, _kind(mention), report.passage(mention.span), mention)
    for rule in rules:
        if isinstance(rule, CorpusRule):
            yield from _claims(report, rule)


def _claims(report: Report, rule: CorpusRule[Any, Any]) -> Iterator[Fact]:
    try:
        for key, claim in rule.extract(report):
            yield _fact(report, "claim", claim.passage, claim, rule=rule.name, key=_plain(report, key))
    except FactlintError:
        raise
    except Exception as error:
        yield {"kind": CRASH, "path": report.path, "rule": rule.name, "message": f"{type(error).__name__}: {error}"}


def _fact(report: Report, kind: str, passage: Passage, value: Any, **more: Any) -> Fact:
    """The place of a mention or claim, then its own fields; one that bears the name of another gets the kind before."""
    fact = {"kind": kind, "path": passage.path, "line": passage.line, "column": passage.column}
    fact |= {"start": passage.span.start, "end": passage.span.end, "words": passage.words, **more}
    for name in (each.name for each in fields(value) if each.name not in ("span", "passage")):
        said = _plain(report, getattr(value, name))
        if name not in fact:
            fact[name] = said
        elif fact[name] != said:
            fact[f"{kind}_{name}"] = said
    return fact


def _kind(mention: object) -> str:
    """The kind of a mention: the name of its class in small letters, with hyphens."""
    return CAPITAL.sub("-", type(mention).__name__.removesuffix("Mention")).lower()


def _plain(report: Report, value: Any) -> Any:
    """The value as JSON can say it; a bound that is open is null."""
    match value:
        case enum.Enum():
            return _plain(report, value.value)
        case None | bool() | int() | str():
            return value
        case float():
            return value if math.isfinite(value) else None
        case date():
            return value.isoformat()
        case Span():
            return {"start": value.start, "end": value.end, "words": report.words(value)}
        case Passage():
            return _plain(report, value.span)
        case Mapping():
            return {str(key): _plain(report, each) for key, each in value.items()}
        case frozenset() | set():
            return sorted((_plain(report, each) for each in value), key=repr)
        case list() | tuple():
            return [_plain(report, each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: _plain(report, getattr(value, each.name)) for each in fields(value)}
    return str(value)
