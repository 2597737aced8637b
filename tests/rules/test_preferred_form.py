"""House style is data: ours, and the desk's own."""

from pathlib import Path

import pytest
from lint.rules.preferred_form import PreferredForm

from lint import Diagnostic, Report, Severity, Span
from lint.errors import TableError


def check(text: str, rule: PreferredForm) -> list[Diagnostic]:
    return list(rule.check(Report("a.txt", text, Span(0, len(text)))))


def test_it_runs_only_where_it_is_selected() -> None:
    assert PreferredForm.default is False


def test_a_capital_letter_is_kept() -> None:
    (finding,) = check("Towards noon it rained.", PreferredForm())
    assert finding.severity is Severity.NOTE
    assert finding.fix and finding.fix.words == "Toward"


def test_the_desk_adds_forms_and_has_the_last_word(tmp_path: Path) -> None:
    path = tmp_path / "house.csv"
    path.write_text("found,preferred,why\nadviser,advisor,we always did\ngreen house,Greenhouse,\n", encoding="utf-8")
    rule = PreferredForm(table=str(path))
    assert [finding.fix and finding.fix.words for finding in check("An adviser in a green\nhouse.", rule)] == [
        "advisor",
        "Greenhouse",
    ]
    assert [finding.help for finding in check("An adviser.", rule)] == ["we always did"]


def test_the_desk_may_do_without_our_table(tmp_path: Path) -> None:
    path = tmp_path / "house.csv"
    path.write_text("found,preferred\nfoo,bar\n", encoding="utf-8")
    assert check("He walked towards noon.", PreferredForm(table=str(path), built_in=False)) == []


@pytest.mark.parametrize("content", ["a,b\n1,2\n", None])
def test_a_table_that_cannot_be_read_is_the_users_to_mend(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "house.csv"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(TableError, match=r"house\.csv"):
        check("Words.", PreferredForm(table=str(path)))


def test_years_and_addresses_have_no_comma() -> None:
    assert check("In 1987 cars stood at 1400 Mill Street.", PreferredForm()) == []
