"""What stands on each company's file: one document for each thing that the register was told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from crawlers.rehearsal import calibration
from crawlers.rehearsal.making.periods import moved
from crawlers.rehearsal.making.streams import days, weekday
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Body, Form
from crawlers.rehearsal.world.books import Accounts
from crawlers.rehearsal.world.control import Appointment, Stake
from crawlers.rehearsal.world.filings import Filing
from crawlers.rehearsal.world.happenings import Kind
from crawlers.rehearsal.world.troubles import Charge, InsolvencyCase

_LLP = "-limited-liability-partnership"
_KIND_OF_BODY = {Form.LLP: "limited-liability-partnership"}
"""What descriptions say in place of `company`."""
_SPELLED = {
    "audit-exemption-subsidiary": "audit-exemption-subsiduary",
    "filing-exemption-subsidiary": "filing-exemption-subsiduary",
}
"""As the publisher spells them in descriptions, and nowhere else."""


@dataclass(frozen=True, kw_only=True)
class _Form:
    """One kind of document."""

    code: str
    category: str
    description: str
    pages: int = 1


_CAPITAL = "capital-statement-capital-company-with-date-currency-figure"
_CONTROL = "persons-with-significant-control"
_NOTIFIED = "notification-of-a-person-with-significant-control"
_CEASED = "cessation-of-a-person-with-significant-control"
_ADMINISTRATION = _Form(
    code="AM01",
    category="insolvency",
    description="liquidation-in-administration-appointment-of-administrator",
    pages=3,
)
_LIQUIDATION = _Form(
    code="600",
    category="insolvency",
    description="liquidation-voluntary-appointment-of-liquidator",
    pages=3,
)


def files(bench: Workbench) -> None:
    """Put on file whatever the registers say, company by company."""
    for company in bench.bodies.values():
        if company.number:
            bench.filings.extend(_life(bench, company))
    for stake in bench.stakes.values():
        bench.filings.extend(_entries(bench, stake))
    bench.filings.extend(_once(bench))
    for appointment in bench.appointments.values():
        bench.filings.extend(_appointed(bench, appointment))
    for charge in bench.charges:
        bench.filings.extend(_charged(bench, charge))
    bench.filings.extend(_accounts(one) for one in bench.accounts)
    bench.filings[:] = [one for one in bench.filings if _is_on_file(bench, one)]


def _is_on_file(bench: Workbench, one: Filing) -> bool:
    """Whether it is filed by the last day, and not after the company's own."""
    last = bench.bodies[one.company].ended_on or calibration.LAST_DAY
    return one.filed_on <= min(last, calibration.LAST_DAY)


def _once(bench: Workbench) -> Iterator[Filing]:
    """Yield statements about control, insolvency cases and reductions of capital."""
    for statement in bench.statements:
        form = _Form(code="PSC08", category=_CONTROL, description=f"{_NOTIFIED}-statement")
        yield _filed(bench, statement.company, form, statement.since, statement.key)
    for case in bench.insolvencies:
        yield _case(bench, case)
    for one in bench.happenings:
        if one.kind is Kind.CAPITAL_REDUCTION:
            form = _Form(code="SH19", category="capital", description=_CAPITAL, pages=2)
            yield _filed(bench, one.bodies[0], form, one.on, one.key)


