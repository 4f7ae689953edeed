"""The most memory that this process has held."""

import resource
import sys

KIB = 1024


def peak_mb() -> float:
    """Peak resident memory in millions of bytes. Linux counts in KiB, macOS in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak * (1 if sys.platform == "darwin" else KIB) / 1_000_000
