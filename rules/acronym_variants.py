"""acronym-variants: an acronym that changes its letters, or what they stand for, within a report."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint import Diagnostic, Fix, Label, Report, ReportRule, Severity, Span, bad, good
from lint.compiled import compiled
from lint.find.acronyms import Acronym, acronyms
from lint.find.spellings import slips

from ._lexicon import zipf

SHORTEST = 4  # letters: FBI and FBR are two bodies, MMORPG and MMOPRG hardly
UNITED_STATES = compiled(r"(?<![\w.$-])(?:USA|U\.S\.A\.|U\.S\.)(?![\w$-])")
STATIONS = ("-TV", "-FM", "-AM")
NAME_BESIDE = compiled(r"\b(?!The )[A-Z]\w+ \Z|\A[’']?s? [A-Z]|\A @")
SMALL_WORDS = compiled(r"\b(?:the|The)\b ?")


@dataclass(frozen=True)
class AcronymVariants(ReportRule):
    """An acronym is written otherwise than it was introduced, or is introduced for two different names.

    A reader who meets another acronym looks for another body. “CBST” and “CBST-CPP”, “MMORPG” and “MMOPRG”, and two
    names before one “(ONS)” are told; the option `united_states` tells of “U.S.” beside “USA” in the running text. It
    does not claim to know what letters stand for: initials that fit another language are no fault.

    Most of what it says is style, and a note.
    """

    united_states: bool = True

    examples = (
        bad(
            "The Harbour Workers League [((HWL))] met. The treasurer of the [[HWL-NO]] spoke last.",
            severity="note",
        ),
        bad("The Institute for Rural Affairs Data [((IRAD))] is new. An [[IARD]] survey is due.", fix="IRAD"),
        bad(
            "The ((Bureau of Ferry Safety)) (BFS) closed the pier. The [[Bureau for Ferry Safety]] (BFS) opened it.",
            severity="warning",
        ),
        bad("The ((U.S.)) sent aid. The [[USA]] also sent doctors.", fix="U.S.", severity="note"),
        good("The Fédération des ports (FDP) and the Ministry of Fish (MF) met. The FDP agreed.", why="one form each"),
        good("The U.S. team flew home, USA Hockey said.", why="USA is part of a name"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """The acronyms that change within a report."""
        found = report.find(acronyms)
        if any(acronym.introduced for acronym in found):
            yield from self._second_expansions(report, found)
            yield from self._other_letters(report, found)
        if self.united_states:
            yield from self._two_ways_to_write_the_country(report)

    def _second_expansions(self, report: Report, found: Sequence[Acronym]) -> Iterator[Diagnostic]:
        first: dict[str, Span] = {}
        for acronym in found:
            if acronym.expansion is None:
                continue
            earlier = first.setdefault(acronym.letters, acronym.expansion)
            words, before = report.words(acronym.expansion), report.words(earlier)
            if _plain(words) != _plain(before):
                yield self.diagnostic(
                    Severity.WARNING,
                    report.passage(acronym.expansion),
                    f"“{acronym.letters}” is introduced for “{words}” and for “{before}”",
                    related=(Label(report.passage(earlier), f"“{acronym.letters}” for this"),),
                    help="if they are one body, use one name; if they are two, spell one out",
                )

    def _other_letters(self, report: Report, found: Sequence[Acronym]) -> Iterator[Diagnostic]:
        counts = Counter(acronym.letters for acronym in found)
        first = {acronym.letters: acronym for acronym in reversed(found)}
        introduced = {acronym.letters for acronym in found if acronym.introduced}
        for letters, acronym in first.items():
            if letters in introduced:
                continue
            for other in introduced:
                severity = _relation(letters, other)
                if severity is not None and (severity is Severity.NOTE or counts[letters] == 1):
                    yield self._other(report, acronym, first[other], severity)
                    break

    def _other(self, report: Report, acronym: Acronym, other: Acronym, severity: Severity) -> Diagnostic:
        passage = report.passage(acronym.span)
        return self.diagnostic(
            severity,
            passage,
            f"“{acronym.letters}” is “{other.letters}” elsewhere in this report",
            related=(Label(report.passage(other.span), f"“{other.letters}” here"),),
            help="if both are one body, write one; if not, introduce the second",
            fix=Fix(passage, other.letters) if severity is Severity.WARNING else None,
        )

    def _two_ways_to_write_the_country(self, report: Report) -> Iterator[Diagnostic]:
        text, body = report.text, report.body
        if "USA" not in text and "U.S." not in text:
            return
        places: defaultdict[str, list[Span]] = defaultdict(list)
        for match in UNITED_STATES.finditer(text, body.start, body.end):
            start, end = match.span()
            is_usa = match.group().startswith(("USA", "U.S.A"))
            if not (is_usa and (_is_beside_name(text, start, end))):
                places[match.group()].append(Span(start, end))
        if len(places) < 2 or not any(form.startswith(("USA", "U.S.A")) for form in places):
            return
        main = max(places, key=lambda form: (len(places[form]), -places[form][0].start))
        for form, spans in places.items():
            if form != main:
                passage = report.passage(spans[0])
                yield self.diagnostic(
                    Severity.NOTE,
                    passage,
                    f"“{form}” is “{main}” elsewhere in this report",
                    related=(Label(report.passage(places[main][0]), f"“{main}” here"),),
                    help="write the country in one way",
                    fix=Fix(passage, main),
                )


def _relation(letters: str, other: str) -> Severity | None:
    """How grave it is that an acronym stands beside one that is introduced; None where they have nothing in common."""
    if letters.startswith(f"{other}-") and not letters.endswith(STATIONS):
        return Severity.NOTE
    if min(len(letters), len(other)) < SHORTEST or letters[0] != other[0] or letters.rstrip("S") == other.rstrip("S"):
        return None
    if zipf(letters.lower()) > 0 or slips(letters, other) != 1:
        return None
    return Severity.WARNING if len(letters) > SHORTEST or sorted(letters) == sorted(other) else None


def _is_beside_name(text: str, start: int, end: int) -> bool:
    return bool(NAME_BESIDE.search(text[max(0, start - 30) : start]) or NAME_BESIDE.search(text[end : end + 4]))


def _plain(words: str) -> str:
    return " ".join(SMALL_WORDS.sub("", words).casefold().replace("-", " ").split())
