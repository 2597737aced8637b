"""A whole and its parts that do not add up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import ClassVar

from lint import Diagnostic, Label, Report, ReportRule, Severity, Span, bad, good
from lint.compiled import compiled
from lint.find.numbers import SPELT
from lint.find.sentences import sentence_at

from ._listed import named_lists, shares_over_a_whole
from ._looks import Key, signs_of_percentages, words_and_pairs

KINDS = {
    noun: kind
    for kind, nouns in {
        "men": "man men",
        "women": "woman women",
        "males": "male males",
        "females": "female females",
        "boys": "boy boys",
        "girls": "girl girls",
        "adults": "adult adults grown-ups",
        "children": "child children kid kids infant infants baby babies toddler toddlers",
        "Democrats": "Democrat Democrats",
        "Republicans": "Republican Republicans",
        "independents": "independent independents",
        "minors": "minor minors juvenile juveniles teen teens teenager teenagers youth youths",
        "": "officer officers civilian civilians soldier soldiers policeman policemen student students teacher teachers"
        " passenger passengers worker workers firefighter firefighters tourist tourists deputy deputies",
    }.items()
    for noun in nouns.split()
}
"""The nouns of parts, by what they count; what may overlap with the others has no kind."""

NOUNS = frozenset(piece for noun in KINDS for piece in noun.lower().split("-"))
APART = tuple(  # kinds that nobody belongs to two of
    frozenset(kinds.split())
    for kinds in (
        "Democrats Republicans independents",
        "men women boys girls",
        "men women children minors",
        "males females",
        "adults children minors",
    )
)
WHOLES = frozenset(
    "people persons others victims suspects residents passengers hostages patients defendants members casualties dead"
    " injured wounded killed arrested inmates prisoners jurors survivors detainees siblings protesters migrants"
    " refugees bodies candidates lawmakers legislators senators councilors councillors commissioners".split()
)
YOUNG = frozenset("children teenagers teens youths juveniles minors kids students pupils".split())
NAMED = frozenset("men women boys girls officers".split())
BY_SEX = frozenset("boys girls males females".split())

ONES = "one|two|three|four|five|six|seven|eight|nine"
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+\b|\d+\b|(?i:an?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|{ONES}"
    rf"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-(?:{ONES}))?)\b)"
)
COUNT = rf"(?:(?:the|another) )?{NUMBER} (?:[a-z-]+ )?"
NOUN = rf"(?:{'|'.join(KINDS)})\b(?!-)"
NO_NUMBER = rf"(?!{NUMBER})"
WHOLE = (
    rf"(?<![\w$€£,.-])(?P<whole>{NUMBER}) (?P<head>(?:{NO_NUMBER}[a-z-]+ ){{0,2}}{NO_NUMBER}[a-z]+)"
    rf"(?: {NO_NUMBER}[a-z’'-]+){{0,6}}"
)
ANY_WORD = r"(?P<number>[\w,-]+)"  # which of them are numbers is for `_value` to say: cheaper than to name them all
LAST_PART = compiled(rf" and (?:(?:the|another) )?{ANY_WORD} (?:[a-z-]+ )?{NOUN}")
SEPARATOR = r"(?:,|:| ?[–—]| ?--?| ?\() ?"
WITHIN = r"(?P<within>(?:including|among them|such as) )?"
OF_SOME: frozenset[Key] = frozenset({("of", "them"), ("of", "whom")})
OF_THEM = compiled(r" of (?:them|whom)\b")
INCLUDING = compiled(rf"including {ANY_WORD} (?:[a-z-]+ )?{NOUN}")
COMMA_BEFORE = compiled(r"(?:,| ?--| ?[–—]) ?$")
NUMBER_BEFORE = compiled(rf"(?:,| ?--| ?[–—]) ?{ANY_WORD}$")
HEDGED = compiled(
    r"\b(?:at least|(?:more|less|fewer) than|over|about|around|nearly|almost|up to|some|roughly|estimated|approximately"
    r"|as many as|under|between|or|to|of|first|ages?|aged|another|other|every|by|no)[ -]$|[$€£.,–-] ?$",
    re.IGNORECASE,
)
CLOSED = compiled(r"\s?(?:[.;:)–—]|--|,(?! (?:and|\d|[a-z]+ (?:men|women|children)))|$)")
GOING_ON = compiled(r" (?:and|or|of|from|with|for|plus)\b|, (?:and|plus|as well)\b|-\w")
REACH = 150  # code points before the last part in which the whole stands
PERCENT = compiled(r"(?P<number>\d+(?:\.\d+)?) ?(?:%|per ?cent\b)(?: of (?:the |all |those )?(?P<of>[\w’'-]+))?")
FOR = compiled(r"\b(?:favou?r(?:ed)?|support(?:ed|s)?|approv(?:e|ed|ing)|back(?:ed)?|agreed?|voted for|voted yes)\b")
AGAINST = compiled(r"\b(?:oppos(?:e|ed|ing)|disapprov(?:e|ed|ing)|against|disagreed?|reject(?:ed)?|voted no)\b")
SUPPORT = frozenset(
    "favor favour favored favoured support supported supports approve approved approving back backed agree agreed"
    " voted".split()
)
OPPOSITION = frozenset(
    "oppose opposed opposing disapprove disapproved disapproving against disagree disagreed reject rejected"
    " voted".split()
)  # of these words the two patterns before are made
COMPARED = compiled(
    r"\b(?:compared|up from|down from|from|earlier|last|previous(?:ly)?|than|now|(?:19|20)\d\d|respectively)\b",
    re.IGNORECASE,
)
LONGEST_NUMBER = 9  # digits
ROUNDING = 1.0  # percentage points by which rounding may lift a sum of two


@dataclass(frozen=True)
class PartsSum(ReportRule):
    """A whole and its parts do not add up.

    “12 people, seven men and six women” are 13, or 12 with one figure wrong. Parts after “including” may be fewer than
    the whole, but not more. Those for and those against are parts of one whole too, and cannot make more than 100
    percent; nor can shares that the sentence calls a whole (“and the rest”, “undecided”). Three victims who are
    identified as four people with names and ages are one too many. It is an error where the parts are more than the
    whole, and a warning where they are fewer, or names or shares.

    It does not claim to know which figure is wrong. It is silent on hedged figures (“at least 12”), on parts that may
    overlap (“three women and two officers”), and on lists that may go on.
    """

    examples: ClassVar = (
        bad("Deputies held ((12 people)), [[seven men and six women]], on Monday.", severity="error"),
        bad("The fire hurt ((nine others)) -- [[three males and four females]].", severity="warning"),
        bad("The crash killed ((four people)), including [[six children]].", severity="error"),
        bad("In the poll, ((61 percent)) favored the dam and [[52 percent]] opposed it.", severity="warning"),
        bad(
            "The ((three victims)) were identified as [[Ada Roe, 34, Ben Tharp, 41, Cy Dow, 5, and Di Farrow, 61]].",
            severity="warning",
        ),
        bad(
            "Of tenants, ((52 percent)) said yes, 41 percent no, and [[17 percent]] were undecided.", severity="warning"
        ),
        bad(
            "((Two people)) died: [[Ada Roe, 34; Ben Tharp, 41; and Cy Dow, 5]].",
            severity="warning",
        ),
        bad("The board has ((15 members)), [[nine Democrats and seven Republicans]].", severity="error"),
        good("Deputies held 12 people, seven men and five women.", why="they are 12"),
        good("The crash killed 14 people, including six children and two women.", why="some of them"),
        good("The crash killed at least 12 people, seven men and six women.", why="at least 12"),
        good("The vote split 61 percent of tenants for, with 52 percent of owners against.", why="two wholes"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Each whole whose parts are too many or too few."""
        (looks,) = report.find(words_and_pairs)
        has_parts, has_some = not NOUNS.isdisjoint(looks.words), looks.have(OF_SOME)
        for part in report.prose:
            for last in LAST_PART.finditer(report.text, part.start, part.end) if has_parts else ():
                if _value(last["number"]):
                    yield from self._list(report, part, last)
            for some in INCLUDING.finditer(report.text, part.start, part.end) if has_parts else ():
                if comma := COMMA_BEFORE.search(report.text, max(part.start, some.start() - 4), some.start()):
                    span = Span(some.start("number"), some.end())
                    yield from self._some(report, part, comma.start(), span, some["number"])
            for some in OF_THEM.finditer(report.text, part.start, part.end) if has_some else ():
                if number := NUMBER_BEFORE.search(report.text, max(part.start, some.start() - 20), some.start()):
                    span = Span(number.start("number"), some.end())
                    yield from self._some(report, part, number.start(), span, number["number"])
        yield from self._shares(report)
        yield from self._names(report)
        for share, another, total in shares_over_a_whole(report):
            yield self._over(report, share, another, total, joint="up to")

    def _names(self, report: Report) -> Iterator[Diagnostic]:
        """A whole, then a list of other length of those who it was."""
        for named in named_lists(report):
            before = report.text[named.sentence.start : named.start]
            found = next(reversed(list(_whole_of_names().finditer(before))), None)
            exact = found and not HEDGED.search(before, max(0, found.start("whole") - 16), found.start("whole"))
            whole = _value(found["whole"]) if found and exact else None
            if found and whole and whole > 1 and whole != named.count:
                first = Span(named.sentence.start + found.start("whole"), named.sentence.start + found.end("head"))
                yield self._said(report, first, named.span, f"are {named.count}", Severity.WARNING)

    def _list(self, report: Report, part: Span, last: re.Match[str]) -> Iterator[Diagnostic]:
        """A whole, then a list of its parts that ends in the last one."""
        text = report.text
        found = _whole_and_parts().search(text, max(part.start, last.start() - REACH), last.end())
        whole = found and _whole(text, found)
        if found is None or whole is None:
            return
        counts = list(_each_part().finditer(text, found.start("list"), last.end()))
        numbers = [_value(count["number"]) for count in counts]
        kinds = frozenset(KINDS[count["noun"]] for count in counts)
        if not all(numbers) or not any(kinds <= apart for apart in APART) or len(kinds) < len(counts):
            return
        if not kinds <= BY_SEX and YOUNG.intersection(found["head"].split()):
            return
        parts = Span(found.start("list"), last.end())
        total = sum(number or 0 for number in numbers)
        if total > whole and not GOING_ON.match(text, last.end(), part.end):
            severity = Severity.ERROR
        elif total < whole and not found["within"] and CLOSED.match(text, last.end(), part.end):
            severity = Severity.WARNING
        else:
            return
        yield self._said(report, Span(found.start("whole"), found.end("head")), parts, f"make {total}", severity)

    def _some(self, report: Report, part: Span, before: int, some: Span, number: str) -> Iterator[Diagnostic]:
        """A part that is said to be of the whole right before it, and is larger."""
        text = report.text
        found = _whole_before().search(text, max(part.start, before - REACH), before)
        whole, size = found and _whole(text, found), _value(number)
        if found and whole and size and size > whole:
            first = Span(found.start("whole"), found.end("head"))
            yield self._said(report, first, some, "are more than all", Severity.ERROR)

    def _shares(self, report: Report) -> Iterator[Diagnostic]:
        """Those for and those against, where they are more than all."""
        (looks,) = report.find(words_and_pairs)
        if SUPPORT.isdisjoint(looks.words) or OPPOSITION.isdisjoint(looks.words):
            return
        if not report.find(signs_of_percentages):
            return
        found = [match for part in report.prose for match in PERCENT.finditer(report.text, part.start, part.end)]
        for one, other in pairwise(found):
            total = float(one["number"]) + float(other["number"])
            if not 100 + ROUNDING < total <= 200 or (other["of"] and other["of"] != one["of"]):
                continue
            sentence = sentence_at(report, one.start())
            if other.start() not in sentence or COMPARED.search(report.text, sentence.start, sentence.end):
                continue
            between = (one.end(), other.start())
            behind = (other.end(), min(sentence.end, other.end() + 60))
            sides = [
                (FOR if is_for else AGAINST).search(report.text, *between)
                and (AGAINST if is_for else FOR).search(report.text, *behind)
                for is_for in (True, False)
            ]
            if any(sides):
                first, last = (Span(each.start(), each.end("number") + _unit(each)) for each in (one, other))
                yield self._over(report, first, last, total)

    def _over(self, report: Report, first: Span, last: Span, total: float, joint: str = "and") -> Diagnostic:
        passage, other = report.passage(last), report.passage(first)
        return self.diagnostic(
            Severity.WARNING,
            passage,
            f"“{other.words}” {joint} “{passage.words}” of one whole are {total:g} percent",
            related=(Label(other, "of the same whole"),),
            help="check both, or say of whom each is a share",
        )

    def _said(self, report: Report, whole: Span, parts: Span, are: str, severity: Severity) -> Diagnostic:
        passage, first = report.passage(parts), report.passage(whole)
        return self.diagnostic(
            severity,
            passage,
            f"“{passage.words}” {are}, but the whole is “{first.words}”",
            related=(Label(first, "the whole"),),
            help="count again; either side may be the wrong one",
        )


