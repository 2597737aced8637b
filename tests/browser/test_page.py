"""The page of HTML as a browser shows it and as an editor uses it."""

import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from lint import Diagnostic, Label, Report, Severity, Span
from lint.findings import Findings
from lint.render import Page
from lint.render.html import render

SHOWN = "[...document.querySelectorAll('.finding')].filter((each) => each.checkVisibility())"
CONTRASTS = """
(() => {
  const light = (colour) => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255);
    const [r, g, b] = parts.map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ground = (each) => {
    const colour = each ? getComputedStyle(each).backgroundColor : "rgb(255, 255, 255)";
    return colour === "rgba(0, 0, 0, 0)" ? ground(each.parentElement) : colour;
  };
  const worst = {};
  for (const each of document.querySelectorAll("body *:not(script, svg *)")) {
    if (![...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    const [low, high] = [light(getComputedStyle(each).color), light(ground(each))].sort((a, b) => a - b);
    const name = each.tagName + "." + each.className;
    worst[name] = Math.min(worst[name] ?? 99, (high + .05) / (low + .05));
  }
  return worst;
})()
"""


@pytest.fixture
def page(browser: Any, desk: Path) -> Any:
    browser.open(desk)
    return browser


def shown(browser: Any) -> list[list[str]]:
    found: list[list[str]] = browser.run(f"{SHOWN}.map((each) => [each.dataset.severity, each.dataset.rule])")
    return found


def choose(browser: Any, rule: str) -> None:
    browser.run(
        f"(() => {{ const rule = document.querySelector('#rule'); rule.value = '{rule}';"
        " rule.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )


def heard(browser: Any, selector: str, *its_roles: str) -> list[tuple[str, str]]:
    """Roles and names as a screen reader is told them, once it is told of as many elements as the selector finds.

    The browser builds its tree for screen readers while it paints, in its own time after the page has loaded.
    """
    number = browser.run(f"document.querySelectorAll('{selector}').length")
    until = time.monotonic() + 10
    while True:
        browser.settle()
        nodes = [node for node in browser.ask("Accessibility.getFullAXTree")["nodes"] if not node["ignored"]]
        told = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if "role" in node]
        if sum(role in its_roles for role, _ in told) == number or time.monotonic() > until:
            return told


def test_it_opens_without_a_complaint_and_asks_for_nothing(page: Any, desk: Path) -> None:
    assert page.run("document.title").startswith("factlint: Found ")
    assert page.faults == []
    assert [url for url in page.requests if not url.startswith("data:")] == [desk.as_uri()]


def test_what_a_report_holds_is_shown_and_never_run(page: Any) -> None:
    assert page.run("document.querySelectorAll('script').length") == 1
    assert page.run("document.querySelectorAll('img').length") == 0
    assert "<script>document.title = 'broken'" in page.run("document.querySelector('main').textContent")


def test_all_findings_are_shown_and_counted(page: Any) -> None:
    found = shown(page)
    assert {"conflicting-figures", "repeated-word", "stray-space"} <= {rule for _, rule in found}
    assert page.run("document.querySelector('.count').textContent") == f"{len(found)} of {len(found)} findings shown"


def test_a_severity_that_is_unchecked_is_hidden_and_the_count_says_so(page: Any) -> None:
    every = shown(page)
    page.click("input[value=note]")
    assert shown(page) == [each for each in every if each[0] != "note"] != every
    assert page.run("document.querySelector('.count').textContent").startswith(f"{len(shown(page))} of {len(every)} ")


def test_a_rule_that_is_chosen_is_shown_alone_with_its_stories_and_reports(page: Any) -> None:
    choose(page, "conflicting-figures")
    assert {rule for _, rule in shown(page)} == {"conflicting-figures"}
    titles = page.run(
        "[...document.querySelectorAll('h2, .holder > h3, .holder > h4')]"
        ".filter((each) => each.checkVisibility()).map((each) => each.textContent)"
    )
    assert "Library opens" not in titles
    assert "Inquiry opens into the crash at the Arda Bridge" in titles
    assert "Reports by themselves" not in titles
    entries = "[...document.querySelectorAll('.contents li')].filter((each) => each.checkVisibility()).length"
    assert page.run(entries) == 1
    headings = "[...document.querySelectorAll('.contents')].map((each) => each.checkVisibility() && each.innerText)"
    stories, alone = page.run(headings)
    assert stories.startswith("Stories in conflict (1)")
    assert alone is False


