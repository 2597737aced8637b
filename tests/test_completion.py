"""Shell completion, as bash asks for it."""

import os
import subprocess
import sys

import pytest

PROGRAM = "import sys; sys.argv[0] = 'factlint'; from lint.cli import program; sys.exit(program())"


def completed(words: str) -> list[str]:
    """What bash would offer for the last of these words."""
    asked = {"COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1), "_FACTLINT_COMPLETE": "bash_complete"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=os.environ | asked, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return [line.partition(",")[2] for line in done.stdout.splitlines() if line]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("factlint expl", ["explain"]),
        ("factlint check --ext", ["--extend-select"]),
        ("factlint check --output-format json", ["jsonl"]),
        ("factlint check --select misspelt-d", ["misspelt-dateline"]),
        ("factlint check --ignore article,misspelt-d", ["article,misspelt-dateline"]),
        ("factlint explain misspelt-d", ["misspelt-dateline"]),
        ("factlint chek --s", []),
    ],
)
def test_words_are_completed(words: str, offered: list[str]) -> None:
    assert completed(words) == offered
