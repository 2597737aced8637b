"""What there is to read about a rule: for the terminal, and as the page on which all rules stand."""

import dataclasses
import inspect
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import click

from lint import trial
from lint.example import Example
from lint.remarks import REMARKS
from lint.render.full import picture
from lint.rule import CorpusRule, Rule, Scope

ROOM = 96  # columns of a picture, on every machine the same

HEAD = """\
# The rule book

What factlint looks for, one section a rule. This page is made from the rules themselves (`pytest --accept` writes it
anew), and the pictures are what `factlint check` shows. `factlint explain RULE` prints the same on a terminal.

A rule is switched on with `--extend-select`, switched off with `--ignore`, and set up in `[tool.factlint.rules.NAME]`.
"""

REMARKS_HEAD = """\
## What factlint says besides

Not rules, but remarks on a file or on factlint's own work. All but the two that stand for work not done can be ignored.
"""


def summary(rule: Rule) -> str:
    """The fault that a rule finds, in one sentence."""
    return " ".join(inspect.cleandoc(type(rule).__doc__ or "").partition("\n\n")[0].split())


def options(rule: Rule) -> Mapping[str, Any]:
    """The options of a rule, as they are written in a configuration, with their values."""
    return {each.name.replace("_", "-"): getattr(rule, each.name) for each in dataclasses.fields(rule)}


def kind(rule: Rule) -> str:
    """What a rule looks at."""
    if not isinstance(rule, CorpusRule):
        return "looks at each report alone"
    return "compares reports of one story" if rule.scope is Scope.STORY else "compares all reports"


def page(rule: Rule) -> str:
    """All there is to read about a rule, for the terminal: styled with click.style."""
    parts = [
        f"{click.style(rule.name, bold=True)} ({_standing(rule)})",
        inspect.cleandoc(type(rule).__doc__ or ""),
    ]
    if set_up := _toml(rule):
        parts.append(f"Options and their defaults:\n\n{_indented(set_up)}")
    for example in rule.examples:
        parts.append(f"{_heading(example)}:\n\n{_indented(_picture(rule, example))}")
    return "\n\n".join(parts) + "\n"


def remark_page(name: str) -> str:
    """What there is to read about a remark, for the terminal."""
    return f"{click.style(name, bold=True)} (not a rule, but a remark of factlint itself)\n\n{_remark(name)}\n"


def rule_book(rules: Iterable[Rule]) -> str:
    """The page on which all rules stand, in Markdown."""
    listed = list(rules)
    return "\n".join([HEAD, *_contents(listed), *map(section, listed), REMARKS_HEAD, *_remarks()])


def _contents(rules: Iterable[Rule]) -> Iterator[str]:
    yield "| rule | by default | finds |\n|---|---|---|"
    for rule in rules:
        yield f"| [{rule.name}](#{rule.name}) | {_switch(rule)} | {summary(rule)} |"
    yield ""


def section(rule: Rule) -> str:
    """All there is to read about a rule, in Markdown."""
    parts = [f"## {rule.name}", f"*{_standing(rule).capitalize()}.*", inspect.cleandoc(type(rule).__doc__ or "")]
    if set_up := _toml(rule):
        parts.append(f"Options and their defaults:\n\n```toml\n[tool.factlint.rules.{rule.name}]\n{set_up}\n```")
    for example in rule.examples:
        drawn = click.unstyle(_picture(rule, example))
        parts.append(f"{_heading(example)}:\n\n```text\n{drawn}\n```")
    return "\n\n".join(parts) + "\n"


def _remarks() -> Iterator[str]:
    for name in REMARKS:
        yield f"### {name}\n\n{_remark(name)}\n"


def _remark(name: str) -> str:
    return inspect.cleandoc(REMARKS[name])


def _standing(rule: Rule) -> str:
    return f"{_switch(rule)} by default; {kind(rule)}"


def _switch(rule: Rule) -> str:
    return "on" if rule.default else "off"


def _heading(example: Example) -> str:
    heading = "Reported" if example.is_bad else "Not reported"
    return f"{heading} ({example.why})" if example.why else heading


def _toml(rule: Rule) -> str:
    return "\n".join(f"{name} = {_toml_value(value)}" for name, value in options(rule).items())


def _toml_value(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml_value, value))}]"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return repr(value)


def _picture(rule: Rule, example: Example) -> str:
    """What `factlint check` shows of a bad example; of a good one, its text."""
    if not example.is_bad:
        return "\n\n".join(text.strip() for text in example.texts)
    paths = (source.path for source in trial.sources(example))
    texts: dict[str, str | None] = dict(zip(paths, example.texts, strict=True))
    ours = (each for each in trial.findings(rule, example).diagnostics if each.rule == rule.name)
    return "\n".join(picture(each, texts, ROOM) for each in ours).strip("\n")


def _indented(block: str) -> str:
    return textwrap.indent(block, "    ")
