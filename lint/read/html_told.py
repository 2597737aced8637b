"""What a page tells of its report to others: in JSON-LD, in its head, in its address, and above the text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lint.compiled import compiled
from lint.read.day import MONTH_NAME
from lint.read.html_text import Block, Element, Walk, is_markup, joined, prose
from lint.read.html_tokens import attributes, unescaped
from lint.read.item import day
from lint.read.json_places import FaultError, Quoted, parse
from lint.read.laid import NOTHING, Laid, squeezed

Fact = Mapping[str, Any]  # an article as JSON-LD has it

TITLES = ("og:title", "twitter:title", "dc.title", "headline", "parsely-title", "sailthru.title")
DATES = (
    "article:published_time datepublished date dc.date dc.date.issued dcterms.created dcterms.date dcterms.issued"
    " pubdate pub_date publishdate publish-date publish_date parsely-pub-date sailthru.date og:published_time"
    " og:article:published_time article.published article:published article_date_original article-date"
    " published_time cxenseparse:recs:publishtime release_date"
).split()
AUTHORS = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author", "twitter:creator")
KINDS = compiled(r"(?:Article|BlogPosting|Report|LiveBlogPosting)$")
SITE = compiled(r"\s+(?:[|–—•·»-]|--|::)\s+[^|–—•·»]{1,60}$")
BY = compiled(r"\A\s*by:?(?:\s+|\Z)", re.IGNORECASE)
BYLINE = compiled(
    r"""
    \A \s* (?i:by) :? \s+
    (?P<names> [A-Z][\w.’'-]* (?: (?: ,?[ ]and | , )? [ ] (?!DAY) (?: de | van | von | [A-Z][\w.’'-]* ) )+ )
    """.replace("DAY", r"(?:[MTWFSJAOND][a-z]{2,8}[.,]?[ ]){1,2}\d"),  # Tuesday, Jan. 6
    re.VERBOSE,
)
LONGEST_NAMES = 80  # code points of those who wrote a report
DATE = compiled(
    rf"""
    (?<![\w/.-])
    (?: \d{{4}}-\d\d-\d\d
      | {MONTH_NAME.replace("?P<name>", "?:")} \s+ \d\d?(?:st|nd|rd|th)? ,? \s+ \d{{4}}
      | \d\d?(?:st|nd|rd|th)? \s+ {MONTH_NAME.replace("?P<name>", "?:")} ,? \s+ \d{{4}}
    ) (?!\w|[/.-]\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
ADDRESS = compiled(r"/((?:19|20)\d\d/[01]?\d/[0-3]?\d)/")  # of a page whose site sorts its reports by day
ROOT = compiled(r"(?:https?:)?//[^/?#]+/?(?:index\.\w+|home/?)?(?:[?#].*)?", re.IGNORECASE)
BRIEF = 200  # code points of what stands between a headline and its text


def structured(walk: Walk) -> Iterator[Fact]:
    """The articles of which the page tells in JSON-LD."""
    for element in walk.elements:
        if element.name == "script" and "ld+json" in element.values.get("type", "").lower():
            try:
                yield from _articles(parse(walk.source.text, *element.tag.inside))
            except FaultError:
                continue  # search engines pass it over as well


def body(facts: Sequence[Fact], beyond: int) -> Laid:
    """The longest text of an article that stands in JSON-LD, in paragraphs, if it has more than so many code points."""
    told = (fact.get("articleBody") for fact in facts)
    longest = max(
        (each for each in told if isinstance(each, Quoted)), key=lambda each: each.end - each.start, default=None
    )
    if longest is None or longest.end - longest.start <= beyond:
        return NOTHING
    words = unescaped(longest.laid)
    if is_markup(words.text):
        words = prose(words)
    else:
        words = joined(words.cut(*match.span()).stripped() for match in re.finditer(r"\S[^\n]*", words.text))
    return words if len(words.text) > beyond else NOTHING


def is_front(walk: Walk, facts: Sequence[Fact]) -> bool:
    """Whether a page says that it is the first of its site, which tells of many reports and is none."""
    kinds = {each.text.lower() for each in _metas(walk, ("og:type",))}
    return not facts and "article" not in kinds and any(ROOT.fullmatch(each.text) for each in _addresses(walk))


def titles(walk: Walk, facts: Sequence[Fact]) -> Iterator[Laid]:
    """The headline as it is told to others, in the order in which it is to be believed."""
    told = (*(_quoted(fact, "headline") for fact in facts), *_metas(walk, TITLES))
    yield from filter(None, told)


def window(walk: Walk) -> Laid:
    """The title of the window."""
    for element in walk.elements:
        if element.name == "title" and not any(each.name == "svg" for each in element.within()):
            end = walk.source.text.find("<", element.tag.end)
            return squeezed(unescaped(walk.source.cut(element.tag.end, end if end > 0 else len(walk.source.text))))
    return NOTHING


def without_site(title: Laid) -> Laid:
    """The title of a window without the name of its site."""
    site = SITE.search(title.text)
    return title.cut(0, site.start()) if site and site.start() > 15 else title


def published(walk: Walk, facts: Sequence[Fact], top: Element | None, above: Sequence[Block]) -> Laid:
    """When it was published: as is told to others, or shown `above` the text, or part of the page's address."""
    told = [_quoted(fact, "datePublished") for fact in facts] + list(_metas(walk, DATES))
    told += _times(walk, top)
    for block in above:
        if len(block.laid.text) < BRIEF and (date := DATE.search(block.laid.text)):
            told.append(block.laid.cut(*date.span()))
    for address in _addresses(walk):
        if date := ADDRESS.search(address.text):
            told.append(address.cut(*date.span(1)))
    return next((each for each in told if each and day(each.text)), NOTHING)


def author(walk: Walk, facts: Sequence[Fact], above: Sequence[Block]) -> str:
    """Who wrote it: as is told to others, or stands `above` the text."""
    for fact in facts:
        value = fact.get("author")
        names = [_name(each) for each in (value if isinstance(value, list) else [value])]
        if told := ", ".join(filter(None, names)):
            return told
    for told in (each.text for each in _metas(walk, AUTHORS)):
        if told.strip() and "//" not in told and not told.startswith("@"):
            return BY.sub("", told, count=1).strip()
    for element in walk.elements:
        is_byline = element.values.get("rel") == "author" or "author" in element.values.get("itemprop", "").split()
        if is_byline and 0 < len(name := BY.sub("", _words_in(walk, element), count=1)) <= LONGEST_NAMES:
            return name
    named = (BYLINE.match(block.laid.text) for block in above)
    return next((match["names"] for match in named if match and len(match["names"]) <= LONGEST_NAMES), "")


def _times(walk: Walk, top: Element | None) -> Iterator[Laid]:
    times = [each for each in walk.elements if each.name == "time"]
    times.sort(key=lambda each: ("pubdate" not in each.values and "ublished" not in each.values.get("itemprop", ""),))
    article = next((each for each in top.within() if each.name in ("article", "main")), top) if top else None
    within = [each for each in times if article is None or article in each.within()]
    for element in (*within, *times):
        yield _value(walk, element, "datetime")


def _addresses(walk: Walk) -> Iterator[Laid]:
    for element in walk.elements:
        if element.name == "link" and element.values.get("rel", "").lower() == "canonical":
            yield _value(walk, element, "href")
    yield from _metas(walk, ("og:url",))


def _words_in(walk: Walk, element: Element) -> str:
    """The words right behind an opening tag."""
    start = element.tag.end
    while walk.source.text.startswith("<", start):
        start = walk.source.text.find(">", start) + 1
        if not start:
            return ""
    end = walk.source.text.find("<", start)
    return squeezed(unescaped(walk.source.cut(start, max(start, end)))).text


def _metas(walk: Walk, names: Sequence[str]) -> Iterator[Laid]:
    """What the head says under these names, in their order."""
    found: dict[str, Element] = {}
    for element in walk.elements:
        if element.name == "meta":
            for key in ("property", "name", "itemprop"):
                if name := element.values.get(key, "").lower():
                    found.setdefault(name, element)
    for name in names:
        if name in found and (told := _value(walk, found[name], "content")):
            yield told


def _value(walk: Walk, element: Element, name: str) -> Laid:
    span = attributes(walk.source.text, element.tag).get(name)
    return squeezed(unescaped(walk.source.cut(*span))) if span else NOTHING


def _articles(value: Any) -> Iterator[Fact]:
    if isinstance(value, list):
        for each in value:
            yield from _articles(each)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(isinstance(each, Quoted) and KINDS.search(each.text) for each in _list(kinds)):
            yield value
        yield from _articles(value.get("@graph"))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _quoted(fact: Fact, key: str) -> Laid:
    value = fact.get(key)
    return unescaped(value.laid) if isinstance(value, Quoted) else NOTHING


def _name(value: Any) -> str:
    value = value.get("name") if isinstance(value, dict) else value
    if isinstance(value, list):
        value = value[0] if value else None
    name = value.text.strip() if isinstance(value, Quoted) else ""
    return "" if "//" in name else name
