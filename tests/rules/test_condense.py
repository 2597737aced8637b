"""Condensing: what a rule leaves out of the claims of some reports changes nothing of what it finds in all of them."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from random import Random
from typing import Any

import pytest
from lint.rules import _contest, _names_across, rare_spelling

from lint import Claim, CorpusRule, Diagnostic
from lint.comparison import condensed, contrast
from lint.extract import extract
from lint.rulebook import discover
from lint.source import Source

RULES = {name: rule for name, rule in discover().items() if isinstance(rule, CorpusRule) and rule.condenses}
NUMBER = re.compile(r"(?<= )\d{2}(?= )")
SPELLINGS = (("Javon Quarles", "Jovan Quarles"), ("Javon Quarles", "Javon Quarels"), ("Odette Farrow", "Odette Farow"))
TITLES, AGES = ("", "", "Sgt. ", "Officer "), ("", ", 15,", ", 15,", ", 41,")
TRIALS, REPORTS, SHARES = 50, (1, 2, 4, 7, 10, 40), 3

Key = Hashable


@pytest.mark.parametrize("name", RULES)
def test_claims_condensed_in_shares_give_what_all_claims_give(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_contest, "MOST", 1)
    monkeypatch.setattr(_contest, "COUNTED", 2)
    monkeypatch.setattr(rare_spelling, "COUNTED", 2)
    monkeypatch.setattr(_names_across, "COUNTED", 2)
    assert_nothing_is_lost(RULES[name], examples)


def test_names_condensed_in_shares_give_what_all_names_give(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_names_across, "COUNTED", 1)
    assert_nothing_is_lost(RULES["name-variants"], reports_of_names)


@pytest.mark.parametrize(
    ("name", "told"), [("near-duplicate", "240,000"), ("misattributed-quote", "Odette Farrow, a weaver")]
)
def test_what_many_reports_say_alike_is_said_of_one_of_them(name: str, told: str) -> None:
    rule = RULES[name]
    first, other = next(example for example in rule.examples if example.is_bad).texts
    sources = [Source(f"{number}.txt", (other if number else first).encode()) for number in range(9)]
    claims: defaultdict[Key, list[Claim]] = defaultdict(list)
    for source in sources:
        for entry in extract(source, (rule,)).entries:
            claims[entry.key].append(entry.claim)
    (found,) = [found for key, each in claims.items() for found in findings(rule, key, each)]
    assert found.primary.passage.path == "1.txt"
    assert told in first
    assert max(len(condensed(rule, key, each)) for key, each in claims.items()) == 2


def assert_nothing_is_lost(
    rule: CorpusRule[Any, Any], texts: Callable[[CorpusRule[Any, Any], Random], Iterator[str]]
) -> None:
    """Deals the claims of random reports out to shares, condenses each, and holds the findings to those of all."""
    left_out = found = 0
    for seed in range(TRIALS):
        random = Random(seed)
        for key, claims in keyed(rule, texts(rule, random), random).items():
            shares = dealt(claims, random)
            kept = [claim for share in shares for claim in condensed(rule, key, share)]
            left_out += len(claims) - len(kept)
            expected = findings(rule, key, claims)
            found += len(expected)
            assert findings(rule, key, kept) == expected
    assert left_out
    assert found


def examples(rule: CorpusRule[Any, Any], random: Random) -> Iterator[str]:
    """Copies of one of the rule's examples, some with other numbers."""
    bad = random.choice([example for example in rule.examples if example.is_bad])
    share = random.choice((0.2, 0.6))  # of reports with other numbers
    for _ in range(random.choice(REPORTS)):
        text = random.choice(bad.texts)
        if random.random() < share:
            text = NUMBER.sub(lambda match: str(random.randint(10, 99)), text)
        yield text


def reports_of_names(rule: CorpusRule[Any, Any], random: Random) -> Iterator[str]:
    """Reports that spell a few names in their own ways, now and then two of them in one report."""
    some, share = random.choice(SPELLINGS), random.choice((0.1, 0.3, 0.5))
    for _ in range(random.choice((10, 20))):
        told = [
            f"{random.choice(TITLES)}{name}{random.choice(AGES)} spoke." for name in some if random.random() < share
        ]
        yield "The mill burned. " + " ".join(told)


def keyed(rule: CorpusRule[Any, Any], texts: Iterator[str], random: Random) -> dict[Key, list[Claim]]:
    """The claims of these reports, whose order is not that of their names."""
    claims: defaultdict[Key, list[Claim]] = defaultdict(list)
    for number, text in enumerate(texts):
        source = Source(f"{random.random():.6f}-{number}.txt", text.encode())
        for entry in extract(source, (rule,)).entries:
            claims[entry.key].append(entry.claim)
    return claims


def dealt(claims: list[Claim], random: Random) -> Iterator[list[Claim]]:
    """The claims in shares: all those of one report in one of them."""
    shares: defaultdict[int, list[Claim]] = defaultdict(list)
    of = {claim.passage.path: random.randrange(SHARES) for claim in claims}
    for claim in claims:
        shares[of[claim.passage.path]].append(claim)
    yield from shares.values()


def findings(rule: CorpusRule[Any, Any], key: Key, claims: list[Claim]) -> set[Diagnostic]:
    found = contrast(rule, key, [*claims])
    assert not any(each.is_failure for each in found)
    return set(found)
