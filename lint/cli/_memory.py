"""The options that say what is remembered from one run to the next; lint.kept opens it."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from lint.kept import FOLDER

Command = TypeVar("Command", bound=Callable[..., Any])


def about_archive(command: Command) -> Command:
    """Give a command the option that names an archive; lint.kept takes it."""
    return click.option(
        "--archive",
        metavar="FILE",
        envvar="FACTLINT_ARCHIVE",
        help="Compare with every report of this archive (factlint archive add makes one).",
    )(command)


def about_cache(command: Command) -> Command:
    """Give a command the options that say what it remembers from one run to the next; lint.kept takes them."""
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
