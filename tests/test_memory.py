"""Memory: what is remembered never changes what is found."""

import pickle
import sqlite3
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint import Diagnostic, Fix, Label, Passage, Report, Rule, Severity, Span
from lint.digest import digest
from lint.edition import Edition
from lint.engine import extracts
from lint.errors import DamageError
from lint.extract import Extract, extract, extract_each
from lint.findings import Findings
from lint.links import linked
from lint.memory import Memory
from lint.packing import pack, unpack
from lint.pickling import pack_extract, unpack_extract
from lint.recall import Run
from lint.runners.serial import Serial
from lint.source import Source, fetched
from lint.store import Store
from lint.story import events
from tests.own_rules.crashing_rule import CrashingRule
from tests.own_rules.differing_count import Count, DifferingCount
from tests.own_rules.differing_count_of_a_story import DifferingCountOfAStory
from tests.own_rules.shouted_word import ShoutedWord

ROOT = Path(__file__).parents[1]
RULES: tuple[Rule, ...] = (ShoutedWord(), DifferingCount(), DifferingCountOfAStory(), CrashingRule())

LINES = (
    "Caracas, Venezuela, Miranda and Aragua counted 80 dead and 12 bombs on MONDAY.",
    "Caracas, Venezuela, Miranda and Aragua counted 101 dead and 12 bombs.",
    "Caracas, Venezuela, Miranda and Aragua counted 3 dead, and then a CRASH.",
    "Oslo, Bergen, Tromsø and Narvik counted 40 goals.",
    "Oslo, Bergen, Tromsø and Narvik counted 41 goals, LOUDLY.",
    "A report of 7 words, no more.",
    "",
    "\0",
)
NAMES = ("a.txt", "b.txt", "c.txt", "d.txt", "e.txt")
# A corpus is what stands in each file, if there is one; an edit is another corpus.
CORPORA = st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(NAMES, st.sampled_from(LINES))), max_size=6)


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "store.db"


def sources(corpus: dict[str, str]) -> list[Source]:
    return [Source(name, text.encode()) for name, text in corpus.items()]


def edition(book: bytes, parts: dict[str, bytes] | None = None) -> Edition:
    shared = b"shared" if parts else book
    return Edition(digest([book]), shared, shared, parts or {})


def found(
    store: Store,
    run: Run,
    rules: Sequence[Rule] = RULES,
    book: bytes = b"",
    parts: dict[str, bytes] | None = None,
) -> Findings:
    """What a run finds that remembers, and is remembered."""
    memory = Memory(edition(book or repr(rules).encode(), parts), [store], store, rules=rules)
    findings = run.findings(rules, memory)
    store.close()
    return findings


