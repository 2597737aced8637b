"""What a desk has settled: listed or in the report, by rule and words, and never longer than it is needed."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import Rule, rulebook
from lint.allow import Listed, beside, entry
from lint.cli import main
from lint.diagnostic import Diagnostic, Label, Severity
from lint.read import Source, read
from lint.read.allowances import allowances, blanked
from lint.span import Passage, Span
from tests.own_rules.crashing_rule import CrashingRule
from tests.own_rules.differing_count import DifferingCount
from tests.own_rules.shouted_word import ShoutedWord

Check = Callable[..., list[str]]

SETTLED = """
[[allow]]
rule = "differing-count"
words = ["80 dead", "101 dead"]
because = "the ministry revised the toll on 8 January"
"""
CONFLICT, SHOUT, UNUSED = "differing-count late.txt", "shouted-word early.txt", "unused-allowance"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two reports that count differently, one of them shouting, with a configuration that names them."""
    known: dict[str, Rule] = {rule.name: rule for rule in (CrashingRule(), DifferingCount(), ShoutedWord())}
    monkeypatch.setattr(rulebook, "discover", lambda: dict(known))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    report("early.txt", 5, "The CITY counted 80 dead.")
    report("late.txt", 9, "The city counted 101 dead.")
    configure()
    return tmp_path


@pytest.fixture
def check(desk: Path, checked: Check) -> Check:
    """Runs `factlint check` in the desk's folder."""
    return checked


def report(name: str, day: int, text: str, head: str = "") -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(f" date 2026-01-{day:02} By staff\n{head}\n{text}\n", encoding="utf-8")


def configure(more: str = "") -> None:
    Path("factlint.toml").write_text(f'paths = ["."]\nignore = ["crashing-rule"]\n{more}', encoding="utf-8")


