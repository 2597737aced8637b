"""Sightings: what looks as it did is not read again, and nothing that has changed looks so."""

import os
import time
from pathlib import Path

import pytest

from lint import sightings as module
from lint.errors import DamageError
from lint.sightings import Sightings
from lint.source import Source, fetched


@pytest.fixture
def report(tmp_path: Path) -> Source:
    path = tmp_path / "report.txt"
    path.write_text("They counted 80 dead.")
    return Source(str(path))


@pytest.fixture
def _settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time has passed since the file was written."""
    monkeypatch.setattr(module, "SETTLED", -(10**12))


def again(first: Sightings, report: Source) -> Sightings:
    first.digest(report)
    return Sightings(first.packed([report.path]))


@pytest.mark.usefixtures("_settled")
def test_what_looks_as_it_did_is_not_read(report: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    second = again(Sightings(), report)
    expected = fetched(report).digest
    monkeypatch.setattr(module, "fetched", None)
    assert second.digest(report) == expected
    assert not second.are_new


@pytest.mark.usefixtures("_settled")
def test_another_content_of_equal_length_and_time_is_seen(report: Source) -> None:
    path = Path(report.path)
    second = again(Sightings(), report)
    before = path.stat()
    time.sleep(0.02)  # longer than the clock of a file system stands still
    path.write_text("They counted 81 dead.")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert second.digest(report) == fetched(report).digest
    assert second.are_new


@pytest.mark.usefixtures("_settled")
def test_another_file_in_its_place_is_seen(report: Source, tmp_path: Path) -> None:
    second = again(Sightings(), report)
    other = tmp_path / "other.txt"
    other.write_text("They counted 82 dead.")
    other.replace(report.path)
    assert second.digest(report) == fetched(report).digest


def test_what_was_written_a_moment_ago_is_read_again(report: Source) -> None:
    first = Sightings()
    assert first.digest(report) == fetched(report).digest
    assert not first.are_new
    path = Path(report.path)
    before = path.stat()
    path.write_text("They counted 83 dead.")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert Sightings(first.packed([report.path])).digest(report) == fetched(report).digest


def test_what_is_not_there_has_no_digest(report: Source) -> None:
    Path(report.path).unlink()
    assert Sightings().digest(report) is None


@pytest.mark.parametrize("packed", [b"no", b"i\x00\x00\x00\x00"])
def test_what_nobody_packed_is_damage(packed: bytes) -> None:
    with pytest.raises(DamageError):
        Sightings(packed).digest(Source("a.txt"))
