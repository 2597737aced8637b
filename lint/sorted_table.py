"""Tables of many words in their order, read as bytes, of which a page is looked through at a time."""

from bisect import bisect_right

PAGE = 4096  # bytes


class SortedTable:
    """Lines in the order of their first cells, which end in a tab. It costs nothing but its bytes until it is used."""

    def __init__(self, content: bytes) -> None:
        """The table of what a file holds."""
        self.lines = b"\n" + content  # so that each line follows the end of one
        ends = (self.lines.rfind(b"\n", 0, place) for place in range(PAGE, len(self.lines), PAGE))
        self._starts = [0, *ends]
        self._firsts = [self.lines[start + 1 : self.lines.find(b"\t", start)] for start in self._starts]
        self._starts.append(len(self.lines))

    def line(self, word: str) -> bytes | None:
        """The line of a word, without its end; None where it has none."""
        first = word.encode("utf-8", "surrogatepass")
        place = self.lines.find(b"\n%b\t" % first, *self.pages(first, first))
        return self.lines[place + 1 : self.lines.find(b"\n", place + 1)] if place >= 0 else None

    def pages(self, first: bytes, last: bytes) -> tuple[int, int]:
        """Where the pages begin and end on which all lines between two first cells stand, with the end of a line."""
        start = self._starts[max(0, bisect_right(self._firsts, first) - 1)]
        return start, self._starts[bisect_right(self._firsts, last)] + 1
