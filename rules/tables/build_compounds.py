"""Compiles the compounds: closed_up.tsv (two words that nobody closes up) and torn.tsv (one word that is torn in two).

    pip install wordfreq==3.1.1 wordsegment==1.3.1 pocketsphinx==5.1.1
    apt-get download scowl wordnet-base && for each: dpkg -x PACKAGE.deb unpacked
    python rules/tables/build_words.py unpacked/usr/share && python rules/tables/build_compounds.py unpacked/usr/share

Which form of a compound is right is a question of usage, and is answered by counting: how often the two words stand
side by side, and how often they stand as one, in two collections of English. Sources and licences are in README.md
beside this file. Run build_words.py once more afterwards: what nobody closes up is no word.
"""

import math
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from lint.rules._lexicon import common, parts, zipf
from lint.rules.tables.build_words import SCOWL_SIZE, frequencies, scowl

HERE = Path(__file__).parent

EVERYDAY_SIZE = 60  # of SCOWL: what most dictionaries have
CLOSED_TWICE = 1.25  # the two words stand apart at least so many times as often as closed up
RARELY_CLOSED = 2.3  # on the Zipf scale, where only one collection knows
NEVER_CLOSED = 2.6  # more frequent: a matter of style
SEEN = 1.3  # the frequency of two words side by side that is no accident
SEEN_OFTEN = 2.0
SEEN_ON_THE_WEB = 150_000
UNSEEN = 10_000  # what the lists of the web leave out is rarer
PRODUCTIVE = 8  # compounds: a second part of so many makes new ones as it likes (“-house”, “-maker”)
HYPHENATED = frozenset("self semi pro hi anti".split())
AT_HOME_CLOSED = frozenset("clusterfuck rowhouse tipline".split())  # whatever the counts say
TORN, TORN_A_LITTLE = 0.9, 0.5  # how much more frequent the one word is, on the Zipf scale
TORN_ON_THE_WEB = 0.2

# Writes the model as text. What this version crashes at are the triples, which follow the pairs.
WRITE = """
import pathlib, pocketsphinx, sys
model = pathlib.Path(pocketsphinx.__file__).parent / "model" / "en-us" / "en-us.lm.bin"
options, logarithms = pocketsphinx.Config(), pocketsphinx.LogMath()
read = pocketsphinx.NGramModel(options, logarithms, str(model))
read.write(sys.argv[1], read.str_to_type("arpa"))
"""


class Counts(NamedTuple):
    """How often words stand alone and side by side: on the web, and on the Zipf scale elsewhere."""

    words: Mapping[str, int]
    pairs: Mapping[str, int]
    seen: Mapping[tuple[str, str], float]

    def zipf_of(self, pair: tuple[str, str]) -> float:
        """The frequency of two words side by side; 0 where it was too rare to be kept."""
        return self.seen.get(pair, 0.0)


def main(share: Path) -> None:
    """Write both tables from the unpacked Debian packages under `share` and the installed packages."""
    sizes, counts, alone = dict(scowl(share / "dict" / "scowl")), read_counts(), frequencies()
    nouns = _index(share / "wordnet" / "index.noun")
    closed = sorted(closed_up(sizes, counts, alone, nouns))
    lines = (f"{word}\t{place}\n" for word, place in dict(closed).items())
    (HERE / "closed_up.tsv").write_text("".join(lines), encoding="utf-8", newline="\n")
    torn_apart = sorted(torn(sizes, counts, alone))
    lines = (f"{first}\t{second}\t{how}\n" for first, second, how in torn_apart)
    (HERE / "torn.tsv").write_text("".join(lines), encoding="utf-8", newline="\n")


def closed_up(
    sizes: Mapping[str, int], counts: Counts, alone: Mapping[str, float], nouns: set[str]
) -> Iterator[tuple[str, int]]:
    """Words that no list has, made of two that stand side by side far more often; and where they are to be parted."""
    productive = Counter(word[place:] for word, place in _compounds(sizes, rarest=0) if "n" in parts(word[:place]))
    apart = set(counts.seen) | {(first, second) for first, _, second in map(_parted, counts.pairs)}
    for first, second in apart:
        word = first + second
        singular = word.removesuffix("s")
        if len(second) < 3 or sizes.get(word, 99) <= SCOWL_SIZE or sizes.get(singular, 99) <= SCOWL_SIZE:
            continue
        if zipf(word) or sizes.get(f"{word}s", 99) <= EVERYDAY_SIZE or first in HYPHENATED or word in AT_HOME_CLOSED:
            continue
        listed = f"{first}_{second}" in nouns or f"{first}_{second.removesuffix('s')}" in nouns
        if not (
            _is_everyday(first, sizes) and _is_everyday(second, sizes) and _are_nouns(first, second, listed=listed)
        ):
            continue
        often, closed = counts.zipf_of((first, second)), alone.get(word, 0.0)
        on_the_web = counts.pairs.get(f"{first} {second}", 0)
        together = counts.words.get(word, 0)
        is_usual_apart = on_the_web / (together + UNSEEN) >= CLOSED_TWICE and (
            listed or often >= SEEN or on_the_web > SEEN_ON_THE_WEB
        )
        is_rare_closed = (
            SEEN <= often >= closed - 0.1
            and closed <= RARELY_CLOSED
            and productive[second] < PRODUCTIVE
            and together < 40 * UNSEEN
        )
        if (
            closed < NEVER_CLOSED
            and (is_usual_apart or is_rare_closed)
            and (closed or often >= SEEN_OFTEN or on_the_web > SEEN_ON_THE_WEB)
        ):
            yield word, len(first)


