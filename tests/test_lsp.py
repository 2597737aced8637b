"""factlint lsp, asked over its standard input as an editor asks."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from lint.config import Configuration
from lint.editor.desk import Desk, Found
from lint.editor.layout import Layout, changed
from lint.span import Span

FACTLINT = [sys.executable, "-c", "import sys; from lint.cli import program; sys.exit(program())"]
PATIENCE = 60  # seconds

STORY = (
    "---\ndate: 2026-03-0{day}\n---\n\nA fire in a warehouse on Mill Street in Ashford killed {toll} people, police"
    " chief Harold Quimby said. Harold Quimby said the fire on Mill Street began in the Tolbert Warehouse.\n"
)
DATELINE = "Carcass, Venezuela – The mayor spoke on Monday.\r\n"
Json = dict[str, Any]


class Editor:
    """A small editor: it asks, and keeps what it is told."""

    def __init__(self, folder: Path, encodings: list[str] | None = None) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [*FACTLINT, "lsp"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._came: Queue[Json] = Queue()
        self._number = 0
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        general = {"positionEncodings": encodings} if encodings else {}
        hover = {"hover": {"contentFormat": ["markdown"]}}
        watching = {"didChangeWatchedFiles": {"dynamicRegistration": True}}
        can = {"general": general, "textDocument": hover, "workspace": watching}
        asked = {"processId": None, "rootUri": folder.as_uri(), "workspaceFolders": None}
        self.server = self.ask("initialize", asked | {"capabilities": can})
        self.tell("initialized", {})

    def tell(self, method: str, params: Json | None) -> None:
        self._write({"method": method, "params": params} if params is not None else {"method": method})

    def ask(self, method: str, params: Json | None) -> Any:
        self._number += 1
        self._write({"id": self._number, "method": method, "params": params})
        while (came := self._next()).get("id") != self._number:
            pass
        assert "error" not in came, came
        return came["result"]

    def open(self, name: str, text: str) -> str:
        uri = (self.folder / name).as_uri()
        self.tell(
            "textDocument/didOpen",
            {"textDocument": {"uri": uri, "languageId": "markdown", "version": 1, "text": text}},
        )
        return uri

    def type(self, uri: str, text: str, version: int = 2) -> None:
        document = {"uri": uri, "version": version}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def told(self, version: int, rule: str, *, is_there: bool = True) -> list[Json]:
        """The findings of a rule, as soon as they are (or are no longer) told of this version."""
        while True:
            came = self._next()
            if came.get("method") == "textDocument/publishDiagnostics" and came["params"].get("version") == version:
                found = [each for each in came["params"]["diagnostics"] if each["code"] == rule]
                if bool(found) == is_there:
                    return found

    def told_to(self, method: str) -> Any:
        """What the server asks of the editor."""
        while (came := self._next()).get("method") != method:
            pass
        return came["params"]

    def end(self) -> int:
        self.ask("shutdown", None)
        self.tell("exit", None)
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self._reader.join()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe
            pipe.close()

    def _next(self) -> Json:
        return self._came.get(timeout=PATIENCE)

    def _write(self, message: Json) -> None:
        content = json.dumps({"jsonrpc": "2.0"} | message).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self.process.stdin.flush()

    def _read(self) -> None:
        """Whatever is no message ends the reading: nothing else may be written there."""
        stream = self.process.stdout
        assert stream
        while line := stream.readline():
            name, _, length = line.partition(b": ")
            if name == b"Content-Type":
                continue
            assert name == b"Content-Length", line
            while stream.readline().strip():
                pass
            self._came.put(json.loads(stream.read(int(length))))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "factlint.toml").write_text('paths = ["."]\n', encoding="utf-8")
    (tmp_path / "seed.txt").write_text("The council met.\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def editor(folder: Path) -> Iterator[Editor]:
    made = Editor(folder)
    yield made
    made.close()


def test_a_dateline_is_told_mended_explained_and_forgotten(editor: Editor) -> None:
    uri = editor.open("new.md", DATELINE)
    (found,) = editor.told(1, "misspelt-dateline")
    assert found["range"] == {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 7}}
    assert (found["source"], found["severity"]) == ("factlint", 1)
    asked = {"textDocument": {"uri": uri}, "range": found["range"], "context": {"diagnostics": [found]}}
    fix, allowance, everything = editor.ask("textDocument/codeAction", asked)
    assert fix["edit"]["changes"][uri] == [{"range": found["range"], "newText": "Caracas"}]
    comment = '<!-- factlint: allow misspelt-dateline "Carcass" because  -->\r\n'
    top = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
    assert allowance["edit"]["changes"][uri] == [{"range": top, "newText": comment}]
    assert (allowance["kind"], allowance["isPreferred"]) == ("quickfix", False)
    assert (fix["kind"], everything["kind"]) == ("quickfix", "source.fixAll.factlint")
    hovered = editor.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": found["range"]["start"]})
    assert hovered["contents"]["kind"] == "markdown"
    assert "## misspelt-dateline" in hovered["contents"]["value"]
    editor.type(uri, DATELINE.replace("Carcass", "Caracas"))
    editor.told(2, "misspelt-dateline", is_there=False)
    assert editor.end() == 0


@pytest.mark.parametrize(("encoding", "start"), [("utf-8", 14), ("utf-16", 11), ("utf-32", 10)])
def test_columns_are_counted_as_the_editor_counts(folder: Path, encoding: str, start: int) -> None:
    editor = Editor(folder, [encoding])
    assert editor.server["capabilities"]["positionEncoding"] == encoding
    editor.open("new.md", "The mayor spoke.\r\n\r\n😀 Café is the the poor.\r\n")
    (found,) = editor.told(1, "repeated-word")
    editor.close()
    assert found["range"] == {"start": {"line": 2, "character": start}, "end": {"line": 2, "character": start + 7}}


def test_a_conflict_names_the_place_in_the_other_report(folder: Path) -> None:
    (folder / "first.md").write_text(STORY.format(day=1, toll=12), encoding="utf-8")
    editor = Editor(folder)
    editor.open("second.md", STORY.format(day=1, toll=19))
    found = editor.told(1, "conflicting-figures")
    editor.close()
    (related,) = found[0]["relatedInformation"]
    assert related["location"]["uri"] == (folder / "first.md").as_uri()
    assert related["location"]["range"]["start"]["line"] == 4


def test_what_changes_on_disk_is_heeded_reports_and_configuration_alike(editor: Editor, folder: Path) -> None:
    def rewrite(name: str, text: str | None) -> None:
        path = folder / name
        path.unlink() if text is None else path.write_text(text, encoding="utf-8")
        editor.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": path.as_uri(), "type": 2}]})

    editor.open("second.md", STORY.format(day=1, toll=19).replace("began", "began began"))
    editor.told(1, "repeated-word")
    rewrite("first.md", STORY.format(day=1, toll=12))
    editor.told(1, "conflicting-figures")
    rewrite("factlint.toml", 'paths = ["."]\nignore = ["repeated-word"]\n')
    editor.told(1, "repeated-word", is_there=False)
    editor.told(1, "conflicting-figures")
    rewrite("first.md", STORY.format(day=1, toll=19))
    editor.told(1, "conflicting-figures", is_there=False)
    rewrite("first.md", STORY.format(day=1, toll=11))
    editor.told(1, "conflicting-figures")
    rewrite("first.md", None)
    editor.told(1, "conflicting-figures", is_there=False)


def test_an_editor_that_can_watch_files_is_asked_to(editor: Editor) -> None:
    options = editor.told_to("client/registerCapability")["registrations"][0]["registerOptions"]
    (watcher,) = options["watchers"]
    assert {"*.md", "*.docx", "factlint.toml", "factlint.allow"} <= set(watcher["globPattern"][4:-1].split(","))


def test_without_pygls_one_line_says_what_to_install(tmp_path: Path) -> None:
    hidden = "import sys; sys.modules['pygls'] = None; sys.modules['lsprotocol'] = None\n"
    code = hidden + "from lint.cli import main; sys.exit(main(['lsp']))"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "factlint: lsp needs pygls (pip install 'factlint[lsp]')\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_every_offset_is_a_place_and_every_place_an_offset(encoding: str) -> None:
    text = "é😀a\r\n\u2028b😀\rc\n"
    layout = Layout(text, encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert layout.offset(*layout.place(offset)) == offset


@pytest.mark.parametrize(
    ("allowance", "told"),
    [
        ("<!-- factlint: allow misspelt-dateline because the paper’s own joke -->\n", []),
        ("<!-- factlint: allow name-variants because it is nobody’s name -->\n", ["misspelt-dateline"]),
    ],
)
def test_what_a_desk_has_allowed_is_not_told(
    allowance: str, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = Desk(Configuration(), threading.Event()).alone("a.md", allowance + DATELINE)
    assert [each.rule for each in found] == told


def test_what_changed_lies_between_what_did_not() -> None:
    assert changed("abcd", "abxxcd") == (Span(2, 2), Span(2, 4))
    assert changed("aaa", "aa") == (Span(2, 3), Span(2, 2))
    assert Found("a", "abc").moved("abd") == Found("a", "abd")


def test_a_page_and_an_item_of_a_feed_are_told_where_the_editor_shows_the_words(folder: Path, editor: Editor) -> None:
    editor.open("page.html", "<article>\n<p>\U0001f600 &mdash; L&rsquo;eau: the the <b>river</b>.</p></article>")
    (found,) = editor.told(1, "repeated-word")
    assert found["range"] == {"start": {"line": 1, "character": 27}, "end": {"line": 1, "character": 34}}
    feed = "<rss><channel>\n<item><guid>a</guid>\n<description>In the the hall.</description></item></channel></rss>"
    uri = editor.open("feed.xml", feed)
    (found,) = editor.told(1, "repeated-word")
    assert found["range"]["start"] == {"line": 2, "character": 16}
    assert found["message"].endswith("(item a)")
    editor.type(uri, feed.replace("<item>", "<item><guid>n</guid></item>\n<item>"))
    (found,) = editor.told(2, "repeated-word")
    assert found["range"]["start"] == {"line": 3, "character": 16}
