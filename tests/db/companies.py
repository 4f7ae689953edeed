"""Invented statements about companies, one of each kind, for the samples."""

from datetime import date
from typing import Any, TypeVar

from db.records import (
    AccountsDocument,
    Capacity,
    Charge,
    Company,
    Control,
    ControlStatement,
    FiledDocument,
    Filing,
    InsolvencyCase,
    InsolvencyDate,
    Oddity,
    Officer,
    PreviousName,
    Record,
    Register,
    RegisterExtract,
    SicCode,
)

R = TypeVar("R", bound=Record)
NUMBER = "09000001"
DAY = date(2026, 2, 15)
"""When each was read, and made public."""


def said(of: type[R], /, **fields: Any) -> R:
    """One statement about one company, in which whatever is not given is not published."""
    nothing: dict[str, Any] = dict.fromkeys(of.model_fields)
    usual: dict[str, Any] = {
        "cite": f"sha256:{'0' * 64}#/items/0",
        "public_on": DAY,
        "company_number": NUMBER,
    }
    return of(**{**nothing, **usual, **fields})


def about_a_company() -> tuple[Record, ...]:
    """One record of every kind that Companies House publishes, in the order of KINDS."""
    since = date(2019, 5, 1)
    return (
        said(Company, name="RÉSEAU CARE LTD", company_type="ltd", valid_from=since),
        said(PreviousName, name="OLD NAME LTD", valid_from=since, valid_to=date(2020, 5, 1)),
        said(SicCode, sic_code="87900", valid_from=since),
        said(
            Control,
            psc_id="id-1",
            kind="individual-person-with-significant-control",
            capacity=Capacity.DIRECT,
            shares_min=0.25,
            shares_min_open=True,
            shares_max=0.5,
            shares_max_open=False,
            valid_from=since,
        ),
        said(ControlStatement, statement="psc-exists-but-not-identified", valid_from=since),
        said(Officer, name="EXAMPLE, Ann", officer_role="director", valid_from=since),
        said(Charge, charge_id="c1", charge_number=1, status="outstanding", valid_from=since),
        said(InsolvencyCase, case_type="administration-order", first_dated_on=since),
        said(
            InsolvencyDate,
            case_type="administration-order",
            date_type="administration-started-on",
            dated_on=since,
        ),
        said(
            Filing,
            transaction_id="t1",
            filed_on=since,
            form="AA",
            category="accounts",
            description="accounts-with-accounts-type-full",
            pages=12,
        ),
        said(
            FiledDocument,
            document_id="d1",
            category="accounts",
            created_on=since,
            media_types="application/pdf",
            is_tagged=False,
        ),
        AccountsDocument(
            cite=f"sha256:{'0' * 64}#",
            public_on=DAY,
            document_id="d1",
            media_type="application/pdf",
            length_bytes=1,
            pages=12,
            entity_number=None,
            software=None,
        ),
        said(RegisterExtract, register_name=Register.CONTROLS, read_on=DAY, entries=1),
        said(Oddity, register_name=Register.CONTROLS, read_on=DAY, problem="It ends too early."),
    )
