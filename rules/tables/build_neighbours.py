"""Compiles neighbours.tsv and neighbours.index: what cannot stand between which neighbours.

    pip install pocketsphinx==5.1.1
    python rules/tables/build_neighbours.py

“When in comes to”: where “it” is common between two words and “in” is a thousand times rarer than that, “in” is a slip.
The language model of a speech recogniser tells how likely three words are in a row. Source and licence are in README.md
beside this file. Only words of grammar, and forms of verbs, are weighed: no neighbour tells which noun
was meant.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from lint.rules._lexicon import parts, zipf
from lint.rules._slip import slip_cost
from lint.rules.tables.build_compounds import pairs_of_model

HERE = Path(__file__).parent

COMMON = -7.0  # the logarithm of how likely three words are that the right word is told by: 100 in a billion
VERY_COMMON = -6.4  # the same where few confuse the words, or where the right one is everywhere
CERTAIN = 3.0  # how much less likely the wrong word must be between them, as a logarithm
RARE, RAREST = -6.0, -9.0  # pairs that are looked for: one in a million, and what the model does not keep
LEFT_TO_CHANCE = 0.7  # what a third word may add
FREQUENT = 3.5  # Zipf: of words that are meant

# Words that are a slip away from another of their kind, each of which has its own places in a sentence.
GRAMMAR = frozenset(
    "in it is of on or no not the they them he she my me may any by be there their where were when went what that than "
    "then through though your you to too off for from been have had has was with we this these some into him his how "
    "who only very want like an are one out its know".split()
)
MEANT_SO = frozenset("an to for has had have who only like some his very".split())  # too free to be called wrong
ALIKE = tuple(
    frozenset(words.split())
    for words in (
        "a an the this that these those his her its our your their my some any no",
        "i you he she it we they me him them us her who",
        "in on at of to for by from with off into through",
        "or though then than when where that",
        "is was were been be have had has",
        "by my",
        "they then",
        "then them the",
    )
)
SLIP = 1.4  # the most that a slip costs: the next key, or a vowel, in the first letter
SMALL_SLIP = 0.8  # the same of a word that is rare
CONFUSED = (("their", "there"), ("there", "their"), ("when", "went"), ("went", "when"))  # by the ear
SHORT = frozenset(("ha", "wa"))
MADE_LONGER = "nr"  # what a finger adds at the end of a word, besides the last letter again
BASE_AFTER = frozenset(
    "to will would could should may might must can cannot can't won't don't didn't doesn't couldn't".split()
)
PAST_AFTER = frozenset("have has had having be been being was were is are wasn't weren't isn't aren't".split())
IRREGULAR = {
    form: verb
    for verb, forms in {
        "know": "knew known",
        "come": "came",
        "take": "took taken",
        "go": "went gone",
        "give": "gave given",
        "see": "saw seen",
        "write": "wrote written",
        "drive": "drove driven",
        "fall": "fell fallen",
        "speak": "spoke spoken",
        "break": "broke broken",
        "choose": "chose chosen",
        "grow": "grew grown",
        "shoot": "shot",
        "hold": "held",
        "meet": "met",
        "send": "sent",
        "spend": "spent",
        "lose": "lost",
        "keep": "kept",
        "leave": "left",
        "steal": "stole stolen",
        "build": "built",
        "fight": "fought",
        "find": "found",
        "tell": "told",
        "sell": "sold",
        "pay": "paid",
        "make": "made",
    }.items()
    for form in forms.split()
}

Probability = Callable[..., float]  # of the first word after the next ones, the nearest first; as a logarithm


class Row(NamedTuple):
    """Three words of which the middle one is wrong, and what is meant."""

    before: str
    wrong: str
    after: str
    meant: str


def main() -> None:
    """Write the table, each line a pair of words and what is meant with which third words, and the pairs alone."""
    pairs = {pair: zipf_of - 9 for pair, zipf_of in pairs_of_model() if all(map(_is_plain, pair))}
    probability = _probability()
    lines: defaultdict[tuple[str, str], defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(set(rows(pairs, probability))):
        first, second = (row.before, row.wrong), (row.wrong, row.after)
        rates = [pairs.get(pair, RAREST) for pair in (first, second)]
        by_first = zipf(row.before) >= zipf(row.after)  # pairs with the commoner neighbour are fewer
        if max(rates) > RARE:
            by_first = rates[0] < rates[1]
        if by_first:
            lines[first][f"> {row.meant}"].append(row.after)
        else:
            lines[second][f"< {row.meant}"].append(row.before)
    written = (_line(pair, meant) for pair, meant in sorted(lines.items(), key=_in_order))
    index = (f"{first} {second}\n" for (first, second), _ in sorted(lines.items(), key=_in_order))
    (HERE / "neighbours.index").write_text("".join(index), encoding="utf-8", newline="\n")
    (HERE / "neighbours.tsv").write_text("".join(written), encoding="utf-8", newline="\n")


def _in_order(line: tuple[tuple[str, str], object]) -> str:
    return " ".join(line[0])


def _line(pair: tuple[str, str], meant: Mapping[str, Iterable[str]]) -> str:
    how = (f"{side_and_word} {' '.join(thirds)}" for side_and_word, thirds in sorted(meant.items()))
    return f"{pair[0]} {pair[1]}\t{';'.join(how)}\n"


def rows(pairs: Mapping[tuple[str, str], float], probability: Probability) -> Iterator[Row]:
    """What is common with the word meant and all but impossible with the wrong one."""
    lefts: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    rights: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for (first, second), often in pairs.items():
        if often >= COMMON:
            lefts[second].append((often, first))
            rights[first].append((often - probability(first), second))
    words = {word for word in lefts.keys() | rights.keys() if zipf(word) >= 2.5}
    by_meant = defaultdict(set)
    for wrong, meant in confusable(words):
        by_meant[meant].add(wrong)
    for meant, wrongs in by_meant.items():
        after = sorted(rights[meant], reverse=True)
        for often, before in lefts[meant]:
            here = [wrong for wrong in wrongs if _is_possible(before, wrong, meant)]
            for likely, following in after if here else ():
                if often + likely < COMMON - LEFT_TO_CHANCE:
                    break
                right = often + probability(following, meant, before)
                if right < COMMON:
                    continue
                for wrong in here:
                    rate = probability(before) + probability(wrong, before) + probability(following, wrong, before)
                    is_likely = right >= VERY_COMMON or meant in GRAMMAR - {"the"}
                    if is_likely and right - rate >= CERTAIN and wrong not in (before, following):
                        yield Row(before, wrong, following, meant)


def confusable(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of words, the wrong one first, that a slip of the finger makes of each other and grammar keeps apart."""
    shapes: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        for shape in {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}:
            shapes[shape].add(word)
    near = {(one, other) for alike in shapes.values() for one in alike for other in alike if one != other}
    near = {pair for pair in near if slip_cost(*pair) <= (SLIP if GRAMMAR.issuperset(pair) else SMALL_SLIP)}
    near.update(CONFUSED)
    for wrong, meant in near:
        if len(wrong) > 1 and zipf(meant) >= FREQUENT and (_is_grammar(wrong, meant) or _is_form(wrong, meant)):
            yield wrong, meant


