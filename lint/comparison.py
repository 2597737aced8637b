"""Group and reduce: claims of one key side by side, within their story or across all reports."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from lint import stopwatch
from lint.attempt import attempt
from lint.diagnostic import Diagnostic
from lint.digest import SIZE, digest
from lint.extract import ELSEWHERE, Extract
from lint.links import linked, relinked
from lint.packing import pack, unpack
from lint.rule import Claim, CorpusRule, Rule
from lint.runners import Runner
from lint.signature import Event, place_of
from lint.span import Passage
from lint.story import events

if TYPE_CHECKING:
    from lint.memory import Members, Memory

Topic = tuple[str, Hashable]  # rule and key
UNTOLD = -1  # the story of a signature that lies in none around the focus
MANY = 1_000  # groups: so many are worth other processes
TOGETHER = 5_000  # of them, which are sent at a time


@dataclass(frozen=True, slots=True)
class Group:
    """Reports, or events in them, whose claims are compared: those of one story, or all those on one topic."""

    topic: Topic | None = None  # None: every topic of a story
    parts: list[tuple[Extract, int]] = field(default_factory=list)  # with the number of the event, or 0

    @property
    def members(self) -> "Members":
        """What is compared, told by the digests of reports: equal members give equal findings."""
        kind = "story" if self.topic is None else f"topic {self.topic!r}"
        return kind, tuple(sorted((each.digest or b"", number) for each, number in self.parts))

    def touches(self, paths: Collection[str]) -> bool:
        """Whether one of these reports has a claim in the group."""
        return any(each.path in paths for each, _ in self.parts)

    @property
    def at_hand(self) -> "Group":
        """The same, with all that it needs to be sent to another process."""
        return Group(self.topic, [(each.at_hand, number) for each, number in self.parts])

    def compared(self, rules: Mapping[str, CorpusRule[Any, Any]]) -> Iterator[Diagnostic]:
        """What is wrong between the claims."""
        by_topic: defaultdict[Topic, list[Claim]] = defaultdict(list)
        numbers: defaultdict[int, set[int]] = defaultdict(set)  # of the events, for claims are unpacked for each look
        extracts = {id(extract): extract for extract, _ in self.parts}
        for extract, number in self.parts:
            numbers[id(extract)].add(number)
        for each, extract in extracts.items():
            events = {None} if self.topic else numbers[each]
            for rule, key, event, claim in extract.entries:
                if event in events and rule in rules:
                    by_topic[rule, key].append(claim)
        for topic in (self.topic,) if self.topic else by_topic:
            if len(claims := by_topic[topic]) > 1:
                yield from contrast(rules[topic[0]], topic[1], claims)


def contrast(rule: CorpusRule[Any, Any], key: Hashable, claims: list[Claim]) -> Sequence[Diagnostic]:
    """What is wrong between all the claims of one key that meet."""
    claims.sort(key=_when_and_where)
    with stopwatch.lap(stopwatch.COMPARING, rule.name):
        found: list[Diagnostic] = []
        found += attempt(rule, claims[0].passage, found, rule.compare, key, claims)
    return found


def condensed(rule: CorpusRule[Any, Any], key: Hashable, claims: list[Claim]) -> Sequence[Claim]:
    """What a rule needs of the claims of one key in some of the reports; all of them, where it fails to tell."""
    claims.sort(key=_when_and_where)
    kept: list[Claim] = []
    crash = attempt(rule, claims[0].passage, kept, rule.condense, key, claims)
    return claims if crash else kept


def compare(
    extracts: Sequence[Extract],
    rules: Sequence[Rule],
    focus: Collection[str],
    memory: "Memory | None" = None,
    window: int | None = None,
    stories: Mapping[Event, int] | None = None,
    runner: Runner | None = None,
) -> Iterator[Diagnostic]:
    """What is wrong between reports, and touches the focus; `stories` are those around it, where they are known."""
    with stopwatch.lap(stopwatch.COMPARING):
        if stories is None:
            with stopwatch.lap(stopwatch.STORIES):
                stories = _stories(extracts, focus, window, memory)
        groups = {group.members: group for group in _groups(extracts, stories) if group.touches(focus)}
    with stopwatch.lap(stopwatch.STORE):
        known = memory.compared(list(groups)) if memory else {}
    for members, found, is_new in _told(groups, known, rules, runner):
        if memory and is_new:
            memory.keep_compared(members, found)
        yield from touching(found, focus)


def _told(
    groups: "Mapping[Members, Group]",
    known: "Mapping[Members, tuple[tuple[Diagnostic, ...], Collection[str]]]",
    rules: Sequence[Rule],
    runner: Runner | None,
) -> "Iterator[tuple[Members, Sequence[Diagnostic], bool]]":
    """What is wrong within each group, and whether some of that was not known."""
    for members, (found, missing) in known.items():
        more = groups[members].compared(_corpus_rules(rules, missing)) if missing else ()
        yield members, (*found, *more), bool(missing)
    anew = {members: group for members, group in groups.items() if members not in known}
    if anew:
        for members, found in zip(anew, _compared([*anew.values()], _corpus_rules(rules), runner), strict=True):
            yield members, found, True


def _corpus_rules(rules: Sequence[Rule], names: Collection[str] | None = None) -> Mapping[str, CorpusRule[Any, Any]]:
    """The rules that compare reports, by name; those of these names, where some are given."""
    comparing = {rule.name: rule for rule in rules if isinstance(rule, CorpusRule)}
    return comparing if names is None else {name: rule for name, rule in comparing.items() if name in names}


def _compared(
    groups: Sequence[Group], rules: Mapping[str, CorpusRule[Any, Any]], runner: Runner | None
) -> Iterator[tuple[Diagnostic, ...]]:
    """What is wrong within each of these groups, which the runner is asked about where there are many."""
    if runner is None or len(groups) < MANY:
        yield from (tuple(group.compared(rules)) for group in groups)
        return
    for start in range(0, len(groups), TOGETHER):
        some = [group.at_hand for group in groups[start : start + TOGETHER]]
        yield from map(unpack, runner.map(partial(_packed, rules=rules), some))


def _packed(groups: Iterable[Group], rules: Mapping[str, CorpusRule[Any, Any]]) -> Iterator[bytes]:
    return (pack(group.compared(rules)) for group in groups)


def _groups(extracts: Sequence[Extract], told: Mapping[Event, int]) -> Iterator[Group]:
    """The groups of the claims: those of each story around the focus, and those of each topic compared across all."""
    by_story: defaultdict[Hashable, Group] = defaultdict(Group)
    by_topic: dict[Topic, Group] = {}
    for extract in extracts:
        for event in extract.events:
            alone = event == ELSEWHERE
            story = extract.path if alone else told.get((extract.path, event))
            if story is not None:
                by_story[story].parts.append((extract, event))
        for topic in extract.topics:
            by_topic.setdefault(topic, Group(topic)).parts.append((extract, 0))
    yield from by_story.values()
    yield from by_topic.values()


def _stories(
    extracts: Sequence[Extract], focus: Collection[str], window: int | None, memory: "Memory | None"
) -> dict[Event, int]:
    """The number of the story of each event, by path and number, in a story around the focus.

    They are remembered by all that they are made of: an edit that changes no name, street, age or day of a report
    leaves every story as it was.
    """
    ordered = sorted(extracts, key=lambda each: each.path)
    signed = [(each.path, number) for each in ordered for number in range(len(each.signed) // SIZE)]
    asked = _asked(ordered, focus, window) if memory else b""
    numbers = memory.stories(asked, len(signed)) if memory else None
    if numbers is None:
        told = _tied(ordered, focus, window, memory)
        numbers = [told.get(event, UNTOLD) for event in signed]
        if memory:
            memory.keep_stories(asked, numbers)
    known = zip(signed, numbers, strict=True)
    return {event: number for event, number in known if number != UNTOLD}


def _tied(
    ordered: Sequence[Extract], focus: Collection[str], window: int | None, memory: "Memory | None"
) -> Mapping[Event, int]:
    """The same, by what tied the reports in an earlier run, or by all of them anew."""
    before = memory.links(window) if memory else None
    links = relinked(before, ordered, window, memory.signatures) if memory and before else None
    if memory and links is None and all(each.path in focus for each in ordered):
        before, links = None, linked(ordered, window)
    if memory and links:
        if links.is_news(before):
            memory.keep_links(window, links)
        return links.stories(focus)
    signed = [((one.path, number), each) for one in ordered for number, each in enumerate(one.signatures)]
    found = events((each for _, each in signed), window=window, around=focus)
    told = {place_of(each): number for number, story in enumerate(found) for each in story}
    return {event: told[place_of(each)] for event, each in signed if place_of(each) in told}


def _asked(ordered: Sequence[Extract], focus: Collection[str], window: int | None) -> bytes:
    """All that stories are made of: equal bytes for equal stories."""
    within = bytes(each.path in focus for each in ordered for _ in range(len(each.signed) // SIZE))
    return digest((b"".join(each.signed for each in ordered), within, repr(window).encode()))


def touching(found: Sequence[Diagnostic], focus: Collection[str]) -> Iterator[Diagnostic]:
    """The findings that touch the focus, and those of work that could not be done."""
    for each in found:
        places = (each.primary, *each.related)
        if each.is_failure or any(label.passage.path in focus for label in places):
            yield each


def _when_and_where(claim: Claim) -> tuple[date, str, int, int, Passage]:
    """The order of claims: by date and passage, whose first parts tell most of them apart and are compared sooner."""
    place = claim.passage
    return claim.published or date.min, place.path, place.span.start, place.span.end, place
