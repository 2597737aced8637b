"""Quotations as they are compared: their words without what desks may change, and where two of them differ inside."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import NamedTuple

from lint import Passage, Report, Span
from lint.find.interval import Interval
from lint.find.name_words import BODY_WORDS
from lint.find.names import Kind, Name, names
from lint.find.numbers import number_at
from lint.find.quotations import Quotation, quotations
from lint.find.spellings import folded, resembles
from lint.pattern import late, opening
from lint.value import value

from ._given_names import is_given_name
from ._looks import words_and_pairs
from ._quoted_words import LEFT_OUT, Word

LANGUAGES = (
    "Arabic Chinese Dari Dutch Farsi French German Greek Hebrew Hindi Italian Japanese Korean Mandarin Pashto Persian"
    " Polish Portuguese Russian Somali Spanish Swahili Turkish Ukrainian Urdu".split()
)
SPOKEN = frozenset(map(str.lower, LANGUAGES))
TRANSLATING = ("translat", "interpreter")
TRANSLATED = late(opening(*TRANSLATING, rf"in (?:{'|'.join(LANGUAGES)})\b"))
MARKS = frozenset('“”"«»')
SENTENCE_PART = late(r"[^.!?\n“”\"«»]*")
NAMED_AFTER, NAMED_BEFORE = 80, 120  # code points from a quotation in which its speaker is named
BESIDE = 200  # code points around a quotation in which its language is named
MEANS = {"'s": frozenset(("is", "has", "was")), "'d": frozenset(("would", "had", "did"))}
SPELT_OTHERWISE = (("our", "or"), ("is", "iz"), ("ys", "yz"), ("ll", "l"), ("ence", "ense"), ("ae", "e"))
LINKING = frozenset("and but so well now like okay yeah oh you know i mean".split())  # what a desk tidies away
MOST_WORDS = 200  # of a quotation that is compared
MOST_CHANGED = 4  # words on each side: more are another sentence
LEAST_SHARED = 6  # words in order around a change
LEAST_TELLING = 2  # of them that are not of those with which everybody begins (“I just want to say that I”)
FORMULAIC = frozenset(
    "a an the i we you he she it they them us him her me my our your his its their this that these those there"
    " here what who when where how why and or but so if as of to in on at for with from by about into out up down"
    " not no yes is am are was were be been being do does did have has had will would can could should may might"
    " must just only very really all some any more than then now want wanted wants say said saying says think"
    " thought thinks know knew knows go going get got like because thing things sorry".split()
)
BLOCK = 3  # of them in a row before the first change, and after the last
SENTENCE_ENDS = late(r"[.!?;:]")


@value(frozen=True, slots=True)
class Quoted:
    """That somebody is quoted; `person` are the folded words of the speaker's name, where a person is named."""

    passage: Passage
    published: date | None
    speaker: str = ""
    person: frozenset[str] = frozenset()


class Change(NamedTuple):
    """The words by which one quotation differs from another inside: where they are among the words of each."""

    one: slice
    other: slice


def quoted(report: Report) -> Iterator[Quoted]:
    """The quotations of the report's body that are long enough to be known again, but for those that are translated."""
    text = report.text
    if not any(mark in text for mark in '“"«'):
        return
    (looks,) = report.find(words_and_pairs)
    may_be_translated = any(map(text.__contains__, TRANSLATING)) or not SPOKEN.isdisjoint(looks.words)
    for quotation in report.find(quotations):
        span = quotation.span
        if span.start < report.body.start or not LEAST_SHARED < len(text[span.start : span.end].split()) <= MOST_WORDS:
            continue
        if not MARKS.isdisjoint(text[span.start + 1 : span.end - 1]):
            continue  # a mark was taken for another, and words of the report for quoted ones
        if not (may_be_translated and TRANSLATED.search(text, max(0, span.start - BESIDE), span.end + BESIDE)):
            yield Quoted(report.passage(span), report.published, quotation.speaker, _person(report, quotation))


