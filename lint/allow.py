"""Allowances: what a desk has settled, by rule and words and never by position."""

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from lint.compiled import compiled
from lint.config import SIDECAR
from lint.diagnostic import Diagnostic, Label, Severity, folded
from lint.errors import FAILURES, ConfigurationError, nearest
from lint.findings import Findings
from lint.span import Passage, Span
from lint.walk import Exclusion, shown

UNUSED = "unused-allowance"
TABLE = "allow"
KEYS = ("rule", "words", "paths", "because")
FORM = "<!-- factlint: allow RULE because REASON -->"

HEADER = compiled(r"^[^\S\n]*\[\[[^\S\n]*(?:tool\s*\.\s*factlint\s*\.\s*)?allow[^\S\n]*\]\]", re.MULTILINE)
WORDS = compiled(r"^[^\S\n]*words[^\S\n]*=[^\S\n]*(?P<value>\S[^\n]*?)[^\S\n]*\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Listed:
    """An allowance in the configuration or in the sidecar file, for the reports of its globs or for all.

    Its words are those of all the places of a finding. A single one stands for the words that are underlined.
    """

    rule: str
    words: frozenset[str]  # folded
    because: str
    place: Passage
    reports: Exclusion | None = None  # globs, as those of `exclude` are

    def allows(self, finding: Diagnostic) -> bool:
        """Whether the finding is of this rule and words, and one of its places in a report that is meant."""
        if finding.rule != self.rule:
            return False
        places = _places(finding)
        if self.reports and not any(each.path in self.reports for each in places):
            return False
        sides = frozenset(folded(each.said) for each in places)
        if sides == self.words or self.words == {folded(places[0].said)}:
            return True
        pair = frozenset(folded(each.said) for each in places[:2])  # a further value has a finding of its own
        return len(pair) > 1 and (pair <= self.words or self._repeats(pair))

    def _repeats(self, pair: frozenset[str]) -> bool:
        """Whether one side stands in the same words, and the other gives a figure that was settled in other words."""
        known = pair & self.words
        settled = {_values(words) for words in self.words - known}
        return bool(known) and all(_values(words) and _values(words) in settled for words in pair - known)


@dataclass(frozen=True, slots=True)
class Spoken:
    """An allowance in a report itself, for one of its lines or for all of it; one with a fault allows nothing."""

    rule: str
    words: frozenset[str]  # folded; none: any words
    place: Passage
    line: int | None
    fault: str = ""

    def allows(self, finding: Diagnostic) -> bool:
        """Whether the finding is of this rule, and one of its places where the allowance holds."""
        if self.fault or finding.rule != self.rule:
            return False
        here = (
            each
            for each in _places(finding)
            if each.path == self.place.path and (self.line is None or each.line == self.line)
        )
        return any(not self.words or folded(each.said) in self.words for each in here)

    @property
    def remark(self) -> Diagnostic:
        """What there is to say of it where it allows nothing."""
        where = "in this report" if self.line is None else f"on line {self.line}"
        said = self.fault or f"there is no finding of {self.rule}{_quoted(self.words, ' with the words ')} {where}"
        return _remark(self.place, f"this allows nothing: {said}")


Allowance = Listed | Spoken


@dataclass(frozen=True, slots=True)
class Settled:
    """The findings that nothing allows, and the allowances that allowed one."""

    findings: Findings
    used: frozenset[Allowance]


def settle(findings: Findings, listed: Sequence[Listed], spoken: Callable[[str], Sequence[Spoken]]) -> Settled:
    """What is left of the findings. `spoken` gives the allowances in the report of a path.

    FAILURES stay: a desk cannot settle that work was not done. Remarks on allowances stay as well, but for those of
    reading on allowances that turn out to be used.
    """
    by_rule: defaultdict[str, list[Listed]] = defaultdict(list)
    for each in listed:
        by_rule[each.rule].append(each)
    kept: list[Diagnostic] = []
    used: set[Allowance] = set()
    for finding in findings.diagnostics:
        allowing: list[Allowance] = []
        if not finding.is_failure and finding.rule != UNUSED:
            paths = dict.fromkeys(each.path for each in _places(finding))
            candidates: list[Allowance] = [*by_rule[finding.rule], *(each for path in paths for each in spoken(path))]
            allowing += (each for each in candidates if each.allows(finding))
        used.update(allowing)
        if not allowing:
            kept.append(finding)
    places = {each.place for each in used}
    left = tuple(each for each in kept if each.rule != UNUSED or each.primary.passage not in places)
    return Settled(replace(findings, diagnostics=left), frozenset(used))


def unused(allowance: Listed) -> Diagnostic:
    """The remark on an allowance that allows nothing."""
    words = _quoted(allowance.words, " with the words ")
    where = " in the reports that it names" if allowance.reports else ""
    return _remark(allowance.place, f"this allows nothing: there is no finding of {allowance.rule}{words}{where}")


def fault_of(rule: str) -> str:
    """What is wrong with an allowance for a rule of this name, whatever rules there are."""
    if rule in FAILURES:
        return f"{rule} says that work was not done, and is always said"
    return f"{rule} cannot be allowed; take the allowance away" if rule == UNUSED else ""


def beside(folder: Path) -> tuple[Listed, ...]:
    """The allowances of the sidecar file in this folder; raises ConfigurationError."""
    import tomllib

    path = folder / SIDECAR
    name = shown(str(path))
    try:
        text = path.read_bytes().decode("utf-8")
        document = tomllib.loads(text)
    except OSError as error:
        raise ConfigurationError(f"{name}: cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{name}: {error}") from None
    for key in document:
        if key != TABLE:
            raise ConfigurationError(f"{name}: {key}: there is no such key; there is {TABLE}")
    return listed(document.get(TABLE, []), name, folder, text, TABLE)


def listed(tables: Any, file: str, folder: Path, text: str, name: str) -> tuple[Listed, ...]:
    """The allowances of an array of tables, which is called `name` in `text`, the text of `file`."""
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise ConfigurationError(f"{file}: {name}: must be an array of tables, each below a line [[{name}]]")
    places = list(_entries(text, file, len(tables)))
    return tuple(
        _listed(table, f"{file}: {name} (line {place.line})", place, folder)
        for table, place in zip(tables, places, strict=True)
    )


def entry(finding: Diagnostic, because: str, folder: str) -> str:
    """The table of a sidecar file in that folder which allows this finding, in its reports and those they meet."""
    places = _places(finding)
    words = dict.fromkeys(" ".join(each.said.split()) for each in places)
    paths = dict.fromkeys(_glob(each.path, folder) for each in places)
    lines = [
        f"[[{TABLE}]]",
        f"rule = {_toml(finding.rule)}",
        f"words = [{', '.join(map(_toml, words))}]",
        f"paths = [{', '.join(map(_toml, paths))}]",
        f"because = {_toml(' '.join(because.split()))}",
    ]
    return "\n".join(lines) + "\n"


def _listed(table: Mapping[str, Any], where: str, place: Passage, folder: Path) -> Listed:
    for key in table:
        if key not in KEYS:
            hint = nearest(key, list(KEYS)) or f"; there are {', '.join(KEYS)}"
            raise ConfigurationError(f"{where}: there is no such key as {key}{hint}")
    for key in ("rule", "because"):
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            raise ConfigurationError(f"{where}: {key} must be given, in words" + _but_is(table, key))
    if fault := fault_of(table["rule"]):
        raise ConfigurationError(f"{where}: {fault}")
    words = _strings(table, "words", where)
    if not words:
        raise ConfigurationError(f"{where}: words must be given: those that the finding underlines")
    globs = _strings(table, "paths", where)
    return Listed(
        table["rule"],
        frozenset(map(folded, words)),
        table["because"],
        place,
        Exclusion(str(folder), globs) if globs else None,
    )


def _strings(table: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = table.get(key, [])
    value = [value] if isinstance(value, str) else value
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ConfigurationError(f"{where}: {key} must be a string or a list of strings{_but_is(table, key)}")
    return tuple(value)


def _but_is(table: Mapping[str, Any], key: str) -> str:
    return f", and is {table[key]!r}" if key in table else ""


def _entries(text: str, file: str, number: int) -> Iterator[Passage]:
    """Where each table stands: its words, or else its head; the top of the file where it is written in another way."""
    heads = list(HEADER.finditer(text))
    if len(heads) != number:
        yield from [Passage(file, Span(0, 0), 1, 1, "")] * number
        return
    ends = [head.start() for head in heads[1:]] + [len(text)]
    for head, end in zip(heads, ends, strict=True):
        words = WORDS.search(text, head.end(), end)
        start, stop = words.span("value") if words else head.span()
        line = text.count("\n", 0, start) + 1
        yield Passage(file, Span(start, stop), line, start - text.rfind("\n", 0, start), text[start:stop])


def _places(finding: Diagnostic) -> tuple[Passage, ...]:
    return (finding.primary.passage, *(label.passage for label in finding.related))


@cache
def _values(words: str) -> tuple[object, ...]:
    """What the figures in some words allow, in order."""
    from lint.find.figures import figures  # for conflicts that are nearly those that were settled
    from lint.report import Report

    text = f"\n{words}"  # a figure is looked for after a blank
    return tuple((each.value, each.unit) for each in figures(Report("", text, Span(0, len(text)))))


def _remark(place: Passage, message: str) -> Diagnostic:
    return Diagnostic(UNUSED, Severity.WARNING, message, Label(place), help="take it away, or mend it")


def _quoted(words: frozenset[str], before: str) -> str:
    return before + " and ".join(f"“{each}”" for each in sorted(words)) if words else ""


def _glob(path: str, folder: str) -> str:
    """A glob for this one file, whatever its name is made of."""
    relative = os.path.relpath(path, folder).replace(os.sep, "/")
    escaped = re.sub(r"[*?\[]", lambda match: f"[{match.group()}]", relative)
    return escaped if "/" in escaped else f"./{escaped}"  # without a slash it would hold at any depth


def _toml(value: str) -> str:
    import json

    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
