"""The rule book: rules are found, selected and configured, and what cannot be is said in one line."""

import itertools
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from lint import Diagnostic, Report, ReportRule, Rule, rulebook
from lint.errors import ConfigurationError, RuleBookError, UsageError

RULE = '''
from collections.abc import Iterator
from dataclasses import dataclass
from lint import Diagnostic, Report, ReportRule

@dataclass(frozen=True)
class Quiet(ReportRule):
    """Says nothing."""

    def check(self, report: Report) -> Iterator[Diagnostic]:
        yield from ()
'''

Home = Callable[..., Path]
numbers = itertools.count()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    """Makes a home of rules from modules and their code, and lets the rule book look there."""
    monkeypatch.syspath_prepend(tmp_path)

    def make(**modules: str) -> Path:
        package = tmp_path / f"home_of_rules_{next(numbers)}"
        package.mkdir()
        for name, code in {"__init__": "", **modules}.items():
            (package / f"{name}.py").write_text(code)
        monkeypatch.setattr(rulebook, "HOME", package.name)
        return package

    yield make
    for name in [name for name in sys.modules if name.startswith("home_of_rules_")]:
        del sys.modules[name]


@dataclass(frozen=True)
class Optional(ReportRule):
    """A rule with options of every kind, which is not on by default."""

    most: int = 3
    share: float = 0.5
    word: str = "said"
    strict: bool = False
    allowed: tuple[str, ...] = ()

    default = False

    def __post_init__(self) -> None:
        if self.most < 0:
            raise ValueError("most must not be negative")

    def check(self, report: Report) -> Iterator[Diagnostic]:
        yield from ()


class TestDiscovery:
    def test_every_public_module_is_a_rule_named_for_it(self, home: Home) -> None:
        home(second_fault=RULE, first_fault=RULE, _shared="x = 1")
        assert list(rulebook.discover()) == ["first-fault", "second-fault"]

    def test_our_own_rules_are_found_in_the_order_of_their_names(self) -> None:
        known = rulebook.discover()
        assert list(known) == sorted(known)
        assert all(isinstance(rule, Rule) and rule.name == name for name, rule in known.items())

    @pytest.mark.parametrize(
        ("code", "reason"),
        [
            ("import nowhere_to_be_found", "cannot be imported: ModuleNotFoundError: No module named"),
            ("def broken(:", "cannot be imported: SyntaxError"),
            ("1 / 0", "cannot be imported: ZeroDivisionError"),
            ("x = 1", "must define exactly one rule; it defines none"),
            (RULE + RULE.replace("Quiet", "Calm"), "must define exactly one rule; it defines Quiet, Calm"),
            (RULE.replace("def check", "def chekc"), "cannot be made: "),
            (RULE.replace("    def check", "    needed: int\n\n    def check"), "cannot be made: "),
            (
                RULE + "\n    def __post_init__(self) -> None:\n        raise OSError('no table')",
                "cannot be made: no table",
            ),
        ],
    )
    def test_a_module_that_is_no_rule_is_an_error_that_names_it(self, home: Home, code: str, reason: str) -> None:
        package = home(good_one=RULE, broken_one=code)
        with pytest.raises(RuleBookError) as raised:
            rulebook.discover()
        assert f"{package.name}.broken_one" in str(raised.value)
        assert reason in str(raised.value)

    def test_rules_of_others_come_from_their_entry_points(self, home: Home) -> None:
        package = home(ours=RULE)
        theirs = package.parent / "rules_of_others"
        theirs.mkdir()
        (theirs / "their_fault.py").write_text(RULE)
        described = package.parent / "rules_of_others-1.0.dist-info"
        described.mkdir()
        (described / "METADATA").write_text("Metadata-Version: 2.1\nName: rules-of-others\nVersion: 1.0\n")
        points = described / "entry_points.txt"
        points.write_text(f"[{package.name}]\ntheirs = rules_of_others.their_fault\n")
        assert list(rulebook.discover()) == ["ours", "their-fault"]

        points.write_text(f"[{package.name}]\ntheirs = rules_of_others.nowhere\n")
        with pytest.raises(RuleBookError, match=r"rules_of_others\.nowhere cannot be imported"):
            rulebook.discover()

    def test_two_rules_of_one_name_are_an_error(self, home: Home) -> None:
        package = home(one_fault=RULE)
        (package.parent / "one_fault.py").write_text(RULE)
        described = package.parent / "namesake-1.0.dist-info"
        described.mkdir()
        (described / "METADATA").write_text("Metadata-Version: 2.1\nName: namesake\nVersion: 1.0\n")
        (described / "entry_points.txt").write_text(f"[{package.name}]\ntheirs = one_fault\n")
        with pytest.raises(RuleBookError, match="two modules define the rule one-fault"):
            rulebook.discover()
        del sys.modules["one_fault"]

    def test_our_rules_cannot_be_imported_under_another_name(self) -> None:
        with pytest.raises(ImportError, match=r"imported as lint\.rules, not as rules"):
            exec((Path(__file__).parents[1] / "rules/__init__.py").read_text(), {"__name__": "rules"})


