"""confused-words: a word that is a word, but not the one that was meant."""

from collections.abc import Iterator
from dataclasses import dataclass

from lint import Diagnostic, Fix, Passage, Report, ReportRule, Severity, bad, good

from ._compounds import is_style, torn
from ._lexicon import is_known
from ._neighbours import misplaced
from ._phrases import phrasebook
from ._telling import Slip

TABLE = "confused_words.csv"
JOINED = "~"  # in the table: the same without a space
IN_BOTH_WAYS = frozenset(("can not",))  # as dictionaries write what is no compound


@dataclass(frozen=True)
class ConfusedWords(ReportRule):
    """A word stands where its neighbours call for another that sounds or is spelt almost the same.

    No spell checker sees "prove their metal", "he was hot in the leg" or "the pubic library", and every reader does.
    The table confused_words.csv has the words that writers confuse, each with the neighbours that make it certain or
    likely: from and form, there and their, led and lead, then and than, its and it's, and some
    hundred more. Words of grammar and forms of verbs are weighed by counts as well: "it can by found" is a thousand
    times rarer than "it can be found". Compounds that are torn ("hand gun", "bath room") are told by how rarely English
    writes them so.

    It does not judge a word by itself: where the neighbours fit both, it is silent. Grammar that belongs to speech
    ("I seen him") is left alone in quotations. A compound that dictionaries have in two words too ("night club"), or
    that many write so ("law suits"), is a note.
    """

    examples = (
        bad("The recruits want to prove their [[metal]].", fix="mettle", severity="warning"),
        bad("He was [[hot]] in the leg.", fix="shot", severity="warning"),
        bad("The team was [[lead]] by Ade Cole.", fix="led", severity="warning"),
        bad("She had [[ran]] for office before.", fix="run"),
        bad("They found a [[hand gun]].", fix="handgun", severity="warning"),
        bad("They met in a [[night club]].", fix="nightclub", severity="note"),
        bad("They [[can not]] say.", fix="cannot", severity="note"),
        bad("She spent [[on]] hour in the queue.", fix="an", severity="warning"),
        bad("A [[news letter]] told of it.", fix="newsletter", severity="warning"),
        good("The war time machine shop had a land lease.", why="words that belong to another neighbour"),
        good("The lead pipes were sold as scrap metal. He said “I seen him.”", why="the right words, and speech"),
        good("They form the front line, and then more than half of them return.", why="the right words"),
        good("It was hot in the hall, and the sun was hot.", why="the right words"),
        good("The grain went into one trough all at once.", why="the right word"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Each wrong word that its neighbours betray."""
        hits = list(phrasebook(TABLE).hits(report))
        for hit in hits:
            passage = report.passage(hit.span)
            message = f"“{passage.words}” where “{hit.words}” is meant"
            fix = Fix(passage, hit.words)
            severity = (
                Severity.NOTE if hit.row.right == JOINED and _may_be_two_words(passage.words) else Severity.WARNING
            )
            yield self.diagnostic(severity, passage, message, fix=fix)
        for finder, told in ((torn, self._torn), (misplaced, self._misplaced)):
            for slip in finder(report):
                if not any(hit.span.overlaps(slip.span) for hit in hits):
                    yield told(report.passage(slip.span), slip)

    def _torn(self, passage: Passage, slip: Slip) -> Diagnostic:
        severity = Severity.NOTE if _may_be_two_words(passage.words) else Severity.WARNING
        message = f"“{passage.words}” is one word: “{slip.words}”"
        return self.diagnostic(severity, passage, message, fix=Fix(passage, slip.words))

    def _misplaced(self, passage: Passage, slip: Slip) -> Diagnostic:
        message = f"“{passage.words}” cannot stand between its neighbours; “{slip.words}” can"
        return self.diagnostic(Severity.WARNING, passage, message, fix=Fix(passage, slip.words))


def _may_be_two_words(compound: str) -> bool:
    """Whether a dictionary has a compound in two words as well, or many write it so."""
    words = " ".join(compound.lower().split())
    return words in IN_BOTH_WAYS or is_known(words) or is_known(words.removesuffix("s")) or is_style(words)
