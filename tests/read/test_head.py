"""What stands before the prose: front matter or a header, a headline, a byline, or nothing."""

import time
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lint.read.head import Head, read_head

PROSE = "Ministers met in Caracas on Monday. They agreed.\n\nThey meet again in May.\n"


def title_of(text: str) -> str | None:
    head = read_head(text)
    return None if head.title is None else text[head.title.start : head.title.end]


def body_of(text: str) -> str:
    head = read_head(text)
    return text[head.body.start : head.body.end]


def faults_of(text: str) -> list[tuple[str, str]]:
    return [(rule, text[span.start : span.end]) for rule, span, _ in read_head(text).faults]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
class TestWhateverLineEndsAndByteOrderMark:
    def test_a_header_line_gives_date_and_author(self, mark: str, newline: str) -> None:
        text = mark + f" date 2026-01-05 By staff\n\n{PROSE}".replace("\n", newline)
        head = read_head(text)
        assert (head.published, head.author, head.faults) == (date(2026, 1, 5), "staff", [])
        assert body_of(text).strip() == PROSE.replace("\n", newline).strip()

    def test_front_matter_gives_title_date_and_author(self, mark: str, newline: str) -> None:
        matter = '---\ntitle: "Ministers meet: again"\ndate: 2026-01-05\nauthor: Jane Doe\ntags: [one, two]\n---\n'
        text = mark + (matter + PROSE).replace("\n", newline)
        head = read_head(text)
        assert (head.published, head.author, head.faults) == (date(2026, 1, 5), "Jane Doe", [])
        assert title_of(text) == "Ministers meet: again"
        assert body_of(text) == PROSE.replace("\n", newline)

    def test_plain_text_is_all_body(self, mark: str, newline: str) -> None:
        text = mark + PROSE.replace("\n", newline)
        assert read_head(text) == Head(read_head(text).body)
        assert mark + body_of(text) == text

    def test_a_headline_on_a_line_of_its_own_is_the_title(self, mark: str, newline: str) -> None:
        text = mark + f"Ministers meet in Caracas\n\n{PROSE}".replace("\n", newline)
        assert title_of(text) == "Ministers meet in Caracas"
        assert body_of(text).strip() == PROSE.replace("\n", newline).strip()

    def test_front_matter_that_is_never_closed_swallows_no_prose(self, mark: str, newline: str) -> None:
        text = mark + f"---\ntitle: Ministers meet\ndate: 2026-01-05\n\n{PROSE}".replace("\n", newline)
        assert faults_of(text) == [("broken-front-matter", "---")]
        assert title_of(text) == "Ministers meet"
        assert read_head(text).published == date(2026, 1, 5)
        assert body_of(text) == PROSE.replace("\n", newline)


@pytest.mark.parametrize(
    ("line", "published", "author"),
    [
        ("date 2026-01-05", date(2026, 1, 5), ""),
        ("Date: 2026-01-05", date(2026, 1, 5), ""),
        ("date: January 5, 2026 by Jane Doe", date(2026, 1, 5), "Jane Doe"),
        ("Date: Mon, 5 Jan 2026 08:00:00 GMT", date(2026, 1, 5), ""),
        ("Headline: Ministers meet\nDate: 2026-01-05\nBy: Jane Doe", date(2026, 1, 5), "Jane Doe"),
        ("Published: Jan. 5, 2026\nByline: Jane Doe and John Roe", date(2026, 1, 5), "Jane Doe and John Roe"),
    ],
)
def test_header_lines_of_other_forms_are_read(line: str, published: date, author: str) -> None:
    head = read_head(f"{line}\n\n{PROSE}")
    assert (head.published, head.author, head.faults) == (published, author, [])
    assert body_of(f"{line}\n\n{PROSE}").strip() == PROSE.strip()


@pytest.mark.parametrize(
    "prose",
    [
        "Date night by the river drew a crowd.\n",
        "Date 5 of the tour was cancelled by the band.\n",
        "Date: Friday, if the council agrees.\n",
        "By Friday the water had gone.\n\nIt came back.\n",
        "By all accounts, a success.\n\nIt ended.\n",
    ],
)
def test_prose_that_begins_like_a_header_is_prose(prose: str) -> None:
    assert body_of(prose) == prose


@pytest.mark.parametrize("day", ["2026-02-30", "February 30, 2026"])
def test_a_date_that_does_not_exist_is_said_where_it_stands(day: str) -> None:
    for text in (f" date {day} By staff\n\n{PROSE}", f"---\ndate: {day}\n---\n{PROSE}"):
        assert faults_of(text) == [("unreadable-date", day)]
        assert read_head(text).published is None
        assert body_of(text).strip() == PROSE.strip()


def test_a_date_in_front_matter_that_is_none_is_said_where_it_stands() -> None:
    assert faults_of("---\ndate: next week\n---\n") == [("unreadable-date", "next week")]


def test_the_switch_of_a_site_builder_is_no_date() -> None:
    assert faults_of("---\npublished: false\ndate: 2026-01-05\n---\n") == []


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("Ministers meet", "Ministers meet"),
        ("Ministers: they meet", "Ministers: they meet"),
        ("'It''s over'", "It''s over"),
        (r'"The \"deal\" is off"', r"The \"deal\" is off"),
        ('"Ministers\n  meet"', "Ministers\n  meet"),
        ("Ministers meet  # to be changed", "Ministers meet"),
        ("Ministers\n  meet", "Ministers\n  meet"),
        (">\n  Ministers\n  meet", "Ministers\n  meet"),
        ("|-  # kept\n  Ministers meet", "Ministers meet"),
        ("“Ministers” meet", "“Ministers” meet"),
    ],
)
def test_a_title_in_any_style_of_yaml_is_pinned_to_its_words(value: str, words: str) -> None:
    text = f"---\ntitle: {value}\ndate: 2026-01-05\n---\n{PROSE}"
    assert title_of(text) == words
    assert faults_of(text) == []
    assert read_head(text).published == date(2026, 1, 5)


