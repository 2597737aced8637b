"""When a report was published: the forms of a date that headers and front matter use."""

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAME = r"""
    (?P<name>
        jan(?:uary)? | feb(?:ruary)? | mar(?:ch)? | apr(?:il)? | may | june? | july?
      | aug(?:ust)? | sept?(?:ember)? | oct(?:ober)? | nov(?:ember)? | dec(?:ember)?
    )\b\.?
"""
WEEKDAY = r"(?: (?: mon | tues? | wed(?:nes)? | thu(?:rs?)? | fri | sat(?:ur)? | sun )(?:day)?\.? ,? \s+ )?"
TIME = r"(?: (?: ,? \s+ (?:at\s+)? | T ) \d\d? (?: [:.]\d\d | \s*[ap]\.?m\b ) [^\n]{0,40} )?"
FORMS = tuple(  # compiled when first asked for: most dates are of the first form
    rf"\s* {form} {TIME} \s*"
    for form in (
        r"(?P<year>\d{4}) (?P<between>[-/.]) (?P<month>\d\d?) (?P=between) (?P<day>\d\d?)",  # 2014-11-17, 2014/11/17
        rf"{WEEKDAY} {MONTH_NAME} \s+ (?P<day>\d\d?)(?:st|nd|rd|th)? ,? \s+ (?P<year>\d{{4}})",  # Nov. 17, 2014
        rf"{WEEKDAY} (?P<day>\d\d?)(?:st|nd|rd|th)? [\s-]+ {MONTH_NAME} ,? [\s-]+ (?P<year>\d{{4}})",  # 17 Nov 2014
    )
)


def is_day(words: str) -> bool:
    """Whether these words are written in a form of a date. Mere numbers that countries read differently are not."""
    return _match(words) is not None


def read_day(words: str) -> date | None:
    """The day that these words name, without its time; None for a day that no calendar has, such as 2026-02-30."""
    match = _match(words)
    if match is None:
        return None
    named = match.groupdict()
    month = MONTHS.index(named["name"][:3].lower()) + 1 if "name" in named else int(named["month"])
    try:
        return date(int(named["year"]), month, int(named["day"]))
    except ValueError:
        return None


def _match(words: str) -> re.Match[str] | None:
    matches = (re.fullmatch(form, words, re.VERBOSE | re.IGNORECASE) for form in FORMS)
    return next(filter(None, matches), None)
