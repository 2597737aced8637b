"""From bytes to text: UTF-8 first, then what older newsroom systems write."""

from dataclasses import dataclass

from lint.compiled import compiled
from lint.source import UnreadableError

BOM = "\ufeff"
UNDEFINED_IN_WINDOWS = frozenset(b"\x81\x8d\x8f\x90\x9d")
CONTROL = bytes(code for code in range(32) if code not in b"\t\n\v\f\r")
STRAY = 100  # a wire's or a word processor's stray control character is no harm, one in so many bytes is no text
SIGNATURES = (
    (b"\xff\xfe", "UTF-16; save it as UTF-8"),
    (b"\xfe\xff", "UTF-16; save it as UTF-8"),
    (b"PK\x03\x04", "a zip archive or a document of a word processor; save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "a document of a word processor; save it as plain text"),
    (b"{\\rtf", "rich text (RTF); save it as plain text"),
    (b"%PDF-", "a PDF; save it as plain text"),
)
NOT_UTF_8 = compiled("[\udc80-\udcff]+")  # what "surrogateescape" makes of bytes that are no UTF-8
BEYOND_ASCII = compiled("[^\x00-\x7f\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with byte-order mark and line ends kept, its encoding, and where the first character not in UTF-8 is."""

    text: str
    encoding: str = "UTF-8"
    first: int | None = None


def decode(content: bytes) -> Decoded:
    """The text that the bytes of a file stand for.

    Bytes that are no UTF-8 are Windows-1252, or Latin-1 where Windows-1252 has no such character. Where most of the
    file is UTF-8 (copy pasted from two systems) only those bytes are read so.
    Raises UnreadableError for bytes that are no text at all.
    """
    for signature, name in SIGNATURES:
        if content.startswith(signature):
            raise UnreadableError(f"it is {name}")
    if b"\0" in content or len(content) - len(content.translate(None, CONTROL)) > len(content) // STRAY:
        raise UnreadableError("it is binary, not text")
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        first = len(content[: error.start].decode("utf-8"))
    text = content.decode("utf-8", "surrogateescape")
    if len(BEYOND_ASCII.findall(text)) > sum(map(len, NOT_UTF_8.findall(text))):
        mended = NOT_UTF_8.sub(lambda run: _legacy(run.group().encode("utf-8", "surrogateescape"))[0], text)
        return Decoded(mended, "UTF-8 and, in places, Windows-1252", first)
    # Not one character of this file is UTF-8 for sure, so that what looks like it (É” in Windows-1252) is chance.
    text, encoding = _legacy(content)
    return Decoded(text, encoding, next(place for place, character in enumerate(text) if character > "\x7f"))


def _legacy(content: bytes) -> tuple[str, str]:
    if UNDEFINED_IN_WINDOWS.isdisjoint(content):
        return content.decode("cp1252"), "Windows-1252"
    return content.decode("latin-1"), "Latin-1"
