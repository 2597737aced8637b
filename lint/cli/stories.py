"""factlint stories: show which reports are taken to be about one event, and why."""

import json
from collections.abc import Iterator
from typing import Any

import click

from lint.cli import UNDONE, say
from lint.cli._options import about_files, wanted
from lint.cli._output import write
from lint.read import read
from lint.read.opening import Opening
from lint.signature import Signature, signatures
from lint.story import WINDOW, Story, stories


@click.command
@about_files
@click.option(
    "--window",
    type=click.IntRange(min=0),
    metavar="DAYS",
    help=f"Never take reports published further apart for reports on one event.  [default: as configured, or {WINDOW}]",
)
@click.option(
    "--output-format", type=click.Choice(["text", "jsonl"]), default="text", show_default=True, help="How to list them."
)
def command(*, window: int | None, output_format: str, **files: Any) -> int:
    """Show which reports are taken to be about one event, and the names that tie them.

    PATHS are given as for `factlint check`. Only reports of one story are compared with each other, so this is where
    to look when two reports were compared that should not be, or were not compared. A report that has no fellow is
    left out.

    \b
    factlint stories archive/2026/
    factlint stories --output-format jsonl . | jq .paths
    """
    undone: list[str] = []
    found: list[Signature] = []
    given = wanted(**files)
    for source in Opening().reports(given.sources):
        reading = read(source)
        if reading.report is None:
            undone += (f"{source.path}: {each.message}" for each in reading.diagnostics)
        else:
            found += signatures(reading.report)
    told = [
        story
        for story in stories(found, window=given.configuration.window if window is None else window)
        if len(story.signatures) > 1
    ]
    write(_text(told) if output_format == "text" else map(_json, told))
    for each in undone:
        say(each)
    return UNDONE if undone else 0


def _text(told: list[Story]) -> Iterator[str]:
    for story in told:
        first, last = story.first, story.last
        when = "undated" if first is None else f"{first}" if first == last else f"{first} to {last}"
        yield click.style(f"{len(story.signatures)} reports, {when}\n", bold=True)
        yield from (f"  {signature.path}\n" for signature in story.signatures)
        yield f"  tied by {', '.join(story.terms)}\n\n"
    yield f"{len(told)} {'story' if len(told) == 1 else 'stories'} of two or more reports\n"


def _json(story: Story) -> str:
    paths = list(dict.fromkeys(signature.path for signature in story.signatures))
    first, last = (day.isoformat() if day else None for day in (story.first, story.last))
    line = {"paths": paths, "terms": story.terms, "first": first, "last": last}
    return json.dumps(line, ensure_ascii=False) + "\n"
