"""Kept: where that lies which earlier runs found, and how it is opened."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from lint import stopwatch
from lint.config import Configuration, Selection
from lint.rule import Rule
from lint.users_cache import users_cache
from lint.walk import shown

if TYPE_CHECKING:
    from lint.memory import Memory

FOLDER = ".factlint_cache"  # beside the configuration file
FILE = "factlint.db"  # its own by name as well: it is deleted where it is damaged


@contextmanager
def memory(
    configuration: Configuration,
    asked: Selection,
    rules: Sequence[Rule],
    archive: str | None = None,
    *,
    no_cache: bool = False,
    cache_dir: str | None = None,
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
        place = os.path.abspath(configuration.folder)  # noqa: PTH100 - four times as fast
        yield Memory(book, stores, None if no_cache else stores[0], rules=rules, place=place)


@contextmanager
def memory_of(archive: str, configuration: Configuration, rules: Sequence[Rule]) -> Iterator["Memory"]:
    """What an archive remembers under this configuration, and is told."""
    from lint.edition import edition
    from lint.memory import Memory
    from lint.store import Store

    store = Store(Path(archive), _say, is_cache=False)
    with closing(store):
        yield Memory(edition(configuration, Selection(), store), [store], store, rules=rules)


def _folder(configuration: Configuration) -> Path:
    """Where what was found is kept: beside the configuration, or in the user's cache.

    A folder of reports without a configuration is somebody's data and no project: nothing is written there. One store
    serves all such folders, because what is known by paths and contents is true in any of them.
    """
    if configuration.file:
        return Path(configuration.folder, FOLDER)
    return users_cache()


def _say(line: str) -> None:
    sys.stderr.write(f"factlint: {line}\n")
