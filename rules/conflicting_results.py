"""One match, or one vote, has two results."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from lint import Diagnostic, Passage, Report, bad, good
from lint.find.dates import WEEKDAYS
from lint.find.numbers import SPELT
from lint.find.plain import numerals
from lint.find.sentences import sentence_at
from lint.pattern import late
from lint.span import Span

from ._contest import ContestRule, contests, says_the_same, whereabouts
from ._looks import Key, words_and_pairs
from ._spoken import alike, name_stems, occasion, says_it_changed, stems, word_stems

SCORE = late(
    r"\d(?<![\w.,$£€–-].)\d{0,2} ?[-–] ?\d{1,3}(?![\w–-]|[.,:]\d| ?%| (?:percent|per cent|years?|months?|weeks?|days?"
    r"|hours?|minutes?|miles|km|feet|inch|people|points?|record|start|season|lead)\b)"
)
JOINTS = ("-", "–")  # of two numbers that are a score
COUNT = late(
    r"\b(?:\d{1,3}|[a-z]+) votes? to (?:\d{1,3}|[a-z]+)\b|(?<=\bvote of )(?:\d{1,3}|[a-z]+) to (?:\d{1,3}|[a-z]+)\b"
)
COUNTS: frozenset[Key] = frozenset({("votes", "to"), ("vote", "to"), ("vote", "of")})  # one stands beside a count
WORD = late(r"\d+|[a-z]+")
VOTED, WON = "the vote", "the result"
VOTING = late(r"\b(?:vot(?:e|es|ed|ing)|rul(?:ed|ing)|deci(?:ded|sion)|passed|approved|rejected|upheld|overturned)\b")
WINNING = late(
    r"\b(?:beat(?:s|en|ing)?|defeat(?:s|ed|ing)?|w[io]n(?:s|ning)?|victory|los(?:t|es|s|ing)|draws?|drew|edged|routed"
    r"|thrashed|downed|overcame|triumph(?:ed)?|tied)\b"
)
UNFINISHED = late(  # a score on the way, or one of several games
    r"\b(?:l[eae]+d(?:s|ing)?|ahead|trail\w*|half-?time|series|aggregate|sets?|record|season|overall|quarter|innings?"
    r"|down|penalties|earlier|last (?:year|month|week|season)|previous\w*|advance[sd]?|committee|proposed|odds"
    r"|favou?rites?)\b"
)
REACH = 60  # code points between a result and the word that tells what it is of
SHARED = 2  # names that two sentences have in common which tell of one match
DAYS = word_stems(WEEKDAYS)


@dataclass(frozen=True, slots=True)
class Result:
    """A score or the count of a vote, the higher number first, and what its sentence is like."""

    passage: Passage
    published: date | None
    value: tuple[int, int]
    day: date | None
    stems: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True)
class ConflictingResults(ContestRule[str, Result]):
    """One match, or one vote, has two results.

    “Beat Tarn 3-1” and “won 4-1” cannot both be true of one match, nor “voted 7-2” and “by six votes to three” of one
    vote. The two sentences must tell much the same, and two names that they share must show whose match it was.

    It does not claim to know the result, nor to read sets, series, records and scores on the way: a sentence with two
    results is left alone.
    """

    values: int = 3  # different results in one story above which they are taken to be of several matches or votes

    examples: ClassVar = (
        bad(
            " date 2026-04-06\n\nThe Brackley Rovers beat Quillback Town ((3-1)) on Saturday with two goals from Odo"
            " Wrenfield.\n",
            " date 2026-04-06\n\nOdo Wrenfield scored twice as the Brackley Rovers won [[4-1]] against Quillback Town"
            " on Saturday.\n",
            severity="warning",
        ),
        bad(
            " date 2026-04-06\n\nThe Brackley council voted ((7-2)) on Saturday to close the Fenwick Lane library.\n",
            " date 2026-04-06\n\nBrackley's council decided on Saturday, by [[six votes to three]], to close the"
            " Fenwick Lane library.\n",
            severity="warning",
        ),
        good(
            " date 2026-04-06\n\nThe Brackley Rovers beat Quillback Town 3-1 on Saturday with two goals from Odo"
            " Wrenfield.\n",
            " date 2026-04-06\n\nOdo Wrenfield scored twice as Quillback Town lost 1-3 to the Brackley Rovers on"
            " Saturday.\n",
            why="3-1 for the one is 1-3 for the other",
        ),
    )

    def extract(self, report: Report) -> Iterator[tuple[str, Result]]:
        """Each result that is the only one of its sentence, under what it is of."""
        for found in _results(report, report.body):
            span, value = Span(*found.span()), _value(found)
            act = _act(report, span) if value else ""
            if value and act and not says_it_changed(report, span):
                passage, day = report.passage(span), occasion(report, span)
                yield act, Result(passage, report.published, value, day, stems(report, span), name_stems(report, span))

    def compare(self, key: str, claims: Sequence[Result]) -> Iterator[Diagnostic]:
        """One finding for each result that cannot be the one given most."""
        for contest in contests(claims, _clash, says_the_same, values=self.values):
            stated, other = contest.latest, contest.against
            message = f"{key}: “{stated.passage.words}” here, “{other.passage.words}”{whereabouts(stated, other)}"
            yield self.warning(contest, message, help="check which is right")


def _results(report: Report, part: Span) -> Iterator[re.Match[str]]:
    """What may be a result: “3-1”, “six votes to three”, “a vote of six to three”."""
    text, free = report.text, part.start
    for start, end in report.find(numerals):
        if not free <= start < part.end or not text[end : end + 2].lstrip(" ").startswith(JOINTS):
            continue
        if score := SCORE.match(text, start, part.end):
            free = score.end()
            yield score
    (looks,) = report.find(words_and_pairs)
    if looks.have(COUNTS):
        yield from COUNT.finditer(report.text, part.start, part.end)


def _value(found: re.Match[str]) -> tuple[int, int] | None:
    """The two numbers of a result, the higher first; None where words are no numbers."""
    words = WORD.findall(found.group())
    first, last = (int(word) if word.isdigit() else SPELT.get(word) for word in (words[0], words[-1]))
    return None if first is None or last is None else (max(first, last), min(first, last))


def _act(report: Report, span: Span) -> str:
    """Whether a result is that of a vote or of a match; nothing, where its sentence does not tell or has two."""
    text, sentence = report.text, sentence_at(report, span.start)
    if UNFINISHED.search(text, sentence.start, sentence.end) or len([*_results(report, sentence)]) > 1:
        return ""
    near = max(sentence.start, span.start - REACH), min(sentence.end, span.end + REACH)
    return VOTED if VOTING.search(text, *near) else WON if WINNING.search(text, *near) else ""


def _clash(one: Result, other: Result) -> bool:
    if one.value == other.value or one.passage.path == other.passage.path:
        return False
    if one.day and other.day and one.day != other.day:
        return False
    return _are_of_one(one.names - DAYS, other.names - DAYS) and alike(one.stems, other.stems)


def _are_of_one(names: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two sentences have names enough in common, and not each a name of its own where these are but two."""
    shared = len(names & others)
    return shared > SHARED or (shared == SHARED and (names <= others or others <= names))
