"""The neighbourhood: what is looked up in an archive gives what all of its reports together would give."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint import Rule, rulebook
from lint.archive import Archive
from lint.edition import Edition
from lint.engine import lint
from lint.extract import extract
from lint.findings import Findings
from lint.memory import Memory
from lint.runners.serial import Serial
from lint.source import Source, fetched
from lint.store import Store
from lint.story import RARE, stories
from tests.bench.generate import texts
from tests.own_rules.differing_count import DifferingCount
from tests.own_rules.differing_count_of_a_story import DifferingCountOfAStory
from tests.own_rules.shouted_word import ShoutedWord

ROOT = Path(__file__).parents[1]
RULES: tuple[Rule, ...] = (ShoutedWord(), DifferingCount(), DifferingCountOfAStory())

LINES = (
    "Caracas, Venezuela, Miranda and Aragua counted 80 dead and 12 bombs on MONDAY.",
    "Caracas, Venezuela, Miranda and Aragua counted 101 dead and 12 bombs.",
    "Caracas, Venezuela and Miranda, with Ana Mason, 34, of 12 Mill Street, counted 3 dead.",
    "Oslo, Bergen, Tromsø and Narvik counted 40 goals on 3 May 2026.",
    "Oslo, Bergen, Tromsø and Miranda counted 41 goals, LOUDLY.",
    "A report of 7 words, no more.",
    "",
)
NAMES = tuple(f"{number}.txt" for number in range(12))
FOLDERS = st.fixed_dictionaries({}, optional=dict.fromkeys(NAMES, st.sampled_from(LINES)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


@contextmanager
def opened(path: Path, rules: Sequence[Rule] = RULES) -> Iterator[tuple[Archive, Memory]]:
    store = Store(path, pytest.fail, is_cache=False)
    edition = Edition(repr(rules).encode().ljust(16)[:16], b"reading", b"comparing", {})
    with closing(store), Archive(str(path), make=True) as archive:
        yield archive, Memory(edition, [store], store, rules=rules)


def put(path: Path, reports: dict[str, str], rules: Sequence[Rule] = RULES) -> None:
    with opened(path, rules) as (archive, memory):
        archive.add(fetched(each) for each in sources(reports))
        archive.catalogue(memory, rules, Serial())


def sources(reports: dict[str, str]) -> list[Source]:
    return [Source(name, text.encode()) for name, text in reports.items()]


def looked_up(
    path: Path,
    focus: list[Source],
    beside: list[Source],
    rules: Sequence[Rule] = RULES,
    window: int | None = None,
    *,
    is_remembered: bool = True,
) -> Findings:
    with opened(path, rules) as (archive, memory):
        known = memory if is_remembered else None
        return lint(focus, rules, corpus=beside, archive=archive, memory=known, window=window)


# What is found where every report of the archive is looked at.
together = partial(looked_up, is_remembered=False)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    published=st.lists(FOLDERS, min_size=1, max_size=3),
    gone=st.sets(st.sampled_from(NAMES)),
    here=FOLDERS,
    focus=st.sets(st.sampled_from(NAMES)),
)
def test_what_is_looked_up_gives_what_all_reports_together_give(
    path: Path, published: list[dict[str, str]], gone: set[str], here: dict[str, str], focus: set[str]
) -> None:
    path.unlink(missing_ok=True)
    for reports in published:
        put(path, reports)
    with opened(path) as (archive, _):
        for name in gone:
            archive.remove(name)
    some, rest = (sources({name: here[name] for name in here if (name in focus) is inside}) for inside in (True, False))
    assert looked_up(path, some, rest) == together(path, some, rest)


@pytest.fixture
def published() -> dict[str, str]:
    """Reports of many events, of which some are told several times."""
    return {f"{number}.md": text for number, text in zip(range(80), texts(random.Random(3)), strict=False)}


def test_each_report_alone_is_told_what_all_together_are(path: Path, published: dict[str, str]) -> None:
    rules = tuple(rule for rule in rulebook.discover().values() if rule.default)
    put(path, published, rules)
    focus = sources(dict([*published.items()][:15]))
    one_by_one = {each for one in focus for each in looked_up(path, [one], [], rules).diagnostics}
    assert one_by_one == set(together(path, focus, [], rules).diagnostics)


BY_STORY: tuple[Rule, ...] = (ShoutedWord(), DifferingCountOfAStory())


def looked_at(path: Path, report: str) -> int | None:
    """How many archived reports are looked at for this one, where the catalogue tells."""
    with opened(path, BY_STORY) as (archive, memory):
        read = [extract(Source("new.md", report.encode()), BY_STORY)]
        near = archive.near(memory.catalogued, read, {"new.md"}, None)
        return None if near is None else len(near.paths)


def test_of_an_archive_only_the_neighbourhood_is_looked_at(path: Path, published: dict[str, str]) -> None:
    put(path, published, BY_STORY)
    looks = [looked_at(path, text) for text in [*published.values()][:20]]
    assert all(each is not None and 1 <= each < 12 for each in looks)


REPORT = "Ana Mason, 34, of Mill Street in Quillby, was found, said Bo Rask of Farrow and Tarn."


DATED = (
    " date 2026-01-{day:02} By staff\n\nAna Mason, 34, and Bo Rask, 61, of Mill Street in Quillby, were found{more}.\n"
)
MORE = (
    ", said Officer Lena Ost, Judge Cara Dell of Tarn Lane, Mayor Ida Fenn and Abel Thorne of the Farrow Bridge Trust"
)


@pytest.mark.parametrize("window", [5, 10, 20])
def test_what_is_too_far_from_one_report_may_still_be_near_to_the_next(path: Path, window: int) -> None:
    published = {f"{day}.txt": DATED.format(day=day, more=MORE) for day in (9, 17)}
    put(path, published, BY_STORY)
    new = extract(Source("new.md", DATED.format(day=1, more="").encode()), BY_STORY)
    with opened(path, BY_STORY) as (archive, memory):
        near = archive.near(memory.catalogued, [new], {"new.md"}, window)
    every = [new, *(extract(each, BY_STORY) for each in sources(published))]
    signatures = [signature for each in every for signature in each.signatures]
    (story,) = stories(signatures, window=window, around={"new.md"})
    assert near is not None
    assert {path for path, _ in near.stories} == {signature.path for signature in story.signatures}


def test_a_catalogue_of_another_state_or_of_other_rules_is_not_asked(path: Path) -> None:
    put(path, {"a.txt": REPORT}, BY_STORY)
    assert looked_at(path, REPORT) == 1
    with opened(path, BY_STORY) as (archive, memory):
        archive.add([fetched(Source("b.txt", REPORT.encode()))])
        assert archive.near(memory.catalogued, [], set(), None) is None
        assert archive.near([b"another rule ..."], [], set(), None) is None
    assert looked_at(path, REPORT) is None
    put(path, {}, BY_STORY)
    assert looked_at(path, REPORT) == 2


def test_a_catalogue_is_left_up_to_date_by_a_report_that_is_removed(path: Path) -> None:
    put(path, {"a.txt": REPORT, "b.txt": REPORT}, BY_STORY)
    with opened(path, BY_STORY) as (archive, _):
        archive.remove("a.txt")
    assert looked_at(path, REPORT) == 1


def test_a_name_that_was_too_common_to_be_listed_and_is_rare_again_has_all_looked_at(path: Path) -> None:
    reports = {f"{number}.txt": REPORT for number in range(2 * RARE + 5)}
    put(path, reports, BY_STORY)
    assert looked_at(path, REPORT) == 0, "so many share each name that it tells nothing"
    with opened(path, BY_STORY) as (archive, _):
        for name in [*reports][3:]:
            archive.remove(name)
    assert looked_at(path, REPORT) is None
    put(path, {}, BY_STORY)
    assert looked_at(path, REPORT) == 3


@pytest.mark.parametrize("table", ["signed", "terms"])
def test_a_damaged_catalogue_is_done_without_and_made_anew(path: Path, table: str) -> None:
    put(path, {"a.txt": REPORT, "b.txt": REPORT}, BY_STORY)
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE {table} SET value = x'00'")
    connection.close()
    assert looked_at(path, REPORT) is None
    new = sources({"new.md": REPORT})
    assert looked_up(path, new, [], BY_STORY) == together(path, new, [], BY_STORY)
    put(path, {}, BY_STORY)
    assert looked_at(path, REPORT) == 2


def test_what_another_process_adds_meanwhile_is_not_taken_to_be_entered(path: Path) -> None:
    put(path, {"a.txt": REPORT}, BY_STORY)
    with opened(path, BY_STORY) as (archive, memory):

        class Meanwhile:
            """Another process adds a report while this one reads."""

            def map(self, work: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[Any]:
                with opened(path, BY_STORY) as (other, _):
                    other.add([fetched(Source("c.txt", REPORT.encode()))])
                return iter(work(items))

        archive.add([fetched(Source("b.txt", REPORT.encode()))])
        archive.catalogue(memory, BY_STORY, Meanwhile())
    assert looked_at(path, REPORT) is None
    put(path, {}, BY_STORY)
    assert looked_at(path, REPORT) == 3


ADDER = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from tests import test_neighbourhood as here
from lint import archive
archive.ADDED_AT_ONCE = archive.READ_AT_ONCE = 2
here.pytest.fail = print  # what the store says of a full disk
path, name = sys.argv[1:]
print("begun", flush=True)
for number in range(100):
    here.put(Path(path), {{f"{{name}} {{number}} {{each}}.txt": here.REPORT for each in range(4)}}, here.BY_STORY)
    print("added", flush=True)
"""


