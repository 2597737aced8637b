"""What a rule has to say: a diagnostic, which holds passages and never the text of a report."""

import enum
from dataclasses import dataclass

from lint.errors import FAILURES
from lint.span import Passage


@enum.unique
class Severity(enum.StrEnum):
    """How sure and how grave; an error fails the build."""

    ERROR = "error"  # the report is wrong, or two reports cannot both be right
    WARNING = "warning"  # probably wrong, or a change that the later report might explain
    NOTE = "note"  # style


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """A passage and what to say of it there (nothing, where the diagnostic's message says it all)."""

    passage: Passage
    message: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Fix:
    """Words to put in the place of a passage; applied without a look only when they are safe."""

    passage: Passage
    words: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `message` stands alone; `related` are the other places it speaks of, in any file; `help` advises."""

    rule: str
    severity: Severity
    message: str
    primary: Label
    related: tuple[Label, ...] = ()
    help: str = ""
    fix: Fix | None = None

    @property
    def is_failure(self) -> bool:
        """Whether it says that some of the work could not be done."""
        return self.rule in FAILURES

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Findings are a set; this is the order in which they are shown: by place, then by rule and words."""
        fix = () if self.fix is None else (self.fix.passage, self.fix.words, self.fix.safe)
        return (self.primary.passage, self.rule, self.severity, self.message, self.related, self.help, fix)

    @property
    def fingerprint(self) -> str:
        """16 hexadecimal digits that stay the same when words before or after the finding change.

        Made of the rule, the paths and the words concerned (case and space folded), never of a position.
        """
        import hashlib  # 1 ms of start-up that most runs need not pay

        places = [self.primary.passage, *sorted(label.passage for label in self.related)]
        parts = [self.rule, *(part for place in places for part in (place.report, folded(place.said)))]
        return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def folded(words: str) -> str:
    """The words as they are compared: case and space folded."""
    return " ".join(words.casefold().split())
