"""Lists that are a whole: people with names and ages, and shares that the sentence says are all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from lint.compiled import compiled
from lint.find.full_name import FULL_NAME
from lint.find.plain import places_of
from lint.find.sentences import sentence_at
from lint.pattern import late
from lint.report import Report
from lint.span import Span

from ._looks import Key, beside, signs_of_percentages, words_and_pairs

NAMED_AS = late(
    r"\b(?:identified|named)\b[^.:;\n]{0,40}?(?: as|: ?) (?=[A-Z])"
    r"|\b(?:died|dead|killed|arrested|charged|injured|wounded|hurt|victims (?:are|were))\b[^.:;\n]{0,30}: (?=[A-Z])"
)
NAMED, LED = (
    ("identified", "named"),
    frozenset("died dead killed arrested charged injured wounded hurt victims".split()),
)
LEAD = 80  # code points: more than what leads in a list has
TOWN = r"[A-Z][\w.’-]*(?: [A-Z][\w.’-]*)*"
KIN = r"(?:(?:his|her|their|[A-Z][\w-]+[’']s?) (?:[a-z-]+ ){1,2})?"
MORE = late(r"[,;]? (?:and (?:an?|one|two|three|four|others?|several|his|her|their)|as well as|along with|plus)\b")
SHARE = late(r"(?P<number>\d{1,2}(?:\.\d+)?) ?(?:%|per ?cent\b)")
ALL = late(
    r"\b(?:undecided|unsure|no opinion|(?:do|did)(?:n[’']t| not) know|the rest|the remain(?:ing|der)|made up of"
    r"|consists? of|voted? (?:yes|no)|(?:said|were|are) split)\b",
    re.IGNORECASE,
)
SURE: frozenset[Key] = frozenset(
    {
        "undecided",
        "unsure",
        ("no", "opinion"),
        ("made", "up"),
        *(("the", rest) for rest in ("rest", "remaining", "remainder")),
        *((no, "know") for no in ("not", "don't", "didn't")),
        *((verb, "of") for verb in ("consist", "consists")),
        *((verb, answer) for verb in ("vote", "voted") for answer in ("yes", "no")),
        *((verb, "split") for verb in ("said", "were", "are")),
    }
)  # words, or pairs of neighbours, of which one must stand in a report for the pattern before to fit
NO_LIST = late(
    r"\b(?:compared|up from|down from|than|last|previous|earlier|(?:19|20)\d\d|respectively|more than one|multiple"
    r"|several|at least|both|also|while|but)\b",
    re.IGNORECASE,
)
APART = late(r"[,;]|\band\b")
OTHER_WHOLE = late(r"\b(?:in(?! favou?r)|at|for(?![,;])|by|to|on|from|with|among|of)\b|\d")
REACH = 400  # code points in which a list of names ends
BETWEEN = 50  # code points between two shares of one list
FEWEST = 3
HALF = 0.5  # percentage points that rounding may add to each share


@dataclass(frozen=True, slots=True)
class NamedList:
    """A list of people, each with name and age, that ends its sentence; it is led in before `start`."""

    start: int
    sentence: Span
    span: Span
    count: int


def named_lists(report: Report) -> Iterator[NamedList]:
    """The lists of those who were identified, where they are closed and each has a name and an age."""
    text, body = report.text, report.body
    (looks,) = report.find(words_and_pairs)
    places = [*places_of(NAMED, looks.text)]
    if not LED.isdisjoint(looks.words):
        places += [place for place in places_of((": ",), text) if text[place + 2 : place + 3].isupper()]
    for lead in beside(NAMED_AS, sorted(places), text, body, LEAD):
        sentence = sentence_at(report, lead.start())
        people = _people().match(text, lead.end(), min(body.end, lead.end() + REACH))
        if people and not MORE.match(text, people.end()) and text[people.end() : people.end() + 1] in ".;":
            span = Span(lead.end(), people.end())
            start = lead.end() - (len(lead.group()) - len(lead.group().rstrip(": ")))
            yield NamedList(start, sentence, span, len(_person().findall(people.group())))


def shares_over_a_whole(report: Report) -> Iterator[tuple[Span, Span, float]]:
    """The first and the last of three or more shares of one whole that are more than it, and their sum."""
    (looks,) = report.find(words_and_pairs)
    if not report.find(signs_of_percentages) or not looks.have(SURE):
        return
    for part in report.prose:
        for sure in ALL.finditer(report.text, part.start, part.end):
            sentence = sentence_at(report, sure.start())
            if ALL.search(report.text, sentence.start, sure.start()) or NO_LIST.search(
                report.text, sentence.start, sentence.end
            ):
                continue
            found = list(SHARE.finditer(report.text, sentence.start, sentence.end))
            total = sum(float(share["number"]) for share in found)
            if len(found) < FEWEST or total <= 100 + HALF * len(found):
                continue
            if all(_go_on(report.text[one.end() : other.start()]) for one, other in pairwise(found)):
                yield Span(*found[0].span()), Span(*found[-1].span()), total


def _go_on(between: str) -> bool:
    """Whether a list goes on from one share to the next."""
    return len(between) <= BETWEEN and bool(APART.search(between)) and not OTHER_WHOLE.search(between)


@lru_cache(maxsize=1)
def _person() -> re.Pattern[str]:
    """One person with name and age, and perhaps town."""
    return compiled(rf"{KIN}{FULL_NAME}(?:,? \(\d{{1,3}}\)|, \d{{1,3}})(?:, (?:of|from) {TOWN}(?:, [A-Z][\w.]+)?)?")


@lru_cache(maxsize=1)
def _people() -> re.Pattern[str]:
    """A list of them."""
    person = _person().pattern
    return compiled(rf"{person}(?:(?:[,;] and |[,;] | and ){person})+")
