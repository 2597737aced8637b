"""factlint allow: settle a finding."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from lint.allow import entry, fault_of
from lint.cli._looking import Asked, looking
from lint.cli._memory import about_archive, about_cache
from lint.cli._options import about_files, wanted
from lint.cli._output import write
from lint.config import SIDECAR
from lint.diagnostic import Diagnostic
from lint.errors import UsageError
from lint.render._wording import place, quoted
from lint.walk import shown
from lint.whole import put

SHORTEST = 4  # characters of a fingerprint that stand for it, where no other begins so


@click.command
@click.argument("fingerprint", required=False)
@about_files
@click.option("--because", metavar="REASON", help="Why the finding is none, for those who read the file later.")
@about_archive
@about_cache
def command(
    *,
    fingerprint: str | None,
    because: str | None,
    archive: str | None,
    no_cache: bool,
    cache_dir: str | None,
    **files: Any,
) -> int:
    """Settle the finding with this fingerprint: it is written into factlint.allow, beside the configuration.

    Without a fingerprint, all findings are listed with theirs; its first characters will do. A finding is known by its
    rule, its words and its reports, never by where it stands: it stays settled when the text around it changes, and a
    conflict does for every later report that repeats one of the two values.

    \b
    factlint allow
    factlint allow 3b9f64 --because "the ministry revised the toll on 8 January"
    """
    given = wanted(**files)
    with looking(given, Asked(archive=archive), no_cache=no_cache, cache_dir=cache_dir) as look:
        findings = look(given.sources).diagnostics
        if fingerprint is None:
            write(_list(findings))
            return 0
        found = _named(fingerprint, findings) or _named(fingerprint, look.everything(given.sources).diagnostics)
    if found is None:
        raise UsageError(f"no finding has the fingerprint {fingerprint} (factlint allow lists them)")
    if fault := fault_of(found.rule):
        raise UsageError(fault)
    if found not in findings:
        raise UsageError(f"{fingerprint} is not reported: it is allowed, known or switched off already")
    if not because or not because.strip():
        raise UsageError('why? (--because "…")')
    file = Path(given.configuration.folder, SIDECAR)
    _append(file, entry(found, because, given.configuration.folder))
    words = dict.fromkeys(quoted(label.passage.said) for label in (found.primary, *found.related))
    write([f"{shown(str(file))} allows {found.rule}: {', '.join(words)}\n"])
    return 0


def _list(findings: Sequence[Diagnostic]) -> Iterator[str]:
    for each in findings:
        if not fault_of(each.rule):
            yield f"{each.fingerprint}  {place(each.primary.passage)}: {each.severity}[{each.rule}]: {each.message}\n"


def _named(fingerprint: str, findings: Sequence[Diagnostic]) -> Diagnostic | None:
    """The finding whose fingerprint begins so; raises UsageError where several different ones do."""
    asked = fingerprint.lower()
    found = {each.fingerprint: each for each in findings if each.fingerprint.startswith(asked)}
    if asked in found:
        return found[asked]
    if len(asked) < SHORTEST and found:
        raise UsageError(f"{fingerprint} is too short: {SHORTEST} characters of a fingerprint are needed")
    if len(found) > 1:
        raise UsageError(f"{len(found)} findings have a fingerprint that begins with {fingerprint}; give more of it")
    return next(iter(found.values()), None)


def _append(file: Path, table: str) -> None:
    try:
        before = file.read_bytes() if file.exists() else b""
        gap = b"" if not before or before.endswith(b"\n\n") else b"\n" if before.endswith(b"\n") else b"\n\n"
        put(file, before + gap + table.encode("utf-8"))
    except UnicodeEncodeError:
        raise UsageError(f"{file}: the path of this report is no UTF-8, and cannot be written") from None
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}") from None
