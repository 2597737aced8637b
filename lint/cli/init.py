"""factlint init: write a configuration to begin with, after a look at what is there."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from lint import config
from lint.errors import UsageError
from lint.render._tally import counted
from lint.walk import reports, shown

NO_REPORTS = frozenset("readme changelog changes contributing license licence code_of_conduct security authors".split())
HERE = "."


@click.command
@click.argument("folder", default=HERE)
def command(folder: str) -> int:
    """Write a commented factlint.toml into FOLDER, or into the current one, after a look at its reports.

    A configuration that is there already is never touched.
    """
    place = Path(folder)
    if not place.is_dir():
        raise UsageError(f"there is no folder {folder}")
    found = _reports_by_folder(place)
    file = place / config.OWN_FILE
    name = shown(str(file))
    _refuse_a_second(place)
    try:
        with file.open("x", encoding="utf-8") as new:
            new.write("".join(_lines(found)))
    except FileExistsError:
        raise UsageError(f"{name} is there already") from None
    except OSError as error:
        raise UsageError(f"{name} cannot be written: {error.strerror}") from None
    told = ", ".join(f"{counted(number, 'report')} in {where}" for where, number in found.items())
    click.echo(f"Wrote {name}: {told or 'no reports yet'}. Next: factlint check")
    return 0


def _refuse_a_second(place: Path) -> None:
    shared = place / config.SHARED_FILE
    if not shared.is_file():
        return
    import tomllib

    try:
        document = tomllib.loads(shared.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{shown(str(shared))} cannot be read: {error}") from None
    if "factlint" in document.get("tool", {}):
        raise UsageError(f"{shown(str(shared))} has a table [{config.TABLE}] already")


def _reports_by_folder(place: Path) -> Mapping[str, int]:
    """How many reports there are in each folder below the place, or (“.”) in it itself, the most first."""
    try:
        paths = reports([str(place)])
    except UsageError:  # none is there
        return {}
    found: Counter[str] = Counter()
    for path in paths:
        inner = Path(path).resolve().relative_to(place.resolve()).parts
        if len(inner) > 1:
            found[inner[0]] += 1
        elif Path(path).stem.lower() not in NO_REPORTS:
            found[HERE] += 1
    if HERE in found:
        return {HERE: found.total()}
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))


def _lines(found: Mapping[str, int]) -> Iterator[str]:
    yield "# What factlint checks, and how. Every key may be left out; factlint explain RULE tells more of a rule.\n\n"
    if found:
        yield f"paths = {json.dumps([*found], ensure_ascii=False)}  # what is checked where nothing is named\n"
    else:
        yield '# paths = ["reports"]               # what is checked where nothing is named\n'
    yield """\
# exclude = ["drafts/**", "*.tmp.md"]  # left out, also when a hook names the file
# window = 400                         # days apart above which two reports are never of one story
# roster = ["desk/names.csv"]          # names as the desk spells them; factlint roster makes one of an archive

# select = ["conflicting-figures"]     # these rules and no others (factlint rules lists them)
# extend-select = ["preferred-form"]   # these as well
# ignore = ["inconsistent-compound"]   # none of these

# [severity]
# acronym-variants = "off"             # error, warning, note or off

# [rules.conflicting-figures]
# settling = 3                         # days in which a toll may still move
"""
