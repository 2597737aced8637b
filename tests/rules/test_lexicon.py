"""The lexicon knows the words of news, how common they are and what they can be."""

import pytest
from lint.rules import _lexicon
from lint.rules._slip import slip_cost
from lint.rules._tables import TABLES


@pytest.mark.parametrize("word", "the colour color cybersecurity café cafe didn't unionists smartphone".split())
def test_words_of_both_englishes_old_and_new_are_known(word: str) -> None:
    assert _lexicon.is_known(word)


@pytest.mark.parametrize("word", "teh recieve definately accomodate occured didnt goverment accidently alot".split())
def test_frequent_misspellings_are_no_words(word: str) -> None:
    assert not _lexicon.is_known(word)


def test_frequencies_are_on_the_zipf_scale() -> None:
    assert _lexicon.zipf("the") > 7 > _lexicon.zipf("police") > 4 > _lexicon.zipf("aardvark") > 2
    assert _lexicon.zipf("zqxj") == 0


def test_every_line_of_the_table_is_found_again() -> None:
    lines = (TABLES / "words.tsv").read_text(encoding="utf-8").splitlines()
    words = [line.split("\t")[0] for line in lines]
    assert words == sorted(set(words))
    for word in [*words[::500], words[0], words[-1]]:
        found = _lexicon.common(word)
        assert found and found.word == word
        assert _lexicon.is_known(word)


def test_parts_of_speech_are_those_of_the_dictionary() -> None:
    assert _lexicon.parts("women") == "p"
    assert _lexicon.parts("unionists") == "p"
    assert _lexicon.parts("ran") == "d"
    assert _lexicon.parts("quickly") == "r"
    assert _lexicon.parts("venezuela") == "N"
    assert _lexicon.parts("of") == ""


def test_words_alike_begin_with_the_same_letter() -> None:
    assert "receive" in [entry.word for entry in _lexicon.alike("recieve", 1)]
    assert all(entry.word.startswith("r") for entry in _lexicon.alike("recieve", 2))
    assert _lexicon.common("receive") in _lexicon.alike("recieve", 1)
    assert _lexicon.alike("éclat", 1) == []


def test_frequent_kinds_of_slip_cost_less() -> None:
    assert slip_cost("the", "the") == 0
    assert slip_cost("teh", "the") < slip_cost("thw", "the") < slip_cost("thk", "the")
    assert slip_cost("comittee", "committee") < slip_cost("commttee", "committee")
    assert slip_cost("definately", "definitely") < slip_cost("defiritely", "definitely")
