"""Invented accounts that say who is above a company, as a reader would give them."""

from dataclasses import replace
from datetime import date

from db.records import AccountsState, AccountsStatement, FiledAccounts, LeaseBasis, Matter, Record
from oversight.market import Market

YEAR_END = date(2025, 9, 30)
"""Of accounts that say nothing else."""


def accounts(
    company: str | None, *sentences: AccountsStatement, to: date = YEAR_END, **more: object
) -> tuple[Record, ...]:
    """One set of accounts of a company, with what it says."""
    of = f"{company} {to}"
    about = FiledAccounts.model_validate(
        dict.fromkeys(FiledAccounts.model_fields)
        | {
            "cite": f"sha256:{'0' * 64}#{company}-{to}",
            "public_on": date(2025, 12, 1),
            "document_id": of,
            "member": 1,
            "state": AccountsState.READ,
            "entity_number": company,
            "entity_name": "Larkmoor Care Limited",
            "made_up_to": to,
            "lease_basis": LeaseBasis.UNKNOWN,
            "is_consolidated": False,
            "lines_left_out": 0,
        }
        | more
    )
    numbered = enumerate(sentences, start=1)
    return about, *(
        one.model_copy(
            update={
                "document_id": of,
                "number": at,
                "cite": f"sha256:{'0' * 64}#{company}-{to}-{at}",
            }
        )
        for at, one in numbered
    )


def beside(held: Market, *records: Record) -> Market:
    """A market with these records too."""
    shelf = dict(held.snapshot.shelf)
    for one in records:
        shelf[type(one)] = (*shelf.get(type(one), ()), one)
    return replace(held, snapshot=replace(held.snapshot, shelf=shelf))


def ultimate(
    name: str | None,
    country: str | None = "Jersey",
    matter: Matter = Matter.ULTIMATE_PARENT,
    **more: object,
) -> AccountsStatement:
    """The sentence that names a parent; of a person nobody is named."""
    sentence = f"The {matter} is {name or 'an individual'}, incorporated in {country}."
    return AccountsStatement.model_validate(
        dict.fromkeys(AccountsStatement.model_fields)
        | {
            "cite": f"sha256:{'0' * 64}#",
            "public_on": date(2025, 12, 1),
            "document_id": "",
            "member": 1,
            "number": 1,
            "matter": matter,
            "sentence": sentence,
            "name": name,
            "jurisdiction": country,
        }
        | more
    )
