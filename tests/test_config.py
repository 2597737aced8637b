"""What a desk may write into its configuration, and what it is told when it errs."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from lint import Diagnostic, Report, ReportRule, Severity
from lint.config import Configuration, Selection, find, load
from lint.errors import ConfigurationError, UsageError
from lint.rule import FilePath, Rule


@dataclass(frozen=True)
class _Named(ReportRule):
    """A rule whose name does not come from its module, as many can stand in one here."""

    @property
    def name(self) -> str:
        return type(self).__name__.lower().replace("_", "-")

    def check(self, report: Report) -> Iterator[Diagnostic]:
        yield from ()


@dataclass(frozen=True)
class Long_Words(_Named):  # noqa: N801
    most: int = 12
    except_in: tuple[str, ...] = ()
    softly: bool = False
    table: FilePath = FilePath("")
    more: tuple[FilePath, ...] = ()


@dataclass(frozen=True)
class Odd_Names(_Named):  # noqa: N801
    roster: tuple[str, ...] = ()


@dataclass(frozen=True)
class Optional_Rule(_Named):  # noqa: N801
    default = False


KNOWN: dict[str, Rule] = {rule.name: rule for rule in (Long_Words(), Odd_Names(), Optional_Rule())}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(desk: Path, text: str, name: str = "factlint.toml") -> Configuration:
    path = desk / name
    path.write_text(text, encoding="utf-8")
    return load(path)


DEFAULTS = Selection()


def run(configuration: Configuration, asked: Selection = DEFAULTS) -> list[str]:
    return [rule.name for rule in configuration.rules(KNOWN, asked)]


def test_without_a_file_the_defaults_hold(desk: Path) -> None:
    configuration = find(".")
    assert configuration == Configuration()
    assert configuration.roots == (".",)
    assert run(configuration) == ["long-words", "odd-names"]


def test_the_nearest_file_above_the_path_holds(desk: Path) -> None:
    (desk / "desk" / "week").mkdir(parents=True)
    (desk / "factlint.toml").write_text('select = ["odd-names"]', encoding="utf-8")
    assert find("desk/week").selection.select == ("odd-names",)
    (desk / "desk" / "factlint.toml").write_text('select = ["long-words"]', encoding="utf-8")
    assert find("desk/week").selection.select == ("long-words",)
    (desk / "desk" / "week" / "a.txt").touch()
    assert find("desk/week/a.txt").selection.select == ("long-words",)


def test_our_own_file_goes_before_the_shared_one_beside_it(desk: Path) -> None:
    (desk / "pyproject.toml").write_text('[tool.factlint]\nselect = ["odd-names"]', encoding="utf-8")
    assert find(".").selection.select == ("odd-names",)
    (desk / "factlint.toml").write_text('select = ["long-words"]', encoding="utf-8")
    assert find(".").selection.select == ("long-words",)


@pytest.mark.parametrize("text", ["", "[tool.other]\nfor = 'factlint'\n", "[project]\nname = 'desk'\n"])
def test_a_shared_file_that_says_nothing_of_factlint_is_passed_over(desk: Path, text: str) -> None:
    (desk / "factlint.toml").write_text('select = ["odd-names"]', encoding="utf-8")
    (desk / "inner").mkdir()
    (desk / "inner" / "pyproject.toml").write_text(text, encoding="utf-8")
    assert find("inner").selection.select == ("odd-names",)


def test_an_empty_table_of_ours_is_not_passed_over(desk: Path) -> None:
    (desk / "factlint.toml").write_text('select = ["odd-names"]', encoding="utf-8")
    (desk / "inner").mkdir()
    (desk / "inner" / "pyproject.toml").write_text("[tool.factlint]\n", encoding="utf-8")
    assert find("inner").selection.select == ()


def test_a_file_that_is_asked_for_must_speak_of_factlint(desk: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"^pyproject\.toml: there is no table \[tool\.factlint\] in it$"):
        written(desk, "[project]", "pyproject.toml")
    with pytest.raises(ConfigurationError, match=r"^gone\.toml: cannot be read: No such file or directory$"):
        load(Path("gone.toml"))


def test_paths_and_globs_are_relative_to_the_file(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "week").mkdir()
    configuration = written(desk, 'paths = ["week", "archive"]\nexclude = ["week/drafts"]')
    assert configuration.roots == ("week", "archive")
    monkeypatch.chdir(desk / "week")
    assert configuration.roots == (".", str(desk / "archive"))
    assert "drafts/a.txt" in configuration.exclusion
    assert "week/drafts/a.txt" not in configuration.exclusion


def test_rules_are_selected_extended_and_ignored(desk: Path) -> None:
    assert run(written(desk, 'select = ["odd-names"]')) == ["odd-names"]
    assert run(written(desk, 'select = ["ALL"]')) == ["long-words", "odd-names", "optional-rule"]
    assert run(written(desk, 'extend-select = ["optional-rule"]')) == ["long-words", "odd-names", "optional-rule"]
    assert run(written(desk, 'ignore = ["odd-names"]')) == ["long-words"]
    assert run(written(desk, 'ignore = ["ALL"]')) == []


def test_what_is_asked_for_goes_before_what_the_file_says(desk: Path) -> None:
    configuration = written(desk, 'ignore = ["odd-names"]\nseverity.long-words = "off"')
    assert run(configuration) == []
    assert run(configuration, Selection(extend=("odd-names",))) == ["odd-names"]
    assert run(configuration, Selection(extend=("long-words",))) == ["long-words"]
    assert run(configuration, Selection(select=("odd-names", "long-words"))) == ["long-words", "odd-names"]
    assert run(configuration, Selection(extend=("odd-names",), ignore=("odd-names",))) == []


def test_options_reach_their_rules(desk: Path) -> None:
    configuration = written(desk, '[rules.long-words]\nmost = 20\nexcept-in = ["quotations"]\nsoftly = true')
    assert configuration.rules(KNOWN)[0] == Long_Words(20, ("quotations",), softly=True)


def test_files_that_options_name_lie_beside_the_file_that_says_so(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = desk / "own.csv"
    written(
        desk, f'[rules.long-words]\ntable = "style.csv"\nmore = ["lists/a.csv", "{own}"]\nexcept-in = ["style.csv"]'
    )
    (desk / "reports").mkdir()
    monkeypatch.chdir(desk / "reports")
    files = FilePath(desk / "style.csv"), (FilePath(desk / "lists/a.csv"), FilePath(own))
    assert find(".").rules(KNOWN)[0] == Long_Words(12, ("style.csv",), softly=False, table=files[0], more=files[1])


def test_a_roster_reaches_every_rule_that_takes_one(desk: Path) -> None:
    for name in ("people.csv", "bodies.csv"):
        (desk / name).write_text("name,aliases,note\n", encoding="utf-8")
    configuration = written(desk, 'roster = ["people.csv", "bodies.csv"]')
    paths = (str(desk / "people.csv"), str(desk / "bodies.csv"))
    assert configuration.rules(KNOWN) == [Long_Words(), Odd_Names(paths)]
    assert written(desk, 'roster = "people.csv"').rules(KNOWN)[1] == Odd_Names(paths[:1])


def test_the_window_of_stories_is_a_number_of_days(desk: Path) -> None:
    assert written(desk, "").window is None
    assert written(desk, "window = 30").window == 30


def test_severities_are_given_to_rules_and_remarks(desk: Path) -> None:
    configuration = written(desk, '[severity]\nodd-names = "note"\nlong-words = "off"\nlegacy-encoding = "off"')
    assert run(configuration) == ["odd-names"]
    assert configuration.graded() == {"odd-names": Severity.NOTE, "legacy-encoding": None}


def test_a_remark_is_ignored_like_a_rule(desk: Path) -> None:
    configuration = written(desk, 'ignore = ["legacy-encoding"]')
    assert run(configuration) == ["long-words", "odd-names"]
    asked = Selection(ignore=("empty-report",))
    assert run(configuration, asked) == ["long-words", "odd-names"]
    assert configuration.graded(asked) == {"legacy-encoding": None, "empty-report": None}


def test_work_that_was_not_done_cannot_be_ignored(desk: Path) -> None:
    for text in ('ignore = ["rule-crashed"]', '[severity]\nrule-crashed = "off"'):
        with pytest.raises(ConfigurationError, match="rule-crashed says that work was not done"):
            written(desk, text)
    with pytest.raises(UsageError, match="unreadable-report says that work was not done"):
        run(Configuration(), Selection(ignore=("unreadable-report",)))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("pathz = []", r"pathz: there is no such key; did you mean paths\?"),
        ('window = "a month"', r"window: must be a number of days, and is 'a month'"),
        ("window = -1", r"window: must be a number of days, and is -1"),
        ("[tool.factlint]", r"tool: there is no such key; there are paths, exclude, select, .*, baseline"),
        ('paths = "seeds"', r"paths: must be a list of strings, and is 'seeds'"),
        ('exclude = ["a", ""]', r"exclude: must be a list of strings, and is \['a', ''\]"),
        ("select = [1]", r"select: must be a list of strings, and is \[1\]"),
        ("severity = 3", r"severity: must be a table from rules to severities, and is 3"),
        ('[severity]\nodd-names = "warn"', r"severity\.odd-names: 'warn' is no severity; did you mean warning\?"),
        ('[severity]\nodd-names = "loud"', r"severity\.odd-names: 'loud' is no severity.*"),
        ("[severity]\nodd-names = 2", r"severity\.odd-names: 2 is no severity; there are error, warning, note, off"),
        ("[severity]\nodd-names = [1]", r"severity\.odd-names: \[1\] is no severity; there are error.*"),
        ('[severity]\nod-names = "note"', r"severity: there is no rule od-names; did you mean odd-names\?"),
        (
            '[severity]\nempty-reports = "note"',
            r"severity: there is no rule empty-reports; did you mean empty-report\?",
        ),
        ('select = ["long-word"]', r"there is no rule long-word; did you mean long-words\?"),
        ('ignore = ["long-word"]', r"there is no rule long-word; did you mean long-words\?"),
        ("rules = 3", r"rules: must be a table, and is 3"),
        ("[rules]\nodd-names = 3", r"rules\.odd-names: must be a table of options, and is 3"),
        ("[rules.od-names]", r"rules: there is no rule od-names; did you mean odd-names\?"),
        ("[rules.long-words]\nmots = 3", r"long-words has no option mots; did you mean most\?"),
        ("[rules.long-words]\nmost = 'x'", r"long-words: most must be a whole number, and is 'x'"),
        ("[rules.long-words]\nsoftly = 1", r"long-words: softly must be true or false, and is 1"),
        ('roster = "gone.csv"', r"roster: there is no file gone\.csv"),
        ("roster = 3", r"roster: must be a list of strings, and is 3"),
        ("paths = [", r"Invalid value.*"),
    ],
)
def test_what_cannot_be_is_said_after_the_path(desk: Path, text: str, complaint: str) -> None:
    with pytest.raises(ConfigurationError, match=rf"^factlint\.toml: {complaint}$"):
        written(desk, text).rules(KNOWN)


def test_in_a_shared_file_the_whole_name_of_the_key_is_said(desk: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"^pyproject\.toml: tool\.factlint\.pathz: there is no such key"):
        written(desk, "[tool.factlint]\npathz = []", "pyproject.toml")
    with pytest.raises(ConfigurationError, match=r"^pyproject\.toml: tool\.factlint: must be a table$"):
        written(desk, "[tool]\nfactlint = 3", "pyproject.toml")


def test_a_file_that_is_no_text_is_the_users_to_mend(desk: Path) -> None:
    (desk / "factlint.toml").write_bytes(b'paths = ["caf\xe9"]')
    with pytest.raises(ConfigurationError, match=r"^factlint\.toml: 'utf-8' codec can't decode"):
        find(".")


def test_a_shared_file_whose_tool_is_no_table_is_passed_over(desk: Path) -> None:
    (desk / "pyproject.toml").write_text("tool = 'factlint'", encoding="utf-8")
    assert find(".") == Configuration()
