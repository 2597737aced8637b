"""Files that are written whole or not at all."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path


def put(path: Path, content: bytes) -> None:
    """Put a new file in the place of an old one, or of none, in one step; raises OSError, and then nothing has changed.

    Who reads it meanwhile finds the one or the other. A link stays a link, and permissions and owner stay as they were.
    What is no file, such as /dev/stdout, is written to.
    """
    file = Path(os.path.realpath(path))
    status = file.stat() if file.exists() else None
    if status and not stat.S_ISREG(status.st_mode):
        file.write_bytes(content)
        return
    if status and not os.access(file, os.W_OK):
        raise PermissionError(errno.EACCES, "Permission denied")
    new = file.with_name(f".{file.name[:200]}.{os.urandom(4).hex()}")
    try:
        with new.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if status:
            new.chmod(stat.S_IMODE(status.st_mode))
            with suppress(OSError):  # only root can give a file away; the name is the owner's own in all other cases
                os.chown(new, status.st_uid, status.st_gid)
        new.replace(file)
    except BaseException:  # Ctrl-C as well
        with suppress(OSError):
            new.unlink()
        raise
