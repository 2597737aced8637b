"""What the finder of names gives: one mention of a person, a body or a place."""

import enum
from dataclasses import dataclass

from lint.span import Span


@enum.unique
class Kind(enum.StrEnum):
    """What a name names, as far as the words show it."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    UNKNOWN = "unknown"


@dataclass(slots=True, unsafe_hash=True)  # a frozen one takes four times as long to make, and most words need one
class Name:
    """One mention of a name. It never changes once its finder has given it.

    `words` are those of `span` on one line: the name without title and possessive. A person is `given` and `surname`
    (with its particles, without `suffix`); of a mention by one word that no fuller one explains, that word is the
    surname. `parts` are the places of the single words. `title` is the honorific, rank or office beside the name;
    `age` is one directly beside it. `introduced` is the place of the mention with which this report introduces the
    same person or thing; it may be this one.
    """

    span: Span
    words: str
    kind: Kind
    introduced: Span
    parts: tuple[Span, ...]
    given: str = ""
    surname: str = ""
    suffix: str = ""
    title: str = ""
    age: int | None = None
    opens: bool = False  # at the head of a sentence, where a capital means little
    shouted: bool = False  # in a headline that capitalises every word, where it means nothing

    @property
    def is_person(self) -> bool:
        """Whether the words show that this is a person."""
        return self.kind is Kind.PERSON

    @property
    def is_full(self) -> bool:
        """Whether both a given name and a surname stand here."""
        return bool(self.given and self.surname)
