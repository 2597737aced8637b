"""The part that a person plays in an event, as the clause around an age tells it: dead, hurt, held or none."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lint import Report
from lint.find.age_ranges import AgeRange, age_ranges
from lint.find.ages import Age, ages
from lint.find.sentences import sentence_at
from lint.pattern import late

from ._counted import counted_figures, slight_figures

DEAD, HURT, HELD = "dead", "hurt", "held"
BE = r"\b(?:was|were|is|are|been|being|be)\b"
BETWEEN = (
    r"(?: (?:also|both|later|reportedly|allegedly|found|shot and|seriously|critically|badly|fatally|accidentally))*"
)
BEHIND = late(
    rf"(?P<dead>{BE}{BETWEEN} (?:killed|slain|dead|murdered|stabbed to death|shot to death|shot dead|beaten to death)\b"
    rf"|\b(?:died|dies|pronounced dead|deceased|fatally (?:shot|stabbed|wounded)|drowned|lost (?:his|her) life"
    rf"|succumbed)\b|(?:’s|'s) (?:death|body|killing|murder)\b)"
    rf"|(?P<held>{BE}{BETWEEN} (?:arrested|charged|booked|taken into custody|in custody|indicted|detained|jailed"
    rf"|held|accused|convicted|sentenced|found guilty|arraigned|wanted)\b"
    rf"|\b(?:faces|pleaded|pled|confessed|turned (?:him|her)self in|opened fire"
    rf"|pulled (?:out )?a (?:gun|pistol|knife))\b)"
    rf"|(?P<hurt>{BE}{BETWEEN} (?:shot|wounded|injured|hurt|burned|hit|struck|grazed|hospitalized|stabbed|treated"
    rf"|listed|taken to|rushed to|airlifted|flown to|transported|in (?:critical|stable|serious|fair|good|grave))\b"
    rf"|\b(?:suffered|survived|shot (?:him|her)self)\b)"
)
AHEAD = late(
    r"(?:(?P<dead>\b(?:killed|killing|kills|deaths? of|body of|bodies of|killings? of|slaying of|murders? of"
    r"|claimed the life of|deceased|dead|victims? as|fatally shot))"
    r"|(?P<held>\b(?:arrested|arrest of|charged|suspect|suspects|gunman|shooter|detained|booked|accused|custody|jailed"
    r"|warrants? (?:obtained |issued )?for))"
    r"|(?P<hurt>\b(?:wounded|wounding|injured|injuring|injures|wounds|shot|hit|hitting|struck|striking)))"
    r"(?: (?:as|a|an|the|his|her|their|one|man|men|woman|women|boy|boys|people|victim|victims|another|unarmed"
    r"|identified|was|is|were|named|[A-ZÀ-Þ][\w’'.-]+)|,)*[ (]*(?:ages?|aged)?[ (]*$"
)
AND_DIED = late(r"\b(?:pronounced dead|died|dies|succumbed)\b")
LISTS = {
    DEAD: frozenset({"deaths"}),
    HURT: frozenset({"deaths", "injuries", "victims", "shot", "stabbed", "casualties"}),
    HELD: frozenset({"arrests", "suspects", "gunmen"}),
}
LISTED_CATEGORIES = frozenset().union(*LISTS.values())
LISTED = late(r",?(?: [a-z][\w’'-]*){0,3}[,;]?(?: and)?(?: (?:an?|the|his|her))?(?: [A-ZÀ-Þ][\w’'.-]+){0,3},? ")
BY_NOUN = {"victims": HURT} | dict.fromkeys("suspect suspects gunman gunmen shooter".split(), HELD)
AFTER = 300  # code points behind the last age of a report in which its clause ends
REACH = 70  # code points before an age in which its clause may begin


def ages_and_parts(report: Report) -> Iterator[tuple[Age | AgeRange, str]]:
    """The ages and ranges of ages of a report, in order, each with the part of its person."""
    found: list[Age | AgeRange] = [*report.find(ages), *report.find(age_ranges)]
    found.sort(key=lambda each: each.span)
    yield from zip(found, _parts_played(report, found), strict=True)


def _parts_played(report: Report, found: Sequence[Age | AgeRange]) -> list[str]:
    """The part of the person of each age: those who stand in one list share what is said of the list."""
    ends = [age.span.start for age in found[1:]] + [found[-1].span.end + AFTER] if found else []
    parts = [_part_played(report, age, end) for age, end in zip(found, ends, strict=True)]
    listed = [LISTED.fullmatch(report.text, one.span.end, other.span.start) for one, other in pairwise(found)]
    for number in range(len(listed) - 1, -1, -1):
        if listed[number] and not parts[number]:
            parts[number] = parts[number + 1]
    for number, joined in enumerate(listed):
        if joined and not parts[number + 1]:
            parts[number + 1] = parts[number]
    return [part or BY_NOUN.get(age.person, "") for age, part in zip(found, parts, strict=True)]


def _part_played(report: Report, age: Age | AgeRange, limit: int) -> str:
    """The part of the person of an age, told by the words before it and those behind it up to `limit`."""
    sentence = sentence_at(report, age.span.start)
    end = min(sentence.end, limit)
    behind = BEHIND.search(report.text, age.span.end, end)
    if behind is None or behind.lastgroup == HURT:
        ahead = AHEAD.search(report.text, max(sentence.start, age.span.start - REACH), age.span.start)
        if ahead is not None and ahead.lastgroup:
            return ahead.lastgroup
    if behind is None or behind.lastgroup is None:
        return ""
    if behind.lastgroup == HURT and AND_DIED.search(report.text, behind.end(), end):
        return DEAD
    return behind.lastgroup


def how_many(report: Report) -> Counter[str]:
    """How many a report says that played each part: the highest figure that it gives."""
    (told,) = report.find(_told)
    return told


def _told(report: Report) -> Iterator[Counter[str]]:
    told: Counter[str] = Counter()
    for figure, what in (*report.find(counted_figures), *report.find(slight_figures)):
        if what.category not in LISTED_CATEGORIES or what.tally or figure.hedge == "vague":
            continue
        number = int(min(what.value(figure).low, 99))
        for part, categories in LISTS.items():
            if what.category in categories:
                told[part] = max(told[part], number)
    yield told
