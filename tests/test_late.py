"""Late: what is not looked at is not made."""

from collections.abc import Sequence

import pytest

from lint.late import Fleeting, Late


def test_it_is_made_once_by_whoever_looks_first() -> None:
    made = []

    def make() -> Sequence[int]:
        made.append(True)
        return [1, 2, 3]

    late = Late(make)
    assert made == []
    assert (len(late), late[0], late[1:], list(late), 2 in late) == (3, 1, [2, 3], [1, 2, 3], True)
    assert made == [True]


def test_what_goes_wrong_in_the_making_goes_to_whoever_looks() -> None:
    def make() -> Sequence[int]:
        raise LookupError

    late = Late(make)
    with pytest.raises(LookupError):
        len(late)


def test_what_is_fleeting_is_made_for_each_look_and_not_kept() -> None:
    made = []

    def make() -> Sequence[int]:
        made.append(True)
        return [1, 2, 3]

    fleeting = Fleeting(make)
    assert made == []
    assert (len(fleeting), fleeting[0], sum(fleeting)) == (3, 1, 6)
    assert len(made) == 3
