"""The store: whatever happens to its file, nothing is lost but time."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint import store as module
from lint.store import FORMAT, Store

ROOT = Path(__file__).parents[1]
EDITION = b"this"
VALUES = {b"%16d" % number: random.Random(number).randbytes(number * 37) for number in range(100)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "store.db"


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def opened(path: Path, said: list[str]) -> Callable[[], Store]:
    return lambda: Store(path, said.append)


@pytest.fixture
def filled(opened: Callable[[], Store]) -> None:
    write(opened(), VALUES)


def write(store: Store, values: dict[bytes, bytes], edition: bytes = EDITION) -> None:
    for key, value in values.items():
        store.put(key, value, edition)
    store.close()


def read(store: Store) -> dict[bytes, bytes]:
    found = store.get([*VALUES, b"unknown"])
    store.close()
    return found


def test_what_was_put_is_there_in_the_next_run(filled: None, opened: Callable[[], Store], said: list[str]) -> None:
    assert read(opened()) == VALUES
    assert said == []


def test_more_keys_are_found_than_fit_one_query(
    filled: None, opened: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 7)
    assert read(opened()) == VALUES


def test_the_last_value_of_a_key_holds(opened: Callable[[], Store]) -> None:
    write(opened(), {b"key": b"old"})
    write(opened(), {b"key": b"new"})
    assert opened().get([b"key"]) == {b"key": b"new"}


def test_what_is_only_read_makes_no_file(opened: Callable[[], Store], path: Path) -> None:
    assert read(opened()) == {}
    assert not path.parent.exists()


def test_the_folder_is_ignored_by_git_and_by_backups(filled: None, path: Path) -> None:
    assert (path.parent / ".gitignore").read_text() == "*\n"
    assert (path.parent / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


@pytest.mark.parametrize("there", [(), ("store.db",), ("store.db", "store.db-journal", "CACHEDIR.TAG")], ids=len)
def test_a_folder_that_was_made_before_its_maker_was_killed_is_ignored_by_git_too(
    opened: Callable[[], Store], path: Path, there: tuple[str, ...]
) -> None:
    path.parent.mkdir()
    for name in there:
        (path.parent / name).touch()
    write(opened(), VALUES)
    assert (path.parent / ".gitignore").read_text() == "*\n"
    assert read(opened()) == VALUES


def test_a_folder_with_other_files_is_left_to_its_owner(opened: Callable[[], Store], path: Path) -> None:
    path.parent.mkdir()
    (path.parent / "notes.txt").touch()
    write(opened(), VALUES)
    assert {each.name for each in path.parent.iterdir()} == {"notes.txt", "store.db"}


def test_a_folder_in_the_place_of_the_file_is_one_line_and_is_left(
    opened: Callable[[], Store], path: Path, said: list[str]
) -> None:
    path.mkdir(parents=True)
    store = opened()
    assert store.get([*VALUES]) == {}
    write(store, VALUES)
    assert said == [f"{path} is a folder and is not used"]
    assert path.is_dir()


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"This is no database." * 1000,
        lambda content: b"no",
        lambda content: content[: len(content) // 2],
        lambda content: content[:100] + bytes(len(content) - 100),
        lambda content: content.replace(VALUES[b"%16d" % 3], b"x" * (3 * 37)),
    ],
    ids=["other", "short", "truncated", "blank", "value"],
)
def test_a_damaged_file_is_one_line_and_made_anew(
    filled: None, opened: Callable[[], Store], path: Path, said: list[str], damage: Callable[[bytes], bytes]
) -> None:
    path.write_bytes(damage(path.read_bytes()))
    found = read(opened())
    assert found.items() <= VALUES.items()
    assert [line for line in said if f"{path} remembers nothing any more, because it " in line] == said
    assert len(said) == 1
    write(opened(), VALUES)
    assert read(opened()) == VALUES
    assert len(said) == 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1), other=st.binary(min_size=1, max_size=600))
def test_no_damage_gives_a_wrong_value(opened: Callable[[], Store], path: Path, place: float, other: bytes) -> None:
    path.unlink(missing_ok=True)
    write(opened(), VALUES)
    whole = path.read_bytes()
    start = int(place * (len(whole) - 1))
    path.write_bytes(whole[:start] + other + whole[start + len(other) :])
    assert read(opened()).items() <= VALUES.items()
    for _ in range(3):  # one run may see damage when it reads, one when it writes, and the next makes the file anew
        write(opened(), VALUES)
    assert read(opened()) == VALUES


def test_an_empty_file_is_filled(opened: Callable[[], Store], path: Path, said: list[str]) -> None:
    path.parent.mkdir()
    path.touch()
    assert read(opened()) == {}
    write(opened(), VALUES)
    assert read(opened()) == VALUES
    assert said == []


def test_a_file_of_a_newer_factlint_is_left_alone(
    filled: None, opened: Callable[[], Store], path: Path, said: list[str]
) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    connection.close()
    before = path.read_bytes()
    store = opened()
    assert store.get(list(VALUES)) == {}
    write(store, VALUES)
    assert path.read_bytes() == before
    assert said == [f"{path} was made by a newer factlint and is not used"]


def test_the_database_of_another_program_is_left_alone_where_it_is_no_cache(tmp_path: Path, said: list[str]) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE kept (key)")
    connection.close()
    before = path.read_bytes()
    write(Store(path, said.append, is_cache=False), VALUES)
    assert path.read_bytes() == before
    assert said == [f"{path} remembers nothing any more, because it is no file of factlint"]


def test_where_no_folder_can_be_made_nothing_is_kept_and_nothing_said(tmp_path: Path, said: list[str]) -> None:
    (tmp_path / "file").touch()
    store = Store(tmp_path / "file" / "cache" / "store.db", said.append)
    write(store, VALUES)
    assert read(store) == {}
    assert said == []


def test_what_is_read_only_is_read(
    filled: None, opened: Callable[[], Store], said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = module.connect

    def connect_to_read(path: Path, *, make: bool, patience: float) -> sqlite3.Connection | None:
        connection = connect(path, make=make, patience=patience)
        if connection:
            connection.execute("PRAGMA query_only = ON")  # what a file says that nobody may write, to root as well
        return connection

    monkeypatch.setattr(module, "connect", connect_to_read)
    write(opened(), {b"key": b"value"})
    assert read(opened()) == VALUES
    assert said == []


def test_a_file_that_another_process_holds_is_done_without(
    filled: None, opened: Callable[[], Store], path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert read(opened()) == {}
    write(opened(), {b"key": b"value"})
    other.execute("ROLLBACK")
    other.close()
    assert read(opened()) == VALUES
    assert said == []


def test_what_other_editions_found_is_forgotten_when_there_is_too_much(
    opened: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGE", 100_000)
    write(opened(), VALUES, b"old")
    write(opened(), {b"new": b"value"}, b"new")
    assert opened().get([b"new", *VALUES]) == {b"new": b"value"}
    write(opened(), VALUES, b"new")
    assert read(opened()) == VALUES


def test_the_older_half_is_forgotten_when_one_edition_has_too_much(
    opened: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit in ("LARGE", "LARGEST"):
        monkeypatch.setattr(module, limit, 200_000)
    write(opened(), VALUES)
    found = read(opened())
    assert found.keys() == set(list(VALUES)[-len(found) :])
    assert 40 < len(found) < 60


def test_of_what_is_no_cache_nothing_is_forgotten(path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in ("LARGE", "LARGEST"):
        monkeypatch.setattr(module, limit, 1)
    path.parent.mkdir()
    write(Store(path, said.append, is_cache=False), VALUES, b"old")
    write(Store(path, said.append, is_cache=False), {b"new": b"value"}, b"new")
    assert Store(path, said.append, is_cache=False).get([b"new", *VALUES]) == {**VALUES, b"new": b"value"}
    assert said == []


WRITER = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from lint import store
path, name, count = sys.argv[1:]
say = lambda line: print(line, flush=True)
print("begun", flush=True)
for number in range(int(count)):
    kept = store.Store(Path(path), say)
    kept.put(f"{{name}} {{number}}".encode(), name.encode() * 5000, b"")
    kept.close()
"""


