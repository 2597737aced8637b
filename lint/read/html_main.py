"""The main text of a page: where its own marks say so, or else where the most prose is.

Libraries that find it (trafilatura, selectolax) give it without the places at which it stands.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from lint.compiled import compiled
from lint.read.html_text import Block, Element, Walk

BODY = compiled(
    r"(?:^|\s)(?:article|story|entry|post|news|td-post)[-_]{0,2}(?:body|content|text|copy|main)(?:[-_]{1,2}\w+)?(?:\s|$)"
    r"|articlebody|storybody|body-?copy",
    re.IGNORECASE,
)
BESIDE = compiled(  # in the class or the id of what is no part of the text
    r"""
    (?:^|[\s_-]) (?<!\bhas[-_]) (?<!\bwith[-_]) (?<!\bno[-_])
    (?: nav(?:igation|bar)? | menu | breadcrumbs? | related\w* | recirc\w* | recommend(?:ed|ations?)?
      | comment(?:s|ary|aires?)? | comentarios? | kommentare? | disqus | footer | shar(?:e|ing)\w* | social\w*
      | newsletters? | advert\w* | cookies? | consent | banner | subscri\w+ | byline | by-line | credits? | captions?
      | legend | pagination | most[-_]?(?:read|popular|viewed) | trending | sign[-_]?up | (?:log|sign|register)[-_]?in
      | copyright | disclaimer | author(?:[-_]?(?:box|info))? | bio
      | read[-_]?(?:more|next|also) | more[-_](?:on|stories|from) | further[-_]?reading
      | next[-_]?(?:story|post|article|prev\w*) | follow[-_](?:us|bar|the\w*|buttons?)
      | galler(?:y|ies) | slide[-_]?show | carousel | slider | light[-_]?box | videos? | video[-_]?player | player
      | outbrain | taboola | skip(?:-link)? | screen-reader\w* | visually-hidden | sr-only | print-(?:only|header)
      | metadata | post-meta | entry-meta | timestamp | toc | tooltip | popup | twitter-tweet | \w+-embed
      | instagram-media | tags | tag[-_]?(?:list|links|cloud) | (?:story|article|page)[-_]?tools | toolbar
      | (?<!--) (?: side-?bar | promo\w* | ads? | sponsor\w* | popular | teasers? | modal )  # not a block’s manner
      | (?<![-_]) widgets?  # those of pages that are built of nothing else have longer names
    )
    (?:[\s_]|-(?!open|closed|on|off|enabled|disabled|free)|$)
    """,
    re.VERBOSE | re.IGNORECASE,
)
HUMP = compiled(r"(?<=[a-z0-9])(?=[A-Z][a-z]{4})")  # in “relatedStories”; in names made by machines they are shorter
ROLES_BESIDE = frozenset("navigation complementary banner contentinfo search dialog alert menu toolbar form".split())
NAMES_BESIDE = frozenset("aside footer address form".split())
CARDS = frozenset("article li".split())  # one whose heading leads elsewhere tells of another report
PROSE = frozenset("p li blockquote pre h2 h3 h4 h5 h6 td th dd dt".split())
HOLDING = frozenset("p blockquote li dd div td th section article main center body pre form".split())
CELLS = frozenset("div td th section article main body center".split())  # that may hold a text without paragraphs
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
MARKS: tuple[Callable[[Element], bool], ...] = (  # of an element that holds the main text, the surest first
    lambda each: "articlebody" in each.values.get("itemprop", "").lower(),
    lambda each: each.name == "article",
    lambda each: each.name != "body" and bool(BODY.search(_named(each))),
    lambda each: each.name == "main" or each.values.get("role") == "main",
)
ENOUGH = 200  # code points of prose that make a main text
BRIEF = 400  # code points of what one report tells of another
SENTENCE = compiled(r"[.!?…。！？][\"'”’)」]*$")
SHORT = 60  # code points: a shorter line without a full stop, in no paragraph, is a label

STAMP = compiled(r"(?:published|posted|updated|last (?:updated|modified))\b.{0,20}\d", re.IGNORECASE)
LABEL = compiled(
    r"\s[|·•]\s|\A(?:by|published|posted|updated|last (?:updated|modified))\b|\bmin(?:ute)?s?\.? read\b|\bago\Z",
    re.IGNORECASE,
)
ELSEWHERE = compiled(r"(?:read|also|see|watch|related|recommended|more)\b[^.!?]{0,25}[:|]", re.IGNORECASE)


class Main(NamedTuple):
    """The main text of a page: the element that holds it, its blocks, and what leads to it from the headline."""

    top: Element | None
    blocks: list[Block]
    lead: list[Block]


def main_text(walk: Walk, heading: Element | None = None) -> Main:
    """The main text below a heading."""
    spoken = _without(walk.blocks, _beside(walk.blocks))
    prose: defaultdict[Element, int] = defaultdict(int)
    links: defaultdict[Element, int] = defaultdict(int)
    for block in spoken:
        weight = _weight(block)
        for element in block.holder.within():
            prose[element] += weight
            links[element] += block.linked
    top = _marked(walk, prose, heading) or _densest(spoken, prose, links, heading)
    within = [block for block in walk.blocks if top is None or top in block.holder.within()]
    blocks = _headed(within, {block for block in spoken if _is_prose(block)})
    return Main(top, blocks, _lead(spoken, heading, top) if heading and top else [])


def _lead(blocks: Iterable[Block], heading: Element, top: Element) -> list[Block]:
    """The sentences between the headline and the element of the text, in the section that holds both."""
    around = frozenset(heading.within())
    section = next(each for each in top.within() if each in around)
    if section is top:
        return []
    between = (block for block in blocks if heading.tag.start < block.holder.tag.start < top.tag.start)
    said = (block for block in between if block.holder.name not in HEADINGS and _is_prose(block))
    said = (block for block in said if len(block.laid.text) >= SHORT and SENTENCE.search(block.laid.text))
    return [block for block in said if section in block.holder.within()]


def _headed(blocks: Sequence[Block], told: Set[Block]) -> list[Block]:
    """Those of the blocks that are told, without the headings of lists of links and other things that are not."""
    kept: list[Block] = []
    follows = False
    for block in reversed(blocks):
        if block in told:
            follows = follows or block.holder.name not in HEADINGS
            if follows:
                kept.append(block)
        elif block.linked or not _is_label(block):
            follows = False
    return kept[::-1]


def without_labels(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The blocks without the labels above and below the text (a date, a section, “Share”), and those above."""
    spoken = [number for number, block in enumerate(blocks) if not _is_label(block)]
    if not spoken:
        return [*blocks], []
    first, last = spoken[0], spoken[-1]
    while first and blocks[first - 1].holder.name in HEADINGS:
        first -= 1
    return [*blocks[first : last + 1]], [*blocks[:first]]


