"""A desk: what is found in reports that are open in an editor, under one configuration."""

import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event

from lint import rulebook
from lint.allow import UNUSED, Spoken, settle
from lint.comparison import compare
from lint.config import Configuration, Selection
from lint.diagnostic import Diagnostic, Fix, Label
from lint.editor.layout import changed
from lint.editor.shelf import Shelf
from lint.engine import extracts
from lint.errors import DamageError
from lint.extract import Extract, extract_each
from lint.findings import Findings
from lint.kept import memory
from lint.read import MARK
from lint.read.allowances import allowances
from lint.read.opening import Opening
from lint.rule import Rule
from lint.runners.serial import Serial
from lint.source import Source
from lint.span import Passage, Span
from lint.walk import reports


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of a text: the findings of the report alone, and those between it and others."""

    path: str
    text: str
    alone: tuple[Diagnostic, ...] = ()
    between: tuple[Diagnostic, ...] = ()

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """All findings, in the order of the text."""
        return tuple(sorted({*self.alone, *self.between}, key=lambda each: each.sort_key))

    def moved(self, text: str) -> "Found":
        """What still holds after an edit: findings whose words were not touched, at their new places."""
        if text == self.text:
            return self
        return Found(self.path, text, self._moved(self.alone, text), self._moved(self.between, text))

    def _moved(self, findings: Sequence[Diagnostic], text: str) -> tuple[Diagnostic, ...]:
        before, after = changed(self.text, text)
        shift = after.end - before.end

        def passage(each: Passage) -> Passage:
            if each.path != self.path or each.span.end <= before.start:
                return each
            if each.span.start < before.end:
                raise LookupError
            return replace(each, span=Span(each.span.start + shift, each.span.end + shift))

        def label(each: Label) -> Label:
            return replace(each, passage=passage(each.passage))

        def fix(each: Fix | None) -> Fix | None:
            return each and replace(each, passage=passage(each.passage))

        kept: list[Diagnostic] = []
        for each in findings:
            with suppress(LookupError):
                related = tuple(map(label, each.related))
                kept.append(replace(each, primary=label(each.primary), related=related, fix=fix(each.fix)))
        return tuple(kept)


@dataclass(slots=True)
class Desk:
    """Open reports, each as it stands in the editor, and the others of the configured paths, each read once."""

    configuration: Configuration
    stopped: Event
    rules: tuple[Rule, ...] = ()
    _open: dict[str, Sequence[Extract]] = field(default_factory=dict)  # by real path of files, as are the others
    _closed: Shelf | None = None
    _opening: Opening = field(default_factory=Opening)
    _spoken: dict[str, tuple[Spoken, ...]] = field(default_factory=dict)  # allowances in open reports, by path

    def __post_init__(self) -> None:
        """Look up the rules; raises FactlintError where the configuration names what is not there."""
        self.rules = tuple(self.configuration.rules(rulebook.discover()))

    def alone(self, path: str, text: str) -> tuple[Diagnostic, ...]:
        """What is wrong with a report by itself, as it stands in the editor."""
        if path in self.configuration.exclusion:
            return ()
        source = Source(path, text.encode("utf-8", "surrogatepass"))
        found = self._extracts(source)
        self._open[os.path.realpath(path)] = found
        self._spoken[path] = tuple(allowances(path, text)) if MARK in text else ()
        told = [diagnostic for each in found for diagnostic in each.diagnostics]
        return self._reported(path, (*told, *self._opening.remarks([source])))

    def between(self, path: str) -> tuple[Diagnostic, ...]:
        """What is wrong between an open report and all others; the first time these are read, which may take long."""
        file = os.path.realpath(path)
        if self._closed is None:
            self._closed = Shelf(self._read())
        if file not in self._open or self.stopped.is_set():
            return ()
        focus = frozenset(each.path for each in self._open[file])
        met, stories = self._closed.near(self._open, focus, self.configuration.window)
        found = compare(met, self.rules, focus, None, self.configuration.window, stories)
        return self._reported(path, tuple(found))

    def close(self, path: str) -> None:
        """From now on a report is again what its file holds."""
        self._open.pop(os.path.realpath(path), None)
        self.reread(path)

    def reread(self, path: str) -> None:
        """Look again at a file that is new, has changed, or is gone."""
        file = os.path.realpath(path)
        if self._closed is None or not (file in self._closed or file in map(os.path.realpath, self._paths())):
            return
        self._opening.forget()
        self._closed.put(file, self._extracts(Source(path)) if Path(file).is_file() else ())

    def _extracts(self, source: Source) -> tuple[Extract, ...]:
        return tuple(extract_each(self._opening.reports([source]), self.rules))

    def _read(self) -> dict[str, Sequence[Extract]]:
        """What the reports of the configured paths say, as it is remembered or else as it is read now."""
        if not self.configuration.paths:
            return {}
        sources = [*self._opening.reports(map(Source, self._paths()))]
        with memory(self.configuration, Selection(), self.rules) as known:
            found: list[Extract] = []
            if known:
                known.hold()
            try:
                for each in extracts(sources, self.rules, Serial(), known):
                    found.append(each)
                    if self.stopped.is_set():
                        break
            except DamageError as error:
                if known:
                    known.distrust(error)
                found = [*extracts(sources, self.rules, Serial(), None)]
        by_file: defaultdict[str, list[Extract]] = defaultdict(list)
        for each in found:
            by_file[os.path.realpath(self._opening.file(each.path))].append(each)
        return dict(by_file)

    def _paths(self) -> Iterable[str]:
        """The files of the configured paths."""
        return reports(self.configuration.roots, [self.configuration.exclusion]) if self.configuration.paths else ()

    def _reported(self, path: str, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        """What nothing allows, graded.

        Whether an allowance is used is for a check of all reports to say; what is wrong with one is said here too.
        """
        spoken = self._spoken.get(path, ())
        faulty = {each.place for each in spoken if each.fault}
        placed = map(self._opening.placed, found)
        told = tuple(each for each in placed if each.rule != UNUSED or each.primary.passage in faulty)
        settled = settle(Findings(told, 1), self.configuration.allow, lambda other: spoken if other == path else ())
        return settled.findings.graded(self.configuration.graded()).diagnostics
