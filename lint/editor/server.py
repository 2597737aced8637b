"""The server: what an editor asks over the Language Server Protocol, and what it is told."""

import asyncio
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path, PurePath
from threading import Event
from typing import Any, BinaryIO

import click
from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from lint import config, explain, rulebook
from lint.diagnostic import Diagnostic, Severity
from lint.editor import NAME, actions
from lint.editor.desk import Desk, Found
from lint.editor.layout import Layout
from lint.errors import FactlintError
from lint.formats import SUFFIXES
from lint.read import read_text
from lint.remarks import REMARKS
from lint.render._wording import message
from lint.source import Source, UnreadableError
from lint.span import Passage, Span
from lint.walk import shown

PAUSE = 0.03  # seconds without a keystroke before a report is looked at
SETTINGS = (config.OWN_FILE, config.SHARED_FILE, config.SIDECAR)
WATCHED = f"**/{{{','.join((*(f'*{each}' for each in (*SUFFIXES, '.csv')), *SETTINGS))}}}"
SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


class Server(LanguageServer):
    """Looks at open reports in one thread and compares them in another, so that nobody waits who types."""

    def __init__(self) -> None:
        """A server that has not begun to listen."""
        super().__init__(NAME, version("factlint"), text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.stopped = Event()
        self.found: dict[str, Found] = {}  # by URI
        self._desks: dict[str, Desk] = {}
        self._alone = ThreadPoolExecutor(1, "alone")
        self._between = ThreadPoolExecutor(1, "between")
        self._tasks: set[asyncio.Task[None]] = set()
        self._said: set[str] = set()

    def listen(self, incoming: BinaryIO, outgoing: BinaryIO) -> None:
        """Answer until the editor says that it ends, or is gone."""
        try:
            self.start_io(incoming, outgoing)
        finally:
            self.stopped.set()
            for executor in (self._alone, self._between):
                executor.shutdown(wait=True, cancel_futures=True)

    def begin(self, work: Any) -> None:
        """Start work that nobody waits for."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def look(self, uri: str) -> None:
        """Check a report as it stands after the last keystroke: alone, and then with all others."""
        text = self.workspace.get_text_document(uri).source
        self.found[uri] = self.known(uri)
        await asyncio.sleep(PAUSE)
        run = asyncio.get_running_loop().run_in_executor
        try:
            if not self._is_current(uri, text):
                return
            desk, path = self._desk(uri), path_of(uri)
            alone = await run(self._alone, desk.alone, path, text)
            if not self._is_current(uri, text):
                return
            self._tell(uri, Found(path, text, alone, self.found[uri].between))
            between = await run(self._between, desk.between, path)
            if self._is_current(uri, text):
                self._tell(uri, Found(path, text, alone, between))
        except FactlintError as error:
            self._say(str(error))
        except RuntimeError:  # the executors take no work any more
            if not self.stopped.is_set():
                raise

    async def leave(self, uri: str) -> None:
        """Say no more of a report that is closed."""
        self.found.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
        for desk in self._desks.values():
            await asyncio.get_running_loop().run_in_executor(self._between, desk.close, path_of(uri))

    async def reread(self, uris: list[str]) -> None:
        """Look again at files that have changed on disk, and at the open reports beside them."""
        run = asyncio.get_running_loop().run_in_executor
        changed = {os.path.realpath(path_of(uri)) for uri in uris}
        rosters = {os.path.realpath(each) for desk in self._desks.values() for each in desk.configuration.roster}
        if changed & rosters or any(PurePath(each).name in SETTINGS for each in changed):
            self._desks.clear()
        for desk in self._desks.values():
            for uri in uris:
                await run(self._between, desk.reread, path_of(uri))
        for uri in [*self.found]:
            await self.look(uri)

    def known(self, uri: str) -> Found:
        """What is known of a report as it stands in the editor now."""
        text = self.workspace.get_text_document(uri).source
        return self.found.get(uri, Found(path_of(uri), text)).moved(text)

    def layout(self, text: str) -> Layout:
        """The text as this editor counts it."""
        encoding = self.workspace.position_encoding
        return Layout(text, str(getattr(encoding, "value", encoding) or "utf-16"))

    def range(self, layout: Layout, span: Span) -> types.Range:
        """A span of the text, for the editor."""
        start, end = (types.Position(*layout.place(offset)) for offset in (span.start, span.end))
        return types.Range(start, end)

    def diagnostic(self, each: Diagnostic, uri: str, path: str, layout: Layout) -> types.Diagnostic:
        """A finding as the editor of this report shows it: at this report's own words, though others say it too."""
        labels = [each.primary, *each.related]
        here = next((label for label in labels if label.passage.path == path), each.primary)
        related = [
            types.DiagnosticRelatedInformation(
                self._location(label.passage, uri, path, layout), label.message or f"“{label.passage.said}”"
            )
            for label in labels
            if label is not here
        ]
        said = message(each)
        said = f"{said}\n{each.help}" if each.help else said
        span = here.passage.span
        return types.Diagnostic(
            self.range(layout, span), said, SEVERITIES[each.severity], each.rule, None, NAME, None, related or None
        )

    def _is_current(self, uri: str, text: str) -> bool:
        return uri in self.found and self.workspace.get_text_document(uri).source == text

    def _desk(self, uri: str) -> Desk:
        configuration = config.find(path_of(uri))
        key = configuration.file or configuration.folder
        if key not in self._desks:
            self._desks[key] = Desk(configuration, self.stopped)
        return self._desks[key]

    def _tell(self, uri: str, found: Found) -> None:
        self.found[uri] = found
        layout = self.layout(found.text)
        told = [self.diagnostic(each, uri, found.path, layout) for each in found.findings]
        document = self.workspace.get_text_document(uri)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, told, document.version))

    def _location(self, passage: Passage, uri: str, path: str, layout: Layout) -> types.Location:
        if passage.path == path:
            return types.Location(uri, self.range(layout, passage.span))
        for other, found in self.found.items():
            if found.path == passage.path:
                return types.Location(other, self.range(self.layout(found.text), passage.span))
        place = types.Position(passage.line - 1, passage.column - 1)  # where the file cannot be read any more
        there = types.Range(place, place)
        with suppress(OSError, UnreadableError):
            there = self.range(self.layout(read_text(Source(passage.path))), passage.span)
        return types.Location(Path(passage.path).absolute().as_uri(), there)

    def _say(self, reason: str) -> None:
        if reason not in self._said:
            self._said.add(reason)
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"factlint: {reason}"))


