"""A page of a newspaper's site as a report: its main text, and what its head and its marks say of it."""

import re
from collections.abc import Iterable, Sequence

from lint.read.html_main import ENOUGH, Main, main_text, without_labels
from lint.read.html_text import Block, Walk, joined
from lint.read.html_told import author, body, is_front, published, structured, titles, window, without_site
from lint.read.item import Fields, Item, item
from lint.read.laid import NOTHING, Laid

TELLING = 20  # code points of a headline that tell it from others


def page(source: Laid) -> Item:
    """The report of a page; raises UnreadableError for what is nested too deep."""
    walk = Walk(source)
    facts = list(structured(walk))
    told, name = list(titles(walk, facts)), window(walk)
    headline = _told(walk, [*told, name])
    is_report = headline is not None or not is_front(walk, facts)
    main = main_text(walk, headline.holder if headline else None)
    headline = headline or _nearest(walk, main, name)
    title = headline.laid if headline else next(iter(told), without_site(name))
    kept = [block for block in main.blocks if headline is None or block.holder is not headline.holder]
    kept, labels = without_labels(kept)
    kept = [*main.lead, *kept]
    if kept and title and _plain(kept[0].laid) == _plain(title):
        kept = kept[1:]
    above = _between(walk, headline, kept)
    text = joined(block.laid for block in kept) if is_report else NOTHING
    if inside := body(facts, ENOUGH + 2 * len(text.text)):  # a script shows it, or those see it who have paid
        text = inside
    return item(
        Fields(
            text,
            "",
            title,
            published(walk, facts, main.top, above),
            author(walk, facts, [*above, *labels]),
            next((each.values.get("lang", "") for each in walk.elements if each.name == "html"), ""),
        )
    )


def _told(walk: Walk, titles: Iterable[Laid]) -> Block | None:
    """The heading that the page tells others, or marks, as its headline."""
    told = [plain for each in titles if (plain := _plain(each))]
    headings = [(_plain(each.laid), each) for each in walk.blocks if each.holder.name in ("h1", "h2", "h3")]
    headings.sort(key=lambda each: each[1].holder.name)
    for words, block in headings:
        is_marked = block.holder.values.get("itemprop", "").lower() == "headline"
        if block.holder.name == "h1" and (words in told or is_marked):
            return block
    return next((block for words, block in headings if any(_begins(words, each) for each in told)), None)


def _begins(one: str, other: str) -> bool:
    """Whether one of two headlines is the other and more: a site's name, a kicker, “Live”."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= TELLING and longer.startswith(shorter)


def _nearest(walk: Walk, main: Main, window: Laid) -> Block | None:
    """The heading of the text, or the last one above it, if it is not the name of the site."""
    site = _plain(window).removeprefix(_plain(without_site(window))).strip()
    headings = [each for each in walk.blocks if each.holder.name == "h1" and _plain(each.laid) != site]
    within = [block for block in headings if main.top is not None and main.top in block.holder.within()]
    if within:
        return within[0]
    first = main.blocks[0].holder.tag.start if main.blocks else len(walk.source.text)
    above = [block for block in headings if block.holder.tag.start < first]
    return above[-1] if above else None


def _between(walk: Walk, headline: Block | None, kept: Sequence[Block]) -> list[Block]:
    """What stands between the headline and the text."""
    if headline is None or not kept or kept[0] not in walk.blocks:
        return []
    return walk.blocks[walk.blocks.index(headline) + 1 : walk.blocks.index(kept[0])]


def _plain(laid: Laid) -> str:
    return re.sub(r"\W+", " ", laid.text.casefold().replace("’", "'").replace("‘", "'")).strip()
