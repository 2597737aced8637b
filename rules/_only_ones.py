"""What a report calls the only one of its kind in a place, and what it calls one of several."""

from collections.abc import Iterator

from lint.find.spellings import folded
from lint.pattern import late
from lint.report import Report
from lint.span import Span

from ._head_noun import head_noun
from ._looks import Key, around, words_and_pairs
from ._role_table import Role

NUMBER = "number of its kind"
AREA = "island|town|city|village|county|area|region|state|country"
PLACE = rf"(?:in|on) (?:(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)|the (?:{AREA}))"
ONLY = late(rf"\b[Tt]he only (?P<kind>(?:[a-z]+ ){{0,2}}?[a-z]{{4,}}) {PLACE}\b")
ONE_OF = late(
    r"\b[Oo]ne of (?:the|its|several|two|three|four|five|six|many) (?!only )"
    rf"(?P<kind>(?:[a-z]+ ){{0,2}}?[a-z]{{3,}}s) {PLACE}\b"
)
LIKELY: frozenset[Key] = frozenset({("the", "only"), ("one", "of")})
REACH = 90  # code points
SHORT = 3  # letters


def only_ones(report: Report) -> Iterator[Role]:
    """Each thing that is told to be the only one of its kind in a place, or not to be."""
    (looks,) = report.find(words_and_pairs)
    if not looks.have(LIKELY):
        return
    for pattern, sign, role in ((ONLY, "the only", "the only one"), (ONE_OF, "one of", "one of several")):
        for found in around(pattern, (sign,), report, REACH):
            phrase = found["kind"].split()
            noun = head_noun(phrase)
            is_rated = any(word.endswith("st") for word in phrase)  # “one of the worst fires in Tarn”
            if len(noun) > SHORT and not (is_rated or noun.endswith("ed")):
                yield Role(Span(*found.span()), noun, f"the {noun}", NUMBER, role, folded(found["place"] or ""))
