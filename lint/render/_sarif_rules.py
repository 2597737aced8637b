"""What a SARIF log says of the rules: their documentation, and how far they are to be trusted."""

import inspect
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lint.diagnostic import Diagnostic, Severity
from lint.example import Example
from lint.explain import summary
from lint.remarks import REMARKS
from lint.rule import CorpusRule, Rule

# The words that GitHub knows, by what each severity promises: see the house plan's "Severity has a meaning".
PRECISION = {Severity.ERROR: "very-high", Severity.WARNING: "high", Severity.NOTE: "medium"}
PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}


def descriptor(rule: Rule, found: Iterable[Diagnostic]) -> dict[str, Any]:
    """What there is to say of a rule, some of whose findings may be among those found."""
    page = inspect.cleandoc(type(rule).__doc__ or rule.name)
    level = _level(rule, found)
    return {
        **_described(rule.name, summary(rule) or rule.name, page),
        "help": {"text": page, "markdown": "\n\n".join([page, *map(_markdown, rule.examples)])},
        "defaultConfiguration": {"enabled": rule.default, "level": level},
        "properties": {
            "precision": PRECISION[level],
            "problem.severity": PROBLEM[level],
            "tags": ["news", "consistency" if isinstance(rule, CorpusRule) else "text"],
        },
    }


def remark(name: str, level: Severity) -> dict[str, Any]:
    """What there is to say of a remark that factlint itself makes, or of a rule that did not run."""
    page = inspect.cleandoc(REMARKS.get(name, name))
    return {
        **_described(name, page.partition("\n\n")[0], page),
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": level},
        "properties": {"precision": PRECISION[level], "problem.severity": PROBLEM[level], "tags": ["news"]},
    }


def unlisted(found: Sequence[Diagnostic], known: set[str]) -> Iterator[dict[str, Any]]:
    """Remarks for the findings that no known rule made, by name."""
    levels = {each.rule: each.severity for each in found if each.rule not in known}
    for name, level in sorted(levels.items()):
        yield remark(name, level)


def _described(name: str, short: str, page: str) -> dict[str, Any]:
    return {"id": name, "shortDescription": {"text": short}, "fullDescription": {"text": page}}


def _level(rule: Rule, found: Iterable[Diagnostic]) -> Severity:
    """The gravest severity that the rule's examples promise, or that it found; a rule may speak with several."""
    promised = {example.severity for example in rule.examples} | {
        each.severity for each in found if each.rule == rule.name
    }
    return next((severity for severity in Severity if severity in promised), Severity.WARNING)


def _markdown(example: Example) -> str:
    heading = "Reported" if example.is_bad else "Not reported"
    texts = [textwrap.indent(text.strip(), "    ") for text in example.texts]
    return "\n\n".join([f"{heading}{f' ({example.why})' if example.why else ''}:", *texts])
