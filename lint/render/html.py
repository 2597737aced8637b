"""One page of HTML for an editor: findings by story and by report, with all that it needs inside.

It fetches nothing and runs nothing but its own script, by a policy in its head; without the script, all is shown.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files

from lint.diagnostic import Severity
from lint.render import Page
from lint.render._html_finding import drawn
from lint.render._html_markup import Mark, escaped, lines, marked
from lint.render._html_sheets import Finding, Sheet, Story, stories
from lint.render._html_timeline import day
from lint.render._tally import by_severity, closing, counted
from lint.render._wording import quoted

LONG = 200_000  # code points of a text above which only the lines with findings are shown


def render(page: Page) -> Iterator[str]:
    """The page, a report at a time."""
    told = stories(page)
    sheets = {sheet.path: sheet for story in told for sheet in story.sheets}
    groups = {"Stories in conflict": told[: _conflicting(told)], "Reports by themselves": told[_conflicting(told) :]}
    summary = escaped(closing(page.findings))
    yield from _head(summary)
    yield '<div class="sides">\n<nav aria-label="Filters and contents">\n'
    yield from _filters([each for story in told for each in story.findings])
    yield from _contents(groups)
    yield '</nav>\n<main id="findings" tabindex="-1">\n'
    for title, members in groups.items():
        if members:
            yield f'<section class="group">\n<h2>{title}</h2>\n'
            for story in members:
                yield from (
                    _story(story, sheets) if len(story.sheets) > 1 else _report(story, story.sheets[0], sheets, 3)
                )
            yield "</section>\n"
    yield '<p class="nothing" hidden>No finding passes the filters.</p>\n' if told else "<p>Nothing to show.</p>\n"
    yield f"</main>\n</div>\n<script>{_asset('script.js')}</script>\n</body>\n</html>\n"


def _conflicting(told: Sequence[Story]) -> int:
    """How many stories have more than one report; they come first."""
    return sum(len(story.sheets) > 1 for story in told)


def _asset(name: str) -> str:
    return files("lint.render").joinpath(f"_html_{name}").read_text(encoding="utf-8")


def _policy() -> str:
    """No network, and no script or style but those of the page, whatever a report holds."""
    digests = {
        kind: base64.b64encode(hashlib.sha256(_asset(name).encode()).digest()).decode()
        for kind, name in (("script", "script.js"), ("style", "style.css"))
    }
    allowed = "; ".join(f"{kind}-src 'sha256-{digest}'" for kind, digest in digests.items())
    return f"default-src 'none'; {allowed}; img-src data:; base-uri 'none'; form-action 'none'"


def _head(summary: str) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="color-scheme" content="light dark">\n<link rel="icon" href="data:,">\n'
    yield f"<title>factlint: {summary}</title>\n<style>{_asset('style.css')}</style>\n</head>\n<body>\n"
    yield '<a class="skip" href="#findings">Skip to the findings</a>\n'
    yield f"<header>\n<h1>factlint</h1>\n<p>{summary}</p>\n</header>\n"


def _filters(found: Sequence[Finding]) -> Iterator[str]:
    """Shown by the script, which gives them their use."""
    severities = Counter(each.diagnostic.severity for each in found)
    rules = Counter(each.diagnostic.rule for each in found)
    yield '<form class="filters" aria-label="Filters" hidden>\n<fieldset>\n<legend>Severity</legend>\n'
    for kind in Severity:
        if severities[kind]:
            yield f'<label class="choice"><input type="checkbox" name="severity" value="{kind}" checked> '
            yield f'<span class="badge {kind}">{kind}</span> {severities[kind]}</label>\n'
    yield '</fieldset>\n<label for="rule">Rule</label>\n<select id="rule" name="rule">\n'
    yield f'<option value="">all rules ({len(found)})</option>\n'
    for rule, number in sorted(rules.items()):
        yield f'<option value="{escaped(rule)}">{escaped(rule)} ({number})</option>\n'
    yield '</select>\n<p class="count" role="status" aria-live="polite"></p>\n'
    yield '<button type="reset">Show all</button>\n</form>\n'


def _contents(groups: Mapping[str, Sequence[Story]]) -> Iterator[str]:
    for title, members in groups.items():
        if members:
            yield f'<details class="contents" open>\n<summary>{title} <span>({len(members)})</span></summary>\n<ol>\n'
            for story in members:
                name = story.name if len(story.sheets) > 1 else story.sheets[0].name
                yield f'<li><a href="#{name}">{escaped(story.sheets[0].headline)}</a>'
                yield f' <span class="tally">{_tally(story.findings)}</span></li>\n'
            yield "</ol>\n</details>\n"


def _tally(found: Iterable[Finding]) -> str:
    return by_severity(each.diagnostic.severity for each in found)


def _story(story: Story, sheets: Mapping[str, Sheet]) -> Iterator[str]:
    dates = [sheet.published for sheet in story.sheets if sheet.published]
    when = " to ".join(dict.fromkeys(day(each) for each in (min(dates), max(dates)))) if dates else "no date"
    yield f'<section class="story holder" id="{story.name}" aria-labelledby="{story.name}-title" tabindex="-1">\n'
    yield f'<h3 id="{story.name}-title">{escaped(story.sheets[0].headline)}</h3>\n'
    yield f'<p class="where">{counted(len(story.sheets), "report")}, {when}. {_tally(story.findings)}.</p>\n'
    for each in story.conflicts:
        yield from drawn(each, sheets, 4)
    for sheet in story.sheets:
        yield from _report(story, sheet, sheets, 4)
    yield "</section>\n"


def _report(story: Story, sheet: Sheet, sheets: Mapping[str, Sheet], level: int) -> Iterator[str]:
    """A report with what was found in it alone, links to what else speaks of it, and its text."""
    alone = story.alone(sheet)
    when = f"<time>{day(sheet.published)}</time>" if sheet.published else "no date"
    yield f'<section class="report holder" id="{sheet.name}" aria-labelledby="{sheet.name}-title" tabindex="-1">\n'
    yield f'<h{level} id="{sheet.name}-title">{escaped(sheet.headline)}</h{level}>\n'
    yield f'<p class="where">{when} · {escaped(sheet.path)}</p>\n'
    shown = {each.number for each in alone}
    elsewhere = [each for each in sheet.touching if each.number not in shown]
    if elsewhere:
        pointers = "".join(map(_pointer, elsewhere))
        yield f'<ul class="elsewhere" aria-label="Conflicts with other reports">{pointers}</ul>\n'
    for each in alone:
        yield from drawn(each, sheets, level + 1)
    yield from _text(sheet)
    yield "</section>\n"


def _pointer(finding: Finding) -> str:
    told = finding.diagnostic
    words = escaped(quoted(told.primary.passage.words))
    link = f'<a href="#{finding.name}"><code>{escaped(told.rule)}</code> {words}</a>'
    return f'<li><span class="badge {told.severity}">{told.severity}</span> {link}</li>'


def _text(sheet: Sheet) -> Iterator[str]:
    """The report as it stands in its file, with every passage marked that a finding shows."""
    if sheet.text is None:
        return
    marks = _marks(sheet)
    yield '<details class="text">\n<summary>Text of the report</summary>\n'
    is_long, last, waiting = len(sheet.text) > LONG, 0, 0
    for number, span in lines(sheet.text):
        while waiting < len(marks) and marks[waiting].span.end < span.start:
            waiting += 1
        here = [mark for mark in marks[waiting:] if mark.span.start <= span.end] if waiting < len(marks) else []
        if is_long and not any(mark.span.overlaps(span) or mark.span.start in span for mark in here):
            continue
        if is_long and number != last + 1:
            yield '<p class="cut">…</p>\n'
        last = number
        yield f'<p dir="auto"><span class="number" aria-hidden="true">{number}</span>'
        yield f"{marked(sheet.text, span, here)}</p>\n"
    yield "</details>\n"


def _marks(sheet: Sheet) -> list[Mark]:
    """One for each passage, however many findings speak of it; it leads to the first, as what that is about."""
    found: dict[str, Mark] = {}
    for each in sheet.touching:
        diagnostic = each.diagnostic
        for label in (diagnostic.primary, *diagnostic.related):
            name = sheet.anchor(label.passage) if label.passage.path == sheet.path else ""
            severity = diagnostic.severity if label is diagnostic.primary else None
            if name and (name not in found or (severity and not found[name].severity)):
                found[name] = Mark(label.passage.span, severity, name, each.name, diagnostic.message)
    return sorted(found.values(), key=lambda mark: (mark.span.start, mark.span.end))