@pytest.fixture(params=["few reports", "many reports", "too many to hold"])
def scale(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done for a hundred reports, and for so many that what they say is not held, is done for a few."""
    if request.param != "few reports":
        for module in ("lint.memory", "lint.engine"):
            monkeypatch.setattr(f"{module}.MANY", 1)
    if request.param == "too many to hold":
        monkeypatch.setattr("lint.memory.AT_HAND", 0)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(corpora=CORPORA, focus=st.sets(st.sampled_from(NAMES)))
def test_a_run_that_remembers_finds_what_a_fresh_one_finds(
    scale: None, tmp_path: Path, corpora: list[dict[str, str]], focus: set[str]
) -> None:
    said: list[str] = []
    path = tmp_path / "cache" / "store.db"
    for corpus in corpora:
        every = sources(corpus)
        some = [each for each in every if each.path in focus]
        for run in (Run(every), Run(some, beside=every)):
            assert found(Store(path, said.append), run) == run.findings(RULES, None)
    assert said == []


@pytest.mark.parametrize("at_hand", [0, 1_000_000])
def test_what_other_processes_compare_has_the_findings_of_this_one(
    path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch, at_hand: int
) -> None:
    corpus = {f"{number}.txt": LINES[number % 5] for number in range(12)}
    every, edited = Run(sources(corpus)), Run(sources(corpus | {"3.txt": LINES[1], "12.txt": LINES[2]}))
    alone = [run.findings(RULES, None) for run in (every, edited)]
    assert any(each.related for each in alone[0].diagnostics)
    for module in ("lint.comparison", "lint.memory", "lint.engine"):
        monkeypatch.setattr(f"{module}.MANY", 1)
    monkeypatch.setattr("lint.memory.AT_HAND", at_hand)
    shared = [replace(run, jobs=2) for run in (every, edited)]
    assert [run.findings(RULES, None) for run in shared] == alone
    assert [found(Store(path, said.append), run) for run in shared] == alone
    assert said == []


def test_what_is_held_can_be_looked_at_when_the_store_is_gone(
    path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lint.memory.MANY", 1)
    monkeypatch.setattr("lint.memory.AT_HAND", 0)
    every = sources(dict(zip(NAMES, LINES[:3], strict=False)))
    for is_new in (True, False):
        store = Store(path, said.append)
        memory = Memory(edition(b"book"), [store], store, rules=RULES[:2])
        memory.hold()
        run = memory.run(every, [], b"")
        known = list(extracts(every, RULES[:2], Serial(), memory))
        memory.keep_findings(run or b"", Findings((), 0))
        store.close()
        if not is_new:
            path.unlink()
        assert [entry.claim for each in known for entry in each.entries]


def test_what_is_gone_though_its_outline_is_kept_is_read_again(
    path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lint.memory.MANY", 1)
    corpus = dict(zip(NAMES, LINES[:3], strict=False))
    run = Run(sources(corpus))
    found(Store(path, said.append), run)
    keys = [edition(repr(RULES).encode()).report(each.digest or b"") for each in map(fetched, run.sources)]
    with sqlite3.connect(path) as connection:
        connection.executemany("DELETE FROM kept WHERE key = ?", ((key,) for key in keys))
    connection.close()
    edited = Run(sources(corpus | {"c.txt": LINES[0]}))
    assert found(Store(path, said.append), edited) == edited.findings(RULES, None)
    assert said == []


# Rule books as a desk may have them, one after the other: another option, a rule more, a rule less.
BOOKS: tuple[tuple[Rule, ...], ...] = (
    RULES,
    (ShoutedWord(longest=5), *RULES[1:]),
    RULES[:2],
    (ShoutedWord(),),
    (DifferingCountOfAStory(), DifferingCount()),
)
PARTS = {type(rule).__module__: type(rule).__module__.encode() for rule in RULES}


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(runs=st.lists(st.tuples(CORPORA.filter(bool), st.sampled_from(BOOKS)), max_size=6))
def test_what_a_rule_book_found_never_changes_what_another_one_finds(
    tmp_path: Path, runs: list[tuple[list[dict[str, str]], tuple[Rule, ...]]]
) -> None:
    said: list[str] = []
    path = tmp_path / "cache" / "store.db"
    for corpora, rules in runs:
        run = Run(sources(corpora[0]))
        assert found(Store(path, said.append), run, rules, parts=PARTS) == run.findings(rules, None)
    assert said == []


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of rules, each as often as a report was read for it."""
    names: list[str] = []

    def noted(sources: Iterable[Source], rules: Sequence[Rule]) -> Iterator[Extract]:
        for source in sources:
            names.extend(rule.name for rule in rules)
            yield extract(source, rules)

    monkeypatch.setattr("lint.pickling.extract_each", noted)
    monkeypatch.setattr("lint.engine.extract_each", noted)
    return names


def test_only_a_rule_that_has_changed_is_asked_again(path: Path, said: list[str], asked: list[str]) -> None:
    rules: tuple[Rule, ...] = (ShoutedWord(), DifferingCount(), DifferingCountOfAStory())
    run = Run(sources(dict(zip(NAMES, LINES[:2], strict=False))))

    def names(rules: tuple[Rule, ...], parts: dict[str, bytes]) -> list[str]:
        asked.clear()
        assert found(Store(path, said.append), run, rules, repr((rules, parts)).encode(), parts) == run.findings(
            rules, None
        )
        return asked[: len(asked) - 2 * len(rules)]  # without the run that remembers nothing

    first, second, third = ([rule.name] * 2 for rule in rules)
    assert sorted(names(rules, PARTS)) == sorted([*first, *second, *third])
    assert names(rules, PARTS) == []
    assert names((ShoutedWord(longest=5), *rules[1:]), PARTS) == first
    assert names(rules[1:], PARTS) == []
    assert names((ShoutedWord(longest=5), *rules[1:]), PARTS | {DifferingCount.__module__: b"mended"}) == second
    assert said == []


def test_where_nothing_is_known_of_a_rule_all_are_asked_again(path: Path, said: list[str], asked: list[str]) -> None:
    run = Run(sources(dict(zip(NAMES, LINES[:2], strict=False))))
    found(Store(path, said.append), run, parts={"another": b"module"})
    asked.clear()
    found(Store(path, said.append), run, RULES, b"another book", {"another": b"module"})
    assert len(asked) == 2 * len(RULES)


def test_a_pool_remembers_the_same(path: Path, said: list[str]) -> None:
    run = Run(sources(dict(zip(NAMES, LINES, strict=False))), jobs=2)
    assert found(Store(path, said.append), run) == run.findings(RULES, None)
    assert found(Store(path, said.append), replace(run, jobs=1)) == run.findings(RULES, None)


def test_a_known_run_looks_at_no_rule_and_a_known_report_is_not_read(
    path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = (ShoutedWord(), DifferingCount())
    every = sources(dict(zip(NAMES, LINES[:2] + LINES[3:6], strict=True)))
    before = [found(Store(path, said.append), Run(each), rules, b"book") for each in (every, every[:2])]
    monkeypatch.setattr("lint.extract.read", None)
    assert [found(Store(path, said.append), Run(each), (), b"book") for each in (every, every[:2])] == before
    assert found(Store(path, said.append), Run(every[:2], beside=every[2:]), rules, b"book").reports == 2


def test_a_report_that_is_moved_is_reported_where_it_is_now(path: Path, said: list[str]) -> None:
    found(Store(path, said.append), Run([Source("old.txt", b"It is LOUD.")]))
    (finding,) = found(Store(path, said.append), Run([Source("new.txt", b"It is LOUD.")])).diagnostics
    assert finding.primary.passage.path == "new.txt"


def test_what_could_not_be_done_is_tried_again(path: Path, said: list[str], tmp_path: Path) -> None:
    missing = Run([Source(str(tmp_path / "missing.txt"))])
    assert found(Store(path, said.append), missing).failed
    (tmp_path / "missing.txt").write_text("It is LOUD.")
    assert not found(Store(path, said.append), missing).failed
    crashing = Run([Source("a.txt", b"There were 5 bombs."), Source("b.txt", b"There were 6 bombs, a CRASH.")])
    assert found(Store(path, said.append), crashing).failed
    assert not found(Store(path, said.append), crashing, (ShoutedWord(),)).failed


def test_a_report_that_changes_while_it_is_read_is_not_remembered_as_it_was(
    path: Path, said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("It is LOUD.")
    run = Run([Source(str(file))])

    def changed(sources: Iterable[Source], rules: Sequence[Rule]) -> Iterator[Extract]:
        file.write_text("It is calm.")
        return extract_each(sources, rules)

    with monkeypatch.context() as patched:
        patched.setattr("lint.pickling.extract_each", changed)
        assert found(Store(path, said.append), run).diagnostics == ()
    file.write_text("It is LOUD.")
    assert len(found(Store(path, said.append), run).diagnostics) == 1


def test_stories_are_made_again_only_where_a_name_a_street_an_age_or_a_day_changed(
    path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def counted(*given: Any, **options: Any) -> Any:
        made.append(1)
        return events(*given, **options)

    monkeypatch.setattr("lint.comparison.events", counted)
    first = dict(zip(NAMES, LINES[:2], strict=False))
    for corpus, times in (
        (first, 1),
        (first | {"b.txt": f"{LINES[1]} and so they found, and it took them days."}, 1),
        (first | {"b.txt": f"{LINES[1]} Later, Ana Mason found them."}, 2),
    ):
        run = Run(sources(corpus))
        remembered = found(Store(path, said.append), run)
        assert len(made) == times
        assert remembered == run.findings(RULES, None)
        del made[times:]  # the call that remembers nothing


def test_reports_are_tied_anew_only_where_an_edit_concerns_them(
    path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def counted(*given: Any) -> Any:
        made.append(1)
        return linked(*given)

    monkeypatch.setattr("lint.comparison.linked", counted)
    monkeypatch.setattr("lint.links.FEWEST", 1)
    monkeypatch.setattr("lint.links.CONCERNED", 1.0)
    first = dict(zip(NAMES, LINES[:2], strict=False))
    for corpus, times in (
        (first, 1),
        (first | {"b.txt": f"{LINES[1]} Later, Ana Mason found them."}, 1),
        (first | {"b.txt": LINES[2]}, 1),
        (first | {"c.txt": LINES[2]}, 2),
    ):
        run = Run(sources(corpus))
        assert found(Store(path, said.append), run) == run.findings(RULES, None)
        assert len(made) == times


def test_stories_that_nobody_packed_are_given_up_with_a_word(
    path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(
            Memory, "keep_stories", lambda self, asked, numbers: self._keep(self._between(b"stories", asked), b"odd")
        )
        run = Run(sources(dict(zip(NAMES, LINES[:2], strict=False))))
        found(Store(path, said.append), run)
    edited = Run(sources({"a.txt": f"{LINES[0]} and so they said.", "b.txt": LINES[1]}))
    assert found(Store(path, said.append), edited) == edited.findings(RULES, None)
    assert len(said) == 1


@pytest.mark.parametrize("text", [LINES[0], LINES[2], LINES[-1]])
def test_what_another_process_says_of_a_report_is_what_this_one_would_say(text: str) -> None:
    said_here = extract(Source("a.txt", text.encode()), RULES)
    sent: Extract = pickle.loads(pickle.dumps(said_here))
    assert sent == replace(said_here, signatures=sent.signatures, entries=sent.entries)
    assert (tuple(sent.signatures), tuple(sent.entries)) == (said_here.signatures, said_here.entries)


@dataclass(frozen=True)
class Odd(DifferingCount):
    """Claims of a kind that no other process could make sense of."""

    def extract(self, report: Report) -> Iterator[tuple[str, Count]]:
        class Own(Count):
            pass

        for key, claim in super().extract(report):
            yield key, Own(claim.passage, claim.published, claim.number)


def test_claims_of_a_kind_that_cannot_be_kept_are_made_again(path: Path, said: list[str]) -> None:
    run = Run(sources(dict(zip(NAMES, LINES[:2], strict=False))))
    for _ in range(2):
        assert found(Store(path, said.append), run, (Odd(),)).errors == 1
    more = replace(run, sources=[*run.sources, Source("f.txt", b"Now 90 dead.")])
    assert found(Store(path, said.append), more, (Odd(),)) == more.findings((Odd(),), None)
    assert said == []


class Calling:
    """A value whose pickle calls a function of somebody's choice."""

    def __reduce__(self) -> Any:
        return print, ("called",)


CLAIM = (0, "rule", "key", 0, ("there are no such fields",))
EVIL = [Calling(), print, subprocess.Popen, Path("x"), ["claims", Calling()], ((Count,), [CLAIM]), (("Count",), [])]


@pytest.mark.parametrize("value", EVIL, ids=str)
def test_no_function_is_called_that_stands_in_a_store(value: object, capsys: pytest.CaptureFixture[str]) -> None:
    import marshal

    source = Source("a.txt", b"There were 80 dead.")
    known = pack_extract(extract(source, RULES))
    outline, signatures, entries = marshal.loads(known)
    evil = unpack_extract(marshal.dumps((outline, signatures, pickle.dumps(value))), b"digest")
    with pytest.raises(DamageError):
        len(evil.entries)
    for evil_signatures in (pickle.dumps(value), marshal.dumps([repr(value)])):
        evil = unpack_extract(marshal.dumps((outline, evil_signatures, entries)), b"digest")
        with pytest.raises(DamageError):
            len(evil.signatures)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("kind", ["report", "run"])
def test_a_store_that_holds_what_nobody_packed_is_given_up_with_a_word(path: Path, said: list[str], kind: str) -> None:
    run = Run(sources(dict(zip(NAMES, LINES[:2], strict=False))))
    store = Store(path, said.append)
    memory = Memory(edition(b"book"), [store], store)
    reports = [edition(b"book").report(memory.digest(source) or b"") for source in run.sources]
    for key in reports if kind == "report" else [memory.run(run.sources, run.beside, b"")]:
        store.put(key or b"", b"anything else", b"book")
    store.close()
    assert found(Store(path, said.append), run, book=b"book") == run.findings(RULES, None)
    assert len(said) == 1


PASSAGE = st.builds(
    Passage, st.text(), st.builds(Span, st.integers(), st.integers()), st.integers(), st.integers(), st.text()
)
LABEL = st.builds(Label, PASSAGE, st.text())
DIAGNOSTIC = st.builds(
    Diagnostic,
    st.text(),
    st.sampled_from(Severity),
    st.text(st.characters()),
    LABEL,
    st.lists(LABEL).map(tuple),
    st.text(),
    st.none() | st.builds(Fix, PASSAGE, st.text(), st.booleans()),
)


@given(st.lists(DIAGNOSTIC).map(tuple))
def test_findings_are_unpacked_as_they_were_packed(found: tuple[Diagnostic, ...]) -> None:
    assert unpack(pack(found)) == found


@given(st.binary(max_size=4))  # five bytes can ask for gigabytes; in a store the sum over the value is looked at before
def test_what_was_never_packed_is_damage(packed: bytes) -> None:
    with pytest.raises(DamageError):
        unpack_extract(packed, b"digest")
