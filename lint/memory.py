"""Memory: what earlier runs found, so that nothing is read or compared twice."""

from array import array
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from lint import stopwatch
from lint.digest import digest
from lint.errors import DamageError
from lint.findings import Findings
from lint.packing import pack, unpack
from lint.source import Source, fetched
from lint.store import Store

if TYPE_CHECKING:
    from lint.diagnostic import Diagnostic
    from lint.extract import Extract

Members = tuple[str, tuple[tuple[bytes, int], ...]]  # of a group of claims: its kind, and digests with numbers


class Memory:
    """What was found under one edition of the rule book.

    What a run could not do is not remembered: it is tried again. Raises DamageError where a store holds what it
    should not; whoever gets it is to go on without a memory.
    """

    def __init__(self, edition: bytes, stores: Sequence[Store], written: Store | None) -> None:
        """What the stores hold of this edition; what is new is kept in the one that is written."""
        self._edition = edition
        self._stores = stores
        self._written = written
        self._digests: dict[str, bytes | None] = {}
        self._is_current = True  # until a report turns out to have changed under our eyes

    def digest(self, source: Source) -> bytes | None:
        """What stands for the content of a source, if it can be read."""
        if source.digest:
            return source.digest
        if source.path not in self._digests:
            with stopwatch.lap(stopwatch.READING):
                self._digests[source.path] = fetched(source).digest
        return self._digests[source.path]

    def run(self, sources: Iterable[Source], corpus: Iterable[Source], archived: bytes) -> bytes | None:
        """What stands for a run over these sources, this corpus and an archive in this state, if all can be read."""
        told = [sorted(self.digest(source) or b"" for source in half) for half in (sources, corpus)]
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

    def extracts(self, sources: Iterable[Source]) -> dict[str, "Extract"]:
        """What those of the sources that are known say, by path."""
        digests = {digest: source.path for source in sources if (digest := self.digest(source))}
        keys = {self._key(b"report", digest): digest for digest in digests}
        packed = self._recall(list(keys))
        if not packed:
            return {}
        from lint.pickling import unpack_extract  # with all that reports are made of, for those who compare

        return {digests[keys[key]]: unpack_extract(each, keys[key]) for key, each in packed.items()}

    def keep_extract(self, extract: "Extract") -> None:
        """Remember what a report says."""
        from lint.pickling import PackingError, pack_extract

        self._is_current &= self._digests.get(extract.path, extract.digest) == extract.digest
        if extract.digest and not any(each.is_failure for each in extract.diagnostics):
            try:
                packed = pack_extract(extract)
            except PackingError:  # a rule with claims of its very own kind: they are made again each time
                return
            self._keep(self._key(b"report", extract.digest), packed)

    def compared(self, groups: Iterable[Members]) -> dict[Members, tuple["Diagnostic", ...]]:
        """What was found between the members of each group that is known."""
        keys = {self._group(members): members for members in groups}
        return {keys[key]: unpack(packed) for key, packed in self._recall(list(keys)).items()}

    def keep_compared(self, members: Members, found: Sequence["Diagnostic"]) -> None:
        """Remember what was found between the members of a group."""
        if not any(each.is_failure for each in found):
            self._keep(self._group(members), pack(found))

    def stories(self, asked: bytes, count: int) -> list[int] | None:
        """The numbers of the stories of so many signatures, in their order, if they are known."""
        key = self._key(b"stories", asked)
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
        self._keep(self._key(b"stories", asked), array("i", numbers).tobytes())

    def distrust(self, error: DamageError) -> None:
        """Give up the stores, with a word to the user."""
        for store in self._stores:
            store.distrust(f"it was damaged ({error})")

    def _group(self, members: Members) -> bytes:
        kind, parts = members
        return self._key(kind.encode(), b"".join(digest + number.to_bytes(4, signed=True) for digest, number in parts))

    def _key(self, *parts: bytes) -> bytes:
        return digest((self._edition, *parts))

    def _recall(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        found: dict[bytes, bytes] = {}
        for store in self._stores:
            found |= store.get([key for key in keys if key not in found])
        return found

    def _keep(self, key: bytes, value: bytes) -> None:
        if self._written:
            self._written.put(key, value, self._edition)
