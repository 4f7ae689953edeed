"""How sure a share is that was counted: Wilson's interval for 95%."""

from math import sqrt

NORMAL_95 = 1.959964
"""Standard deviations to either side that hold 95% of a normal distribution."""


def wilson(right: int, of: int) -> tuple[float, float]:
    """The lower and the upper end of a share, 0 to 1; of none, 0 and 1: nothing is known."""
    if of == 0:
        return 0.0, 1.0
    share, z = right / of, NORMAL_95
    scale = 1 + z * z / of
    middle = (share + z * z / (2 * of)) / scale
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / scale
    return max(0.0, middle - half), min(1.0, middle + half)
