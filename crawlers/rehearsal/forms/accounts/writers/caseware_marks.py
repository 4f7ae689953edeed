"""What CaseWare's software tags: of a group the company's own balance sheet and equity alone.

Contexts are numbered, prefixes are letters, the consolidated statements are plain text.
"""

from crawlers.rehearsal.forms.accounts.printed import Fact, Members, Part, Report, When
from crawlers.rehearsal.forms.accounts.writers.dimensions import CURRENT, MATURITY, of_group
from crawlers.rehearsal.forms.accounts.writers.inline import Manner, date_format
from crawlers.rehearsal.forms.accounts.writers.taxonomy import suite

_SUITE_OF_MATURITIES = "2014-09-01"
"""Under this suite its templates say when a debt is due by maturity alone."""
_FIRST_CONTEXT = 221
_NUMBERED_BY = 7
HIDDEN = (
    "bus:NameProductionSoftware",
    "bus:VersionProductionSoftware",
    "bus:EndDateForPeriodCoveredByReport",
    "bus:BalanceSheetDate",
    "bus:ScopeAccounts",
    "direp:EntityHasTakenExemptionUnderCompaniesActInNotPublishingItsOwnProfitLossAccountTruefalse",
    "bus:AccountsStatusAuditedOrUnaudited",
    "bus:EntityTradingStatus",
    "bus:AccountsTypeFullOrAbbreviated",
    "bus:AccountingStandardsApplied",
    "bus:StartDateForPeriodCoveredByReport",
    "bus:EntityDormantTruefalse",
    "bus:LegalFormEntity",
    "bus:ReportAnAmendedRevisedVersionPreviouslyFiledReportTruefalse",
)


def _context_id(_report: Report, _when: When, _members: Members, at: int) -> str:
    """`c221` and on: numbers that mean nothing, and not consecutive ones."""
    return f"c{_FIRST_CONTEXT + at * _NUMBERED_BY}"


def _members(report: Report, fact: Fact) -> Members | None:
    if of_group(fact):
        return None
    assert report.vendor is not None
    due: Members = ()
    if fact.due and suite(report.vendor, report.filed_on) == _SUITE_OF_MATURITIES:
        due = MATURITY[fact.due]
    elif fact.due:
        on_face = fact.part is Part.BALANCE_SHEET
        due = (*CURRENT[fact.due], *(MATURITY[fact.due] if on_face else ()))
    return (*due, *fact.members)


def _text(name: str, context: str, _attributes: str, text: str) -> str:
    formatted = date_format(name, text, "ixt:datelonguk")
    return f'<ix:nonNumeric name="{name}" contextRef="{context}"{formatted}>{text}</ix:nonNumeric>'


MANNER = Manner(
    prefixes={
        "core": "d",
        "bus": "e",
        "countries": "i",
        "direp": "f",
        "aurep": "h",
        "char": "k",
    },
    context_id=_context_id,
    members=_members,
    text_members=lambda _report, one: one.members,
    number=lambda name, context, attributes, text: (
        f'<ix:nonFraction name="{name}" contextRef="{context}" {attributes}>{text}</ix:nonFraction>'
    ),
    text=_text,
    money_unit="u1",
    count_unit="u8",
    zero_format="ixt:numdash",
    number_format="ixt:numcommadot",
    renamed={"core:BankBorrowingsOverdrafts": "core:BankBorrowings"},
)
