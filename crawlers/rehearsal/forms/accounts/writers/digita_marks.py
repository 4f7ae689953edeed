"""What Digita's software tags: everything, the group's with its dimension.

Contexts have ids that spell out what they say; every element binds its own prefix; dashes stay
untagged.
"""

from crawlers.rehearsal.forms.accounts.printed import At, Fact, Members, Part, Report, Tagged, When
from crawlers.rehearsal.forms.accounts.writers.dimensions import (
    CONSOLIDATED,
    CURRENT,
    MATURITY,
    of_group,
)
from crawlers.rehearsal.forms.accounts.writers.inline import Manner, date_format

_NAME_AND_NUMBER = {"bus:UKCompaniesHouseRegisteredNumber", "bus:NameProductionSoftware"}
HIDDEN = (
    "bus:EntityCurrentLegalOrRegisteredName",
    "bus:UKCompaniesHouseRegisteredNumber",
    "bus:EntityDormantTruefalse",
    "bus:StartDateForPeriodCoveredByReport",
    "bus:EndDateForPeriodCoveredByReport",
    "bus:BalanceSheetDate",
    "bus:AccountingStandardsApplied",
    "bus:AccountsStatusAuditedOrUnaudited",
    "bus:AccountsTypeFullOrAbbreviated",
    "bus:NameProductionSoftware",
    "bus:VersionProductionSoftware",
    "bus:EntityTradingStatus",
    "bus:LegalFormEntity",
    "bus:ReportAnAmendedRevisedVersionPreviouslyFiledReportTruefalse",
    "direp:EntityHasTakenExemptionUnderCompaniesActInNotPublishingItsOwnProfitLossAccountTruefalse",
    "core:FinancialStatementsArePreparedOnGoing-concernBasisTruefalse",
)


def _context_id(_report: Report, when: When, members: Members, _at: int) -> str:
    """`FY1.END.segment.bus-GroupCompanyDataDimension.bus-Consolidated`."""
    moment = {At.DURING: "", At.END: ".END", At.START: ".START"}[when.at]
    spelled = ".".join(name.replace(":", "-") for pair in members for name in pair)
    return f"FY{when.year + 1}{moment}{f'.segment.{spelled}' if spelled else ''}"


def _members(_report: Report, fact: Fact) -> Members:
    due: Members = ()
    if fact.due:
        on_face_or_total = fact.concept in {"core:Creditors", "core:TotalBorrowings"}
        due = (*CURRENT[fact.due], *(MATURITY[fact.due] if on_face_or_total else ()))
    elif fact.concept == "core:Debtors" and fact.part is Part.BALANCE_NOTE:
        due = (
            (
                "core:FinancialInstrumentCurrentNon-currentDimension",
                "core:CurrentFinancialInstruments",
            ),
        )
    return (*due, *fact.members, *(CONSOLIDATED if of_group(fact) else ()))


def _text_members(report: Report, one: Tagged) -> Members:
    is_fixed = bool(one.members) and not one.text
    of_the_group = report.is_group and (one.is_about_group or is_fixed)
    is_own = one.concept in _NAME_AND_NUMBER or not of_the_group
    return (*one.members, *(() if is_own else CONSOLIDATED))


MANNER = Manner(
    prefixes={
        "core": "core",
        "bus": "bus",
        "countries": "countries",
        "direp": "direp",
        "aurep": "aurep",
        "char": "char",
    },
    context_id=_context_id,
    members=_members,
    text_members=_text_members,
    number=lambda name, context, attributes, text: (
        f'<ix:nonFraction name="{name}" contextRef="{context}" {attributes}>{text}</ix:nonFraction>'
    ),
    text=lambda name, context, attributes, text: (
        f'<ix:nonNumeric name="{name}" contextRef="{context}"{attributes}'
        f"{date_format(name, text, 'ixt:datelonguk')}>{text}</ix:nonNumeric>"
    ),
    binds_on_elements=True,
    money_unit="GBP",
    count_unit="Pure",
    zero_format=None,
    number_format="ixt:numcommadot",
    renamed={
        "core:AmountsOwedByGroupUndertakings": "core:AmountsOwedByRelatedParties",
        "core:AmountsOwedToGroupUndertakings": "core:AmountsOwedToRelatedParties",
    },
)