def _is_grammar(wrong: str, meant: str) -> bool:
    if meant not in GRAMMAR or wrong in MEANT_SO or any({wrong, meant} <= kind for kind in ALIKE):
        return False
    if wrong in GRAMMAR:
        return True
    if len(wrong) < 3 and wrong not in SHORT:
        return False
    longer = wrong[:-1] == meant and (wrong[-1] == wrong[-2] or wrong[-1] in MADE_LONGER)
    return len(meant) > 2 and (wrong == meant[:-1] or longer) and zipf(wrong) < zipf(meant) - 1


def _is_form(wrong: str, meant: str) -> bool:
    """Whether both are forms of one verb, of different kinds."""
    kinds = [frozenset(parts(word)) & frozenset("vsdg") for word in (wrong, meant)]
    return all(kinds) and not kinds[0] & kinds[1] and bool(_stems(wrong) & _stems(meant))


def _is_possible(before: str, wrong: str, meant: str) -> bool:
    """Whether a wrong form of a verb is told by the word before; the words of grammar are told by any."""
    if meant in GRAMMAR:
        return True
    return before in (BASE_AFTER if parts(meant)[0] == "v" else PAST_AFTER)


def _stems(word: str) -> set[str]:
    found = {word, IRREGULAR.get(word, word)}
    for ending in ("s", "es", "ed", "d", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1:
            found |= {stem, f"{stem}e"}
    return found


def _is_plain(word: str) -> bool:
    return word.replace("'", "").isalpha() and (len(word) > 1 or word in "ai")


def _probability() -> Probability:
    speech = import_module("pocketsphinx")
    model = Path(str(speech.__file__)).parent / "model" / "en-us" / "en-us.lm.bin"
    options, logarithms = speech.Config(), speech.LogMath()  # the model needs both for as long as it lives
    read = speech.NGramModel(options, logarithms, str(model))
    unit = logarithms.log_to_log10(-1_000_000) / -1_000_000

    def probability(*words: str, kept: object = (options, logarithms)) -> float:
        return float(read.prob(list(words)) * unit)

    return probability


if __name__ == "__main__":
    main()
