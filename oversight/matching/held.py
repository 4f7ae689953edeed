"""Companies by the key of their name: an index of them all, and the few whose profiles are held."""

from collections.abc import Iterable, Mapping, Sequence

from db.indexed_company import FormerName, IndexedCompany
from db.owner_text import owner_key
from db.records import Company, PreviousName, SicCode

Names = Mapping[str, Sequence[IndexedCompany]]
"""Companies by the key of a name that they bear or bore (`db.owner_text.owner_key`)."""


def held_names(
    companies: Iterable[Company],
    previous: Iterable[PreviousName] = (),
    codes: Iterable[SicCode] = (),
) -> dict[str, tuple[IndexedCompany, ...]]:
    """The companies whose profiles are held, by the key of their name: an index of a few.

    The law lets no two companies on the register bear the same name at once (Companies Act
    2006 s.66), so that a held company of the name is seldom one of several. A previous name
    without its last day is left out: nobody knows when it was borne.
    """
    formers: dict[str, set[FormerName]] = {}
    for one in previous:
        if one.valid_to is not None:
            former = FormerName(name=one.name, until=one.valid_to)
            formers.setdefault(one.company_number, set()).add(former)
    trades: dict[str, set[str]] = {}
    for code in codes:
        trades.setdefault(code.company_number, set()).add(code.sic_code)
    return by_name(
        IndexedCompany(
            company_number=company.company_number,
            name=company.name,
            category=company.company_type,
            status=company.status or "status not published",
            incorporated_on=company.valid_from,
            cite=company.cite,
            former_names=_in_order(formers.get(company.company_number, ())),
            sic_codes=tuple(sorted(trades.get(company.company_number, ()))),
            office_district=company.registered_office_district,
        )
        for company in companies
    )


def by_name(companies: Iterable[IndexedCompany]) -> dict[str, tuple[IndexedCompany, ...]]:
    """Companies by the key of their name, each name's in the order of their numbers."""
    found: dict[str, list[IndexedCompany]] = {}
    for company in companies:
        found.setdefault(owner_key(company.name), []).append(company)
    return {
        key: tuple(sorted(group, key=lambda one: one.company_number))
        for key, group in found.items()
    }


def both(index: Names, held: Names) -> dict[str, tuple[IndexedCompany, ...]]:
    """An index and the companies whose profiles are held, each company once for each name."""
    return {
        key: tuple(
            {one.company_number: one for one in (*held.get(key, ()), *index.get(key, ()))}.values()
        )
        for key in sorted(index.keys() | held.keys())
    }


def _in_order(names: Iterable[FormerName]) -> tuple[FormerName, ...]:
    return tuple(sorted(names, key=lambda one: (one.until, one.name)))
