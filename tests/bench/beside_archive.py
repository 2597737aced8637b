"""Measures a hook beside an archive: python tests/bench/beside_archive.py [--reports 2500 10000 --runs 5].

For archives of each size: what adding takes at its peak, and what it takes to check one report that was changed just
now, beside codespell on the same report. Processor seconds, the least of all runs; what does not grow, is flat.
codespell must be installed where this Python is.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.bench.compare import ANYTHING
from tests.bench.generate import write


@dataclass(frozen=True, slots=True)
class Use:
    """What a command used: processor seconds, and megabytes at its peak, in any one process."""

    seconds: float
    peak: float


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, nargs="+", default=[2_500, 10_000])
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    sys.stdout.write(f"{'reports':>8} {'archive':>8} {'adding':>17} {'checking':>17} {'again':>8} {'codespell':>10}\n")
    for reports in asked.reports:
        with TemporaryDirectory() as place:
            sys.stdout.write(row(Path(place), reports, asked.runs))
            sys.stdout.flush()


def row(folder: Path, reports: int, runs: int) -> str:
    """The row of an archive of so many reports."""
    write(folder / "reports", reports)
    new = folder / "new.md"
    new.write_bytes((folder / "reports" / "000" / f"{reports // 2 % 1000:06}.md").read_bytes())
    (folder / "factlint.toml").write_text("", encoding="utf-8")

    def change() -> None:
        with new.open("a", encoding="utf-8") as report:
            report.write("\nNothing more is known.\n")

    adding = used(["factlint", "archive", "add", "reports"], folder)
    check = ["factlint", "check", "--archive", "archive.db", "new.md"]
    checking = least(check, folder, runs, change)
    again = least(check, folder, runs)
    codespell = least(["codespell", "new.md"], folder, runs)
    size = (folder / "archive.db").stat().st_size / 1e6
    return (
        f"{reports:>8,} {size:>5.0f} MB {adding.seconds:>6.1f} s {adding.peak:>5.0f} MB"
        f" {checking.seconds:>6.2f} s {checking.peak:>5.0f} MB {again.seconds:>6.2f} s {codespell.seconds:>8.2f} s\n"
    )


def least(command: list[str], folder: Path, runs: int, before: Callable[[], None] = lambda: None) -> Use:
    """The least that so many runs of a command used, each after something was done."""
    found = []
    for _ in range(runs):
        before()
        found.append(used(command, folder))
    return min(found, key=lambda each: each.seconds)


def used(command: list[str], folder: Path) -> Use:
    """What a command used that is installed where this Python is."""
    program, *rest = command
    process = subprocess.Popen(
        [str(Path(sys.executable).with_name(program)), *rest],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, use = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in ANYTHING:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return Use(use.ru_utime + use.ru_stime, use.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
