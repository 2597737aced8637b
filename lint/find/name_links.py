"""Which mentions of names speak of one person or thing."""

from collections.abc import Iterator

from lint.find.name import Kind, Name

Mention = tuple[Name, str]  # with its words in lower case


def linked(found: list[Mention]) -> Iterator[Name]:
    """The mentions, each linked with its introduction; what one mention shows of the kind holds for its fellows.

    They are still in the making: each is told who introduces it, and which of the names of a person stand here, when
    all have been looked at as they were.
    """
    known = _Introductions(found)
    later: list[tuple[Name, Name, Kind, str, str]] = []
    for name, key in found:
        first = known.of(name, key)
        if first is None:
            continue
        kind = known.kind(first)
        if first is not name:
            later.append((name, first, kind, *_called(name, first, kind)))
        elif kind is not name.kind:
            later.append((name, name, kind, name.given, name.surname))
    for name, first, name.kind, name.given, name.surname in later:
        name.introduced = first.span
    return (name for name, _ in found)


def _called(name: Name, first: Name, kind: Kind) -> tuple[str, str]:
    """Which given name and which surname of what `first` introduces stand here."""
    if kind is not Kind.PERSON or (name.given and name.surname and first.surname == name.surname):
        return name.given, name.surname
    return (name.words, "") if first.given.partition(" ")[0] == name.words else ("", name.words)


class _Introductions:
    """The first full mention of everybody in a report, by every way in which a later mention may call them."""

    def __init__(self, found: list[Mention]) -> None:
        self._by_words: dict[str, Name] = {}
        self._by_tail: dict[str, Name] = {}
        self._by_given: dict[str, Name] = {}
        self._alone = {key for name, key in found if name.kind is Kind.PERSON and not name.given}
        for name, key in found:
            if name.shouted or key in self._by_words:
                continue
            self._by_words[key] = name
            if name.given and name.surname and (name.kind is Kind.PERSON or name.kind is Kind.UNKNOWN):
                self._introduce(name)

    def _introduce(self, name: Name) -> None:
        words = f"{name.given} {name.surname}".lower().split()
        for at in range(1, len(words)):
            self._by_tail.setdefault(" ".join(words[at:]), name)
        if name.kind is Kind.PERSON:
            self._by_given.setdefault(words[0], name)

    def of(self, name: Name, key: str) -> Name | None:
        """The mention that introduces what this one names; None for a word of a headline that the prose lacks."""
        tails = self._by_tail
        if not (name.given and name.surname) or name.shouted:
            return tails.get(key) or self._by_given.get(key) or self._by_words.get(key)
        first = tails.get(name.surname.lower())
        if first is name or (first is not None and _may_be_one(first.given.lower(), name.given.lower())):
            return first
        return tails.get(key) or self._by_words.get(key)

    def kind(self, name: Name) -> Kind:
        """What an introduction names; a full name whose last word speaks elsewhere on its own is a person's."""
        if name.kind is Kind.UNKNOWN and name.given and name.surname and name.surname.lower() in self._alone:
            return Kind.PERSON
        return name.kind


def _may_be_one(given: str, other: str) -> bool:
    """Whether two given names of one surname may be one person's: equal first names, or an initial of it."""
    one, two = given.split()[0], other.split()[0]
    return one == two or (one[0] == two[0] and (one.endswith(".") or two.endswith(".")))
