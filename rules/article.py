"""article: “a” before a vowel that is heard, or “an” before a consonant that is heard."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint import Diagnostic, Fix, Report, ReportRule, Severity, Span, bad, good
from lint.pattern import late

from ._lexicon import is_known
from ._looks import articles, at

ARTICLE = late(
    r"""
    (?<![\w'’&./@#-])
    (?P<article>[Aa]n?)
    [^\S\n]+
    (?P<before>["“‘'(\[]?[$€£]?)
    (?P<word>[A-Za-z][\w’']*(?:\.[A-Za-z]\b)*|\d[\d,.]*\d|\d)
    (?P<joined>[-–]\w|[-–]?)
    """,
    re.VERBOSE,
)

# How words sound that begin otherwise than they are spelt.
SPELT_WITH_A_VOWEL = late(
    r"""
    eu(?!cken|ler) | ewe | once\b | ones?\b | oneself | ou(?:i\b|ija|agadougou) | oaxaca
  | u(?: \b | biq | fo | gand | kr | kulele | ra(?:ni|nus|l) | re(?:th|a\b) | ri(?:n|s) | rolog | rugu
       | s(?:a(?:b|g) | e | u(?:a|r[pry])) | t(?:ah | ens | er | il | op) | vula
       | nanim | ni(?: b | c | dir | f | lat | on | p | q | s(?:ex|on|\b) | t | v ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
SPELT_WITH_A_CONSONANT = late(r"(?:hour|heir|honest|hono(?:u)?r(?!é)|honorar|yttr|mbappe)", re.IGNORECASE)
EITHER = late(r"(?:histor|hotel|herb|hallucin|hilar|heroic|hered|habitu|horrif|hispan|x)", re.IGNORECASE)

DRAWN_OUT = late(r"(.)\1\1")  # “ummm”

PLAIN = frozenset("bcdfgjklnpqrstvwz")  # small letters that are heard as consonants whatever follows

# Names of letters: an F, an H, but a U.
VOWEL_LETTERS = "AEFHILMNORSX"
VOWELS = "AEIOU"
ONSETS = frozenset("SC SH SK SL SM SN SP SQ ST SW FL FR MC RH".split())  # how a word can begin: “SWAT”, but not “FBI”
READ_BY_LETTERS = frozenset("HIV LED LAPD LSU MIT MEP MRI MVP NYPD NAACP RAF RV SEC SUV SOS".split())
READ_EITHER_WAY = frozenset(  # a New Jersey town or an NJ town
    "SQL URL FAQ AK AL AR AZ FL HI IA ID IL IN LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NW NY OH OK OR RI SC SD "
    "SE SW".split()
)
# Words of grammar: what stands before them is something else than a wrong article.
GRAMMAR = frozenset(
    "is in it its if i of on or our out over off other us up under an a and are as at am all also after again any away "
    "the to was were with will would for from that this they their there he she his her had has have not no but by be "
    "been do did does my your we you who when where which what than then so".split()
)


@dataclass(frozen=True)
class Article(ReportRule):
    """An "a" stands before a vowel that is heard, or an "an" before a consonant that is heard.

    The ear decides, not the letter: an hour, an $8 million deal, an 11-year-old, an FBI agent; but a European, a
    one-time mayor, a union, a UN envoy. A wrong article is a slip of editing: the word after it was changed. The fix
    needs a look, for "an" may also be a slip for "and", and what is quoted may be printed as it was said.

    It does not speak where both are used (a or an historic day), of acronyms that may be read as words or by their
    letters (NASA, SQL), nor of an "A" that is a grade or a name.
    """

    examples = (
        bad("It took [[a]] hour.", fix="an", severity="warning"),
        bad("He was [[an]] European.", fix="a"),
        bad("She is [[a]] 11-year-old.", fix="an"),
        bad("[[A]] FBI agent said so.", fix="An", severity="warning"),
        bad("It was [[a]] $8 million deal.", fix="an"),
        good("An hour, a European, an FBI agent, a one-time mayor, a union, a UN envoy, a US ship.", why="by ear"),
        good(
            "An 11-year-old, an $8 million deal, an 1800s mill, a 1900s one, an 80-year-old, a 1,100-ton ship.",
            why="by ear",
        ),
        good("An mRNA vaccine and an rRNA test, a tRNA and a uPVC door.", why="the name of a letter is heard first"),
        good("A historic day, an historic day; a NASA probe; an SQL query; a SQL query.", why="both are used"),
        good("Grade A eggs and vitamin A in Hepatitis A outbreaks.", why="the name of a letter"),
        good("An uninformed, unidentified man wore a uniform, like a unicyclist.", why="un- and uni-"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Each article that does not fit what is heard after it."""
        for match in at(ARTICLE, report.find(articles), report):
            if not _is_wrong(report.text, match):
                continue
            passage = report.passage(Span(*match.span("article")))
            right = "an" if match["article"].lower() == "a" else "a"
            right = right.capitalize() if passage.words[0] == "A" else right
            message = f"“{passage.words} {match['word']}”: the ear wants “{right.lower()}”"
            fix = Fix(passage, right)
            yield self.diagnostic(Severity.WARNING, passage, message, fix=fix)


def _is_wrong(text: str, match: re.Match[str]) -> bool:
    """Whether an article does not fit what is heard after it, as far as one can tell."""
    word, article = match["word"], match["article"]
    if len(article) == 1 and word[0] in PLAIN and len(word) > 1:
        return False  # as most are right
    vowel = starts_with_a_vowel(word, is_joined=bool(match["joined"]))
    if vowel is None or vowel is (article.lower() == "an") or (word.lower() in GRAMMAR and not match["joined"]):
        return False
    if article == "A" and not _opens_a_sentence(text, match.start()):
        return False  # “Hepatitis A outbreak”, “Serie A opener”
    if word[0].isdigit():
        return True
    if DRAWN_OUT.search(word):
        return False
    if word.islower() and is_known(word.removesuffix("'s").removesuffix("’s")) and article != "A":
        return True
    return word.isupper() or is_known(word.lower())


def starts_with_a_vowel(word: str, *, is_joined: bool) -> bool | None:
    """Whether a word, an acronym or a number begins with a vowel as it is heard; nothing where that may be either."""
    if word[0].isdigit():
        return _number_starts_with_a_vowel(word)
    letters = word.replace(".", "")
    if len(letters) > 1 and letters.removesuffix("s").isupper():
        return _acronym_starts_with_a_vowel(letters.removesuffix("s"))
    if word[0].islower() and word[1:3].isupper():
        return word[0].upper() in VOWEL_LETTERS  # mRNA, uPVC
    if len(word) == 1:
        return word.upper() in VOWEL_LETTERS if is_joined and word.isupper() else None
    if EITHER.match(word):
        return None
    if word[0].upper() in VOWELS:
        return not SPELT_WITH_A_VOWEL.match(word)
    if word[0] in "YMN" and word[1] not in "aeiouy":
        return None  # Yves, Mbappé, Nvidia
    return bool(SPELT_WITH_A_CONSONANT.match(word))


def _number_starts_with_a_vowel(number: str) -> bool | None:
    whole = number.split(".")[0]
    if whole[0] == "8":
        return True
    if re.match(r"1[18](?:,|\Z)", whole):
        return True
    return None if re.match(r"1[18]\d\d\Z", whole) else False  # eleven hundred, or one thousand one hundred


def _acronym_starts_with_a_vowel(letters: str) -> bool | None:
    first, by_letters = letters[0], letters[0] in VOWEL_LETTERS
    if letters in READ_EITHER_WAY:
        return None
    if letters in READ_BY_LETTERS:
        return by_letters
    if first == "U":
        return None if len(letters) > 3 else False  # UNESCO, but UN, UK, USB
    if first in VOWELS or not by_letters:
        return by_letters  # either way of reading begins so
    is_pronounceable = letters[1] in VOWELS + "Y" or (letters[:2] in ONSETS and set(letters) & set(VOWELS))
    return None if is_pronounceable else True


def _opens_a_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 40) : start].rstrip(" “\"‘'([")
    return not before or before[-1] in ".!?:\n—–-”"
