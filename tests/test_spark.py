"""The Spark runner: the findings of one machine, from a real cluster of which a worker dies."""

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from random import Random
from threading import Thread
from typing import NamedTuple

import pytest

from lint.cli import main
from lint.diagnostic import Diagnostic
from lint.engine import lint
from lint.errors import ClusterError
from lint.findings import Findings
from lint.read import Source
from lint.render.jsonl import as_object
from lint.rule import Rule
from lint.rulebook import discover, select
from lint.runners import spark_claims, spark_cluster, spark_stories
from lint.runners.spark import Work
from lint.runners.spark_cluster import Cluster
from lint.runners.spark_extracts import steady
from tests.bench.generate import write
from tests.machines import Machines, awaited, end

FACTLINT = (sys.executable, "-c", "import sys; from lint.cli import program; sys.exit(program())", "check")
ROOT = Path(__file__).parents[1]
REPORTS = 120
SETTINGS = """
spark.default.parallelism 2
spark.shuffle.io.retryWait 1s
spark.shuffle.io.maxRetries 1
spark.executor.memory 600m
spark.sql.codegen.wholeStage false
"""  # what is lost with a worker is noticed soon; and nothing is so large here that it pays to make code for it

# What other libraries leave open when their process ends is not ours to close.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


class Site(NamedTuple):
    """A cluster of machines, and what was said of it before it had workers."""

    machines: Machines
    cluster: Cluster
    before: str
    doomed: "subprocess.Popen[bytes]"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with reports, among them one that cannot be read and one that no story has."""
    folder = tmp_path_factory.mktemp("desk")
    write(folder / "reports", REPORTS, seed=3)
    shutil.copytree(ROOT / "seeds", folder / "reports/seeds")
    (folder / "reports/broken.txt").write_bytes(b"\0\0\0")
    return folder


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    return tuple(select(discover()))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A master and two workers, and this process as their driver: one cluster for all that is tried here."""
    folder = tmp_path_factory.mktemp("machines")
    with ExitStack() as stack, pytest.MonkeyPatch.context() as patch:
        machines = Machines(folder, stack, SETTINGS)
        for name, value in machines.environment().items():
            patch.setenv(name, value)
        with patch.context() as hasty:
            hasty.setattr(spark_cluster, "WAITED", "1s")
            with pytest.raises(ClusterError) as raised, Cluster(machines.url):
                pass
        doomed = machines.worker("doomed")
        machines.worker("other")
        cluster = stack.enter_context(Cluster(machines.url))
        yield Site(machines, cluster, str(raised.value), doomed)


@pytest.fixture(scope="module")
def cluster(site: Site) -> Cluster:
    return site.cluster


