"""Measures a check on a Spark cluster of this machine: python tests/bench/cluster.py [--reports 20000] [--workers 1 2].

Prints a row for each number of workers: what a clock shows from the first report to the last finding, what the
processors of all workers worked (Java and Python, which other programs disturb less), what tasks wrote for other tasks,
and the most memory that one process of Python held. `--reprints` adds so many copies of one report, as a wire story has
in all its papers: the claims of that story are heavy keys.
"""

import argparse
import os
import sys
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))
from lint.rulebook import discover, select
from lint.runners.spark import Work
from lint.runners.spark_cluster import Cluster
from lint.source import Source
from tests.bench.generate import write
from tests.machines import Machines

TICK = os.sysconf("SC_CLK_TCK")
ALL = (False,)  # of the executors of Spark, those that are there


class Used(NamedTuple):
    """What processes have used."""

    work: float  # seconds of processors
    held: float  # megabytes, the most that one process of Python held at any time


def main() -> None:
    """Read the command line, measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--reprints", type=int, default=0)
    parser.add_argument("--memory", default="4g", help="of each worker")
    asked = parser.parse_args()
    with TemporaryDirectory() as place:
        folder = Path(place) / "reports"
        write(folder, asked.reports)
        _reprint(folder, asked.reprints)
        sys.stdout.write(
            f"{'workers':>8} {'reports':>9} {'findings':>9} {'clock':>9} {'work':>9} {'shuffled':>9} {'held':>8}\n"
        )
        for workers in asked.workers:
            sys.stdout.write(_row(folder, Path(place), workers, asked.memory) + "\n")
            sys.stdout.flush()


def _reprint(folder: Path, count: int) -> None:
    original = (folder / "000/000000.md").read_text(encoding="utf-8")
    for number in range(count):
        if number % 1000 == 0:
            (folder / f"again{number // 1000:03}").mkdir()
        (folder / f"again{number // 1000:03}/{number:06}.md").write_text(original, encoding="utf-8")


def _row(folder: Path, place: Path, workers: int, memory: str) -> str:
    rules = tuple(select(discover()))
    sources = [Source(str(path)) for path in sorted(folder.rglob("*.md"))]
    logs = place / f"of{workers}"
    logs.mkdir()
    with ExitStack() as stack:
        settings = f"spark.executor.memory {memory}\nspark.driver.memory 2g\n"
        machines = Machines(logs, stack, settings)
        started = [machines.worker(f"worker{number}", memory="6g") for number in range(workers)]
        os.environ.update(machines.environment())
        with Cluster(machines.url) as cluster:
            list(cluster.map(partial(map, str), range(100 * workers)))  # before the clock: Java and Python start
            before, began = used([each.pid for each in started]), perf_counter()
            work = Work(cluster, rules, None)
            work.read(sources, (), ())
            found = work.findings()
            clock, after = perf_counter() - began, used([each.pid for each in started])
            shuffled = _shuffled(cluster) / 1e6
    told = f"{workers:>8} {found.reports:>9,} {len(found.diagnostics):>9,}"
    return f"{told} {clock:>8.1f}s {after.work - before.work:>8.1f}s {shuffled:>6.1f} MB {after.held:>5.0f} MB"


def _shuffled(cluster: Cluster) -> int:
    """The bytes that tasks have written for other tasks."""
    executors = cluster.session.sparkContext._jsc.sc().statusStore().executorList(*ALL)
    return sum(executors.apply(number).totalShuffleWrite() for number in range(executors.size()))


def used(sessions: list[int]) -> Used:
    """What the processes of these sessions have used, those that have ended and were waited for among them."""
    work, held = 0.0, 0.0
    for process in Path("/proc").iterdir():
        try:
            name, _, rest = (process / "stat").read_text().rpartition(") ")
            numbers = rest.split()
            if int(numbers[3]) in sessions:
                work += sum(map(int, numbers[11:15])) / TICK
                if "(python" in name:
                    status = (process / "status").read_text()
                    held = max(held, int(status.partition("VmHWM:")[2].split()[0]) / 1000)
        except (OSError, ValueError, IndexError):
            continue  # no process, or one that has just ended
    return Used(work, held)


if __name__ == "__main__":
    main()
