"""JSON that holds reports: ninjs, JSON Feed, JSON lines, and what systems of newsrooms write that is like them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lint.formats import LINES, is_of
from lint.read.html_text import is_markup, prose
from lint.read.item import Fields, Item, day, headed, item, unreadable_item
from lint.read.json_places import FaultError, Quoted, parse
from lint.read.laid import Laid
from lint.source import UnreadableError

# The first of these keys that has words; case, hyphens and underscores do not count.
NAMES = ("uri", "guid", "id", "path", "url", "link", "slug")
TITLES = ("headline", "title", "headlines")
BODIES = (
    *("bodyhtml", "bodyxhtml", "contenthtml", "bodies"),
    *("bodytext", "contenttext", "text", "articlebody", "body", "content"),
)
DATES = (
    *("versioncreated", "published", "publishedat", "datepublished", "pubdate", "publishdate", "date", "created"),
    *("firstcreated", "contentcreated", "updated"),
)
AUTHORS = ("byline", "author", "authors", "by", "creator")
LANGUAGES = ("language", "lang", "inlanguage")
LISTS = ("items", "articles", "reports", "stories", "docs", "results")  # of reports, in an object around them
OUTSIDE = ("bodyhtml", "bodyxhtml", "contenthtml", "bodytext", "contenttext", "articlebody")  # nothing else has these
WITHDRAWN = ("canceled", "cancelled", "withheld")

Object = Mapping[str, Any]


def items(path: str, text: str) -> list[Item]:
    """The reports of a file; raises UnreadableError for what holds none."""
    start = 1 if text.startswith("\ufeff") else 0
    if is_of(path, LINES):
        return [each for each in _lines(text, start) if each]
    value = parse(text, start)
    found = value if isinstance(value, list) else _listed(_plain(value)) if isinstance(value, dict) else None
    if found is None:
        if not isinstance(value, dict) or not is_report(value):
            raise UnreadableError("it is JSON, but no report: it has no headline and body as ninjs has them")
        single = _item(value)
        return [replace(single, name="")] if single else []
    told = [_item(each) if isinstance(each, dict) else unreadable_item("", "it is no JSON object") for each in found]
    if not any(isinstance(each, dict) and is_report(each) for each in found):
        raise UnreadableError("it is JSON, but holds no reports")
    return [each for each in told if each]


def is_report(found: Object) -> bool:
    """Whether an object has what only a report has: words, and a headline, a date or a name."""
    plain = _plain(found)
    if any(key in plain for key in OUTSIDE):
        return True
    has_words = any(isinstance(plain.get(key), Quoted | list) for key in BODIES)
    return has_words and any(key in plain for key in (*TITLES, *DATES, *NAMES))


def _lines(text: str, start: int) -> Iterator[Item | None]:
    number = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        number += 1
        if text[start:end].strip():
            yield _line(text, start, end, str(number))
        start = end + 1


def _line(text: str, start: int, end: int, number: str) -> Item | None:
    try:
        value = parse(text, start, end)
    except FaultError as error:
        return unreadable_item(number, f"line {number} is no JSON: {error}", error.place)
    if not isinstance(value, dict):
        return unreadable_item(number, "it is no JSON object", start)
    return _item(value, number, start)


def _item(value: Object, number: str = "", place: int = 0) -> Item | None:
    """The report of an object; none where it has been withdrawn, or is a picture."""
    plain = _plain(value)
    if _words(plain, ("pubstatus",)).text.lower() in WITHDRAWN:
        return None
    name = _words(plain, NAMES).text or number
    place = min((each.start for each in value.values() if isinstance(each, Quoted)), default=place)
    try:
        (body, is_plain), title = _body(plain), _words(plain, TITLES)
    except UnreadableError as error:
        return unreadable_item(name, str(error), place)
    if not body and not title:
        kind = _words(plain, ("type",)).text.lower()
        if kind and kind not in ("text", "article", "newsarticle"):
            return None
        return unreadable_item(name, "it has no words: there is no body_text, body_html or text in it", place)
    found = item(
        Fields(
            body,
            name,
            title,
            _date(plain),
            _author(plain),
            _words(plain, LANGUAGES).text,
            _words(plain, ("located",)),
        )
    )
    return headed(found) if is_plain else found


def _body(plain: Object) -> tuple[Laid, bool]:
    """The words, and whether they are plain text."""
    for key in BODIES:
        if not (words := _said(plain.get(key))):
            continue
        if key.endswith("html") or (key not in ("bodytext", "contenttext") and is_markup(words.text)):
            return prose(words), False
        return words, True
    return Laid(), False


def _date(plain: Object) -> Laid:
    """The first date that is one, or else the first that should be."""
    dates = [words for key in DATES if (words := _said(plain.get(key)))]
    return next((words for words in dates if day(words.text)), dates[0] if dates else Laid())


def _author(plain: Object) -> str:
    for key in AUTHORS:
        value = plain.get(key)
        named = [_named(each) for each in (value if isinstance(value, list) else [value])]
        if told := ", ".join(filter(None, named)):
            return told
    return ""


def _named(value: Any) -> str:
    value = _plain(value).get("name") if isinstance(value, dict) else value
    return " ".join(value.text.split()) if isinstance(value, Quoted) else ""


def _listed(plain: Object) -> Sequence[Any] | None:
    return next((plain[key] for key in LISTS if isinstance(plain.get(key), list)), None)


def _words(plain: Object, keys: Sequence[str]) -> Laid:
    return next((words for key in keys if (words := _said(plain.get(key)))), Laid())


def _said(value: Any) -> Laid:
    """A string, or the main one of ninjs 2's lists of variants: `[{"role": "main", "value": "…"}]`."""
    if isinstance(value, list):
        variants = [_plain(each) for each in value if isinstance(each, dict)]
        variants.sort(key=lambda each: _said(each.get("role")).text.lower() not in ("main", "primary", ""))
        return next((words for each in variants if (words := _said(each.get("value")))), Laid())
    return value.laid if isinstance(value, Quoted) else Laid()


def _plain(found: Object) -> Object:
    """The object by keys without case, hyphens and underscores."""
    return {key.lower().replace("_", "").replace("-", ""): value for key, value in found.items()}
