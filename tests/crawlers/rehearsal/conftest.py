"""The two issues of the first seed, each read once for all tests of a module."""

import pytest

from tests.crawlers.rehearsal.reading import Book, book, written


@pytest.fixture(scope="module")
def books() -> tuple[Book, Book]:
    before, after = (book(body) for body in written(1))
    return before, after


@pytest.fixture(scope="module")
def before(books: tuple[Book, Book]) -> Book:
    return books[0]


@pytest.fixture(scope="module")
def after(books: tuple[Book, Book]) -> Book:
    return books[1]
