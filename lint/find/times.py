"""Clock times: "3:13 p.m.", "about 9 p.m.", "3 o'clock in the afternoon", "shortly after midnight", "14:30"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.compiled import compiled
from lint.find.plain import numerals, places_of, plain
from lint.pattern import matches_at
from lint.report import Report
from lint.span import Span

HEDGE = compiled(
    r"(?:about|around|approximately|roughly|nearly|almost|between|by"
    r"|(?:(?:just|shortly|soon|minutes|a little|sometime) )?(?:before|after|past)) $",
    re.IGNORECASE,
)
BEGUN = compiled(r" ?[:.] ?\d|\s?[apAP]\.? ?[mM]| o['’]")  # what stands behind the hour
NAMED = ("noon", "midnight")
NO_TIME_BEHIND = frozenset(":$.,/-")
TIME = compiled(
    r"(?:(?<![\d:$.,/-])(?:"
    r"(?P<hour>1[0-2]|0?[1-9])(?:(?: ?[:.] ?(?P<minute>[0-5]\d))?\s?(?P<half>[apAP])\.? ?[mM]\b\.?"
    r"|(?: o['’]clock|(?::(?P<minutes>[0-5]\d))) (?P<part>in the (?:morning|afternoon|evening)|at night)\b)"
    r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?: (?:hours|hrs|local time|GMT))?(?![\d:])(?! ?[ap]\.? ?m))"
    r"|\b(?P<named>[nN]oon|[mM]idnight)\b)"
)
DUSK = 6  # o'clock: “at night” is before midnight from here on
REACH = 24  # code points before a time in which its hedge stands


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time of day as minutes after midnight, from `earliest` to `latest`, as the words around it allow."""

    span: Span
    minute: int
    earliest: int
    latest: int


def times(report: Report) -> Iterator[TimeMention]:
    """The clock times that a report gives with a.m. or p.m., as noon or midnight, or on the 24-hour clock."""
    chances = _chances(report)
    for part in report.prose if chances else ():
        for match in matches_at(TIME, chances, report.text, part.start, part.end):
            minute = _minute(match)
            if minute is not None:
                hedge = HEDGE.search(report.text, max(part.start, match.start() - REACH), match.start())
                start = hedge.start() if hedge else match.start()
                words = hedge.group().lower() if hedge else ""
                yield TimeMention(Span(start, match.end()), minute, *_allowed(minute, words))


def _chances(report: Report) -> list[int]:
    """Where a time may stand, in order."""
    ((plain_text, words, _, _),), text = report.find(plain), report.text
    places = [
        start
        for start, end in report.find(numerals)
        if end - start <= 2 and text[start - 1] not in NO_TIME_BEHIND and BEGUN.match(text, end)
    ]
    named = [name for name in NAMED if name in words]
    return sorted((*places, *places_of(named, plain_text))) if named else places


def _minute(match: re.Match[str]) -> int | None:
    if match["named"]:
        return 12 * 60 if match["named"].lower() == "noon" else 0
    if match["hour"]:
        hour = int(match["hour"]) % 12
        return (hour + 12 * _is_late(match, hour)) * 60 + int(match["minute"] or match["minutes"] or 0)
    if "hours" in match.group() or "GMT" in match.group() or int(match["hour24"]) > 12:
        return int(match["hour24"]) * 60 + int(match["minute24"])
    return None


def _is_late(match: re.Match[str], hour: int) -> bool:
    """Whether a time on the twelve-hour clock is after noon."""
    if match["half"]:
        return match["half"] in "pP"
    return hour >= DUSK if match["part"] == "at night" else match["part"] != "in the morning"


def _allowed(minute: int, hedge: str) -> tuple[int, int]:
    """What the words before a time allow, in minutes: about is ten minutes around, just after is ten minutes on."""
    reach = 10 if hedge.startswith("just") else 25
    if "before" in hedge or hedge in ("nearly ", "almost "):
        return minute - reach, minute
    if "after" in hedge or "past" in hedge:
        return minute, minute + reach
    if hedge:
        return minute - 10, minute + 10
    return minute, minute
