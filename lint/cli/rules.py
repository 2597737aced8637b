"""factlint rules: list what factlint looks for."""

import json
from collections.abc import Iterator, Mapping

import click

from lint import rulebook
from lint.cli._output import write
from lint.explain import kind, options, summary
from lint.rule import Rule


@click.command
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to list them."
)
def command(output_format: str) -> int:
    """List all rules, whether they are on by default, and what they find."""
    known = rulebook.discover()
    write(_table(known) if output_format == "text" else [_json(known)])
    return 0


def _table(known: Mapping[str, Rule]) -> Iterator[str]:
    width = max(map(len, known), default=0)
    for name, rule in known.items():
        standing = "on " if rule.default else "off"
        yield f"{click.style(name.ljust(width), bold=True)}  {standing}  {summary(rule)}\n"


def _json(known: Mapping[str, Rule]) -> str:
    listed = [
        {"name": name, "default": rule.default, "kind": kind(rule), "summary": summary(rule), "options": options(rule)}
        for name, rule in known.items()
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"