def checked_as_lines(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["check", "--isolated", "--output-format", "jsonl", *arguments, "reports"])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_a_cluster_that_loses_a_worker_finds_what_one_machine_finds(
    site: Site, desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(desk)
    expected = checked_as_lines(capsys, "--no-cache", "--jobs", "1")
    assert expected[0] == 2  # a report cannot be read
    assert len(expected[1].splitlines()) > 10
    assert "conflicting-" in expected[1]

    def kill() -> None:
        written = site.machines.folder / "doomed/shuffled"
        awaited(lambda: any(written.rglob("shuffle_*.data")), "the doomed worker has done a part of the work")
        end(site.doomed)

    killing = Thread(target=kill)
    killing.start()
    found = checked_as_lines(capsys, *on(site.cluster))
    assert site.doomed.returncode == -signal.SIGKILL
    killing.join()
    assert found == expected


def test_a_master_without_workers_is_told_of_instead_of_waited_for(site: Site) -> None:
    assert site.before == (
        f"the master {site.machines.url} gave no worker within 1 seconds; start one, or wait longer for a busy cluster:"
        " spark.scheduler.maxRegisteredResourcesWaitingTime in spark-defaults.conf"
    )


def check(cluster: Cluster, rules: tuple[Rule, ...], *tables: Path | str) -> Findings:
    work = Work(cluster, rules, None)
    work.read((), (), [str(table) for table in tables])
    return work.findings()


ARTICLES = (
    {
        "id": "a1",
        "date": "2026-01-05",
        "title": "Warehouse fire on Quarry Street in Denham",
        "text": "A fire in a warehouse on Quarry Street in Denham killed 12 people, said Clara Jenbarson, 44.\n",
    },
    {
        "id": "a2",
        "date": "2026-01-06",
        "title": "Denham mourns",
        "text": "The fire in the warehouse on Quarry Street in Denham killed 19 people, Clara Jenbarson, 44, said.\n\n"
        "The the mayor came.\n",
    },
    {"id": "a3", "date": "the day before", "title": None, "text": "A a dog barked in Kelso – “all night .\n"},
)


def sources() -> tuple[Source, ...]:
    """The same articles, as one machine takes them."""
    return tuple(
        Source(str(each["id"]), str(each["text"]).encode(), published=str(each["date"]), title=str(each["title"] or ""))
        for each in ARTICLES
    )


@pytest.fixture(scope="module")
def tables(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("tables")
    lines = folder / "articles.jsonl"
    lines.write_text("".join(f"{json.dumps(each)}\n\n" for each in ARTICLES), encoding="utf-8")
    cluster.session.createDataFrame(
        [dict(each) for each in ARTICLES], "id STRING, date STRING, title STRING, text STRING"
    ).write.parquet(str(folder / "articles.parquet"))
    return {"jsonl": lines, "parquet": folder / "articles.parquet"}


def test_a_table_of_json_lines_gives_what_its_texts_give_one_machine(
    cluster: Cluster, tables: dict[str, Path], rules: tuple[Rule, ...], tmp_path: Path
) -> None:
    work = Work(cluster, rules, None)
    work.read((), (), [str(tables["jsonl"])])
    found = work.findings()
    assert found == lint(sources(), rules)
    assert found.reports == 3
    assert {"repeated-word", "unreadable-date", "conflicting-figures"} <= {each.rule for each in found.diagnostics}
    texts = {str(each["id"]): str(each["text"]) for each in ARTICLES}
    for place in (each.primary.passage for each in found.diagnostics):
        assert texts[place.path][place.span.start : place.span.end] == place.words
    expected = sorted(canonical(as_object(each)) for each in found.diagnostics)
    for name in ("found", "found.parquet"):
        written = work.write(str(tmp_path / name), {}, nothing, NONE)
        assert sum(written.numbers.values()) == len(expected)
        assert sorted(map(canonical, findings_in(tmp_path / name, cluster))) == expected
        with pytest.raises(ClusterError, match="is there already"):
            work.write(str(tmp_path / name), {}, nothing, NONE)


NONE = Findings((), 0)


def nothing(found: Diagnostic) -> bool:
    return False


def findings_in(folder: Path, cluster: Cluster) -> list[object]:
    if folder.suffix == ".parquet":
        return [row.asDict(recursive=True) for row in cluster.session.read.parquet(str(folder)).collect()]
    return [json.loads(line) for part in folder.glob("part-*") for line in part.read_text().splitlines()]


def test_parquet_whose_claims_are_condensed_in_shares_gives_what_its_texts_give_one_machine(
    cluster: Cluster, tables: dict[str, Path], rules: tuple[Rule, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spark_claims, "HEAVY", 1)
    monkeypatch.setattr(spark_stories, "FEW", 0)  # components are found by the cluster
    monkeypatch.setattr(spark_stories, "COMMON", 1)
    assert check(cluster, rules, tables["parquet"]) == lint(sources(), rules)


def test_what_hangs_together_is_the_same_whether_one_machine_follows_it_or_many(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    random = Random(5)
    chain = [(number, number + 1) for number in range(100, 112)]
    ties = sorted({*chain, *(tuple(sorted(random.sample(range(40), 2))) for _ in range(25))})
    pairs = cluster.session.createDataFrame(ties, "one BIGINT, other BIGINT")
    here = {tuple(row) for row in spark_stories._components(pairs).collect()}
    monkeypatch.setattr(spark_stories, "FEW", 0)
    assert {tuple(row) for row in spark_stories._components(pairs).collect()} == here
    assert {first for number, first in here if number >= 100} == {100}


def canonical(found: object) -> str:
    return json.dumps(found, sort_keys=True)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.jsonl", b'{"body": "x"}\n', "a.jsonl has no column path or id; it has body"),
        ("a.jsonl", b'{"id": 1, "body": "x"}\n', "a.jsonl has no column text; it has id, body"),
        ("a.jsonl", b"once upon a time\n", "a.jsonl holds no JSON objects, one a line"),
        ("a.parquet", b"no parquet at all", "a.parquet cannot be read as Parquet"),
        ("none.parquet", b"", "there is no file or folder none.parquet"),
        ("a.jsonl", b'{"id": 1, "text": "x"}\n{"id": 1, "text": "y"}\n', "two reports are called 1"),
    ],
)
def test_a_table_that_is_none_of_reports_is_one_line_for_the_user(
    name: str,
    content: bytes,
    said: str,
    cluster: Cluster,
    rules: tuple[Rule, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    if content:
        Path(name).write_bytes(content)
    with pytest.raises(Exception, match=said) as raised:
        check(cluster, rules, name)
    assert "\n" not in str(raised.value)


def test_a_row_that_is_no_report_is_a_finding_and_the_others_are_read(cluster: Cluster, tmp_path: Path) -> None:
    rules = tuple(select(discover(), select=["repeated-word"]))
    table = tmp_path / "some.jsonl"
    table.write_text('{"id": 1, "text": "The the dog."}\n{"id": 2}\nnothing\n')
    found = check(cluster, rules, table)
    assert {(each.rule, each.primary.passage.path) for each in found.diagnostics} == {
        ("repeated-word", "1"),
        ("unreadable-report", "2"),
        ("unreadable-report", str(table)),
    }


def test_what_is_settled_is_in_no_folder_of_findings(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    texts = {
        "listed.txt": "The the dog. Who went in in.\n",
        "again.txt": "The the dog.\n",
        "spoken.txt": '<!-- factlint: allow repeated-word "in in" because it is -->\nWho went in in. We we did.\n',
        "idle.txt": "<!-- factlint: allow repeated-word because it was so -->\nNobody went.\n",
        "old.txt": "We we knew. You you did not. We we knew.\n",
        "page.html": "<p>They they went.</p>\n",
    }
    Path("reports").mkdir()
    for name, text in texts.items():
        Path("reports", name).write_text(text, encoding="utf-8")
    Path("factlint.toml").write_text(
        'paths = ["reports"]\nselect = ["repeated-word"]\n[[allow]]\nrule = "repeated-word"\nwords = ["the the"]\n'
        'paths = ["reports/listed.txt"]\nbecause = "so it is"\n[severity]\nrepeated-word = "error"\n'
    )
    assert main(["baseline", "-o", "known.jsonl", "reports/old.txt"]) == 0
    Path("reports/old.txt").write_text(texts["old.txt"] + "\nWe we knew.\n", encoding="utf-8")
    capsys.readouterr()
    settled = ["check", "--baseline", "known.jsonl", "--output-format", "jsonl"]
    statuses = main([*settled, "--no-cache"]), main([*settled, *on(cluster), "--findings", "found"])
    expected = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert sorted(map(canonical, findings_in(tmp_path / "found", cluster))) == sorted(map(canonical, expected))
    assert statuses == (1, 1)
    assert [(each["path"], each["message"][:6]) for each in expected] == [
        ("reports/again.txt", "“the” "),
        ("reports/idle.txt", "this a"),
        ("reports/listed.txt", "“in” s"),
        ("reports/old.txt", "“we” s"),
        ("reports/page.html", "“they”"),
        ("reports/spoken.txt", "“we” s"),
    ]


def test_only_what_changed_is_in_a_folder_of_findings_that_is_to_hold_no_more(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("kept.txt", "changed.txt"):
        Path(name).write_text("The the dog.\n")
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@b.example")
    for command in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "first")):
        subprocess.run([*git, *command], check=True, capture_output=True)
    Path("changed.txt").write_text("The the cat.\n")
    only = ("--isolated", "--select", "repeated-word", "--since", "HEAD", "--findings", "found")
    assert main(["check", *only, *on(cluster), "kept.txt", "changed.txt"]) == 0
    assert capsys.readouterr().err == "factlint: wrote 1 warning on 2 reports into found\n"
    (found,) = findings_in(tmp_path / "found", cluster)
    assert isinstance(found, dict)
    assert found["path"] == "changed.txt"


def on(cluster: Cluster) -> tuple[str, ...]:
    return "--runner", "spark", "--master", cluster.master


def test_what_a_worker_says_to_the_user_is_one_line(cluster: Cluster) -> None:
    with pytest.raises(ClusterError, match=r"^the cluster could not do the work: ValueError: .*$"):
        list(cluster.map(partial(map, int), ["4", "x"]))
    assert list(cluster.map(partial(map, int), ["4", "5"])) == [4, 5]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--runner", "spark"), "--runner spark needs --master URL, such as spark://host:7077"),
        (("--master", "local[2]"), "--master goes together with --runner spark"),
        (("--runner", "spark", "--master", "local[2]", "--jobs", "2"), "--jobs and --runner spark do not go together"),
        (
            ("--runner", "spark", "--master", "spark://127.0.0.1:1"),
            "there is no Spark master at spark://127.0.0.1:1: Connection refused",
        ),
    ],
)
def test_what_cannot_be_asked_of_a_cluster_is_one_line(desk: Path, arguments: tuple[str, ...], said: str) -> None:
    done = subprocess.run([*FACTLINT, *arguments, "reports"], cwd=desk, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"factlint: {said}\n")


def test_without_pyspark_the_user_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(ClusterError, match=r"pip install 'factlint\[spark\]'"), Cluster("local[2]"):
        pass


def test_equal_keys_go_to_one_worker_whatever_they_are_made_of() -> None:
    assert steady(("a", None, frozenset({"b", "c"}))) == steady(("a", None, frozenset({"c", "b"})))
    assert steady((1, "a")) == steady((1.0, "a")) != steady(("a", 1))
