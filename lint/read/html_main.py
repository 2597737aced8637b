"""The main text of a page: where its own marks say so, or else where the most prose is.

Libraries that find it (trafilatura, selectolax) give it without the places at which it stands.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

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
NAMES_BESIDE = frozenset("aside footer address form".split())
PROSE = frozenset("p li blockquote pre h2 h3 h4 h5 h6 td th dd dt".split())
CELLS = frozenset("div td th section article main body center".split())  # that may hold a text without paragraphs
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
ENOUGH = 200  # code points of prose that make a main text
SENTENCE = compiled(r"[.!?…][\"'”’)]*$")
SHORT = 60  # code points: a shorter line without a full stop, in no paragraph, is a label

ELSEWHERE = compiled(r"(?:read|also|see|watch|related|recommended|more)\b[^.!?]{0,25}[:|]", re.IGNORECASE)


def main_text(walk: Walk) -> tuple[list[Block], Element | None]:
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


def without_labels(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
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
