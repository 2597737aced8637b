"""The hooks on offer, tried with the real pre-commit in a newsroom's repository."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CALM = "CARACAS, Venezuela – Ministers met on Monday.\n"


class Newsroom:
    """A git repository of reports that uses our hooks."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.environment = environment

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=300
        )

    def done(self, *command: str) -> None:
        ran = self.run(*command)
        assert ran.returncode == 0, ran.stdout + ran.stderr

    def hook(self, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run(sys.executable, "-m", "pre_commit", "run", name, *arguments)


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """A repository with one report in order, our hooks installed from a repository with the tree as it stands."""
    folder = tmp_path_factory.mktemp("hooks")
    names = {f"GIT_{role}_{what}": "desk@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON", "PRE_COMMIT"))}
    ours = {"PRE_COMMIT_HOME": str(folder / "home"), "PRE_COMMIT_COLOR": "never", "NO_COLOR": "1"}
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}  # whoever runs the tests has settings too
    environment = kept | names | ours | nobody

    source = Newsroom(folder / "factlint", environment)
    source.folder.mkdir()
    for name in ("lint", "rules"):
        shutil.copytree(ROOT / name, source.folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, source.folder / name)
    for command in (["init", "-q"], ["add", "--all"], ["commit", "-qm", "as it stands"]):
        source.done("git", *command)
    revision = source.run("git", "rev-parse", "HEAD").stdout.strip()

    room = Newsroom(folder / "newsroom", environment)
    (room.folder / "reports").mkdir(parents=True)
    (room.folder / "reports/calm.txt").write_text(CALM, encoding="utf-8")
    (room.folder / "factlint.toml").write_text('paths = ["reports"]\n')
    hooks = "[{id: factlint}, {id: factlint-corpus}]"
    (room.folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n- {{repo: '{source.folder.as_uri()}', rev: {revision}, hooks: {hooks}}}\n"
    )
    room.done("git", "init", "-q")
    room.done(sys.executable, "-m", "pre_commit", "install")
    room.done("git", "add", "--all")
    yield room


def test_a_commit_of_reports_in_order_goes_through(newsroom: Newsroom) -> None:
    ran = newsroom.run("git", "commit", "-m", "Ministers meet")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    said = ran.stdout + ran.stderr
    assert "factlint (changed reports)" in said
    assert "factlint (all reports)" in said
    assert said.count("Passed") == 2


def test_a_commit_of_reports_that_contradict_each_other_is_refused(newsroom: Newsroom) -> None:
    for seed in (ROOT / "seeds").iterdir():
        shutil.copy(seed, newsroom.folder / "reports")
    newsroom.done("git", "add", "--all")
    ran = newsroom.run("git", "commit", "-m", "Two reports")
    assert ran.returncode == 1
    assert (ran.stdout + ran.stderr).count("error[conflicting-figures]") == 2  # each hook says it


def test_one_hook_checks_what_is_named_and_the_other_the_whole_corpus(newsroom: Newsroom) -> None:
    newsroom.done("git", "add", "--all")
    changed = newsroom.hook("factlint", "--files", "reports/calm.txt", "factlint.toml")
    assert changed.returncode == 0, changed.stdout + changed.stderr
    corpus = newsroom.hook("factlint-corpus", "--files", "reports/calm.txt")
    assert corpus.returncode == 1
    assert "error[conflicting-figures]" in corpus.stdout


def test_the_hook_for_changed_reports_passes_over_other_files(newsroom: Newsroom) -> None:
    skipped = newsroom.hook("factlint", "--files", "factlint.toml")
    assert "no files to check" in skipped.stdout
