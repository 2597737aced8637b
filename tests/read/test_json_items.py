"""ninjs, JSON lines and what is like them: which fields are taken, and where their words stand."""

import json

import pytest

from lint.read.json_places import FaultError, parse
from tests.read.formats import body, only, opened, place_of, refusal, remarks, title

NINJS = {
    "uri": "urn:newsml:example:7",
    "type": "text",
    "pubstatus": "usable",
    "versioncreated": "2026-01-05T22:15:00Z",
    "language": "en",
    "byline": "Ana Ruiz",
    "located": "Caracas, Venezuela",
    "headline": "Ministers meet",
    "body_text": "Ministers met in Mérida.\n\nThey agreed.",
}


def test_ninjs_tells_its_headline_date_byline_language_and_words() -> None:
    report = only("a.json", json.dumps(NINJS))
    assert (report.path, title(report)) == ("a.json", "Ministers meet")
    assert (str(report.published), report.author, report.language) == ("2026-01-05", "Ana Ruiz", "en")
    assert body(report) == "Caracas, Venezuela – Ministers met in Mérida.\n\nThey agreed."


def test_a_dateline_that_the_text_has_already_is_not_set_before_it() -> None:
    report = only("a.json", json.dumps({**NINJS, "body_text": "CARACAS (AP) — Ministers met."}))
    assert body(report) == "CARACAS (AP) — Ministers met."


def test_html_in_ninjs_is_read_as_html_with_places_in_the_file() -> None:
    told = {
        "headline": "Ministers meet",
        "body_html": "<p>Ministers met\n in M&eacute;rida &amp; “agreed”.</p><p>So.</p>",
    }
    content = json.dumps(told)
    assert body(only("a.json", content)) == "Ministers met in Mérida & “agreed”.\n\nSo."
    assert place_of("Mérida", "a.json", content).words == "M&eacute;rida"
    assert place_of("“agreed”", "a.json", content).words == r"\u201cagreed\u201d"
    assert place_of("met in", "a.json", content).words == r"met\n in"


def test_the_main_variants_of_ninjs_2_are_read() -> None:
    told = {
        "headlines": [{"role": "short", "value": "Short"}, {"role": "main", "value": "Ministers meet"}],
        "bodies": [{"role": "main", "value": "<p>They met.</p>", "contentType": "text/html"}],
    }
    report = only("a.json", json.dumps(told))
    assert (title(report), body(report)) == ("Ministers meet", "They met.")


def test_a_withdrawn_report_and_a_picture_are_left_out() -> None:
    lines = [{**NINJS, "pubstatus": "canceled"}, {"uri": "p", "type": "picture"}, {"uri": "q", "body_text": "Words."}]
    assert [each.path for each in opened("a.jsonl", "\n".join(map(json.dumps, lines)))] == ["a.jsonl#q"]


def test_each_line_is_an_item_and_one_that_is_broken_says_so_where_it_stands() -> None:
    content = '{"id": "a", "text": "One."}\n\nno json\n{"id": "b"}\n["c"]\r\n{"id": "a", "text": "Two."}'
    assert [each.path for each in opened("a.jsonl", content)] == ["a.jsonl#a", "a.jsonl#a~2"]
    told = [
        (each.primary.passage.line, each.primary.passage.item, each.message) for each in remarks("a.jsonl", content)
    ]
    assert [(line, item) for line, item, _ in told] == [(3, "3"), (4, "b"), (5, "5")]
    assert told[0][2] == "this item cannot be read: line 3 is no JSON: what stands here is no value"
    assert "it has no words" in told[1][2]


def test_a_withdrawn_report_in_a_file_of_its_own_is_no_report() -> None:
    assert opened("a.json", json.dumps({**NINJS, "pubstatus": "canceled"})) == []


def test_what_is_wrong_with_one_item_is_told_there_and_leaves_the_others() -> None:
    deep = {"id": "deep", "body_html": "<div>" * 5000}
    content = json.dumps([{"id": "a", "text": "One."}, deep, {"id": "none"}], indent=1)
    assert [each.path for each in opened("a.json", content)] == ["a.json#a"]
    told = {each.primary.passage.item: each for each in remarks("a.json", content)}
    assert "nested more than 2,000 deep" in told["deep"].message
    assert [told[name].primary.passage.line for name in ("deep", "none")] == [7, 11]


def test_an_array_and_an_object_around_it_hold_items() -> None:
    both = [{"id": "a", "title": "A", "text": "One."}, {"title": "B", "content_html": "<p>Two.</p>"}]
    for told in (both, {"version": "https://jsonfeed.org/version/1.1", "items": both}):
        reports = opened("a.json", json.dumps(told))
        assert [(each.path, body(each)) for each in reports] == [("a.json#a", "One."), ("a.json#2", "Two.")]


def test_plain_text_in_a_field_may_have_a_head_of_its_own() -> None:
    report = only(
        "a.jsonl", json.dumps({"id": "a", "text": " date 2026-01-05 By staff\n\nMinisters meet\n\nThey met."})
    )
    assert (title(report), str(report.published), report.author) == ("Ministers meet", "2026-01-05", "staff")
    assert body(report).strip() == "They met."


def test_a_date_that_is_none_is_a_finding_at_its_place() -> None:
    content = json.dumps({**NINJS, "versioncreated": "2026-02-30T10:00:00Z"}, indent=1)
    (told,) = remarks("a.json", content)
    assert told.rule == "unreadable-date"
    passage = told.primary.passage
    assert content.splitlines()[passage.line - 1][passage.column - 1 :].startswith("2026-02-30T10:00:00Z")


def test_json_that_is_no_report_is_refused() -> None:
    assert refusal("a.json", '{"name": "package", "version": "1"}').startswith("it is JSON, but no report")
    assert refusal("a.json", "[1, 2]") == "it is JSON, but holds no reports"
    assert refusal("a.json", '{"headline": "x", "body_text": "y"') == "it ends too early"
    assert refusal("a.json", '{"headline": "x\n"}') == "a string is never closed, or has a line end in it"


@pytest.mark.parametrize("opening", ["[", '{"body_text":', '{"items":['])
def test_json_that_is_nested_100_000_deep_is_refused(opening: str) -> None:
    assert refusal("a.json", opening * 100_000) == "it is nested more than 100 deep"


@pytest.mark.parametrize(
    "text",
    [
        '{"a": [1, -2.5e3, true, null, "x"], "b": {}}',
        "[]",
        '"\\ud83d\\ude00\\n\\"\\u00e9\\/"',
        ' {"a" :\t"b"}\r\n',
        "7",
    ],
)
def test_json_means_what_the_standard_library_says(text: str) -> None:
    assert plain(parse(text)) == json.loads(text)


@pytest.mark.parametrize(
    "text", ["", "{", '{"a"}', '{"a":1,}', "[1,]", "[1 2]", "tru", '"\\', "1 1", "{1:2}", "nan", "9" * 5000]
)
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(FaultError):
        parse(text)


def plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return getattr(value, "text", value)
