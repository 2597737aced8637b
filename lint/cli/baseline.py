"""factlint baseline: keep what is found today, so that only new findings are reported from now on."""

import os
from pathlib import Path
from typing import Any

import click

from lint import rulebook
from lint.baseline import Known, lines, load, pruned, told
from lint.cli import UNDONE, say
from lint.cli._looking import Asked, looking
from lint.cli._memory import about_archive, about_cache
from lint.cli._options import Wanted, about_files, wanted
from lint.cli._output import write, write_file
from lint.errors import UsageError
from lint.findings import Findings
from lint.render._tally import counted


@click.command
@about_files
@click.option("-o", "--output-file", metavar="FILE", help="Write the baseline to this file.")
@click.option("--prune", metavar="FILE", help="Take out of this baseline what is not found any more; add nothing.")
@about_archive
@about_cache
def command(
    *,
    output_file: str | None,
    prune: str | None,
    archive: str | None,
    no_cache: bool,
    cache_dir: str | None,
    **files: Any,
) -> int:
    """Write a baseline: all that is found in PATHS and not allowed, a JSON object a line.

    `factlint check --baseline FILE`, or the key `baseline` in the configuration, then reports only what is new.
    Findings are known by their rule, words and reports, never by where they stand. Without -o, the baseline that the
    configuration names is written, or else standard output.

    \b
    factlint baseline -o desk/baseline.jsonl
    factlint check --baseline desk/baseline.jsonl
    factlint baseline --prune desk/baseline.jsonl
    """
    if prune and output_file:
        raise UsageError("--prune writes the file that it is given; -o does not go with it")
    given = wanted(**files)
    with looking(given.without_baseline(), Asked(archive=archive), no_cache=no_cache, cache_dir=cache_dir) as look:
        findings = look(given.sources)
        ran = {rule.name for rule in look.rules} if prune else set()
    for each in findings.diagnostics:
        if each.is_failure:
            say(f"{each.primary.passage.path}: {each.message}")
    if prune:
        _prune(prune, findings, given, ran)
        return UNDONE if findings.failed else 0
    known = told(findings.diagnostics, given.configuration.folder)
    if file := output_file or given.configuration.baseline:
        write_file(file, lines(known))
        write([f"{file} holds {counted(len(known), 'finding')}.\n"])
    else:
        write(lines(known))
    return UNDONE if findings.failed else 0


def _prune(file: str, findings: Findings, given: Wanted, ran: set[str]) -> None:
    known, folder = load(file), given.configuration.folder
    if findings.failed:
        raise UsageError(f"{file} was not pruned: some of the reports were not checked")
    focus = {os.path.realpath(source.path) for source in given.sources}
    switched_off = rulebook.discover().keys() - ran

    def is_covered(each: Known) -> bool:
        """Whether it would have been found if it were still there."""
        path = Path(folder, each.path)
        looked_at = os.path.realpath(path) in focus or not path.exists()
        return looked_at and each.rule not in switched_off

    kept = pruned(known, told(findings.diagnostics, folder), is_covered)
    write_file(file, lines(kept))
    write([f"{file} holds {counted(len(kept), 'finding')}; {counted(len(known) - len(kept), 'finding')} gone.\n"])
