"""The linter on one page: map (read and extract), group (by story and key), reduce (compare)."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from lint import stopwatch
from lint.comparison import compare
from lint.extract import Extract, extract_each
from lint.findings import Findings
from lint.read.opening import Opening
from lint.rule import Rule
from lint.runners import Runner
from lint.runners.serial import Serial
from lint.source import Source

if TYPE_CHECKING:
    from lint.archive import Archive
    from lint.memory import Memory

MANY = 2_000  # reports: the claims of fewer find room as they are, and to pack them takes a tenth of the time


def lint(
    sources: Iterable[Source],
    rules: Sequence[Rule],
    runner: Runner | None = None,
    *,
    corpus: Iterable[Source] = (),
    archive: "Archive | None" = None,
    memory: "Memory | None" = None,
    window: int | None = None,
) -> Findings:
    """Check reports, each alone and all together, and together with those of a corpus and of an archive.

    Every finding touches one of `sources`, the focus. The order of sources, the runner and what is remembered of
    earlier runs never change the findings; nor does it matter in how many runs the sources are checked, as long as
    the corpus holds them all. `window` is that of lint.story.
    """
    opening, files = Opening(), [*sources]
    with stopwatch.lap(stopwatch.LISTING):
        focus, others = each_once(opening.reports(files), opening.reports(corpus))
    working = runner or Serial()
    read = list(extracts([*focus, *others], rules, working, memory))
    paths = frozenset(source.path for source in focus)
    found = {finding for each in read if each.path in paths for finding in each.diagnostics}
    stories = None
    if archive:
        with stopwatch.lap(stopwatch.STORIES):
            near = archive.near(memory.catalogued, read, paths, window) if memory else None
        stories, archived = (near.stories, archive.of(near.paths)) if near else (None, archive.others(read))
        read += extracts([*opening.reports(archived)], rules, working, memory)
    found.update(compare(read, rules, paths, memory, window, stories, working))
    if opening.is_needed:
        found = {*map(opening.placed, found), *opening.remarks(files)}
    return Findings(tuple(sorted(found, key=lambda each: each.sort_key)), len(focus))


def each_once(sources: Iterable[Source], corpus: Iterable[Source]) -> tuple[list[Source], list[Source]]:
    """The focus and what else is in the corpus, each file once however often and by whatever path it is named.

    The focus goes before the corpus, content at hand before what the file holds, and a file before an archive.
    """
    focus, beside = _by_file(sources), _by_file(corpus)
    return [*focus.values()], [source for file, source in beside.items() if file not in focus]


def _by_file(sources: Iterable[Source]) -> dict[str, Source]:
    ways: defaultdict[str, list[Source]] = defaultdict(list)
    folders: dict[str, str] = {}
    for source in sources:
        ways[_real(source.path, folders)].append(source)
    return {file: min(each, key=partial(_preference, file)) if each[1:] else each[0] for file, each in ways.items()}


def _real(path: str, folders: dict[str, str]) -> str:
    """The path without links; each folder is looked up once, for os.path.realpath asks for every part of a path."""
    if os.path.islink(path):  # noqa: PTH114 - a tenth of the time
        return os.path.realpath(path)
    folder, _, name = path.rpartition("/")
    if name in ("", ".", ".."):
        return os.path.realpath(path)
    if folder not in folders:
        folders[folder] = os.path.realpath(path[: -len(name)])
    return f"{folders[folder]}/{name}"


def _preference(file: str, source: Source) -> tuple[object, ...]:
    """What goes first: of two ways to a file its own name, as a hook gives it, which passes no links."""
    is_link = os.path.abspath(source.path) != file  # noqa: PTH100 - as it is named
    return source.content is None, source.archive, is_link, len(source.path), source.path


def extracts(
    sources: Sequence[Source], rules: Sequence[Rule], runner: Runner, memory: "Memory | None"
) -> Iterator[Extract]:
    """What the sources say: as it is remembered, or else as it is read now."""
    with stopwatch.lap(stopwatch.STORE):
        known = memory.extracts(sources) if memory else {}
    partly: defaultdict[frozenset[str], list[Source]] = defaultdict(list)
    unknown = []
    for source in sources:
        if source.path not in known:
            unknown.append(source)
        elif missing := known[source.path][1]:
            partly[missing].append(source)
        else:
            yield known[source.path][0]
    if unknown:  # before anybody looks at the rules, which may not have been imported
        yield from _read(unknown, rules, runner, memory)
    for names, some in partly.items():
        for more in _read(some, [rule for rule in rules if rule.name in names], runner, None):
            yield _kept(known[more.path][0].joined(more), memory)


def _read(
    sources: Sequence[Source], rules: Sequence[Rule], runner: Runner, memory: "Memory | None"
) -> Iterator[Extract]:
    """What the sources say, packed where there are many: a claim as Python has it takes ten times the room.

    What comes from another process is packed by itself.
    """
    if memory is None and len(sources) < MANY:
        yield from runner.map(partial(extract_each, rules=tuple(rules)), sources)
        return
    from lint.pickling import packed_extracts, unpack_extract

    for each in runner.map(partial(packed_extracts, rules=tuple(rules)), sources):
        found = each if isinstance(each, Extract) else memory.keep_extract(*each) if memory else unpack_extract(*each)
        if memory:
            memory.saw(found)
        yield found


def _kept(found: Extract, memory: "Memory | None") -> Extract:
    from lint.pickling import packed

    each = packed(found)
    return memory.keep_extract(*each) if memory and not isinstance(each, Extract) else found
