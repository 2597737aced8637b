"""The finder of names: persons, bodies and places, and which mentions speak of one person.

It reads grammar only: capitals, titles, ages, verbs of speech, and what the same report says elsewhere. A name whose
kind the words do not show stays UNKNOWN.
"""

from collections.abc import Iterator

from lint.compiled import compiled
from lint.find.name import Kind, Name
from lint.find.name_links import Mention, linked
from lint.find.name_parts import NICKNAME, Group, taken_apart
from lint.find.name_words import ABBREVIATED, BODY_WORDS, LOCATING, PARTICLES, SPEECH, TITLES, UPPER
from lint.find.plain import plain
from lint.pattern import late, one_of
from lint.report import Report
from lint.span import Span

__all__ = ["Kind", "Name", "names"]

REST = r"\w*(?:[-’'‐‑](?![sS]\b)\w+)*"
WORD = rf"(?:(?:al|el|ul|d|l)[-’'])?[{UPPER}]{REST}"
ITEM = rf"(?:(?:[{UPPER}]\.)+(?:-[{UPPER}]\.)?|{one_of(ABBREVIATED.split('|'))}\.|{WORD})"
GAP = r"(?:[^\S\n]{1,2}|[^\S\n]?\n(?=\S))"  # a line may be wrapped within a name, a paragraph may not
SUFFIX = r"(?:Jr|Sr|II|III|IV|Esq)\b\.?"
JOINT = rf"(?:{GAP}(?:{one_of(PARTICLES.split('|'))}{GAP}){{0,3}}(?:{NICKNAME}{GAP})?|,{GAP}?(?={SUFFIX}))"
PREFIXES = frozenset("al el ul d l".split())
PREFIX = compiled(rf"(?<![\w@#/])(?:{'|'.join(sorted(PREFIXES))})[-’']\Z")
PREFIXED = late(rf"{ITEM}(?:{JOINT}{ITEM})*")
# The same as ITEM, and as JOINT ITEM, told by the letter that stands there: re then looks for capitals only.
INITIALS = rf"\.(?:[{UPPER}]\.)*(?:-[{UPPER}]\.)?"
SHORTENED = "|".join(rf"(?<={word[0]}){word[1:]}\." for word in ABBREVIATED.split("|"))
FIRST = rf"[{UPPER}](?<![\w@#/].)(?:{INITIALS}|(?=[a-z]{{1,4}}\.)(?:{SHORTENED})|{REST})"
GOES_ON = rf"(?=[\s,][\s{UPPER}“\"‘'(abdeltuvyJSIE])"
RUN = compiled(rf"{FIRST}(?:{GOES_ON}{JOINT}{ITEM})*")
AGE_AFTER = late(r",? \(?(?:aged? )?(\d{1,3})(?=[,;.)]|\Z)(?!\.\d)|, (?:who is|aged?) (\d{1,3})\b")
AGE_BEFORE = late(r"\b(\d{1,3})[- ]years?[- ]old(?: [a-z-]+){0,3} \Z")
ROLE_AFTER = late(
    r", ((?:(?!who\b|said\b|and\b)[\w’'.-]+ ){1,5}(?:of|for|at|with|in|to)\b|(?:[\w-]+ ){0,4}[\w-]+(?=[,.]))"
)
ROLE_BEFORE = late(r"([a-z]+) (?:of|for|at) [^,.;]{2,40}, \Z")
BESIDE = "“”\"‘’'()[]"
NEXT_WORD = compiled(r"[’']?(?:s\b)?[,”\"]*\s+([a-z]\w*)")
OF = frozenset({" of ", " of the ", " for ", " for the ", " of\n"})
LONGEST_OF = max(map(len, OF))
PREFIX_ENDS = frozenset("-’'")
SENTENCE_ENDS = ".!?:;…|•"
OPENING_QUOTES = "“\"‘'(["
AGE_BEGINS = frozenset({", ", " (", " 1", " 2"})
LONGEST_WORD = 24  # of those before a name that tell anything
AROUND = 60  # code points before and after a name in which its title, age or verb stands


def names(report: Report) -> Iterator[Name]:
    """The names of a report in their order, each linked with the mention that introduces it."""
    return linked([each for part in report.prose for each in _of_part(report, part)])


def _of_part(report: Report, part: Span) -> Iterator[Mention]:
    text = report.text
    headline = part is not report.body and part == report.title
    shouting = headline and _capitalises_every_word(text[part.start : part.end])
    words = report.find(plain)[0].words
    has_old, has_prefixes = "old" in words, not PREFIXES.isdisjoint(words)
    last: Mention | None = None
    for start, run in _prefixed_runs(text, part) if has_prefixes else _runs(text, part):
        groups, shouted = taken_apart(run)
        if not groups:
            continue
        inside = text[start - 1 : start] == " " and text[start - 2].isalnum()  # as most are
        opens = not inside and _opens_sentence(text, part.start, start)
        for group in groups:
            name = _name(text, start, group, opens=opens and group.opens, shouted=shouting or shouted, has_old=has_old)
            if last is not None:
                end = last[0].span.end
                if start + group.start - end <= LONGEST_OF and text[end : start + group.start] in OF and _goes_on(last):
                    last = _joined(text, last[0], name)
                    continue
                yield last
            last = name, group.key
    if last is not None:
        yield last


