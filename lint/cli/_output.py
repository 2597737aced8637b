"""Standard output, as everybody needs it: in UTF-8, in whole lines, and silent when nobody reads on."""

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click

from lint.errors import UsageError
from lint.whole import put


def prepare() -> None:
    """Set up standard output and error so that no character of any report can break them.

    What goes into a file or another program is UTF-8, whatever the locale, unless PYTHONIOENCODING says otherwise. What
    is written to a stream that whoever started the process has closed goes nowhere.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w"))  # noqa: SIM115 - open as long as the process is there
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            own = stream.isatty() or "PYTHONIOENCODING" in os.environ
            stream.reconfigure(encoding=None if own else "utf-8", errors="backslashreplace")


def write(pieces: Iterable[str]) -> None:
    """Write to standard output, with colour where there is a terminal; a reader may stop reading at any time.

    Ctrl-C takes effect at the end of a line. Raises UsageError where what is written finds no room.
    """
    with _at_line_ends() as interrupted:
        try:
            for line in _lines(pieces):
                if interrupted:
                    raise KeyboardInterrupt
                click.echo(line, nl=False)
            sys.stdout.flush()
        except BrokenPipeError:
            hush()
        except OSError as error:
            hush()  # what is still held, at whose writing Python would fail once more
            raise UsageError(f"standard output cannot be written: {error.strerror}") from None


def write_file(path: str, pieces: Iterable[str]) -> None:
    """Write a whole file, in UTF-8 and without colour; raises UsageError where that is not possible."""
    text = click.unstyle("".join(pieces))
    try:
        put(Path(path), text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from None


def hush() -> None:
    """Send what is still to be written nowhere: who read it has seen enough, such as `head`."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _lines(pieces: Iterable[str]) -> Iterator[str]:
    """The same text in pieces that end where lines end, of at least some size where there are many."""
    held = ""
    for piece in pieces:
        held += piece
        end = held.rfind("\n") + 1
        if end > 4096 or (end and sys.stdout.isatty()):
            yield held[:end]
            held = held[end:]
    if held:
        yield held


@contextmanager
def _at_line_ends() -> Iterator[list[int]]:
    """Holds Ctrl-C back: the list is empty until it was pressed. A second one takes effect at once."""
    pressed: list[int] = []

    def hold(number: int, frame: FrameType | None) -> None:
        pressed.append(number)
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, hold)
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, before)
