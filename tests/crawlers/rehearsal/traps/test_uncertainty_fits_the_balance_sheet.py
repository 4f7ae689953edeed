"""Whose accounts speak of bank facilities owes a bank something; who owes none does not."""

from crawlers.rehearsal.world.books import Scope, Uncertainty
from tests.crawlers.rehearsal.traps import documents
from tests.crawlers.rehearsal.traps.served import SEEDS, served


def test_only_who_owes_a_bank_depends_on_bank_facilities() -> None:
    said: set[bool] = set()
    for seed in (*SEEDS, 7):
        here = served(seed)
        for one in here.world.accounts:
            if one.uncertainty is not Uncertainty.TRUE or one.filed_on > here.today:
                continue
            filing = documents.filing(here, one.company, one.key)
            body = documents.as_(here, filing, documents.XHTML) if filing else None
            if body is None:
                continue
            scope = Scope.GROUP if Scope.GROUP in one.scopes else Scope.COMPANY
            position = next(
                books.position
                for books in here.world.books_of[one.reporting]
                if (books.scope, books.end) == (scope, one.end)
            )
            owed = position.bank_loans_within_a_year + position.bank_loans_after
            words = documents.words(body)
            assert ("bank facilities" in words) is (owed > 0)
            assert ("money from its owners" in words) is (owed == 0)
            said.add(owed > 0)

    assert said == {True, False}
