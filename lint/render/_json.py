"""JSON that any reader can take: text as it is, but for halves of characters, which no encoding can write."""

import json
from typing import Any


def dumped(value: Any, indent: int | None = None) -> str:
    """A value as JSON, on one line unless it is indented, without a line end.

    A file name that is no UTF-8 reaches us with surrogates in it; Python's escape for these is JSON's as well.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
