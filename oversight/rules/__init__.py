"""One file per rule. A file joins the register by defining `RULE`."""

import sys

from crawlers.catalogue import catalogue
from oversight.rule import Rule


def register() -> tuple[Rule, ...]:
    """Every rule in this package, in the order of their codes."""
    return catalogue(sys.modules[__name__], "RULE", (Rule,), "code")
