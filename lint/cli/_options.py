"""What several commands can be asked: which files, under which configuration, with which rules."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from lint import config
from lint.errors import UsageError, nearest
from lint.source import Source
from lint.walk import Exclusion, reports, shown

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Command = TypeVar("Command", bound=Callable[..., Any])

STDIN = "-"


def names(context: click.Context, option: click.Parameter, value: Sequence[str]) -> tuple[str, ...]:
    """All the names of an option that may be given several times, each time with names between commas."""
    return tuple(name.strip() for each in value for name in each.split(",") if name.strip())


class OutputFormat(click.ParamType):  # type: ignore[type-arg]  # generic only since click 8.5
    """The name of a renderer, looked up only when it is needed."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, if there is such a renderer; raises UsageError with the nearest one."""
        from lint.render import formats

        if value not in (known := formats()):
            hint = nearest(value, known) or f"; there are {', '.join(known)}"
            raise UsageError(f"there is no output format {value}{hint}")
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """The formats with which a word that somebody types in a shell may go on."""
        from click.shell_completion import CompletionItem

        from lint.render import formats

        return [CompletionItem(name) for name in formats() if name.startswith(incomplete)]

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """What stands for the value in help texts."""
        from lint.render import formats

        return f"[{'|'.join(formats())}]"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The reports that a command line asks for, and the configuration that holds for them."""

    configuration: config.Configuration
    sources: tuple[Source, ...]
    exclusions: tuple[Exclusion, ...] = ()
    tables: tuple[str, ...] = ()  # of reports, which only a cluster reads
    are_all: bool = False  # whether the command line named none, so that these are all of the configured paths

    def without_baseline(self) -> "Wanted":
        """The same, as if the configuration named nothing that is known already."""
        return replace(self, configuration=replace(self.configuration, baseline=""))

    def beside(self) -> tuple[Source, ...]:
        """The other reports of the configured paths, with which those that were asked for are compared."""
        if self.are_all or not self.configuration.paths:
            return ()
        asked = {source.path for source in self.sources}
        return tuple(Source(path) for path in reports(self.configuration.roots, self.exclusions) if path not in asked)


def wanted(
    paths: Sequence[str],
    *,
    config_file: str | None,
    isolated: bool,
    exclude: tuple[str, ...],
    stdin_filename: str | None,
    suffixes: tuple[str, ...] = (),
) -> Wanted:
    """What these options ask for; paths with one of `suffixes` are tables. Raises FactlintError for what cannot be."""
    tables = tuple(path for path in paths if suffixes and path.rstrip("/").endswith(suffixes))
    if isolated and config_file:
        raise UsageError("--isolated and --config do not go together")
    if isolated:
        configuration = config.Configuration()
    elif config_file:
        configuration = config.load(Path(config_file))
    else:
        first = next(iter(paths), ".")
        configuration = config.find((stdin_filename or ".") if first == STDIN else first)
    exclusions = (configuration.exclusion, Exclusion(os.getcwd(), exclude))  # noqa: PTH109 - a str is meant
    named = [path for path in paths or configuration.roots if path != STDIN and path not in tables]
    content = {}
    if STDIN in paths:
        name = shown(stdin_filename) if stdin_filename else "<stdin>"
        if not any(name in each for each in exclusions):
            content[name] = _given()
    found = [path for path in reports(named, exclusions) if path not in content]
    sources = [Source(path) for path in found] + [Source(*each) for each in content.items()]
    return Wanted(configuration, tuple(sources), exclusions, tables, are_all=not paths)


def _given() -> bytes:
    if sys.stdin is None:  # whoever started this process has closed it
        raise UsageError("there is no standard input")
    return sys.stdin.buffer.read()


def about_files(command: Command) -> Command:
    """Give a command the options that say which files it is about; `wanted` takes them."""
    for decorate in (
        click.option(
            "--stdin-filename",
            metavar="PATH",
            help="The path of the report that comes from standard input, if one does.",
        ),
        click.option(
            "--exclude",
            multiple=True,
            callback=names,
            metavar="GLOB,…",
            help="Leave these files and folders out, besides those that the configuration excludes.",
        ),
        click.option("--isolated", is_flag=True, help="Read no configuration file."),
        click.option(
            "--config",
            "config_file",
            metavar="FILE",
            help="Read this configuration, not the factlint.toml or pyproject.toml nearest to the first of PATHS.",
        ),
        click.argument("paths", nargs=-1, metavar="[PATHS]..."),
    ):
        command = decorate(command)
    return command
