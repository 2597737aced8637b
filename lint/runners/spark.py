"""The Spark runner: many machines. Map, group and reduce as stages of a cluster, with the findings of one machine.

Only numbers and findings come back. The workers need the same Python and the same factlint as the driver.
"""

import os
import pickle
import re
import socket
import sys
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import chdir, contextmanager, suppress
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache, partial
from operator import add
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, TypeVar
from zlib import crc32

from lint.comparison import contrast, touching
from lint.diagnostic import Diagnostic, Severity
from lint.edition import code
from lint.errors import ClusterError, FactlintError
from lint.extract import ELSEWHERE, Extract, extract
from lint.findings import Findings
from lint.render._json import dumped
from lint.render.jsonl import as_object
from lint.rule import Claim, CorpusRule, Rule
from lint.runners import spark_stories, spark_tables
from lint.signature import place_of
from lint.source import Source

if TYPE_CHECKING:
    from pyspark import RDD

T = TypeVar("T")
R = TypeVar("R")

PATIENCE = 10  # seconds for a master to answer; Spark itself gives it a minute
HEAVY = 5_000  # claims of one key: so many are gathered, sorted and packed in shares before they meet
SHARES = 64
PER_PART = 25  # reports at least: what is lost with a worker is little, and none idles at the end
QUIET = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR"}
SAID = re.compile(r"<<factlint: (.*?)>>", re.DOTALL)
PLACE = "path STRING, line INT, `column` INT, end_line INT, end_column INT, start INT, `end` INT, words STRING"
STRUCT = PLACE.replace(" STRING", ": STRING").replace(" INT", ": INT")
SCHEMA = (
    f"rule STRING, severity STRING, message STRING, {PLACE}, related ARRAY<STRUCT<{STRUCT}, message: STRING>>,"
    " help STRING, fix STRUCT<words: STRING, start: INT, `end`: INT, safe: BOOLEAN>, fingerprint STRING"
)

Topic = tuple[Hashable, str, Hashable]  # story (None: all reports), rule and key
Outside = frozenset[str]  # paths of reports that findings need not touch


