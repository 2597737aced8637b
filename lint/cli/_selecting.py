"""What a command can be asked about rules: which are to run; and their names, as a shell completes them."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from lint.cli._options import names

Command = TypeVar("Command", bound=Callable[..., Any])


def rule_names(context: click.Context, option: click.Parameter, incomplete: str) -> list[str]:
    """The names of rules with which a word that somebody types in a shell may go on; several stand between commas."""
    from lint import rulebook

    before, comma, last = incomplete.rpartition(",")
    return [before + comma + name for name in rulebook.discover() if name.startswith(last)]


def about_rules(command: Command) -> Command:
    """Give a command the options that say which rules run."""
    for option, words in (
        ("--ignore", "Do not run these rules."),
        ("--extend-select", "Run these rules as well."),
        ("--select", "Run these rules only; ALL stands for every rule."),
    ):
        decorate = click.option(
            option, multiple=True, callback=names, shell_complete=rule_names, metavar="RULE,…", help=words
        )
        command = decorate(command)
    return command
