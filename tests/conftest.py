"""Golden files: the literal output, kept in tests/golden and rewritten by `pytest --accept`."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from lint.cli import main

# No test is timed: on a busy machine one example in a thousand takes long. Under CI, examples are those of every run.
settings.register_profile("untimed", settings.get_profile("ci" if "CI" in os.environ else "default"), deadline=None)
settings.load_profile("untimed")

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the golden files with what the code gives now")


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Tests remember nothing of each other, and leave the user's cache alone."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user's cache"))


@pytest.fixture
def checked(capsys: pytest.CaptureFixture[str]) -> Callable[..., list[str]]:
    """Runs `factlint check` in the current folder, and gives each finding as its rule and its path."""

    def run(*arguments: str) -> list[str]:
        status = main(["check", "--output-format", "jsonl", *arguments])
        said = capsys.readouterr()
        assert status in (0, 1), said.err
        return [f"{each['rule']} {each['path']}" for each in map(json.loads, said.out.splitlines())]

    return run


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with a file of tests/golden, byte for byte.

        def test_two_reports_are_drawn_one_under_the_other(golden: Callable[[str, str], None]) -> None:
            golden("render/full-two-files.txt", drawn)

    `pytest --accept` writes the file instead; look at the difference before you commit it.
    """
    accept = request.config.getoption("accept")

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if accept:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        if not path.is_file():
            pytest.fail(f"there is no tests/golden/{name} yet; write it with pytest --accept")
        assert text == path.read_bytes().decode(), f"tests/golden/{name} differs; pytest --accept rewrites it"

    return compare
