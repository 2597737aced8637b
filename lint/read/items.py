"""Items: the reports of a file that may hold several, by what is in it."""

from lint.formats import DOCUMENTS, LINES, OBJECTS, is_of
from lint.read.decoding import decode_file, without_mark
from lint.read.item import Item
from lint.read.laid import whole


def items(path: str, content: bytes) -> list[Item]:
    """The reports of a file, those that cannot be read among them; raises UnreadableError where it holds none."""
    text = decode_file(path, content).text
    if is_of(path, LINES + OBJECTS):
        from lint.read.json_items import items as of_json

        return of_json(path, text)
    from lint.read.xml_items import items as of_xml

    return of_xml(text)


def single(path: str, content: bytes) -> Item:
    """The report of a file that is a page or a document; raises UnreadableError."""
    text = decode_file(path, content).text
    if is_of(path, DOCUMENTS):
        from lint.read.docx import document

        return document(content)
    from lint.read.html_page import page

    return page(whole(without_mark(text)))
