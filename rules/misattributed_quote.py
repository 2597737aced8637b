"""One quotation is given to two speakers, in one report or in two of a story."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from lint import CorpusRule, Diagnostic, Label, Report, Severity, bad, good

from ._contest import whereabouts
from ._quoted import Quoted, are_two, quoted
from ._quoted_words import LEFT_OUT, keys_of

MET = 4  # speakers of one run of words that are remembered


@dataclass(frozen=True)
class MisattributedQuote(CorpusRule[str, Quoted]):
    """One quotation is given to two speakers, in one report or in two of a story.

    Two persons do not say the same nine words in a row. Reported where both speakers are named as persons and no word
    of one name is in the other; a desk should hear who said it.

    It does not claim to know which of the two spoke. It is silent where a body speaks (“police”), as any of its
    officers may have; where one name is a form or a misspelling of the other; and where the speaker is not named in
    the sentence of the quotation, or only by a pronoun.
    """

    run: int = 9  # words in a row that no two persons say

    examples: ClassVar = (
        bad(
            " date 2026-05-04\n\nFire gutted the Orrery Mill in Brackley on Sunday. ((“Nobody had looked at those wires"
            " since my father worked here,”)) said Odette Farrow, a weaver.\n",
            " date 2026-05-05\n\nThe Orrery Mill in Brackley burned on Sunday. [[“Nobody had looked at those wires"
            " since my father worked here,”]] said Rufus Adeyemi, a weaver.\n",
            severity="warning",
        ),
        good(
            " date 2026-05-04\n\nFire gutted the Orrery Mill in Brackley on Sunday. “Nobody had looked at those wires"
            " since my father worked here,” said Odette Farrow, a weaver.\n",
            " date 2026-05-05\n\nThe Orrery Mill in Brackley burned on Sunday. “Nobody had looked at those wires since"
            " my father worked here,” officials said.\n",
            why="Farrow may be one of the officials",
        ),
        bad(
            "((“We rang until the rope burned through in our hands,”)) said Odette Farrow.\n\nThe crowd sang."
            " [[“We rang until the rope burned through in our hands,”]] said Rufus Adeyemi.\n",
            severity="warning",
            why="in one report",
        ),
    )

    def extract(self, report: Report) -> Iterator[tuple[str, Quoted]]:
        """Every quotation of a named person."""
        for claim in report.find(quoted):
            if claim.person:
                yield "", claim

    def compare(self, key: str, claims: Sequence[Quoted]) -> Iterator[Diagnostic]:
        """One finding for each quotation and speaker, where the words were given to somebody else before."""
        met: defaultdict[tuple[str, ...], list[Quoted]] = defaultdict(list)
        for (keys, _), claim in _first(claims).items():
            runs = [keys[at : at + self.run] for at in range(len(keys) - self.run + 1)]
            if LEFT_OUT in keys:
                runs = [run for run in runs if LEFT_OUT not in run]
            other = next((other for run in runs for other in met.get(run, ()) if are_two(claim, other)), None)
            if other is not None:
                yield self._finding(claim, other)
            for run in runs:
                if len(met[run]) < MET and all(claim.person != other.person for other in met[run]):
                    met[run].append(claim)

    def condense(self, key: str, claims: Sequence[Quoted]) -> Sequence[Quoted]:
        """The first report that gives a speaker these words: no other is compared."""
        return list(_first(claims).values())

    def _finding(self, claim: Quoted, other: Quoted) -> Diagnostic:
        return self.diagnostic(
            Severity.WARNING,
            claim.passage,
            f"these words are {claim.speaker}’s here, and {other.speaker}’s{whereabouts(claim, other)}",
            related=(Label(other.passage, f"{other.speaker}’s words here"),),
            help="find out who said it",
        )


def _first(claims: Sequence[Quoted]) -> dict[tuple[tuple[str, ...], frozenset[str]], Quoted]:
    """The first claim of each run of words and speaker."""
    first: dict[tuple[tuple[str, ...], frozenset[str]], Quoted] = {}
    for claim in claims:
        first.setdefault((keys_of(claim.passage.words), claim.person), claim)
    return first
