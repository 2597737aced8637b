"""factlint archive: keep every report that was published in one file, to compare new ones with."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from lint import config, rulebook
from lint.archive import READ_AT_ONCE, Archive
from lint.cli import UNDONE, say
from lint.cli._options import about_files, wanted
from lint.cli._output import write
from lint.cli._progress import watched
from lint.errors import UsageError
from lint.formats import PACKED
from lint.kept import memory_of
from lint.late import Late
from lint.read import read_text
from lint.read.item import unpacked
from lint.read.opening import Opening
from lint.render._tally import counted
from lint.rule import Rule
from lint.runners import runner
from lint.source import Source, UnreadableError, fetched
from lint.walk import shown

Command = TypeVar("Command", bound=Callable[..., Any])

FILE = "archive.db"


def about_archive(command: Command) -> Command:
    """Give a command the option that says which archive it is about."""
    return click.option(
        "--archive",
        "file",
        default=FILE,
        show_default=True,
        envvar="FACTLINT_ARCHIVE",
        metavar="FILE",
        help="The file of the archive.",
    )(command)


@click.group(invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> int | None:
    """Keep an archive of reports in one file, with which new reports are compared.

    \b
    factlint archive add 2025/ 2026/                add all reports of two folders
    factlint check today/ --archive archive.db      compare today's with all of them
    factlint archive remove 2025/withdrawn.txt      forget a report
    factlint archive info                           how many reports there are, and since when

    The archive holds the reports themselves, so that it stays of use when their files are gone and when the rules
    have changed. A report is known by the path by which it was added, and by its name where a file holds several: of
    a feed that is added every day, all that it ever held is kept.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        return UNDONE
    return None


@command.command
@about_archive
@click.option(
    "-j", "--jobs", type=click.IntRange(min=1), metavar="N", help="How many processes share the work of reading."
)
@about_files
def add(*, file: str, jobs: int | None, **files: Any) -> int:
    """Add reports, or what has become of them, and read all that the rule book in use has not read yet.

    PATHS are given as for `factlint check`.
    """
    given = wanted(**files)
    rules = given.configuration.rules(rulebook.discover())
    unreadable: list[str] = []
    with Archive(file, make=True) as archive, memory_of(file, given.configuration, rules) as known:
        added = archive.add(_readable(given.sources, unreadable))
        total = len(archive)
        archive.catalogue(known, rules, watched(runner(jobs)))
    write([f"Added {counted(added, 'report')}; {file} holds {counted(total, 'report')}.\n"])
    for path in sorted(unreadable):
        say(f"{path} cannot be read and was not added")
    return UNDONE if unreadable else 0


def _readable(sources: Iterable[Source], unreadable: list[str]) -> Iterator[Source]:
    """The sources with their content, each file once; the paths of those that no rule could read are noted."""
    from lint.engine import each_once  # with all the finders, which those who only ask for information need not pay

    for source in map(fetched, each_once(Opening().reports(sources), ())[0]):
        if _is_readable(source):
            yield source
        else:
            unreadable.append(source.path)


def _is_readable(source: Source) -> bool:
    if source.content is None:
        return False
    if source.content.startswith(PACKED):
        return not unpacked(source.content).reason
    try:
        read_text(source)
    except UnreadableError:
        return False
    return True


@command.command
@about_archive
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
def remove(*, file: str, paths: tuple[str, ...]) -> int:
    """Forget reports: those of these paths, and all in folders of these paths. No file but the archive is touched."""
    if "" in paths:  # such as a variable of a shell that was never set
        raise UsageError("an empty path names no report")
    with Archive(file) as archive:
        for path in paths:
            if not (archive.remove(shown(path)) or archive.remove(path)):  # the name of an item is no path
                raise UsageError(f"{file} has no report {path}, and none in a folder of that name")
        write([f"{counted(len(archive), 'report')} left in {file}.\n"])
    return 0


@command.command
@about_archive
def info(*, file: str) -> int:
    """Tell how many reports there are, from when, and how many the rule book in use has read."""
    with Archive(file) as archive:
        members = archive.sources()
    configuration = config.find(".")
    rules = Late[Rule](lambda: configuration.rules(rulebook.discover()))
    read, days = 0, set[date]()
    with memory_of(file, configuration, rules) as known:
        for start in range(0, len(members), READ_AT_ONCE):
            for found, missing in known.extracts(members[start : start + READ_AT_ONCE]).values():
                read += not missing
                days.update(each.published for each in found.signatures if each.published)
    when = f", published from {min(days)} to {max(days)}" if days else ""
    size = Path(file).stat().st_size / 1e6
    write([f"{file}: {counted(len(members), 'report')}{when}; {size:.1f} MB\n"])
    if read < len(members):
        write([f"{len(members) - read:,} are new to the rule book in use; factlint archive add has it read them.\n"])
    return 0
