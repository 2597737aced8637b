"""Ages: "Mason, 35,", "the 11-month-old", "aged 21", "in his 20s", and whose they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.report import Report
from lint.span import Span

NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split()
    )
}
WORD = r"[A-ZÀ-ÖØ-Þ][\w’'-]+"
MIDDLE = r"[A-Z]\.|[\"“][A-Z][\w ]+[\"”,]+|(?:de|la|del|van|von|bin|al)"
NAME = rf"{WORD}(?: (?:{MIDDLE}))*(?: {WORD}){{1,3}}(?:,? (?:Jr|Sr|I{{2,3}}|IV)\.?)?"
PERSON = (
    r"boy|girl|man|woman|male|female|baby|infant|toddler|child|teen|teenager|son|daughter|brother|sister|mother|father"
    r"|student|suspect|victim|gunman|shooter|driver|passenger|resident|cousin|nephew|niece|grandson|granddaughter|juvenile"
    r"|youth"
)
AGE = re.compile(
    rf"(?P<name>{NAME}),? (?:who (?:is|was) |aged? |is |was )?(?P<bare>\d{{1,3}})"
    rf"(?=,|\.(?:\s|$)|;| of | was | who |, of|$)"
    rf"|\b(?P<known>\d{{1,3}})[- ]year[- ]old(?: (?:{PERSON}))?"
    rf" (?:has been |was |is )?(?:identified )?as (?P<called>{NAME})"
    rf"|\b(?P<years>\d{{1,3}}|{'|'.join(NUMBER_WORDS)})(?: ?[-–] ?| )"
    rf"(?P<unit>[Yy]ear|[Mm]onth|[Ww]eek|[Dd]ay)s?(?: ?[-–] ?| )[Oo]ld\b"
    rf"(?: (?P<person>(?:[a-z]+ ){{0,2}}?(?:{PERSON})))?(?: (?P<after>{NAME}))?"
    rf"|\bage[ds]? (?P<aged>\d{{1,3}})\b(?!,? (?:and|to|or|\d+)\b)"
)
LIST = re.compile(
    r"\b(?:ages?|aged|men|women|boys|girls|children|people|victims|brothers|sisters|teens|teenagers|sons|daughters),?"
    r" (?P<ages>\d{1,2}(?:, \d{1,2})*,? and \d{1,2})\b(?! [a-z]*(?:year|month|other|were|people))"
)
MONTHS_IN = {"year": 12.0, "month": 1.0, "week": 12 / 52, "day": 12 / 365}


@dataclass(frozen=True, slots=True)
class Age:
    """How old somebody is said to be: from `least` months up to, but not including, `most`."""

    span: Span
    least: float
    most: float
    years: int  # whole years, 0 below one
    name: str  # the full name beside it, as printed, or nothing
    person: str  # boy, woman, victim ...: the noun beside it, or nothing


def ages(report: Report) -> Iterator[Age]:
    """The ages that a report gives, those of lists (“two men, 25 and 30,”) last."""
    for part in report.prose:
        for match in AGE.finditer(report.text, part.start, part.end):
            found = _age(match)
            if found is not None:
                yield found
        for match in LIST.finditer(report.text, part.start, part.end):
            for number in re.finditer(r"\d+", match["ages"]):
                years, start = int(number.group()), match.start("ages")
                span = Span(start + number.start(), start + number.end())
                yield Age(span, years * 12.0, (years + 1) * 12.0, years, "", "")


def _age(match: re.Match[str]) -> Age | None:
    name = match["name"] or match["after"] or match["called"] or ""
    if match["years"]:
        number = NUMBER_WORDS[match["years"]] if match["years"] in NUMBER_WORDS else int(match["years"])
        unit = MONTHS_IN[match["unit"].lower()]
        span = Span(match.start("years"), match.end("person") if match["person"] else _old_end(match))
    else:
        group = next(group for group in ("bare", "known", "aged") if match[group])
        number, unit = int(match[group]), 12.0
        span = Span(*(match.span() if group == "aged" else match.span(group)))
    if not 0 < number * unit <= 115 * 12:
        return None
    least = number * unit
    return Age(span, least, least + unit, int(least // 12), name, (match["person"] or "").rpartition(" ")[2])


def _old_end(match: re.Match[str]) -> int:
    return match.start() + match.group().lower().index("old") + 3
