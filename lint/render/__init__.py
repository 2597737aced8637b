"""Renderers: findings in, text out. Each public module here is one output format, with a function `render`."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lint.findings import Findings
from lint.rule import Rule


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to draw."""

    findings: Findings
    rules: Sequence[Rule]
    text: Callable[[str], str | None]  # the text of the file of that path, None where there is none to be had


Render = Callable[[Page], Iterator[str]]  # pieces of output, each with its own line ends; coloured with click.style


def formats() -> list[str]:
    """The names of the output formats."""
    return sorted(found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_"))


def renderer(name: str) -> Render:
    """The renderer of that format, imported only now."""
    render: Render = importlib.import_module(f"{__name__}.{name}").render
    return render
