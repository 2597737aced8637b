"""Measures how time and memory grow with the number of reports: python tests/bench/growth.py [--reports 2500 10000].

Reports are read by two workers, then linked into stories and compared, all of them at once, under the rules that run by
default and with Python's search for garbage as it is in factlint. Seconds are of processors, in all processes; the
exponents are those of a power of the reports, of comparing alone and of all. The peak is that of the process that holds
what all reports say.
"""

import argparse
import gc
import json
import subprocess
import sys
from math import log
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))
from lint.cli import GARBAGE
from lint.comparison import compare
from lint.engine import extracts
from lint.rulebook import discover
from lint.runners.pool import Pool
from lint.source import Source
from tests.bench.generate import write


def main() -> None:
    """Print a table, each row measured in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, nargs="+", default=[2_500, 10_000, 40_000])
    parser.add_argument("--measure", metavar="FOLDER", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        json.dump(measured(Path(asked.measure)), sys.stdout)
        return
    before: dict[str, float] = {}
    headings = f"{'reports':>8} {'reading':>9} {'comparing':>10} {'findings':>9} {'peak':>8} {'exponents':>13}"
    sys.stdout.write(f"{headings}\n")
    for reports in asked.reports:
        with TemporaryDirectory() as folder:
            write(Path(folder), reports)
            command = [sys.executable, __file__, "--measure", folder]
            told = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
        told |= {"reports": reports, "all": told["reading"] + told["comparing"]}
        exponents = [
            f"{log(told[each] / before[each]) / log(reports / before['reports']):.2f}"
            for each in (("comparing", "all") if before else ())
        ]
        sys.stdout.write(
            f"{reports:>8,} {told['reading']:>7.1f} s {told['comparing']:>8.1f} s {told['findings']:>9,}"
            f" {told['peak']:>5.0f} MB {'  '.join(exponents):>13}\n"
        )
        sys.stdout.flush()
        before = told


def measured(folder: Path) -> dict[str, float]:
    """The processor seconds of reading and comparing all reports of a folder, and the peak of memory in megabytes."""
    gc.set_threshold(GARBAGE)
    rules = [rule for rule in discover().values() if rule.default]
    sources = [Source(str(path)) for path in sorted(folder.rglob("*.md"))]
    began = _seconds()
    read = list(extracts(sources, rules, Pool(2), None))
    between = _seconds()
    found = sum(1 for _ in compare(read, rules, frozenset(source.path for source in sources)))
    comparing = _seconds() - between
    peak = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    return {"reading": between - began, "comparing": comparing, "findings": found, "peak": peak}


def _seconds() -> float:
    used = (getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    main()
