"""The same words of one speaker are quoted differently in two reports of an event, or in headline and body."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from lint import CorpusRule, Diagnostic, Label, Passage, Report, Severity, Span, bad, good
from lint.compiled import compiled

from ._contest import whereabouts
from ._quoted import Quoted, are_two, changes, marked, part, quoted
from ._quoted_words import LEFT_OUT, Word, keys_of, words_of

RUN = 4  # words in a row that two quotations must share to be aligned
MET = 8  # quotations with one run that are remembered: a stock phrase makes no story quadratic
ALIGNED = 6  # quotations with which one is aligned, those that share most runs with it
IN_HEADLINE = compiled(r"(?<![\w’'])[‘'“\"](?=\w)([^“”\"\n]+?)[’'”\"](?!\w)")
LEAST_IN_HEADLINE = 6  # words

Words = Sequence[Word]


@dataclass(frozen=True)
class QuoteDrift(CorpusRule[str, Quoted]):
    """The same words of one speaker are quoted differently in two reports of an event, or in headline and body.

    What stands between quotation marks is what was said. Two quotations are of the same words when they share at least
    six in order; a difference between shared words is reported, with both quotations and the difference marked: one of
    the two is a misquotation, and only a recording tells which. Two places of one body are a note: the second may
    quote another breath.

    It does not claim that a quotation is complete: it is silent on words left out at either end, on an ellipsis, on
    brackets, on a whole sentence that one report leaves out, on contractions (“gonna”), numerals, hesitations,
    repetitions, a tidied “and” or “well”, on spelling, and on quotations beside which a translation or a language is
    named. It does not compare a quotation with indirect speech, nor with what another person is quoted as saying.
    """

    examples: ClassVar = (
        bad(
            " date 2026-05-04\n\nFire gutted the Orrery Mill in Brackley on Sunday. “We saw the smoke come over the"
            " ((river)) before anybody rang the bell,” Chief Odette Farrow said.\n",
            " date 2026-05-05\n\nThe Orrery Mill in Brackley burned on Sunday. “We saw the smoke come over the [[roof]]"
            " before anybody rang the bell,” Chief Odette Farrow said.\n",
            severity="warning",
        ),
        bad(
            "---\ntitle: “We will [[never]] sell the water of this valley,” says mayor\ndate: 2026-05-04\n---\n\n“We"
            " will ((not)) sell the water of this valley to anyone,” Mayor Ilse Tarn told the council.\n",
            severity="warning",
        ),
        good(
            " date 2026-05-04\n\nFire gutted the Orrery Mill in Brackley on Sunday. “We’re gonna rebuild it, and we are"
            " going to do it with two hundred local hands,” Chief Odette Farrow said.\n",
            " date 2026-05-05\n\nThe Orrery Mill in Brackley burned on Sunday. “We are going to rebuild [the mill], and"
            " we are going to do it with 200 ... hands,” Chief Odette Farrow said.\n",
            why="contractions, numerals, brackets and an ellipsis do not change what was said",
        ),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """A quotation of the headline that differs from one of the body."""
        if report.title is None:
            return
        for match in IN_HEADLINE.finditer(report.text, report.title.start, report.title.end):
            words = words_of(match[1])
            if len(words) < LEAST_IN_HEADLINE:
                continue
            headline = Quoted(report.passage(Span(*match.span(1))), report.published)
            for body in report.find(quoted):
                if found := self._compared(headline, words, body, words_of(body.passage.words), Severity.WARNING):
                    yield found
                    break

    def extract(self, report: Report) -> Iterator[tuple[str, Quoted]]:
        """Every quotation that is long enough."""
        for claim in report.find(quoted):
            yield "", claim

    def compare(self, key: str, claims: Sequence[Quoted]) -> Iterator[Diagnostic]:
        """One finding for each difference between two quotations of the same words."""
        told: set[tuple[str, ...]] = set()
        for latest, words, against, other_words in _alike(claims):
            severity = Severity.NOTE if latest.passage.path == against.passage.path else Severity.WARNING
            found = self._compared(latest, words, against, other_words, severity)
            if found is None:
                continue
            difference = tuple(sorted((found.primary.passage.words.casefold(), _words(found.related[0].passage))))
            if difference not in told:
                told.add(difference)
                yield found

    def condense(self, key: str, claims: Sequence[Quoted]) -> Sequence[Quoted]:
        """The first quotation of the same words: no other is compared."""
        first: dict[tuple[str, ...], Quoted] = {}
        for claim in claims:
            first.setdefault(keys_of(claim.passage.words), claim)
        return list(first.values())

    def _compared(
        self, latest: Quoted, words: Words, against: Quoted, other_words: Words, severity: Severity
    ) -> Diagnostic | None:
        here, there = latest.passage, against.passage
        if are_two(latest, against):
            return None
        found = changes(words, other_words, here.words, there.words)
        if not found:
            return None
        places, other_places = [change.one for change in found], [change.other for change in found]
        return self.diagnostic(
            severity,
            part(here, words, places),
            f"quoted here as “{marked(here.words, words, places)}”, and as"
            f" “{marked(there.words, other_words, other_places)}”{whereabouts(latest, against)}",
            related=(Label(part(there, other_words, other_places), "quoted otherwise here"),),
            help="quote what was said, or mark what was left out or put in",
        )


def _alike(claims: Sequence[Quoted]) -> Iterator[tuple[Quoted, Words, Quoted, Words]]:
    """Each quotation with those before it that share a run of words with it; quotations of equal words meet once."""
    first: dict[tuple[str, ...], Quoted] = {}
    for claim in claims:
        first.setdefault(keys_of(claim.passage.words), claim)
    if len(first) < 2:
        return
    held = [(claim, _runs(keys)) for keys, claim in first.items()]
    common = _shared(runs for _, runs in held)
    met: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    kept: list[Quoted] = []
    for claim, its_runs in held:
        runs = its_runs & common
        if not runs:
            continue
        shared = Counter(number for run in runs & met.keys() for number in met[run])
        for number in sorted(shared, key=lambda number: (-shared[number], number))[:ALIGNED]:
            against = kept[number]
            yield claim, words_of(claim.passage.words), against, words_of(against.passage.words)
        for run in runs:
            if len(met[run]) < MET:
                met[run].append(len(kept))
        kept.append(claim)


def _runs(keys: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The runs of words of a quotation in which nothing was left out."""
    runs: set[tuple[str, ...]] = set(zip(*(keys[at:] for at in range(RUN)), strict=False))
    return {run for run in runs if LEFT_OUT not in run} if LEFT_OUT in keys else runs


def _shared(quotations: Iterable[set[tuple[str, ...]]]) -> set[tuple[str, ...]]:
    """The runs that two quotations have: most have none with any other, and need not be weighed."""
    met: set[tuple[str, ...]] = set()
    shared: set[tuple[str, ...]] = set()
    for runs in quotations:
        shared |= runs & met
        met |= runs
    return shared


def _words(passage: Passage) -> str:
    return passage.words.casefold()
