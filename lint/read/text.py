"""From bytes to text: UTF-8 first, then what older newsroom systems write."""

BOM = "\ufeff"
UNDEFINED_IN_WINDOWS = frozenset(b"\x81\x8d\x8f\x90\x9d")
BINARY = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b")
WIDE = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


class UnreadableError(Exception):
    """Bytes that are no text; the text of the exception says why."""


def decode(content: bytes) -> tuple[str, str]:
    """The text, byte-order mark and line ends kept, and the name of its encoding.

    Bytes that are no UTF-8 are read as Windows-1252, or as Latin-1 where Windows-1252 has no such character.
    Raises UnreadableError for bytes that are no text at all.
    """
    for mark, name in WIDE:
        if content.startswith(mark):
            raise UnreadableError(f"it is {name}; save it as UTF-8")
    if content.startswith(b"PK\x03\x04") or len(content.translate(None, BINARY)) < len(content):
        raise UnreadableError("it is binary, not text")
    try:
        return content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        if UNDEFINED_IN_WINDOWS.isdisjoint(content):
            return content.decode("cp1252"), "Windows-1252"
        return content.decode("latin-1"), "Latin-1"
