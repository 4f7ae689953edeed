"""Accounts as IRIS's software writes them.

Of a group: the company's balance sheet and changes in equity without dimension; of the group's
income only notes, without dimension too, and the profit with one. A table for every row, the
closing bracket in a cell of its own, costs without brackets, dashes tagged as nothing.
"""

from datetime import date
from xml.sax.saxutils import escape

from crawlers.rehearsal.forms.accounts.printed import (
    At,
    Block,
    Fact,
    Figure,
    Heading,
    Members,
    Page,
    Paragraph,
    Part,
    Report,
    Row,
    Table,
    Tagged,
    Weight,
    When,
)
from crawlers.rehearsal.forms.accounts.writers.dimensions import (
    CONSOLIDATED,
    CURRENT,
    is_bracketed,
    of_group,
)
from crawlers.rehearsal.forms.accounts.writers.header import Head, document
from crawlers.rehearsal.forms.accounts.writers.inline import Inline, Manner

_HIDDEN = (
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
    "Creditors": "CreditorsHypercube",
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
_STYLE = """
table {width: 100%; border-collapse: collapse;}
.portraitpage {page-break-after: always;}
.ta_10 {font-family: "Arial"; font-size: 12px;}
.ta_11 {font-family: "Arial"; font-size: 12px; font-weight: 700;}
.total_single {border-top: 1px solid;}
"""


def iris(report: Report) -> str:
    """The document."""
    inline = Inline(report=report, manner=MANNER)
    pages = "".join(_page(inline, number, page) for number, page in enumerate(report.pages))
    units = {"GBP": "iso4217:GBP", "pure": "xbrli:pure", "shares": "xbrli:shares"}
    head = Head(
        title=report.name,
        style=_STYLE,
        hidden=_HIDDEN,
        units=units,
        has_both_entry_points=False,
    )
    return document(inline, head, pages)


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
    formatted = ""
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
    elif local.startswith("Date"):
        formatted = ' format="ixt2:datedaymonthyearen"'
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


def _page(inline: Inline, number: int, page: Page) -> str:
    report = inline.report
    registered = f" (REGISTERED NUMBER: {report.number})" if report.number else ""
    top = (f"{report.name.upper()}{registered}", *(line.upper() for line in page.title))
    head = "".join(f'<table><tr><td class="ta_11">{escape(line)}</td></tr></table>' for line in top)
    body = "".join(_block(inline, block) for block in page.blocks)
    foot = (
        f'<table><tr><td class="ta_10"><span class="ta_80">Page {number}</span></td></tr></table>'
    )
    return (
        f'<div id="PageID_{number}_0" class="portraitpage">{"" if page.is_cover else head}'
        f'<div class="container">{body}</div>{"" if page.is_cover else foot}</div>\n'
    )


def _block(inline: Inline, block: Block) -> str:
    if isinstance(block, Heading):
        text = escape(block.text.upper() if block.number else block.text)
        number = f'<td class="ta_11">{block.number}.</td>' if block.number else ""
        return f'<table><tr>{number}<td class="ta_11">{text}</td></tr></table>\n'
    if isinstance(block, Paragraph):
        words = inline.words(block.words)
        return f'<table><tr><td class="ta_10"><span>{words}</span></td></tr></table>\n'
    return _table(inline, block)


def _table(inline: Inline, table: Table) -> str:
    """Headings line by line, then a table for every row."""
    depth = max(len(one) for one in table.headings)
    lines: list[str] = []
    for at in range(depth):
        cells = "".join(
            f'<td class="ta_11">{escape(one[at - (depth - len(one))])}</td>'
            if at >= depth - len(one)
            else "<td/>"
            for one in table.headings
        )
        notes = f"<td>{'Notes' if at == depth - 1 else ''}</td>" if table.has_notes else ""
        lines.append(f"<table><tr><td/>{notes}{cells}</tr></table>")
    return "".join(lines) + "".join(_row(inline, table, row) for row in table.rows)


def _row(inline: Inline, table: Table, row: Row) -> str:
    loud = row.weight is not Weight.PLAIN
    label = inline.words(row.label)
    if loud and not any(isinstance(one, Tagged) for one in row.label):
        label = label.upper()
    note = f'<td class="ta_10"><span>{row.note}</span></td>' if table.has_notes else ""
    cells = "".join(_cells(inline, one) for one in row.cells)
    ruled = ' class="total_single"' if row.weight is Weight.TOTAL else ""
    return (
        f'<table><tr{ruled}><td class="{"ta_11" if loud else "ta_10"}"><span>{label}</span></td>'
        f"{note}{cells}</tr></table>\n"
    )


def _cells(inline: Inline, cell: Figure | str) -> str:
    """A number, and a cell for the bracket that closes it."""
    if isinstance(cell, str):
        return f'<td class="ta_60">{escape(cell)}</td><td class="ta_60"/>'
    number = inline.number(cell)
    if is_bracketed(cell, costs=False):
        return f'<td class="ta_71">({number}</td><td class="ta_71">)</td>'
    return f'<td class="ta_60">{number}</td><td class="ta_60"/>'
