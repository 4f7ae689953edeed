"""A file that is saved says by its name that it is a rehearsal's, where its form has no place."""

import pytest

from crawlers.rehearsal.publishing import Asked, Publisher
from tests.crawlers.rehearsal.test_other_publishers import crawled, publishers

OF_PAGES = {"gazette", "charity_commission", "gias"}
"""Whoever serves pages alone: the files of two of them lie on hosts of their own."""


@pytest.mark.parametrize(
    "desk", [one for one in publishers() if one.key not in OF_PAGES], ids=lambda desk: desk.key
)
def test_every_file_is_saved_under_a_name_that_begins_with_rehearsal(desk: Publisher) -> None:
    answers = {path: desk.answer(Asked(path=path)) for path, _ in crawled(desk)}
    saved = {
        path: one.headers.get("Content-Disposition", path.rpartition("/")[2])
        for path, one in answers.items()
        if one.media_type.partition(";")[0] not in {"text/html", "application/json"}
    }

    assert saved
    assert [
        name
        for name in saved.values()
        if not name.removeprefix('attachment; filename="').startswith("rehearsal")
    ] == []
