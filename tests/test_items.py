"""Files that hold several reports, or words among markup, in all that factlint does with reports."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from identify.identify import tags_from_filename

from lint import Rule, rulebook
from lint.cli import main
from lint.editor.allowing import allowed
from tests.own_rules.differing_count import DifferingCount
from tests.own_rules.loud_word import LoudWord
from tests.read.formats import docx

ROOT = Path(__file__).parents[1]
FEED = """<?xml version="1.0"?>
<rss version="2.0"><channel>
<item><guid>a</guid><pubDate>5 Jan 2026 10:00:00 GMT</pubDate>
<description>They counted 80 dead. LOUD.</description></item>
<item><guid>b</guid><pubDate>6 Jan 2026 10:00:00 GMT</pubDate>
<description><![CDATA[<p>They counted <b>99</b> dead. W&Eacute;RE.</p>]]></description></item>
</channel></rss>
"""
PAGE = """<html><head><meta name="date" content="2026-01-07"></head><body><article>
<p>They counted 80 dead, and 100 dead.</p>
<p>It was LOUD, and it was L&Ouml;UD.</p>
</article></body></html>
"""


class Said(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def findings(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    def places(self, rule: str = "") -> list[str]:
        """Where each finding of a rule is, and what the file has there."""
        return [
            f"{each['path']}:{each['line']}:{each['column']} {each.get('item', '')} {each['words']}"
            for each in self.findings
            if rule in each["rule"]
        ]


Factlint = Callable[..., Said]


@pytest.fixture
def factlint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Factlint:
    known: dict[str, Rule] = {rule.name: rule for rule in (DifferingCount(), LoudWord())}
    monkeypatch.setattr(rulebook, "discover", lambda: dict(known))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    Path("feed.xml").write_text(FEED)
    Path("page.html").write_text(PAGE)

    def run(*arguments: str) -> Said:
        return Said(main(arguments), *capsys.readouterr())

    return run


def check(factlint: Factlint, *arguments: str) -> Said:
    return factlint("check", "--output-format", "jsonl", *arguments)


def test_findings_name_the_file_the_item_and_the_words_as_the_file_has_them(factlint: Factlint) -> None:
    said = check(factlint, "feed.xml")
    assert said.places("loud") == ["feed.xml:4:36 a LOUD", "feed.xml:6:55 b W&Eacute;RE"]
    (conflict,) = (each for each in said.findings if each["rule"] == "differing-count")
    assert (conflict["item"], conflict["words"], conflict["plain"]) == ("b", "99</b> dead", "99 dead")
    assert [(at["path"], at["line"], at["item"]) for at in conflict["related"]] == [("feed.xml", 4, "a")]
    for each in said.findings:
        assert FEED[each["start"] : each["end"]] == each["words"]


def test_items_are_compared_with_other_files_and_counted_as_reports(factlint: Factlint) -> None:
    said = factlint("check", "--output-format", "concise", ".")
    assert "feed.xml:6:42: error[differing-count]" in said.out
    assert "(item b)" in said.out
    assert "page.html:3:11: note[loud-word]: “LOUD” is loud\n" in said.out
    assert said.out.splitlines()[-1].endswith("in 3 reports.")


def test_each_format_names_the_file_by_its_path_and_the_item_in_words(factlint: Factlint) -> None:
    for form in ("full", "concise", "github", "sarif", "gitlab", "junit", "rdjsonl", "html"):
        out = factlint("check", "--output-format", form, "feed.xml").out
        assert "feed.xml" in out
        assert "item b" in out or "feed.xml#b" in out
        assert form == "html" or "feed.xml#b" not in out
    assert " --> feed.xml:6:55 (item b)\n" in factlint("check", "feed.xml").out


def test_a_page_of_html_shows_the_words_of_an_item_and_none_of_its_markup(factlint: Factlint) -> None:
    out = factlint("check", "--output-format", "html", "feed.xml").out
    assert re.search(r"They counted (?:<[^>]*>)*99 dead(?:<[^>]*>)*\. (?:<[^>]*>)*WÉRE", out)
    assert "CDATA" not in out


def test_what_is_remembered_of_items_is_what_is_found_anew(factlint: Factlint) -> None:
    first = check(factlint, ".")
    assert check(factlint, ".") == first
    Path("feed.xml").write_text(FEED.replace("<item><guid>a", "\n\n<item><guid>new</guid></item><item><guid>a"))
    moved = check(factlint, ".")
    assert moved == check(factlint, "--no-cache", ".")
    assert "feed.xml:6:36 a LOUD" in moved.places()


def test_the_answer_of_several_processes_is_the_same(factlint: Factlint) -> None:
    assert check(factlint, "--no-cache", "--jobs", "2", ".") == check(factlint, "--no-cache", ".")


def test_an_archive_keeps_every_item_that_a_feed_ever_held(factlint: Factlint) -> None:
    assert factlint("archive", "add", "feed.xml").out == "Added 2 reports; archive.db holds 2 reports.\n"
    Path("feed.xml").write_text(FEED[: FEED.index("<item>")] + "</channel></rss>")
    assert factlint("archive", "add", "feed.xml").out == "Added 0 reports; archive.db holds 2 reports.\n"
    Path("feed.xml").unlink()
    Path("new.txt").write_text(" date 2026-01-10 By staff\n\nThey counted 7 dead.\n")
    said = factlint("check", "--archive", "archive.db", "new.txt")
    assert "::: feed.xml#a:1:" in said.out or "::: feed.xml#b:1:" in said.out
    assert factlint("archive", "remove", "feed.xml#a").out == "1 report left in archive.db.\n"
    assert factlint("archive", "remove", "feed.xml").out == "0 reports left in archive.db.\n"


def test_an_item_of_the_archive_gives_way_to_itself_in_a_file(factlint: Factlint) -> None:
    factlint("archive", "add", ".")
    assert check(factlint, "--archive", "archive.db", ".") == check(factlint, ".")
    Path("page.html").write_text(PAGE.replace("<article>", "<article>\n\n<p>At first nothing was heard.</p>"))
    Path("feed.xml").write_text(FEED.replace("<channel>", "<channel>\n\n"))
    assert check(factlint, "--archive", "archive.db", ".") == check(factlint, ".")


def test_what_is_safe_is_mended_where_the_file_has_just_these_words(factlint: Factlint) -> None:
    said = factlint("check", "--fix", "--output-format", "jsonl", "page.html", "feed.xml")
    assert Path("page.html").read_text() == PAGE.replace("was LOUD", "was loud")
    assert Path("feed.xml").read_text() == FEED.replace("LOUD", "loud")
    (left,) = (each for each in said.findings if each["path"] == "page.html" and each["rule"] == "loud-word")
    assert (left["words"], left["fix"]) == ("L&Ouml;UD", None)
    assert left["help"].endswith("replace “LÖUD” with “löud” by hand, as the file writes it in its own way")
    assert "mended 2 places in 2 reports" in said.err


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "windows-1251"])
def test_mending_keeps_the_encoding_that_a_file_declares(factlint: Factlint, encoding: str) -> None:
    meta = f'<meta charset="{encoding.removesuffix("-sig")}">'
    text = PAGE.replace("<head>", f"<head>{meta}").replace("It was", "Он it was")
    Path("page.html").write_bytes(text.replace("\n", "\r\n").encode(encoding))
    factlint("check", "--fix", "page.html")
    assert Path("page.html").read_bytes().decode(encoding) == text.replace("was LOUD", "was loud").replace("\n", "\r\n")


def test_a_document_is_never_rewritten(factlint: Factlint) -> None:
    content = docx(["It was calm.", "It was LOUD."])
    Path("a.docx").write_bytes(content)
    said = check(factlint, "--fix", "a.docx")
    assert Path("a.docx").read_bytes() == content
    assert said.places() == ["a.docx:2:8  LOUD"]
    assert "by hand" in said.findings[0]["help"]


def test_an_allowance_in_a_comment_holds_for_the_next_line_with_words(factlint: Factlint) -> None:
    comment = "<!-- factlint: allow loud-word because it was -->\n<div>\n"
    Path("page.html").write_text(PAGE.replace("<p>It was", f"{comment}<p>It was"))
    Path("feed.xml").write_text(FEED.replace("<description>They", f"{comment[:-6]}<description>They"))
    assert check(factlint, "page.html", "feed.xml").places("loud") == ["feed.xml:7:55 b W&Eacute;RE"]


def test_an_allowance_that_allows_nothing_is_told_where_it_stands(factlint: Factlint) -> None:
    comment = '<!-- factlint: allow loud-word "calm" because it was -->'
    Path("page.html").write_text(PAGE.replace("<p>It was", f"{comment}\n<p>It was"))
    assert check(factlint, "page.html").places("unused") == [f"page.html:3:1  {comment}"]


def test_a_finding_is_allowed_by_the_words_as_they_are_read(factlint: Factlint) -> None:
    Path("factlint.allow").write_text('[[allow]]\nrule = "loud-word"\nwords = ["löud"]\nbecause = "it was"\n')
    Path("factlint.toml").write_text("")
    assert check(factlint, "page.html").places("loud") == ["page.html:3:11  LOUD"]


def test_a_baseline_knows_findings_in_items(factlint: Factlint) -> None:
    factlint("baseline", "-o", "known.jsonl", ".")
    assert check(factlint, "--baseline", "known.jsonl", ".").findings == []


def test_facts_and_stories_tell_of_items(factlint: Factlint) -> None:
    facts = factlint("facts", "feed.xml").findings
    (figure,) = (each for each in facts if each["words"] == "99 dead")
    assert (figure["path"], figure["item"], figure["line"]) == ("feed.xml", "b", 6)
    assert FEED[figure["start"] : figure["end"]] == "99</b> dead"
    assert factlint("stories", "feed.xml").status == 0


def test_a_feed_may_come_from_standard_input(factlint: Factlint, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("feed.xml").unlink()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(FEED.encode())))
    said = check(factlint, "-", "--stdin-filename", "feed.xml")
    assert said.places("loud") == ["feed.xml:4:36 a LOUD", "feed.xml:6:55 b W&Eacute;RE"]


def test_a_folder_is_searched_for_files_that_hold_reports(factlint: Factlint) -> None:
    Path("package.json").write_text('{"name": "x", "version": "1"}')
    Path("planets.json").write_text('{"bodies": [{"name": "Mars"}], "body_text": 7}')
    Path("sitemap.xml").write_text("<?xml version='1.0'?><urlset/>")
    Path("known.jsonl").write_text('{"path": "a.txt", "rule": "loud-word", "message": "m", "fingerprint": "f"}\n')
    Path("ninjs.json").write_text(json.dumps({"headline": "T", "body_text": "NINJS."}))
    variants = {"headlines": [{"value": "T"}], "bodies": [{"value": "<p>VARIANT.</p>"}]}
    Path("variants.json").write_text(json.dumps(variants))
    Path("lines.ndjson").write_text(json.dumps({"id": "x", "text": "LINES."}) + "\n")
    Path("wide.xml").write_bytes(FEED.replace("LOUD", "WIDE").encode("utf-16"))
    told = check(factlint, ".")
    assert {each["path"] for each in told.findings} == {
        "feed.xml",
        "page.html",
        "ninjs.json",
        "variants.json",
        "lines.ndjson",
        "wide.xml",
    }
    assert told.status == 1


@pytest.mark.parametrize("name", ["package.json", "sitemap.xml"])
def test_a_file_that_holds_no_reports_is_an_error_where_it_is_named(factlint: Factlint, name: str) -> None:
    Path(name).write_text('{"name": "x"}' if name.endswith("json") else "<urlset/>")
    said = check(factlint, name)
    assert (said.status, [each["rule"] for each in said.findings]) == (2, ["unreadable-report"])


def test_an_editor_is_offered_a_comment_in_a_page_and_none_in_a_feed(factlint: Factlint) -> None:
    from lint import Diagnostic, Label, Passage, Severity, Span

    start = PAGE.index("LOUD")
    place = Passage("page.html", Span(start, start + 4), 3, 11, "LOUD")
    found = Diagnostic("loud-word", Severity.NOTE, "m", Label(place))
    insertion = allowed("page.html", PAGE, found)
    assert insertion
    assert insertion.words == ' <!-- factlint: allow loud-word "LOUD" because  -->'
    feed = Passage("feed.xml", Span(0, 5), 1, 1, FEED[:5])
    assert allowed("feed.xml", FEED, Diagnostic("loud-word", Severity.NOTE, "m", Label(feed))) is None


def test_the_hook_takes_pages_of_html() -> None:
    import yaml

    hook, _ = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    for name in ("a.txt", "a.md", "a.html", "a.htm"):
        assert tags_from_filename(name) & {*hook["types_or"]}
    assert not tags_from_filename("package.json") & {*hook["types_or"]}
