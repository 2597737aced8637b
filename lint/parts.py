"""Parts: what each module of the linter and of its rules leads to, as far as its text tells, so that none is imported.

What only looks like an import, in a docstring, leads to more than need be, and does no harm.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence

from lint.compiled import compiled
from lint.digest import digest

OURS = "lint"
IMPORT = compiled(
    r"""
    ^ [ \t]*
    (?: from [ \t]+ (?P<home> [.\w]+ ) [ \t]+ import [ \t]+ (?P<names> \( [^)]* \) | [^\n]+ )
    | import [ \t]+ (?P<modules> [\w., ]+ ) )
    """,
    re.VERBOSE | re.MULTILINE,
)
FOR_TYPES = compiled(r"^if TYPE_CHECKING:\n(?:    .*\n|\n)+", re.MULTILINE)
TABLE = compiled(r"\b(\w+)\.(?:csv|tsv|index)\b")
ENDINGS = ".csv", ".tsv", ".index"  # of a TABLE, which few files name, and for which re looks at every word
NAME = compiled(r"[\w.]+")

Leads = Mapping[str, Sequence[str]]  # from each file of code to files


def parts_of(contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """What stands for each module of these files: its own code, and that of all modules and tables it leads to."""
    modules = {_module(name): name for name in contents if name.endswith(".py") or "." not in name}
    tables = [name for name in contents if name not in modules.values()]
    leads = {name: tuple(_led(module, name, contents[name], modules, tables)) for module, name in modules.items()}
    sums = {name: digest((name.encode(), content)) for name, content in contents.items()}
    return {module: digest(sums[each] for each in sorted(_reached(name, leads))) for module, name in modules.items()}


def _module(name: str) -> str:
    return name.removesuffix(".py").replace(os.sep, "/").removesuffix("/__init__").replace("/", ".")


def _reached(start: str, leads: Leads) -> set[str]:
    """The files to which a file leads, itself among them."""
    reached, waiting = {start}, [start]
    while waiting:
        for name in leads.get(waiting.pop(), ()):
            if name not in reached:
                reached.add(name)
                waiting.append(name)
    return reached


def _led(module: str, name: str, content: bytes, modules: Mapping[str, str], tables: Sequence[str]) -> Iterator[str]:
    """The files that a module imports or names."""
    top = module.partition(".")[0]
    if top != OURS:  # of the rules of others we know nothing: each may depend on all of its package
        yield from (each for each in (*modules.values(), *tables) if _module(each).partition(".")[0] == top)
    text = content.decode("utf-8", "replace")
    package = module if name.endswith("__init__.py") else module.rpartition(".")[0]
    for each in _imported(text, package):
        if each in modules:
            yield modules[each]
    named = set(TABLE.findall(text)) if any(ending in text for ending in ENDINGS) else set()
    yield from (each for each in tables if each.replace(os.sep, "/").rpartition("/")[2].partition(".")[0] in named)


def _imported(text: str, package: str) -> Iterator[str]:
    """The modules that a text may import, among other names."""
    for match in IMPORT.finditer(FOR_TYPES.sub("", text)):
        home, names = match["home"], NAME.findall(match["names"] or match["modules"])
        if home is None:
            yield from names
            continue
        dots = len(home) - len(home.lstrip("."))
        if dots:
            home = ".".join(filter(None, (package.rsplit(".", dots - 1)[0], home[dots:])))
        yield home
        yield from (f"{home}.{each}" for each in names)
