"""Draws that do not depend on who asks first."""

from hashlib import sha256
from random import Random


def drawn(seed: int, purpose: str, key: str) -> Random:
    """The draws of one purpose for one thing: the same for the same seed, every time."""
    return Random(f"{seed}/{purpose}/{key}")  # noqa: S311 - invented data needs no secrets


def shuffled_number(seed: int, purpose: str, key: str, *, digits: int) -> int:
    """A number of so many digits that looks like a publisher's id; two things rarely share one."""
    found = int.from_bytes(sha256(f"{seed}/{purpose}/{key}".encode()).digest()[:8])
    least = 10 ** (digits - 1)
    return least + found % (9 * least)
