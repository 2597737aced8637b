"""factlint roster: write the names of an archive as a roster for the desk to edit."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

import click

from lint.cli import UNDONE, say
from lint.cli._options import about_files, wanted
from lint.cli._output import write
from lint.read import Source, read
from lint.read.opening import Opening
from lint.report import Report
from lint.tally import Entry, tally

COLUMNS = ("name", "aliases", "note", "reports", "variants")


@click.command
@about_files
@click.option(
    "--at-least",
    type=click.IntRange(min=1),
    default=2,
    show_default=True,
    metavar="REPORTS",
    help="Leave out names that fewer reports have.",
)
def command(*, at_least: int, **files: Any) -> int:
    """Write the names of an archive as a roster for the desk to edit.

    PATHS are given as for `factlint check`. The roster is a CSV file: each person and body with the office that most
    reports give, the number of reports, and rarer spellings that are near. Strike out what is wrong, move spellings
    that pass into `aliases`, and name the file as `roster` in the configuration: other spellings are then reported.

    \b
    factlint roster archive/ > roster.csv
    factlint roster --at-least 10 archive/2026/
    """
    undone: list[str] = []
    entries = tally(_reports(wanted(**files).sources, undone), at_least=at_least)
    write(_lines(entries))
    for each in undone:
        say(each)
    return UNDONE if undone else 0


def _reports(sources: Iterable[Source], undone: list[str]) -> Iterator[Report]:
    for source in Opening().reports(sources):
        reading = read(source)
        if reading.report is None:
            undone += (f"{source.path}: {each.message}" for each in reading.diagnostics)
        else:
            yield reading.report


def _lines(entries: list[Entry]) -> Iterator[str]:
    yield _row(COLUMNS)
    for entry in entries:
        variants = "; ".join(f"{words} ({count})" for words, count in entry.variants)
        yield _row((entry.name, "", entry.note, str(entry.reports), variants))


def _row(values: tuple[str, ...]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(values)
    return line.getvalue()
