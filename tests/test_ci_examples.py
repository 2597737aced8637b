"""What we offer to a newsroom's CI: the action for GitHub, run as GitHub runs it, and the examples of the README."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from lint.cli import main

ROOT = Path(__file__).parents[1]
ACTION = ROOT / ".github/actions/factlint"
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def action() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ACTION / "action.yml").read_text(encoding="utf-8"))
    return loaded


def run(folder: Path, **asked: str) -> "subprocess.CompletedProcess[str]":
    """The action's script, in a folder of reports, with factlint on the path as the step before has installed it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("FACTLINT_")}
    environment["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), environment["PATH"]))
    environment["GITHUB_STEP_SUMMARY"] = str(folder / "summary.md")
    return subprocess.run(
        ["bash", str(ACTION / "check.sh")], cwd=folder, env=environment | asked, capture_output=True, text=True
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "city news").mkdir()
    (tmp_path / "city news/a.txt").write_text("Carcass, Venezuela – Ministers met.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The mayor spoke.\n", encoding="utf-8")
    return tmp_path


def test_the_action_has_what_github_asks_of_a_composite_one(action: dict[str, Any]) -> None:
    assert {"name", "description", "runs"} <= action.keys() <= {"name", "description", "author", "inputs", "runs"}
    assert action["runs"]["using"] == "composite"
    for step in action["runs"]["steps"]:
        assert ("run" in step) != ("uses" in step)
        assert "shell" in step or "uses" in step
    assert all(each["description"] and "default" in each for each in action["inputs"].values())


def test_every_input_is_used_and_every_used_one_is_there(action: dict[str, Any]) -> None:
    text = (ACTION / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == action["inputs"].keys()


def test_inputs_reach_the_shell_by_the_environment_only(action: dict[str, Any]) -> None:
    """An expression in a script would let a branch with an odd name run commands."""
    assert all("${{" not in step.get("run", "") for step in action["runs"]["steps"])


def test_the_action_annotates_and_fails_on_errors(folder: Path) -> None:
    ran = run(folder, FACTLINT_PATHS="city news\nb.txt\n")
    assert ran.returncode == 1, ran.stderr
    assert ran.stdout.startswith("::error ")
    assert "file=city news/a.txt" in ran.stdout
    assert "misspelt-dateline" in (folder / "summary.md").read_text(encoding="utf-8")
    assert run(folder, FACTLINT_PATHS="b.txt").returncode == 0


def test_the_action_writes_sarif_where_it_is_asked_for(folder: Path) -> None:
    assert run(folder, FACTLINT_SARIF="found.sarif").returncode == 1
    [sarif] = json.loads((folder / "found.sarif").read_text(encoding="utf-8"))["runs"]
    assert [each["ruleId"] for each in sarif["results"]] == ["misspelt-dateline"]


def test_work_that_was_not_done_stops_the_action(folder: Path) -> None:
    assert run(folder, FACTLINT_PATHS="gone").returncode == 2
    assert run(folder, FACTLINT_PATHS="gone", FACTLINT_SARIF="found.sarif").returncode == 2


def test_every_example_in_yaml_can_be_read_and_its_commands_are_accepted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    blocks = re.findall(r"^```yaml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 3
    commands = [
        words
        for block in blocks
        for line in block.splitlines()
        if (words := shlex.split(line.strip().removeprefix("- ").removeprefix("run: "), comments=True))[:2]
        == ["factlint", "check"]
    ]
    assert commands
    assert all(yaml.safe_load(block) for block in blocks)
    for _, *arguments in commands:
        assert main(arguments) == 1