def wrong(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


def test_what_is_listed_is_not_reported_and_all_else_is(check: Check) -> None:
    assert check() == [SHOUT, CONFLICT]
    configure(SETTLED)
    assert check() == [SHOUT]


def test_case_and_spaces_of_words_do_not_matter(check: Check) -> None:
    configure(SETTLED.replace("80 dead", "80  Dead"))
    assert check() == [SHOUT]


def test_an_allowance_survives_edits_of_what_stands_around(check: Check) -> None:
    configure(SETTLED)
    report("late.txt", 9, "A new paragraph.\n\nAnother.\n\nIn the night the city had counted 101 dead, it said.")
    assert check() == [SHOUT]


def test_an_allowance_is_for_its_rule_and_no_other(check: Check) -> None:
    configure('[[allow]]\nrule = "shouted-word"\nwords = ["80 dead", "101 dead"]\nbecause = "no"\n')
    assert check() == [SHOUT, f"{UNUSED} factlint.toml", CONFLICT]


def test_an_allowance_is_for_its_reports_where_it_names_some(check: Check) -> None:
    allowed = '[[allow]]\nrule = "shouted-word"\nwords = "CITY"\npaths = ["{}"]\nbecause = "its name"\n'
    configure(allowed.format("early.*"))
    assert check() == [CONFLICT]
    report("other.txt", 6, "The CITY slept.")
    assert check() == [CONFLICT, "shouted-word other.txt"]


def test_a_conflict_that_was_settled_stays_so_for_later_reports_that_repeat_either_value(check: Check) -> None:
    configure(SETTLED)
    report("later.txt", 10, "The city counted 80 dead.")
    report("last.txt", 11, "The city counted 101 dead.")
    assert check() == [SHOUT]
    report("third.txt", 12, "The city counted 99 dead.")
    assert check() == [SHOUT, "differing-count third.txt"]


def test_one_word_of_two_sides_stands_for_what_is_underlined(check: Check) -> None:
    configure(SETTLED.replace('["80 dead", "101 dead"]', '"101 dead"'))
    assert check() == [SHOUT]
    configure(SETTLED.replace('["80 dead", "101 dead"]', '"80 dead"'))
    assert CONFLICT in check()


def finding(*words: str, paths: tuple[str, ...] = ("c.txt", "a.txt"), rule: str = "conflicting-figures") -> Diagnostic:
    passages = [Passage(path, Span(0, 1), 1, 1, each) for each, path in zip(words, paths, strict=False)]
    return Diagnostic(rule, Severity.ERROR, "", Label(passages[0]), tuple(map(Label, passages[1:])))


def settling(*words: str) -> Listed:
    return Listed("conflicting-figures", frozenset(words), "why", Passage("factlint.allow", Span(0, 0), 1, 1, ""))


def test_a_value_in_other_words_is_settled_beside_one_in_the_words_that_were() -> None:
    allowance = settling("80 victims", "over 100 dead")
    assert allowance.allows(finding("more than 100 people killed", "80 victims"))
    assert allowance.allows(finding("over 100 dead", "eighty people"))
    assert not allowance.allows(finding("more than 120 people killed", "80 victims"))
    assert not allowance.allows(finding("more than 100 hurt", "80 hurt"))  # of other things
    assert not allowance.allows(finding("over 100 dead", "80 victims", rule="another-rule"))


def test_a_third_value_is_reported_and_does_not_bring_back_what_was_settled() -> None:
    allowance, paths = settling("80 victims", "over 100 dead"), ("c.txt", "a.txt", "b.txt")
    assert allowance.allows(finding("80 victims", "over 100 dead", "60 dead", paths=paths))
    assert not allowance.allows(finding("60 dead", "over 100 dead", "80 victims", paths=paths))
    assert settling("80 victims", "over 100 dead", "60 dead").allows(finding("60 dead", "80 victims"))


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ('[[allow]]\nrule = "shouted-word"\nwords = "A"\n', "allow (line 5): because must be given, in words"),
        ('[[allow]]\nrule = "shouted-word"\nbecause = "x"\n', "words must be given"),
        ('[[allow]]\nwords = "A"\nbecause = "x"\n', "rule must be given"),
        ('[[allow]]\nrule = "shouted-word"\nwords = "A"\nbecouse = "x"\n', "becouse; did you mean because?"),
        ('[[allow]]\nrule = "shouted-word"\nwords = 3\nbecause = "x"\n', "words must be a string or a list of strings"),
        ('[[allow]]\nrule = "shouted-word"\nwords = "A"\nbecause = " "\n', "because must be given, in words, and is"),
        ('[[allow]]\nrule = "shoutd-word"\nwords = "A"\nbecause = "x"\n', "no rule shoutd-word; did you mean shouted"),
        ('[[allow]]\nrule = "rule-crashed"\nwords = "A"\nbecause = "x"\n', "rule-crashed says that work was not done"),
        ('[[allow]]\nrule = "unused-allowance"\nwords = "A"\nbecause = "x"\n', "unused-allowance cannot be allowed"),
        ("allow = 3\n", "allow: must be an array of tables"),
        ("baseline = 3\n", "baseline: must be the path of a file"),
    ],
)
def test_what_cannot_be_meant_is_an_error(
    desk: Path, capsys: pytest.CaptureFixture[str], said: str, reason: str
) -> None:
    configure(said)
    line = wrong(capsys, "check")
    assert line.startswith("factlint: factlint.toml: ")
    assert reason in line


def test_the_shared_file_can_list_allowances(check: Check) -> None:
    Path("factlint.toml").unlink()
    head = '[tool.factlint]\npaths = ["."]\nignore = ["crashing-rule"]\n'
    Path("pyproject.toml").write_text(head + SETTLED.replace("[[allow]]", "[[tool.factlint.allow]]"))
    assert check() == [SHOUT]
    Path("pyproject.toml").write_text(head + SETTLED.replace("[[allow]]", "[[tool.factlint.allow]]") * 2)
    report("late.txt", 9, "The city slept.")
    assert check() == [SHOUT, f"{UNUSED} pyproject.toml", f"{UNUSED} pyproject.toml"]


def test_what_allows_nothing_is_reported_where_it_stands(check: Check, capsys: pytest.CaptureFixture[str]) -> None:
    Path("factlint.allow").write_text(SETTLED)
    report("late.txt", 9, "The city slept.")
    assert check() == [SHOUT, f"{UNUSED} factlint.allow"]
    main(["check"])
    said = capsys.readouterr().out
    assert "--> factlint.allow:4:9" in said
    assert "there is no finding of differing-count with the words “101 dead” and “80 dead”" in said
    assert check("--ignore", UNUSED) == [SHOUT]


