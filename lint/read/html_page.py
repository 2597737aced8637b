"""A page of a newspaper's site as a report: its main text, and what its head and its marks say of it.

Libraries that find the main text of a page (trafilatura, selectolax) give it without the places at which it stands.
So the page is walked here, and the main text is where its own marks say so, or else where the most prose is.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from lint.read.html_text import Block, Element, Walk, joined
from lint.read.html_tokens import attributes, unescaped
from lint.read.item import Fields, Item, day, item
from lint.read.json_places import FaultError, Quoted, parse
from lint.read.laid import Laid, squeezed

BODY = re.compile(
    r"(?:^|\s)(?:article|story|entry|post|news|td-post)[-_]{0,2}(?:body|content|text|copy|main)(?:[-_]{1,2}\w+)?(?:\s|$)"
    r"|articlebody|storybody|body-?copy",
    re.IGNORECASE,
)
BESIDE = re.compile(  # in the class or the id of what is no part of the text
    r"""
    (?:^|[\s_-]) (?<!\bhas[-_]) (?<!\bwith[-_]) (?<!\bno[-_])
    (?: nav(?:igation|bar)? | menu | breadcrumbs? | side-?bar | related | recirc\w* | recommend(?:ed|ations?)?
      | comments? | disqus | footer | shar(?:e|ing)\w* | social\w* | newsletters? | promo\w* | advert\w* | ads?
      | sponsor\w* | cookies? | consent | banner | subscri\w+
      | paywall | tags | tag-?(?:list|links|cloud) | byline | by-line | credits? | captions?
      | pagination | most-?(?:read|popular|viewed) | trending | popular | sign-?up | widgets? | toolbar | copyright
      | disclaimer | author(?:-?(?:bio|box|info))? | read-?(?:more|next|also) | more-(?:on|stories|from) | teasers?
      | outbrain | taboola | skip(?:-link)? | screen-reader\w* | visually-hidden | sr-only | print-only | metadata
      | post-meta | entry-meta | timestamp | toc | tooltip | popup | modal | twitter-tweet | \w+-embed | instagram-media
    )
    (?:[\s_]|-(?!open|closed|on|off|enabled|disabled|free)|$)
    """,
    re.VERBOSE | re.IGNORECASE,
)
ROLES_BESIDE = frozenset("navigation complementary banner contentinfo search dialog alert menu toolbar form".split())
NAMES_BESIDE = frozenset("aside footer address".split())
PROSE = frozenset("p li blockquote pre h2 h3 h4 h5 h6 td th dd dt".split())
CELLS = frozenset("div td th section article main body center".split())  # that may hold a text without paragraphs
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
ENOUGH = 200  # code points of prose that make a main text
SENTENCE = re.compile(r"[.!?…][\"'”’)]*$")
SHORT = 60  # code points: a shorter line without a full stop, in no paragraph, is a label

ELSEWHERE = re.compile(r"(?:read|also|see|watch|related|recommended|more)\b[^.!?]{0,25}[:|]", re.IGNORECASE)

TITLES = ("og:title", "twitter:title", "dc.title", "headline", "parsely-title", "sailthru.title")
DATES = (
    "article:published_time datepublished date dc.date dc.date.issued dcterms.created dcterms.date pubdate publishdate"
    " publish-date publish_date parsely-pub-date sailthru.date og:published_time og:article:published_time"
    " article.published article:published published_time cxenseparse:recs:publishtime release_date"
).split()
AUTHORS = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author", "twitter:creator")
KINDS = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting)$")
SITE = re.compile(r"\s+[|–—•·»-]\s+[^|–—•·»]{1,60}$")
BY = re.compile(r"\A\s*by:?\s+", re.IGNORECASE)


def page(source: Laid) -> Item:
    """The report of a page; raises UnreadableError for what is nested too deep."""
    walk = Walk(source)
    blocks, top = _main(walk)
    facts = list(_structured(walk))
    headline = _headline(walk, blocks, top, facts)
    kept = [block for block in blocks if block.holder is not (headline.holder if headline else None)]
    kept, labels = _without_labels(kept)
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


def _main(walk: Walk) -> tuple[list[Block], Element | None]:
    """The blocks of the main text, and the element that holds them."""
    spoken = _without(walk.blocks, _beside(walk.blocks))
    weights: defaultdict[Element, int] = defaultdict(int)
    for block in spoken:
        if block.holder.name in ("p", "blockquote", "li", "div", "td") and block.linked * 2 < len(block.laid.text):
            for element in block.holder.within():
                weights[element] += len(block.laid.text)
    top = _top(walk, spoken, weights)
    held = [block for block in spoken if top is None or top in block.holder.within()]
    return [block for block in held if _is_prose(block)], top


def _without_labels(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The blocks without the labels above and below the text (a date, a section, “Share”), and those above."""
    spoken = [number for number, block in enumerate(blocks) if not _is_label(block)]
    if not spoken:
        return [*blocks], []
    first, last = spoken[0], spoken[-1]
    while first and blocks[first - 1].holder.name in HEADINGS:
        first -= 1
    return [*blocks[first : last + 1]], [*blocks[:first]]


