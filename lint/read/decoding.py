"""From bytes to text for files that say themselves in which encoding they are: XML, HTML and JSON."""

import codecs
import re

from lint.compiled import compiled
from lint.formats import DOCUMENTS, PAGES, STRUCTURED, is_of
from lint.read.text import BOM, STRAY, UNDEFINED_IN_WINDOWS, Decoded, decode
from lint.source import UnreadableError

HEAD = 4096  # bytes in which an encoding is declared; HTML says 1024, and not everybody heeds it
DECLARED = compiled(
    rb"""
    \A \s* <\?xml \s [^>]*? encoding \s* = \s* ["'] (?P<xml> [\w.:-]+ )
    | <meta \s [^>]*? charset \s* = \s* ["']? \s* (?P<meta> [\w.:-]+ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
WIDER = {  # what browsers read instead of these, by a rule of the web
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
WIDE = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
UNMARKED = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"), (b"{\0", "utf-16-le"), (b"\0{", "utf-16-be"))


def decode_file(path: str, content: bytes) -> Decoded:
    """The text of a file as an editor shows it, or the paragraphs of a document; raises UnreadableError.

    Bytes that are UTF-8 are read so, whatever they say they are: what is declared was often true of an older copy.
    """
    if not is_of(path, STRUCTURED):
        return decode(content)
    if is_of(path, DOCUMENTS):
        from lint.read.docx import paragraphs

        return Decoded(paragraphs(content))
    for mark, name in (*WIDE, *UNMARKED):
        if content.startswith(mark):
            return _decoded(content, name)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = "\0"  # which is read below, as what it says it is
    if text.count("\0") * STRAY <= (len(text) if is_of(path, PAGES) else 0):  # which browsers pass over
        return Decoded(text)
    if found := DECLARED.search(content, 0, HEAD):
        name = (found["xml"] or found["meta"]).decode("ascii").lower()
        if not name.startswith(("utf-8", "utf8", "utf-16", "utf16")):  # what tells of UTF-16 in ASCII is mistaken
            return _decoded(content, _known(name))
    return decode(content)


def _decoded(content: bytes, name: str) -> Decoded:
    if name == "cp1252" and not UNDEFINED_IN_WINDOWS.isdisjoint(content):
        name = "latin-1"
    try:
        return Decoded(content.decode(name), "UTF-8" if name == "utf-8" else name)
    except (UnicodeError, LookupError) as error:
        raise UnreadableError(f"it is no text in {name}, which it says it is: {error}") from None


def _known(name: str) -> str:
    """The codec of an encoding, or of the wider one that is meant by its name."""
    try:
        found = codecs.lookup(name)
    except LookupError:
        raise UnreadableError(f"it says it is in {name}, an encoding that nobody knows") from None
    if not found._is_text_encoding:
        raise UnreadableError(f"it says it is in {name}, which is no encoding of text")
    return WIDER.get(found.name, found.name)


def without_mark(text: str) -> str:
    """The text with a blank in the place of a byte-order mark, so that offsets stay."""
    return f" {text[1:]}" if text.startswith(BOM) else text
