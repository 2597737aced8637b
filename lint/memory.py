"""Memory: what earlier runs found, so that nothing is read or compared twice."""

import marshal
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lint import stopwatch
from lint.digest import SIZE, digest
from lint.errors import DamageError, ForgottenError
from lint.findings import Findings
from lint.packing import pack, unpack
from lint.sightings import Sightings
from lint.source import Source
from lint.store import Store

if TYPE_CHECKING:
    from lint.diagnostic import Diagnostic
    from lint.edition import Edition
    from lint.extract import Extract
    from lint.links import Links
    from lint.rule import Rule
    from lint.signature import Signature

AT_HAND = 200_000_000  # bytes of what reports say that a run holds, and need not look up again to compare it

Members = tuple[str, tuple[tuple[bytes, int], ...]]  # of a group of claims: its kind, and digests with numbers
Names = frozenset[str]  # of rules

MANY = 100  # reports: of so many, what a run needs is kept once more in one piece, which is read at once


class Memory:
    """What was found under an edition of the rule book, or by the rules that are the same in another one.

    What a run could not do is not remembered: it is tried again. Raises DamageError where a store holds what it
    should not; whoever gets it is to go on without a memory. Raises ForgottenError where something is gone of which a
    part was looked at; whoever gets it may begin again with the same memory.
    """

    def __init__(
        self,
        edition: "Edition",
        stores: Sequence[Store],
        written: Store | None,
        *,
        rules: Sequence["Rule"] = (),
        place: str = "",
    ) -> None:
        """What the stores hold of this edition; what is new is kept in the one that is written.

        The rules, which are those of the edition, are looked at only where not everything is known. `place` stands for
        the reports that are usually checked together.
        """
        self._edition = edition
        self._stores = stores
        self._written = written
        self._rules = rules
        self._place = place.encode("utf-8", "surrogatepass")
        self._digests: dict[str, bytes | None] = {}
        self._sightings = Sightings()
        self._is_current = True  # until a report turns out to have changed under our eyes
        self._outlines = _Piece(b"outlines")
        self._groups = _Piece(b"groups")
        self._others: dict[bytes, Names] = {}  # of other editions: the rules that are the same in this one
        self._is_described = False
        self._holds = False
        self._at_hand = 0  # bytes of what reports say

    @property
    def edition(self) -> bytes:
        """What stands for all that was found, besides the reports."""
        return self._edition.whole

    @property
    def catalogued(self) -> frozenset[bytes]:
        """What stands for all that the rules look up in the catalogue of an archive."""
        return self._edition.catalogued(self._rules)

    def digest(self, source: Source) -> bytes | None:
        """What stands for the content of a source, if it can be read."""
        if source.digest:
            return source.digest
        if source.path not in self._digests:
            self._digests[source.path] = self._sightings.digest(source)
        return self._digests[source.path]

    def run(self, sources: Sequence[Source], corpus: Sequence[Source], archived: bytes) -> bytes | None:
        """What stands for a run over these sources, this corpus and an archive in this state, if all can be read."""
        many = len(sources) + len(corpus) >= MANY
        key = digest((b"sightings", self._place))
        if many:
            self._sightings = Sightings(self._recall([key]).get(key))
        with stopwatch.lap(stopwatch.READING):
            told = [sorted(self.digest(source) or b"" for source in half) for half in (sources, corpus)]
        if many and self._sightings.are_new:
            self._keep(key, self._sightings.packed(source.path for half in (sources, corpus) for source in half))
        if any(b"" in half for half in told):
            return None
        return self._key(b"run", *map(b"".join, told), archived)

    def findings(self, run: bytes) -> Findings | None:
        """What a run found, if it is known."""
        packed = self._recall([run]).get(run)
        if packed is None:
            return None
        found = unpack(packed[4:])
        return Findings(found, int.from_bytes(packed[:4]))

    def keep_findings(self, run: bytes, findings: Findings) -> None:
        """Remember what a run found."""
        if self._is_current and not findings.failed:
            self._keep(run, findings.reports.to_bytes(4) + pack(findings.diagnostics))
        for piece in (self._outlines, self._groups):
            if len(piece.used) >= MANY and not piece.used.keys() <= piece.known.keys():
                self._keep(self._key(piece.kind, self._place), marshal.dumps(piece.used))

    def extracts(self, sources: Iterable[Source]) -> "dict[str, tuple[Extract, Names]]":
        """What those of the sources that are known say, by path, and the rules of which that is not known."""
        paths = {digest: source.path for source in sources if (digest := self.digest(source))}
        keys = {self._edition.report(digest): digest for digest in paths}
        if len(keys) >= MANY and not self._holds:
            self._recall_piece(self._outlines)
        outlined = {key: outline for key in keys if (outline := self._outlines.known.get(key))}
        packed = self._recall([key for key in keys if key not in outlined])
        if not packed and not outlined:
            return {}
        from lint.pickling import outline_of, unpack_extract  # with all that reports are made of

        found: dict[str, tuple[Extract, Names]] = {}
        for key, outline in outlined.items():
            found[paths[keys[key]]] = unpack_extract(outline, keys[key], self._substance(key)), frozenset()
        for key, each in packed.items():
            edition, value = each[:SIZE], each[SIZE:]
            extract = unpack_extract(value, keys[key])
            if edition != self._edition.whole:
                same = self._same(edition)
                if not same:
                    continue
                missing = frozenset(rule.name for rule in self._rules) - same
                extract = extract.of(same - missing, self._described(edition))
                found[extract.path] = extract, missing
            else:
                found[extract.path] = extract, frozenset()
                outlined[key] = outline_of(value)
        self._outlines.used.update(outlined)
        return found

    def keep_extract(self, packed: bytes, digest: bytes) -> "Extract":
        """What a report says, from now on remembered."""
        from lint.pickling import outline_of, unpack_extract

        key, outline = self._edition.report(digest), outline_of(packed)
        self._keep_of_rules(key, packed)
        self._outlines.used[key] = outline
        self._at_hand += len(packed)
        if self._holds or self._at_hand < AT_HAND:
            return unpack_extract(packed, digest)
        return unpack_extract(outline, digest, self._substance(key))

    def saw(self, extract: "Extract") -> None:
        """Notice whether a report is still the one that the run began with."""
        self._is_current &= self._digests.get(extract.path, extract.digest) == extract.digest

    def compared(self, groups: Iterable[Members]) -> "dict[Members, tuple[tuple[Diagnostic, ...], Names]]":
        """What was found between the members of each group that is known, and the rules of which that is not known."""
        keys = {self._group(members): members for members in groups}
        if len(keys) >= MANY:
            self._recall_piece(self._groups)
        packed = {key: value for key in keys if (value := self._groups.known.get(key))}
        packed |= self._recall([key for key in keys if key not in packed])
        found: dict[Members, tuple[tuple[Diagnostic, ...], Names]] = {}
        for key, value in packed.items():
            edition = value[:SIZE]
            if edition == self._edition.whole:
                found[keys[key]] = unpack(value[SIZE:]), frozenset()
                self._groups.used[key] = value
            elif same := self._same(edition):
                told = tuple(each for each in unpack(value[SIZE:]) if each.rule in same)
                found[keys[key]] = told, frozenset(rule.name for rule in self._rules) - same
        return found

    def keep_compared(self, members: Members, found: "Sequence[Diagnostic]") -> None:
        """Remember what was found between the members of a group."""
        if not any(each.is_failure for each in found):
            key, packed = self._group(members), pack(found)
            self._keep_of_rules(key, packed)
            self._groups.used[key] = self._edition.whole + packed

    def stories(self, asked: bytes, count: int) -> list[int] | None:
        """The numbers of the stories of so many signatures, in their order, if they are known."""
        key = self._between(b"stories", asked)
        packed = self._recall([key]).get(key)
        if packed is None:
            return None
        numbers = array("i")
        if len(packed) != count * numbers.itemsize:
            raise DamageError("the stories are not those of these reports")
        numbers.frombytes(packed)
        return numbers.tolist()

    def keep_stories(self, asked: bytes, numbers: Sequence[int]) -> None:
        """Remember the stories of these signatures."""
        self._keep(self._between(b"stories", asked), array("i", numbers).tobytes())

    def links(self, window: int | None) -> "Links | None":
        """What tied the reports that are usually checked together, if that is known."""
        from lint.links import unpacked

        key = self._links(window)
        packed = self._recall([key]).get(key)
        return unpacked(packed) if packed else None

    def keep_links(self, window: int | None, links: "Links") -> None:
        """Remember what ties the reports that are usually checked together."""
        self._keep(self._links(window), links.packed)

    def signatures(self, digest: bytes) -> "Sequence[Signature] | None":
        """The signatures that a report had when this stood for it, if they are known."""
        from lint.pickling import unpack_extract

        key = self._edition.report(digest)
        packed = self._recall([key]).get(key)
        return list(unpack_extract(packed[SIZE:], digest).signatures) if packed else None

    def hold(self) -> None:
        """Give all that reports say at once from now on, to those who look at it when the stores are closed."""
        self._holds = True

    def forget_pieces(self) -> None:
        """Believe no more that what was kept in one piece is kept apart as well."""
        for piece in (self._outlines, self._groups):
            piece.known, piece.used = {}, {}
            self._keep(self._key(piece.kind, self._place), marshal.dumps({}))

    def distrust(self, error: DamageError) -> None:
        """Give up the stores, with a word to the user."""
        for store in self._stores:
            store.distrust(f"it was damaged ({error})")

    def _recall_piece(self, piece: "_Piece") -> None:
        key = self._key(piece.kind, self._place)
        if not piece.known and (packed := self._recall([key]).get(key)):
            piece.known = _mapping(packed)

    def _substance(self, key: bytes) -> Callable[[], bytes]:
        def recalled() -> bytes:
            packed = self._recall([key]).get(key)
            if packed is None:
                raise ForgottenError
            return packed[SIZE:]

        return recalled

    def _same(self, other: bytes) -> Names:
        """The rules of another edition that are the same in this one."""
        if other not in self._others:
            described = self._described(other)
            mine = {rule.name: self._edition.of(rule) for rule in self._rules}
            same = (name for name, part in described.items() if part and mine.get(name) == part)
            self._others[other] = frozenset(same)
        return self._others[other]

    def _described(self, edition: bytes) -> Mapping[str, bytes | None]:
        """The rules of an edition, as far as that is known, each with what stands for it."""
        key = digest((b"rules", edition))
        packed = self._recall([key]).get(key)
        return _mapping(packed) if packed else {}

    def _group(self, members: Members) -> bytes:
        kind, parts = members
        told = b"".join(digest + number.to_bytes(4, signed=True) for digest, number in parts)
        return self._between(kind.encode("utf-8", "surrogatepass"), told)

    def _links(self, window: int | None) -> bytes:
        return self._between(b"links", self._place, repr(window).encode())

    def _key(self, *parts: bytes) -> bytes:
        return digest((self._edition.whole, *parts))

    def _between(self, *parts: bytes) -> bytes:
        return digest((self._edition.comparing, *parts))

    def _recall(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        found: dict[bytes, bytes] = {}
        for store in self._stores:
            found |= store.get([key for key in keys if key not in found])
        return found

    def _keep(self, key: bytes, value: bytes) -> None:
        if self._written:
            self._written.put(key, value, self._edition.whole)

    def _keep_of_rules(self, key: bytes, value: bytes) -> None:
        """Keep what rules found, and with it which rules these are."""
        if not self._is_described:
            self._is_described = True
            described = {rule.name: self._edition.of(rule) for rule in self._rules}
            self._keep(digest((b"rules", self._edition.whole)), marshal.dumps(described))
        self._keep(key, self._edition.whole + value)


def _mapping(packed: bytes) -> dict[Any, Any]:
    try:
        return dict(marshal.loads(packed))
    except (ValueError, TypeError, EOFError) as error:
        raise DamageError(str(error)) from None


@dataclass(slots=True)
class _Piece:
    """Small values by key that a run needs all at once, kept once more in one piece: what was known, what is used."""

    kind: bytes
    known: dict[bytes, bytes] = field(default_factory=dict)
    used: dict[bytes, bytes] = field(default_factory=dict)
