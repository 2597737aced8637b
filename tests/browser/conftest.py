"""A browser for all tests, and a page that factlint wrote."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lint.cli import main

BUS = "of the Harmanli Express at the Arda Bridge near Kardzhali"
REPORTS = {
    "first.md": (
        "---\ntitle: Bus falls from the Arda Bridge\ndate: 2026-03-02\n---\n\n"
        f"KARDZHALI, Bulgaria — The crash {BUS} killed 14 people on Sunday, the mayor said.\n\n"
        "The the driver survived , and so did a child.\n"
    ),
    "second.md": (
        "---\ntitle: Inquiry opens into the crash at the Arda Bridge\ndate: 2026-03-09\n---\n\n"
        "<script>document.title = 'broken'; document.body.remove()</script> <img src=x onerror=alert(1)>\n\n"
        f"Investigators returned on Monday. The crash {BUS} killed at least 17 people on Sunday, 1 March.\n"
    ),
    "alone.md": "---\ntitle: Library opens\ndate: 2026-05-01\n---\n\nThe library has has a new roof , and a garden.\n",
}


def _chromium() -> Any:
    specification = importlib.util.spec_from_file_location("chromium", Path(__file__).with_name("chromium.py"))
    assert specification and specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    chromium = _chromium()
    try:
        started = chromium.Browser(tmp_path_factory.mktemp("profile"))
    except chromium.NoChromiumError as error:
        pytest.fail(f"{error} (in Debian: apt-get install chromium)")
    yield started
    started.close()


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page about REPORTS."""
    folder = tmp_path_factory.mktemp("desk")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    page = folder / "page.html"
    main(["check", "--no-cache", "--output-format", "html", "--output-file", str(page), str(folder)])
    return page
