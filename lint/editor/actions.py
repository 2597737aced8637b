"""Code actions: what an editor offers to do about the findings at a place."""

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from lsprotocol import types

from lint.diagnostic import Diagnostic
from lint.editor import NAME
from lint.editor.allowing import allowed
from lint.editor.layout import changed
from lint.mend import LeftError, mended_text
from lint.span import Span

if TYPE_CHECKING:
    from lint.editor.server import Server

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.{NAME}"


def offered(server: "Server", params: types.CodeActionParams) -> list[types.CodeAction]:
    """The actions of the kinds that are asked for: fixes, allowances, and all safe fixes at once."""
    uri, only = params.text_document.uri, params.context.only
    found = [*_here(server, uri, params.range), *_fix_all(server, uri)]
    return [each for each in found if only is None or any(_is_of(each, str(getattr(k, "value", k))) for k in only)]


def meets(finding: Diagnostic, path: str, wanted: Span) -> bool:
    """Whether a finding speaks of words of this report that touch the span."""
    fix = [finding.fix.passage] if finding.fix else []
    places = (finding.primary.passage, *(label.passage for label in finding.related), *fix)
    return any(each.path == path and each.span.start <= wanted.end and wanted.start <= each.span.end for each in places)


def _here(server: "Server", uri: str, asked: types.Range) -> Iterator[types.CodeAction]:
    """Fixes of the findings there, and below them what allows each."""
    found = server.known(uri)
    layout = server.layout(found.text)
    wanted = Span(*(layout.offset(place.line, place.character) for place in (asked.start, asked.end)))
    those = [each for each in found.findings if meets(each, found.path, wanted)]

    def action(title: str, each: Diagnostic, span: Span, words: str, *, is_preferred: bool) -> types.CodeAction:
        edit = types.WorkspaceEdit({uri: [types.TextEdit(server.range(layout, span), words)]})
        told = [server.diagnostic(each, uri, found.path, layout)]
        return types.CodeAction(title, types.CodeActionKind.QuickFix, told, is_preferred=is_preferred, edit=edit)

    for each in those:
        fix = each.fix
        if not fix or fix.passage.path != found.path:
            continue
        span, before = fix.passage.span, fix.passage.words
        if found.text[span.start : span.end] == before:
            title = f"Replace “{before}” with “{fix.words}”" if fix.words else f"Remove “{before}”"
            yield action(title, each, span, fix.words, is_preferred=fix.safe)
    for each in those:
        if allowance := allowed(found.path, found.text, each):
            title = f"Allow {each.rule} here, and say why"
            yield action(title, each, Span(allowance.place, allowance.place), allowance.words, is_preferred=False)


def _fix_all(server: "Server", uri: str) -> Iterator[types.CodeAction]:
    found = server.known(uri)
    fixes = [each.fix for each in found.findings if each.fix and each.fix.safe and each.fix.passage.path == found.path]
    with suppress(LeftError):
        text, places = mended_text(found.text, fixes)
        if places:
            before, after = changed(found.text, text)
            new = types.TextEdit(server.range(server.layout(found.text), before), text[after.start : after.end])
            yield types.CodeAction("Apply all safe fixes of factlint", FIX_ALL, edit=types.WorkspaceEdit({uri: [new]}))


def _is_of(action: types.CodeAction, kind: str) -> bool:
    own = str(getattr(action.kind, "value", action.kind))
    return own == kind or own.startswith(f"{kind}.") or not kind
