"""How often each rule speaks, the most talkative first: what a desk wants to know before it adopts a linter."""

from collections import Counter
from collections.abc import Iterator

import click

from lint.diagnostic import Severity
from lint.render import Page
from lint.render._tally import closing
from lint.render._terminal import COLOURS


def render(page: Page) -> Iterator[str]:
    """A line for each rule and severity, then how much was found; “safe” counts the fixes that --fix applies."""
    found = page.findings.diagnostics
    counts = Counter((each.rule, each.severity) for each in found)
    safe = Counter((each.rule, each.severity) for each in found if each.fix and each.fix.safe)
    width = len(str(max(counts.values(), default=0)))
    longest = max((len(rule) for rule, _ in counts), default=0)
    for (rule, severity), count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        kind = click.style(f"{severity:<{max(map(len, Severity))}}", fg=COLOURS[severity], bold=True)
        mendable = f"  {safe[rule, severity]} safe to fix" if safe[rule, severity] else ""
        line = f"{count:>{width}}  {kind}  {rule:<{longest}}{mendable}"
        yield f"{line.rstrip()}\n"
    yield f"{closing(page.findings)}\n"