def writer(path: Path, name: str, count: int) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(count)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "begun\n"
    return process


def test_processes_that_write_at_once_lose_nothing(path: Path, said: list[str]) -> None:
    writers = [writer(path, name, 60) for name in ("one", "two", "three")]
    for process in writers:
        out, _ = process.communicate(timeout=60)
        assert (process.returncode, out) == (0, "")
    keys = [f"{name} {number}".encode() for name in ("one", "two", "three") for number in range(60)]
    assert set(Store(path, said.append).get(keys)) == set(keys)
    assert said == []


def test_a_file_that_another_process_makes_while_it_is_looked_at_is_no_damage(
    path: Path, opened: Callable[[], Store], said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir()
    path.touch()

    class Interrupted(sqlite3.Connection):
        def execute(self, *statement: Any) -> sqlite3.Cursor:
            if "user_version" in statement[0]:
                patched.undo()
                with suppress(sqlite3.OperationalError):  # it is held off
                    write(Store(path, said.append), VALUES)
            return super().execute(*statement)

    plain = sqlite3.connect
    monkeypatch.setattr(module, "PATIENCE", 0.01)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sqlite3, "connect", lambda *some, **more: plain(*some, factory=Interrupted, **more))
        write(opened(), VALUES)
    assert said == []
    assert read(opened()) == VALUES


def test_a_process_killed_at_any_moment_leaves_a_file_that_is_whole(path: Path, said: list[str]) -> None:
    for number in range(12):
        process = writer(path, f"run {number}", 10_000)
        time.sleep(0.01 + number * 0.007)
        process.send_signal(signal.SIGKILL)
        out, _ = process.communicate(timeout=60)
        assert out == ""
        keys = [f"run {number} {each}".encode() for each in range(100)]
        found = Store(path, said.append).get(keys)
        assert set(found.values()) <= {f"run {number}".encode() * 5000}
    assert said == []


def test_a_full_disk_is_one_line_and_the_run_goes_on(path: Path) -> None:
    limited = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n" + WRITER
    done = subprocess.run(
        [sys.executable, "-c", limited, str(path), "name", "30"], capture_output=True, text=True, check=True
    )
    begun, *lines = done.stdout.splitlines()
    assert begun == "begun"
    assert lines
    assert all(line.startswith(f"{path} cannot be used: ") for line in lines)
    said: list[str] = []
    assert Store(path, said.append).get([b"name 0"]) == {b"name 0": b"name" * 5000}
    assert said == []