def changes(one: Sequence[Word], other: Sequence[Word], one_text: str, other_text: str) -> list[Change]:
    """Where two quotations that share enough words in order differ between those; nothing, where they do not.

    What is different at the ends is none, nor what an ellipsis or brackets stand for, a sentence that one leaves out,
    or a difference of spelling.
    """
    keys, other_keys = [word.key for word in one], [word.key for word in other]
    best: list[Change] = []
    found: list[Change] = []
    shared, telling, changed, opens = 0, 0, 0, False
    for tag, *bounds in SequenceMatcher(None, keys, other_keys, autojunk=False).get_opcodes():
        change = Change(slice(*bounds[:2]), slice(*bounds[2:]))
        length = bounds[1] - bounds[0]
        if tag == "equal":
            at_end = (bounds[1] == len(keys)) + (bounds[3] == len(other_keys))
            opens = opens or _holds(length, (bounds[0] == 0) + (bounds[2] == 0))
            shared += length
            telling += sum(key not in FORMULAIC for key in keys[bounds[0] : bounds[1]])
            is_enough = shared >= max(LEAST_SHARED, 3 * changed) and telling >= LEAST_TELLING
            is_enough = is_enough and opens and _holds(length, at_end)
            if found and is_enough and len(found) > len(best):
                best = list(found)
        elif max(length, bounds[3] - bounds[2]) > MOST_CHANGED or not opens:
            found, shared, telling, changed, opens = [], 0, 0, 0, False
        elif not _is_nothing(keys, other_keys, change) and not (
            _is_sentence(one_text, one, change.one) or _is_sentence(other_text, other, change.other)
        ):
            found.append(change)
            changed += max(length, bounds[3] - bounds[2])
    return best


def marked(text: str, words: Sequence[Word], places: Sequence[slice], *, around: int = 4) -> str:
    """The words of a quotation about these places, which stand between asterisks; `*_*` where words are missing."""
    first, last = max(0, places[0].start - around), min(len(words), places[-1].stop + around)
    end, shown = words[first].start, "…" if first else ""
    for place in places:
        if place.start < place.stop:
            start, stop = words[place.start].start, words[place.stop - 1].end
            shown += f"{text[end:start]}*{text[start:stop]}*"
            end = stop
        else:
            at = words[place.start - 1].end
            shown += f"{text[end:at]} *_*"
            end = at
    shown += text[end : words[last - 1].end] + ("…" if last < len(words) else "")
    return " ".join(shown.split())


def part(passage: Passage, words: Sequence[Word], places: Sequence[slice]) -> Passage:
    """The passage of the words at these places; where words are missing, the words on both sides."""
    first, last = places[0], places[-1]
    start = words[first.start - (first.start == first.stop)].start
    end = words[last.stop - (last.start < last.stop)].end
    before = passage.words[:start]
    newlines = before.count("\n")
    column = start - before.rfind("\n") if newlines else passage.column + start
    span = Span(passage.span.start + start, passage.span.start + end)
    return Passage(passage.path, span, passage.line + newlines, column, passage.words[start:end])


def are_two(one: Quoted, other: Quoted) -> bool:
    """Whether two quotations are given to two persons, neither name a form or a misspelling of the other."""
    if not one.person or not other.person or one.person & other.person:
        return False
    return not any(resembles(a, b) for a in one.person for b in other.person)


def _holds(length: int, ends: int) -> bool:
    """Whether so many shared words show that the same is said, where these words end none, one or both quotations."""
    return length >= BLOCK - ends


def _person(report: Report, quotation: Quotation) -> frozenset[str]:
    """The words of the speaker's full name, where the report shows that it is a person's."""
    if BODY_WORDS.intersection(quotation.speaker.lower().split()) or not _is_beside(report, quotation):
        return frozenset()
    last = folded(quotation.speaker.removesuffix(" Jr.").removesuffix(" Sr.").rpartition(" ")[2])
    (called,) = report.find(_by_last_word)
    found = [name for name in called.get(last, ()) if _is_persons(name)] if last else []
    return frozenset([folded(word) for name in found for word in f"{name.given} {name.surname}".split()])


