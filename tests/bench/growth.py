"""Measures how comparing grows with the number of reports: python tests/bench/growth.py [--reports 1000 4000 16000].

Reading and finding grow with the text, each report alone; what could grow faster is linking reports into stories and
setting their claims side by side. Processor seconds of one process; the exponent is that of a power of the reports.
Python's search for garbage is held back while comparing: its passes fall where they fall, and cost up to two thirds
more.
"""

import argparse
import gc
import sys
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from lint.comparison import compare
from lint.engine import extracts
from lint.rule import CorpusRule
from lint.rulebook import discover
from lint.runners.serial import Serial
from lint.source import Source

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.bench.generate import write


def seconds(reports: int) -> tuple[float, float, int]:
    """The seconds of extracting and of comparing so many reports, and the number of findings between them."""
    rules = [rule for rule in discover().values() if isinstance(rule, CorpusRule)]
    with TemporaryDirectory() as folder:
        write(Path(folder), reports)
        sources = [Source(str(path)) for path in sorted(Path(folder).rglob("*.md"))]
        began = process_time()
        read = list(extracts(sources, rules, Serial(), None))
        gc.collect()
        gc.disable()
        between = process_time()
        found = sum(1 for _ in compare(read, rules, frozenset(source.path for source in sources)))
        comparing = process_time() - between
        gc.enable()
        return between - began, comparing, found


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, nargs="+", default=[1000, 4000, 16000])
    before: tuple[int, float] | None = None
    sys.stdout.write(f"{'reports':>8} {'extracting':>11} {'comparing':>10} {'findings':>9} {'exponent':>9}\n")
    for reports in parser.parse_args().reports:
        extracting, comparing, found = seconds(reports)
        exponent = f"{log(comparing / before[1]) / log(reports / before[0]):.2f}" if before else ""
        sys.stdout.write(f"{reports:>8} {extracting:>10.2f}s {comparing:>9.2f}s {found:>9} {exponent:>9}\n")
        before = reports, comparing


if __name__ == "__main__":
    main()
