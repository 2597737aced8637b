"""What of the findings is reported: not what a desk has allowed or knows already, nor what has not changed."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import click

from lint.cli._options import Wanted
from lint.diagnostic import Diagnostic
from lint.errors import UsageError, nearest
from lint.findings import Findings
from lint.remarks import REMARKS
from lint.rule import CorpusRule, Rule
from lint.walk import reports

if TYPE_CHECKING:
    from lint.allow import Listed, Spoken
    from lint.cli._looking import Asked, Texts

Command = TypeVar("Command", bound=Callable[..., Any])

UNUSED = "unused-allowance"  # as lint.allow calls it, which most runs need not import


def about_settling(command: Command) -> Command:
    """Give a command the options that say what is not to be reported."""
    for decorate in (
        click.option(
            "--since",
            metavar="REV",
            help="Report only what touches reports that changed since this revision of git; all are read.",
        ),
        click.option(
            "--baseline",
            metavar="FILE",
            help="Report only what is not in this file (factlint baseline makes one).",
        ),
    ):
        command = decorate(command)
    return command


def reported(findings: Findings, given: Wanted, rules: Sequence[Rule], asked: "Asked", texts: "Texts") -> Findings:
    """What is reported of what was found under these rules."""
    configuration = given.configuration
    settled = _settled(findings, given, rules, asked.archive, texts)
    graded = settled.graded(configuration.graded(asked.selection))
    if baseline := asked.baseline or configuration.baseline:
        from lint.baseline import load, new

        graded = new(graded, load(baseline), configuration.folder)
    if asked.since is not None:
        from lint.since import changed, touching

        read = {os.path.realpath(each.path) for each in given.sources if each.content is not None}
        graded = touching(graded, changed(asked.since) | read)  # what comes from an editor is being changed
    return graded


def _settled(findings: Findings, given: Wanted, rules: Sequence[Rule], archive: str | None, texts: "Texts") -> Findings:
    """The findings that nothing allows, and remarks on allowances that could have allowed one and did not."""
    listed, focus = given.configuration.allow, {source.path for source in given.sources}
    told = {each.primary.passage.path for each in findings.diagnostics if each.rule == UNUSED}
    places = {label.passage.path for each in findings.diagnostics for label in (each.primary, *each.related)}
    holding = {path for path in places if path in told or (path not in focus and _may_hold(texts(path)))}
    if not listed and not holding:
        return findings
    from lint.allow import settle, unused

    spoken = {path: tuple(_allowances(path, texts(path) or "")) for path in holding}
    settled = settle(findings, listed, lambda path: spoken.get(path, ()))
    coverage = Coverage(given, rules, archive)
    by_place = {each.place: each for path in told for each in spoken[path]}
    kept = list(_remarked(settled.findings.diagnostics, by_place, coverage, failed=findings.failed))
    if not findings.failed:  # what was not looked at may be what is allowed
        kept += (unused(each) for each in listed if each not in settled.used and coverage.of_listed(each))
    return replace(findings, diagnostics=tuple(sorted(kept, key=lambda each: each.sort_key)))


def _may_hold(text: str | None) -> bool:
    from lint.read import MARK  # with all of reading, which texts need as well

    return text is not None and MARK in text


def _allowances(path: str, text: str) -> "Iterator[Spoken]":
    from lint.read.allowances import allowances

    return allowances(path, text)


def _remarked(
    findings: Sequence[Diagnostic], by_place: Mapping[Any, "Spoken"], coverage: "Coverage", *, failed: bool
) -> Iterator[Diagnostic]:
    """The findings, without remarks on allowances in reports of which this run cannot know whether they are needed."""
    for each in findings:
        spoken = by_place.get(each.primary.passage) if each.rule == UNUSED else None
        if spoken is None or spoken.fault:
            yield each
        elif hint := coverage.unknown(spoken.rule):
            yield replace(each, message=f"this allows nothing: {hint}")
        elif not failed and coverage.of_spoken(spoken):
            yield each


@dataclass(frozen=True)
class Coverage:
    """What a run has looked at, so that what it did not find is not there."""

    given: Wanted
    rules: Sequence[Rule]
    archive: str | None

    def unknown(self, rule: str) -> str:
        """That there is no such rule, in words; nothing where there is one."""
        if rule in self._ran or rule in REMARKS:
            return ""
        from lint import rulebook

        known = rulebook.discover()
        return "" if rule in known else f"there is no rule {rule}{nearest(rule, [*known, *REMARKS])}"

    def of_spoken(self, allowance: "Spoken") -> bool:
        """Whether what this allowance in a report of the focus allows would have been found."""
        return self._runs(allowance.rule) and (not self._compares(allowance.rule) or self._knows_all)

    def of_listed(self, allowance: "Listed") -> bool:
        """Whether what this allowance allows would have been found."""
        if not self._runs(allowance.rule):
            return False
        meant = allowance.reports
        if any(meant is None or path in meant for path in self._unseen):
            return False
        return not self._compares(allowance.rule) or (self._knows_all and not self._may_be_archived(allowance))

    def _may_be_archived(self, allowance: "Listed") -> bool:
        """Whether a report that is meant is no file any more, but may be met in an archive."""
        globs = allowance.reports.globs if allowance.reports else ()
        folder = self.given.configuration.folder
        there = [os.path.exists(os.path.join(folder, glob)) for glob in globs if not set("*?[") & set(glob)]  # noqa: PTH110, PTH118
        return not all(there) and (self.archive is not None or any(there))

    def _runs(self, rule: str) -> bool:
        return rule in self._ran or rule in REMARKS

    def _compares(self, rule: str) -> bool:
        return isinstance(self._ran.get(rule), CorpusRule)

    @cached_property
    def _ran(self) -> Mapping[str, Rule]:
        return {rule.name: rule for rule in self.rules}

    @property
    def _knows_all(self) -> bool:
        """Whether all the desk's reports were compared, be they in the focus or not."""
        return bool(self.given.configuration.paths) or not self._unseen

    @cached_property
    def _unseen(self) -> Sequence[str]:
        """The desk's reports that are not in the focus: those of the configured paths, or all beside the file."""
        configuration, found = self.given.configuration, []
        for root in configuration.roots if configuration.paths else (configuration.folder,):
            try:
                found += reports([root], self.given.exclusions)
            except UsageError:
                continue  # no such folder, or nothing in it: nothing is left out
        seen = {os.path.realpath(source.path) for source in self.given.sources}
        return [path for path in found if os.path.realpath(path) not in seen]