def _is_beside(report: Report, quotation: Quotation) -> bool:
    """Whether the speaker is named in the sentence of the quotation, not by a pronoun or in the sentence before."""
    text, span = report.text, quotation.span
    after = SENTENCE_PART.match(text, span.end, span.end + NAMED_AFTER)
    if after and quotation.speaker in after.group():
        return True
    before = text[max(0, span.start - NAMED_BEFORE) : span.start].rstrip()
    return before.endswith((",", ":")) and quotation.speaker in re.split(r"[.!?”\"]\s|\n", before)[-1]


def _by_last_word(report: Report) -> Iterator[dict[str, list[Name]]]:
    """The names that may be persons', by the word by which somebody of that name can be called."""
    found: defaultdict[str, list[Name]] = defaultdict(list)
    for name in report.find(names):
        if name.is_person or (name.kind is Kind.UNKNOWN and name.is_full):
            found[folded((name.surname or name.given).rpartition(" ")[2])].append(name)
    yield found


def _is_persons(name: Name) -> bool:
    """Whether a name is a person's, or looks like one by its given name and by nothing else."""
    if name.shouted or not (name.given or name.surname):
        return False
    return name.is_person or (
        name.kind is Kind.UNKNOWN and name.is_full and is_given_name(folded(name.given).partition(" ")[0])
    )


def _is_nothing(keys: Sequence[str], other_keys: Sequence[str], change: Change) -> bool:
    """Whether a change is one of form only, or one that an ellipsis or brackets own up to."""
    one, other = keys[change.one], other_keys[change.other]
    if LEFT_OUT in _with_neighbours(keys, change.one) or LEFT_OUT in _with_neighbours(other_keys, change.other):
        return True
    if not one or not other:
        return LINKING.issuperset([*one, *other]) or _stutters(keys, change.one) or _stutters(other_keys, change.other)
    if "".join(one) == "".join(other) or [_spelt(key) for key in one] == [_spelt(key) for key in other]:
        return True
    if (number := _number(one)) is not None and number == _number(other):
        return True
    return len(one) == len(other) and all(
        b in MEANS.get(a, ()) or a in MEANS.get(b, ()) for a, b in zip(one, other, strict=True)
    )


def _number(keys: Sequence[str]) -> Interval | None:
    """The number that words are, if they are one: “200” and “two hundred”."""
    words = " ".join(keys)
    found = number_at(words)
    return found.value if found and found.end == len(words) else None


def _with_neighbours(keys: Sequence[str], place: slice) -> Sequence[str]:
    return keys[max(0, place.start - 1) : place.stop + 1]


def _stutters(keys: Sequence[str], place: slice) -> bool:
    """Whether words only say again those beside them: “we, we were there”."""
    length = place.stop - place.start
    said = keys[place]
    before, after = keys[max(0, place.start - length) : place.start], keys[place.stop : place.stop + length]
    return bool(length) and said in (before, after)


def _spelt(key: str) -> str:
    """A word with one spelling for the two that English and American desks have."""
    if len(key) < 5:
        return key
    if key.endswith("re"):
        key = key[:-2] + "er"
    for british, american in SPELT_OTHERWISE:
        key = key.replace(british, american)
    return key


def _is_sentence(text: str, words: Sequence[Word], place: slice) -> bool:
    """Whether words are a whole sentence or clause of a quotation, which may be left out unmarked."""
    if place.start == place.stop or place.start == 0 or place.stop >= len(words):
        return False
    before = text[words[place.start - 1].end : words[place.start].start]
    after = text[words[place.stop - 1].end : words[place.stop].start]
    return bool(SENTENCE_ENDS.search(before) and SENTENCE_ENDS.search(after))