def test_a_report_points_to_the_conflicts_that_are_shown_and_to_no_others(page: Any) -> None:
    pointers = "[...document.querySelectorAll('.elsewhere a')].filter((each) => each.checkVisibility()).length"
    assert page.run(pointers) == 2
    choose(page, "stray-space")
    assert page.run("document.querySelector('.story').checkVisibility()")
    assert page.run(pointers) == 0


def test_filters_that_leave_nothing_say_so_and_one_button_shows_all_again(page: Any) -> None:
    every = shown(page)
    choose(page, "conflicting-figures")
    page.click("input[value=error]")
    assert shown(page) == []
    assert page.run("document.querySelector('.nothing').checkVisibility()")
    page.click("button[type=reset]")
    assert shown(page) == every
    assert not page.run("document.querySelector('.nothing').checkVisibility()")


def test_every_link_leads_to_the_words_that_it_speaks_of(page: Any) -> None:
    led = page.run(
        "[...document.querySelectorAll('.passages a.to-passage')].map((link) => {"
        " const passage = link.closest('.place').previousElementSibling.querySelector('mark').textContent;"
        " return [passage, document.getElementById(link.hash.slice(1)).textContent]; })"
    )
    assert len(led) > 5
    assert all(there == words for words, there in led)
    dead = "[...document.querySelectorAll('a[href]')].filter((link) => !document.querySelector(link.hash)).length"
    assert page.run(dead) == 0


def test_a_link_opens_the_text_and_brings_its_words_into_sight(page: Any) -> None:
    link = ".finding[data-rule=conflicting-figures] a.to-passage"
    assert not page.run("document.querySelector('details.text').open")
    page.click(link)
    place = f"document.getElementById(document.querySelector('{link}').hash.slice(1))"
    assert page.run(f"{place}.matches(':target') && {place}.closest('details').open")
    assert 0 < page.run(f"{place}.getBoundingClientRect().top") < page.run("innerHeight")
    page.click("mark:target a")
    assert page.run("document.querySelector('.finding:target').dataset.rule") == "conflicting-figures"


def test_a_link_shows_what_the_filters_hide(page: Any) -> None:
    page.click("input[value=note]")
    hidden = page.run("document.querySelector('.finding.note').id")
    page.run(f"location.hash = '{hidden}'")
    page.settle()
    assert page.run("document.querySelector('.finding:target').checkVisibility()")


def test_an_address_with_a_passage_opens_at_the_passage(browser: Any, desk: Path) -> None:
    browser.open(desk)
    anchor = browser.run("document.querySelector('.passages a.to-passage').hash")
    browser.open(desk, anchor)
    browser.settle()
    assert browser.run("document.querySelector('mark:target').checkVisibility()")


def test_two_passages_of_a_conflict_stand_side_by_side(page: Any) -> None:
    boxes = page.run(
        "[...document.querySelectorAll('.finding[data-rule=conflicting-figures] figure')]"
        ".map((each) => each.getBoundingClientRect()).map((box) => [box.left, box.right, box.top])"
    )
    (_, end, top), (start, _, beside) = boxes
    assert end <= start
    assert top == beside


def test_a_contested_figure_has_a_timeline_that_can_be_read_aloud(page: Any) -> None:
    page.run("document.querySelector('svg').scrollIntoView()")  # what is not in sight yet may not be in the tree yet
    pictures = ("image", "img")
    (picture,) = [name for role, name in heard(page, "svg", *pictures) if role in pictures]
    assert "2 March 2026: “14 people”" in picture
    assert "9 March 2026: “at least 17 people”" in picture
    assert "at least 17" in picture


