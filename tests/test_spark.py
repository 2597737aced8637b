"""The Spark runner: the findings of one machine, from a real cluster of which a worker dies."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pyspark
import pytest

from lint.engine import lint
from lint.errors import ClusterError
from lint.findings import Findings
from lint.read import Source
from lint.render.jsonl import as_object
from lint.rule import Rule
from lint.rulebook import discover, select
from lint.runners import spark
from lint.runners.spark import Cluster, Work, steady
from tests.bench.generate import write

SPARK = Path(pyspark.__file__).parent
FACTLINT = (sys.executable, "-c", "import sys; from lint.cli import program; sys.exit(program())", "check")
ROOT = Path(__file__).parents[1]
REPORTS = 120

# What other libraries leave open when their process ends is not ours to close.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


def environment(folder: Path, **more: str) -> dict[str, str]:
    """That of every process of a cluster on this machine; what is lost with a worker is noticed soon."""
    settings = folder / "settings"
    settings.mkdir(exist_ok=True)
    soon = "spark.shuffle.io.retryWait 1s\nspark.shuffle.io.maxRetries 1\nspark.default.parallelism 2\n"
    (settings / "spark-defaults.conf").write_text(soon)
    ours = {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_CONF_DIR": str(settings), "PYSPARK_PYTHON": sys.executable}
    return {**os.environ, "SPARK_HOME": str(SPARK), "PYTHONPATH": str(ROOT), **ours, **more}


class Machines:
    """A master and workers as processes of this machine."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"spark://127.0.0.1:{self.port}"
        self._stack = stack
        where = ("--host", "127.0.0.1", "--port", str(self.port), "--webui-port", str(free_port()))
        self.start("master", "org.apache.spark.deploy.master.Master", *where)
        awaited(lambda: is_open(self.port), "the master listens")

    def worker(self, name: str) -> "subprocess.Popen[bytes]":
        """A new worker, which keeps what it makes in the folder of its name."""
        place = self.folder / name
        options = ("--host", "127.0.0.1", "--cores", "1", "--memory", "1g", "--webui-port", str(free_port()))
        worker = self.start(name, "org.apache.spark.deploy.worker.Worker", *options, "-d", str(place), self.url)
        log = self.folder / f"{name}.log"
        awaited(lambda: b"Successfully registered" in log.read_bytes(), f"{name} knows the master")
        return worker

    def start(self, name: str, *arguments: str) -> "subprocess.Popen[bytes]":
        log = self._stack.enter_context((self.folder / f"{name}.log").open("wb"))
        process = subprocess.Popen(
            [SPARK / "bin/spark-class", *arguments],
            env=environment(self.folder, SPARK_LOCAL_DIRS=str(self.folder / name / "shuffled")),
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        self._stack.callback(end, process)
        return process


def end(process: "subprocess.Popen[bytes]") -> None:
    """Kills a process and those that it started, as a machine that loses its power does."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(60)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def is_open(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


def awaited(is_so: Callable[[], bool], what: str, seconds: float = 90) -> None:
    until = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until, f"in {seconds} seconds it was not so that {what}"
        time.sleep(0.05)


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
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Spark in two threads, for what needs no machines of its own."""
    folder = tmp_path_factory.mktemp("local")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(folder).items():
            patch.setenv(name, value)
        with Cluster("local[2]") as local:
            yield local


def serially(desk: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    command = (*FACTLINT, "--isolated", "--no-cache", "--jobs", "1", *arguments)
    return subprocess.run(command, cwd=desk, capture_output=True, check=False)


def test_a_cluster_that_loses_a_worker_finds_what_one_machine_finds(desk: Path, tmp_path: Path) -> None:
    expected = serially(desk, "--output-format", "jsonl", "reports")
    assert expected.returncode == 2  # a report cannot be read
    assert len(expected.stdout.splitlines()) > 10
    assert b"conflicting-" in expected.stdout
    with ExitStack() as stack:
        machines = Machines(tmp_path, stack)
        doomed = machines.worker("doomed")
        machines.worker("other")
        command = (*FACTLINT, "--isolated", "--runner", "spark", "--master", machines.url, "--output-format", "jsonl")
        check = subprocess.Popen(
            [*command, "reports"],
            cwd=desk,
            env=environment(tmp_path),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        stack.callback(end, check)
        written = tmp_path / "doomed/shuffled"
        awaited(lambda: any(written.rglob("shuffle_*.data")), "the doomed worker has done a part of the work")
        assert check.poll() is None
        end(doomed)
        out, err = check.communicate(timeout=240)
    assert (out, check.returncode) == (expected.stdout, expected.returncode), err.decode()
    assert err == b""
    assert doomed.returncode == -signal.SIGKILL


def check(cluster: Cluster, rules: tuple[Rule, ...], *tables: Path | str) -> Findings:
    work = Work(cluster, rules, None, {})
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
    work = Work(cluster, rules, None, {})
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
        written = work.write(str(tmp_path / name))
        assert sum(written.numbers.values()) == len(expected)
        assert sorted(map(canonical, findings_in(tmp_path / name, cluster))) == expected
        with pytest.raises(ClusterError, match="is there already"):
            work.write(str(tmp_path / name))


def findings_in(folder: Path, cluster: Cluster) -> list[object]:
    if folder.suffix == ".parquet":
        return [row.asDict(recursive=True) for row in cluster.session.read.parquet(str(folder)).collect()]
    return [json.loads(line) for part in folder.glob("part-*") for line in part.read_text().splitlines()]


def test_parquet_whose_claims_are_gathered_in_shares_gives_what_its_texts_give_one_machine(
    cluster: Cluster, tables: dict[str, Path], rules: tuple[Rule, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spark, "HEAVY", 1)
    assert check(cluster, rules, tables["parquet"]) == lint(sources(), rules)


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


def test_what_a_worker_says_to_the_user_is_one_line(cluster: Cluster) -> None:
    with pytest.raises(ClusterError, match=r"^the cluster could not do the work: ValueError: .*$"):
        list(cluster.map(int, ["4", "x"]))
    assert list(cluster.map(int, ["4", "5"])) == [4, 5]


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
