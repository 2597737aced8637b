"""Signatures: the terms by which the event of one report can be told from others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from lint.background import backgrounds
from lint.compiled import compiled
from lint.digest import digest
from lint.find.addresses import addresses
from lint.find.ages import ages
from lint.find.dates import DateMention, dates
from lint.find.magnitudes import magnitudes
from lint.find.plain import plain
from lint.find.sentences import sentence_at
from lint.find.spellings import unowned
from lint.pattern import late
from lint.report import Report
from lint.span import Span

CAPITALISED = compiled(r"[A-ZÀ-ÖØ-Þ](?<![\w’'-].)[\w’'-]+(?: [A-Z]\.)?(?: [A-ZÀ-ÖØ-Þ][\w’'-]+)*")
NO_PERSON = frozenset(
    "police department county sheriff sheriff’s sheriff's office hospital school university court district center"
    " centre church park medical state city news associated press crime stoppers anyone high fire bureau division north"
    " south east west new saint fort lake mount united national street avenue road the of on in at a when after".split()
)
CALLED = late(
    r"[FfHCTS](?<!\w.)(?:(?P<flight>(?<=[Ff])light) (?:[A-Z]{1,3} ?)?(?P<number>\d{1,4})\b"
    r"|(?:(?<=H)urricane|(?<=C)yclone|(?<=T)yphoon|(?<=T)ropical Storm|(?<=S)uperstorm) (?P<name>[A-Z][a-z]+)\b)"
)
# Without one of these words nothing is CALLED.
FLIGHTS_AND_STORMS = frozenset("flight hurricane cyclone typhoon storm superstorm".split())
KINDS = ("names", "people", "streets", "ages", "days", "sizes", "called")
"""The kinds of terms, each a field of a signature."""
BLOCKING = "names"  # the kind by which reports find each other

LEAD = 900  # code points in which a report says how strong its own earthquake was
AFTERWARDS = 12  # code points: "a 3.8 aftershock"
NEARBY = (-1, 0, 1)  # tenths by which two seismologists may differ on one earthquake, each way


@dataclass(frozen=True, slots=True)
class Signature:
    """What a report is about, in terms of several kinds, each kind sorted and without doubles."""

    path: str
    span: Span
    published: date | None
    names: tuple[str, ...] = ()  # capitalised words, and pairs of them
    people: tuple[str, ...] = ()  # pairs of capitalised words that are likely a person's name
    streets: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()  # whole years
    days: tuple[str, ...] = ()  # month and day: the year is seldom written
    sizes: tuple[str, ...] = ()  # the magnitude of its earthquake, with those that others may give the same one
    called: tuple[str, ...] = ()  # flights by number, storms by name

    @property
    def told(self) -> bytes:
        """What stands for all of it but the span: equal where an edit changed no term."""
        terms = ("\0".join(getattr(self, kind)) for kind in KINDS)  # no term has such characters
        told = "\1".join((self.path, str(self.published), *terms))
        return digest([told.encode("utf-8", "surrogatepass")])


Place = tuple[str, int, int]  # of a signature: path, start and end, in the order of signatures
Event = tuple[str, int]  # the path of a report, and the number of the signature in it


def place_of(signature: Signature) -> Place:
    """Where a signature stands."""
    return signature.path, signature.span.start, signature.span.end


def signatures(report: Report) -> Iterator[Signature]:
    """The signature of a report, for all of it, and one for each paragraph on an earlier event."""
    yield _signature(report, Span(0, len(report.text)), report.published, report.prose)
    for paragraph, day in report.find(backgrounds):
        yield _signature(report, paragraph, day, (paragraph,))


def _signature(report: Report, span: Span, published: date | None, prose: Sequence[Span]) -> Signature:
    names: set[str] = set()
    people: set[str] = set()
    for part in prose:
        for run in set(CAPITALISED.findall(report.text[part.start : part.end])):
            called, persons = _terms(run)
            names.update(called)
            if persons:
                people.update(persons)
    return Signature(
        report.path,
        span,
        published,
        names=tuple(sorted(names)),
        people=tuple(sorted(people)),
        streets=tuple(sorted({each.name for each in report.find(addresses) if span.covers(each.span)})),
        ages=tuple(sorted({str(each.years) for each in report.find(ages) if span.covers(each.span)})),
        days=tuple(sorted({_day(each) for each in report.find(dates) if span.covers(each.span)} - {""})),
        sizes=_sizes(report) if span.start == 0 else (),
        called=tuple(sorted(_called(report, span))),
    )


def _sizes(report: Report) -> tuple[str, ...]:
    """The magnitude that a report leads with, if it is not that of an aftershock, and its neighbours."""
    for mention in report.find(magnitudes):
        if mention.span.start > report.body.start + LEAD:
            break
        sentence = sentence_at(report, mention.span.start)
        if "ftershock" not in report.text[sentence.start : mention.span.end + AFTERWARDS]:
            return tuple(f"{mention.value + tenths / 10:.1f}" for tenths in NEARBY)
    return ()


def _called(report: Report, span: Span) -> set[str]:
    """The flights and storms that a report names there: a crash or a landfall is not that of another."""
    if FLIGHTS_AND_STORMS.isdisjoint(report.find(plain)[0].words):
        return set()
    text = report.text[span.start : span.end]
    return {
        f"flight {match['number']}" if match["flight"] else f"storm {match['name'].casefold()}"
        for match in CALLED.finditer(text)
    }


@lru_cache(maxsize=30_000)
def _terms(run: str) -> tuple[Sequence[str], Sequence[str]]:
    """The words of a run of capitals and their pairs, and those pairs that are likely a person's name."""
    if " " not in run:
        return (unowned(run),), ()
    words = [unowned(word) for word in run.split()]
    pairs = [(f"{one} {two}", one in NO_PERSON or two in NO_PERSON) for one, two in pairwise(words)]
    return [*words, *(pair for pair, _ in pairs)], [pair for pair, is_none in pairs if not is_none]


def _day(mention: DateMention) -> str:
    if mention.day:
        return f"{mention.day.month:02}-{mention.day.day:02}"
    return f"{mention.written[0]:02}-{mention.written[1]:02}" if mention.written else ""
