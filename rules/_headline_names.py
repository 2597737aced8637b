"""Names of a headline that the body spells otherwise, or never has."""

from collections.abc import Iterator, Sequence

from lint import Report, Span
from lint.find.name_words import BODY_WORDS, PLACE_WORDS, THING_WORDS
from lint.find.names import Kind, Name, names
from lint.find.spellings import folded, resembles, slips
from lint.pattern import late

from ._given_names import is_given_name
from ._lexicon import is_known

LONGEST_HEADLINE, SHORT_SENTENCE = 18, 10  # words
FEWEST = 60  # words of a body that can be expected to say again what the headline says
CONTINENTS = frozenset("africa america antarctica asia australia europe".split())
PEOPLE_BEGIN = 4  # letters that a country has in common with its people: Greece, Greek
SHORT_FORMS = 3  # letters: a shorter word of a name is an initial or a particle
WORD = late(r"[^\W\d_][^\W\d_]*")


def is_no_headline(report: Report, headline: Span) -> bool:
    """Whether the title is rather the first sentence of the report, or the body too short to say all that it says."""
    words = report.words(headline).split()
    if len(words) > LONGEST_HEADLINE or (words and words[-1].endswith(".") and len(words) > SHORT_SENTENCE):
        return True
    return len(report.words(report.body).split(maxsplit=FEWEST)) <= FEWEST


def misspelt_name(report: Report, printed: str) -> Span | None:
    """Where the body has a name that is a slip away from a word of the headline, which the body never uses."""
    word = folded(printed)
    if is_known(word) or _prints(report, printed):
        return None
    slip = next(_slips_in_body(report, word), None)
    return None if slip is None or _says(report, printed) else slip


def is_missing(report: Report, name: Name) -> bool:
    """Whether the body has no word of a person's full name, or of a place in which the headline says it happened."""
    if name.shouted or name.words.isupper():
        return False
    printed = [part for part in WORD.findall(name.words) if len(part) >= SHORT_FORMS]
    parts = [folded(part) for part in printed]
    if not parts or not CONTINENTS.isdisjoint(parts):
        return False
    if any(part in BODY_WORDS or part in THING_WORDS for part in parts):
        return False
    is_place = name.kind is Kind.PLACE
    if not (_is_where_it_happened(report, name) if is_place else _is_somebody(name, parts)):
        return False
    if any(_prints(report, part) for part in printed) or any(_says(report, part) for part in printed):
        return False
    return not (is_place and _says_of_its_people(report, parts[-1]))


def _is_somebody(name: Name, parts: Sequence[str]) -> bool:
    """Whether a name is a person's full one."""
    return name.is_person and len(parts) > 1 and is_given_name(parts[0]) and PLACE_WORDS.isdisjoint(parts)


def _is_where_it_happened(report: Report, name: Name) -> bool:
    """Whether the headline says that something happened in a place."""
    before = report.text[report.body.start if report.title is None else report.title.start : name.span.start].split()
    is_in = before[-1:] == ["in"] and not (len(before) > 2 and before[-2][0].isupper())  # “Research in Motion”
    return is_in and not any(part.isupper() for part in name.words.split())


def _says_of_its_people(report: Report, place: str) -> bool:
    """Whether the body has a word like that for a place's people or its language."""
    start = place[:PEOPLE_BEGIN]
    (words,) = report.find(_body_words)
    return len(place) > PEOPLE_BEGIN and any(word.startswith(start) for word in words)


def _body_words(report: Report) -> Iterator[frozenset[str]]:
    """The words of the body, folded, each once."""
    text, body = report.text, report.body
    words = set(WORD.findall(text, body.start, body.end))
    yield frozenset([word.lower() if word.isascii() else folded(word) for word in words])


def _prints(report: Report, word: str) -> bool:
    """Whether the body has a word just so, be it in another."""
    return report.text.find(word, report.body.start, report.body.end) >= 0


def _says(report: Report, word: str) -> bool:
    """Whether the body has a word, in the plural or the singular, with or without accents."""
    plain = folded(word)
    (words,) = report.find(_body_words)
    return not words.isdisjoint((plain, f"{plain}s", plain.removesuffix("s")))


def _slips_in_body(report: Report, word: str) -> Iterator[Span]:
    """Where words of the body's names stand that are a slip away from a folded word."""
    for name in report.find(names):
        for place in name.parts:
            if place.start < report.body.start:
                continue
            other = folded(report.words(place))
            if other[:1] == word[:1] and _are_slips(word, other):
                yield place


def _are_slips(one: str, other: str) -> bool:
    """Whether two words are one letter apart, and neither is a form of the other or cut short: “Libya”, “Libyan”."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) <= SHORT_FORMS or longer.startswith(shorter):
        return False
    return resembles(one, other) and slips(one, other) == 1