def _life(bench: Workbench, company: Body) -> Iterator[Filing]:
    """Yield incorporation, yearly statements, moves, names and the end."""
    founded = _Form(code="NEWINC", category="incorporation", description="incorporation-company")
    if company.form is Form.LLP:
        founded = _Form(code="LLIN01", category="incorporation", description=f"incorporation{_LLP}")
    yield _filed(bench, company.key, founded, company.begun_on, "founded")
    yield from _statements(bench, company)
    moved = _Form(
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
        yield _filed(bench, company.key, moved, office.since, office.since, values=values)
    renamed = _Form(
        code="CERTNM", category="change-of-name", description="certificate-change-of-name-company"
    )
    for named in company.names[1:]:
        yield _filed(bench, company.key, renamed, named.since, named.name)
    yield from _years_moved(bench, company)


def _years_moved(bench: Workbench, company: Body) -> Iterator[Filing]:
    """Yield each notice of a new year end, with the end that the running period gets by it."""
    beginning = f"change-account-reference-date-{_KIND_OF_BODY.get(company.form, 'company')}"
    for notice in company.year_ends[1:]:
        by_it = moved(company, notice)
        assert by_it is not None, "a year end moves only where a period does"
        form = _Form(
            code="LLAA01" if company.form is Form.LLP else "AA01",
            category="accounts",
            description=f"{beginning}-current-{by_it.word}",
        )
        values = {
            "made_up_date": by_it.was_to_end.isoformat(),
            "new_date": by_it.ends.isoformat(),
        }
        one = _filed(bench, company.key, form, notice.since, notice.since, values=values)
        yield replace(one, action_on=by_it.ends)


def _statements(bench: Workbench, company: Body) -> Iterator[Filing]:
    """Yield a confirmation statement a year, made up to the day before the anniversary."""
    confirmed = _Form(
        code="CS01",
        category="confirmation-statement",
        description="confirmation-statement-with-no-updates",
        pages=3,
    )
    random = bench.stream("statements", company.key)
    last = min(company.ended_on or calibration.LAST_DAY, calibration.LAST_DAY)
    for year in range(max(2016, company.begun_on.year + 1), last.year + 1):
        made_up_to = date(year, company.begun_on.month, min(company.begun_on.day, 28))
        filed_on = weekday(made_up_to + days(random.randint(0, 14)))
        if made_up_to >= date(2016, 7, 1) and filed_on < last:
            values = {"made_up_date": made_up_to.isoformat()}
            yield _filed(bench, company.key, confirmed, filed_on, year, values=values)


def _entries(bench: Workbench, stake: Stake) -> Iterator[Filing]:
    if stake.filed_on is None:
        return
    corporate = stake.holder in bench.bodies
    code = "PSC02" if corporate else "PSC01"
    if stake.filed_on > stake.since:
        begun = _Form(code=code, category=_CONTROL, description=_NOTIFIED, pages=2)
        values = {"notification_date": (stake.notified_on or stake.since).isoformat()}
        yield _filed(bench, stake.company, begun, stake.filed_on, stake.key, values=values)
    if stake.until and stake.end_filed_on:
        ended = _Form(code="PSC07", category=_CONTROL, description=_CEASED)
        values = {"cessation_date": stake.until.isoformat()}
        yield _filed(bench, stake.company, ended, stake.end_filed_on, (stake.key, 2), values=values)


def _appointed(bench: Workbench, one: Appointment) -> Iterator[Filing]:
    member = one.role.startswith("llp-")
    begun, ended = (
        ("LLAP01", f"appoint-person-member{_LLP}-with-appointment-date"),
        ("LLTM01", f"termination-member{_LLP}-with-name-termination-date"),
    )
    if not member:
        begun = ("AP01", "appoint-person-director-company-with-name-date")
        ended = ("TM01", "termination-director-company-with-name-termination-date")
    name = bench.people[one.officer].name if one.officer in bench.people else ""
    if one.since > bench.bodies[one.company].begun_on:
        form = _Form(code=begun[0], category="officers", description=begun[1], pages=2)
        values = {"officer_name": name, "appointment_date": one.since.isoformat()}
        yield _filed(bench, one.company, form, one.filed_on, one.key, values=values)
    if one.until and one.end_filed_on:
        form = _Form(code=ended[0], category="officers", description=ended[1])
        values = {"officer_name": name, "termination_date": one.until.isoformat()}
        yield _filed(bench, one.company, form, one.end_filed_on, (one.key, 2), values=values)


def _charged(bench: Workbench, charge: Charge) -> Iterator[Filing]:
    code = f"{charge.company}{charge.number:04}"
    form = _Form(
        code="MR01",
        category="mortgage",
        description="mortgage-create-with-deed-with-charge-number-charge-creation-date",
        pages=24,
    )
    values = {"charge_number": code, "charge_creation_date": charge.created_on.isoformat()}
    yield _filed(bench, charge.company, form, charge.delivered_on, code, values=values)
    if charge.satisfied_on and charge.satisfaction_filed_on:
        form = _Form(code="MR04", category="mortgage", description="mortgage-satisfy-charge-full")
        filed_on = charge.satisfaction_filed_on
        yield _filed(
            bench, charge.company, form, filed_on, (code, 4), values={"charge_number": code}
        )


def _case(bench: Workbench, case: InsolvencyCase) -> Filing:
    form = _ADMINISTRATION if case.kind == "in-administration" else _LIQUIDATION
    return _filed(bench, case.company, form, case.public_on, ("case", case.number))


def _accounts(accounts: Accounts) -> Filing:
    kind = _SPELLED.get(accounts.kind, accounts.kind)
    beginning = "accounts-amended-with" if accounts.is_amended else "accounts-with"
    return Filing(
        key=accounts.key,
        company=accounts.company,
        form="AAMD" if accounts.is_amended else "AA",
        category="accounts",
        description=f"{beginning}-accounts-type-{kind}",
        values={"made_up_date": accounts.end.isoformat()},
        filed_on=accounts.filed_on,
        action_on=accounts.end,
        pages=_PAGES.get(accounts.kind, 9),
        paper=accounts.vendor is None,
        document_id=accounts.document_id,
    )


_PAGES = {"group": 42, "full": 28, "small": 10, "micro-entity": 3, "dormant": 3}


def _filed(
    bench: Workbench,
    company: str,
    form: _Form,
    filed_on: date,
    what: object,
    *,
    values: Mapping[str, str] | None = None,
) -> Filing:
    found = dict(values or {})
    dated = next((v for k, v in found.items() if k.endswith("date")), None)
    return Filing(
        key=bench.token("filing", company, form.code, what)[:22],
        company=company,
        form=form.code,
        category=form.category,
        description=form.description,
        values=found,
        filed_on=filed_on,
        action_on=date.fromisoformat(dated) if dated else None,
        pages=form.pages,
        document_id=bench.token("document", company, form.code, what)[:22],
    )