def test_without_the_script_all_is_shown_and_no_filter_pretends_to_work(browser: Any, desk: Path) -> None:
    browser.ask("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(desk)
        assert browser.run(f"{SHOWN}.length === document.querySelectorAll('.finding').length")
        assert not browser.run("document.querySelector('.filters').checkVisibility()")
    finally:
        browser.ask("Emulation.setScriptExecutionDisabled", value=False)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_can_be_read_in_light_and_in_dark(page: Any, scheme: str) -> None:
    page.prefer(scheme)
    page.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    contrasts = page.run(CONTRASTS)
    assert len(contrasts) > 15
    assert {name: ratio for name, ratio in contrasts.items() if ratio < 4.5} == {}
    ground = page.run("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert (max(ground) < 64) == (scheme == "dark")


def test_the_keyboard_reaches_everything_and_is_seen_to(page: Any) -> None:
    page.press("Tab")
    assert page.run("document.activeElement.className") == "skip"
    assert page.run("document.activeElement.getBoundingClientRect().left") > 0
    page.press("Tab")
    assert page.run("document.activeElement.value") == "error"
    assert page.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    before = len(shown(page))
    page.press(" ", " ")
    assert len(shown(page)) < before


def test_the_keyboard_can_skip_to_the_findings(page: Any) -> None:
    page.press("Tab")
    page.press("Enter", "\r")
    page.press("Tab")
    assert page.run("document.querySelector('main').contains(document.activeElement)")


def test_a_screen_reader_finds_landmarks_names_and_headings_in_order(page: Any) -> None:
    named = heard(page, "article", "article")
    roles = {role for role, _ in named}
    assert {"banner", "navigation", "main", "form", "status", "article", "region"} <= roles
    asking = {"link", "button", "checkbox", "combobox", "form", "navigation", "article", "image", "img"}
    assert [role for role, name in named if role in asking and not name.strip()] == []
    levels = page.run("[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((each) => +each.tagName[1])")
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_it_does_not_scroll_sideways_on_a_telephone(page: Any) -> None:
    page.ask("Emulation.setDeviceMetricsOverride", width=360, height=740, deviceScaleFactor=2, mobile=True)
    try:
        page.settle()
        assert page.run("document.documentElement.scrollWidth") <= 360
    finally:
        page.ask("Emulation.clearDeviceMetricsOverride")


def test_a_page_about_many_reports_opens_in_two_seconds(browser: Any, tmp_path: Path) -> None:
    many = tmp_path / "many.html"
    many.write_text("".join(render(about(300))), encoding="utf-8")
    assert many.stat().st_size > 1_500_000
    browser.open(many)
    assert (
        browser.run("new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))")
        < 2000
    )
    assert browser.run("document.querySelectorAll('.finding').length") == 600


def about(number: int) -> Page:
    """As many reports, each in conflict with a neighbour, with a headline and several hundred words."""
    filling = "\n\n".join(f"Paragraph {each} says what was said before, in other words. " * 6 for each in range(10))
    texts = {
        f"{each}.md": f"Report {each} of the crash\n\nIt killed {each} people.\n\n{filling}\n" for each in range(number)
    }
    reports = [Report(path, text, Span(0, len(text))) for path, text in texts.items()]
    found = []
    for each, other in zip(reports, [*reports[1:], reports[0]], strict=True):
        here, there = (report.passage(_figure(report)) for report in (each, other))
        if int(each.path.removesuffix(".md")) % 2 == 0:
            found.append(Diagnostic("some-conflict", Severity.ERROR, "one figure", Label(here), (Label(there),)))
            found.append(Diagnostic("some-fault", Severity.NOTE, "a slip", Label(there)))
        found.append(Diagnostic("some-slip", Severity.WARNING, "a slip", Label(here)))
    return Page(Findings(tuple(found), number), [], texts.get)


def _figure(report: Report) -> Span:
    start = report.text.index("killed ") + len("killed ")
    return Span(start, report.text.index(" people"))