class TestSelection:
    @pytest.fixture
    def known(self, home: Home) -> dict[str, Rule]:
        home(
            first_fault=RULE,
            second_fault=RULE,
            third_fault=RULE.replace("    def check", "    default = False\n\n    def check"),
        )
        return rulebook.discover()

    def names(self, rules: list[Rule]) -> list[str]:
        return [rule.name for rule in rules]

    def test_without_a_selection_the_rules_run_that_are_on_by_default(self, known: dict[str, Rule]) -> None:
        assert self.names(rulebook.select(known)) == ["first-fault", "second-fault"]

    def test_a_selection_goes_before_the_default(self, known: dict[str, Rule]) -> None:
        assert self.names(rulebook.select(known, select=["third-fault"])) == ["third-fault"]

    def test_an_extension_is_added(self, known: dict[str, Rule]) -> None:
        chosen = rulebook.select(known, extend=["third-fault"])
        assert self.names(chosen) == ["first-fault", "second-fault", "third-fault"]

    def test_what_is_ignored_goes_before_what_is_selected(self, known: dict[str, Rule]) -> None:
        assert self.names(rulebook.select(known, select=["ALL"], ignore=["first-fault"])) == [
            "second-fault",
            "third-fault",
        ]

    @pytest.mark.parametrize("how", ["select", "extend", "ignore"])
    def test_a_misspelt_name_gets_the_nearest_right_one(self, known: dict[str, Rule], how: str) -> None:
        with pytest.raises(UsageError, match="there is no rule secnd-fault; did you mean second-fault"):
            rulebook.select(known, **{how: ["secnd-fault"]})


class TestOptions:
    def test_options_of_every_kind_are_set(self) -> None:
        given = {"most": 5, "share": 1, "word": "told", "strict": True, "allowed": ["a", "b"]}
        expected = Optional(most=5, share=1.0, word="told", strict=True, allowed=("a", "b"))
        assert rulebook.configured(Optional(), given, "factlint.toml") == expected

    @pytest.mark.parametrize(
        ("options", "reason"),
        [
            ({"moist": 5}, "has no option moist; did you mean most?"),
            ({"zzz": 5}, "has no option zzz; it has most, share, word, strict, allowed"),
            ({"most": "5"}, "most must be a whole number, and is '5'"),
            ({"most": True}, "most must be a whole number, and is True"),
            ({"strict": 1}, "strict must be true or false, and is 1"),
            ({"allowed": "a"}, "allowed must be a list of strings, and is 'a'"),
            ({"allowed": [1]}, "allowed must be a list of strings, and is [1]"),
            ({"share": "half"}, "share must be a number, and is 'half'"),
            ({"most": -1}, "most must not be negative"),
        ],
    )
    def test_an_option_that_cannot_be_is_an_error_that_names_its_place(
        self, options: dict[str, object], reason: str
    ) -> None:
        with pytest.raises(ConfigurationError) as raised:
            rulebook.configured(Optional(), options, "factlint.toml")
        assert str(raised.value).startswith("factlint.toml: ")
        assert reason in str(raised.value)