def adder(path: Path, name: str) -> "subprocess.Popen[str]":
    process = subprocess.Popen([sys.executable, "-c", ADDER, str(path), name], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "begun\n"
    return process


def test_an_addition_killed_at_any_moment_leaves_an_archive_that_is_whole(path: Path) -> None:
    for number in range(6):
        process = adder(path, f"run {number}")
        assert process.stdout
        if number % 2:
            process.stdout.readline()
        time.sleep(number * 0.011)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
        new = sources({"new.md": REPORT})
        assert looked_up(path, new, [], BY_STORY) == together(path, new, [], BY_STORY)
    put(path, {}, BY_STORY)
    with opened(path, BY_STORY) as (archive, memory):
        read = [extract(Source("new.md", REPORT.encode()), BY_STORY)]
        assert archive.near(memory.catalogued, read, {"new.md"}, None)
        assert all(each.content is not None for each in map(fetched, archive.sources()))
        assert len(archive) > 0


def test_a_full_disk_ends_an_addition_in_one_line_and_leaves_what_was_there(path: Path) -> None:
    put(path, {"a.txt": REPORT}, BY_STORY)
    size = path.stat().st_size + 20_000
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))\n" + ADDER
    command = [sys.executable, "-c", limited, str(path), "more"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert done.stderr.splitlines()[-1].startswith(f"lint.errors.ArchiveError: {path}: the archive cannot be used: ")
    put(path, {}, BY_STORY)
    found = looked_at(path, REPORT)
    assert found is not None
    assert found >= 1