def torn(sizes: Mapping[str, int], counts: Counts, alone: Mapping[str, float]) -> Iterator[tuple[str, str, str]]:
    """Everyday words, parted into two nouns that hardly ever stand side by side; and whether that is wrong or style."""
    for word, place in _compounds(sizes, rarest=2.3):
        first, second = word[:place], word[place:]
        if not (_is_noun(first) and _is_mainly_noun(second)) or "N" in parts(word):
            continue
        if max(sizes.get(first, 99), sizes.get(second, 99)) >= EVERYDAY_SIZE:
            continue
        lead = alone.get(word, 0.0) - counts.zipf_of((first, second))
        lead_on_the_web = math.log10(
            (counts.words.get(word, 0) + 1) / (counts.pairs.get(f"{first} {second}", 0) + 5 * UNSEEN)
        )
        if lead >= TORN and lead_on_the_web >= TORN_ON_THE_WEB:
            yield first, second, "wrong"
        elif lead >= TORN_A_LITTLE and lead_on_the_web >= 0:
            yield first, second, "style"


def read_counts() -> Counts:
    """The counts of the web, and the language model of a speech recogniser."""
    found = find_spec("wordsegment")
    if found is None or found.origin is None:
        raise SystemExit("pip install wordsegment pocketsphinx")
    folder = Path(found.origin).parent
    return Counts(_counted(folder / "unigrams.txt"), _counted(folder / "bigrams.txt"), dict(pairs_of_model()))


def _counted(path: Path) -> dict[str, int]:
    counted: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        words, _, count = line.rpartition("\t")
        counted[words.lower()] += int(float(count))
    return counted


def pairs_of_model() -> Iterator[tuple[tuple[str, str], float]]:
    """The pairs of words that the model keeps, with their frequency on the Zipf scale."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder, "model.arpa")
        subprocess.run([sys.executable, "-c", WRITE, plain], check=False)
        alone: dict[str, float] = {}
        order = 0
        with plain.open(encoding="utf-8") as lines:
            for line in lines:
                cells = line.split()
                if line.startswith("\\"):
                    order = int(line[1]) if line[1].isdigit() else 0
                elif order == 1 and len(cells) > 1:
                    alone[cells[1]] = float(cells[0])
                elif order == 2 and len(cells) == 4:
                    yield (cells[1], cells[2]), 9 + alone[cells[1]] + float(cells[0])


def _compounds(sizes: Mapping[str, int], *, rarest: float) -> Iterator[tuple[str, int]]:
    """Everyday words, of this frequency at least, that are two common words side by side; where they are parted."""
    for word, size in sizes.items():
        if size <= EVERYDAY_SIZE and word.isalpha() and word.isascii() and zipf(word) >= rarest:
            for place in range(3, len(word) - 2):
                if min(zipf(word[:place]), zipf(word[place:])) >= 3:
                    yield word, place


def _parted(pair: str) -> tuple[str, str, str]:
    return pair.partition(" ")


def _is_everyday(word: str, sizes: Mapping[str, int]) -> bool:
    return len(word) > 1 and word.isalpha() and sizes.get(word, 99) <= EVERYDAY_SIZE and common(word) is not None


def _are_nouns(first: str, second: str, *, listed: bool) -> bool:
    """Whether two words make a compound noun; after an adjective only if a dictionary lists it."""
    one, other = parts(first), parts(second)
    if not one or "N" in one + other or one[0] == "r" or not other:
        return False
    return (listed or _is_noun(first)) and (
        other[0] in "np" or (other[0] in "vs" and not {"n", "p"}.isdisjoint(other[:3]))
    )


def _is_noun(word: str) -> bool:
    kinds = parts(word)
    return kinds[:1] == "n" or (kinds[:1] == "v" and "n" in kinds[:2])


def _is_mainly_noun(word: str) -> bool:
    """Whether a word is rather a noun than a verb: “works” is not."""
    kinds = parts(word)
    return kinds[:1] in ("n", "p") and not ("s" in kinds and parts(word.removesuffix("s"))[:1] == "v")


def _index(path: Path) -> set[str]:
    return {line.split(" ", 1)[0] for line in path.read_text(encoding="utf-8").splitlines() if line[0] != " "}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
