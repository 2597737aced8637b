"""Compiles confused_words.index and missing_words.index: where to look which phrases up.

    python rules/tables/build_phrases.py

Each line has a word, the word after it or “-”, and the lines in the table of the phrases of which these are the rarest
words. Run it whenever a table of phrases was edited; a test compares.
"""

from collections import defaultdict
from pathlib import Path

from lint.rules._phrases import phrases
from lint.rules._telling import NOTHING

HERE = Path(__file__).parent
TABLES = ("confused_words.csv", "missing_words.csv")


def index(table: Path) -> str:
    """The index of a table of phrases, single words first."""
    lines: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for number, phrase in phrases(table):
        for key in phrase.keys:
            lines[(key, NOTHING) if isinstance(key, str) else key].append(str(number))
    ordered = sorted(lines.items(), key=lambda entry: (entry[0][1] != NOTHING, entry[0]))
    return "".join(f"{first} {second} {','.join(numbers)}\n" for (first, second), numbers in ordered)


def main() -> None:
    """Write the index beside each table."""
    for name in TABLES:
        table = HERE / name
        table.with_suffix(".index").write_text(index(table), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
