"""factlint facts: show what factlint believes that reports say."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import click

from lint import rulebook
from lint.cli import UNDONE, say
from lint.cli._options import about_files, wanted
from lint.cli._output import write
from lint.facts import CRASH, facts
from lint.read import Source, read
from lint.read.opening import Opening
from lint.rule import Rule
from lint.span import Passage, Span


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
        say(each)
    return UNDONE if undone else 0


def _lines(source: Source, rules: Sequence[Rule], undone: list[str]) -> Iterator[str]:
    opening = Opening()
    for each in opening.reports([source]):
        reading = read(each)
        if reading.report is None:
            undone += (f"{each.path}: {told.message}" for told in reading.diagnostics)
            continue
        for fact in facts(reading.report, rules):
            if fact["kind"] == CRASH:
                undone.append(f"{each.path}: the rule {fact['rule']} crashed: {fact['message']}")
            yield json.dumps(_placed(fact, each.path, opening), ensure_ascii=False) + "\n"


def _placed(fact: Any, path: str, opening: Opening) -> Any:
    """The fact with the places of its words in the file, which stay as they are read."""
    if isinstance(fact, list):
        return [_placed(each, path, opening) for each in fact]
    if not isinstance(fact, dict):
        return fact
    told = {key: _placed(value, path, opening) for key, value in fact.items()}
    if not all(isinstance(told.get(key), int) for key in ("start", "end")):
        return told
    place = opening.passage(Passage(path, Span(told["start"], told["end"]), 0, 0, ""))
    if place.line:
        told |= {"start": place.span.start, "end": place.span.end}
        if "line" in told:
            told |= {"path": place.path, "line": place.line, "column": place.column}
            told |= {"item": place.item} if place.item else {}
    return told
