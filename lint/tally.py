"""Who is named in an archive, how often and how else: a newsroom's own reports as the beginning of its roster."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from lint.find.names import Kind, Name, names
from lint.find.spellings import folded, have_endings, is_near, resembles
from lint.report import Report


@dataclass(frozen=True, slots=True)
class Entry:
    """A person or a body: the name, the office that most reports give, how many reports name it.

    `variants` are near spellings that fewer reports have, each with their number, the commonest first.
    """

    name: str
    note: str
    reports: int
    variants: tuple[tuple[str, int], ...] = ()


def tally(reports: Iterable[Report], *, at_least: int = 2) -> list[Entry]:
    """The persons with full names, and the bodies, that at least so many reports name, by name."""
    spelt: defaultdict[str, Counter[str]] = defaultdict(Counter)
    offices: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for report in reports:
        told: dict[str, Name] = {}
        for name in report.find(names):
            if _is_worth_keeping(name):
                told.setdefault(folded(name.words), name)
                if name.title:
                    offices[folded(name.words)][name.title] += 1
        for key, name in told.items():
            spelt[key][name.words] += 1
    counts = {key: words.total() for key, words in spelt.items()}
    variants = _variants(counts)
    kept = [key for key, count in counts.items() if count >= at_least and not _is_variant(key, variants, counts)]
    return [
        Entry(
            _commonest(spelt[key]),
            _commonest(offices[key]) if offices[key] else "",
            counts[key],
            tuple((_commonest(spelt[near]), counts[near]) for near in _by_count(variants[key], counts)),
        )
        for key in sorted(kept)
    ]


def _is_worth_keeping(name: Name) -> bool:
    if name.shouted or name.introduced != name.span:
        return False
    return (name.is_person and name.is_full) or (name.kind is Kind.BODY and len(name.parts) > 1)


def _variants(counts: dict[str, int]) -> defaultdict[str, set[str]]:
    """The near spellings of every name: those with one word that is a slip for the other's."""
    fellows: defaultdict[tuple[int, int, str], list[str]] = defaultdict(list)
    for key in counts:
        words = key.split()
        for number in range(len(words)):
            others = " ".join((*words[:number], words[number][0], *words[number + 1 :]))
            fellows[len(words), number, others].append(key)
    near: defaultdict[str, set[str]] = defaultdict(set)
    for (_, number, _), keys in fellows.items():
        for one, other in combinations(sorted(keys), 2):
            mine, yours = one.split()[number], other.split()[number]
            if resembles(mine, yours) and is_near(mine, yours) and not have_endings(mine, yours):
                near[one].add(other)
                near[other].add(one)
    return near


def _is_variant(key: str, variants: defaultdict[str, set[str]], counts: dict[str, int]) -> bool:
    """Whether a near spelling is commoner, or as common and earlier in the alphabet."""
    return any((counts[near], key) > (counts[key], near) for near in variants[key])


def _by_count(keys: Iterable[str], counts: dict[str, int]) -> Iterator[str]:
    yield from sorted(keys, key=lambda key: (-counts[key], key))


def _commonest(words: Counter[str]) -> str:
    return min(words, key=lambda word: (-words[word], word))
