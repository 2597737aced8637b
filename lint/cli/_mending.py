"""What a command can be asked about mending: which fixes to apply, and whether to write or to show them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from lint.cli import say
from lint.cli._options import STDIN
from lint.errors import UsageError
from lint.source import Source

if TYPE_CHECKING:
    from lint.mend import Look, Mended, Outcome

Command = TypeVar("Command", bound=Callable[..., Any])

COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@dataclass(frozen=True, slots=True)
class Mending:
    """What is asked for; raises UsageError for what does not go together."""

    fix: bool
    unsafe: bool
    diff: bool
    paths: Sequence[str] = ()

    def __post_init__(self) -> None:
        if self.unsafe and not self.wanted:
            raise UsageError("--unsafe-fixes goes with --fix or --diff")
        if self.fix and not self.diff and STDIN in self.paths:
            raise UsageError("standard input cannot be mended in place; --diff shows what would change")

    @property
    def wanted(self) -> bool:
        """Whether anything is to be mended, be it only to show it."""
        return self.fix or self.diff

    def outcome(self, sources: Sequence[Source], look: "Look") -> "Outcome":
        """What mending comes to, written into the files unless it is only to be shown."""
        from lint.mend import mend, write

        outcome = mend(sources, look, unsafe=self.unsafe)
        if not self.diff:
            outcome = write(outcome, sources, look)
        for path, reason in outcome.left:
            say(f"{path} was left as it is: {reason}")
        if outcome.mended and not self.diff:
            say(f"mended {_counted(outcome)}")
        return outcome


def about_mending(command: Command) -> Command:
    """Give a command the options that ask for mending; `Mending` takes them."""
    for decorate in (
        click.option("--diff", is_flag=True, help="Show what --fix would change, as a unified diff; change nothing."),
        click.option("--unsafe-fixes", is_flag=True, help="Apply the fixes as well that need a look (git diff)."),
        click.option("--fix", is_flag=True, help="Apply the safe fixes to the reports, and show what is left."),
    ):
        command = decorate(command)
    return command


def drawn(mended: Sequence["Mended"]) -> Iterator[str]:
    """The changes as unified diffs, coloured as git does."""
    for each in mended:
        for number, line in enumerate(each.diff()):
            yield click.style(line, bold=True) if number < 2 else click.style(line, fg=COLOURS.get(line[0]))


def _counted(outcome: "Outcome") -> str:
    from lint.render._tally import counted

    return f"{counted(outcome.places, 'place')} in {counted(len(outcome.mended), 'report')}"
