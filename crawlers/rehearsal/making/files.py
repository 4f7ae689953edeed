"""What stands on each company's file: one document for each thing that the register was told."""

from collections.abc import Iterator

from crawlers.rehearsal import calibration
from crawlers.rehearsal.making.board_papers import board_papers
from crawlers.rehearsal.making.control_papers import entry_papers, statement_paper
from crawlers.rehearsal.making.insolvency_papers import insolvency_papers
from crawlers.rehearsal.making.papers import NO_PARTNERSHIPS, Paper, filed
from crawlers.rehearsal.making.periods import moved
from crawlers.rehearsal.making.stating import FORMS_BEGAN, silences
from crawlers.rehearsal.making.strike_offs import strike_off_papers
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.making.yearly_papers import yearly_papers
from crawlers.rehearsal.world.bodies import Body, Form
from crawlers.rehearsal.world.books import Accounts
from crawlers.rehearsal.world.filings import Filing
from crawlers.rehearsal.world.happenings import Kind
from crawlers.rehearsal.world.troubles import Charge

_KIND_OF_BODY = {Form.LLP: "limited-liability-partnership"}
"""What descriptions say in place of `company`."""
_SPELLED = {
    "audit-exemption-subsidiary": "audit-exemption-subsiduary",
    "filing-exemption-subsidiary": "filing-exemption-subsiduary",
}
"""As the publisher spells them in descriptions, and nowhere else."""
_AMENDED_UNNAMED = frozenset({"unaudited-abridged"})
"""Kinds that its descriptions do not tell apart once they are amended."""


_RESOLVED = Paper(code="RESOLUTIONS", category="resolution", description="resolution", pages=3)
_CAPITAL = "capital-statement-capital-company-with-date-currency-figure"


def files(bench: Workbench) -> None:
    """Put on file whatever the registers say, company by company."""
    last = silences(bench)
    for company in bench.bodies.values():
        if company.number:
            bench.filings.extend(_life(bench, company))
            bench.filings.extend(yearly_papers(bench, company, last[company.key]))
    for stake in bench.stakes.values():
        bench.filings.extend(entry_papers(bench, stake))
    bench.filings.extend(_once(bench))
    for appointment in bench.appointments.values():
        bench.filings.extend(board_papers(bench, appointment, last[appointment.company]))
    for charge in bench.charges:
        bench.filings.extend(_charged(bench, charge))
    bench.filings.extend(_accounts(one) for one in bench.accounts)
    bench.filings[:] = [one for one in bench.filings if _is_on_file(bench, one)]


def _is_on_file(bench: Workbench, one: Filing) -> bool:
    """Whether its company files such things, by the last day and not after the company's own."""
    company = bench.bodies[one.company]
    last = min(company.ended_on or calibration.LAST_DAY, calibration.LAST_DAY)
    is_its_own = company.form is not Form.LLP or one.form not in NO_PARTNERSHIPS
    return one.filed_on <= last and is_its_own


def _once(bench: Workbench) -> Iterator[Filing]:
    """Yield statements about control, insolvencies, strike-offs and reductions of capital."""
    for statement in bench.statements:
        if statement.since < FORMS_BEGAN:
            continue  # a confirmation statement says so
        yield filed(bench, statement.company, statement_paper(), statement.since, statement.key)
    for case in bench.insolvencies:
        yield from insolvency_papers(bench, case)
    for proposal in bench.strike_offs:
        yield from strike_off_papers(bench, proposal)
    for one in bench.happenings:
        if one.kind is Kind.CAPITAL_REDUCTION:
            form = Paper(code="SH19", category="capital", description=_CAPITAL, pages=2)
            yield filed(bench, one.bodies[0], _RESOLVED, one.on, one.key)
            yield filed(bench, one.bodies[0], form, one.on, one.key)


def _life(bench: Workbench, company: Body) -> Iterator[Filing]:
    """Yield incorporation, yearly statements, moves, names and the end."""
    founded = Paper(
        code="NEWINC", category="incorporation", description="incorporation-company", pages=9
    )
    if company.form is Form.LLP:
        founded = Paper(
            code="LLIN01",
            category="incorporation",
            description="incorporation-limited-liability-partnership",
            pages=9,
        )
    yield filed(bench, company.key, founded, company.begun_on, "founded")
    moved = Paper(
        code="AD01",
        category="address",
        description="change-registered-office-address-company-with-date-old-address-new-address",
    )
    for before, office in zip(company.offices, company.offices[1:], strict=False):
        values = {
            "change_date": office.since.isoformat(),
            "old_address": f"{before.address.premises} {before.address.street}",
            "new_address": f"{office.address.premises} {office.address.street}",
        }
        yield filed(bench, company.key, moved, office.since, office.since, values=values)
    renamed = Paper(
        code="CERTNM", category="change-of-name", description="certificate-change-of-name-company"
    )
    for named in company.names[1:]:
        yield filed(bench, company.key, _RESOLVED, named.since, named.name)
        yield filed(bench, company.key, renamed, named.since, named.name)
    yield from _years_moved(bench, company)


def _years_moved(bench: Workbench, company: Body) -> Iterator[Filing]:
    """Yield each notice of a new year end, with the end that the running period gets by it."""
    beginning = f"change-account-reference-date-{_KIND_OF_BODY.get(company.form, 'company')}"
    for notice in company.year_ends[1:]:
        by_it = moved(company, notice)
        assert by_it is not None, "a year end moves only where a period does"
        form = Paper(
            code="LLAA01" if company.form is Form.LLP else "AA01",
            category="accounts",
            description=f"{beginning}-current-{by_it.word}",
        )
        values = {
            "made_up_date": by_it.was_to_end.isoformat(),
            "new_date": by_it.ends.isoformat(),
        }
        yield filed(
            bench,
            company.key,
            form,
            notice.since,
            notice.since,
            values=values,
            action_on=by_it.ends,
        )


def _charged(bench: Workbench, charge: Charge) -> Iterator[Filing]:
    code = f"{charge.company}{charge.number:04}"
    form = Paper(
        code="MR01",
        category="mortgage",
        description="mortgage-create-with-deed-with-charge-number-charge-creation-date",
        pages=24,
    )
    values = {"charge_number": code, "charge_creation_date": charge.created_on.isoformat()}
    yield filed(bench, charge.company, form, charge.delivered_on, code, values=values)
    if charge.satisfied_on and charge.satisfaction_filed_on:
        form = Paper(code="MR04", category="mortgage", description="mortgage-satisfy-charge-full")
        filed_on = charge.satisfaction_filed_on
        yield filed(
            bench, charge.company, form, filed_on, (code, 4), values={"charge_number": code}
        )


def _accounts(accounts: Accounts) -> Filing:
    kind = _SPELLED.get(accounts.kind, accounts.kind)
    description = f"accounts-with-accounts-type-{kind}"
    if accounts.is_amended:
        description = f"accounts-amended-with-accounts-type-{kind}"
        if accounts.kind in _AMENDED_UNNAMED:
            description = "accounts-amended-with-made-up-date"
    return Filing(
        key=accounts.key,
        company=accounts.company,
        form="AAMD" if accounts.is_amended else "AA",
        category="accounts",
        description=description,
        values={"made_up_date": accounts.end.isoformat()},
        filed_on=accounts.filed_on,
        action_on=accounts.end,
        paper=accounts.vendor is None,
        document_id=accounts.document_id,
    )
