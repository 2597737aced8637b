"""Map: all that a run keeps of one report."""

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from lint import stopwatch
from lint.attempt import attempt
from lint.diagnostic import Diagnostic
from lint.read import read
from lint.rule import Claim, CorpusRule, Rule, Scope
from lint.signature import Signature, signatures
from lint.source import Source, fetched
from lint.span import Passage, Span

ELSEWHERE = -1  # the event of claims that stand in no signature's span: they meet only each other


@dataclass(frozen=True, slots=True)
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
    if report is None:
        return Extract(source.path, source.digest, tuple(found))
    with stopwatch.lap(stopwatch.STORIES):
        signed = tuple(signatures(report)) if any(_by_story(rule) for rule in rules) else ()
    entries: list[Entry] = []
    top = report.passage(Span(0, 0))
    for rule in rules:
        with stopwatch.lap(stopwatch.RULES, rule.name):
            found += _attempted(rule, top, partial(rule.check, report))
            if isinstance(rule, CorpusRule):
                claimed, crash = attempt(rule, top, partial(rule.extract, report))
                entries += (Entry(rule.name, key, _event(rule, claim, signed), claim) for key, claim in claimed)
                found += crash
    told = b"".join(each.told for each in signed)
    return Extract(source.path, source.digest, (), signed, told)._with(tuple(found), tuple(entries))


def _attempted(rule: Rule, top: Passage, work: Callable[[], Iterator[Diagnostic]]) -> list[Diagnostic]:
    done, crash = attempt(rule, top, work)
    return done + crash


def _event(rule: Rule, claim: Claim, signed: Sequence[Signature]) -> int | None:
    """The number of the narrowest signature around a claim, for a rule that compares within stories."""
    if not _by_story(rule):
        return None
    span = claim.passage.span
    around = [(len(each.span), number) for number, each in enumerate(signed) if each.span.covers(span)]
    return min(around)[1] if around else ELSEWHERE


def _by_story(rule: Rule) -> bool:
    return isinstance(rule, CorpusRule) and rule.scope is Scope.STORY
