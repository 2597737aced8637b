"""Checks on a cluster: the options that ask for one, and the same check done by it."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

import click

from lint import rulebook
from lint.cli import say
from lint.cli._doubts import doubt, everything
from lint.cli._looking import Asked
from lint.cli._options import wanted
from lint.cli._output import write, write_file
from lint.cli._settled import reported
from lint.diagnostic import Severity
from lint.errors import UsageError
from lint.findings import Findings
from lint.render import Page, renderer
from lint.render._tally import counted
from lint.source import Source, UnreadableError

if TYPE_CHECKING:
    from lint.runners.spark import Written
    from lint.runners.spark_cluster import Cluster

Command = TypeVar("Command", bound=Callable[..., Any])

TABLES = (".jsonl", ".ndjson", ".parquet")  # suffixes


def about_cluster(command: Command) -> Command:
    """Give a command the options that say where the work is done; `on_cluster` takes them."""
    for decorate in (
        click.option(
            "--findings",
            "findings_folder",
            metavar="FOLDER",
            help=(
                "Have the cluster write the findings into this new folder, as Parquet where its name ends in .parquet,"
                " else as JSON lines, and show only how many there are."
            ),
        ),
        click.option(
            "--master", metavar="URL", help="The master of the Spark cluster, such as spark://host:7077 or local[4]."
        ),
        click.option(
            "--runner",
            type=click.Choice(["local", "spark"]),
            default="local",
            help="Work on this machine, or on a Spark cluster (which takes pip install 'factlint[spark]').",
        ),
    ):
        command = decorate(command)
    return command


def on_cluster(runner: str, master: str | None, folder: str | None) -> "OnCluster | None":
    """What these options ask for; raises UsageError where they do not go together."""
    if runner == "local":
        if master or folder:
            raise UsageError(f"{'--master' if master else '--findings'} goes together with --runner spark")
        return None
    if not master:
        raise UsageError("--runner spark needs --master URL, such as spark://host:7077")
    return OnCluster(master, folder)


def refuse(others: Mapping[str, Any]) -> None:
    """Raises UsageError where one of these options is given, which are about work on this machine."""
    given = [name for name, value in others.items() if value]
    if given:
        raise UsageError(f"{given[0]} and --runner spark do not go together")


@dataclass(frozen=True, slots=True)
class OnCluster:
    """A check on the cluster of a master, which may write the findings into a folder."""

    master: str
    folder: str | None = None

    def check(self, asked: Asked, output_format: str, output_file: str | None, **files: Any) -> "Findings | Written":
        """What was found, after it was shown; only how much, where the cluster has written it."""
        if self.folder and output_file:
            raise UsageError("--findings and --output-file do not go together")
        from lint.engine import each_once
        from lint.read.opening import Opening
        from lint.runners.spark import Work, refuse_old
        from lint.runners.spark_cluster import Cluster

        given = wanted(**files, suffixes=TABLES)
        rules = given.configuration.rules(rulebook.discover(), asked.selection)
        opening = Opening()
        sources, beside = each_once(opening.reports(given.sources), opening.reports(given.beside()))
        if self.folder:
            refuse_old(self.folder)  # before the work, which may take hours
        with Cluster(self.master) as cluster:
            work = Work(cluster, tuple(rules), given.configuration.window)
            work.read(sources, beside, given.tables)
            is_doubtful = doubt(given, asked, work.allowing | opening.paths) if self.folder else None
            found = work.doubtful(is_doubtful) if is_doubtful else work.findings()
            placed = {*map(opening.placed, found.diagnostics), *opening.remarks(given.sources)}
            findings = replace(found, diagnostics=tuple(sorted(placed, key=lambda each: each.sort_key)))
            text = _texts([*sources, *beside], given.tables, cluster, findings)
            findings = reported(findings, given, rules, asked, text)
            if is_doubtful and self.folder:
                left_out = is_doubtful if asked.since is None else everything
                grades = given.configuration.graded(asked.selection)
                return _told(work.write(self.folder, grades, left_out, findings), self.folder)
        pieces = renderer(output_format)(Page(findings, rules, text))
        if output_file:
            write_file(output_file, pieces)
        else:
            write(pieces)
        return findings


def _told(written: "Written", folder: str) -> "Written":
    told = ", ".join(counted(number, severity) for severity in Severity if (number := written.numbers.get(severity)))
    found = f"wrote {told or 'no findings'} on {counted(written.reports, 'report')} into {folder}"
    say(found)
    return written


def _texts(
    sources: Sequence[Source], tables: Sequence[str], cluster: "Cluster", findings: Findings
) -> Callable[[str], str | None]:
    """The texts of the reports by path, for those who draw them: of files, and of those rows that are spoken of."""
    known = {source.path: source for source in sources}
    if tables:
        labels = (label for each in findings.diagnostics for label in (each.primary, *each.related))
        spoken = {label.passage.path for label in labels} - known.keys()
        known |= {source.path: source for source in cluster.rows(tables, spoken)}

    def text(path: str) -> str | None:
        from lint.read import read_text

        with suppress(OSError, UnreadableError):
            return read_text(known.get(path) or Source(path))
        return None

    return text
