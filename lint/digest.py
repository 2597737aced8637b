"""Digests: bytes that stand for others."""

from collections.abc import Iterable

try:
    from _blake2 import blake2b  # what hashlib gives, which loads all of OpenSSL before: 3 ms of start-up
except ImportError:  # a Python that is not CPython
    from hashlib import blake2b

SIZE = 16  # bytes of a digest: two of a million million reports are alike by chance of one in 10^14


def digest(parts: Iterable[bytes]) -> bytes:
    """16 bytes that stand for these parts, in this order."""
    told = blake2b(digest_size=SIZE)
    for part in parts:
        told.update(b"%d:" % len(part))  # so that “ab”, “c” is another than “a”, “bc”
        told.update(part)
    return told.digest()


def number_of(words: str) -> int:
    """A whole number of 64 bits that stands for these words: of a million, two are alike by chance of one in 10^7."""
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)