def _marked(walk: Walk, prose: Mapping[Element, int], heading: Element | None) -> Element | None:
    """The element that the page marks as its text: the one with the most of it, below the headline if there is one."""
    most = max(prose.values(), default=0)
    for test in MARKS:
        marked = [each for each in walk.elements if prose.get(each) and test(each)]
        if heading and (below := _below(heading, marked, prose)):
            return below
        found = max(marked, key=lambda each: prose[each], default=None)
        if found and prose[found] >= min(ENOUGH, most * 0.5) and prose[found] >= most * 0.25:
            return found
    return None


def _below(heading: Element, marked: Iterable[Element], prose: Mapping[Element, int]) -> Element | None:
    """Of the marked elements, that which holds the headline, or most of the prose in the first section around it."""
    around = dict.fromkeys(each for each in heading.within() if prose.get(each, 0) >= ENOUGH)
    most: dict[Element, Element] = {}  # of those that have this section for their innermost
    for each in marked:
        section = next((element for element in each.within() if element in around), None)
        if section and (section not in most or prose[each] > prose[most[section]]):
            most[section] = each
    found: Element | None = None
    for section in around:
        if section in most and (found is None or prose[most[section]] > prose[found]):
            found = most[section]
        if found is section or (found and prose[found] * 2 >= prose[section] >= ENOUGH * 2):
            return found
    return None


