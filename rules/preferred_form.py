"""preferred-form: the house writes it otherwise."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import ClassVar

from lint import Diagnostic, FilePath, Fix, Report, ReportRule, Severity, Span, bad, good
from lint.compiled import compiled
from lint.errors import TableError

from ._lexicon import parts
from ._tables import TABLES

TABLE = TABLES / "preferred_forms.csv"

ADVERB_WITH_HYPHEN = compiled(r"(?<![\w-])(?P<adverb>[a-z]+ly)-(?P<participle>[a-z]+(?:ed|en|wn|ing))(?![\w-])")
PLAIN_THOUSANDS = compiled(r"(?<![\w.,:/#$£€-])(?P<number>\d{4,6})(?=[^\S\n]+(?P<noun>[a-z]+)\b)")
YEARS = range(1500, 2101)


@dataclass(frozen=True)
class PreferredForm(ReportRule):
    """A word is written in a form that the house style does not have.

    Where a word may be written in two ways, a house chooses one, so that readers do not stumble and searches find
    everything. The table preferred_forms.csv is small and close to what American news agencies prefer: adviser,
    toward, gray, health care. A desk names a CSV of its own as `table` (columns: found, preferred, why), which is
    read as well.

    It also reports a hyphen after an adverb in -ly ("democratically-elected") and a number from 1,000 without its
    comma before what it counts ("1000 people"). Houses differ: all its findings are notes, and it runs only where it
    is selected.
    """

    default: ClassVar[bool] = False
    table: FilePath = FilePath("")  # the desk's own CSV
    built_in: bool = True  # whether our own table counts as well

    examples = (
        bad("He walked [[towards]] the [[democratically-elected]] mayor.", severity="note"),
        bad("Nearly [[1000]] people came.", fix="1,000"),
        good("He walked toward the democratically elected mayor in 2019.", why="as the house has it"),
        good("The family-owned shop opened in 1987 at 1400 Mill Street.", why="no adverb, a year, an address"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Each word in another form than the preferred one."""
        preferred = _preferred(self.table, TABLE if self.built_in else None)
        if preferred:
            pattern = _pattern(tuple(preferred))
            for match in _found(pattern, report):
                words, why = preferred[" ".join(match.group().lower().split())]
                yield self._note(report, match.span(), words, why)
        for match in _found(ADVERB_WITH_HYPHEN, report):
            if parts(match["adverb"]) == "r":
                words = f"{match['adverb']} {match['participle']}"
                yield self._note(report, match.span(), words, "an adverb in -ly takes no hyphen")
        for match in _found(PLAIN_THOUSANDS, report):
            number = int(match["number"])
            if number not in YEARS and _are_many(match["noun"]) and match["number"][0] != "0":
                yield self._note(report, match.span("number"), f"{number:,}", "a comma parts the thousands")

    def _note(self, report: Report, place: tuple[int, int], words: str, why: str) -> Diagnostic:
        passage = report.passage(Span(*place))
        if passage.words[0].isupper():
            words = words[0].upper() + words[1:]
        message = f"“{passage.words}”: the house prefers “{words}”"
        return self.diagnostic(Severity.NOTE, passage, message, help=why, fix=Fix(passage, words))


def _are_many(noun: str) -> bool:
    return noun == "people" or "p" in parts(noun)


def _found(pattern: re.Pattern[str], report: Report) -> Iterator[re.Match[str]]:
    for part in report.prose:
        yield from pattern.finditer(report.text, part.start, part.end)


@cache
def _preferred(desk: str, built_in: Path | None) -> dict[str, tuple[str, str]]:
    """The preferred form of each form, and why; the desk's word is the last."""
    paths = [path for path in (built_in, Path(desk) if desk else None) if path]
    return {found.lower(): (preferred, why) for path in paths for found, preferred, why in _rows(path)}


def _rows(path: Path) -> Iterator[tuple[str, str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                yield row["found"].strip(), row["preferred"].strip(), (row.get("why") or "").strip()
    except OSError as error:
        raise TableError(f"{path}: {error.strerror}") from error
    except (KeyError, AttributeError, UnicodeDecodeError, csv.Error) as error:
        raise TableError(f"{path}: this is no table with the columns found, preferred and why") from error


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)
    either = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest_first)
    return compiled(rf"(?<![\w@#/.-])(?:{either})(?![\w@/-]|\.\w)", re.IGNORECASE)
