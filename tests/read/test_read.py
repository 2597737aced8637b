"""Reading a report from its file: whatever is wrong with a file is a finding, never an exception."""

import os
from pathlib import Path

import pytest

from lint import Diagnostic, Severity
from lint.read import Source, read, read_text
from lint.source import LARGEST, UnreadableError


def only_finding(source: Source) -> Diagnostic:
    (finding,) = read(source).diagnostics
    return finding


def written(folder: Path, content: bytes, name: str = "report.txt") -> Source:
    path = folder / name
    path.write_bytes(content)
    return Source(str(path))


def test_a_report_in_order_gives_no_finding(tmp_path: Path) -> None:
    reading = read(written(tmp_path, " date 2026-01-05 By staff\n\nMinisters met in Mérida.\n".encode()))
    assert reading.diagnostics == ()
    assert reading.report is not None
    assert reading.report.words(reading.report.body).strip() == "Ministers met in Mérida."


def test_a_missing_file_is_unreadable() -> None:
    finding = only_finding(Source("nowhere/report.txt"))
    assert (finding.rule, finding.severity) == ("unreadable-report", Severity.ERROR)
    assert finding.message == "this file cannot be read: No such file or directory"


def test_a_directory_in_the_place_of_a_file_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "report.txt").mkdir()
    assert only_finding(Source(str(tmp_path / "report.txt"))).rule == "unreadable-report"


def test_a_symbolic_link_to_itself_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "report.txt").symlink_to("report.txt")
    assert only_finding(Source(str(tmp_path / "report.txt"))).rule == "unreadable-report"


def test_a_file_without_permission_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = written(tmp_path, b"Ministers met.")

    def refuse(*_: object, **__: object) -> None:  # the tests may run as root, whom no mode of a file stops
        raise PermissionError(13, os.strerror(13), source.path)

    monkeypatch.setattr("lint.source.open", refuse, raising=False)
    assert only_finding(source).message == "this file cannot be read: Permission denied"


@pytest.mark.parametrize("content", [b"", b"\n\n \r\n", b"\xef\xbb\xbf", b"---\ndate: 2026-01-05\n---\n\n"])
def test_a_file_without_words_is_an_empty_report(tmp_path: Path, content: bytes) -> None:
    finding = only_finding(written(tmp_path, content))
    assert (finding.rule, finding.severity) == ("empty-report", Severity.WARNING)


def test_a_headline_alone_is_a_report(tmp_path: Path) -> None:
    assert read(written(tmp_path, b"---\ntitle: Ministers meet\n---\n")).diagnostics == ()


def test_a_binary_file_is_unreadable(tmp_path: Path) -> None:
    assert "binary" in only_finding(written(tmp_path, bytes(range(256)))).message


def test_a_file_in_another_encoding_is_read_with_a_warning_at_the_first_word_that_shows_it(tmp_path: Path) -> None:
    source = written(tmp_path, "Ministers met.\nIn Mérida.\n".encode("cp1252"))
    finding = only_finding(source)
    assert (finding.rule, finding.severity) == ("legacy-encoding", Severity.WARNING)
    assert (finding.primary.passage.line, finding.primary.passage.column) == (2, 5)
    assert finding.primary.passage.words == "é"
    assert read_text(source) == "Ministers met.\nIn Mérida.\n"


def test_a_file_that_no_memory_could_hold_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "dump.txt"
    with path.open("wb") as file:
        file.truncate(1_000_000_000_000)  # of which the disk holds nothing
    assert "cannot be read: it has more than 10 MB" in only_finding(Source(str(path))).message


def test_what_comes_from_standard_input_may_not_be_larger_either() -> None:
    assert "more than 10 MB" in only_finding(Source("-", b"x" * (LARGEST + 1))).message


def test_front_matter_and_dates_that_are_broken_are_findings_at_their_place(tmp_path: Path) -> None:
    reading = read(written(tmp_path, b"---\ndate: 2026-02-30\n\nMinisters met.\n"))
    found = {finding.rule: finding.primary.passage for finding in reading.diagnostics}
    assert {rule: (passage.line, passage.words) for rule, passage in found.items()} == {
        "broken-front-matter": (1, "---"),
        "unreadable-date": (2, "2026-02-30"),
    }
    assert reading.report is not None


def test_the_text_of_a_file_that_cannot_be_read_is_an_exception(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        read_text(Source(str(tmp_path / "nowhere.txt")))
    with pytest.raises(UnreadableError):
        read_text(Source("-", b"\0"))
