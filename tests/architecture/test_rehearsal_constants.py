"""Whoever looks for a number on which the rehearsal rests finds its file on one page."""

from importlib import import_module
from pkgutil import iter_modules

import pytest

from crawlers.rehearsal import calibration
from oversight.docs.rehearsal_page import text

FILES = ("__init__", *(one.name for one in iter_modules(calibration.__path__)))


@pytest.mark.parametrize("name", FILES)
def test_the_page_names_every_constant_under_its_file(name: str) -> None:
    (line,) = (one for one in text().splitlines() if one.startswith(f"| `{name}.py` |"))
    dotted = calibration.__name__ if name == "__init__" else f"{calibration.__name__}.{name}"
    written = {one for one in vars(import_module(dotted)) if one.isupper()}

    assert {one for one in written if f"`{one}`" not in line} == set()
