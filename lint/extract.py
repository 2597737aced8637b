"""Map: all that a run keeps of one report."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, NamedTuple

from lint import practice, stopwatch
from lint.attempt import attempt
from lint.diagnostic import Diagnostic
from lint.read import OTHER, read
from lint.report import Report
from lint.rule import Claim, CorpusRule, Rule, Scope
from lint.signature import Signature, signatures
from lint.source import Source, fetched
from lint.span import Passage, Span

TOGETHER = 64  # reports that rules look at together; more bring little
LONGEST = 1_000_000  # code points of them, so that long ones find room
ELSEWHERE = -1  # the event of claims that stand in no signature's span: they meet only each other


class Entry(NamedTuple):
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
    packed: Callable[[], bytes] | None = field(default=None, compare=False, repr=False)  # all of it, where it is known

    @property
    def at_hand(self) -> "Extract":
        """The same, with all that it needs to be sent to another process, whoever sends it."""
        if self.packed is None:
            return self
        packed = self.packed()
        return replace(self, packed=lambda: packed)

    def __reduce__(self) -> tuple[Any, ...]:
        """What goes to another process: packed, which takes half the time of what pickle would do by itself."""
        from lint.pickling import packed, unpack_extract

        plain = (self.packed(), self.digest) if self.packed else packed(self)
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
    (found,) = extract_each((source,), rules)
    return found


def extract_each(sources: Iterable[Source], rules: Sequence[Rule]) -> Iterator[Extract]:
    """The same of several reports, in their order.

    A rule looks at a good number of them before the next rule does: so its code stays at hand in the processor, and
    all takes a quarter less time.
    """
    steps, waiting, length = _steps(rules), list[_Work](), 0
    for source in sources:
        with stopwatch.lap(stopwatch.READING):
            waiting.append(_begun(source))
        length += len(waiting[-1].report.text) if waiting[-1].report else 0
        if len(waiting) == TOGETHER or length > LONGEST:
            yield from _done(waiting, steps)
            waiting, length = [], 0
    yield from _done(waiting, steps)


@dataclass(slots=True)
class _Work:
    """A report that is being looked at, if it can be read, and what is known of it so far."""

    source: Source
    report: Report | None
    found: list[Diagnostic]
    signed: tuple[Signature, ...] = ()
    entries: list[Entry] = field(default_factory=list)

    @property
    def extract(self) -> Extract:
        """What is known of it."""
        told = b"".join(each.told for each in self.signed)
        path, digest = self.source.path, self.source.digest
        return Extract(path, digest, (), self.signed, told)._with(tuple(self.found), tuple(self.entries))


def _begun(source: Source) -> _Work:
    source = fetched(source)
    reading = read(source)
    found = list(reading.diagnostics)
    return _Work(source, None if any(each.rule == OTHER for each in found) else reading.report, found)


def _done(waiting: Sequence[_Work], steps: Sequence["_Step"]) -> Iterator[Extract]:
    """What is known when all rules have looked at these reports."""
    readable = [(each, each.report, each.report.passage(Span(0, 0))) for each in waiting if each.report]
    reports = [report for _, report, _ in readable]
    practice.search(reports)
    if any(step.by_story for step in steps):
        with stopwatch.lap(stopwatch.STORIES, times=len(readable)):
            for each, report, _ in readable:
                each.signed = tuple(signatures(report))
    for step in steps:
        with stopwatch.lap(stopwatch.RULES, step.name, len(readable)):
            for each, report, top in readable:
                _take(step, report, top, each)
    practice.learn(reports)
    for each in waiting:
        yield each.extract


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
        if [*_worked_out[0]] != [*rules]:
            practice.forget()  # what other rules asked
        _worked_out = rules, tuple(map(_step, rules))
    return _worked_out[1]


def _step(rule: Rule) -> _Step:
    check = None if type(rule).check is Rule.check else rule.check
    if not isinstance(rule, CorpusRule):
        return _Step(rule, rule.name, check, None, by_story=False)
    return _Step(rule, rule.name, check, rule.extract, by_story=rule.scope is Scope.STORY)


def _take(step: _Step, report: Report, top: Passage, work: _Work) -> None:
    """Add what a rule finds in a report, and what it claims."""
    found = work.found
    if step.check:
        found += attempt(step.rule, top, found, step.check, report)
    if step.claims:
        claimed: list[tuple[Hashable, Claim]] = []
        found += attempt(step.rule, top, claimed, step.claims, report)
        name, signed = step.name, work.signed
        if step.by_story:
            work.entries += [Entry(name, key, _event(claim.passage.span, signed), claim) for key, claim in claimed]
        else:
            work.entries += [Entry(name, key, None, claim) for key, claim in claimed]


def _event(span: Span, signed: Sequence[Signature]) -> int:
    """The number of the narrowest signature around the span of a claim."""
    if len(signed) == 1:  # as most reports have: it is that of all of the report
        return 0
    around = [(len(each.span), number) for number, each in enumerate(signed) if each.span.covers(span)]
    return min(around)[1] if around else ELSEWHERE
