"""factlint facts: show what factlint believes that reports say."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import click

from lint import rulebook
from lint.cli import UNDONE
from lint.cli._options import about_files, wanted
from lint.cli._output import write
from lint.facts import CRASH, facts
from lint.read import Source, read
from lint.rule import Rule


@click.command
@about_files
def command(**files: Any) -> int:
    """Show every figure, name, place, date and quotation that factlint sees.

    PATHS are given as for `factlint check`. Each line is one JSON object: kind, path, line, column, start, end, words,
    and what was understood of these words. Objects of the kind "claim" are what a rule compares between reports: only
    claims with one key are set side by side.

    \b
    factlint facts report.txt
    factlint facts reports/ | jq 'select(.kind == "figure")'
    """
    given = wanted(**files)
    rules = given.configuration.rules(rulebook.discover())
    undone: list[str] = []
    write(line for source in given.sources for line in _lines(source, rules, undone))
    for each in undone:
        click.echo(f"factlint: {' '.join(each.split())}", err=True)
    return UNDONE if undone else 0


def _lines(source: Source, rules: Sequence[Rule], undone: list[str]) -> Iterator[str]:
    reading = read(source)
    if reading.report is None:
        undone += (f"{source.path}: {each.message}" for each in reading.diagnostics)
        return
    for fact in facts(reading.report, rules):
        if fact["kind"] == CRASH:
            undone.append(f"{source.path}: the rule {fact['rule']} crashed: {fact['message']}")
        yield json.dumps(fact, ensure_ascii=False) + "\n"
