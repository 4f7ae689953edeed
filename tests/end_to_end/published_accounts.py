"""What the truth says that filed accounts say of themselves: whose, of when, by which rules."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from crawlers.rehearsal.forms.accounts.composition import report
from crawlers.rehearsal.forms.accounts.people import auditor
from crawlers.rehearsal.forms.accounts.told import Told, told
from crawlers.rehearsal.world.books import Accounts, Medium, Vendor, Withheld
from db.records import AccountsState, Gap, LeaseBasis, Measure, Scope, Standard
from tests.accounts_shown.lines import Amount, Place, shown_lines
from tests.end_to_end.beside import Asked, Row
from tests.end_to_end.published_filings import followed

A_MONTH = timedelta(days=365.25) / 12
PROFIT_AND_LOSS = (
    Measure.TURNOVER,
    Measure.OPERATING_PROFIT,
    Measure.INTEREST_PAYABLE,
    Measure.PROFIT_BEFORE_TAX,
    Measure.PROFIT_FOR_YEAR,
)
"""Lines of a profit and loss account for which a user of accounts looks."""
LOOKED_FOR = (*PROFIT_AND_LOSS, Measure.EMPLOYEES, Measure.NET_ASSETS)
NOT_READ: Row = {
    "state": AccountsState.NOT_YET_RECOGNISED,
    "entity_number": None,
    "entity_name": None,
    "made_up_to": None,
    "period_start": None,
    "months": None,
    "standard": None,
    "lease_basis": LeaseBasis.UNKNOWN,
    "is_consolidated": False,
    "is_audited": None,
    "is_dormant": None,
    "is_amended": None,
    "signed_on": None,
    "auditor": None,
}
"""What is known of a picture before anybody recognises it."""


def filed_accounts(asked: Asked) -> Iterator[Row]:
    """Yield what is read of each filing as a whole."""
    for one in followed(asked):
        is_tagged = one.medium is Medium.TAGGED
        read = _about(told(asked.world, one)) if is_tagged else NOT_READ
        yield {**of_a_filing(one), "filed_for": None, **read}


def claims(asked: Asked) -> Iterator[Row]:
    """Yield each relief that a tagged filing takes."""
    for one, tells in tagged(asked):
        for section in _sections(tells):
            parent = None
            if section == "479A":
                assert one.guarantor is not None
                parent = asked.world.body[one.guarantor].name_on(tells.approved_on)
            yield {**of_a_filing(one), "section": section, "parent": parent}


def gaps(asked: Asked) -> Iterator[Row]:
    """Yield each line that one would look for and that a filing does not show, and why."""
    for one in followed(asked):
        if one.medium is Medium.SCANNED:
            for measure in LOOKED_FOR:
                yield {
                    **of_a_filing(one),
                    "scope": Scope.COMPANY,
                    "measure": measure,
                    "gap": Gap.SCANNED,
                }
            continue
        tells = told(asked.world, one)
        shown = shown_lines(tells, report(tells))
        for whose in tells.books:
            scope = Scope(whose.value)
            for measure in LOOKED_FOR:
                amount = shown.get(Place(scope=scope, measure=measure, year=0))
                is_unseen = measure in PROFIT_AND_LOSS and _is_a_dash_of_a_note(tells, amount)
                if amount is None or is_unseen:
                    gap = _why(tells, scope, measure)
                    yield {**of_a_filing(one), "scope": scope, "measure": measure, "gap": gap}


def tagged(asked: Asked) -> Iterator[tuple[Accounts, Told]]:
    """Yield each filing with tags that was asked for, and what it tells."""
    for one in followed(asked):
        if one.medium is Medium.TAGGED:
            yield one, told(asked.world, one)


def of_a_filing(one: Accounts) -> Mapping[str, object]:
    """What every record of one filing names."""
    return {"public_on": one.filed_on, "document_id": one.document_id, "member": 1}


def has_report(tells: Told) -> bool:
    """Whether an auditor's report is delivered with it."""
    return tells.accounts.opinion is not None and tells.shows_income and not tells.is_micro


def _about(tells: Told) -> Row:
    start, end = tells.years[0]
    return {
        "state": AccountsState.READ,
        "entity_number": tells.entity.number,
        "entity_name": tells.name,
        "made_up_to": end,
        "period_start": start,
        "months": round((end - start + timedelta(days=1)) / A_MONTH),
        "standard": _standard(tells),
        "lease_basis": LeaseBasis(tells.now.lease_basis.value),
        "is_consolidated": tells.is_group,
        "is_audited": tells.accounts.opinion is not None,
        "is_dormant": tells.is_dormant,
        "is_amended": True if tells.accounts.is_amended else None,
        "signed_on": tells.approved_on,
        "auditor": auditor(tells) if has_report(tells) else None,
    }


def _standard(tells: Told) -> Standard:
    if tells.is_micro:
        return Standard.FRS_105
    is_short = tells.is_small and not tells.is_charity
    return Standard.FRS_102_1A if is_short else Standard.FRS_102


def _sections(tells: Told) -> Iterator[str]:
    """The sections of the Companies Act 2006 whose reliefs a filing takes."""
    if tells.accounts.opinion is None:
        is_guaranteed = tells.accounts.guarantor is not None
        yield "480" if tells.is_dormant else "479A" if is_guaranteed else "477"
    if tells.accounts.withheld is Withheld.FILLETED:
        yield "444"
    if tells.accounts.withheld is Withheld.PARENT:
        yield "408"


def _is_a_dash_of_a_note(tells: Told, amount: Amount | None) -> bool:
    """Whether nothing but a dash in the notes shows it, to which the software gives no tag.

    The lines of a profit and loss account are looked for in it, and elsewhere by their tags.
    """
    is_untagged = tells.accounts.vendor is Vendor.DIGITA
    return amount is not None and is_untagged and amount.is_of_a_note and not amount.pounds


def _why(tells: Told, scope: Scope, measure: Measure) -> Gap:
    if tells.is_dormant:
        return Gap.DORMANT
    is_of_the_account = measure in PROFIT_AND_LOSS
    if tells.accounts.withheld is Withheld.FILLETED and is_of_the_account:
        return Gap.FILLETED
    if tells.accounts.withheld is Withheld.PARENT and scope is Scope.COMPANY and is_of_the_account:
        return Gap.PARENT
    return Gap.NOT_FOUND
