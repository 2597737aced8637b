"""What is kept from one process to the next is what Python compiles, and nothing goes wrong without it."""

import dataclasses
import importlib
import marshal
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import lint.rules
import pytest

import lint
from lint import compiled, pattern
from lint.compiled import Shelf

WRITTEN = r"(?P<first>[é-ü’]+)|x(?i:qq)(?=\b[^a-z]) | (?<!\w)(?:one|two) (?P<last>\d{1,3})"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file in a folder that is not there."""
    return tmp_path / "folder" / "all.kept"


def _kept(file: Path, *written: str) -> None:
    shelf = Shelf(file)
    for each in written:
        shelf.compiled(each)
    shelf.keep()


def _is_remade(file: Path, written: str, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether a shelf gives the pattern that re gives, and need not compile it for that."""
    asked: list[object] = []
    parts = compiled._parts

    def noticed(written: str | bytes, flags: int) -> compiled.Parts:
        asked.append(written)
        return parts(written, flags)

    monkeypatch.setattr(compiled, "_parts", noticed)
    assert Shelf(file).compiled(written) == re.compile(written)
    return not asked


def _modules() -> Iterator[ModuleType]:
    for package in (lint, lint.rules):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if "spark" not in found.name and ".editor" not in found.name and "tables" not in found.name:
                yield importlib.import_module(found.name)


def test_every_pattern_of_ours_is_remade_as_re_compiles_it(file: Path) -> None:
    ours = {
        (each._written, each._flags) if isinstance(each, pattern._Pattern) else (each.pattern, each.flags)
        for module in _modules()
        for each in vars(module).values()
        if isinstance(each, pattern._Pattern | re.Pattern)
    }
    assert len(ours) > 300
    first, second = Shelf(file), Shelf(file)
    for each in ours:
        first.compiled(*each)
    first.keep()
    for written, flags in ours:
        mine, theirs = second.compiled(written, flags), re.compile(written, flags)
        assert mine == theirs  # their numbers and flags are equal
        assert (mine.groups, mine.groupindex) == (theirs.groups, theirs.groupindex)
    second.keep()
    assert second._new == {}


def test_a_kept_pattern_matches_and_names_its_groups(file: Path) -> None:
    _kept(file, WRITTEN)
    match = Shelf(file).compiled(WRITTEN).search("no two 12")
    assert match
    assert (match["last"], match.lastgroup, match.re.flags) == ("12", "last", re.UNICODE)


def test_a_pattern_of_bytes_is_kept_beside_that_of_the_same_letters(file: Path) -> None:
    shelf = Shelf(file)
    shelf.compiled("a+")
    shelf.compiled(b"a+")
    shelf.keep()
    assert Shelf(file).compiled(b"a+") == re.compile(b"a+")
    assert Shelf(file).compiled("a+") == re.compile("a+")


def test_what_was_kept_is_not_compiled_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _kept(file, WRITTEN, "b")
    assert _is_remade(file, WRITTEN, monkeypatch)


def test_what_several_processes_keep_at_once_is_all_kept(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = Shelf(file), Shelf(file)
    one.compiled("a")
    other.compiled("b")
    one.keep()
    other.keep()
    assert _is_remade(file, "a", monkeypatch)
    assert _is_remade(file, "b", monkeypatch)


@pytest.mark.parametrize("place", [0, 20, 40, -1])
def test_a_damaged_file_is_as_good_as_none(file: Path, place: int, monkeypatch: pytest.MonkeyPatch) -> None:
    _kept(file, WRITTEN)
    told = bytearray(file.read_bytes())
    told[place] ^= 1
    file.write_bytes(told)
    assert not _is_remade(file, WRITTEN, monkeypatch)


def test_a_file_of_another_python_is_as_good_as_none(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _kept(file, WRITTEN)
    monkeypatch.setattr(sys, "version", "3.99.0")
    assert not _is_remade(file, WRITTEN, monkeypatch)


@pytest.mark.parametrize(
    "parts", [(32, b"\xff\0\0\0", 0, {}, (None,)), (32, b"\0\0\0", 0, {}, (None,)), (32, b"", 0), "no parts"]
)
def test_numbers_that_are_no_pattern_are_compiled_anew(file: Path, parts: Any) -> None:
    shelf = Shelf(file)
    shelf._new[("a|b", 0)] = marshal.dumps(parts)
    assert shelf.compiled("a|b") == re.compile("a|b")


def test_a_python_that_compiles_in_another_way_compiles_all_by_itself(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("re._compiler._code")
    shelf = Shelf(file)
    with monkeypatch.context() as others:
        others.setattr(re, "compile", lambda written, flags: (written, flags))
        assert shelf.compiled("a|b", re.IGNORECASE) == ("a|b", re.IGNORECASE)
    shelf.keep()
    assert not file.exists()


def test_dataclasses_are_the_same_by_methods_that_were_kept(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for _ in range(2):
        shelf = Shelf(file)
        with monkeypatch.context() as own:
            own.setitem(vars(dataclasses), "exec", shelf.execute)

            @dataclasses.dataclass(frozen=True, slots=True, order=True)
            class Toll:
                place: str
                dead: int = 0
                names: list[str] = dataclasses.field(default_factory=list)

        made.append(Toll)
        shelf.keep()
    assert shelf._new == {}  # the second was made of what the first had kept
    for toll in made:
        assert repr(toll("Kelso", dead=3)).endswith("Toll(place='Kelso', dead=3, names=[])")
        assert toll("Kelso", 1) == toll("Kelso", 1) < toll("Kelso", 2)
        with pytest.raises(dataclasses.FrozenInstanceError):
            toll("Kelso").dead = 4  # type: ignore[misc]


@pytest.mark.parametrize("bytecode", ["", "1"], ids=["with bytecode", "without"])
def test_a_process_of_factlint_compiles_nothing_that_one_before_it_has_compiled(tmp_path: Path, bytecode: str) -> None:
    program = "import sys; from lint.cli import program; sys.exit(program())"
    command = [sys.executable, "-c", program, "check", "--isolated", "--no-cache", "-"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": bytecode}
    states = []
    for _ in range(2):
        report = "Mayor resigns\n\nThe mayor resigned on Monday, and 3 people cheered.\n"
        subprocess.run(command, input=report, text=True, check=True, env=environment)
        (file,) = tmp_path.glob("factlint/*.kept")
        states.append((file.stat().st_ino, file.stat().st_mtime_ns))
    assert states[0] == states[1]
    assert len(Shelf(file)._read()[0]) > 500


def test_what_is_wrong_with_a_pattern_is_said_as_re_says_it(file: Path) -> None:
    with pytest.raises(re.error, match="unterminated subpattern"):
        Shelf(file).compiled("(")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="a system on which files belong to nobody")
def test_a_file_of_somebody_else_is_as_good_as_none(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _kept(file, WRITTEN)
    monkeypatch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
    assert not _is_remade(file, WRITTEN, monkeypatch)


def test_a_place_that_cannot_be_written_is_no_trouble(file: Path) -> None:
    file.parent.write_text("no folder", encoding="utf-8")
    _kept(file, WRITTEN)
    assert file.parent.read_text(encoding="utf-8") == "no folder"


def test_a_file_that_grew_too_large_begins_anew(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _kept(file, WRITTEN)
    monkeypatch.setattr(compiled, "LARGEST", file.stat().st_size)
    _kept(file, "b")
    assert _is_remade(file, "b", monkeypatch)
    assert not _is_remade(file, WRITTEN, monkeypatch)
