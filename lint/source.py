"""Sources: where the bytes of a report come from, and what stands for them."""

from lint.digest import digest
from lint.formats import MANY, is_of
from lint.value import value

LARGEST = 10_000_000  # bytes: a report of a million and a half words is a mistake, such as a database dump
LARGEST_OF_MANY = 200_000_000  # bytes of a file that holds many reports, such as all that a site has published
USUAL = 65_536  # bytes that nearly every report has at most: to make room for the largest takes longer than to read one


class UnreadableError(Exception):
    """Bytes that are no text of a report; the text of the exception says why."""


@value(frozen=True, slots=True)
class Source:
    """A report to read: a path as the user knows it, and its content where that is at hand already (stdin)."""

    path: str
    content: bytes | None = None
    digest: bytes | None = None  # of path and content, where it is known
    archive: str = ""  # the archive that holds the content, where no file does
    published: str = ""  # the date and the headline of a text that came with them in a table
    title: str = ""


def fetched(source: Source) -> Source:
    """The source with its content and its digest, unless it cannot be read; `read` will say why."""
    if source.content is not None and source.digest:
        return source
    try:
        content = content_of(source)
    except (UnreadableError, OSError):
        return source
    parts = [source.path.encode("utf-8", "surrogatepass"), content]
    if source.published or source.title:
        parts += (each.encode("utf-8", "surrogatepass") for each in (source.published, source.title))
    return Source(source.path, content, digest(parts), source.archive, source.published, source.title)


def content_of(source: Source) -> bytes:
    """The bytes of a report; raises OSError, and UnreadableError where there are too many."""
    content = source.content
    largest = LARGEST_OF_MANY if is_of(source.path, MANY) else LARGEST
    if source.archive and content is None:
        from lint.archive import Archive

        with Archive(source.archive) as archive:
            content = archive.content(source.path)
    elif content is None:
        with open(source.path, "rb") as file:  # noqa: PTH123 - two thirds of the time
            content = file.read(USUAL)
            if len(content) == USUAL:
                content += file.read(largest + 1 - USUAL)
    if len(content) > largest:
        raise UnreadableError(f"it has more than {largest / 1e6:.0f} MB, and no report is as long as that")
    return content
