"""What the whole machine may run short of. It says nothing about the file that was being read when it did."""

import errno

_SHORT = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOSPC, errno.EDQUOT})


def is_shortage(error: BaseException) -> bool:
    """Whether an error tells of too few file handles, too little memory or a full disk.

    A build that meets one ends, and the old site stands: an article left out for it would be missed for no fault
    of its own, until somebody edits it.
    """
    return isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno in _SHORT)
