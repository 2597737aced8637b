"""A Spark cluster: how one is reached, and what it says when it cannot do its work, in one line for the user."""

import os
import re
import socket
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import chdir, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, TypeVar

from lint.compiled import compiled
from lint.errors import ClusterError, FactlintError
from lint.runners import spark_tables
from lint.source import Source

if TYPE_CHECKING:
    from pyspark import RDD

T = TypeVar("T")
R = TypeVar("R")

PATIENCE = 10  # seconds for a master to answer; Spark itself gives it a minute
WAITING = "spark.scheduler.maxRegisteredResourcesWaitingTime"  # the setting after which Spark begins with fewer workers
WAITED = "60s"  # for the first worker, where nobody has set it
PER_PART = 25  # reports at least: what is lost with a worker is little, and none idles at the end
QUIET = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR"}
PARTITIONS = "spark.sql.shuffle.partitions"
SAID = compiled(r"<<factlint: (.*?)>>", re.DOTALL)


class Cluster:
    """A session on a Spark cluster, for the time of a `with` block; raises ClusterError where there is none.

    A session that this process has already, such as a notebook's, is used and left as it is.
    """

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
        with translated(), _hushed():
            self._is_ours = SparkSession.getActiveSession() is None
            self.session = builder.getOrCreate()
            try:
                self._await_worker()
            except BaseException:
                self.__exit__()
                raise
            settings = self.session.sparkContext.getConf()
            asked = settings.get("spark.default.parallelism")
            self.parts = int(asked) if asked else 2 * max(2, self.session.sparkContext.defaultParallelism)
            if settings.get(PARTITIONS) is None:
                self.session.conf.set(PARTITIONS, str(self.parts))
        return self

    def __exit__(self, *raised: object) -> None:
        """Lets go of the workers."""
        if self._is_ours:
            with suppress(Exception):
                self.session.stop()

    def map(self, work: Callable[[Iterable[T]], Iterable[R]], items: Iterable[T]) -> Iterator[R]:
        """The results in the order of the items, as from any runner."""
        with translated():
            yield from self.spread(list(items)).mapPartitions(work).collect()

    def spread(self, items: "Sequence[T]") -> "RDD[T]":
        """These items on the cluster."""
        return self.session.sparkContext.parallelize(items, min(4 * self.parts, len(items) // PER_PART + 1))

    def rows(self, tables: Sequence[str], paths: Iterable[str]) -> Iterator[Source]:
        """The reports of these paths in tables."""
        with translated():
            for table in tables:
                yield from spark_tables.only(frozenset(paths), spark_tables.rows(self.session, table))

    def _await_worker(self) -> None:
        """Raises ClusterError where no worker takes part for as long as Spark's own settings bid wait for workers."""
        context = self.session.sparkContext._jsc.sc()
        if context.isLocal():
            return
        seconds = context.conf().getTimeAsSeconds(WAITING, WAITED)
        until = time.monotonic() + seconds
        while len(context.statusTracker().getExecutorInfos()) < 2:  # the first is the driver
            if time.monotonic() > until:
                raise ClusterError(
                    f"the master {self.master} gave no worker within {seconds} seconds; start one, or wait longer for"
                    f" a busy cluster: {WAITING} in spark-defaults.conf"
                )
            time.sleep(0.1)


@contextmanager
def told() -> Iterator[None]:
    """Marks what a worker has to say to the user, so that the driver finds it in all that Spark says around it."""
    try:
        yield
    except FactlintError as error:
        raise RuntimeError(f"<<factlint: {error}>>") from None


@contextmanager
def translated() -> Iterator[None]:
    """What Spark raises, as one line for the user."""
    try:
        yield
    except (FactlintError, GeneratorExit):
        raise
    except Exception as error:
        raise ClusterError(_reason(error)) from None


@contextmanager
def at(folder: str) -> Iterator[None]:
    """Works in the driver's folder, where it is there: paths are relative to it."""
    if not Path(folder).is_dir():
        yield
        return
    with chdir(folder):
        yield


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
