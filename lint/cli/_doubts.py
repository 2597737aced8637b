"""Doubts: which findings of a cluster a desk may have settled, so that they are looked at where its settings are."""

import os
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lint.cli._options import Wanted
from lint.diagnostic import Diagnostic

if TYPE_CHECKING:
    from lint.allow import Listed
    from lint.cli._looking import Asked


@dataclass(frozen=True, slots=True)
class Doubt:
    """Whether a finding may be settled, by whatever of its settings a worker can tell: of paths only the last part.

    What is no doubt here is reported as it is, unless only changed reports are asked about.
    """

    listed: tuple["Listed", ...]  # for any report
    known: frozenset[tuple[str, str]]  # rules, and names of files, in a baseline
    names: frozenset[str]  # of files that changed
    reports: frozenset[str]  # paths of those that hold allowances, or are shown otherwise than they were read

    def __call__(self, finding: Diagnostic) -> bool:
        """Whether somebody must look at it."""
        from lint.allow import UNUSED

        if finding.is_failure or finding.rule == UNUSED:
            return True
        paths = [label.passage.path for label in (finding.primary, *finding.related)]
        if not self.reports.isdisjoint(paths) or not self.names.isdisjoint(map(_name, paths)):
            return True
        return (finding.rule, _name(paths[0])) in self.known or any(each.allows(finding) for each in self.listed)


def doubt(given: Wanted, asked: "Asked", reports: Collection[str]) -> Doubt:
    """What is doubtful under these settings, with the paths of reports of which all is."""
    known, names = frozenset[tuple[str, str]](), frozenset[str]()
    if baseline := asked.baseline or given.configuration.baseline:
        from lint.baseline import load

        known = frozenset((each.rule, _name(each.path)) for each in load(baseline))
    if asked.since is not None:
        from lint.since import changed

        files = changed(asked.since)
        there = {each.path for each in given.sources if os.path.realpath(each.path) in files}
        names = frozenset(map(_name, (*files, *there, *(each.path for each in given.sources if each.content))))
    listed = tuple(replace(each, reports=None) for each in given.configuration.allow)
    return Doubt(listed, known, names, frozenset(reports))


def everything(finding: Diagnostic) -> bool:
    """That any finding is left out, where only those are wanted that somebody has looked at."""
    return True


def _name(path: str) -> str:
    return path.rpartition("/")[2]
