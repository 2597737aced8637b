"""Baselines: the findings that an old archive had on the day factlint came, by fingerprint."""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lint.diagnostic import Diagnostic, Label
from lint.errors import UsageError
from lint.findings import Findings


@dataclass(frozen=True, slots=True)
class Known:
    """A finding of a baseline: what stands for it, and what people read."""

    path: str
    rule: str
    message: str
    fingerprint: str

    @property
    def line(self) -> str:
        """The finding as a JSON object on a line of its own."""
        told = {"path": self.path, "rule": self.rule, "message": self.message, "fingerprint": self.fingerprint}
        return json.dumps(told, ensure_ascii=False) + "\n"


def load(path: str) -> tuple[Known, ...]:
    """The findings of the baseline in this file; raises UsageError, which begins with the path."""
    try:
        lines = Path(path).read_bytes().decode("utf-8").splitlines()
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such baseline (factlint baseline -o {path} makes one)") from None
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path}: this is no baseline: it is no UTF-8") from None
    return tuple(_known(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip())


def told(findings: Iterable[Diagnostic], folder: str) -> list[Known]:
    """What a baseline says of findings; paths are told from `folder`, so that it holds in whatever folder one works."""
    return [_told(each, folder) for each in findings if not each.is_failure]


def lines(known: Iterable[Known]) -> Iterator[str]:
    """The baseline as JSON lines, in the order of paths, rules and messages."""
    yield from sorted(each.line for each in known)


def new(findings: Findings, known: Sequence[Known], folder: str) -> Findings:
    """The findings that are not known. One that is known once and found twice is new once."""
    left = Counter(each.fingerprint for each in known)
    kept: list[Diagnostic] = []
    for each in findings.diagnostics:
        mark = "" if each.is_failure else _told(each, folder).fingerprint
        if left[mark] > 0:
            left[mark] -= 1
        else:
            kept.append(each)
    return replace(findings, diagnostics=tuple(kept))


def pruned(known: Sequence[Known], found: Iterable[Known], is_covered: Callable[[Known], bool]) -> list[Known]:
    """What is known and still found, and what is known and not covered by what was looked at."""
    left = Counter(each.fingerprint for each in found)
    kept: list[Known] = []
    for each in known:
        if left[each.fingerprint] > 0 or not is_covered(each):
            left[each.fingerprint] -= 1
            kept.append(each)
    return kept


def _told(finding: Diagnostic, folder: str) -> Known:
    finding = _seen_from(finding, folder)
    return Known(finding.primary.passage.path, finding.rule, finding.message, finding.fingerprint)


def _seen_from(finding: Diagnostic, folder: str) -> Diagnostic:
    top = os.path.abspath(folder)  # noqa: PTH100 - links are let be, as in the paths of reports
    if top == os.getcwd():  # noqa: PTH109
        return finding

    def label(each: Label) -> Label:
        path = os.path.abspath(each.passage.path)  # noqa: PTH100
        if not path.startswith(top.rstrip(os.sep) + os.sep):
            return each
        return replace(each, passage=replace(each.passage, path=os.path.relpath(path, top).replace(os.sep, "/")))

    return replace(finding, primary=label(finding.primary), related=tuple(map(label, finding.related)))


def _known(line: str, where: str) -> Known:
    try:
        said = json.loads(line)
        return Known(*(_word(said[key]) for key in ("path", "rule", "message", "fingerprint")))
    except (ValueError, TypeError, KeyError):
        raise UsageError(f"{where}: this is no line of a baseline") from None


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
