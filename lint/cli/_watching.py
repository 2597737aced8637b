"""Watching: a check that is made again whenever a report or the configuration changes, until Ctrl-C."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click

from lint.cli import say
from lint.cli._options import STDIN, wanted
from lint.config import SIDECAR
from lint.errors import FactlintError, UsageError

PAUSE = 0.5  # seconds between two looks at the files

State = Mapping[str, tuple[int, int]]  # of files by path: when they were written, in nanoseconds, and their size


def watch_over(check: Callable[[], int], files: Mapping[str, Any]) -> int:
    """Check now and after every change; ends only by Ctrl-C. Raises UsageError for standard input, which ends."""
    if STDIN in files["paths"]:
        raise UsageError("standard input cannot be watched")
    seen = None
    while True:
        state = _state(files)
        if state != seen:
            seen = state
            _once(check)
        time.sleep(PAUSE)


def _once(check: Callable[[], int]) -> None:
    if sys.stdout.isatty():
        click.clear()
    try:
        check()
    except FactlintError as error:  # half-written configurations and files that are gone for a moment
        say(str(error))
    sys.stdout.flush()
    say(f"checked at {time.strftime('%H:%M:%S')}; watching for changes (Ctrl-C ends)")


def _state(files: Mapping[str, Any]) -> State | str:
    """What the files look like from outside, or why that cannot be told."""
    try:
        given = wanted(**files)
        paths = [each.path for each in (*given.sources, *given.beside())]
        configuration = given.configuration
        settled = os.path.join(configuration.folder, SIDECAR)  # noqa: PTH118
        return dict(_looked_at([*paths, configuration.file, settled]))
    except FactlintError as error:
        return str(error)


def _looked_at(paths: Iterable[str]) -> Iterable[tuple[str, tuple[int, int]]]:
    for path in paths:
        try:
            status = os.stat(path)  # noqa: PTH116 - thousands of files, twice a second
        except OSError:
            continue
        yield path, (status.st_mtime_ns, status.st_size)
