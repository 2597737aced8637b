"""What can go wrong, and whose fault it is.

    FactlintError           the user's to mend: one line on stderr, exit status 2
    ├── UsageError          a path that is not there, a rule that nobody knows, options that do not go together
    ├── ConfigurationError  pyproject.toml or factlint.toml says what cannot be
    ├── RuleBookError       a module of rules that cannot be imported, or that does not define one rule
    ├── TableError          a table of facts that cannot be read
    ├── ArchiveError        an archive of reports that cannot be read or written
    ├── WorkerError         a process that did part of the work died
    └── ClusterError        a cluster that cannot be reached or cannot do the work

Findings are no errors: they are diagnostics, and make exit status 1. Two diagnostics stand for work that could not be
done, FAILURES: the rest of the run goes on, and the exit status is 2. A newsroom's CI can so tell "the copy is wrong"
from "the linter did not look".
"""

FAILURES = frozenset({"unreadable-report", "rule-crashed"})


class FactlintError(Exception):
    """The user's to mend; its text is one line that names the thing and the reason."""


class UsageError(FactlintError):
    """The command line asks for something that cannot be."""


class ConfigurationError(FactlintError):
    """A configuration file says something that cannot be; the text begins with its path."""


class RuleBookError(FactlintError):
    """A module of rules cannot be used; the text names it."""


class TableError(FactlintError):
    """A table of facts, ours or the desk's, cannot be read; the text begins with its path."""


class ArchiveError(FactlintError):
    """An archive of reports cannot be read or written; the text begins with its path."""


class DamageError(Exception):
    """What is remembered of earlier runs is not what was written; nothing is lost but time, and no user need act."""


class ForgottenError(Exception):
    """What was remembered of earlier runs a moment ago is gone; nothing is lost but time, and no user need act."""


class WorkerError(FactlintError):
    """A process that did part of the work died, so that the run knows too little to say anything."""


class ClusterError(FactlintError):
    """A cluster cannot be reached, or cannot do what it is asked; nothing was checked."""


def nearest(word: str, known: "list[str]") -> str:
    """A clause that names the known word nearest to a misspelt one, or nothing."""
    from difflib import get_close_matches  # only when something is wrong already

    close = get_close_matches(word, known, n=1, cutoff=0.5)
    return f"; did you mean {close[0]}?" if close else ""
