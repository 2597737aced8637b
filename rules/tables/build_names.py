"""Compiles names.tsv: how common the given names and surnames of Americans are.

    pip download names==0.3.0 --no-deps --no-binary :all: && tar xf names-0.3.0.tar.gz
    python rules/tables/build_names.py names-0.3.0/names

The package carries the three frequency files of the US census of 1990; see README.md beside this file.
"""

import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent

RAREST_SURNAME = 0.001  # per cent of the population: one in 100,000


def main(folder: Path) -> None:
    """Write the table from the census files in a folder."""
    counts: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for column, source in ((0, "dist.male.first"), (0, "dist.female.first"), (1, "dist.all.last")):
        for line in (folder / source).read_text(encoding="ascii").splitlines():
            name, per_cent = line.split()[:2]
            if column == 0 or float(per_cent) >= RAREST_SURNAME:
                counts[name.lower()][column] += float(per_cent)
    lines = (f"{name}\t{given * 1000:.0f}\t{surname * 1000:.0f}\n" for name, (given, surname) in sorted(counts.items()))
    (HERE / "names.tsv").write_text("".join(lines), encoding="ascii", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