def _top(walk: Walk, blocks: Sequence[Block], weights: Mapping[Element, int]) -> Element | None:
    """The element of the main text: as the page marks it, or else the one with the most paragraphs of its own."""
    tests: Sequence[Callable[[Element], bool]] = (
        lambda each: "articlebody" in each.values.get("itemprop", "").lower(),
        lambda each: each.name == "article",
        lambda each: each.name != "body" and bool(BODY.search(_named(each))),
        lambda each: each.name == "main" or each.values.get("role") == "main",
    )
    most = max(weights.values(), default=0)
    for test in tests:
        found = max((each for each in walk.elements if test(each)), key=lambda each: weights.get(each, 0), default=None)
        if found and weights.get(found, 0) >= min(ENOUGH, most * 0.5) and weights.get(found, 0) >= most * 0.25:
            return found
    scores: defaultdict[Element, float] = defaultdict(float)
    for block in blocks:
        if block.linked * 2 < len(block.laid.text) and not _is_label(block):
            parent = block.holder if block.holder.name in CELLS else block.holder.parent
            for share in (1.0, 0.5, 0.25):
                if parent is not None:
                    scores[parent] += len(block.laid.text) * share
                    parent = parent.parent
    return max(scores, key=lambda each: scores[each], default=None)


def _beside(blocks: Sequence[Block]) -> set[Element]:
    """The elements that say they are no part of the text; not those that hold most of it, whatever they are called."""
    lengths: defaultdict[Element, int] = defaultdict(int)
    headed: set[Element] = set()
    for block in blocks:
        for element in block.holder.within():
            lengths[element] += len(block.laid.text)
            if block.holder.name == "h1":
                headed.add(element)
    whole = sum(len(block.laid.text) for block in blocks)
    most = {each: whole // (4 if each in headed else 2) for each in lengths}
    return {each for each, length in lengths.items() if length < most[each] and _is_beside(each)}


def _is_beside(element: Element) -> bool:
    if element.name in NAMES_BESIDE or element.values.get("role") in ROLES_BESIDE:
        return True
    return element.name not in ("article", "main", "body", "html", "h1") and bool(BESIDE.search(_named(element)))


def _without(blocks: Iterable[Block], beside: set[Element]) -> list[Block]:
    return [block for block in blocks if not any(each in beside for each in block.holder.within())]


def _named(element: Element) -> str:
    return f"{element.values.get('class', '')} {element.values.get('id', '')}"


def _is_prose(block: Block) -> bool:
    words, name = block.laid.text, block.holder.name
    if name in HEADINGS:
        return True
    if block.linked and ELSEWHERE.match(words):
        return False
    if block.linked * 10 > len(words) * 6 and not (name == "p" and SENTENCE.search(words)):
        return False
    return name in PROSE or not _is_label(block)


def _is_label(block: Block) -> bool:
    words = block.laid.text
    return len(words) < SHORT and not SENTENCE.search(words)


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
