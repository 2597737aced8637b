"""factlint check: lint reports, and show what was found."""

from contextlib import nullcontext
from typing import Any

import click

from lint import stopwatch
from lint.cli import UNDONE
from lint.cli._cluster import about_cluster, on_cluster, refuse
from lint.cli._looking import Asked, looking
from lint.cli._memory import about_archive, about_cache
from lint.cli._mending import Mending, about_mending, drawn
from lint.cli._options import OutputFormat, about_files, wanted
from lint.cli._output import write, write_file
from lint.cli._selecting import about_rules
from lint.cli._settled import about_settling
from lint.config import Selection
from lint.render import Page, renderer


@click.command
@about_files
@about_rules
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
@about_archive
@about_cache
@click.option(
    "--profile", is_flag=True, help="Work in one process, and print on stderr where the time went, at the end."
)
@about_settling
@about_mending
@about_cluster
@click.option("--statistics", is_flag=True, help="Show how often each rule speaks, instead of the findings.")
@click.option("--watch", "keep_watch", is_flag=True, help="Check again whenever a report changes, until Ctrl-C.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 though there are errors (but 2 when work was not done).")
def command(
    *,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    output_format: str,
    output_file: str | None,
    jobs: int | None,
    archive: str | None,
    exit_zero: bool,
    profile: bool,
    no_cache: bool,
    cache_dir: str | None,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    statistics: bool,
    keep_watch: bool,
    baseline: str | None,
    since: str | None,
    runner: str,
    master: str | None,
    findings_folder: str | None,
    **files: Any,
) -> int:
    """Check reports, each alone and all together.

    PATHS are files, folders (searched for .txt, .md, .html, .docx, and for JSON and XML that holds reports), or - for
    standard input. Where none is given, the paths of the configuration are checked, or else the current folder. Where
    some are given, they are compared with the paths of the configuration too, but only findings that touch one of
    PATHS are shown.

    A Spark cluster takes tables of reports as well: .jsonl, .ndjson and .parquet, with the columns path (or id) and
    text, and where there are any, date and title.

    \b
    factlint check                                  what the configuration names
    factlint check today/ archive/2026/             two folders, compared with each other
    factlint check today/ --archive archive.db      a folder, compared with all that was ever published
    factlint check --output-format concise a.txt    one line a finding
    factlint check - --stdin-filename a.txt         a text from an editor

    Exit status: 0, no errors; 1, errors were found; 2, factlint could not do its work (a file that cannot be read, a
    configuration that is wrong, a rule that crashed).
    """
    if keep_watch and runner == "local":
        from lint.cli._watching import watch_over

        context = click.get_current_context()
        return watch_over(lambda: context.invoke(command, **(context.params | {"keep_watch": False})), files)
    mending = Mending(fix, unsafe_fixes, diff, files["paths"])
    asked = Asked(Selection(select, extend_select, ignore), archive, 1 if profile else jobs, baseline, since)
    drawing = "_statistics" if statistics else output_format
    if cluster := on_cluster(runner, master, findings_folder):
        here = {"--archive": archive, "--jobs": jobs, "--profile": profile, "--watch": keep_watch}
        refuse({**here, "--fix and --diff": mending.wanted})
        found = cluster.check(asked, drawing, output_file, **files)
        return UNDONE if found.failed else int(found.errors > 0 and not exit_zero)
    with stopwatch.started() if profile else nullcontext() as watch:
        with stopwatch.lap(stopwatch.LISTING):
            given = wanted(**files)
        with looking(given, asked, no_cache=no_cache, cache_dir=cache_dir) as look:
            if mending.wanted:
                outcome = mending.outcome(given.sources, look)
                findings, sources, changes, left = outcome.findings, outcome.sources, outcome.mended, outcome.left
            else:
                findings, sources, changes, left = look(given.sources), given.sources, (), ()
        with stopwatch.lap(stopwatch.RENDERING):
            page = Page(findings, look.rules, look.texts(sources))
            pieces = drawn(changes) if diff else renderer(drawing)(page)
            if output_file:
                write_file(output_file, pieces)
            else:
                write(pieces)
    if watch:
        click.echo("".join(stopwatch.page(watch)), nl=False, err=True)
    if left or findings.failed:
        return UNDONE
    return 1 if (changes if diff else findings.errors) and not exit_zero else 0
