"""factlint check: lint reports, and show what was found."""

import os
from collections.abc import Callable, Sequence
from typing import Any

import click

from lint import rulebook
from lint.cli import UNDONE
from lint.cli._options import OutputFormat, about_files, names, wanted
from lint.cli._output import write, write_file
from lint.config import Selection
from lint.engine import Findings, lint
from lint.read import Source, read_text
from lint.read.text import UnreadableError
from lint.render import Page, renderer
from lint.runners import Runner
from lint.runners.serial import Serial

FEW = 200  # reports: so many take half a second, and other processes need a part of that to start


@click.command
@about_files
@click.option(
    "--select", multiple=True, callback=names, metavar="RULE,…", help="Run these rules only; ALL stands for every rule."
)
@click.option("--extend-select", multiple=True, callback=names, metavar="RULE,…", help="Run these rules as well.")
@click.option("--ignore", multiple=True, callback=names, metavar="RULE,…", help="Do not run these rules.")
@click.option(
    "--output-format",
    type=OutputFormat(),
    default="full",
    envvar="FACTLINT_OUTPUT_FORMAT",
    help="How findings are shown: full, with the words underlined, where nothing else is said.",
)
@click.option("-o", "--output-file", metavar="FILE", help="Write the findings to this file.")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many processes share the work. As many as there are processors, where there are many reports.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 though there are errors (but 2 when work was not done).")
def command(
    *,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    output_format: str,
    output_file: str | None,
    jobs: int | None,
    exit_zero: bool,
    **files: Any,
) -> int:
    """Check reports, each alone and all together.

    PATHS are files, folders (searched for .txt, .md and .markdown), or - for standard input. Where none is given, the
    paths of the configuration are checked, or else the current folder.

    \b
    factlint check                                  what the configuration names
    factlint check today/ archive/2026/             two folders, compared with each other
    factlint check --output-format concise a.txt    one line a finding
    factlint check - --stdin-filename a.txt         a text from an editor

    Exit status: 0, no errors; 1, errors were found; 2, factlint could not do its work (a file that cannot be read, a
    configuration that is wrong, a rule that crashed).
    """
    asked = Selection(select, extend_select, ignore)
    given = wanted(**files)
    rules = given.configuration.rules(rulebook.discover(), asked)
    findings = lint(given.sources, rules, _runner(jobs, len(given.sources)))
    findings = findings.graded(given.configuration.graded(asked))
    pieces = renderer(output_format)(Page(findings, rules, _texts(given.sources)))
    if output_file:
        write_file(output_file, pieces)
    else:
        write(pieces)
    return _status(findings, exit_zero=exit_zero)


def _status(findings: Findings, *, exit_zero: bool) -> int:
    if findings.failed:
        return UNDONE
    return 1 if findings.errors and not exit_zero else 0


def _runner(jobs: int | None, reports: int) -> Runner:
    workers = jobs or (1 if reports <= FEW else os.cpu_count() or 1)
    if workers == 1:
        return Serial()
    from lint.runners.pool import Pool

    return Pool(workers)


def _texts(sources: Sequence[Source]) -> Callable[[str], str | None]:
    """The texts of the reports by path, for those who draw them."""
    given = {source.path: source for source in sources if source.content is not None}

    def text(path: str) -> str | None:
        try:
            return read_text(given.get(path) or Source(path))
        except (OSError, UnreadableError):
            return None

    return text
