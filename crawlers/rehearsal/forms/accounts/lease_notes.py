"""What accounts say of leases: commitments under the old standard, liabilities under the new."""

from collections.abc import Callable

from crawlers.rehearsal.forms.accounts.lines import Line, columns, table, tagged
from crawlers.rehearsal.forms.accounts.notes import Note, paragraph, said
from crawlers.rehearsal.forms.accounts.printed import At, Block, Due, Members, Part, Weight
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.forms.accounts.wording import long_date, money
from crawlers.rehearsal.world.books import Books, LeaseBasis

_MATURITIES = "core:MaturitiesOrExpirationPeriodsDimension"
_COMMITTED = "core:FutureMinimumLeasePaymentsUnderNon-cancellableOperatingLeases"
_YEARS_BETWEEN = 4
"""The second to the fifth year."""


def leases_note(told: Told) -> Note | None:
    """Future rents, or the debt that they have become; None where nothing is leased."""
    blocks = (*_commitments(told), *_liabilities(told))
    return Note(key="leases", title="Leases", blocks=blocks) if blocks else None


def lease_policy(told: Told) -> tuple[Block, ...]:
    """How leases are accounted for, and that it changed where it did."""
    now = told.now.lease_basis
    if now is LeaseBasis.AMENDED_FRS_102:
        words = (
            "A right-of-use asset and a lease liability are recognised when a lease begins, except "
            "for short leases and leases of low value. Assets are depreciated over the term; "
            "interest on the liability is a finance cost."
        )
    else:
        words = (
            "Rents under operating leases are charged to profit or loss evenly over the term of "
            "the lease."
        )
    amended = LeaseBasis.AMENDED_FRS_102
    is_adopted = told.before is not None and told.before.lease_basis is not now is amended
    return (
        *paragraph((tagged(words, "core:LeasesPolicy", told=told),)),
        *(_change(told) if is_adopted and _leases(told.now) else ()),
    )


def _change(told: Told) -> tuple[Block, ...]:
    return said(
        f"The periodic review amendments of 2024 to FRS 102 are applied from "
        f"{long_date(told.now.start)}, without restating comparatives. Rents that were operating "
        "costs are now depreciation and interest; the leased property and the debt stand on the "
        f"balance sheet, where lease liabilities are {money(told, _leases(told.now))}."
    )


def _commitments(told: Told) -> tuple[Block, ...]:
    if not any(books.lease_commitments for books in told.books[told.head][:2]):
        return ()
    lines = (
        _committed("Not later than one year", _first, "WithinOneYear"),
        _committed("Later than one and not later than five years", _next, "BetweenOneFiveYears"),
        _committed("Later than five years", _later, "MoreThanFiveYears"),
        Line(
            label="",
            of=lambda books: books.lease_commitments,
            concept=_COMMITTED,
            at=At.END,
            weight=Weight.TOTAL,
        ),
    )
    words = "Future minimum rents under non-cancellable operating leases fall due as follows:"
    return (*said(words), table(told, lines, columns(told, told.head), Part.BALANCE_NOTE))


def _committed(label: str, of: Callable[[Books], int], member: str) -> Line:
    members: Members = ((_MATURITIES, f"core:{member}"),)
    return Line(label=label, of=of, concept=_COMMITTED, at=At.END, members=members)


def _liabilities(told: Told) -> tuple[Block, ...]:
    amended = told.now.lease_basis is LeaseBasis.AMENDED_FRS_102
    if not (amended and _leases(told.now)):
        return ()
    lines = (
        Line(
            label="Lease liabilities due within one year",
            of=lambda books: books.position.leases_within_a_year,
            concept="core:FinanceLeaseLiabilitiesPresentValueTotal",
            at=At.END,
            due=Due.WITHIN_A_YEAR,
        ),
        Line(
            label="Lease liabilities due after more than one year",
            of=lambda books: books.position.leases_after,
            concept="core:FinanceLeaseLiabilitiesPresentValueTotal",
            at=At.END,
            due=Due.AFTER,
        ),
    )
    words = "Right-of-use assets, which are homes and offices, are included in tangible assets."
    return (*said(words), table(told, lines, columns(told, told.head), Part.BALANCE_NOTE))


def _leases(books: Books) -> int:
    return books.position.leases_within_a_year + books.position.leases_after


def _first(books: Books) -> int:
    """A year's rent, as far as so much is committed."""
    return min(books.income.rent, books.lease_commitments)


def _next(books: Books) -> int:
    return min(_YEARS_BETWEEN * books.income.rent, books.lease_commitments - _first(books))


def _later(books: Books) -> int:
    return books.lease_commitments - _first(books) - _next(books)