def _densest(
    blocks: Sequence[Block], prose: Mapping[Element, int], links: Mapping[Element, int], heading: Element | None
) -> Element | None:
    """The element with the most paragraphs of its own, or one around it that has more and few links."""
    scores: defaultdict[Element, float] = defaultdict(float)
    for block in blocks:
        if weight := _weight(block):
            parent = block.holder if block.holder.name in CELLS else block.holder.parent
            for share in (1.0, 0.5, 0.25):
                if parent is not None:
                    scores[parent] += weight * share
                    parent = parent.parent
    top = max(scores, key=lambda each: scores[each], default=None)
    if top is None:
        return None
    around = frozenset(heading.within()) if heading else frozenset()
    for element in top.within():
        if element.name in ("body", "html", ""):
            break
        if prose[element] >= prose[top] * 1.2 and links[element] * 4 < prose[element]:
            top = element
        if element in around:
            break
    return top


def _beside(blocks: Sequence[Block]) -> set[Element]:
    """The elements that say they are no part of the text; not those that hold most of it, whatever they are called."""
    lengths: defaultdict[Element, int] = defaultdict(int)
    headed: set[Element] = set()
    cards: dict[Element, bool] = {}  # whether their first heading leads elsewhere
    whole = 0
    for block in blocks:
        length = _weight(block)
        whole += length
        for element in block.holder.within():
            lengths[element] += length
            if block.holder.name == "h1":
                headed.add(element)
        if block.holder.name in HEADINGS:
            for card in islice((each for each in block.holder.within() if each.name in CARDS), 1):
                cards.setdefault(card, block.linked * 2 > len(block.laid.text))
    return {
        each
        for each, length in lengths.items()
        if length < whole // (4 if each in headed else 2)
        and (_is_beside(each) or (length < BRIEF and cards.get(each, False)))
    }


def _weight(block: Block) -> int:
    """How much a block speaks for being in the main text: its code points, if it is a paragraph and not all links."""
    length = len(block.laid.text)
    return length if block.holder.name in HOLDING and block.linked * 2 < length and not _is_label(block) else 0


def _is_beside(element: Element) -> bool:
    if element.name in NAMES_BESIDE or element.values.get("role") in ROLES_BESIDE:
        return True
    if element.name in ("article", "main", "body", "html", "h1") or not element.values:
        return False
    if element.name in HEADINGS:  # whose ids are made of what they say
        return _tells_beside(element.values.get("class", ""))
    return _tells_beside(_named(element))


@lru_cache(maxsize=4096)
def _tells_beside(names: str) -> bool:
    return bool(BESIDE.search(HUMP.sub("-", names)))


def _without(blocks: Iterable[Block], beside: set[Element]) -> list[Block]:
    return [block for block in blocks if not any(each in beside for each in block.holder.within())]


def _named(element: Element) -> str:
    return f"{element.values.get('class', '')} {element.values.get('id', '')}"


def _is_prose(block: Block) -> bool:
    words, name = block.laid.text, block.holder.name
    if block.holder.is_link or not any(map(str.isalnum, words)):
        return False
    if name in HEADINGS:
        return block.linked * 2 < len(words)
    if block.linked and ELSEWHERE.match(words):
        return False
    if block.linked * 10 > len(words) * 6 and not (name == "p" and SENTENCE.search(words)):
        return False
    return name in PROSE or not _is_label(block)


def _is_label(block: Block) -> bool:
    words = block.laid.text
    if SENTENCE.search(words):
        return len(words) < SHORT and STAMP.match(words) is not None  # “at 5 p.m.”
    return len(words) < SHORT or LABEL.search(words) is not None
