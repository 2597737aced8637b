"""The command line. Each public module here is one command, named for it, and imported only when it is called."""

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from lint.compiled import SHELF, keep_methods
from lint.errors import FactlintError

UNDONE = 2  # exit status: the linter could not do its work, so that nobody takes silence for praise
GARBAGE = 5_000_000  # things kept before garbage is looked for: a run makes none, and looks took a twelfth of it
INTERRUPTED = 130  # exit status: ended by Ctrl-C, as a shell gives it (128 and the number of the signal)


def program() -> int:
    """The command `factlint`: its whole process is one call of `main`."""
    keep_methods()
    status = main()
    SHELF.keep()
    with suppress(OSError, ValueError):  # a stream is full or closed, of which Python speaks at its end
        _end(status)
    return status


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, and give its exit status: 0 no errors, 1 errors found, 2 the work was not done."""
    gc.set_threshold(GARBAGE)
    try:
        from lint.cli._commands import run  # here, so that Ctrl-C is caught from the first moment on

        return run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except FactlintError as error:
        return _undone(str(error))
    except Exception as error:
        import traceback

        traceback.print_exc()
        return _undone(f"this is a fault of factlint, not of your files: {type(error).__name__}: {error}")


def say(words: str) -> None:
    """Tell the user something of the run itself, in one line on standard error; signs stand for what is no letter."""
    line = " ".join(words.split())
    shown = "".join(each if each.isprintable() else f"<U+{ord(each):04X}>" for each in line)  # as findings show it
    sys.stderr.write(f"factlint: {shown}\n")


def _undone(reason: str) -> int:
    say(reason)
    return UNDONE


def _end(status: int) -> None:
    """End the process, if nothing else runs in it, and free nothing: that took a twentieth of a run over one report."""
    threads = sys.modules.get("threading")
    if threads and threads.active_count() > 1:
        return
    atexit._run_exitfuncs()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.flush()
    os._exit(status)
