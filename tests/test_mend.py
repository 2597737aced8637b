"""Mending: what fixes do to texts and files."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint import Diagnostic, Fix, Label, Passage, Severity, Span, rulebook
from lint.cli import main
from lint.engine import lint
from lint.findings import Findings
from lint.mend import LeftError, Mended, mend, mended_text, write
from lint.read import read
from lint.source import Source

Edits = list[tuple[int, int, str]]


def fix(text: str, start: int, end: int, words: str, *, safe: bool = True, path: str = "a.txt") -> Fix:
    return Fix(Passage(path, Span(start, end), 1, start + 1, text[start:end]), words, safe)


def finding(fix: Fix) -> Diagnostic:
    return Diagnostic("some-rule", Severity.NOTE, "m", Label(fix.passage), fix=fix)


def replacing(old: str, new: str, *, safe: bool = True, seen: list[int] | None = None) -> "Look":
    return Look(old, new, safe, [] if seen is None else seen)


class Look:
    """Finds the first place of some words in each source, as a rule does that speaks of one place at a time."""

    def __init__(self, old: str, new: str, safe: bool, seen: list[int]) -> None:  # noqa: FBT001
        self.old, self.new, self.safe, self.seen = old, new, safe, seen

    def __call__(self, sources: Sequence[Source]) -> Findings:
        self.seen.append(len(sources))
        found = []
        for source in sources:
            report = read(source).report
            assert report is not None
            place = report.text.find(self.old)
            if place >= 0:
                found.append(
                    finding(fix(report.text, place, place + len(self.old), self.new, safe=self.safe, path=source.path))
                )
        return Findings(tuple(found), len(sources))


def test_fixes_are_applied_together_and_the_rest_is_unmoved() -> None:
    text = "The the town, , was wet."
    assert mended_text(text, [fix(text, 12, 15, ","), fix(text, 0, 7, "The")]) == ("The town, was wet.", 2)


def test_of_overlapping_fixes_the_first_is_applied_and_the_same_one_once() -> None:
    text = "a teh teh b"
    fixes = [fix(text, 2, 9, "the"), fix(text, 6, 9, "the"), fix(text, 2, 9, "the")]
    assert mended_text(text, fixes) == ("a the b", 1)


def test_two_insertions_at_one_place_are_no_two_fixes() -> None:
    assert mended_text("ab", [fix("ab", 1, 1, "-"), fix("ab", 1, 1, "+")]) == ("a+b", 1)


def test_words_that_stand_elsewhere_now_are_left() -> None:
    with pytest.raises(LeftError, match="changed meanwhile"):
        mended_text("other words", [fix("teh words", 0, 3, "the")])


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5), st.text(max_size=4)), max_size=6))
def test_what_no_fix_touches_stays_as_it_is(text: str, edits: Edits) -> None:
    fixes = [fix(text, min(start, len(text)), min(start + length, len(text)), words) for start, length, words in edits]
    mended, count = mended_text(text, fixes)
    assert count <= len(fixes)
    first = min((each.passage.span.start for each in fixes), default=len(text))
    last = max((each.passage.span.end for each in fixes), default=0)
    assert mended.startswith(text[:first])
    assert mended.endswith(text[max(last, first) :])


def test_every_place_is_mended_though_each_round_finds_one() -> None:
    source = Source("a.txt", b"teh one, teh two, teh three")
    outcome = mend([source], replacing("teh", "the"))
    assert outcome.mended == (Mended("a.txt", b"teh one, teh two, teh three", b"the one, the two, the three", 3),)
    assert outcome.findings.diagnostics == ()


def test_unsafe_fixes_are_applied_only_where_they_are_asked_for() -> None:
    source, look = Source("a.txt", b"teh one"), replacing("teh", "the", safe=False)
    assert mend([source], look).mended == ()
    assert mend([source], look, unsafe=True).places == 1


def test_fixes_that_bring_each_other_back_come_to_an_end() -> None:
    outcome = mend([Source("a.txt", b"ab")], replacing("a", "aa"))
    assert outcome.mended[0].after.startswith(b"aaaa")


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfteh one\r\n\r\nteh other\r\n",
        "“teh” caf\xe9 \u2013 nothing".encode("cp1252"),
        "teh na\xefve caf\xe9\x81".encode("latin-1"),
        b"teh line without an end",
    ],
)
def test_encoding_mark_and_line_ends_are_kept(content: bytes) -> None:
    [mended] = mend([Source("a.txt", content)], replacing("teh", "the")).mended
    assert mended.after == content.replace(b"teh", b"the")


def test_what_an_encoding_cannot_write_is_left() -> None:
    content = "teh caf\xe9 on the corner of the main road".encode("cp1252")
    outcome = mend([Source("a.txt", content)], replacing("teh", "漢"))
    assert outcome.mended == ()
    assert outcome.left == (("a.txt", "“漢” cannot be written in Windows-1252; save it as UTF-8"),)


def test_a_file_of_two_encodings_is_left() -> None:
    content = "teh Pérez, Muñoz and Núñez, ".encode() + "Díaz".encode("cp1252")
    outcome = mend([Source("a.txt", content)], replacing("teh", "the"))
    assert outcome.left == (("a.txt", "it has two encodings; save it as UTF-8"),)


def test_a_file_is_replaced_in_one_step_with_its_permissions_and_its_link(tmp_path: Path) -> None:
    file, link = tmp_path / "a.txt", tmp_path / "link.txt"
    file.write_bytes(b"teh one")
    file.chmod(0o640)
    link.symlink_to(file)
    look = replacing("teh", "the")
    sources = [Source(str(link))]
    outcome = write(mend(sources, look), sources, look)
    assert outcome.left == ()
    assert file.read_bytes() == b"the one"
    assert file.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.txt", "link.txt"]


def test_a_read_only_file_is_left_and_its_findings_are_told(tmp_path: Path) -> None:
    sources = []
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"teh one")
        sources.append(Source(str(tmp_path / name)))
    (tmp_path / "a.txt").chmod(0o444)
    look = replacing("teh", "the")
    outcome = write(mend(sources, look), sources, look)
    assert [each.path for each in outcome.mended] == [sources[1].path]
    assert outcome.left == ((sources[0].path, "it is read-only"),)
    assert [each.primary.passage.path for each in outcome.findings.diagnostics] == [sources[0].path]
    assert (tmp_path / "a.txt").read_bytes() == b"teh one"


def test_a_file_that_changed_meanwhile_is_left(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"teh one")
    look, sources = replacing("teh", "the"), [Source(str(file))]
    outcome = mend(sources, look)
    file.write_bytes(b"teh one and more")
    assert write(outcome, sources, look).left == ((str(file), "it was changed meanwhile"),)
    assert file.read_bytes() == b"teh one and more"


def test_where_a_file_cannot_be_written_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"teh one")
    look, sources = replacing("teh", "the"), [Source(str(file))]
    outcome = mend(sources, look)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert write(outcome, sources, look).left == ((str(file), "it cannot be written: No space left on device"),)
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]
    assert file.read_bytes() == b"teh one"


def test_a_diff_can_be_read_by_patch() -> None:
    diff = "".join(Mended("a.txt", b"one\nteh two", b"one\nthe two", 1).diff())
    assert diff == (
        "--- a.txt\n+++ a.txt\n@@ -1,2 +1,2 @@\n one\n-teh two\n\\ No newline at end of file\n"
        "+the two\n\\ No newline at end of file\n"
    )


@settings(deadline=None)  # all rules, twice, on a machine that may be busy
@given(st.text(alphabet="the teTHE,.()“”\"'a n\n", max_size=120))
def test_a_second_run_finds_nothing_more_to_mend(text: str) -> None:
    rules = [rule for rule in rulebook.discover().values() if rule.default]

    def look(sources: Sequence[Source]) -> Findings:
        return lint(sources, rules)

    first = mend([Source("a.txt", text.encode())], look)
    again = mend(first.sources, look)
    assert again.mended == ()


@pytest.mark.parametrize(
    "text",
    [
        "The word handfull is a misspelling.\n",
        "The sign said “I ate a apple”.\n",
        "Call halt() , or quit() if you like.\n",
        "I think they're house is the blue one.\n",
    ],
)
def test_what_may_be_meant_is_never_mended_without_a_look(text: str) -> None:
    rules = [rule for rule in rulebook.discover().values() if rule.default]
    assert mend([Source("a.txt", text.encode())], lambda sources: lint(sources, rules)).mended == ()


COPY = " date 2026-03-02 By staff\n\nThe mayor said the the bridge (the old one) , would open.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(COPY, encoding="utf-8")
    return tmp_path


def test_diff_shows_and_changes_nothing_and_fix_writes_the_same(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--diff", "a.txt"]) == 1
    shown = capsys.readouterr().out
    assert "-The mayor said the the bridge (the old one) , would open.\n" in shown
    assert "+The mayor said the bridge (the old one), would open.\n" in shown
    assert (folder / "a.txt").read_text(encoding="utf-8") == COPY
    assert main(["check", "--fix", "a.txt"]) == 0
    told = capsys.readouterr()
    assert told.err == "factlint: mended 2 places in 1 report\n"
    assert "No findings in 1 report." in told.out
    assert "said the bridge (the old one), would" in (folder / "a.txt").read_text(encoding="utf-8")
    assert main(["check", "--diff", "a.txt"]) == 0
    assert capsys.readouterr().out == ""


def test_what_was_left_makes_exit_status_two(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").chmod(0o444)
    assert main(["check", "--fix", "a.txt"]) == 2
    assert capsys.readouterr().err == "factlint: a.txt was left as it is: it is read-only\n"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--unsafe-fixes", "a.txt"), "--unsafe-fixes goes with --fix or --diff"),
        (("--fix", "-"), "standard input cannot be mended in place; --diff shows what would change"),
    ],
)
def test_what_does_not_go_together_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], complaint: str
) -> None:
    assert main(["check", *arguments]) == 2
    assert capsys.readouterr().err == f"factlint: {complaint}\n"


def test_statistics_count_by_rule(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "b.txt").write_text(COPY.replace("the the", "the"), encoding="utf-8")
    assert main(["check", "--statistics", "a.txt", "b.txt"]) == 0
    assert capsys.readouterr().out == (
        "2  note     stray-space    2 safe to fix\n"
        "1  warning  repeated-word  1 safe to fix\n"
        "Found 1 warning and 2 notes in 2 reports.\n"
    )
