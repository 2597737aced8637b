"""The article follows the ear."""

import pytest
from lint.rules.article import Article, starts_with_a_vowel

from lint import Report, Severity, Span


@pytest.mark.parametrize(
    ("word", "heard"),
    [
        ("hour", True), ("honest", True), ("heiress", True), ("house", False), ("umbrella", True), ("uninsured", True),
        ("university", False), ("user", False), ("usher", True), ("Ukrainian", False), ("European", False),
        ("one", False), ("once", False), ("onion", True), ("ewe", False), ("year", False), ("historic", None),
        ("FBI", True), ("MBA", True), ("NFL", True), ("UN", False), ("US", False), ("UNESCO", None), ("NASA", None),
        ("SUV", True), ("CEO", False), ("EU", True), ("AIDS", True), ("SQL", None), ("NJ", None),
        ("unanimous", False), ("unibody", False), ("Nvidia", None),
        ("8", True), ("80", True), ("11", True), ("18", True), ("18,000", True), ("180", False), ("1800", None),
        ("110", False), ("7", False), ("8.5", True), ("11.5", True), ("1,100", False),
    ],
)  # fmt: skip
def test_what_is_heard_first(word: str, heard: bool | None) -> None:  # noqa: FBT001
    assert starts_with_a_vowel(word, is_joined=False) is heard


def test_a_wrong_article_before_an_everyday_word_is_mended_after_a_look() -> None:
    text = "He ate a apple."
    (finding,) = Article().check(Report("a.txt", text, Span(0, len(text))))
    assert (finding.severity, finding.primary.passage.words) == (Severity.WARNING, "a")
    assert finding.fix and (finding.fix.words, finding.fix.safe) == ("an", False)
