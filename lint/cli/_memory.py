"""What earlier runs found: where it is kept, and the options that say so."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from lint import stopwatch
from lint.config import Configuration, Selection
from lint.walk import shown

if TYPE_CHECKING:
    from lint.memory import Memory

Command = TypeVar("Command", bound=Callable[..., Any])

FOLDER = ".factlint_cache"  # beside the configuration file
FILE = "factlint.db"  # its own by name as well: it is deleted where it is damaged


def about_archive(command: Command) -> Command:
    """Give a command the option that names an archive; `memory` takes it."""
    return click.option(
        "--archive",
        metavar="FILE",
        envvar="FACTLINT_ARCHIVE",
        help="Compare with every report of this archive (factlint archive add makes one).",
    )(command)


def about_cache(command: Command) -> Command:
    """Give a command the options that say what it remembers from one run to the next; `memory` takes them."""
    for decorate in (
        click.option(
            "--cache-dir",
            metavar="FOLDER",
            envvar="FACTLINT_CACHE_DIR",
            help=(
                f"Keep what was found in this folder, not in {FOLDER} beside the configuration"
                " (or, where there is none, in the user's cache)."
            ),
        ),
        click.option(
            "--no-cache", is_flag=True, envvar="FACTLINT_NO_CACHE", help="Read and keep nothing of earlier runs."
        ),
    ):
        command = decorate(command)
    return command


@contextmanager
def memory(
    configuration: Configuration, asked: Selection, archive: str | None, *, no_cache: bool, cache_dir: str | None
) -> Iterator["Memory | None"]:
    """What is remembered under this configuration, in the cache and in the archive, and is written when all is done."""
    if no_cache and not archive:
        yield None
        return
    from lint.edition import edition
    from lint.memory import Memory
    from lint.store import Store

    folder = Path(cache_dir) if cache_dir else _folder(configuration)
    with ExitStack() as stack:
        stores = [] if no_cache else [Store(Path(shown(str(folder / FILE))), _say)]
        stores += [Store(Path(archive), _say, is_cache=False)] if archive else []
        for store in stores:
            stack.enter_context(closing(store))
        with stopwatch.lap(stopwatch.STORE):
            book = edition(configuration, asked, stores[0])
        yield Memory(book, stores, None if no_cache else stores[0])


@contextmanager
def memory_of(archive: str, configuration: Configuration) -> Iterator["Memory"]:
    """What an archive remembers under this configuration, and is told."""
    from lint.edition import edition
    from lint.memory import Memory
    from lint.store import Store

    store = Store(Path(archive), _say, is_cache=False)
    with closing(store):
        yield Memory(edition(configuration, Selection(), store), [store], store)


def _folder(configuration: Configuration) -> Path:
    """Where what was found is kept: beside the configuration, or in the user's cache.

    A folder of reports without a configuration is somebody's data and no project: nothing is written there. One store
    serves all such folders, because what is known by paths and contents is true in any of them.
    """
    if configuration.file:
        return Path(configuration.folder, FOLDER)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser(), "factlint")


def _say(line: str) -> None:
    click.echo(f"factlint: {line}", err=True)
