"""agreement: singular and plural side by side that cannot go together."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

from lint import Diagnostic, Fix, Report, ReportRule, Severity, Span, bad, good
from lint.find.quotations import Kind, voice_at
from lint.pattern import late

from ._lexicon import parts
from ._looks import Key, Looks, articles, at, reaching, words_and_pairs
from ._plurals import NOT_PLURAL, many_of, one_of

MODIFIER = r"[a-z]+(?:-[a-z]+)*"
STOP = r"(?=[^\S\n]*(?:[.,;:!?)”\"]|—|–|\n(?![^\S\n]*[a-z])|\Z)|\s+(?:{words})\b)"
AFTER_A_NOUN = STOP.format(
    words="to|in|at|on|from|with|by|for|was|were|is|are|has|have|had|who|that|which|will|would|said|says|after|before|when"
    "|where|while|as|during|under|into|over|near|outside|inside|of"
)
AFTER_A_PLURAL = STOP.format(
    words="to|in|at|on|from|with|by|was|were|is|are|has|have|had|who|that|which|will|would|said|says|after|when|where|while"
)
A_PLURAL = late(
    rf"""(?<![\w’'&/.-])(?P<article>[Aa]n?)\s+(?P<middle>(?:{MODIFIER}\s+){{0,2}}?)(?P<noun>[a-z]{{4,}}){AFTER_A_PLURAL}""",
    re.VERBOSE,
)
ONE_OF = late(
    rf"""
    [Oo](?<!\w[Oo])ne\s+of\s+(?:the|these|those|his|her|their|its|our|my)\s+
    (?P<middle>(?:{MODIFIER}\s+){{0,2}}?)(?P<noun>[a-z]{{3,}}){AFTER_A_NOUN}
    """,
    re.VERBOSE,
)
THERE_IS = late(
    r"""
    [Tt](?<!\w[Tt])here(?P<verb>\s+(?:is|was|has\s+been|isn['’]t|wasn['’]t)|['’]s)\s+
    (?:(?:also|still|now|only|currently|at\s+least|about)\s+)?
    (?P<many>many|several|numerous|dozens|hundreds|thousands|multiple|various|both|few(?=\s+(?:other|people|signs))
        |two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)
    (?=\s+(?P<noun>[a-z]+))
    """,
    re.VERBOSE,
)
MANY_PEOPLE = late(
    r"""
    \b(?P<number>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Ss]everal
        |[Bb]oth|[Mm]any|(?<![\d.,$£€-])\d{1,3})\s+
    (?P<middle>(?:[a-z]+\s+)?)
    (?P<noun>man|woman|child|youth|suspect|victim|officer|person|teenager|boy|girl|driver|passenger|student|soldier|worker
        |teen|gunman|civilian|resident|neighbor|protester|deputy|firefighter|juvenile|adult|bystander|employee
        |brother|sister|daughter)
    (?:\s+(?P<next>[a-z]+)|(?P<end>[.;]))
    """,
    re.VERBOSE,
)
NOT_A = late(
    r"""
    (?P<who>\b(?:[Hh]e|[Ss]he|[Ii]t)(?=\s+(?:have|are|do)\b)|\b(?:[Tt]hey|[Ww]e|[Yy]ou)(?=\s+(?:was|has|is|does)))\s+
    (?P<verb>have|are|was|has|is|do\s+not|don['’]t|does\s+not|doesn['’]t)\b
    """,
    re.VERBOSE,
)
NUMBER_TWO = late(r"(?:number|[Nn]o\.?|#)\s*\Z")  # “the number 2 man”
BEFORE_A_CLAUSE = late(r"(?:\A|\n|[.!?,”\"]\s|\b(?:and|but|that|because|where)\s)\Z")
SUBJECT = late(
    r"""
    (?:(?:The|These|Those|Our|Their|His|Her|Its|Some|Many|All|Most|Several|Regular|Both)\s+)(?P<middle>[a-z-]+\s+)?
    (?P<who>[a-z]{3,})\s+(?P<verb>is|was|has|doesn['’]t|isn['’]t|wasn['’]t|hasn['’]t|are|were|have|don['’]t|aren['’]t|weren['’]t)
    (?=\s+[a-z])
    """,
    re.VERBOSE,
)
OF_ONE = ("The ", "His ", "Her ")
ONE = {"are": "is", "were": "was", "have": "has", "don't": "doesn't", "aren't": "isn't", "weren't": "wasn't"}
MANY = {one: many for many, one in ONE.items()}
SINGULAR_VERBS = {"have": "has", "are": "is", "do not": "does not", "don't": "doesn't"}
PLURAL_VERBS = {"has": "have", "is": "are", "was": "were", "does not": "do not", "doesn't": "don't"}
WHO_IS_PLURAL = frozenset(("they", "we", "you"))

PEOPLE = frozenset(
    "man woman child suspect victim officer person teenager boy girl driver passenger student soldier worker teen "
    "gunman civilian resident neighbor protester deputy firefighter juvenile adult bystander employee".split()
)
NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve several both many".split())
AFTER_A_PERSON = frozenset(
    "was were who have had are has ran fled died in at on from after told said and came went built got left".split()
)
AFTER_A_HYPHEN_LOST = frozenset("involved led owned made run based related born fired shot held turned sized".split())
REACH = 60  # characters, for two words
PREPOSITIONS = frozenset(
    "at on in of to by up out for with from off over under as like than per about result told".split()
)

# Quantities that stand for many, and words before a plural that make one thing of it.
MAKE_IT_MANY = frozenset(
    "few lot lots bit couple dozen hundred thousand million billion number variety great good many handful little "
    "some any no every each pair total range series group further mere staggering whopping record additional day "
    "year week month second minute full combined half quarter third fraction percent more less fewer least most "
    "per cent trillion score host string several".split()
)
ONE_OF_MANY = frozenset(
    "family crowd group lot public team staff few first last most many best two three four five six seven eight "
    "nine ten other others more least majority minority same kind type media press police dead injured wounded "
    "poor rich young old elderly homeless youth audience jury cast crew data aircraft spacecraft offspring people "
    "sheep fish deer own largest only cattle livestock opposition faculty leadership clergy infantry cavalry "
    "personnel evidence equipment information".split()
)
SUPERLATIVES = frozenset("most first best other largest".split())


@dataclass(frozen=True)
class Agreement(ReportRule):
    """A singular and a plural that belong together do not agree.

    "A trade unionists", "one of the man", "there was three shots", "two suspect were", "they was": one of the two words
    was changed and the other forgotten. The reader does not know how many there were, which in news is a fact.

    It judges only words that are next to each other and can be nothing else, by what the dictionary says they can be.
    It does not judge a verb far from its subject, collective nouns (the team is, the team are), nor speech that is
    quoted.
    """

    examples = (
        bad("He joined as [[a trade unionists]] in May.", fix="a trade unionist"),
        bad("[[One of the suspect]] was held.", fix="One of the suspects", severity="warning"),
        bad("[[There was three]] shots.", fix="There were three"),
        bad("The [[two man]] were held.", fix="two men"),
        bad("[[Three young woman]] built it.", fix="Three young women"),
        bad("He says that [[they was]] late.", fix="they were"),
        good("He joined a sports club and a savings bank; it took a few days.", why="a plural before its noun"),
        good("Two officer involved shootings hit a K-9 officer and four adult, male deer.", why="a hyphen was lost"),
        good("One of the family was held; there was one shot, and a two-man crew.", why="one"),
        good("“There was three of them, and they was late,” he said to the officers.", why="speech"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Each pair that does not agree."""
        (looks,) = report.find(words_and_pairs)
        for pattern, mend in MENDED.items():
            for match in _matches(pattern, report, looks):
                found = mend(match)
                if found and not (pattern in SPOKEN and _is_quoted(report, match.start())):
                    yield self._disagree(report, *found)

    def _disagree(self, report: Report, span: Span, words: str) -> Diagnostic:
        passage = report.passage(span)
        message = f"“{passage.words}” mixes one and many; “{words}” does not"
        return self.diagnostic(Severity.WARNING, passage, message, fix=Fix(passage, words))


def _matches(pattern: re.Pattern[str], report: Report, looks: Looks) -> Iterator[re.Match[str]]:
    """Where a pattern fits, which is looked for only in reports with the words for it."""
    if pattern in HOLD and not looks.have(HOLD[pattern]):
        return
    if pattern is A_PLURAL:
        yield from at(pattern, report.find(articles), report)
    elif pattern in FIRST:
        yield from at(pattern, list(looks.places(FIRST[pattern])), report)
    elif pattern is MANY_PEOPLE:
        places = sorted(_persons_counted(looks))
        for part in report.prose if places else ():
            yield from reaching(pattern, places, report.text, part, REACH, REACH)
    else:
        for part in report.prose:
            yield from pattern.finditer(report.text, part.start, part.end)


def _persons_counted(looks: Looks) -> Iterator[int]:
    """Where words for one person stand with a number before them, or before the word before."""
    for person in looks.words & HOLD[MANY_PEOPLE]:
        for place in looks.places(person):
            before = looks.text[max(0, place - REACH) : place].split()[-2:]
            if any(word in NUMBERS or word.isdigit() for word in before):
                yield place


def _is_quoted(report: Report, place: int) -> bool:
    return voice_at(report, place).kind is Kind.QUOTATION


def _a_plural(match: re.Match[str]) -> tuple[Span, str] | None:
    """A plural after “a”, with nothing after it that it could belong to."""
    noun = match["noun"]
    if parts(noun) != "p" or noun in NOT_PLURAL:
        return None
    middle = re.split(r"[\s-]+", match["middle"].strip())
    if MAKE_IT_MANY & set(middle):
        return None
    if middle != [""] and not all(_describes(word) for word in middle):
        return None
    span = Span(match.start(), match.end("noun"))
    return span, match.group()[: match.start("noun") - match.start()] + one_of(noun)


def _describes(word: str) -> bool:
    """Whether a word between an article and its noun is a noun or an adjective."""
    kinds = parts(word)
    return not {"n", "a"}.isdisjoint(kinds) and kinds[0] != "d" and word not in PREPOSITIONS


def _one_of_one(match: re.Match[str]) -> tuple[Span, str] | None:
    """A singular after “one of the”."""
    noun, middle = match["noun"], match["middle"].split()
    if noun not in PEOPLE and (parts(noun) != "n" or noun in ONE_OF_MANY):
        return None
    if noun.endswith("s") or ONE_OF_MANY & set(middle) - SUPERLATIVES:
        return None
    if not all(_describes(word) or word in SUPERLATIVES for word in middle):
        return None
    span = Span(match.start(), match.end("noun"))
    return span, match.group()[: match.start("noun") - match.start()] + many_of(noun)


def _there_is_many(match: re.Match[str]) -> tuple[Span, str] | None:
    """“There is” before a number of things."""
    if "p" not in parts(match["noun"]) and match["many"] not in ("many", "several", "numerous", "dozens", "hundreds"):
        return None
    verb = " ".join(match["verb"].split())
    plural = {"is": "are", "was": "were", "has been": "have been", "'s": " are", "’s": " are"}.get(verb)
    if plural is None:
        plural = verb.replace("isn", "aren").replace("wasn", "weren")
    words = f"{match.group()[:5]} {plural.strip()}{match.group()[match.end('verb') - match.start() :]}"
    return Span(*match.span()), words


def _many_people(match: re.Match[str]) -> tuple[Span, str] | None:
    """A singular person after a number."""
    number, middle = match["number"].lower(), match["middle"].strip().lower()
    if (number.isdigit() and match["end"]) or (match["next"] and not _goes_on(match["next"])):
        return None
    if number == "1" or NUMBER_TWO.search(match.string, max(0, match.start() - 8), match.start()):
        return None
    if middle and not set(parts(middle)) & set("ad"):
        return None
    span = Span(match.start(), match.end("noun"))
    return span, match.group()[: match.start("noun") - match.start()] + many_of(match["noun"])


def _goes_on(word: str) -> bool:
    """Whether a word cannot be what a noun before it describes: “two officer involved shootings”."""
    return word in AFTER_A_PERSON or ("d" in parts(word) and word not in AFTER_A_HYPHEN_LOST)


def _pronoun(match: re.Match[str]) -> tuple[Span, str] | None:
    """A pronoun and a verb that cannot be its own."""
    if not BEFORE_A_CLAUSE.search(match.string, max(0, match.start() - 9), match.start()):
        return None
    who, verb = match["who"], " ".join(match["verb"].split()).replace("’", "'")
    right = (PLURAL_VERBS if who.lower() in WHO_IS_PLURAL else SINGULAR_VERBS).get(verb)
    return (Span(match.start("who"), match.end()), f"{who} {right}") if right else None


def _subject(match: re.Match[str]) -> tuple[Span, str] | None:
    """A subject at the beginning of a sentence, and a verb of the other number."""
    who, verb = match["who"], match["verb"].replace("’", "'")
    if parts(who) == "p" and who not in NOT_PLURAL and verb in MANY:
        right = MANY[verb]
    elif who in PEOPLE and verb in ONE and match["middle"] is None and match.group().startswith(OF_ONE):
        right = ONE[verb]
    else:
        return None
    if not BEFORE_A_CLAUSE.search(match.string, max(0, match.start() - 9), match.start()):
        return None
    return Span(match.start("who"), match.end("verb")), f"{who} {right}"


MENDED: dict[re.Pattern[str], Callable[[re.Match[str]], tuple[Span, str] | None]] = {
    A_PLURAL: _a_plural,
    ONE_OF: _one_of_one,
    THERE_IS: _there_is_many,
    MANY_PEOPLE: _many_people,
    NOT_A: _pronoun,
    SUBJECT: _subject,
}
FIRST = {ONE_OF: "one", THERE_IS: "there"}  # words with which all that these patterns fit begins
SPOKEN = (THERE_IS, NOT_A, SUBJECT)  # what people say, and a report prints as they said it
# Words, or pairs of neighbours, of which one must stand in a report for a pattern to be worth trying.
HOLD: dict[re.Pattern[str], frozenset[Key]] = {
    ONE_OF: frozenset({("one", "of")}),
    THERE_IS: frozenset(product(("there", "there's"), ("is", "was", "has", "isn't", "wasn't", "also", "still")))
    | {"there's"},
    MANY_PEOPLE: PEOPLE | {"youth", "brother", "sister", "daughter"},
    NOT_A: frozenset(product(("he", "she", "it"), ("have", "are", "do", "don't")))
    | frozenset(product(WHO_IS_PLURAL, ("was", "has", "is", "does", "doesn't"))),
}
