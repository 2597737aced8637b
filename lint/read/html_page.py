"""A page of a newspaper's site as a report: its main text, and what its head and its marks say of it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lint.compiled import compiled
from lint.read.html_main import main_text, without_labels
from lint.read.html_text import Block, Element, Walk, joined
from lint.read.html_tokens import attributes, unescaped
from lint.read.item import Fields, Item, day, item
from lint.read.json_places import FaultError, Quoted, parse
from lint.read.laid import Laid, squeezed

TITLES = ("og:title", "twitter:title", "dc.title", "headline", "parsely-title", "sailthru.title")
DATES = (
    "article:published_time datepublished date dc.date dc.date.issued dcterms.created dcterms.date pubdate publishdate"
    " publish-date publish_date parsely-pub-date sailthru.date og:published_time og:article:published_time"
    " article.published article:published published_time cxenseparse:recs:publishtime release_date"
).split()
AUTHORS = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author", "twitter:creator")
KINDS = compiled(r"(?:Article|BlogPosting|Report|LiveBlogPosting)$")
SITE = compiled(r"\s+[|–—•·»-]\s+[^|–—•·»]{1,60}$")
BY = compiled(r"\A\s*by:?\s+", re.IGNORECASE)


def page(source: Laid) -> Item:
    """The report of a page; raises UnreadableError for what is nested too deep."""
    walk = Walk(source)
    blocks, top = main_text(walk)
    facts = list(_structured(walk))
    headline = _headline(walk, blocks, top, facts)
    kept = [block for block in blocks if block.holder is not (headline.holder if headline else None)]
    kept, labels = without_labels(kept)
    title = headline.laid if headline else _titled(walk, facts)
    if kept and title and _plain(kept[0].laid) == _plain(title):
        kept = kept[1:]
    return item(
        Fields(
            joined(block.laid for block in kept),
            "",
            title,
            _published(walk, facts, top),
            _author(walk, facts) or _byline(labels),
            next((each.values.get("lang", "") for each in walk.elements if each.name == "html"), ""),
        )
    )


def _headline(
    walk: Walk, blocks: Sequence[Block], top: Element | None, facts: Sequence[Mapping[str, Any]]
) -> Block | None:
    """The heading that the page has for its headline: that of the text, or the last one above it."""
    headings = [block for block in walk.blocks if block.holder.name == "h1"]
    told = {_plain(each) for each in (*_metas(walk, TITLES), *(_quoted(fact, "headline") for fact in facts)) if each}
    for block in headings:
        if _plain(block.laid) in told or block.holder.values.get("itemprop", "").lower() == "headline":
            return block
    within = [block for block in headings if top is not None and top in block.holder.within()]
    if within:
        return within[0]
    first = blocks[0].holder.tag.start if blocks else len(walk.source.text)
    above = [block for block in headings if block.holder.tag.start < first]
    return above[-1] if above else None


def _titled(walk: Walk, facts: Sequence[Mapping[str, Any]]) -> Laid:
    """The headline of a page that shows none: as it is told to others, or the title of its window without the site."""
    for told in (*(_quoted(fact, "headline") for fact in facts), *_metas(walk, TITLES)):
        if told:
            return told
    for element in walk.elements:
        if element.name == "title" and not any(each.name == "svg" for each in element.within()):
            end = walk.source.text.find("<", element.tag.end)
            title = squeezed(unescaped(walk.source.cut(element.tag.end, end if end > 0 else len(walk.source.text))))
            site = SITE.search(title.text)
            return title.cut(0, site.start()) if site and site.start() > 15 else title
    return Laid()


def _published(walk: Walk, facts: Sequence[Mapping[str, Any]], top: Element | None) -> Laid:
    told = [_quoted(fact, "datePublished") for fact in facts] + list(_metas(walk, DATES))
    times = [each for each in walk.elements if each.name == "time"]
    times.sort(key=lambda each: ("pubdate" not in each.values and "ublished" not in each.values.get("itemprop", ""),))
    article = next((each for each in top.within() if each.name in ("article", "main")), top) if top else None
    within = [each for each in times if article is None or article in each.within()]
    for element in (*within, *times):
        told.append(_value(walk, element, "datetime"))
    return next((each for each in told if each and day(each.text)), Laid())


def _author(walk: Walk, facts: Sequence[Mapping[str, Any]]) -> str:
    for fact in facts:
        value = fact.get("author")
        names = [_name(each) for each in (value if isinstance(value, list) else [value])]
        if told := ", ".join(filter(None, names)):
            return told
    for told in (each.text for each in _metas(walk, AUTHORS)):
        if told.strip() and "//" not in told:
            return BY.sub("", told, count=1).strip()
    for element in walk.elements:
        is_byline = element.values.get("rel") == "author" or "author" in element.values.get("itemprop", "").split()
        if is_byline and (name := _words_in(walk, element)):
            return BY.sub("", name, count=1)
    return ""


def _byline(labels: Iterable[Block]) -> str:
    said = (each.laid.text for each in labels)
    return next((BY.sub("", each, count=1) for each in said if BY.match(each)), "")


def _words_in(walk: Walk, element: Element) -> str:
    """The words right behind an opening tag."""
    start = element.tag.end
    while walk.source.text.startswith("<", start):
        start = walk.source.text.find(">", start) + 1
        if not start:
            return ""
    end = walk.source.text.find("<", start)
    return squeezed(unescaped(walk.source.cut(start, max(start, end)))).text[:80]


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
    return squeezed(unescaped(walk.source.cut(*span))) if span else Laid()


def _structured(walk: Walk) -> Iterator[Mapping[str, Any]]:
    """The articles of which the page tells in JSON-LD."""
    for element in walk.elements:
        if element.name == "script" and "ld+json" in element.values.get("type", "").lower():
            try:
                yield from _articles(parse(walk.source.text, *element.tag.inside))
            except FaultError:
                continue  # search engines pass it over as well


def _articles(value: Any) -> Iterator[Mapping[str, Any]]:
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


def _quoted(fact: Mapping[str, Any], key: str) -> Laid:
    value = fact.get(key)
    return unescaped(value.laid) if isinstance(value, Quoted) else Laid()


def _name(value: Any) -> str:
    value = value.get("name") if isinstance(value, dict) else value
    if isinstance(value, list):
        value = value[0] if value else None
    name = value.text.strip() if isinstance(value, Quoted) else ""
    return "" if "//" in name else name


def _plain(laid: Laid) -> str:
    return re.sub(r"\W+", " ", laid.text.casefold().replace("’", "'").replace("‘", "'")).strip()
