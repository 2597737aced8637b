"""Mending: the fixes of findings put into the texts that they are about, and these into their files."""

import os
import stat
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path

from lint.diagnostic import Fix
from lint.findings import Findings
from lint.read.decoding import decode_file
from lint.read.text import Decoded
from lint.source import Source, UnreadableError, content_of, fetched
from lint.whole import put

ROUNDS = 100  # after which fixes that bring each other back are let be
CODECS = {"UTF-8": "utf-8", "Windows-1252": "cp1252", "Latin-1": "latin-1"}

Look = Callable[[Sequence[Source]], Findings]


class LeftError(Exception):
    """A report that is left as it is; the text of the exception says why."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A report that changes: the bytes of its file, those that go in their place, and how many places were mended."""

    path: str
    before: bytes
    after: bytes
    places: int

    def diff(self) -> Iterator[str]:
        """The change as a unified diff, a line a piece, which `patch -p0` can take."""
        before, after = (
            decode_file(self.path, content).text.splitlines(keepends=True) for content in (self.before, self.after)
        )
        for line in unified_diff(before, after, self.path, self.path):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What mending came to: what is still found, in which texts, what changes, and what was left for which reason."""

    findings: Findings
    sources: tuple[Source, ...]
    mended: tuple[Mended, ...] = ()
    left: tuple[tuple[str, str], ...] = ()  # path, reason

    @property
    def places(self) -> int:
        """How many places were mended."""
        return sum(each.places for each in self.mended)


def mend(sources: Sequence[Source], look: Look, *, unsafe: bool = False) -> Outcome:
    """Mend these reports in memory until nothing is left to mend: no file is touched.

    `look` says what is found in them. Only safe fixes are applied, unless `unsafe`. A fix often lets another rule, or
    the same rule at its next place, see what it could not say before, so that one round is not enough.
    """
    current = {source.path: source for source in sources}
    mended: dict[str, Mended] = {}
    left: dict[str, str] = {}
    findings = look(tuple(current.values()))
    for _ in range(ROUNDS):
        changes = dict(_changes(findings, current, left, unsafe=unsafe))
        if not changes:
            break
        for path, change in changes.items():
            current[path] = fetched(replace(current[path], content=change.after, digest=None))
            known = mended.get(path, replace(change, places=0))
            mended[path] = replace(known, after=change.after, places=known.places + change.places)
        findings = look(tuple(current.values()))
    changed = (each for path, each in sorted(mended.items()) if each.before != each.after)
    return Outcome(findings, tuple(current.values()), tuple(changed), tuple(sorted(left.items())))


def write(outcome: Outcome, sources: Sequence[Source], look: Look) -> Outcome:
    """Write what was mended into the files; one that cannot be written is left, and what is found there is told again.

    `sources` are the reports as they were.
    """
    written: list[Mended] = []
    left: dict[str, str] = {}
    for each in outcome.mended:
        try:
            _write(each)
        except LeftError as reason:
            left[each.path] = str(reason)
        else:
            written.append(each)
    if not left:
        return outcome
    before = {source.path: source for source in sources}
    kept = tuple(before[source.path] if source.path in left else source for source in outcome.sources)
    return Outcome(look(kept), kept, tuple(written), tuple(sorted({**dict(outcome.left), **left}.items())))


def mended_text(text: str, fixes: Iterable[Fix]) -> tuple[str, int]:
    """The text with the fixes in it, and how many; of those that overlap, the one that begins first is applied.

    Raises LeftError where the words to be replaced do not stand where they stood.
    """
    pieces: list[str] = []
    end, last = 0, -1  # of the fix before, and where it began
    for fix in sorted(fixes, key=lambda fix: (fix.passage.span, fix.words)):
        span = fix.passage.span
        if text[span.start : span.end] != fix.passage.words:
            raise LeftError("it was changed meanwhile")
        if span.start < end or span.start == last:
            continue
        pieces += (text[end : span.start], fix.words)
        end, last = span.end, span.start
    return "".join((*pieces, text[end:])), len(pieces) // 2


def _changes(
    findings: Findings, current: dict[str, Source], left: dict[str, str], *, unsafe: bool
) -> Iterator[tuple[str, Mended]]:
    """What the fixes of the findings make of each report; those that cannot be mended go into `left`."""
    fixes: defaultdict[str, list[Fix]] = defaultdict(list)
    for fix in (each.fix for each in findings.diagnostics):
        if fix and (fix.safe or unsafe) and fix.passage.path in current and fix.words != fix.passage.words:
            fixes[fix.passage.path].append(fix)
    for path, those in fixes.items():
        if path in left:
            continue
        try:
            yield path, _change(current[path], those)
        except LeftError as reason:
            left[path] = str(reason)


def _change(source: Source, fixes: Iterable[Fix]) -> Mended:
    try:
        content = content_of(source)
        decoded = decode_file(source.path, content)
    except (OSError, UnreadableError):  # it could be read a moment ago
        raise LeftError("it was changed meanwhile") from None
    if _encoded(decoded.text, decoded) != content:
        raise LeftError(f"its encoding, {decoded.encoding}, writes the same in several ways; save it as UTF-8")
    text, places = mended_text(decoded.text, fixes)
    return Mended(source.path, content, _encoded(text, decoded), places)


def _encoded(text: str, decoded: Decoded) -> bytes:
    """The text in the encoding of its file; byte-order mark and line ends are characters of the text."""
    try:
        return text.encode(CODECS.get(decoded.encoding, decoded.encoding))
    except LookupError:
        raise LeftError("it has two encodings; save it as UTF-8") from None
    except UnicodeEncodeError as error:
        character = text[error.start]
        raise LeftError(f"“{character}” cannot be written in {decoded.encoding}; save it as UTF-8") from None


def _write(mended: Mended) -> None:
    """Put the new file in the place of the old one in one step, with the same permissions; raises LeftError."""
    file = Path(os.path.realpath(mended.path))  # a link stays a link
    try:
        status = file.stat()
        if not status.st_mode & stat.S_IWUSR or not os.access(file, os.W_OK):
            raise LeftError("it is read-only")
        if file.read_bytes() != mended.before:
            raise LeftError("it was changed meanwhile")
        put(file, mended.after)
    except OSError as error:
        raise LeftError(f"it cannot be written: {error.strerror}") from None
