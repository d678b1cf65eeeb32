"""Why the operating system would not, in the reader's language."""

from __future__ import annotations

import errno

from flask_babel import gettext as _

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def reason(error: OSError) -> str:
    """What `error` means; the system's own words for what is rare."""
    return sentences().get(error.errno or 0) or error.strerror or str(error)


def sentences() -> dict[int, str]:
    """The common ones by number."""
    return {
        errno.ENOENT: _("there is no such file or folder"),
        errno.ENOTDIR: _("part of the path is not a folder"),
        errno.EEXIST: _("there is a file of that name"),
        errno.EISDIR: _("it is a folder"),
        errno.EACCES: _("you have no right to it"),
        errno.EPERM: _("you have no right to it"),
        errno.EROFS: _("it can only be read"),
        errno.ENOSPC: _("the disk is full"),
        errno.EDQUOT: _("the disk is full"),
        errno.EIO: _("the disk could not read or write it"),
        errno.EFBIG: _("the file would be too large"),
        errno.EADDRINUSE: _("something else listens there already"),
        errno.EADDRNOTAVAIL: _("there is no such address on this machine"),
    }
