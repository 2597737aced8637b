"""rare-spelling: a person's name in a spelling that an archive has once, where it often has another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from typing import ClassVar

from lint import CorpusRule, Diagnostic, Fix, Label, Passage, Report, Scope, Severity, bad, good
from lint.find.name_words import HONORIFICS
from lint.find.names import Kind, Name, names
from lint.find.spellings import are_forms, folded, is_near, resembles, transliterated

COMPANY = 12  # names of a report by which its people are known
COUNTED = 1000  # reports that have a usual spelling: those beyond are not told of
COURT = "Officer Ida {} spoke at the Quillby Bridge Board."


@dataclass(frozen=True, slots=True)
class SpeltClaim:
    """That a report calls somebody so, in this office and beside these names; all words are folded."""

    passage: Passage
    published: date | None
    surname: str
    office: str
    company: frozenset[str]


@dataclass(frozen=True)
class RareSpelling(CorpusRule[str, SpeltClaim]):
    """A person's surname is spelt in one report as in no other, and in many reports otherwise.

    An archive knows how the police spokeswoman spells her name, long before somebody puts her on a roster. A spelling
    that one report has is told where at least `often` reports of any story have another for the same given name, and
    where the office or another name in the report is the same as in one of them. It does not claim that both are one
    person, and is off until a newsroom that keeps an archive selects it.
    """

    often: int = 5

    default: ClassVar[bool] = False
    scope: ClassVar[Scope] = Scope.ARCHIVE
    examples = (
        bad(
            *(COURT.format("Quillfeather") for _ in range(4)),
            COURT.format("((Quillfeather))"),
            COURT.format("[[Quilfeather]]"),
            fix="Quillfeather",
            severity="warning",
        ),
        good(
            *(COURT.format("Quillfeather") for _ in range(5)),
            "They met Ida Quilfeather, 7, at the zoo.",
            why="nothing shows that she is the officer",
        ),
        good(COURT.format("Quillfeather"), COURT.format("Quilfeather"), why="neither spelling is the usual one"),
    )

    def extract(self, report: Report) -> Iterator[tuple[str, SpeltClaim]]:
        """The persons with full names, each under the given name and the first letter of the surname."""
        found = report.find(names)
        told: set[str] = set()
        company = frozenset(folded(name.words) for name in found if _is_telling(name))
        for name in found:
            if name.is_person and name.is_full and name.introduced == name.span and name.words not in told:
                told.add(name.words)
                given, surname = folded(name.given.split()[0]), folded(name.surname)
                passage = report.passage(name.parts[-2] if name.suffix else name.parts[-1])
                others = frozenset(sorted(company - {folded(name.words)})[:COMPANY])
                yield f"{given} {surname[0]}", SpeltClaim(passage, report.published, surname, _office(name), others)

    def compare(self, key: str, claims: Sequence[SpeltClaim]) -> Iterator[Diagnostic]:
        """The surnames that one report has, and that are near to one which many have."""
        spelt = _by_surname(claims)
        usual = {surname: Usual(said) for surname, said in spelt.items() if _reports(said) >= self.often}
        for surname, said in spelt.items():
            if _reports(said) == 1:
                yield from self._rare(
                    said[0], [known for other, known in usual.items() if _may_be_slip(surname, other)]
                )

    def condense(self, key: str, claims: Sequence[SpeltClaim]) -> Sequence[SpeltClaim]:
        """Reports with a surname that no other has; of the others, as many as are told of, and the last ones."""
        spelt = _by_surname(claims)
        alone = {said[0].passage.path for said in spelt.values() if _reports(said) == 1}
        told: set[tuple[str, str]] = set()
        for surname, said in spelt.items():
            paths = dict.fromkeys(claim.passage.path for claim in said)
            told.update((surname, path) for path in islice(paths, max(COUNTED, self.often)))
            told.update((surname, last.passage.path) for last in Usual(said).last.values())
        return [each for each in claims if each.passage.path in alone or (each.surname, each.passage.path) in told]

    def _rare(self, rare: SpeltClaim, usual: Sequence["Usual"]) -> Iterator[Diagnostic]:
        for known in usual:
            alike = known.last_beside(rare)
            if alike is not None and rare.passage.path not in known.paths:
                last, reports = alike.passage, len(known.paths)
                count = f"{COUNTED} or more" if reports >= COUNTED else str(reports)
                yield self.diagnostic(
                    Severity.WARNING,
                    rare.passage,
                    f"“{rare.passage.words}” is “{last.words}” in {count} other reports",
                    related=(Label(last, f"“{last.words}” here"),),
                    help="if both are one person, use the usual spelling",
                    fix=Fix(rare.passage, last.words),
                )
                return


class Usual:
    """A surname that many reports have: in which reports, and where it stands last beside each office and name."""

    def __init__(self, said: Sequence[SpeltClaim]) -> None:
        """That of these claims."""
        self.said, self.paths = said, {claim.passage.path for claim in said}

    @cached_property
    def last(self) -> dict[tuple[str, str], SpeltClaim]:
        """The last claim beside each."""
        return {around: claim for claim in self.said for around in _context(claim)}

    @cached_property
    def _order(self) -> dict[int, int]:
        return {id(claim): number for number, claim in enumerate(self.said)}

    def last_beside(self, other: SpeltClaim) -> SpeltClaim | None:
        """The last claim that has the office or another name in common with one of another surname."""
        beside = [self.last[around] for around in _context(other) if around in self.last]
        return max(beside, key=lambda claim: self._order[id(claim)], default=None)


def _by_surname(claims: Sequence[SpeltClaim]) -> dict[str, list[SpeltClaim]]:
    spelt: defaultdict[str, list[SpeltClaim]] = defaultdict(list)
    for claim in claims:
        spelt[claim.surname].append(claim)
    return spelt


def _context(claim: SpeltClaim) -> Iterator[tuple[str, str]]:
    if claim.office:
        yield "office", claim.office
    yield from (("name", name) for name in claim.company)


def _is_telling(name: Name) -> bool:
    return len(name.parts) > 1 and not name.shouted and (name.is_person or name.kind is Kind.BODY)


def _office(name: Name) -> str:
    word = name.title.lower().replace(".", "").rpartition(" ")[2]
    return "" if word in HONORIFICS else word


def _reports(said: Sequence[SpeltClaim]) -> int:
    return len({claim.passage.path for claim in said})


def _may_be_slip(surname: str, usual: str) -> bool:
    if not resembles(surname, usual) or transliterated(surname) == transliterated(usual):
        return False
    return is_near(surname, usual) and not are_forms(surname, usual)
