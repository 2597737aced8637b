"""factlint lsp: findings while a report is written, for editors."""

import sys

import click

from lint.errors import UsageError


@click.command
def command() -> int:
    """Serve an editor over standard input and output, by the Language Server Protocol.

    The editor starts this command by itself. It shows findings as one types, offers fixes, and explains rules where the
    mouse rests. The configuration is the one nearest to each report; after a change of it the server is to be started
    again. It needs pygls: pip install 'factlint[lsp]'.
    """
    try:
        from lint.editor.server import run
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise UsageError("lsp needs pygls (pip install 'factlint[lsp]')") from None
    run(sys.stdin.buffer)
    return 0
