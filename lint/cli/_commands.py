"""The group of all commands: how a command line becomes an exit status."""

import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence

import click

import lint.cli
from lint.cli import UNDONE
from lint.cli._output import hush, prepare
from lint.errors import UsageError, nearest


class _Commands(click.Group):
    """The commands, each found by its module and imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        found = (each.name for each in pkgutil.iter_modules(lint.cli.__path__))
        return sorted(name for name in found if not name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; raises UsageError with the nearest one."""
        known = self.list_commands(ctx)
        if cmd_name not in known:
            if ctx.resilient_parsing:  # a shell completes what somebody has not typed to the end
                return None
            raise UsageError(f"there is no command {cmd_name}{nearest(cmd_name, known)} (factlint --help lists them)")
        command: click.Command = importlib.import_module(f"lint.cli.{cmd_name}").command
        return command


def run(arguments: Sequence[str] | None) -> int:
    """The exit status of a command line; raises FactlintError, and KeyboardInterrupt when the user ends it."""
    prepare()
    try:
        status = factlint.main(arguments, "factlint", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        hush()
        return 0
    except click.exceptions.Abort:  # click's word for Ctrl-C
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        raise UsageError(_in_one_line(error)) from None
    except FileNotFoundError:
        _check_current_folder()
        raise
    return status or 0


def _check_current_folder() -> None:
    try:
        os.getcwd()  # noqa: PTH109 - a str is meant
    except FileNotFoundError:
        raise UsageError("the current folder is not there any more") from None


def _in_one_line(error: click.ClickException) -> str:
    context: click.Context | None = getattr(error, "ctx", None)
    if isinstance(error, click.NoSuchOption) and context:
        known = [name for option in context.command.params for name in option.opts if name.startswith("-")]
        message = f"there is no option {error.option_name}{nearest(error.option_name, known)}"
    else:
        message = error.format_message().rstrip(".")
        message = message[:1].lower() + message[1:]
    return f"{message} ({context.command_path} --help tells more)" if context else message


def _show_version(context: click.Context, option: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's form
    if value:
        from importlib.metadata import version  # 20 ms that nothing else need pay

        click.echo(f"factlint {version('factlint')}")
        context.exit()


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Show the version."
)
@click.pass_context
def factlint(context: click.Context) -> int | None:
    """Check news reports for facts and words that cannot be right.

    factlint reads reports the way a compiler reads source files: each one alone, then all of them together. It finds
    figures on which two reports of one event contradict each other, names spelt in two ways, datelines that name no
    place, and more. Every finding says where, why, and what would mend it.

    \b
    factlint check reports/             check all reports of a folder
    factlint rules                      list what is looked for
    factlint explain misspelt-dateline  read about a rule, with examples

    The exit status is 0 when no error was found, 1 when there are errors, and 2 when factlint could not do its work.
    """
    context.color = _colour()
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        return UNDONE
    return None


def _colour() -> bool | None:
    """Whether output is coloured, if the environment says so; else it is for a terminal only."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return True if os.environ.get("FORCE_COLOR") else None
