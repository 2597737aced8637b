"""The README: its commands are those that CI runs, and what it shows is what factlint prints."""

import importlib
import re
import shlex
import shutil
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from lint import config, rulebook, trial
from lint.cli import main

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```(?P<kind>\w*)\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block: what stands after its fence, its lines, and the prose between it and the block before."""

    kind: str
    content: str
    prose_before: str


def blocks(page: str) -> list[Block]:
    found, last = [], 0
    for match in BLOCK.finditer(page):
        found.append(Block(match["kind"], match["content"], page[last : match.start()].strip()))
        last = match.end()
    return found


def shown_outputs(page: str) -> list[tuple[str, str]]:
    """The blocks of text that stand right below a block of shell whose last command is factlint, with that command."""
    found = blocks(page)
    return [
        (command.content.split("&&")[-1].strip().splitlines()[-1], output.content)
        for command, output in pairwise(found)
        if (command.kind, output.kind, output.prose_before) == ("sh", "text", "")
        and "factlint " in command.content.split("&&")[-1]
    ]


README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands_with(words: str) -> list[str]:
    return [block.content for block in blocks(README) if block.kind == "sh" and words in block.content]


def test_one_command_sets_up_and_lints_the_seeds() -> None:
    first = next(block.content for block in blocks(README) if block.kind == "sh")
    assert "-m venv" in first
    assert "factlint check seeds" in first


def test_one_command_sets_up_and_passes_the_tests_and_ci_runs_it() -> None:
    (command,) = commands_with("pytest")
    assert "-m venv" in command
    assert "pip install" in command
    ci = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert "README.md" in ci
    assert "pip install" not in ci  # what CI needs, the README's command has installed


def test_the_output_for_the_seeds_is_shown() -> None:
    assert any(command.endswith("check seeds") for command, _ in shown_outputs(README))


@pytest.mark.parametrize(("command", "output"), shown_outputs(README))
def test_what_is_shown_is_what_is_printed(
    command: str, output: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program, *arguments = shlex.split(command)
    assert Path(program).name == "factlint"
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("NO_COLOR", "1")
    main(arguments)
    assert capsys.readouterr().out == output


def test_the_fingerprint_that_is_shown_is_that_of_the_conflict_of_the_seeds(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    *_, command = only("sh", "factlint allow").strip().splitlines()
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "factlint.toml").write_text('paths = ["seeds"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(shlex.split(command)[1:]) == 0
    assert capsys.readouterr().out == "factlint.allow allows conflicting-figures: “over 100 dead”, “80 victims”\n"


def only(kind: str, words: str) -> str:
    """The content of the one block of that kind with these words in it."""
    (content,) = (block.content for block in blocks(README) if block.kind == kind and words in block.content)
    return content


def test_the_rule_that_is_shown_keeps_what_its_examples_promise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rule_of_the_readme.py").write_text(only("python", "lint import"), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(rulebook, "_modules", lambda: [importlib.import_module("rule_of_the_readme")])
    (rule,) = rulebook.discover().values()
    assert rule.examples
    assert [promise for example in rule.examples for promise in trial.broken(rule, example)] == []


def test_the_configuration_that_is_shown_can_be_used(tmp_path: Path) -> None:
    file = tmp_path / "factlint.toml"
    file.write_text(only("toml", "paths ="), encoding="utf-8")
    for roster in tomllib.loads(file.read_text(encoding="utf-8")).get("roster", []):
        (tmp_path / roster).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / roster).write_text("name,aliases,note\n", encoding="utf-8")
    configuration = config.load(file)
    assert configuration.rules(rulebook.discover())
    assert configuration.paths


def test_the_hooks_that_are_shown_are_on_offer() -> None:
    shown = re.findall(r"- id: (\S+)", only("yaml", "hooks:"))
    offered = re.findall(r"^- id: (\S+)", (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    assert shown == offered


def test_the_project_is_tried_on_every_python_from_the_oldest_it_takes() -> None:
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    workflow = (ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8")
    assert f'python: ["{needed.removeprefix(">=")}"' in workflow
    assert "- run: .ci/run\n" in workflow


def test_outputs_are_those_right_below_a_command_of_factlint() -> None:
    shown = "```sh\na && .venv/bin/factlint check x\n```\n\n```text\nout\n```\n"
    with_prose_between = "```sh\nfactlint check y\n```\nProse.\n```text\nmore\n```\n"
    of_another_program = "```sh\nls\n```\n```text\na\n```\n"
    page = shown + with_prose_between + of_another_program
    assert shown_outputs(page) == [(".venv/bin/factlint check x", "out\n")]
