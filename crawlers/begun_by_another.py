"""A process that another has begun, and that ends with it, however that ends."""

import os
import threading
from multiprocessing import parent_process


def end_with_the_parent() -> None:
    """End this process as soon as the one that began it is gone.

    The thread that waits for it is never over, and nor is what it can reach: it stands in a module
    of its own, so that all else is cleared away when the process ends by itself.
    """
    threading.Thread(target=_wait, daemon=True).start()


def _wait() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
