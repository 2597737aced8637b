"""The main text of pages: what belongs to it, whatever they call its parts, and what stands beside it."""

import pytest

from tests.read.formats import body, only, place_of

FIRST = "The council met on Monday and agreed to repair the bridge over the river before the winter comes."
SECOND = "“We will begin at once,” said the mayor, who had been against it, and nobody in the hall disagreed."
THIRD = "The work is to cost five million, of which the region pays two, and will take until the end of October."
TEXT = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
READ = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def page(inner: str, head: str = "<title>Council agrees to repair the bridge</title>") -> str:
    return f"<!DOCTYPE html>\n<html lang='en'><head>{head}</head>\n<body>{inner}</body></html>\n"


def read(inner: str) -> str:
    return body(only("a.html", page(inner)))


HEADING = "<h1>Council agrees to repair the bridge</h1>"


@pytest.mark.parametrize(
    "inner",
    [
        f"<form id='aspnetForm'><div>{HEADING}{TEXT}</div><select><option>Choose a place to go.</select></form>",
    ],
    ids=["form"],
)
def test_a_text_is_read_whatever_its_parts_are_called(inner: str) -> None:
    assert read(inner) == READ


def test_a_page_whose_body_is_shown_by_a_script_is_read() -> None:
    shown = page(f"<article>{HEADING}{TEXT}</article>").replace("<body>", "<body style='display: none'>")
    assert body(only("a.html", shown)) == READ


def test_an_anchor_that_leads_nowhere_takes_no_paragraph_with_it() -> None:
    assert read(f"<article>{HEADING}<a name=top><p>{FIRST}</p><p>{SECOND}</p></a><p>{THIRD}</p></article>") == READ


def test_a_stray_nought_in_a_page_is_passed_over() -> None:
    broken = FIRST.replace("bridge", "bri\0dge")
    content = page(f"<article>{HEADING}<p>{broken}</p><p>{SECOND}</p></article>")
    assert body(only("a.html", content)) == f"{FIRST}\n\n{SECOND}"
    assert place_of("bridge over", "a.html", content).words == "bri\0dge over"