def _goes_on(body: Mention) -> bool:
    """Whether a name may go on behind “of”: “Ministry of Popular Power”."""
    return body[0].kind is Kind.BODY or body[1].rpartition(" ")[2] in BODY_WORDS


def _joined(text: str, body: Name, name: Name) -> Mention:
    span = Span(body.span.start, name.span.end)
    words, parts = " ".join(text[span.start : span.end].split()), body.parts + name.parts
    return Name(span, words, Kind.BODY, span, parts, opens=body.opens, shouted=body.shouted), words.lower()


def _runs(text: str, part: Span) -> list[tuple[int, str]]:
    """The runs of capitals, and where each begins."""
    return [(run.start(), run.group()) for run in RUN.finditer(text, part.start, part.end)]


def _prefixed_runs(text: str, part: Span) -> Iterator[tuple[int, str]]:
    """The same where one may begin with a small prefix: al-Qaida, d’Arc."""
    end = part.start
    for run in RUN.finditer(text, end, part.end):
        start = run.start()
        if start < end:
            continue
        if text[start - 1 : start] in PREFIX_ENDS and (prefix := PREFIX.search(text, max(end, start - 3), start)):
            start = prefix.start()
            run = PREFIXED.match(text, start, part.end) or run
        end = run.end()
        yield start, run.group()


def _capitalises_every_word(headline: str) -> bool:
    words = [word for word in headline.split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _opens_sentence(text: str, floor: int, start: int) -> bool:
    at = start - 1
    while at >= floor and (text[at] in OPENING_QUOTES or text[at].isspace()):
        if text[at] == "\n" and text[at - 1 : at] == "\n":
            return True
        at -= 1
    return at < floor or text[at] in SENTENCE_ENDS or (text[at] in "”\"’'" and text[at - 1] in SENTENCE_ENDS + ",")


def _name(text: str, at: int, group: Group, *, opens: bool, shouted: bool, has_old: bool) -> Name:
    """A name of a run that begins at `at`, with what the words around it show."""
    first, end = at + group.first, at + group.end
    behind, previous = text[end : end + 2], ""
    if text[first - 1 : first].isspace():
        words = text[first - LONGEST_WORD if first > LONGEST_WORD else 0 : first].rsplit(None, 1)
        previous = words[-1].lstrip(BESIDE) if words else ""
    title, age, kind = group.title, None, group.kind
    if not title:
        if previous in TITLES:
            title = previous
        elif behind == ", " or text[first - 2 : first] == ", ":
            title = _role(text, first, end)
    if has_old or behind in AGE_BEGINS:
        age = _age(text, first, end)
    if kind is None or age is not None:
        kind = _kind(group, title, age, previous.lower(), text, end)
    span, bounds = Span(at + group.start, end), group.bounds
    parts = (span,) if len(bounds) == 1 else tuple([Span(at + one, at + other) for one, other in bounds])
    if kind is Kind.BODY or kind is Kind.PLACE:
        if len(parts) > 1:
            return Name(span, group.words, kind, span, parts, opens=opens, shouted=shouted)
        return Name(span, group.words, kind, span, parts, "", "", "", title, age, opens, shouted)
    given, surname, suffix = group.given, group.surname, group.suffix
    return Name(span, group.words, kind, span, parts, given, surname, suffix, title, age, opens, shouted)


def _role(text: str, first: int, end: int) -> str:
    """The office that stands in apposition: “Jo Poe, director of the institute” or “the mayor of Ulm, Jo Poe”."""
    if match := ROLE_AFTER.match(text, end, end + AROUND):
        for word in match[1].split():
            if word in TITLES:
                return word
    before = text[first - AROUND if first > AROUND else 0 : first]
    if before.endswith(", ") and (match := ROLE_BEFORE.search(before)) and match[1] in TITLES:
        return match[1]
    return ""


def _age(text: str, first: int, end: int) -> int | None:
    match = AGE_AFTER.match(text, end, end + AROUND) if text[end : end + 2] in AGE_BEGINS else None
    if match is None:
        before = text[first - AROUND if first > AROUND else 0 : first]
        match = AGE_BEFORE.search(before) if "old " in before else None
    return int(match[1] or match[match.lastindex or 1]) if match else None


def _kind(group: Group, title: str, age: int | None, before: str, text: str, end: int) -> Kind:
    """What a name names, as its words and those around it show."""
    if age is not None and group.is_short:
        return Kind.PERSON
    if group.kind:
        return group.kind
    if group.has_place_head and not title:
        return Kind.PLACE
    if before == "the" and not title:
        return Kind.UNKNOWN
    if group.is_short and (title or group.has_given_name):
        return Kind.PERSON
    if before == "the":
        return Kind.UNKNOWN
    if group.may_be_place and before in LOCATING:
        return Kind.PLACE
    if not group.may_speak:
        return Kind.UNKNOWN
    if before in SPEECH:
        return Kind.PERSON
    after = NEXT_WORD.match(text, end, end + AROUND)
    return Kind.PERSON if after and after[1] in SPEECH else Kind.UNKNOWN
