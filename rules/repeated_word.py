"""repeated-word: a word typed twice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from lint import Diagnostic, Fix, Report, ReportRule, Severity, Span, bad, good
from lint.pattern import late

from ._lexicon import is_known, parts
from ._looks import Looks, Pair, at, words_and_pairs

TWICE = late(
    r"""
    (?<![\w'’&./@#$-])
    (?P<word>[A-Za-z]+)
    (?P<gap>[^\S\n]+ | [^\S\n]*\n[^\S\n]*)
    (?P<again>(?i:(?P=word)))
    (?![\w'’&/@-]|\.\w)
    """,
    re.VERBOSE,
)

# Words of grammar that never stand twice side by side.
NEVER_TWICE = frozenset(
    "the a an of and to for from with at by as but or nor if was were are be been being am has have will would can "
    "could should may might must its his my your our their he she we they them him us i this these those which when "
    "where while than then because about after before between during through under until upon without although though "
    "whether into onto not".split()
)
# Words that good prose may repeat ("all that he had had"), or that speech does.
OFTEN_TWICE = frozenset(
    "had that her very really so too no yes yeah oh ha ho he hey bye hear there now well many much more long far way "
    "big never ever again over out up down round bit knock night chop tut tsk boo blah la na da do dum rah wah yo bang "
    "woof meow choo tick hush hot pom cha can tom go win win-win come half part some who what".split()
)
PARTICLES = frozenset("in on is it you off by".split())  # "moved in in May", "what it is is": probably a slip
PARTICLE_VERBS = late(
    r"\b(?:mov|com|liv|stay|check|sign|log|go|hang|hold|carr|turn|get|kick|chip|set|put|mixed|dropp?|step|look|call|jump|sett?l?|"
    r"believ|interest|engag|involv|found|based|reli|count|work|what|whatever|how|who|where|all|problem|truth|thing|point)"
    r"\w*(?:\s\w+)?\s$"
)
ADVERBS = "also|really|later|now|already|still|only|just|reportedly|then"
AROUND_AN_ADVERB = late(
    rf"\b(?P<first>was|were|is|are|has|have) (?P<adverb>{ADVERBS}) (?P<again>(?P=first))\b"
    r"(?! (?:not|no|had|what|when|where|how|who|why)\b)"
)
AROUND: frozenset[Pair] = frozenset(product(ADVERBS.split("|"), ("was", "were", "is", "are", "has", "have")))
BE = frozenset("is was are were".split())
WHATEVER_IT_WAS = late(r"\b(?:what|whatever|who|whoever|where|wherever|how)\s(?:\w+\s){1,3}\Z", re.IGNORECASE)
RELATIVE = late(r"\b(?:what|whatever|which|who|whom|whoever|that|where|wherever)\b[^.;:!?]*\Z", re.IGNORECASE)
WORD = late(r"\s+([a-z]+)")
LONGED = late(
    r"\b(?:ask|beg|car|fight|fought|hop|hunt|long|look|pray|push|search|train|wait|wish|work|yearn)[a-z]{0,4}\s\Z"
)
LONGEST = 14  # code points of one of these verbs and the space behind it
FOR_A_TIME = late(
    r"\s+(?:[\w-]+\s+){0,2}?(?:ages|ever|long|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centuries)\b"
)


@dataclass(frozen=True)
class RepeatedWord(ReportRule):
    """A word stands twice in a row.

    Nobody sees it on the screen, and everybody in print, often because a line ended between the two. It is a warning,
    for an error is a fact that is wrong; the fix is safe for words of grammar that prose does not repeat.

    It leaves alone what good prose repeats ("all that he had had", "the claim that that is so"), emphasis ("very
    very"), sounds ("knock knock"), names ("Duran Duran"), words that are not English, and words with anything but
    space between.
    """

    examples = (
        bad("They went [[to to]] the harbour.", fix="to", severity="warning"),
        bad("[[The the]] mayor spoke.", fix="The", severity="warning"),
        bad("The [[police police]] closed the road.", fix="police", severity="warning"),
        bad("Two oars [[were also were]] found.", fix="were also", severity="warning"),
        good("He said that he had had enough, and that that was that.", why="good prose repeats these"),
        good("Duran Duran sang “Bye Bye”; it was a long, long night, and very very loud.", why="names and emphasis"),
        good("It is what it is. Is it over?", why="a sentence ends between them"),
        good("It was the cup that they had hoped for for years.", why="the second “for” tells how long"),
        good("Whatever it was was gone, and who they were were the questions. He had only had one.", why="right"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Each pair of one word."""
        (looks,) = report.find(words_and_pairs)
        if not AROUND.isdisjoint(looks.pairs):
            yield from self._around_adverbs(report)
        for match in at(TWICE, _places_of_pairs(looks), report) if looks.repeats else ():
            if _is_slip(report.text, match):
                passage = report.passage(Span(*match.span()))
                message = f"“{match['again'].lower()}” stands twice"
                fix = Fix(passage, match["word"], safe=match["word"].lower() in NEVER_TWICE)
                yield self.diagnostic(Severity.WARNING, passage, message, fix=fix)

    def _around_adverbs(self, report: Report) -> Iterator[Diagnostic]:
        """Verbs that stand on both sides of an adverb: “were also were found”."""
        for part in report.prose:
            for match in AROUND_AN_ADVERB.finditer(report.text, part.start, part.end):
                if WHATEVER_IT_WAS.search(report.text, max(0, match.start() - 30), match.start()):
                    continue
                passage = report.passage(Span(*match.span()))
                message = f"“{match['first']}” stands before “{match['adverb']}” and after it"
                fix = Fix(passage, f"{match['first']} {match['adverb']}")
                yield self.diagnostic(Severity.WARNING, passage, message, fix=fix)


def _places_of_pairs(looks: Looks) -> list[int]:
    """Where the words stand that may stand twice in a row."""
    repeated = {one for one, other in pairwise(looks.text.split()) if one == other and one.isalpha()}
    return sorted(place for word in repeated for place in looks.places(word))


def _is_slip(text: str, match: re.Match[str]) -> bool:
    """Whether a word was typed twice, and is not meant so."""
    word, again = match["word"].lower(), match["again"]
    if not again.islower() and not (match["word"].isupper() and again.isupper() and len(again) > 1):
        return False  # a name, or a title
    if match["word"].isupper() and word in ("a", "i"):
        return False  # "Hepatitis A a year ago"
    if _is_said_more_than_twice(text, match, word) or len(match["gap"]) > 2:
        return False  # "boom boom boom", or a dash that was lost
    if word == "to" and _is_stranded(text, match):
        return False  # "the firm that she applied to to be near"
    if word == "for" and _is_longing(text, match):
        return False  # "what they had waited for for years"
    if word in BE and WHATEVER_IT_WAS.search(text, max(0, match.start() - 30), match.start()):
        return False  # "whatever it was was gone"
    if word in NEVER_TWICE:
        return True
    if word in OFTEN_TWICE or match["word"].isupper():
        return False
    if word in PARTICLES:
        return PARTICLE_VERBS.search(text, max(0, match.start() - 30), match.start()) is None
    if match["word"][0].isupper() or text[max(0, match.start() - 3) : match.start()].lower() == "to ":
        return False  # "Record record", "to record record profits"
    is_emphatic = parts(word)[:1] in ("a", "r")
    return len(word) > 2 and is_known(word) and not is_emphatic


def _is_stranded(text: str, match: re.Match[str]) -> bool:
    """Whether the first “to” belongs to a relative clause and the second to the verb after it."""
    following = WORD.match(text, match.end())
    return bool(
        following and "v" in parts(following[1]) and RELATIVE.search(text, max(0, match.start() - 60), match.start())
    )


def _is_longing(text: str, match: re.Match[str]) -> bool:
    """Whether the first “for” belongs to the verb before it, and the second tells for how long."""
    return bool(
        FOR_A_TIME.match(text, match.end()) and LONGED.search(text, max(0, match.start() - LONGEST), match.start())
    )


def _is_said_more_than_twice(text: str, match: re.Match[str], word: str) -> bool:
    before = text[max(0, match.start() - len(word) - 2) : match.start()].split()[-1:]
    after = text[match.end() : match.end() + len(word) + 2].split()[:1]
    return word in (each.strip(",.!?").lower() for each in before + after)
