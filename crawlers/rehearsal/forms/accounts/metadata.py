"""What tagged accounts say of themselves on no page: dates, standard, kind, software."""

from crawlers.rehearsal.forms.accounts.printed import At, Members, Tagged, When
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.world.bodies import Form
from crawlers.rehearsal.world.books import Vendor, Withheld

_LEGAL_FORMS = {
    Form.LIMITED: "PrivateLimitedCompanyLtd",
    Form.GUARANTEE: "CompanyLimitedByGuarantee",
    Form.LLP: "LimitedLiabilityPartnershipLLP",
}
_RELEASES = {
    Vendor.DIGITA: "6.{}.9459.0",
    Vendor.IRIS: "v{}.1.0.652",
    Vendor.CASEWARE: "20{}.0.227",
}
"""How each vendor numbers a release; the gap is the year's last two digits."""

END = When(0, At.END)


def metadata(told: Told) -> tuple[Tagged, ...]:
    """Everything of the kind; each vendor hides what its templates hide."""
    start, end = told.years[0]
    number = told.entity.number
    withholds = told.accounts.withheld in {Withheld.FILLETED, Withheld.PARENT}
    return (
        _said("bus:EntityCurrentLegalOrRegisteredName", told.name),
        *([_said("bus:UKCompaniesHouseRegisteredNumber", number)] if number else []),
        *_software(told),
        Tagged(text=f"{start}", concept="bus:StartDateForPeriodCoveredByReport", when=END),
        Tagged(text=f"{end}", concept="bus:EndDateForPeriodCoveredByReport", when=END),
        Tagged(text=f"{end}", concept="bus:BalanceSheetDate", when=END),
        _said("bus:EntityDormantTruefalse", _truth(told.is_dormant)),
        _said("bus:EntityTradingStatus", "", _trading(told)),
        _said("bus:AccountingStandardsApplied", "", _standard(told)),
        _said("bus:AccountsStatusAuditedOrUnaudited", "", _member("AccountsStatus", _status(told))),
        _said("bus:AccountsTypeFullOrAbbreviated", "", _member("AccountsType", "FullAccounts")),
        _said("bus:LegalFormEntity", "", _legal_form(told)),
        *([_scope()] if told.is_group else []),
        *([_amended()] if told.accounts.is_amended else []),
        _said(
            "direp:EntityHasTakenExemptionUnderCompaniesActInNotPublishingItsOwnProfitLossAccount"
            "Truefalse",
            _truth(withholds),
        ),
        _said("core:FinancialStatementsArePreparedOnGoing-concernBasisTruefalse", "true"),
    )


def _software(told: Told) -> tuple[Tagged, ...]:
    vendor = told.accounts.vendor
    assert vendor is not None
    release = _RELEASES[vendor].format(f"{told.approved_on:%y}")
    name = vendor.value
    if vendor is Vendor.CASEWARE:
        name = "Caseware UK (AP4)"  # as its files write it
    full = name if vendor is Vendor.IRIS else f"{name} {release}"
    return (
        _said("bus:NameProductionSoftware", full),
        _said("bus:VersionProductionSoftware", release),
    )


def _said(concept: str, text: str, members: Members = ()) -> Tagged:
    return Tagged(text=text, concept=concept, members=members)


def _member(dimension: str, member: str) -> Members:
    return ((f"bus:{dimension}Dimension", f"bus:{member}"),)


def _truth(is_so: bool) -> str:
    return "true" if is_so else "false"


def _trading(told: Told) -> Members:
    """Trading is the default member, which is not written."""
    return _member("EntityTradingStatus", "EntityHasNeverTraded") if told.is_dormant else ()


def _standard(told: Told) -> Members:
    if told.is_micro:
        return _member("AccountingStandards", "Micro-entities")
    is_short = told.is_small and not told.is_charity
    return _member("AccountingStandards", "SmallEntities" if is_short else "FRS102")


def _status(told: Told) -> str:
    return "Audited" if told.accounts.opinion else "AuditExempt-NoAccountantsReport"


def _legal_form(told: Told) -> Members:
    if told.is_charity:
        return _member("LegalFormEntity", "CharitableCompanyLimitedByGuarantee")
    form = _LEGAL_FORMS.get(told.entity.form)
    return _member("LegalFormEntity", form) if form else ()


def _scope() -> Tagged:
    members = _member("ScopeAccounts", "ConsolidatedGroupCompanyAccounts")
    return _said("bus:ScopeAccounts", "", members)


def _amended() -> Tagged:
    return _said("bus:ReportAnAmendedRevisedVersionPreviouslyFiledReportTruefalse", "true")
