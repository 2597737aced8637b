"""headline-body: what of a headline the body contradicts or never mentions, and what it bears out."""

import pytest
from lint.rules.headline_body import HeadlineBody

from lint.engine import lint
from lint.source import Source


def told(headline: str, body: str) -> list[tuple[str, str]]:
    """The words reported and how sure the rule is, in a report of Monday, 4 May 2026."""
    text = f"---\ntitle: {headline}\ndate: 2026-05-04\n---\n\n{body}\n"
    found = lint([Source("a.md", text.encode())], [HeadlineBody()]).diagnostics
    return [(each.primary.passage.words, each.severity) for each in found]


@pytest.mark.parametrize(
    ("headline", "body", "words"),
    [
        ("Four hurt in mill fire", "Five people were hurt when the Orrery Mill burned.", "Four hurt"),
        ("3 charged over mill fire", "Two people have been charged over the fire at the Orrery Mill.", "3"),
        ("Three children shot near mill", "Two children were shot near the Orrery Mill.", "Three children shot"),
        ("Orrery Mill burns on Saturday", "The Orrery Mill burned on Sunday.", "Saturday"),
        ("Orrery Mill to open on June 12", "The Orrery Mill is to open on June 14.", "June 12"),
        ("School bond of $3 million to be voted on", "Quillby will vote on a $3 billion school bond.", "$3 million"),
        ("Orrery Mill sold for £2.5m", "The Orrery Mill in Brackley was sold for £3.5m on Sunday.", "£2.5m"),
        ("Orrery profits up 12%", "The profits of Orrery rose 17 percent in the third quarter.", "12%"),
        ("Chief Farow praises weavers", "Chief Odette Farrow praised the weavers.", "Farow"),
        ("Orrery Mill Burns In Brakley", "The Orrery Mill in Brackley burned.", "Brakley"),
    ],
    ids=[
        "hurt", "charged", "children", "weekday", "date", "a scale", "a sum", "a percentage", "surname",
        "place, every word with a capital",
    ],
)  # fmt: skip
def test_what_the_body_has_otherwise_is_a_warning(headline: str, body: str, words: str) -> None:
    assert told(headline, body) == [(words, "warning")]


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Five hurt in mill fire", "Two weavers and three firefighters were hurt when the Orrery Mill burned."),
        ("Five hurt in mill fire", "At least four people were hurt when the Orrery Mill burned."),
        ("Man dead, four hurt in mill fire", "Five people were hurt in the fire, one of whom died."),
        ("Four hurt in mill fire", "Initial reports said five people were hurt. A mill burned."),
        ("Four hurt in mill fire", "Five of them were hurt, two of them badly."),
        ("Four hurt in mill fire", "Two people were hurt in the legs, one in the back and a fourth in the hand."),
        ("Three shot at Orrery Mill", "A man was shot at the Orrery Mill. At the mill two others were shot."),
        ("2,000 arrested at mill", "The police arrested 1,960 people at the Orrery Mill."),
        ("Dozens hurt in mill fire", "The fire at the Orrery Mill hurt 22 people."),
        ("Orrery Mill burns Sunday", "The Orrery Mill burned on May 3."),
        ("Orrery Mill burns Sunday", "The Orrery Mill burned yesterday. It had opened on Saturday."),
        ("Happy Friday: Orrery Mill burns", "The Orrery Mill burned on Sunday."),
        ("Orrery Mill log (May 2)", "The Orrery Mill log of Sunday."),
        ("Mayor to speak Friday on mill", "The council met on Sunday. Rain fell."),
        ("Farrow praises weavers - Brakley News", "Chief Odette Farrow of Brackley praised the weavers."),
        ("Libya buys a mill", "The Libyan state bought the Orrery Mill."),
        ("Phones of Research in Motion sell well", "Phones sell well, said Odette Farrow."),
        ("SAPD praises weavers", "San Pedro police praised the weavers of the Orrery Mill."),
        ("Orrery profits up 12%", "The profits of Orrery rose 11.8 percent in the third quarter."),
        ("Orrery Mill sold for £2.5m", "The Orrery Mill was sold for two and a half million pounds on Sunday."),
        ("Orrery Mill fined $40m over looms", "The state fined the Orrery Mill $25 million, the city $15 million."),
        ("Orrery profits up 12%", "The profits of Orrery rose to $11.2 million. Sales rose 4 percent."),
        ("Jobless rate at 4.1%", "The jobless rate in Quillby, 4.7 percent last year, was never lower."),
        ("Jobless rate at 4.1%", "The jobless rate in Quillby fell from 4.7 percent to a new low."),
    ],
    ids=[
        "a sum", "at least", "the dead counted in", "an early report", "a part", "one by one", "others", "rounded",
        "vague", "one day in two forms", "yesterday", "a greeting", "a log", "another act", "the name of the site",
        "an adjective", "a firm", "an initialism", "rounded percent", "in words", "fines that add up", "another amount",
        "another year", "the rate before",
    ],
)  # fmt: skip
def test_what_the_body_bears_out_is_left_alone(headline: str, body: str) -> None:
    assert told(headline, body) == []


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("David Mason wins the mill race", "David Mason"),
        ("Boat wins the race in Franklinton", "Franklinton"),
    ],
)
def test_whom_and_what_the_body_never_mentions_is_a_note(headline: str, words: str) -> None:
    body = "A boat won the race of the Orrery Mill. " + "The weavers sang on the bank of the river. " * 7
    assert told(headline, body) == [(words, "note")]


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Boat wins the race in Franklinton", "A boat won the race of the Orrery Mill."),
        ("Boat wins the race in Asia", "A boat won the race. " + "The weavers sang on the bank of the river. " * 8),
        ("Boat wins race in Greece", "A boat won a Greek race. " + "The weavers sang on the bank of the river. " * 8),
        (
            "A boat of the Orrery Mill won the race in Franklinton on Sunday.",
            "It was fast. " + "The weavers sang on the bank of the river. " * 8,
        ),
    ],
    ids=["an item of few words", "a continent", "the people of a place", "the first sentence"],
)
def test_a_body_need_not_mention_what_goes_without_saying(headline: str, body: str) -> None:
    assert told(headline, body) == []


def test_a_report_without_a_headline_is_left_alone() -> None:
    text = b" date 2026-05-04\n\nFour people were hurt. Five people were hurt.\n"
    assert lint([Source("a.txt", text)], [HeadlineBody()]).diagnostics == ()
