"""SARIF 2.1.0, which code scanning services and editors read (https://docs.oasis-open.org/sarif/sarif/v2.1.0/)."""

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from lint.compiled import compiled
from lint.diagnostic import Diagnostic, Fix, Label, Severity
from lint.errors import FAILURES
from lint.render import Page
from lint.render._json import dumped
from lint.render._sarif_rules import descriptor, remark, unlisted
from lint.render._wording import advice, message, quoted
from lint.span import Passage

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"  # the name that code scanning gives to the root of the repository
FINGERPRINT = "factlint/v1"  # v1: as Diagnostic.fingerprint makes it now

LIKE_A_LINK = compiled(r"\](?=\()")  # where brackets in a message would be taken for a link
IN_LINK = compiled(r"[\\\[\]]")

Object = dict[str, Any]


def render(page: Page) -> Iterator[str]:
    """One log of one run, in one piece."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(page)]}
    yield f"{dumped(log, indent=2)}\n"


def _run(page: Page) -> Object:
    failures = [each for each in page.findings.diagnostics if each.is_failure]
    found = [each for each in page.findings.diagnostics if not each.is_failure]
    rules = [descriptor(rule, found) for rule in page.rules]
    rules += unlisted(found, known={rule.name for rule in page.rules})
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    invocation = {
        "executionSuccessful": not page.findings.failed,
        "toolExecutionNotifications": [_notification(each) for each in failures],
    }
    return {
        "tool": {"driver": _driver(rules)},
        "invocations": [invocation],
        "originalUriBaseIds": {ROOT: {"description": {"text": "the folder in which factlint ran"}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, index[each.rule]) for each in found],
    }


def _driver(rules: list[Object]) -> Object:
    from importlib.metadata import version

    return {
        "name": "factlint",
        "version": version("factlint"),
        "rules": rules,
        "notifications": [remark(name, Severity.ERROR) for name in sorted(FAILURES)],
    }


def _notification(diagnostic: Diagnostic) -> Object:
    return {
        "descriptor": {"id": diagnostic.rule},
        "level": diagnostic.severity,
        "message": {"text": message(diagnostic)},
        "locations": [_location(diagnostic.primary.passage)],
    }


def _result(diagnostic: Diagnostic, rule_index: int) -> Object:
    result: Object = {
        "ruleId": diagnostic.rule,
        "ruleIndex": rule_index,
        "level": diagnostic.severity,
        "message": {"text": _message(diagnostic)},
        "locations": [_location(diagnostic.primary.passage)],
        "partialFingerprints": {FINGERPRINT: diagnostic.fingerprint},
    }
    if diagnostic.related:
        result["relatedLocations"] = [_related(label, number) for number, label in enumerate(diagnostic.related, 1)]
    if diagnostic.fix:
        result["fixes"] = [_fix(diagnostic, diagnostic.fix)]
    return result


def _message(diagnostic: Diagnostic) -> str:
    """All there is to say, with a link to each related place: GitHub shows none that the message does not link."""
    links = [f"[{_escaped(IN_LINK, _said(label))}]({number})" for number, label in enumerate(diagnostic.related, 1)]
    before, after = (
        [_escaped(LIKE_A_LINK, words) for words in sentences if words]
        for sentences in ((message(diagnostic), diagnostic.primary.message), (diagnostic.help,))
    )
    return "\n".join([*before, *links, *after])


def _escaped(pattern: re.Pattern[str], words: str) -> str:
    return pattern.sub(r"\\\g<0>", words)


def _said(label: Label) -> str:
    return label.message or quoted(label.passage.said)


def _related(label: Label, number: int) -> Object:
    return {"id": number, **_location(label.passage), "message": {"text": _said(label)}}


def _location(passage: Passage) -> Object:
    return {"physicalLocation": {"artifactLocation": _artifact(passage.path), "region": _region(passage)}}


def _artifact(path: str) -> Object:
    if Path(path).is_absolute():
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(os.fsencode(PurePath(path).as_posix())), "uriBaseId": ROOT}


def _region(passage: Passage) -> Object:
    return {
        "startLine": passage.line,
        "startColumn": passage.column,
        "endLine": passage.end_line,
        "endColumn": passage.end_column,
        "charOffset": passage.span.start,
        "charLength": len(passage.span),
    }


def _fix(diagnostic: Diagnostic, fix: Fix) -> Object:
    replacement = {"deletedRegion": _region(fix.passage), "insertedContent": {"text": fix.words}}
    change = {"artifactLocation": _artifact(fix.passage.path), "replacements": [replacement]}
    return {
        "description": {"text": advice(diagnostic)},
        "artifactChanges": [change],
        "properties": {"safe": fix.safe},
    }
