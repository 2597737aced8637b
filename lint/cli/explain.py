"""factlint explain: print the page of a rule."""

from collections.abc import Iterator, Mapping

import click

from lint import rulebook
from lint.cli._output import write
from lint.cli._selecting import rule_names
from lint.errors import UsageError, nearest
from lint.explain import page, remark_page
from lint.remarks import REMARKS
from lint.rule import Rule
from lint.rulebook import EVERYTHING


@click.command
@click.argument("names", nargs=-1, metavar="RULE...", shell_complete=rule_names)
def command(names: tuple[str, ...]) -> int:
    """Explain rules: what they find and why, their options, and examples.

    RULE is the name that stands in brackets in a finding, such as misspelt-dateline; `factlint rules` lists all names,
    and ALL stands for every rule.
    """
    if not names:
        raise UsageError("which rule? (factlint rules lists them; ALL stands for every rule)")
    known = rulebook.discover()
    asked = [each for name in names for each in (known if name == EVERYTHING else (name,))]
    for name in asked:
        if name not in known and name not in REMARKS:
            raise UsageError(f"there is no rule {name}{nearest(name, [*known, *REMARKS])}")
    write(_pages(asked, known))
    return 0


def _pages(names: list[str], known: Mapping[str, Rule]) -> Iterator[str]:
    for number, name in enumerate(names):
        yield "\n" if number else ""
        yield page(known[name]) if name in known else remark_page(name)
