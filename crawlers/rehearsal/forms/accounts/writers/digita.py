"""Accounts as Digita's software writes them: everything tagged, the group's with its dimension.

One table a statement, brackets beside the element, dashes untagged, a declaration of the
taxonomy's namespace on every element, contexts whose ids spell out what they say.
"""

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
    MATURITY,
    is_bracketed,
    of_group,
)
from crawlers.rehearsal.forms.accounts.writers.header import Head, document
from crawlers.rehearsal.forms.accounts.writers.inline import Inline, Manner

_NAME_AND_NUMBER = {"bus:UKCompaniesHouseRegisteredNumber", "bus:NameProductionSoftware"}
_HIDDEN = (
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
_STYLE = """
table {margin-left: auto; margin-right: auto; width: 100%;}
.portraitpage {page-break-after: always; position: relative; margin: 25.4mm;}
.Normal_Text {font-family: "Arial"; font-size: 12px; text-align: justify;}
.Title_Text {font-family: "Arial"; font-weight: bold; font-size: 12px;}
.Values_Text {font-family: "Arial"; font-size: 12px; text-align: right;}
.Total_Values_Text {font-family: "Arial"; font-size: 12px; border-top: 1px solid;}
"""


def digita(report: Report) -> str:
    """The document."""
    inline = Inline(report=report, manner=MANNER)
    pages = "".join(_page(inline, number, page) for number, page in enumerate(report.pages))
    units = {"GBP": "iso4217:GBP", "Pure": "xbrli:pure", "Shares": "xbrli:shares"}
    head = Head(
        title=f"{report.name} - Period Ending {report.years[0][1]}",
        style=_STYLE,
        hidden=_HIDDEN,
        units=units,
        has_both_entry_points=True,
    )
    return document(inline, head, f'<div style="height:0px;">{pages}</div>')


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
        f'<ix:nonNumeric name="{name}" contextRef="{context}"{attributes}>{text}</ix:nonNumeric>'
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


def _page(inline: Inline, number: int, page: Page) -> str:
    report = inline.report
    name = (
        f'<p class="Title_Text"><span style="font-weight: bold;">{escape(report.name)}</span></p>'
    )
    registered = f"<p>(Registration number: {report.number})</p>" if report.number else ""
    title = "<br/>".join(escape(line) for line in page.title)
    head = f'{name}{registered}<p class="Title_Text">{title}</p>'
    body = "".join(_block(inline, block) for block in page.blocks)
    foot = f'<div class="footer"><p class="Normal_Text">- {number} -</p></div>'
    return (
        f'<div class="portraitpage">{"" if page.is_cover else head}{body}'
        f"{'' if page.is_cover else foot}</div>\n"
    )


def _block(inline: Inline, block: Block) -> str:
    if isinstance(block, Heading):
        number = f"<span>{block.number}</span> " if block.number else ""
        return f'<p class="Title_Text">{number}<span>{escape(block.text)}</span></p>'
    if isinstance(block, Paragraph):
        return f'<p class="Normal_Text"><span>{inline.words(block.words)}</span></p>'
    return _table(inline, block)


def _table(inline: Inline, table: Table) -> str:
    note = "<td><p><b>Note</b></p></td>" if table.has_notes else ""
    over = "".join(
        '<td class="Values_Text"><p><span style="font-weight: bold;">'
        f"{'<br/>'.join(map(escape, one))}</span></p></td>"
        for one in table.headings
    )
    rows = "".join(_row(inline, table, row) for row in table.rows)
    return f"<table><tr><td><p/></td>{note}{over}</tr>{rows}</table>\n"


def _row(inline: Inline, table: Table, row: Row) -> str:
    is_heading = row.weight is Weight.HEADING
    style = ' style="font-weight: bold;"' if is_heading else ""
    label = f'<td class="Normal_Text"><p{style}>{inline.words(row.label)}</p></td>'
    note = f"<td><p>{row.note}</p></td>" if table.has_notes else ""
    kind = "Total_Values_Text" if row.weight is Weight.TOTAL else "Values_Text"
    cells = "".join(f'<td class="{kind}"><p>{_cell(inline, one)}</p></td>' for one in row.cells)
    return f"<tr>{label}{note}{cells}</tr>\n"


def _cell(inline: Inline, cell: Figure | str) -> str:
    if isinstance(cell, str):
        return escape(cell)
    number = inline.number(cell)
    return f"({number})" if is_bracketed(cell, costs=True) else number