def path_of(uri: str) -> str:
    """The path of a report as findings name it; a buffer without a file has the name that the editor gave it."""
    path = to_fs_path(uri)
    return shown(path) if path else uri.rpartition(":")[2]


def server() -> Server:
    """A server that knows what editors ask."""
    made = Server()

    @made.feature(types.INITIALIZE)
    def initialize(ls: Server, params: types.InitializeParams) -> None:
        root = ls.workspace.root_path or next((to_fs_path(uri) for uri in ls.workspace.folders), None)
        if root and Path(root).is_dir():
            os.chdir(root)  # paths in messages are those of the project

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
        ls.begin(ls.look(params.text_document.uri))

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def typed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
        ls.begin(ls.look(params.text_document.uri))

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
        ls.begin(ls.leave(params.text_document.uri))

    @made.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def rewritten(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
        ls.begin(ls.reread([each.uri for each in params.changes]))

    @made.feature(types.INITIALIZED)
    def initialized(ls: Server, params: types.InitializedParams) -> None:
        workspace = ls.client_capabilities.workspace
        watched = workspace and workspace.did_change_watched_files
        if watched and watched.dynamic_registration:
            options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(WATCHED)])
            asked = types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            ls.client_register_capability(types.RegistrationParams([asked]))

    kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix, actions.FIX_ALL])

    @made.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    def offer(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
        return actions.offered(ls, params)

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
        return _hover(ls, params)

    @made.feature(types.SHUTDOWN)
    def shut_down(ls: Server, *_: object) -> None:
        ls.stopped.set()

    return made


def run(incoming: BinaryIO) -> None:
    """Serve on standard input and output; whatever else would write to standard output writes to standard error."""
    with os.fdopen(os.dup(1), "wb") as outgoing:
        os.dup2(2, 1)
        sys.stdout = sys.stderr
        server().listen(incoming, outgoing)


def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    found = ls.known(params.text_document.uri)
    layout = ls.layout(found.text)
    place = layout.offset(params.position.line, params.position.character)
    those = [each for each in found.findings if actions.meets(each, found.path, Span(place, place))]
    if not those:
        return None
    hovered = ls.client_capabilities.text_document and ls.client_capabilities.text_document.hover
    formats = (hovered and hovered.content_format) or []
    marked = types.MarkupKind.Markdown in formats
    pages = "\n".join(_page(name, is_marked=marked) for name in dict.fromkeys(each.rule for each in those))
    kind = types.MarkupKind.Markdown if marked else types.MarkupKind.PlainText
    return types.Hover(types.MarkupContent(kind, pages))


def _page(name: str, *, is_marked: bool) -> str:
    if name in REMARKS:
        return click.unstyle(explain.remark_page(name))
    rule = rulebook.named(rulebook.discover(), name)
    return explain.section(rule) if is_marked else click.unstyle(explain.page(rule))
