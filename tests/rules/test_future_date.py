"""future-date depends on the day on which it runs, and what is remembered of another day does not."""

import json
from datetime import date
from pathlib import Path

import pytest
from lint.rules.future_date import FutureDate

from lint import Report, Span, clock
from lint.cli import main
from lint.read import Source, read

TOMORROWS = "date: {day}\n\nThe council met on Monday.\n"


def found(text: str, today: str = "2026-01-31") -> list[str]:
    report = read(Source("a.txt", text.encode())).report
    assert report
    return [each.primary.passage.words for each in FutureDate(today=today).check(report)]


@pytest.mark.parametrize("day", ["2026-02-08", "Feb. 8, 2026", "8 February 2026", "2026/02/08"])
def test_the_date_is_underlined_as_it_is_written(day: str) -> None:
    assert found(TOMORROWS.format(day=day)) == [day]
    assert found(f"---\ntitle: Council\ndate: '{day}'\n---\n\nThe council met.\n") == [day]


def test_a_report_for_the_next_edition_is_left_alone() -> None:
    assert found(TOMORROWS.format(day="2026-02-07")) == []


def test_where_the_date_stands_beside_the_text_the_headline_is_named() -> None:
    text = "Council meets\n\nThe council met.\n"
    report = Report("a", text, Span(15, len(text)), Span(0, 13), date(2126, 1, 1))
    assert [each.primary.passage.words for each in FutureDate().check(report)] == ["Council meets"]


def test_what_was_found_yesterday_is_not_said_today(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("factlint.toml").write_text('paths = ["reports"]\nextend-select = ["future-date"]\n', encoding="utf-8")
    Path("reports").mkdir()
    Path("reports/a.txt").write_text(TOMORROWS.format(day="2026-03-01"), encoding="utf-8")

    def said(day: date) -> list[str]:
        monkeypatch.setattr(clock, "today", lambda: day)
        assert main(["check", "--output-format", "jsonl"]) == 0
        return [json.loads(line)["rule"] for line in capsys.readouterr().out.splitlines()]

    assert said(date(2026, 1, 31)) == said(date(2026, 1, 31)) == ["future-date"]
    assert said(date(2026, 3, 1)) == said(date(2026, 3, 1)) == []


def test_a_day_that_is_none_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("factlint.toml").write_text(
        'extend-select = ["future-date"]\n[rules.future-date]\ntoday = "soon"\n', encoding="utf-8"
    )
    Path("a.txt").write_text("The council met.\n", encoding="utf-8")
    assert main(["check"]) == 2
    assert "“soon” is no date; write it as 2026-01-31" in capsys.readouterr().err
