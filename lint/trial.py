"""Trials: what a rule really says of its examples, and how that differs from what they promise."""

from collections.abc import Collection, Iterator

from lint.diagnostic import Diagnostic
from lint.engine import lint
from lint.example import Example
from lint.findings import Findings
from lint.read import Source
from lint.rule import Rule
from lint.span import Span


def sources(example: Example) -> list[Source]:
    """The reports of an example, as if they were files: report.txt, or report-1.txt, report-2.md and so on."""
    numbers = [""] if len(example.texts) == 1 else [f"-{number}" for number in range(1, len(example.texts) + 1)]
    return [
        Source(f"report{number}.{'md' if text.startswith('---') else 'txt'}", text.encode())
        for number, text in zip(numbers, example.texts, strict=True)
    ]


def findings(rule: Rule, example: Example) -> Findings:
    """What is said of an example when this rule alone runs, in the engine that checks real reports."""
    return lint(sources(example), [rule])


def broken(rule: Rule, example: Example) -> Iterator[str]:
    """The promises of an example that the rule does not keep, each in a sentence."""
    places = _Places(example)
    own = []
    for each in findings(rule, example).diagnostics:
        if each.rule == rule.name:
            own.append(each)
        else:
            yield f"an example may be no {each.rule}: {each.message}"
    marked, pointed_to = set(example.reported), set(example.pointed)
    reported = [places.of(each.primary.passage.path, each.primary.passage.span) for each in own]
    pointed = {places.of(label.passage.path, label.passage.span) for each in own for label in each.related}
    yield from places.listed("marked [[ ]] and not reported", marked.difference(reported))
    yield from places.listed("reported and not marked [[ ]]", set(reported) - marked)
    yield from places.listed("reported twice", {place for place in reported if reported.count(place) > 1})
    yield from places.listed("marked (( )) and not pointed back to", pointed_to - pointed)
    yield from places.listed("pointed back to and not marked (( ))", pointed - pointed_to)
    for each in own:
        yield from _other_than_promised(example, each)


def _other_than_promised(example: Example, found: Diagnostic) -> Iterator[str]:
    words = found.fix.words if found.fix else None
    if example.fix is not None and words != example.fix:
        yield f"the fix is to be {example.fix!r} and is {words!r}"
    if example.severity is not None and found.severity != example.severity:
        yield f"the severity is to be {example.severity} and is {found.severity}"


class _Places:
    """The places of an example: the number of a text and a span in it."""

    def __init__(self, example: Example) -> None:
        self._texts = example.texts
        self._numbers = {source.path: number for number, source in enumerate(sources(example))}

    def of(self, path: str, span: Span) -> tuple[int, Span]:
        return self._numbers[path], span

    def listed(self, what: str, places: Collection[tuple[int, Span]]) -> Iterator[str]:
        for number, span in sorted(places):
            words = self._texts[number][span.start : span.end]
            yield f"“{words}” (text {number + 1}, {span.start} to {span.end}) is {what}"
