"""Condensing: what a rule leaves out of the claims of some reports changes nothing of what it finds in all of them."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator
from random import Random
from typing import Any

import pytest
from lint.rules import _contest, rare_spelling

from lint import Claim, CorpusRule, Diagnostic
from lint.comparison import condensed, contrast
from lint.extract import extract
from lint.rulebook import discover
from lint.source import Source

RULES = {name: rule for name, rule in discover().items() if isinstance(rule, CorpusRule) and rule.condenses}
NUMBER = re.compile(r"(?<= )\d{2}(?= )")
TRIALS, REPORTS, SHARES = 50, (1, 2, 4, 7, 10, 40), 3

Key = Hashable


@pytest.mark.parametrize("name", RULES)
def test_claims_condensed_in_shares_give_what_all_claims_give(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_contest, "MOST", 1)
    monkeypatch.setattr(_contest, "COUNTED", 2)
    monkeypatch.setattr(rare_spelling, "COUNTED", 2)
    rule, left_out, found = RULES[name], 0, 0
    for seed in range(TRIALS):
        random = Random(seed)
        for key, claims in keyed(rule, random).items():
            shares = dealt(claims, random)
            kept = [claim for share in shares for claim in condensed(rule, key, share)]
            left_out += len(claims) - len(kept)
            expected = findings(rule, key, claims)
            found += len(expected)
            assert findings(rule, key, kept) == expected
    assert left_out
    assert found


def keyed(rule: CorpusRule[Any, Any], random: Random) -> dict[Key, list[Claim]]:
    """The claims of reports that are copies of the rule's examples, some with other numbers."""
    claims: defaultdict[Key, list[Claim]] = defaultdict(list)
    bad = random.choice([example for example in rule.examples if example.is_bad])
    share = random.choice((0.2, 0.6))  # of reports with other numbers
    for number in range(random.choice(REPORTS)):
        text = random.choice(bad.texts)
        if random.random() < share:
            text = NUMBER.sub(lambda match: str(random.randint(10, 99)), text)
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
