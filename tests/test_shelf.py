"""The shelf of a desk: an open report is compared with what it has to do with, as if with all."""

from collections.abc import Mapping, Sequence
from itertools import islice
from random import Random

import pytest

from lint import Diagnostic, Rule, rulebook
from lint.comparison import compare
from lint.editor.shelf import Shelf
from lint.extract import Extract, extract
from lint.source import Source, fetched
from tests.bench.generate import texts

NUMBER = 50
Said = Mapping[str, Sequence[Extract]]


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    return tuple(rulebook.discover().values())


@pytest.fixture(scope="module")
def said(rules: tuple[Rule, ...]) -> dict[str, Sequence[Extract]]:
    """What generated reports say, by their files."""
    made = enumerate(islice(texts(Random(3)), NUMBER))
    return {f"/{number}.md": [said_by(f"{number}.md", text, rules)] for number, text in made}


def said_by(name: str, text: str, rules: tuple[Rule, ...]) -> Extract:
    return extract(fetched(Source(name, text.encode())), rules)


def found(shelf: Shelf, opened: Said, rules: tuple[Rule, ...]) -> set[Diagnostic]:
    focus = {each.path for those in opened.values() for each in those}
    met, stories = shelf.near(opened, focus, None)
    return set(compare(met, rules, focus, stories=stories))


def found_among_all(by_file: Said, opened: Said, rules: tuple[Rule, ...]) -> set[Diagnostic]:
    focus = {each.path for those in opened.values() for each in those}
    every = {**by_file, **opened}
    return set(compare([each for those in every.values() for each in those], rules, focus))


def test_an_open_report_has_the_findings_that_all_reports_give(said: Said, rules: tuple[Rule, ...]) -> None:
    shelf, number = Shelf(said), 0
    for file, those in said.items():
        here = found(shelf, {file: those}, rules)
        assert here == found_among_all(said, {file: those}, rules)
        number += len(here)
    assert number >= 4


def test_the_shelf_follows_files_that_change_come_and_go(said: Said, rules: tuple[Rule, ...]) -> None:
    file = next(file for file, those in said.items() if found(Shelf(said), {file: those}, rules))
    opened, others = {file: said[file]}, {other: those for other, those in said.items() if other != file}
    before = found(Shelf(said), opened, rules)
    shelf = Shelf(others)
    assert found(shelf, opened, rules) == before
    for other, those in others.items():
        shelf.put(other, ())
        assert other not in shelf
        shelf.put(other, those)
    assert found(shelf, opened, rules) == before
    for other in others:
        shelf.put(other, ())
    assert found(shelf, opened, rules) == set()


def test_what_is_open_stands_for_what_its_file_held(said: Said, rules: tuple[Rule, ...]) -> None:
    shelf = Shelf(said)
    file = next(file for file, those in said.items() if found(shelf, {file: those}, rules))
    emptied = {file: [said_by(said[file][0].path, "Nothing is left of it.", rules)]}
    others = [other for other in said if found(shelf, {other: said[other]}, rules)]
    for other in others[:8]:
        opened = {**emptied, other: said[other]}
        assert found(shelf, opened, rules) == found_among_all(said, opened, rules)