@pytest.mark.parametrize("value", ["", "[one, two]", "{a: b}", "*anchor", '"never closed', "\n  - one", '""'])
def test_a_title_without_words_of_its_own_is_none(value: str) -> None:
    text = f"---\ntitle: {value}\nlayout: post\n---\n{PROSE}"
    assert title_of(text) is None
    assert body_of(text) == PROSE


def test_a_line_across_the_page_is_no_front_matter() -> None:
    for text in (f"---\n{PROSE}---\nMore.\n", f"---\n\n{PROSE}", f"---\nNote: this report was updated.\n{PROSE}"):
        assert body_of(text) == text
        assert faults_of(text) == []


def test_a_line_that_is_no_key_and_value_breaks_front_matter_where_it_stands() -> None:
    text = f"---\ntitle: Ministers meet\nno key at all\ndate: 2026-01-05\n---\n{PROSE}"
    assert faults_of(text) == [("broken-front-matter", "no key at all")]
    assert title_of(text) == "Ministers meet"
    assert read_head(text).published == date(2026, 1, 5)
    assert body_of(text) == PROSE


def test_a_line_across_the_page_further_down_does_not_close_front_matter() -> None:
    text = f"---\ntitle: Ministers meet\n\n{PROSE}\n---\n\nMore.\n"
    assert faults_of(text) == [("broken-front-matter", "---")]
    assert body_of(text) == f"{PROSE}\n---\n\nMore.\n"


def test_comments_lists_and_nested_keys_belong_to_front_matter() -> None:
    matter = "---\n# ours\ntags:\n- one\n- two\nauthor:\n  name: Jane\n\ndate: 2026-01-05\n...\n"
    assert faults_of(matter + PROSE) == []
    assert read_head(matter + PROSE).author == ""
    assert body_of(matter + PROSE) == PROSE


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("# Ministers meet\n\n", "Ministers meet"),
        ("Ministers meet\n==============\n\n", "Ministers meet"),
        ("Ministers meet\nBy Jane Doe\n\n", "Ministers meet"),
        ("Ministers meet\n\nBy JANE DOE, Courier staff writer\n\n", "Ministers meet"),
        ("By Jane Doe and John Roe\n\n", None),
        ("CARACAS, Venezuela – Ministers meet\n\n", None),
        ("LONDON – Ministers meet\n\n", None),
        ("London (CNN) -- Ministers meet\n\n", None),
        ("Talks will help Caracas - minister\n\n", "Talks will help Caracas - minister"),
        ("Ministers met on Monday.\n\n", None),
    ],
)
def test_a_headline_ends_like_no_sentence_and_is_no_dateline(head: str, title: str | None) -> None:
    assert title_of(head + PROSE) == title
    assert body_of(head + PROSE).strip().endswith(PROSE.strip())


def test_a_byline_gives_the_author() -> None:
    assert read_head(f"Ministers meet\nBy Jane Doe\n\n{PROSE}").author == "Jane Doe"
    assert body_of(f"Ministers meet\nBy Jane Doe\n\n{PROSE}").strip() == PROSE.strip()


PIECES = st.sampled_from(
    [
        "---",
        "...",
        "\n",
        "\r\n",
        "title: ",
        "date: ",
        "2026-01-05",
        '"',
        "'",
        ">",
        "- ",
        "By Jane Doe",
        "Words",
        " #",
        " date ",
    ]
)


@given(st.lists(PIECES | st.text(max_size=5)).map("".join))
@example("---\n")
@example("---\na:")
@example("title: ")
@example("\ufeff")
def test_title_and_body_lie_in_the_text_and_apart(text: str) -> None:
    head = read_head(text)
    assert 0 <= head.body.start <= head.body.end == len(text)
    if head.title is not None:
        assert 0 <= head.title.start < head.title.end <= head.body.start
        assert text[head.title.start : head.title.end].strip()
    for _, span, message in head.faults:
        assert text[span.start : span.end].strip()
        assert message


@pytest.mark.parametrize(
    "text",
    [
        "x" * 5_000_000,
        "x " * 2_500_000,
        " " * 5_000_000,
        "\n" * 5_000_000,
        "---\n" + "a: b\n" * 200_000,
        "---\ntitle: x\n" + "no key\n" * 500_000 + "---\n",
        '---\ntitle: "' + "\\x" * 2_000_000 + "\n---\n",
        "By " + "A" * 5_000_000,
        "By A" + " A" * 2_500_000,
        "date " + "9" * 5_000_000,
        "x\n" * 2_500_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_four_times_as_much_of_anything_takes_about_four_times_as_long(text: str) -> None:
    eighth = len(text) // 8
    quarter = seconds_to_read(text[:eighth] + text[-eighth:])  # with its beginning and its end
    assert seconds_to_read(text) < 10 * quarter + 0.2  # where time grew as the square, it would be 16 times


def seconds_to_read(text: str) -> float:
    began = time.process_time()
    read_head(text)
    return time.process_time() - began
