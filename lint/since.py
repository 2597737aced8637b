"""Since: which files git knows to have changed since a revision."""

import os
import subprocess
from contextlib import suppress
from dataclasses import replace

from lint.diagnostic import Diagnostic
from lint.errors import UsageError
from lint.findings import Findings


def changed(revision: str) -> frozenset[str]:
    """The real paths of files that were committed since a revision, or are changed, staged or not tracked.

    A revision of another branch stands for where the two parted, as in a review. Raises UsageError.
    """
    top = _git("rev-parse", "--show-toplevel").removesuffix("\n")
    try:
        commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    except UsageError:
        raise UsageError(f"--since: git knows no revision {revision}") from None
    with suppress(UsageError):  # where there is no history in common, whatever differs has changed
        commit = _git("merge-base", commit, "HEAD").split()[0]
    differing = _git("-C", top, "diff", "--name-only", "--no-renames", "--no-relative", "--no-ext-diff", "-z", commit)
    untracked = _git("-C", top, "ls-files", "--others", "--exclude-standard", "-z")
    names = filter(None, (differing + untracked).split("\0"))
    return frozenset(os.path.realpath(os.path.join(top, name)) for name in names)  # noqa: PTH118


def touching(findings: Findings, paths: frozenset[str]) -> Findings:
    """The findings with a place in one of these files, and those of work that was not done."""
    kept = (each for each in findings.diagnostics if each.is_failure or _touches(each, paths))
    return replace(findings, diagnostics=tuple(kept))


def _touches(finding: Diagnostic, paths: frozenset[str]) -> bool:
    return any(os.path.realpath(each.passage.path) in paths for each in (finding.primary, *finding.related))


def _git(*arguments: str) -> str:
    try:
        ran = subprocess.run(("git", *arguments), capture_output=True, check=False)
    except OSError:
        raise UsageError("--since needs git, which cannot be run") from None
    if ran.returncode:
        said = os.fsdecode(ran.stderr).strip().partition("\n")[0].removeprefix("fatal: ")
        raise UsageError(f"--since: {said or 'git failed'}")
    return os.fsdecode(ran.stdout)
