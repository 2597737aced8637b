"""The wheel: it holds what the tree holds and nothing else, and works where nothing but the wheel is."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import lint

ROOT = Path(__file__).parents[1]
KINDS = {".py", ".css", ".js"}
SPAWNED = """
import multiprocessing, sys
from lint.cli import main
if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    sys.exit(main())
"""


def shipped() -> dict[str, bytes]:
    """The files of the tree that belong in the wheel, by their names in it."""
    ours = [path for path in (ROOT / "lint").rglob("*") if path.suffix in KINDS or path.name == "py.typed"]
    rules = [*(ROOT / "rules").glob("*.py"), ROOT / "rules/README.md"]
    tables = [path for path in (ROOT / "rules/tables").iterdir() if path.is_file() and path.suffix != ".py"]
    return {
        **{path.relative_to(ROOT).as_posix(): path.read_bytes() for path in ours},
        **{f"lint/{path.relative_to(ROOT).as_posix()}": path.read_bytes() for path in rules + tables},
    }


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "FACTLINT"))}
    return subprocess.run(
        command, cwd=folder, env=environment | {"NO_COLOR": "1"}, capture_output=True, text=True, timeout=300
    )


def done(*command: str | Path, folder: Path) -> None:
    ran = run(*command, folder=folder)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the tree, so that nothing of an earlier build can slip in."""
    folder = tmp_path_factory.mktemp("wheel")
    tree = folder / "tree"
    tree.mkdir()
    ignore = shutil.ignore_patterns("__pycache__")
    for name in ("lint", "rules"):
        shutil.copytree(ROOT / name, tree / name, ignore=ignore)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tree / name)
    done(sys.executable, "-m", "build", "--wheel", "--outdir", folder, tree, folder=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def desk(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the seeds and, in `venv`, nothing but the wheel and what it depends on."""
    folder = tmp_path_factory.mktemp("desk")
    done(sys.executable, "-m", "venv", "--without-pip", "venv", folder=folder)
    done(sys.executable, "-m", "pip", "--python", "venv", "install", "--quiet", wheel, folder=folder)
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    return folder


def test_the_wheel_holds_what_the_tree_holds_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}
    assert sorted(held) == sorted(shipped())
    assert held == shipped()


def test_the_wheel_says_whose_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        said = {Path(name).name: archive.read(name).decode() for name in archive.namelist() if ".dist-info/" in name}
    assert "factlint = lint.cli:program" in said["entry_points.txt"]
    assert "License-Expression: MIT" in said["METADATA"]
    assert said["LICENSE"] == (ROOT / "LICENSE").read_text()


def test_the_tables_of_the_world_are_light(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert sum(entry.compress_size for entry in archive.infolist() if "/places." in entry.filename) < 12_000_000


def test_the_installed_wheel_lints_the_seeds(desk: Path, golden: Callable[[str, str], None]) -> None:
    ran = run(desk / "venv/bin/factlint", "check", "seeds", folder=desk)
    golden("seeds-full.txt", ran.stdout)
    assert (ran.returncode, ran.stderr) == (1, "")


@pytest.mark.parametrize("python", ["wheel", "editable"])
def test_spawned_workers_lint_the_seeds(
    python: str, desk: Path, golden: Callable[[str, str], None], tmp_path: Path
) -> None:
    (tmp_path / "spawned.py").write_text(SPAWNED)
    interpreter = desk / "venv/bin/python" if python == "wheel" else sys.executable
    ran = run(interpreter, tmp_path / "spawned.py", "check", "--jobs", "2", "seeds", folder=desk)
    golden("seeds-full.txt", ran.stdout)
    assert (ran.returncode, ran.stderr) == (1, "")


def test_these_tests_run_against_the_tree_itself() -> None:
    assert Path(lint.__file__).parent == ROOT / "lint"