def _unit(match: re.Match[str]) -> int:
    """How many code points the sign or the word for percent takes after a number."""
    return (
        len(match.group())
        - len(match["number"])
        - (len(match.group()) - match.group().find(" of ") if match["of"] else 0)
    )


def _whole(text: str, found: re.Match[str]) -> int | None:
    """The number of a whole that is exact and counts people."""
    if HEDGED.search(text, max(0, found.start("whole") - 16), found.start("whole")):
        return None
    return _value(found["whole"]) if (WHOLES | YOUNG).intersection(found["head"].split()) else None


def _value(number: str) -> int | None:
    """What a number in digits or letters is, or nothing."""
    plain = number.lower().replace(",", "")
    if plain.isdecimal():
        return int(plain) if len(plain) <= LONGEST_NUMBER else None
    found = {"a": 1, "an": 1, "dozen": 12}.get(plain, SPELT.get(plain))
    return int(found) if found else None


@lru_cache(maxsize=1)
def _whole_and_parts() -> re.Pattern[str]:
    """A whole and the list of its parts, up to the end of that."""
    return compiled(rf"{WHOLE}{SEPARATOR}{WITHIN}(?P<list>(?:{COUNT}{NOUN}[,;] )*{COUNT}{NOUN},?) and {COUNT}{NOUN}$")


@lru_cache(maxsize=1)
def _whole_before() -> re.Pattern[str]:
    """A whole at the end of some words."""
    return compiled(rf"{WHOLE}$")


@lru_cache(maxsize=1)
def _whole_of_names() -> re.Pattern[str]:
    """A whole of which those who belong to it are named at the end of some words."""
    return compiled(
        rf"(?<![\w$€£,.-])(?<!of the )(?<!of those )(?<!other )(?P<whole>{NUMBER}) "
        rf"(?P<head>(?:{NO_NUMBER}[a-z-]+ ){{0,2}}?(?:{'|'.join(sorted(WHOLES | YOUNG | NAMED))})\b)(?=[^.;:]{{0,60}}$)"
    )


@lru_cache(maxsize=1)
def _each_part() -> re.Pattern[str]:
    """One part of a list."""
    return compiled(rf"(?P<number>{NUMBER}) (?:[a-z-]+ )?(?P<noun>{'|'.join(KINDS)})\b")
