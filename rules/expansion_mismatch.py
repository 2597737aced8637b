"""expansion-mismatch: an acronym in brackets that is a letter away from the initials of the name before it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lint import Diagnostic, Label, Report, ReportRule, Severity, Span, bad, good
from lint.find.acronyms import JOINING, Acronym, acronyms
from lint.pattern import late

NAME_BEFORE = late(
    r"(?P<name>(?!(?:The|An?) )[A-Z][\w’'-]*(?: (?:(?:of|for|the|and|in|on|to|at|&|a|an) )*[A-Z][\w’'-]*)+) \Z"
)
REACH = 120  # code points before an acronym in which its name stands
SHORTEST = 3
SURE = 4  # letters: of fewer, those of another language are too often the same in another order


@dataclass(frozen=True)
class ExpansionMismatch(ReportRule):
    """An acronym in brackets is a letter away from the initials of the name before it.

    “Federal Emergency Management Agency (FMEA)” has two letters the wrong way round, “Bureau of Quay Ferries (BXQF)”
    one too many. Either the acronym or the name is wrong, and readers will look for a body that does not exist.

    It does not claim to know which. It speaks only where all letters but one fit an English name in capitals: two
    changed places, one is another, or one is too many. Initials of another language, words without a letter (“Centers
    for Disease Control and Prevention (CDC)”), a last letter for words left out (“of China”), letters from within
    words, “and” as A or &, and small words with a letter are no fault. Of three letters in another order it speaks
    only where the report has them in the right one.
    """

    examples: ClassVar = (
        bad("The ((Harbour Emergency Workers League)) ([[HWEL]]) met on Monday.", severity="warning"),
        bad("The ((Bureau of Quay Ferries)) ([[BXQF]]) closed the pier.", severity="warning"),
        bad("The ((Harbour Workers League)) ([[HLW]]) met. The HWL has 300 members.", severity="warning"),
        good("The Centers for Ferry Control and Safety (CFC) closed the pier.", why="a word without a letter"),
        good("United for Quays and Wharfs (UFQW) met.", why="a small word has a letter"),
        good("The French Rowing Federation (FFA) met.", why="in another language"),
        good("The Quay Extensible Mooring Language (QXML) is new.", why="a letter from within a word"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Each introduced acronym that nearly fits."""
        found = report.find(acronyms)
        spoken = {acronym.letters for acronym in found if not acronym.introduced}
        for acronym in found:
            if acronym.introduced and acronym.expansion is None and len(acronym.letters) >= SHORTEST:
                name = _name(report, acronym)
                if name and (meant := _meant(report.words(name), acronym.letters, spoken)):
                    passage = report.passage(acronym.span)
                    yield self.diagnostic(
                        Severity.WARNING,
                        passage,
                        f"“{acronym.letters}” does not fit “{report.words(name)}”, whose initials are {meant}",
                        related=(Label(report.passage(name), f"initials {meant}"),),
                        help="check the acronym and the name; either may be the wrong one",
                    )


def _name(report: Report, acronym: Acronym) -> Span | None:
    """The words in capitals right before a bracket, with the small words between them."""
    end = acronym.span.start - 1
    found = NAME_BEFORE.search(report.text, max(report.body.start, end - REACH), end)
    return Span(found.start("name"), found.end("name")) if found else None


def _meant(name: str, letters: str, spoken: set[str]) -> str:
    """The initials of a name from which these letters differ by one slip, or nothing."""
    words = [part.upper() for word in name.split() for part in word.split("-") if part and part.lower() not in JOINING]
    initials = "".join(word[0] for word in words)
    if not letters.isalpha() or initials == letters:
        return ""
    if sorted(initials) == sorted(letters):
        return initials if _is_swap(letters, initials) and (len(letters) >= SURE or initials in spoken) else ""
    if len(initials) == len(letters):
        return initials if len(letters) >= SURE and _is_another(letters, words) else ""
    small = {word[0].upper() for word in name.lower().split() if word in JOINING}
    return initials if len(initials) >= SHORTEST and _is_one_too_many(letters, words, initials, small) else ""


def _is_swap(letters: str, initials: str) -> bool:
    """Whether two neighbours have changed places."""
    odd = [number for number, (one, other) in enumerate(zip(letters, initials, strict=True)) if one != other]
    return len(odd) == 2 and odd[1] == odd[0] + 1


def _is_another(letters: str, words: list[str]) -> bool:
    """Whether one letter, not the first, is neither the initial of its word nor from within that or the one before."""
    odd = [number for number, word in enumerate(words) if letters[number] != word[0]]
    return len(odd) == 1 and odd[0] > 0 and letters[odd[0]] not in words[odd[0]] + words[odd[0] - 1]


def _is_one_too_many(letters: str, words: list[str], initials: str, small: set[str]) -> bool:
    """Whether one letter inside belongs to no word; a last one may stand for a word that was left out."""
    inside = [number for number in range(1, len(letters) - 1) if letters[number] not in small]
    found = [number for number in inside if letters[:number] + letters[number + 1 :] == initials]
    return bool(found) and all(letters[number] not in words[number - 1] for number in found)
