"""What the end-to-end tests share: the command line in a folder of its own."""

from tests.oversight.asking import ask

__all__ = ["ask"]
