"""Invented statements about companies, one of each kind, for the samples."""

from datetime import date
from typing import Any, TypeVar

from db.records import (
    AccountsClaim,
    AccountsDocument,
    AccountsGap,
    AccountsNote,
    AccountsState,
    AccountsStatement,
    Capacity,
    Charge,
    Company,
    Control,
    ControlStatement,
    FiledAccounts,
    FiledDocument,
    Filing,
    Gap,
    HowRead,
    InsolvencyCase,
    InsolvencyDate,
    LeaseBasis,
    Matter,
    Measure,
    Oddity,
    Officer,
    PreviousName,
    Record,
    Register,
    RegisterExtract,
    Scope,
    SicCode,
    StatementLine,
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
        *_filed_accounts(),
        said(RegisterExtract, register_name=Register.CONTROLS, read_on=DAY, entries=1),
        said(Oddity, register_name=Register.CONTROLS, read_on=DAY, problem="It ends too early."),
    )


def _filed_accounts() -> tuple[Record, ...]:
    """One record of every kind that is read of a set of accounts, in the order of KINDS."""
    one: dict[str, Any] = {
        "cite": f"sha256:{'0' * 64}#tag=1",
        "public_on": DAY,
        "document_id": "d1",
        "member": 1,
    }
    accounts: dict[str, Any] = {
        **dict.fromkeys(FiledAccounts.model_fields),
        **one,
        "state": AccountsState.READ,
        "lease_basis": LeaseBasis.UNKNOWN,
        "is_consolidated": False,
        "lines_left_out": 0,
    }
    about = FiledAccounts(**accounts)
    line = StatementLine(
        **one,
        scope=Scope.GROUP,
        measure=Measure.TURNOVER,
        is_comparative=False,
        period_start=date(2024, 4, 1),
        period_end=date(2025, 3, 31),
        amount=3_000_000_000,
        read=HowRead.TAGGED,
        confidence=1,
        shown="3,000,000,000",
        label=None,
    )
    sentence = AccountsStatement(
        **one,
        number=1,
        matter=Matter.AUDITOR,
        sentence="Audited by Example LLP.",
        name="Example LLP",
        jurisdiction=None,
        amount_gbp=None,
    )
    claim = AccountsClaim(
        **one, number=1, section="408", sentence="The company takes s.408.", parent=None
    )
    note = AccountsNote(**one, number=1, scope=None, measure=None, words="They do not add up.")
    gap = AccountsGap(**one, scope=Scope.COMPANY, measure=Measure.TURNOVER, gap=Gap.PARENT)
    return about, line, sentence, claim, note, gap
