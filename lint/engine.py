"""The linter on one page: map (read and extract), group (by story and key), reduce (compare)."""

import os
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from lint.diagnostic import Diagnostic, Label, Severity
from lint.errors import FAILURES, FactlintError
from lint.read import Source, read
from lint.rule import Claim, CorpusRule, Rule, Scope
from lint.runners import Runner
from lint.runners.serial import Serial
from lint.signature import Signature, signatures
from lint.span import Passage, Span
from lint.story import stories


@dataclass(frozen=True, slots=True)
class Extract:
    """All that a run keeps of one report: its own findings, and what other reports' claims are compared with."""

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    signatures: tuple[Signature, ...] = ()
    claims: tuple[tuple[str, Hashable, Claim], ...] = ()  # rule, key, claim


@dataclass(frozen=True, slots=True)
class Findings:
    """What a run found, in the order in which it is shown."""

    diagnostics: tuple[Diagnostic, ...]
    reports: int

    @property
    def failed(self) -> bool:
        """Whether some of the work could not be done."""
        return any(each.rule in FAILURES for each in self.diagnostics)

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(each.severity is Severity.ERROR for each in self.diagnostics)

    def graded(self, severities: Mapping[str, Severity | None]) -> "Findings":
        """The findings with the severities that a desk gives to rules, and without those to which it gives none.

        FAILURES stay as they are: a desk cannot settle that work was not done.
        """
        graded = (
            replace(each, severity=severity)
            for each in self.diagnostics
            if (severity := each.severity if each.rule in FAILURES else severities.get(each.rule, each.severity))
        )
        return replace(self, diagnostics=tuple(sorted(graded, key=lambda each: each.sort_key)))


def lint(sources: Iterable[Source], rules: Sequence[Rule], runner: Runner | None = None) -> Findings:
    """Check reports, each alone and all together. The order of sources and the runner never change the findings."""
    runner = runner or Serial()
    extracts = sorted(runner.map(partial(extract, rules=rules), _each_once(sources)), key=lambda each: each.path)
    found = {finding for each in extracts for finding in each.diagnostics}
    found.update(compare(extracts, rules))
    return Findings(tuple(sorted(found, key=lambda each: each.sort_key)), len(extracts))


def _each_once(sources: Iterable[Source]) -> list[Source]:
    """The sources, each file once however often and by whatever path it is named; content at hand goes before it."""
    named: dict[str, Source] = {}
    for source in sorted(sources, key=lambda each: (each.content is None, len(each.path), each.path)):
        named.setdefault(os.path.realpath(source.path), source)  # Path.resolve takes three times as long
    return list(named.values())


def extract(source: Source, rules: Sequence[Rule]) -> Extract:
    """Map: read one report, check it alone, and collect its claims."""
    reading = read(source)
    report, found = reading.report, list(reading.diagnostics)
    if report is None:
        return Extract(source.path, tuple(found))
    claims: list[tuple[str, Hashable, Claim]] = []
    start = report.passage(Span(0, 0))
    for rule in rules:
        found += _guarded(rule, start, partial(rule.check, report))
        if isinstance(rule, CorpusRule):
            claimed, crash = _attempt(rule, start, partial(rule.extract, report))
            claims += ((rule.name, key, claim) for key, claim in claimed)
            found += crash
    signed = tuple(signatures(report)) if any(_by_story(rule) for rule in rules) else ()
    return Extract(source.path, tuple(found), signed, tuple(claims))


def compare(extracts: Sequence[Extract], rules: Sequence[Rule]) -> Iterator[Diagnostic]:
    """Group and reduce: set claims of one key side by side, within their story or across the archive."""
    by_name = {rule.name: rule for rule in rules if isinstance(rule, CorpusRule)}
    if not by_name:
        return
    told = _StoryIndex(signature for each in extracts for signature in each.signatures)
    groups: defaultdict[tuple[str, Hashable, Hashable], list[Claim]] = defaultdict(list)
    for each in extracts:
        for name, key, claim in each.claims:
            story = told.of(claim.passage) if by_name[name].scope is Scope.STORY else None
            groups[name, story, key].append(claim)
    for (name, _, key), claims in groups.items():
        if len(claims) > 1:
            claims.sort(key=_when_and_where)
            rule = by_name[name]
            yield from _guarded(rule, claims[0].passage, partial(rule.compare, key, claims))


class _StoryIndex:
    """Which story a passage belongs to."""

    def __init__(self, found: Iterable[Signature]) -> None:
        self._numbers: defaultdict[str, list[tuple[Span, int]]] = defaultdict(list)
        for number, story in enumerate(stories(found)):
            for signature in story.signatures:
                self._numbers[signature.path].append((signature.span, number))

    def of(self, passage: Passage) -> Hashable:
        """The number of the story with the narrowest signature around the passage; its path where there is none."""
        around = [(len(span), number) for span, number in self._numbers[passage.path] if span.covers(passage.span)]
        return min(around)[1] if around else passage.path


def _by_story(rule: Rule) -> bool:
    return isinstance(rule, CorpusRule) and rule.scope is Scope.STORY


def _when_and_where(claim: Claim) -> tuple[date, Passage]:
    return claim.published or date.min, claim.passage


def _guarded(rule: Rule, place: Passage, work: Callable[[], Iterator[Diagnostic]]) -> list[Diagnostic]:
    done, crash = _attempt(rule, place, work)
    return done + crash


def _attempt(rule: Rule, place: Passage, work: Callable[[], Iterator[Any]]) -> tuple[list[Any], list[Diagnostic]]:
    """What a rule yields until it ends or raises, and a finding if it raises: the one place where rules may fail."""
    done: list[Any] = []
    try:
        done.extend(work())
    except FactlintError:
        raise  # such as a roster that cannot be read: no fault of the rule's
    except Exception as error:
        return done, [_crash(rule, place, error)]
    return done, []


def _crash(rule: Rule, place: Passage, error: Exception) -> Diagnostic:
    import traceback  # 5 ms, for a rule that failed

    said = " ".join(traceback.format_exception_only(error)[-1].split())
    frame = traceback.extract_tb(error.__traceback__)[-1]
    advice = (
        f"it was raised in line {frame.lineno} of {Path(frame.filename).name}; "
        "this is a fault of the rule, not of the report, and the other rules went on"
    )
    message = f"the rule {rule.name} crashed: {said}"
    return Diagnostic("rule-crashed", Severity.ERROR, message, Label(place), help=advice)
