"""The user's cache: where factlint keeps what belongs to no project."""

import os
from pathlib import Path


def users_cache() -> Path:
    """The folder, which need not be there; raises RuntimeError for a user who has no home."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser(), "factlint")
