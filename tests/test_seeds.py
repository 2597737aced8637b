"""The demonstration: what factlint says about the two seeds, literally."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lint.cli import main

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("output_format", ["full", "concise"])
def test_the_seeds_are_linted_as_shown(
    output_format: str,
    golden: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["check", "seeds", "--output-format", output_format]) == 1
    out, err = capsys.readouterr()
    golden(f"seeds-{output_format}.txt", out)
    assert err == ""
