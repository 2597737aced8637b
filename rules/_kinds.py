"""Kinds of word that may stand in a place of a phrase (see _phrases.py): what they look like, and what they must be."""

from typing import NamedTuple

COUNTED = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
    "|ninety|hundred|several|few|couple"
)


class WordKind(NamedTuple):
    """What words of a kind look like, the part of speech that they must be able to be (see _lexicon.py), and one."""

    pattern: str
    part: str
    sample: str


KINDS = {
    "number": WordKind(rf"(?:\d[\d,.]*\d|\d|(?i:{COUNTED}))", "", "three"),
    "age": WordKind(rf"(?i:\d{{1,3}}|one|{COUNTED}|[a-z]{{3,5}}teen)-(?:year|month|week|day)-old", "", "16-year-old"),
    "name": WordKind(r"[A-Z][\w-]*[a-z]", "", "Harlan"),
    "word": WordKind(r"[a-z][a-z’'-]*", "", "green"),
    "noun": WordKind(r"[a-z]+", "n", "teacher"),
    "plural": WordKind(r"[a-z]+", "p", "teachers"),
    "verb": WordKind(r"[a-z]+", "v", "arrive"),
    "past": WordKind(r"[a-z]+", "d", "arrived"),
    "running": WordKind(r"[a-z]+ing", "g", "arriving"),
    "quality": WordKind(r"[a-z]+", "a", "green"),
}
