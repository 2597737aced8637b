"""Compiles the lexicon: words.index (every word that is no misspelling) and words.tsv (the common ones).

    pip install wordfreq==3.1.1
    apt-get download scowl wordnet-base && for each: dpkg -x PACKAGE.deb unpacked
    python rules/tables/build_words.py unpacked/usr/share

Sources and licences are in README.md beside this file. Misspellings among the words of the web are found by
rule (a rare word one slip away from a word fifty times as frequent is no word), not by hand.
"""

import gzip
import re
import sys
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from unicodedata import combining, normalize

HERE = Path(__file__).parent

SCOWL_SIZE = 80  # larger SCOWL lists (95) hold the common misspellings themselves
COMMON_SIZE = 70  # what may be suggested
COMMON_ZIPF = 2.0  # Zipf: the logarithm of how often a word stands in a billion
NOT_SPELLINGS = ("variant_3-", "special-roman")  # spellings that few accept, and numbers
NAMES = ("upper", "proper-names", "abbreviations")  # words that are written with a capital letter
NAME = "N"
WEB_ZIPF = 2.0  # words that no list has are words if the web writes them this often ...
WEB_RATIO = 1.7  # ... and no word that is 50 times as frequent is one slip away,
LONG_RATIO = 1.2  # or 15 times, where the word is long (“indispensible”),
LONG = 8
GRAMMAR_ZIPF = 6.0  # the words of grammar, which are never closed up
COMPOUND_ZIPF = 4.0
DOUBLING_RATIO = 0.7  # or 5 times, where the slip is a letter doubled or not (“accomodate”)

# Spellings that broad lists tolerate and that no news desk does.
TOLERATED = frozenset(
    "accidently canvased canvasing cocain incidently miniscule publically restauranteur restauranteurs sacreligious "
    "supercede superceded supercedes superceding undoubtably unequivocably alot eachother aswell alittle atleast "
    "ofcourse noone everytime infact incase thankyou inspite abit".split()
)

# Words that English knows only in borrowed phrases (“en masse”), and that the lists therefore lack.
BORROWED = frozenset(
    "masse fait joie vivre mori cul sac maitre raison d'etre hoc quo mortem facto jure capita diem annum bono alia "
    "corpus voce priori ergo vitae libre avion mah jongg pai gow chai wan chong loco parentis forma rata prix guerre "
    "exeunt carte nouveau riche belle epoque coup dolce vita mano amigo por favor nada queso pollo carne asada".split()
)

PARTS = "nvarpsdg"
VOWELS = "aeiou"
DOUBLED_BEFORE_ENDING = re.compile(r"[^aeiou][aeiou][bdgklmnprstvz]\Z")
DOUBLE = re.compile(r"(.)\1")
WORD = re.compile(r"[a-z]+(?:'[a-z]+)?\Z")


def main(share: Path) -> None:
    """Write both tables from the unpacked Debian packages under `share` and the installed wordfreq."""
    listed = dict(scowl(share / "dict" / "scowl"))
    zipf = frequencies()
    trusted = {word for word, size in listed.items() if size <= SCOWL_SIZE} - TOLERATED | BORROWED
    common = {word for word in trusted if listed.get(word, 99) <= COMMON_SIZE and zipf.get(word, 0) >= COMMON_ZIPF}
    common = {word for word in common if WORD.match(word)}
    pairs = set(open_compounds(share / "wordnet" / "index.noun", common))
    known = trusted | pairs | set(words_of_the_web(zipf, trusted, common)) - set(closed_up())
    fingerprints = array("I", sorted({zlib.crc32(word.encode()) for word in known}))
    if sys.byteorder == "big":
        fingerprints.byteswap()
    (HERE / "words.index").write_bytes(fingerprints.tobytes())
    parts = parts_of_speech(share / "wordnet", common)
    names = common - {word for word, size in scowl(share / "dict" / "scowl", NAMES) if size <= COMMON_SIZE}
    parts |= dict.fromkeys(names, NAME)
    lines = (f"{word}\t{round(zipf[word] * 10)}\t{parts.get(word, '')}\n" for word in sorted(common))
    (HERE / "words.tsv").write_text("".join(lines), encoding="utf-8", newline="\n")


def scowl(folder: Path, without: tuple[str, ...] = ()) -> Iterator[tuple[str, int]]:
    """Each word of SCOWL in lower case, with the smallest size of a list that has it, some kinds of list left out."""
    sizes: dict[str, int] = {}
    for path in folder.iterdir():
        if any(kind in path.name for kind in NOT_SPELLINGS + without):
            continue
        size = int(path.suffix[1:])
        for word in path.read_text(encoding="utf-8").split():
            folded = word.lower()
            for spelling in (folded, _without_accents(folded)):
                sizes[spelling] = min(size, sizes.get(spelling, size))
    yield from sizes.items()


def _without_accents(word: str) -> str:
    """As agencies send it: “cafes”, “fiance”."""
    return "".join(letter for letter in normalize("NFD", word) if not combining(letter))


def frequencies() -> dict[str, float]:
    """The Zipf frequency of every English word that wordfreq counted."""
    msgpack = import_module("msgpack")  # comes with wordfreq
    found = find_spec("wordfreq")
    if found is None or found.origin is None:
        raise SystemExit("pip install wordfreq")
    content = gzip.decompress((Path(found.origin).parent / "data" / "large_en.msgpack.gz").read_bytes())
    _, *buckets = msgpack.loads(content)  # bucket n: the words whose frequency is 10 ** (-n / 100)
    return {word: 9 - number / 100 for number, words in enumerate(buckets) for word in words}


