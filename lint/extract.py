"""Map: all that a run keeps of one report."""

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from lint import stopwatch
from lint.attempt import attempt
from lint.diagnostic import Diagnostic
from lint.read import OTHER, read
from lint.report import Report
from lint.rule import Claim, CorpusRule, Rule, Scope
from lint.signature import Signature, signatures
from lint.source import Source, fetched
from lint.span import Passage, Span
from lint.value import value

ELSEWHERE = -1  # the event of claims that stand in no signature's span: they meet only each other


@value(frozen=True, slots=True)
class Entry:
    """A claim, and what it is filed under: its rule, its key, and the number of its signature in the report.

    The claims of a rule that compares across all stories have no number.
    """

    rule: str
    key: Hashable
    event: int | None
    claim: Claim


@dataclass(frozen=True, slots=True)
class Extract:
    """What one report says: its own findings, and the claims with which other reports' are compared.

    `events` and `topics` tell, without a look at any claim, what there are claims of: the numbers of signatures, and
    the rules and keys of claims that are compared across all stories.
    """

    path: str
    digest: bytes | None = None  # of the path and of what was read, if it could be
    diagnostics: tuple[Diagnostic, ...] = ()
    signatures: Sequence[Signature] = ()
    signed: bytes = b""  # what stands for the signatures, one after the other
    events: tuple[int, ...] = ()
    topics: tuple[tuple[str, Hashable], ...] = ()
    entries: Sequence[Entry] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """What goes to another process: packed, which takes half the time of what pickle would do by itself."""
        from lint.pickling import packed, unpack_extract

        plain = packed(self)
        if not isinstance(plain, Extract):
            return unpack_extract, plain
        return Extract, tuple(getattr(self, each.name) for each in fields(self))

    def of(self, rules: Collection[str], all_rules: Collection[str]) -> "Extract":
        """What it says by these rules, and by none of all the others."""
        found = tuple(each for each in self.diagnostics if each.rule in rules or each.rule not in all_rules)
        return self._with(found, tuple(each for each in self.entries if each.rule in rules))

    def joined(self, other: "Extract") -> "Extract":
        """What it says, and what the other, of the same report by other rules, says beside that."""
        more = tuple(each for each in other.diagnostics if each not in self.diagnostics)
        signed = self if self.signed else other
        return signed._with((*self.diagnostics, *more), (*self.entries, *other.entries))

    def _with(self, diagnostics: tuple[Diagnostic, ...], entries: tuple[Entry, ...]) -> "Extract":
        return Extract(
            self.path,
            self.digest,
            diagnostics,
            self.signatures,
            self.signed,
            events=tuple(sorted({each.event for each in entries if each.event is not None})),
            topics=tuple(dict.fromkeys((each.rule, each.key) for each in entries if each.event is None)),
            entries=entries,
        )


def extract(source: Source, rules: Sequence[Rule]) -> Extract:
    """Read one report, check it alone, and collect its claims."""
    with stopwatch.lap(stopwatch.READING):
        source = fetched(source)
        reading = read(source)
    report, found = reading.report, list(reading.diagnostics)
    if report is None or any(each.rule == OTHER for each in found):
        return Extract(source.path, source.digest, tuple(found))
    steps = _steps(rules)
    with stopwatch.lap(stopwatch.STORIES):
        signed = tuple(signatures(report)) if any(step.by_story for step in steps) else ()
    entries: list[Entry] = []
    top = report.passage(Span(0, 0))
    for step in steps:
        if stopwatch.runs():
            with stopwatch.lap(stopwatch.RULES, step.name):
                _take(step, report, top, signed, found, entries)
        else:
            _take(step, report, top, signed, found, entries)
    told = b"".join(each.told for each in signed)
    return Extract(source.path, source.digest, (), signed, told)._with(tuple(found), tuple(entries))


class _Step(NamedTuple):
    """What one rule does with every report; a rule that does not check by itself, or claims nothing, is not asked."""

    rule: Rule
    name: str
    check: Callable[[Report], Iterator[Diagnostic]] | None
    claims: Callable[[Report], Iterator[tuple[Hashable, Claim]]] | None
    by_story: bool


_worked_out: tuple[Sequence[Rule], tuple[_Step, ...]] = ((), ())


def _steps(rules: Sequence[Rule]) -> tuple[_Step, ...]:
    """The steps of these rules, worked out once for all the reports of a run."""
    global _worked_out
    if _worked_out[0] is not rules:
        _worked_out = rules, tuple(map(_step, rules))
    return _worked_out[1]


def _step(rule: Rule) -> _Step:
    check = None if type(rule).check is Rule.check else rule.check
    if not isinstance(rule, CorpusRule):
        return _Step(rule, rule.name, check, None, by_story=False)
    return _Step(rule, rule.name, check, rule.extract, by_story=rule.scope is Scope.STORY)


def _take(
    step: _Step,
    report: Report,
    top: Passage,
    signed: Sequence[Signature],
    found: list[Diagnostic],
    entries: list[Entry],
) -> None:
    """Add what a rule finds in a report, and what it claims."""
    if step.check:
        found += attempt(step.rule, top, found, step.check, report)
    if step.claims:
        claimed: list[tuple[Hashable, Claim]] = []
        found += attempt(step.rule, top, claimed, step.claims, report)
        for key, claim in claimed:
            event = _event(claim.passage.span, signed) if step.by_story else None
            entries.append(Entry(step.name, key, event, claim))


def _event(span: Span, signed: Sequence[Signature]) -> int:
    """The number of the narrowest signature around the span of a claim."""
    if len(signed) == 1:  # as most reports have
        return 0 if signed[0].span.covers(span) else ELSEWHERE
    around = [(len(each.span), number) for number, each in enumerate(signed) if each.span.covers(span)]
    return min(around)[1] if around else ELSEWHERE