class Cluster:
    """A session on a Spark cluster, for the time of a `with` block; raises ClusterError where there is none."""

    def __init__(self, master: str) -> None:
        """The cluster of this master."""
        self.master = master

    def __enter__(self) -> "Cluster":
        """Connects."""
        try:
            from pyspark.sql import SparkSession
        except ImportError:
            raise ClusterError("--runner spark needs pyspark; pip install 'factlint[spark]'") from None
        _answering(self.master)
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        builder = SparkSession.builder.master(self.master).appName("factlint")
        for name, value in QUIET.items():
            builder = builder.config(name, value)
        with _translated(), _hushed():
            self.session: SparkSession = builder.getOrCreate()
            asked = self.session.sparkContext.getConf().get("spark.default.parallelism")
        self.parts = int(asked) if asked else 2 * max(2, self.session.sparkContext.defaultParallelism)
        return self

    def __exit__(self, *raised: object) -> None:
        """Lets go of the workers."""
        with suppress(Exception):
            self.session.stop()

    def map(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """The results in the order of the items, as from any runner."""
        with _translated():
            yield from self.spread(list(items)).map(work).collect()

    def spread(self, items: "Sequence[T]") -> "RDD[T]":
        """These items on the cluster."""
        return self.session.sparkContext.parallelize(items, min(4 * self.parts, len(items) // PER_PART + 1))

    def rows(self, tables: Sequence[str], paths: Iterable[str]) -> Iterator[Source]:
        """The reports of these paths in tables."""
        with _translated():
            for table in tables:
                yield from spark_tables.only(frozenset(paths), spark_tables.rows(self.session, table))


@dataclass(frozen=True, slots=True)
class Written:
    """What a cluster wrote: how many findings of each severity, and one of each kind that decides the exit status."""

    numbers: Mapping[Severity, int]
    deciding: Findings


@dataclass(slots=True)
class Work:
    """A check on a cluster: first `read`, then `findings` or `write`."""

    cluster: Cluster
    rules: tuple[Rule, ...]
    window: int | None
    severities: Mapping[str, Any]
    _found: "RDD[Diagnostic] | None" = None
    _reports: int = 0

    def read(self, sources: Sequence[Source], corpus: Sequence[Source], tables: Sequence[str]) -> None:
        """Says which reports are checked, and with which others they are compared. The work itself is done later."""
        with _translated():
            items: RDD[Any] = self.cluster.spread([*sources, *corpus])
            for table in tables:
                rows = spark_tables.rows(self.cluster.session, table)
                if rows.getNumPartitions() < self.cluster.parts:
                    rows = rows.repartition(self.cluster.parts)
                items = items.union(rows)
            work = partial(_extracted, rules=self.rules, folder=os.getcwd(), ours=code())  # noqa: PTH109 - as rules see it
            extracts = items.mapPartitions(work).persist()
            self._reports = self._counted(extracts, len(corpus))
            outside = frozenset(source.path for source in corpus)
            alone = extracts.filter(lambda each: each.path not in outside).flatMap(lambda each: each.diagnostics)
            found = alone
            if any(isinstance(each, CorpusRule) for each in self.rules):
                found = alone.union(self._compared(extracts, outside))
            single = found.map(lambda each: (each, None)).reduceByKey(
                lambda one, _: one, self.cluster.parts, partitionFunc=_of_place
            )
            self._found = single.flatMap(partial(_graded, severities=dict(self.severities))).persist()

    def findings(self) -> Findings:
        """What was found, brought here."""
        with _translated():
            found = set(self._found.collect() if self._found else ())
        return Findings(tuple(sorted(found, key=lambda each: each.sort_key)), self._reports)

    def write(self, folder: str) -> Written:
        """What was found, written by the workers into a folder that is not there yet."""
        if "://" not in folder:
            if os.path.lexists(folder):
                raise ClusterError(f"{folder} is there already; findings are written into a new folder")
            folder = Path(folder).absolute().as_uri()
        found = self._found
        if found is None:
            return Written({}, Findings((), 0))
        with _translated():
            if folder.rstrip("/").endswith(".parquet"):
                self.cluster.session.createDataFrame(found.map(_row), SCHEMA).write.parquet(folder)
            else:
                lines = found.map(lambda each: (dumped(as_object(each)),))
                self.cluster.session.createDataFrame(lines, "value STRING").write.text(folder)
            numbers = found.map(lambda each: (str(each.severity), 1)).reduceByKey(add).collectAsMap()
            failed = found.filter(lambda each: each.is_failure).take(1)
            wrong = found.filter(lambda each: each.severity == "error").take(1)
        deciding = Findings((*failed, *wrong), self._reports)
        return Written({Severity(name): number for name, number in numbers.items()}, deciding)

    def _counted(self, extracts: "RDD[Extract]", beside: int) -> int:
        """The number of reports that are checked, each of them there only once."""
        paths = extracts.filter(lambda each: each.digest is not None).map(lambda each: (each.path, 1))
        double = paths.reduceByKey(add, self.cluster.parts).filter(lambda each: each[1] > 1).keys().take(1)
        if double:
            raise ClusterError(f"two reports are called {double[0]}; each needs a path of its own")
        return extracts.count() - beside

    def _compared(self, extracts: "RDD[Extract]", outside: Outside) -> "RDD[Diagnostic]":
        parts, rules = self.cluster.parts, {each.name: each for each in self.rules if isinstance(each, CorpusRule)}
        signatures = extracts.flatMap(lambda each: each.signatures).persist()
        first = spark_stories.stories(signatures, parts, self.window)
        within = extracts.flatMap(_of_stories).leftOuterJoin(first, parts).flatMap(_by_story)
        claims = extracts.flatMap(_of_all).union(within).persist()
        counts = claims.map(lambda each: (each[0], 1)).reduceByKey(add, parts, partitionFunc=steady)
        heavy = self.cluster.session.sparkContext.broadcast(
            set(counts.filter(lambda each: each[1] > HEAVY).keys().collect())
        )
        light = claims.filter(lambda each: each[0] not in heavy.value).groupByKey(parts, partitionFunc=steady)
        shares = (
            claims.filter(lambda each: each[0] in heavy.value)
            .map(lambda each: ((each[0], _share(each[1][1])), each[1]))
            .groupByKey(parts, partitionFunc=steady)
            .map(lambda each: (each[0][0], pickle.dumps(sorted(each[1], key=_numbered))))
            .groupByKey(parts, partitionFunc=steady)
            .mapValues(lambda packed: [claim for each in packed for claim in pickle.loads(each)])
        )
        compared = partial(_contrasted, rules=rules, outside=outside, folder=os.getcwd())  # noqa: PTH109
        return light.union(shares).mapPartitions(compared)


def steady(value: Any) -> int:
    """A hash that is the same in every process, for values of which rules make keys."""
    match value:
        case None:
            return 0
        case Enum():
            return steady(value.name)
        case str():
            return crc32(value.encode("utf-8", "surrogatepass"))
        case tuple():
            return crc32(repr([steady(each) for each in value]).encode())
        case frozenset():
            return sum(map(steady, value)) & 0xFFFFFFFF
    if is_dataclass(value):
        return steady(tuple(getattr(value, each.name) for each in fields(value) if each.compare))
    return hash(value)  # of numbers and dates: Spark gives all its workers one seed


def _extracted(
    items: Iterable[Source | Extract], *, rules: tuple[Rule, ...], folder: str, ours: bytes
) -> Iterator[Extract]:
    with _told():
        _check_code(ours)
    for item in items:
        if isinstance(item, Extract):
            yield item
            continue
        with _told(), _at(folder):
            found = extract(item, rules)
        yield found


@cache
def _check_code(ours: bytes) -> None:
    if code() != ours:
        raise ClusterError(f"the worker {socket.gethostname()} has another factlint than this machine")


@contextmanager
def _at(folder: str) -> Iterator[None]:
    """Works in the driver's folder, where it is there: paths are relative to it."""
    if not Path(folder).is_dir():
        yield
        return
    with chdir(folder):
        yield


def _of_stories(extract: Extract) -> Iterator[tuple[Any, Any]]:
    """The claims that meet within stories: where they stand, and (number, rule, key, claim)."""
    for number, entry in enumerate(extract.entries):
        if entry.event is not None:
            place: Any = extract.path
            if entry.event != ELSEWHERE:
                place = place_of(extract.signatures[entry.event])
            yield place, (number, entry.rule, entry.key, entry.claim)


def _by_story(placed: tuple[Any, tuple[Any, Any]]) -> Iterator[tuple[Topic, tuple[int, Claim]]]:
    place, ((number, rule, key, claim), first) = placed
    yield (first or place, rule, key), (number, claim)


def _of_all(extract: Extract) -> Iterator[tuple[Topic, tuple[int, Claim]]]:
    """The claims that are compared across all reports."""
    for number, entry in enumerate(extract.entries):
        if entry.event is None:
            yield (None, entry.rule, entry.key), (number, entry.claim)


def _contrasted(
    topics: Iterable[tuple[Topic, Iterable[tuple[int, Claim]]]],
    *,
    rules: Mapping[str, CorpusRule[Any, Any]],
    outside: Outside,
    folder: str,
) -> Iterator[Diagnostic]:
    for (_, rule, key), numbered in topics:
        claims = [claim for _, claim in sorted(numbered, key=_numbered)]  # two of one passage stay in their order
        focus = {claim.passage.path for claim in claims} - outside
        if len(claims) > 1 and focus:
            with _told(), _at(folder):
                found = contrast(rules[rule], key, claims)
            yield from touching(found, focus)


def _numbered(each: tuple[int, Claim]) -> int:
    return each[0]


def _share(claim: Claim) -> int:
    return steady(claim.passage.path) % SHARES


def _of_place(found: Diagnostic) -> int:
    passage = found.primary.passage
    return steady((passage.path, passage.span.start))


def _graded(single: tuple[Diagnostic, None], *, severities: Mapping[str, Any]) -> Sequence[Diagnostic]:
    return Findings((single[0],), 1).graded(severities).diagnostics


def _row(found: Diagnostic) -> dict[str, Any]:
    return {**as_object(found), "severity": str(found.severity)}


@contextmanager
def _told() -> Iterator[None]:
    """Marks what a worker has to say to the user, so that the driver finds it in all that Spark says around it."""
    try:
        yield
    except FactlintError as error:
        raise RuntimeError(f"<<factlint: {error}>>") from None


@contextmanager
def _translated() -> Iterator[None]:
    """What Spark raises, as one line for the user."""
    try:
        yield
    except (FactlintError, GeneratorExit):
        raise
    except Exception as error:
        raise ClusterError(_reason(error)) from None


def _reason(error: Exception) -> str:
    text = str(error)
    if said := SAID.search(text):
        return said.group(1)
    if "PYTHON_VERSION_MISMATCH" in text:
        ours = ".".join(map(str, sys.version_info[:2]))
        return f"the workers run another Python than this machine's {ours}; PYSPARK_PYTHON names the one to use"
    if "No module named 'lint" in text:
        return "the workers have no factlint; install it in the Python that they run (PYSPARK_PYTHON names it)"
    if "JAVA_GATEWAY_EXITED" in text or "JAVA_HOME" in text:
        return "Spark did not start; it needs Java 17 or newer"
    raised = re.findall(r"^(?:\w+\.)*(\w*(?:Error|Exception)): (.+)$", text, re.MULTILINE)
    line = ": ".join(raised[0]) if raised else spark_tables.first_line(error)
    return f"the cluster could not do the work: {line[:300]}"


def _answering(master: str) -> None:
    """Raises ClusterError unless one of the masters of a standalone cluster takes a connection."""
    if not master.startswith("spark://"):
        return
    reason = "it names no host and port"
    for named in master.removeprefix("spark://").split(","):
        host, _, port = named.rpartition(":")
        if not host or not port.isdigit() or int(port) > 65535:
            continue
        try:
            socket.create_connection((host.strip("[]"), int(port)), PATIENCE).close()
        except OSError as error:
            reason = error.strerror or str(error)
        else:
            return
    raise ClusterError(f"there is no Spark master at {master}: {reason}")


@contextmanager
def _hushed() -> Iterator[None]:
    """Has Java, which is started within, write to nobody: what matters is raised, and the workers keep logs."""
    with TemporaryFile() as nowhere:
        kept = os.dup(2)
        os.dup2(nowhere.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)
