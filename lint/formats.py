"""Formats: what the name of a file says of what is in it; what is in it says the rest (lint.read.sniffing)."""

PLAIN = (".txt", ".md", ".markdown")
PAGES = (".html", ".htm", ".xhtml")
DOCUMENTS = (".docx",)
LINES = (".jsonl", ".ndjson")
OBJECTS = (".json",)
MARKUP = (".xml", ".rss", ".atom")

SINGLE = PAGES + DOCUMENTS  # one report a file, which is not plain text
MANY = LINES + OBJECTS + MARKUP  # any number of reports a file: items
STRUCTURED = SINGLE + MANY
SUFFIXES = PLAIN + STRUCTURED
PACKED = b"\0factlint item 1\n"  # what an item begins with that was taken out of its file, and no text does
DOUBTFUL = LINES + OBJECTS + (".xml",)  # most files with these names hold no reports


def is_of(path: str, suffixes: tuple[str, ...]) -> bool:
    """Whether the name of a file ends in one of these suffixes, in whatever case."""
    return path.lower().endswith(suffixes)


def holds_items(path: str) -> bool:
    """Whether a path names an item of a file, as in `feed.xml#https://example.org/?p=7`."""
    return any(f"{suffix}#" in path.lower() for suffix in MANY)
