"""Which reports are meant: the files and folders that a user names, in; the paths of reports, out."""

# An archive has hundreds of thousands of files, and pathlib takes several times as long to walk them.
# ruff: noqa: PTH100, PTH109, PTH112, PTH116

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from lint.errors import UsageError
from lint.formats import DOUBTFUL, SUFFIXES

HIDDEN = (".", "~$")  # how names begin of what nobody is to see, such as Word's note that a document is open
PASSED_OVER = frozenset({"node_modules"})  # besides hidden folders, such as .git, .venv and .factlint_cache

GLOB = re.compile(
    r"""
    (?P<folders> (?:(?<=/)|\A) \*\*/ )  # **/  any number of folders, also none
    | (?P<anything> \*\* )
    | (?P<star> \* )                    # anything within one name
    | (?P<one> \? )
    | \[ (?P<negated> ! )? (?P<set> \]? [^]/]+ ) \]
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class Exclusion:
    """Files that are left out: globs, and the folder to which they are relative.

    A glob without a slash holds for the name of a file or folder at any depth, one with a slash for the path from
    `folder`; whatever matches a folder leaves out all that is in it. `**` stands for any number of folders.
    """

    folder: str
    globs: tuple[str, ...]

    def __contains__(self, path: str) -> bool:
        """Whether the file or folder is left out, or lies in a folder that is."""
        if not self.globs:
            return False
        relative = os.path.relpath(path, self.folder).replace(os.sep, "/")
        if relative == ".":
            return False
        return self._pattern.search(f"/{relative}") is not None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(_expression, self.globs)))


def reports(paths: Iterable[str], exclusions: Sequence[Exclusion] = ()) -> list[str]:
    """The reports among these files and in these folders: each once, as it is shown to the user, sorted.

    Folders are searched for files with one of SUFFIXES, hidden ones left out, links followed, no folder entered
    twice; what may be anything by its name is looked into. A folder that cannot be listed is given itself, so that
    reading says why. What is excluded is left out without a word, as a hook needs that names every changed file.
    Raises UsageError for a path that is not there, and for a folder in which there is no report.
    """
    exclusions = [each for each in exclusions if each.globs]
    meant = [_meant(path, exclusions) for path in paths]
    if len(meant) == 1:
        return sorted(meant[0])  # in one folder nothing is met twice
    found: dict[str, str] = {}
    for each in chain.from_iterable(meant):
        found.setdefault(os.path.abspath(each), each)
    return sorted(found.values())


def shown(path: str) -> str:
    """The path as the user sees it: relative to the current folder where it lies in it, with slashes."""
    within = os.path.relpath(path) if _is_below(os.path.abspath(path), os.getcwd()) else os.path.normpath(path)
    return within.replace(os.sep, "/")


def _meant(path: str, exclusions: Sequence[Exclusion]) -> list[str]:
    path = path or "."
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        raise UsageError(f"there is no file or folder {path}") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from None
    if any(path in each for each in exclusions):
        return []
    if not os.path.isdir(path):
        return [shown(path)]
    found = list(_within(path, exclusions))
    if not found and next(_within(path, ()), None) is None:
        raise UsageError(f"there is no report ({', '.join(SUFFIXES)}) in {path}")
    return found


def _within(root: str, exclusions: Sequence[Exclusion]) -> Iterator[str]:
    entered = set()
    folders = [shown(root)]
    while folders:
        folder = folders.pop()
        try:
            status = os.stat(folder)
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            yield folder
            continue
        if (status.st_dev, status.st_ino) in entered:  # a link that leads back, or a second way to the same place
            continue
        entered.add((status.st_dev, status.st_ino))
        before = "" if folder == "." else f"{folder.rstrip('/')}/"
        for entry in entries:
            path = before + entry.name
            if entry.name.startswith(HIDDEN) or entry.name in PASSED_OVER:
                continue
            if exclusions and any(path in each for each in exclusions):
                continue
            if _is_folder(entry):
                folders.append(path)
            elif not (name := entry.name.lower()).endswith(SUFFIXES):
                continue
            elif (entry.is_symlink() or entry.is_file()) and (not name.endswith(DOUBTFUL) or _holds_reports(path)):
                yield path


def _holds_reports(path: str) -> bool:
    from lint.read.sniffing import holds_reports

    return holds_reports(path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _is_below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _expression(glob: str) -> str:
    """A regular expression that matches, in a path that begins with a slash, what the glob stands for."""
    glob = glob.replace(os.sep, "/").rstrip("/")
    anchored = "/" in glob
    glob = glob.removeprefix("./").lstrip("/")
    pieces, last = [r"\A/" if anchored else "/"], 0
    for match in GLOB.finditer(glob):
        pieces += (re.escape(glob[last : match.start()]), _wild(match))
        last = match.end()
    return "".join(pieces) + re.escape(glob[last:]) + r"(?:/|\Z)"


def _wild(match: re.Match[str]) -> str:
    if match["set"]:
        kept = match["set"].replace("\\", r"\\").replace("[", r"\[").replace("^", r"\^").replace("]", r"\]")
        return f"[{'^/' if match['negated'] else ''}{kept}]"
    wild = {"folders": "(?:[^/]+/)*", "anything": ".*", "star": "[^/]*", "one": "[^/]"}
    return wild[match.lastgroup or ""]
