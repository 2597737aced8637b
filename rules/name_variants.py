"""name-variants: a person or a thing whose name is spelt in two ways."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint import CorpusRule, Diagnostic, FilePath, Fix, Label, Report, Severity, Span, bad, good
from lint.find.name_words import HONORIFICS
from lint.find.names import Kind, Name, names
from lint.find.spellings import are_forms, folded, is_near, transliterated

from . import _given_names as given_names
from ._lexicon import is_known
from ._names_across import COUNTED, Difference, NameClaim, claims, differences, needed
from ._names_inside import Spelling, Tie, Variant, variants
from ._roster import Figure, roster

SHORTEST_ALONE = 6  # letters of a surname without a given name that is held against the roster


@dataclass(frozen=True)
class NameVariants(CorpusRule[str, NameClaim]):
    """A name is spelt otherwise than on the roster, elsewhere in the report, or in another report of the same story.

    A misspelt name is the correction that newsrooms print most often, and no spell checker sees it. The roster is
    ours (public figures and bodies), with the desk's own: CSV files with the columns name, aliases and note, given in
    the option `roster`. The better attested spelling is the fix: that of the roster, else that with which the report
    introduces somebody, else the commoner one.

    It does not claim that two names are one person's because they are alike: a given name, a title, an age or the
    part that they play in the report must tie them, and two who are both introduced are two. Accents, initials, short
    forms (“Tom” for Thomas), middle names and forms of one word (Iran, Iranian) are no variants. Hyphens, ways to
    transcribe another alphabet, and bare names of places that two reports spell otherwise are notes.
    """

    roster: tuple[FilePath, ...] = ()

    examples = (
        bad(
            "Caracas, Venezuela – The meeting heard from Blanca [[Eekout]], who leads an institute.\n\n"
            "((Eekout)) said that it was a beginning.",
            fix="Eekhout",
            severity="error",
        ),
        bad(
            "The inquiry was opened by Harriet ((Pendlebury)), the coroner.\n\n"
            "“Nobody was warned,” [[Pendelbury]] said on Friday.",
            fix="Pendlebury",
        ),
        bad(
            "The film stars Seth ((Rosenau)).\n\nIn June Seth [[Rosenow]] said that he was ill.",
            fix="Rosenau",
        ),
        bad(
            "The fire in the mill at Quillby killed ((Javon Quarles)), 15, the Quillby brigade said.",
            "The Quillby mill burned on Monday. [[Jovan Quarles]], 15, died, the brigade of Quillby said.",
            severity="error",
        ),
        good(
            "The fire in the mill at Quillby killed Javon Quarles, 15, the Quillby brigade said.",
            "The Quillby mill burned on Monday. Jovan Quarles, 41, fled, the brigade of Quillby said.",
            why="their ages tell them apart",
        ),
        good(
            "Nicolas Maduro and Blanca Eekhout spoke in Venezuela.",
            why="an accent left out is no misspelling",
        ),
        good(
            "Councillor Ann Marlow spoke. Peter Barlow, a baker, spoke next.\n\nBarlow said that Marlow was wrong.",
            why="two people with like surnames",
        ),
        good("The coroner, Thomas Ashby, was ill. “Tom Ashby will be back,” said a friend.", why="a short form"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """The names that the roster, or the report itself, spells otherwise."""
        settled = set()
        for wrong, right, figure, places in self._off_the_roster(report):
            settled.add(folded(wrong))
            yield self._misspelt_figure(report, wrong, right, figure, places)
        for variant in variants(report):
            if not settled & {variant.wrong.word, variant.right.word}:
                on_roster = self._is_on_roster(variant.wrong) and not self._is_on_roster(variant.right)
                yield self._variant(
                    report, Variant(variant.right, variant.wrong, variant.tie) if on_roster else variant
                )

    def _is_on_roster(self, spelling: Spelling) -> bool:
        return any(roster(self.roster).knows(name.words) for name in spelling.as_surname)

    def extract(self, report: Report) -> Iterator[tuple[str, NameClaim]]:
        """The names of a report, all under one key: which are alike is seen when a story is complete."""
        for claim in claims(report):
            yield "name", claim

    def compare(self, key: str, claims: Sequence[NameClaim]) -> Iterator[Diagnostic]:
        """The names that reports of one story spell otherwise."""
        for difference in differences(claims):
            yield self._differing(difference)

    def condense(self, key: str, claims: Sequence[NameClaim]) -> Sequence[NameClaim]:
        """The names that are compared and told of."""
        return needed(claims)

    def _is_settled(self, claim: NameClaim) -> bool:
        return roster(self.roster).knows(claim.passage.words) is not None

    def _differing(self, difference: Difference) -> Diagnostic:
        rights, wrongs = difference.right, difference.wrong
        if settled := self._is_settled(wrongs[0]):
            rights, wrongs = wrongs, rights
        settled = settled or self._is_settled(rights[0])
        right, wrong = rights[0].passage, wrongs[0].passage
        reports = (
            "another report"
            if len(rights) == 1
            else f"{len(rights)} other reports{' or more' if len(rights) == COUNTED else ''}"
        )
        return self.diagnostic(
            _severity(difference),
            wrong,
            f"“{wrong.words}” is “{right.words}” in {reports} of the same story"
            + (f", also {difference.agreeing}" if difference.agreeing else ""),
            related=(
                Label(right, f"“{right.words}” here"),
                *(Label(claim.passage, f"“{claim.passage.words}” here") for claim in (*wrongs[1:], *rights[1:])),
            ),
            help="find out which is right",
            fix=Fix(wrong, right.words) if settled or len(rights) > len(wrongs) else None,
        )

    def _off_the_roster(self, report: Report) -> Iterator[tuple[str, str, Figure, list[Span]]]:
        """Each misspelt name of a figure: as it stands, as it should, whose it is, and its places."""
        found = report.find(names)
        told: set[str] = set()
        for name in found:
            if name.kind is not Kind.PERSON or name.introduced.start != name.span.start or name.words in told:
                continue
            told.add(name.words)
            for wrong, right, figure in self._suspects(name) if name.is_full else self._holders(name):
                if figure.is_at_home_in(report.text):
                    places = [part for each in found for part in each.parts if report.words(part) == wrong]
                    yield wrong, right, figure, places
                    break

    def _holders(self, name: Name) -> Iterator[tuple[str, str, Figure]]:
        """The figures that hold the office before a strange surname which is nearly theirs: “President Madero”."""
        office, surname = name.title.lower().rpartition(" ")[2], name.surname.split()[-1] if name.surname else ""
        if len(surname) < SHORTEST_ALONE or office in HONORIFICS or not office or is_known(folded(surname)):
            return
        for right, figure in roster(self.roster).near_surnames(folded(surname)):
            if office in figure.note.lower().split() and _is_slip(surname, right):
                yield surname, right, figure

    def _suspects(self, name: Name) -> Iterator[tuple[str, str, Figure]]:
        """The figures whose name this one nearly is, with the word that is wrong and the right one."""
        known = roster(self.roster)
        given, surname = name.given.split()[0], name.surname.split()[-1]
        namesakes, relatives = known.called(folded(given)), known.of_surname(folded(surname))
        if not namesakes and not relatives:
            return
        if known.knows(name.words) or any(folded(each) == folded(surname) for each, _ in namesakes):
            return
        for right, figure in namesakes:
            if _is_slip(surname, right) and not given_names.is_surname(folded(surname)):
                yield surname, right, figure
        for full, figure in relatives:
            right = full.split()[0]
            if _is_slip(given, right) and not given_names.is_given_name(folded(given)):
                yield given, right, figure

    def _misspelt_figure(
        self, report: Report, wrong: str, right: str, figure: Figure, places: list[Span]
    ) -> Diagnostic:
        passage = report.passage(places[0])
        return self.diagnostic(
            Severity.ERROR,
            passage,
            f"“{wrong}” is “{right}” on the roster: {figure.name}{f' ({figure.note})' if figure.note else ''}",
            related=tuple(Label(report.passage(place), f"also “{wrong}”") for place in places[1:]),
            help=f"“{right}” in all {len(places)} places" if len(places) > 1 else f"write “{right}”",
            fix=Fix(passage, right),
        )

    def _variant(self, report: Report, variant: Variant) -> Diagnostic:
        places, right = list(variant.wrong.places), report.words(variant.right.first)
        passage = report.passage(places[0])
        fix = right.upper() if passage.words.isupper() else right
        here = Label(report.passage(variant.right.first), f"“{right}” here")
        others = tuple(Label(report.passage(place), f"also “{passage.words}”") for place in places[1:])
        return self.diagnostic(
            Severity.WARNING,  # which of the two is right, only somebody who knows the person can say
            passage,
            _said(variant, passage.words, right),
            related=(here, *others),
            help="use one spelling; find out which is right",
            fix=Fix(passage, fix),
        )


def _is_slip(word: str, right: str) -> bool:
    one, other = folded(word), folded(right)
    return (
        one[0] == other[0]
        and is_near(one, other)
        and not are_forms(one, other)
        and transliterated(one) != transliterated(other)
    )


def _said(variant: Variant, wrong: str, right: str) -> str:
    persons = [*variant.right.as_surname, *variant.right.as_given]
    if variant.tie in (Tie.PERSON, Tie.INTRODUCED) and persons:
        return f"“{wrong}” fits nobody in this report, which introduces “{persons[0].words}”"
    if variant.tie is Tie.GIVEN_NAME:
        given = next(variant.wrong.as_surname).given
        return f"“{given} {wrong}” is “{given} {right}” elsewhere in this report"
    return f"“{wrong}” is spelt “{right}” elsewhere in this report"


def _severity(difference: Difference) -> Severity:
    if difference.is_slight:
        return Severity.NOTE
    return Severity.ERROR if difference.agreeing else Severity.WARNING
