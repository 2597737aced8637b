"""Measures factlint beside codespell, and prints a table: python tests/bench/compare.py [--reports 4000] [--runs 10].

Both must be installed where this Python is (pip install . codespell). Times are of whole processes, the best of all
runs, in milliseconds: what a clock shows, and what the processors worked, which other programs disturb less.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.bench.generate import write

ANYTHING = (0, 1, 64, 65)  # exit statuses: findings are none of our concern here


@dataclass(frozen=True, slots=True)
class Time:
    """How long a process took, in milliseconds."""

    clock: float
    work: float


def main() -> None:
    """Read the command line, measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=4000)
    parser.add_argument("--runs", type=int, default=10)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "reports"
        write(folder, asked.reports)
        size = sum(path.stat().st_size for path in folder.rglob("*.md"))
        print(f"{asked.reports} reports, {size / 1e6:.1f} MB, {os.cpu_count()} processors")  # noqa: T201
        print(f"{'':46}{'clock':>10}{'work':>10}{'ratio':>8}")  # noqa: T201
        for row in _rows(folder, asked.runs):
            print(row)  # noqa: T201


def _rows(folder: Path, runs: int) -> Iterator[str]:
    (Path(folder.parent) / "factlint.toml").write_text('paths = ["reports"]\n', encoding="utf-8")
    codespell, factlint = (str(Path(sys.executable).with_name(name)) for name in ("codespell", "factlint"))
    if missing := [program for program in (codespell, factlint) if not Path(program).is_file()]:
        sys.exit(f"compare: there is no {missing[0]}; install it where this Python is")
    cache = folder.parent / "cache"
    one = str(min(folder.rglob("*.md")))
    alone = [factlint, "check", "--isolated", "--cache-dir", str(cache), one]

    def forget() -> None:
        shutil.rmtree(cache, ignore_errors=True)

    def change() -> None:
        with Path(one).open("a", encoding="utf-8") as report:
            report.write("\nNothing more is known.\n")

    def row(name: str, time: Time, against: Time) -> str:
        return f"{name:46}{time.clock:8.0f} ms{time.work:7.0f} ms{time.work / against.work:8.2f}"

    spelt = best([codespell, one], folder.parent, runs)
    yield row("codespell, one report", spelt, spelt)
    yield row("factlint, one report, no cache", best([*alone, "--no-cache"], folder.parent, runs), spelt)
    yield row("factlint, one report, nothing cached", best(alone, folder.parent, runs, before=forget), spelt)
    yield row("factlint, one report, cached", best(alone, folder.parent, runs), spelt)
    spelt_all = best([codespell, str(folder)], folder.parent, 2)
    yield row("codespell, the folder", spelt_all, spelt_all)
    everything = [factlint, "check", "--cache-dir", str(cache), "--output-format", "jsonl"]
    yield row("factlint, the folder, nothing cached", best(everything, folder.parent, 1, before=forget), spelt_all)
    few = max(2, runs // 3)
    yield row("factlint, the folder, nothing changed", best(everything, folder.parent, few), spelt_all)
    yield row(
        "factlint, the folder, one report changed", best(everything, folder.parent, few, before=change), spelt_all
    )
    hook = [*everything, one]
    yield row("factlint, one report that changed, and all", best(hook, folder.parent, few, before=change), spelt)


def best(command: list[str], folder: Path, runs: int, before: Callable[[], None] = lambda: None) -> Time:
    """The shortest times of so many runs of a command, each after something was done."""
    times = []
    for _ in range(runs):
        before()
        start = perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        times.append(Time((perf_counter() - start) * 1000, (used.ru_utime + used.ru_stime) * 1000))
        if process.returncode not in ANYTHING:
            sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return Time(min(time.clock for time in times), min(time.work for time in times))


if __name__ == "__main__":
    main()