@pytest.mark.parametrize("arguments", [["early.txt"], ["--ignore", "differing-count"], ["--select", "shouted-word"]])
def test_an_allowance_is_not_unused_where_the_run_could_not_have_met_it(check: Check, arguments: list[str]) -> None:
    configure(SETTLED)
    report("late.txt", 9, "The city slept.")
    assert check(*arguments) == [SHOUT]


def test_an_allowance_for_some_reports_is_unused_where_all_of_these_were_looked_at(check: Check) -> None:
    configure('[[allow]]\nrule = "shouted-word"\nwords = "TOWN"\npaths = ["early.txt"]\nbecause = "its name"\n')
    assert check("early.txt") == [SHOUT, f"{UNUSED} factlint.toml", CONFLICT]
    assert check("late.txt") == [CONFLICT]


def test_an_allowance_for_a_report_that_may_be_in_an_archive_is_let_be(check: Check) -> None:
    configure(SETTLED.replace("because", 'paths = ["./gone.txt", "./late.txt"]\nbecause'))
    report("late.txt", 9, "The city slept.")
    assert check() == [SHOUT]
    Path("late.txt").unlink()
    assert check() == [SHOUT, f"{UNUSED} factlint.toml"]


def test_nothing_is_called_unused_where_work_was_not_done(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure(SETTLED)
    Path("late.txt").write_bytes(b"\0")
    assert main(["check", "--output-format", "concise"]) == 2
    assert UNUSED not in capsys.readouterr().out


def test_without_configuration_files_nothing_is_allowed(check: Check) -> None:
    Path("factlint.allow").write_text(SETTLED)
    assert check() == [SHOUT]
    assert CONFLICT in check("--isolated", "--ignore", "crashing-rule")


def test_the_sidecar_holds_where_there_is_no_configuration(check: Check) -> None:
    Path("factlint.toml").unlink()
    Path("factlint.allow").write_text(SETTLED)
    assert check("--ignore", "crashing-rule") == [SHOUT]


def test_a_sidecar_that_cannot_be_meant_is_an_error(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for text, reason in (
        ("[[alow]]\n", "alow: there is no such key"),
        ("a b\n", "Expected"),
        ("allow = [1]\n", "array"),
    ):
        Path("factlint.allow").write_text(text)
        assert reason in wrong(capsys, "check")


# In the report itself.

COMMENT = "<!-- factlint: allow shouted-word because it is its name -->"


def test_a_comment_is_for_the_next_line(check: Check) -> None:
    report("early.txt", 5, f"{COMMENT}\nThe CITY counted 80 dead.\nThe TOWN slept.")
    assert check() == ["shouted-word early.txt", CONFLICT]
    report("early.txt", 5, f"{COMMENT}\n\nThe CITY counted 80 dead.")
    assert check() == [CONFLICT]
    report("early.txt", 5, f"The CITY counted 80 dead. {COMMENT}")
    assert check() == [CONFLICT]


def test_words_narrow_a_comment_down(check: Check) -> None:
    narrow = COMMENT.replace(" because", " “City” because")
    report("early.txt", 5, f"{narrow}\nThe CITY counted 80 dead in TOWN.")
    assert check() == [SHOUT, CONFLICT]


def test_a_comment_is_no_prose(check: Check) -> None:
    report("early.txt", 5, f"{COMMENT.replace('its name', 'NATO and 3 dead')}\nThe CITY counted 80 dead.")
    assert check() == [CONFLICT]
    reading = read(Source("a.txt", f"Title\n\n{COMMENT}\nProse.\n".encode()))
    assert reading.report is not None
    assert [reading.report.words(each) for each in reading.report.paragraphs] == ["Title", "Prose."]


@pytest.mark.parametrize("name", ["early.txt", "late.txt"])
def test_a_comment_at_either_side_of_a_conflict_settles_it_in_every_batch(check: Check, name: str) -> None:
    words = Path(name).read_text().replace("The", "<!-- factlint: allow differing-count because revised -->\nThe")
    Path(name).write_text(words)
    for batch in ([], ["early.txt"], ["late.txt"]):
        assert check(*batch) == ([] if batch == ["late.txt"] else [SHOUT])


def test_a_key_in_the_head_is_for_the_whole_report(check: Check) -> None:
    report("early.txt", 5, "The CITY counted 80 dead. TOWN.", "factlint-allow: shouted-word because of its name\n")
    assert check() == [CONFLICT]
    said = 'factlint-allow: shouted-word "city" because of its name'
    Path("early.txt").write_text(f"---\ntitle: A\ndate: 2026-01-05\n{said}\n---\nThe CITY. TOWN.\n")
    assert check() == [SHOUT]
    listed = "\n  - 'shouted-word because of its name'\n  - differing-count because revised\n---"
    Path("early.txt").write_text(
        f"---\ntitle: A\ndate: 2026-01-05\nfactlint-allow:{listed}\n\nThe CITY counted 80 dead. TOWN.\n"
    )
    assert check() == []


@pytest.mark.parametrize(
    ("comment", "reason"),
    [
        ("<!-- factlint: allow shouted-word -->", "it gives no reason"),
        (
            "<!-- factlint: alow shouted-word because x -->",
            "write it as “<!-- factlint: allow RULE because REASON -->”",
        ),
        ("<!-- factlint: allow shoutd-word because x -->", "there is no rule shoutd-word; did you mean shouted-word?"),
        ("<!-- factlint: allow unreadable-report because x -->", "unreadable-report says that work was not done"),
    ],
)
def test_a_comment_that_cannot_be_meant_allows_nothing_and_says_why(
    desk: Path, capsys: pytest.CaptureFixture[str], comment: str, reason: str
) -> None:
    report("early.txt", 5, f"{comment}\nThe CITY slept.")
    main(["check", "--output-format", "concise"])
    said = capsys.readouterr().out
    assert "early.txt:3:1: warning[unused-allowance]: this allows nothing: " in said
    assert reason in said
    assert "shouted-word]" in said


def test_a_comment_that_is_not_needed_is_reported_where_its_rule_ran(check: Check) -> None:
    report("early.txt", 5, f"{COMMENT}\nThe city slept.")
    assert check() == [f"{UNUSED} early.txt"]
    assert check() == [f"{UNUSED} early.txt"]  # remembered
    assert check("--ignore", "shouted-word") == []
    assert check("late.txt") == []


def test_a_comment_on_a_conflict_is_let_be_where_not_all_was_compared(check: Check) -> None:
    report("early.txt", 5, "<!-- factlint: allow differing-count because revised -->\nThe city counted 80 dead.")
    assert check("--isolated", "--select", "differing-count", "early.txt") == []
    assert check("early.txt") == []
    report("late.txt", 9, "The city slept.")
    assert check("early.txt") == [f"{UNUSED} early.txt"]


def test_work_that_was_not_done_is_never_allowed(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure()
    report("early.txt", 5, "<!-- factlint: allow rule-crashed because x -->\nA CRASH.")
    assert main(["check", "--extend-select", "crashing-rule", "--ignore", "x", "early.txt"]) == 2
    capsys.readouterr()
    Path("factlint.toml").write_text('paths = ["."]\n')
    assert main(["check", "--output-format", "concise", "early.txt"]) == 2
    assert "rule-crashed" in capsys.readouterr().out


@given(st.text(alphabet='<!-factlint: allow x“"because\n\r-> é', max_size=200))
def test_no_text_breaks_what_is_said_in_it(text: str) -> None:
    assert len(blanked(text)) == len(text)
    for each in allowances("a.txt", text):
        span = each.place.span
        assert text[span.start : span.end] == each.place.words
        assert each.remark.primary.passage == each.place


# factlint allow.


def settle_by_command(capsys: pytest.CaptureFixture[str], rule: str, *paths: str) -> str:
    assert main(["allow"]) == 0
    listed = capsys.readouterr().out.splitlines()
    (mark,) = (line.split()[0] for line in listed if f"[{rule}]" in line)
    assert main(["allow", mark[:6], *paths, "--because", 'the "ministry" revised it']) == 0
    return capsys.readouterr().out


def test_a_finding_is_settled_by_its_fingerprint(check: Check, capsys: pytest.CaptureFixture[str]) -> None:
    said = settle_by_command(capsys, "differing-count")
    assert said == "factlint.allow allows differing-count: “101 dead”, “80 dead”\n"
    assert check() == [SHOUT]
    (table,) = tomllib.loads(Path("factlint.allow").read_text())["allow"]
    assert table == {
        "rule": "differing-count",
        "words": ["101 dead", "80 dead"],
        "paths": ["./late.txt", "./early.txt"],
        "because": 'the "ministry" revised it',
    }
    settle_by_command(capsys, "shouted-word", "early.txt")
    assert check() == []
    assert len(beside(Path())) == 2


def test_what_was_settled_by_its_fingerprint_holds_for_the_story_and_not_for_others(
    check: Check, capsys: pytest.CaptureFixture[str]
) -> None:
    settle_by_command(capsys, "differing-count")
    report("later.txt", 10, "The city counted 80 dead.")
    assert check() == [SHOUT]
    Path("early.txt").unlink()
    Path("late.txt").unlink()
    report("elsewhere.txt", 12, "The city counted 101 dead.")
    assert check() == ["differing-count elsewhere.txt", f"{UNUSED} factlint.allow"]


def test_a_finding_that_nobody_reports_cannot_be_settled(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "no finding has the fingerprint 0123456789abcdef" in wrong(
        capsys, "allow", "0123456789abcdef", "--because", "x"
    )
    main(["allow"])
    mark = capsys.readouterr().out.split()[0]
    assert 'why? (--because "…")' in wrong(capsys, "allow", mark)
    assert "too short" in wrong(capsys, "allow", mark[:2], "--because", "x")
    assert main(["allow", mark, "--because", "x"]) == 0
    capsys.readouterr()
    assert "is not reported" in wrong(capsys, "allow", mark, "--because", "x")
    Path("binary.txt").write_bytes(b"\0")
    main(["check", "--output-format", "jsonl"])
    failure = next(json.loads(line) for line in capsys.readouterr().out.splitlines() if "unreadable" in line)
    assert "says that work was not done" in wrong(capsys, "allow", failure["fingerprint"], "--because", "x")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20), st.sampled_from("*?[]a-!/"))
def test_what_is_written_is_read_as_what_was_meant(words: str, odd: str) -> None:
    found = finding(words, f"{words} {odd}", paths=(f"a{odd}b.txt", "c.txt"))
    (table,) = tomllib.loads(entry(found, "why", "."))["allow"]
    assert table["rule"] == found.rule
    assert table["words"] == list(dict.fromkeys(" ".join(each.split()) for each in (words, f"{words} {odd}")))


def test_a_path_with_the_signs_of_a_glob_is_that_one_path(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report("a[b]*.txt", 8, "The TOWN counted 80 dead.")
    report("deep/a[b]*.txt", 8, "The VILLAGE counted 80 dead.")
    main(["allow", "a[b]*.txt"])
    capsys.readouterr()
    main(["check", "--output-format", "jsonl"])
    found = next(json.loads(line) for line in capsys.readouterr().out.splitlines() if "TOWN" in line)
    assert main(["allow", found["fingerprint"], "--because", "x"]) == 0
    (allowance,) = beside(Path())
    assert allowance.reports is not None
    assert "a[b]*.txt" in allowance.reports
    assert "abx.txt" not in allowance.reports
    assert "deep/a[b]*.txt" not in allowance.reports


def test_what_is_allowed_is_not_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = "Carcass, Venezuela – Ministers met on Monday.\n"
    Path("a.txt").write_text(text)
    Path("factlint.allow").write_text('[[allow]]\nrule = "misspelt-dateline"\nwords = "Carcass"\nbecause = "a name"\n')
    assert main(["check", "--fix", "--unsafe-fixes"]) == 0
    assert Path("a.txt").read_text() == text
    Path("factlint.allow").unlink()
    main(["check", "--fix"])
    assert Path("a.txt").read_text().startswith("Caracas, Venezuela")


def test_a_comment_before_a_dateline_hides_it_from_no_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = "<!-- factlint: allow misspelt-dateline because a name -->"
    Path("a.txt").write_text(f"{said}\nCarcass, Venezuela – Ministers met on Monday.\n")
    assert main(["check"]) == 0
    Path("a.txt").write_text(f"{said.replace('misspelt-dateline', 'agreement')}\nCarcass, Venezuela – Ministers met.\n")
    assert main(["check"]) == 1