def words_of_the_web(zipf: Mapping[str, float], trusted: set[str], common: set[str]) -> Iterator[str]:
    """Words too new for the lists (“cybersecurity”), without the frequent misspellings (“recieve”)."""
    shapes: defaultdict[str, list[str]] = defaultdict(list)
    for word in common:
        for shape in _shapes(word):
            shapes[shape].append(word)
    for word, frequency in zipf.items():
        if frequency < WEB_ZIPF or word in trusted or word in TOLERATED or not word.isalpha():
            continue
        if any(min(zipf.get(word[:n], 0), zipf.get(word[n:], 0)) > GRAMMAR_ZIPF for n in range(2, len(word) - 1)):
            continue  # “inthe”
        near = {other for shape in _shapes(word) for other in shapes.get(shape, ())}
        if _is_compound(word, zipf, common) or all(zipf[other] < frequency + _ratio(word, other) for other in near):
            yield word


def _is_compound(word: str, zipf: Mapping[str, float], common: set[str]) -> bool:
    """Whether a word is two common words closed up (“frontend”)."""
    halves = ((word[:place], word[place:]) for place in range(4, len(word) - 2))
    return any({*pair} <= common and min(zipf[each] for each in pair) >= COMPOUND_ZIPF for pair in halves)


def _ratio(word: str, other: str) -> float:
    """How much more frequent another word must be for this one to be a slip for it (on the Zipf scale)."""
    if word == other.replace("'", ""):
        return -9  # “didnt”, “thats”
    if DOUBLE.sub(r"\1", word) == DOUBLE.sub(r"\1", other):
        return DOUBLING_RATIO
    return LONG_RATIO if len(word) >= LONG else WEB_RATIO


def closed_up() -> Iterator[str]:
    """Two words that nobody closes up, as build_compounds.py counted them (“killswitch”)."""
    for line in (HERE / "closed_up.tsv").read_text(encoding="utf-8").splitlines():
        yield line.partition("\t")[0]


def open_compounds(index: Path, common: set[str]) -> Iterator[str]:
    """What the dictionary writes as two common words (“smart card”)."""
    for lemma in index.read_text(encoding="utf-8").splitlines():
        first, _, second = lemma.split(" ", 1)[0].partition("_")
        if first in common and second in common:
            yield f"{first} {second}"


def _shapes(word: str) -> set[str]:
    """The word, and it without one letter: two words with a shape in common are at most a slip or two apart."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def parts_of_speech(folder: Path, common: Iterable[str]) -> dict[str, str]:
    """What a word can be, the commonest first.

    n noun, p plural noun, v verb, s “runs”, d “walked” (past or participle), g “running”, a adjective, r adverb,
    and N alone for what is only a name or an abbreviation.
    """
    counts = _tagged(folder)
    files = {"n": "index.noun", "v": "index.verb", "a": "index.adj", "r": "index.adv"}
    lemmas = {kind: _index(folder / name) for kind, name in files.items()}
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for kind, words in lemmas.items():
        for word in words:
            found[word][kind] = counts.get((word, kind), 0)
            for form, part in _forms(word, kind):
                found[form][part] = max(counts.get((word, kind), 0), found[form].get(part, 0))
    for name, kind in (("noun", "p"), ("verb", "d")):
        for line in (folder / f"{name}.exc").read_text(encoding="utf-8").splitlines():
            form, lemma, *_ = line.split()
            part = "g" if kind == "d" and form.endswith("ing") else kind
            found[form].setdefault(part, counts.get((lemma, name[0]), 0))
    return {word: _ranked(found[word]) for word in common if word in found}


def _ranked(counts: Mapping[str, int]) -> str:
    """The parts of speech, without those that are a fiftieth of the commonest or less."""
    most = max(counts.values())
    common = [part for part in PARTS if counts.get(part, -1) * 50 >= most]
    return "".join(sorted(common, key=lambda part: -counts[part]))


def _tagged(folder: Path) -> dict[tuple[str, str], int]:
    """How often WordNet's readers tagged each lemma as each part of speech."""
    counts: defaultdict[tuple[str, str], int] = defaultdict(int)
    for line in (folder / "cntlist.rev").read_text(encoding="utf-8").splitlines():
        key, _, count = line.split()
        lemma, _, sense = key.partition("%")
        counts[lemma, "?nvara"[int(sense[0])]] += int(count)
    return counts


def _index(path: Path) -> set[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return {line.split(" ", 1)[0] for line in lines if line[0] != " " and WORD.match(line.split(" ", 1)[0])}


def _forms(lemma: str, kind: str) -> Iterator[tuple[str, str]]:
    if kind == "n":
        yield (lemma[:-3] + "men" if lemma.endswith("man") else _with_s(lemma)), "p"
    elif kind == "v":
        yield _with_s(lemma), "s"
        for stem in _stems(lemma):
            yield stem + "ed", "d"
            yield stem + "ing", "g"
        if lemma.endswith("ie"):
            yield lemma[:-2] + "ying", "g"
        if lemma.endswith("y") and lemma[-2:-1] not in tuple(VOWELS):
            yield lemma[:-1] + "ied", "d"


def _with_s(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in tuple(VOWELS):
        return lemma[:-1] + "ies"
    return lemma + "s"


def _stems(lemma: str) -> Iterator[str]:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        yield lemma[:-1]
        return
    yield lemma.removesuffix("e")
    yield lemma
    if DOUBLED_BEFORE_ENDING.search(lemma):
        yield lemma + lemma[-1]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
