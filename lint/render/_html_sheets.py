"""Sheets: the reports that a page of HTML shows, each with what was found in it, gathered into stories."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lint.diagnostic import Diagnostic, Severity
from lint.formats import DOCUMENTS, STRUCTURED, is_of
from lint.read import read
from lint.read.laid import Laid
from lint.read.opening import Opening
from lint.render import Page
from lint.report import Report
from lint.rule import CorpusRule, Scope
from lint.source import Source
from lint.span import Passage

HEADLINE = 80  # code points of a report's first words that stand for a headline


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic and its place in the order of all."""

    number: int
    diagnostic: Diagnostic

    @property
    def name(self) -> str:
        """By which a link finds it."""
        return f"finding-{self.number}"

    @property
    def paths(self) -> list[str]:
        """The files it speaks of, the one that it is about first."""
        labels = (self.diagnostic.primary, *self.diagnostic.related)
        return list(dict.fromkeys(label.passage.path for label in labels))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report as the page shows it."""

    number: int
    path: str
    text: str | None
    report: Report | None  # None where the text cannot be had or read
    touching: tuple[Finding, ...]  # all that speak of this report

    @property
    def name(self) -> str:
        """By which a link finds it."""
        return f"report-{self.number}"

    @property
    def published(self) -> date | None:
        """When the report was published, if it says so."""
        return self.report.published if self.report else None

    @property
    def headline(self) -> str:
        """What stands over the report: its headline, else its first words, else its path."""
        if self.report and self.report.title and (title := self.report.words(self.report.title).strip()):
            return title
        first = self.report.words(self.report.body).strip().partition("\n")[0] if self.report else ""
        return (
            f"{first[:HEADLINE].rpartition(' ')[0] or first[:HEADLINE]} …"
            if len(first) > HEADLINE
            else first or self.path
        )

    def anchor(self, passage: Passage) -> str:
        """By which a link finds a passage in the text of this report; nothing where there is no such text."""
        if self.text is None or self.text[passage.span.start : passage.span.end] != passage.words:
            return ""
        return f"{self.name}-{passage.span.start}-{passage.span.end}"


@dataclass(frozen=True, slots=True)
class Story:
    """Reports that findings tie together, in the order in which they were published; or one report by itself."""

    sheets: tuple[Sheet, ...]
    conflicts: tuple[Finding, ...]  # those between its reports

    @property
    def name(self) -> str:
        """By which a link finds it."""
        return f"story-{self.sheets[0].number}"

    @property
    def findings(self) -> list[Finding]:
        """All that is shown of it, each once."""
        return [*self.conflicts, *(each for sheet in self.sheets for each in self.alone(sheet))]

    def alone(self, sheet: Sheet) -> list[Finding]:
        """What was found in one of its reports, apart from conflicts between them."""
        shown = {each.number for each in self.conflicts}
        return [each for each in sheet.touching if each.paths[0] == sheet.path and each.number not in shown]


@dataclass(frozen=True, slots=True)
class Known:
    """A report as it is to be read, its text as it is shown, and, of one that is no plain text, where that stands."""

    source: Source
    text: str
    laid: Laid | None = None


class Words:
    """The words of reports; of those that are no plain text as they are read, without all that their files hold."""

    def __init__(self, page: Page) -> None:
        """Those of the reports of a page."""
        self._page = page
        self._found: dict[str, dict[str, Known]] = {}  # by file and report

    def shown(self, diagnostic: Diagnostic) -> Diagnostic:
        """What was found, with its places in these words."""
        primary, *related = (
            replace(each, passage=self._passage(each.passage)) for each in (diagnostic.primary, *diagnostic.related)
        )
        fix = diagnostic.fix and replace(diagnostic.fix, passage=self._passage(diagnostic.fix.passage))
        return replace(diagnostic, primary=primary, related=tuple(related), fix=fix)

    def known(self, report: str) -> Known | None:
        """What is known of a report, where its text can be had."""
        return next((found[report] for found in self._found.values() if report in found), None)

    def _passage(self, passage: Passage) -> Passage:
        if passage.path not in self._found:
            self._found[passage.path] = dict(self._reports(passage.path))
        known = self._found[passage.path].get(passage.report)
        span = known.laid.back(passage.span) if known and known.laid else passage.span
        return Passage(passage.report, span, passage.line, passage.column, passage.said)

    def _reports(self, path: str) -> Iterator[tuple[str, Known]]:
        text = self._page.text(path)
        if text is None:
            return
        source = Source(path, text.encode("utf-8", "surrogatepass"))
        if not is_of(path, STRUCTURED) or is_of(path, DOCUMENTS):
            yield path, Known(replace(source, path=f"{path}.txt"), text)  # of a document, the text is its paragraphs
            return
        opening = Opening()
        for each in opening.reports([source]):
            laid = opening.laid(each.path)
            yield each.path, Known(each, laid.text if laid is not None else text, laid)


def stories(page: Page) -> list[Story]:
    """All reports that the findings speak of, the gravest story first."""
    words = Words(page)
    found = [Finding(number, words.shown(each)) for number, each in enumerate(page.findings.diagnostics, 1)]
    touching: dict[str, list[Finding]] = defaultdict(list)
    for each in found:
        for path in each.paths:
            touching[path].append(each)
    everywhere = {
        rule.name for rule in page.rules if isinstance(rule, CorpusRule) and rule.scope is not Scope.STORY
    }  # what compares all with all tells nothing of stories
    ties = [each for each in found if len(each.paths) > 1 and each.diagnostic.rule not in everywhere]
    sheets = {path: _sheet(number, path, words, touching[path]) for number, path in enumerate(sorted(touching), 1)}
    told = [_story([sheets[path] for path in paths], ties) for paths in _joined(touching, ties)]
    return sorted(told, key=_gravity)


def _sheet(number: int, path: str, words: Words, touching: Sequence[Finding]) -> Sheet:
    known = words.known(path)
    report = read(known.source).report if known else None
    return Sheet(number, path, known.text if known else None, report, tuple(touching))


def _story(sheets: list[Sheet], ties: Iterable[Finding]) -> Story:
    ordered = sorted(sheets, key=lambda sheet: (sheet.published or date.max, sheet.path))
    paths = {sheet.path for sheet in sheets}
    return Story(tuple(ordered), tuple(each for each in ties if each.paths[0] in paths))


def _joined(paths: Iterable[str], ties: Iterable[Finding]) -> list[list[str]]:
    """The paths in groups: two are in one group where a chain of findings ties them."""
    group = {path: [path] for path in paths}
    for each in ties:
        first, *others = each.paths
        for other in others:
            if group[other] is not group[first]:
                group[first].extend(group[other])
                for path in group[other]:
                    group[path] = group[first]
    return list({id(members): members for members in group.values()}.values())


def _gravity(story: Story) -> tuple[bool, int, int, str]:
    severities = [each.diagnostic.severity for each in story.findings]
    return (
        len(story.sheets) == 1,
        -severities.count(Severity.ERROR),
        -severities.count(Severity.WARNING),
        min(sheet.path for sheet in story.sheets),
    )
