"""What IRIS's software tags.

Of a group: the company's balance sheet and changes in equity without dimension; of the group's
income only notes, without dimension too, and the profit with one. Dashes are tagged as nothing.
"""

from datetime import date

from crawlers.rehearsal.forms.accounts.printed import At, Fact, Members, Part, Report, Tagged, When
from crawlers.rehearsal.forms.accounts.writers.dimensions import CONSOLIDATED, CURRENT, of_group
from crawlers.rehearsal.forms.accounts.writers.inline import Manner, date_format

HIDDEN = (
    "bus:NameProductionSoftware",
    "bus:VersionProductionSoftware",
    "bus:UKCompaniesHouseRegisteredNumber",
    "bus:StartDateForPeriodCoveredByReport",
    "bus:EndDateForPeriodCoveredByReport",
    "bus:BalanceSheetDate",
    "bus:ScopeAccounts",
    "bus:LegalFormEntity",
    "bus:AccountingStandardsApplied",
    "bus:AccountsStatusAuditedOrUnaudited",
    "bus:AccountsTypeFullOrAbbreviated",
    "bus:ReportAnAmendedRevisedVersionPreviouslyFiledReportTruefalse",
    "direp:EntityHasTakenExemptionUnderCompaniesActInNotPublishingItsOwnProfitLossAccountTruefalse",
    "core:FinancialStatementsArePreparedOnGoing-concernBasisTruefalse",
    "bus:EntityTradingStatus",
    "bus:EntityDormantTruefalse",
)
_OF_THE_GROUP = {"bus:AccountingStandardsApplied", "bus:AccountsStatusAuditedOrUnaudited"}
_HYPERCUBES = {
    "EquityClasses": "EquitySOCIHypercube",
    "GroupCompanyData": "BasicHypercube",
    "EntityOfficers": "EntityOfficersHypercube",
    "GeographicSegments": "Income-MainHypercube",
    "OperatingSegments": "Segments-TextHypercube",
    "OwnershipAssets": "Income-PPEHypercube",
    "IntangibleAssetClasses": "IntangiblesHypercube",
    "Subsidiaries": "SubsidiariesHypercube",
    "MaturitiesOrExpirationPeriods": "OperatingLeases-MainHypercube",
    "FinancialInstrumentCurrentNon-current": "CreditorsHypercube",
    "CharityFunds": "BusinessCombinations-LinkedCharityHypercube",
}


def _context_id(report: Report, when: When, members: Members, at: int) -> str:
    """`cfwd_31_12_2019`, or `CreditorsHypercube_cfwd_31_12_2019_Set2`."""
    ends = f"{report.years[when.year][1]:%d_%m_%Y}"
    moment = {At.DURING: "FY", At.END: "cfwd", At.START: "bfwd"}[when.at]
    if not members:
        return f"{moment}_{ends}"
    dimension = members[0][0].split(":")[1].removesuffix("Dimension")
    cube = _HYPERCUBES.get(dimension, f"{dimension}Hypercube")
    return f"{cube}_{moment}_{ends}_Set{at + 1}"


def _members(report: Report, fact: Fact) -> Members | None:
    if not report.is_group or not of_group(fact):
        return _own_members(fact)
    if fact.part is Part.INCOME_NOTE:
        return _own_members(fact)
    if fact.concept == "core:ProfitLoss" and fact.part is Part.INCOME_STATEMENT:
        return CONSOLIDATED
    return None


def _own_members(fact: Fact) -> Members:
    """Dimensions beside whose figure it is: when a debt is due, which assets a charge is on."""
    further: Members = ()
    if fact.concept == "core:DepreciationExpensePropertyPlantEquipment":
        further = (("core:OwnershipAssetsDimension", "core:OwnedAssets"),)
    elif fact.concept == "core:AmortisationExpenseIntangibleAssets":
        further = (("core:IntangibleAssetClassesDimension", "core:NetGoodwill"),)
    return (*(CURRENT[fact.due] if fact.due else ()), *fact.members, *further)


def _text_members(report: Report, one: Tagged) -> Members:
    is_group = report.is_group and one.concept in _OF_THE_GROUP
    return (*one.members, *(CONSOLIDATED if is_group else ()))


def _text(name: str, context: str, _attributes: str, text: str) -> str:
    """Fixed items have no content, dates are written short, truths have formats of their own."""
    local = name.split(":")[1]
    if not text:
        formatted = ' format="ixt2:nocontent"'
    elif text in {"true", "false"}:
        formatted = f' format="ixt2:boolean{text}"'
    elif local in {
        "BalanceSheetDate",
        "StartDateForPeriodCoveredByReport",
        "EndDateForPeriodCoveredByReport",
    }:
        day = date.fromisoformat(text)
        text = f"{day.day}.{day.month}.{day:%y}"
        formatted = ' format="ixt2:datedaymonthyear"'
    else:
        formatted = date_format(name, text, "ixt2:datedaymonthyearen")
    return f'<ix:nonNumeric contextRef="{context}" name="{name}"{formatted}>{text}</ix:nonNumeric>'


MANNER = Manner(
    prefixes={
        "core": "ns6",
        "bus": "ns11",
        "countries": "ns16",
        "aurep": "ns20",
        "direp": "ns21",
        "char": "ns22",
    },
    context_id=_context_id,
    members=_members,
    text_members=_text_members,
    number=lambda name, context, attributes, text: (
        f'<ix:nonFraction contextRef="{context}" name="{name}" {attributes}>{text}</ix:nonFraction>'
    ),
    text=_text,
    money_unit="GBP",
    count_unit="pure",
    zero_format="ixt2:zerodash",
    number_format="ixt2:numdotdecimal",
    renamed={
        "core:InterestExpenseOnBankOverdraftsBankLoansSimilarBorrowings": (
            "core:InterestExpenseOnBankLoansSimilarBorrowings"
        ),
        "core:TaxationSocialSecurityPayable": "core:OtherTaxationSocialSecurityPayable",
    },
    has_scale=True,
)
