"""Which mentions of names speak of one person or thing."""

from collections.abc import Iterator

from lint.find.name import Kind, Name


def linked(found: list[Name]) -> Iterator[Name]:
    """The mentions, each linked with its introduction; what one mention shows of the kind holds for its fellows."""
    known = _Introductions(found)
    for name in found:
        first = known.of(name)
        kind = name.kind if first is None else known.kind(first)
        if first is None or (first is name and kind is name.kind):
            yield name
        else:
            yield _again(name, first, kind)


def _again(name: Name, first: Name, kind: Kind) -> Name:
    """A mention of what `first` introduces: its kind, and which of its names stand here."""
    given, surname = name.given, name.surname
    if kind is Kind.PERSON and first is not name and not (name.is_full and first.surname == surname):
        given, surname = (name.words, "") if first.given.partition(" ")[0] == name.words else ("", name.words)
    return Name(
        name.span,
        name.words,
        kind,
        first.span,
        name.parts,
        given,
        surname,
        name.suffix,
        name.title,
        name.age,
        name.opens,
        name.shouted,
    )


class _Introductions:
    """The first full mention of everybody in a report, by every way in which a later mention may call them."""

    def __init__(self, found: list[Name]) -> None:
        self._by_words: dict[str, Name] = {}
        self._by_tail: dict[str, Name] = {}
        self._by_given: dict[str, Name] = {}
        self._alone = {name.words.lower() for name in found if name.is_person and not name.given}
        for name in found:
            if name.shouted or name.words.lower() in self._by_words:
                continue
            self._by_words[name.words.lower()] = name
            if name.is_full and name.kind in (Kind.PERSON, Kind.UNKNOWN):
                self._introduce(name)

    def _introduce(self, name: Name) -> None:
        words = f"{name.given} {name.surname}".lower().split()
        for at in range(1, len(words)):
            self._by_tail.setdefault(" ".join(words[at:]), name)
        if name.is_person:
            self._by_given.setdefault(words[0], name)

    def of(self, name: Name) -> Name | None:
        """The mention that introduces what this one names; None for a word of a headline that the prose lacks."""
        words = name.words.lower()
        if name.is_full and not name.shouted:
            first = self._by_tail.get(name.surname.lower())
            if first is not None and _may_be_one(first.given.lower(), name.given.lower()):
                return first
            return self._by_tail.get(words) or self._by_words.get(words)
        return self._by_tail.get(words) or self._by_given.get(words) or self._by_words.get(words)

    def kind(self, name: Name) -> Kind:
        """What an introduction names; a full name whose last word speaks elsewhere on its own is a person's."""
        if name.kind is Kind.UNKNOWN and name.is_full and name.surname.lower() in self._alone:
            return Kind.PERSON
        return name.kind


def _may_be_one(given: str, other: str) -> bool:
    """Whether two given names of one surname may be one person's: equal first names, or an initial of it."""
    one, two = given.split()[0], other.split()[0]
    return one == two or (one[0] == two[0] and (one.endswith(".") or two.endswith(".")))
