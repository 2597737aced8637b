"""One finding as a page of HTML shows it: the passages side by side, the timeline of a figure, and the advice."""

from collections.abc import Iterator, Mapping

from lint.diagnostic import Label
from lint.render._html_markup import escaped, excerpt
from lint.render._html_sheets import Finding, Sheet
from lint.render._html_timeline import day, timeline
from lint.render._tally import counted
from lint.render._wording import advice

MOST_RELATED = 8  # places shown besides the first; a name may be spelt one way fifty times


def drawn(finding: Finding, sheets: Mapping[str, Sheet], level: int) -> Iterator[str]:
    """An article under a heading of that level."""
    diagnostic, name = finding.diagnostic, finding.name
    severity, rule = diagnostic.severity, escaped(diagnostic.rule)
    yield f'<article class="finding {severity}" id="{name}" data-severity="{severity}" data-rule="{rule}"'
    yield f' aria-labelledby="{name}-title" tabindex="-1">\n'
    yield f'<p class="kind"><span class="badge {severity}">{severity}</span> <code>{rule}</code></p>\n'
    yield f'<h{level} id="{name}-title">{escaped(diagnostic.message)}</h{level}>\n'
    yield from _passages(finding, sheets)
    yield timeline(finding, sheets)
    yield from _remarks(finding)
    yield "</article>\n"


def _passages(finding: Finding, sheets: Mapping[str, Sheet]) -> Iterator[str]:
    """A column for each report, with its passages in it."""
    primary, shown = finding.diagnostic.primary, finding.diagnostic.related[:MOST_RELATED]
    columns: dict[str, list[Label]] = {}
    for label in (primary, *shown):
        columns.setdefault(label.passage.path, []).append(label)
    yield f'<div class="passages{" conflict" if len(columns) > 1 else ""}">\n'
    for path, labels in columns.items():
        sheet = sheets[path]
        yield "<figure>\n"
        if len(columns) > 1:
            yield f"<figcaption>{_caption(sheet)}</figcaption>\n"
        for label in labels:
            yield _passage(label, sheet, finding, is_primary=label is primary)
        yield "</figure>\n"
    yield "</div>\n"


def _caption(sheet: Sheet) -> str:
    when = f"<time>{day(sheet.published)}</time>" if sheet.published else "no date"
    return (
        f'<a class="headline" href="#{sheet.name}">{escaped(sheet.headline)}</a>'
        f' <span class="where">{when} · {escaped(sheet.path)}</span>'
    )


def _passage(label: Label, sheet: Sheet, finding: Finding, *, is_primary: bool) -> str:
    words = excerpt(sheet.text, label.passage, finding.diagnostic.severity if is_primary else None)
    line, anchor = f"line {label.passage.line}", sheet.anchor(label.passage)
    told = escaped(f"{line} in the text of {sheet.path}")
    link = f'<a class="to-passage" href="#{anchor}" aria-label="{told}">{line}</a>' if anchor else line
    said = f'<span class="label">{escaped(label.message)}</span> ' if label.message else ""
    quotation = f'<blockquote dir="auto"><p>{words}</p></blockquote>\n' if words else ""
    return f'{quotation}<p class="place">{said}{link}</p>\n'


def _remarks(finding: Finding) -> Iterator[str]:
    diagnostic = finding.diagnostic
    hidden = len(diagnostic.related) - MOST_RELATED
    if hidden > 0:
        yield f'<p class="remark">and {counted(hidden, "more place")}</p>\n'
    if diagnostic.help:
        yield f'<p class="remark"><b>Help:</b> {escaped(diagnostic.help)}</p>\n'
    if diagnostic.fix:
        yield f'<p class="remark"><b>Fix:</b> {escaped(advice(diagnostic))}</p>\n'
