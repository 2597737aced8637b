"""What a rule is: a frozen value that checks one report, or makes claims that are compared across reports."""

import enum
from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import ClassVar, Generic, Protocol, TypeVar

from lint.diagnostic import Diagnostic, Fix, Label, Severity
from lint.example import Example
from lint.report import Report
from lint.span import Passage


class Claim(Protocol):
    """What a report says that another could contradict. Small, picklable, and pinned to its passage."""

    @property
    def passage(self) -> Passage:
        """Where it is said."""

    @property
    def published(self) -> date | None:
        """When the report was published, if it says so."""


K = TypeVar("K", bound=Hashable)
C = TypeVar("C", bound=Claim)


@enum.unique
class Scope(enum.Enum):
    """Which claims of equal key meet in one call of `compare`."""

    STORY = "story"  # those about one event
    ARCHIVE = "archive"  # all


class FilePath(str):
    """The path of a file that an option of a rule names; a configuration means it relative to where it lies itself."""

    __slots__ = ()


@dataclass(frozen=True)
class Rule(ABC):  # noqa: B024 - abstract by its two kinds below, which say what a rule does
    """A rule. It keeps no state; its options are its dataclass fields, each with a default.

    It is named for the fault that it finds: the name of its module, with hyphens.
    """

    examples: ClassVar[tuple[Example, ...]] = ()
    default: ClassVar[bool] = True  # whether it runs when nobody selects it
    is_daily: ClassVar[bool] = False  # whether it depends on the day on which it runs; say so in these very words

    @property
    def name(self) -> str:
        """The name after which it is selected, configured and allowed."""
        return _named(type(self).__module__)

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """What is wrong with this report by itself; nothing, where a rule only compares reports."""
        return iter(())

    def diagnostic(
        self,
        severity: Severity,
        passage: Passage,
        message: str,
        *,
        label: str = "",
        related: tuple[Label, ...] = (),
        help: str = "",
        fix: Fix | None = None,
    ) -> Diagnostic:
        """A finding of this rule; `label` is what stands under the words, where the message is not enough."""
        return Diagnostic(self.name, severity, message, Label(passage, label), related, help, fix)


class ReportRule(Rule):
    """A rule that needs one report and nothing else."""

    @abstractmethod
    def check(self, report: Report) -> Iterator[Diagnostic]:
        """What is wrong with this report."""


class CorpusRule(Rule, Generic[K, C]):
    """A rule that compares reports, and may check each by itself. `extract` sees one report, `compare` only claims."""

    scope: ClassVar[Scope] = Scope.STORY

    @abstractmethod
    def extract(self, report: Report) -> Iterator[tuple[K, C]]:
        """The claims of a report, each under the key with which it is to be compared."""

    @abstractmethod
    def compare(self, key: K, claims: Sequence[C]) -> Iterator[Diagnostic]:
        """What is wrong between claims of one key (and one story), sorted by date and passage; near-linear in them."""

    def condense(self, key: K, claims: Sequence[C]) -> Iterable[C]:
        """The claims of some of the reports, sorted in the same way, without those that `compare` can do without.

        However the reports are dealt out, and each share condensed or not, what is left of all of them gives the same
        findings as all claims. A cluster asks for it where one key has a great many claims.
        """
        return claims

    @property
    def condenses(self) -> bool:
        """Whether the rule knows claims that it can do without."""
        return type(self).condense is not CorpusRule.condense


@cache
def _named(module: str) -> str:
    """The name of the rule of a module."""
    return module.rpartition(".")[2].replace("_", "-")
