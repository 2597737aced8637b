"""misspelt-dateline: a dateline that names no place of its country, but nearly does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lint import Diagnostic, Fix, Report, ReportRule, Severity, Span, bad, good
from lint.find.datelines import Dateline, datelines

from ._place_words import as_written, names_no_town, names_place, with_article

if TYPE_CHECKING:
    from ._gazetteer import Area

LETTERS_ALONE = 5  # of a city that stands without its country


@dataclass(frozen=True)
class MisspeltDateline(ReportRule):
    """The dateline names a city that its country or state does not have, and that is nearly one that it has.

    The dateline is the first thing that a reader sees and the last that an editor reads, and a spell checker that
    knows “Carcass” and not “Caracas” puts the fault there itself. An error is no village's name: it is an English
    word, or fingers slipped, or it has letters that no name of the country has. A warning may be a village that the
    tables lack.

    It does not speak of names that are near to none of a town; of provinces, camps and islands; nor of places that
    are there in any language, under a former name, or small. Whether a true city lies in the country that is named is
    another question.
    """

    places: tuple[str, ...] = ()  # names that are right, whatever the tables say

    examples = (
        bad("[[Carcass]], Venezuela – Ministers met on Monday.", fix="Caracas", severity="error"),
        bad("[[HAMBRUG]], Germany (AP) — The port was closed.", fix="HAMBURG", severity="error"),
        bad("[[BOGTA]], Colombia, May 4 - Talks went on.", fix="BOGOTÁ"),
        bad("[[SPRINGFEILD]], Ill. -- The council met.", fix="SPRINGFIELD"),
        bad("[[CHICGAO]] (AP) — Snow fell.", fix="CHICAGO", severity="error"),
        bad("Lima, [[Preu]] – The congress met.", fix="Peru", severity="error"),
        good("Caracas, Venezuela – Ministers met on Monday.", why="it is there"),
        good("BOMBAY, India – Trading was slow.", why="a former name"),
        good("EL RINCONCITO, Venezuela – The bridge is down.", why="it may be a village: it is near to no town"),
        good("BOLIVAR STATE, Venezuela – Miners left.", why="no town is meant"),
        good("ABOARD THE USS TRUMAN – Sailors slept.", why="no place at all"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """The cities and countries of the report's datelines that are misspelt."""
        for dateline in report.find(datelines):
            yield from self._check(report, dateline)

    def _check(self, report: Report, dateline: Dateline) -> Iterator[Diagnostic]:
        from ._gazetteer import areas_called

        where = ""
        areas: Sequence[Area] = ()
        for region in dateline.regions:
            where = report.words(region)
            if areas := areas_called(where):
                break
        if dateline.regions and not areas:
            yield from self._misspelt_region(report, dateline)
        elif dateline.regions or dateline.date or dateline.agency:
            for city in dateline.cities:
                yield from self._misspelt_city(report, city, areas, areas[0].name if len(areas) == 1 else where)

    def _misspelt_city(self, report: Report, city: Span, areas: Sequence["Area"], where: str) -> Iterator[Diagnostic]:
        words = report.words(city)
        if (not areas and len(words) < LETTERS_ALONE) or names_no_town(words) or names_place(words, areas, self.places):
            return
        from ._misspelt_places import Proof, meant  # what a true dateline need not load

        right = meant(words, areas)
        if right is None:
            return
        strong = right.proof is Proof.STRONG
        yield self.diagnostic(
            Severity.ERROR if strong else Severity.WARNING,
            report.passage(city),
            f"no place{f' in {with_article(where)}' if where else ''} is called {words}; nearest is {right.name}",
            help="a name that is right goes into the option places of this rule",
            fix=Fix(report.passage(city), as_written(words, right.name), safe=strong and right.alone),
        )

    def _misspelt_region(self, report: Report, dateline: Dateline) -> Iterator[Diagnostic]:
        from ._misspelt_places import meant_area

        region = dateline.regions[-1]
        words, cities = report.words(region), [report.words(city) for city in dateline.cities]
        area = meant_area(words, cities)
        if area is None:
            return
        yield self.diagnostic(
            Severity.ERROR,
            report.passage(region),
            f"no country or state is called {words}; {cities[0]} is in {with_article(area.name)}",
            fix=Fix(report.passage(region), as_written(words, area.name), safe=True),
        )
