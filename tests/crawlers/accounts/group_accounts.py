"""Invented accounts of a group, tagged and printed: the topmost company of it, or one below."""

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"
 xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:xbrldi="http://xbrl.org/2006/xbrldi"
 xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2010-04-20"
 xmlns:core="http://xbrl.frc.org.uk/fr/2023-01-01/core"
 xmlns:bus="http://xbrl.frc.org.uk/cd/2023-01-01/business">
<head><title>Accounts</title></head><body>
<div style="display:none"><ix:header><ix:hidden>
<ix:nonNumeric name="bus:NameProductionSoftware" contextRef="own">Example Accounts</ix:nonNumeric>
</ix:hidden><ix:resources>"""
_CONTEXT = """<xbrli:context id="{id}"><xbrli:entity>
<xbrli:identifier scheme="http://www.companieshouse.gov.uk/">{number}</xbrli:identifier>{segment}
</xbrli:entity><xbrli:period>{period}</xbrli:period></xbrli:context>"""
_SEGMENT = """<xbrli:segment><xbrldi:explicitMember dimension="bus:GroupCompanyDataDimension">
bus:Consolidated</xbrldi:explicitMember></xbrli:segment>"""
_DAY = "<xbrli:instant>2024-03-31</xbrli:instant>"
_YEAR = "<xbrli:startDate>2023-04-01</xbrli:startDate><xbrli:endDate>2024-03-31</xbrli:endDate>"
_UNITS = """<xbrli:unit id="GBP"><xbrli:measure>iso4217:GBP</xbrli:measure></xbrli:unit>
<xbrli:unit id="heads"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>
</ix:resources></ix:header></div>"""


def group_accounts(
    number: str = "09000001",
    name: str = "Larkmoor Topco Limited",
    *,
    operating_profit: int = -100_000,
    interest: int = 900_000,
    amortisation: int = 700_000,
) -> bytes:
    """One year of a group: turnover of 5,000,000 pounds, 120 heads, and group net assets below 0.

    The company's own net assets are 250,000 pounds. Tag 2 is the group's turnover.
    """
    contexts = "".join(
        _CONTEXT.format(id=id_, number=number, segment=segment, period=period)
        for id_, segment, period in (
            ("group-year", _SEGMENT, _YEAR),
            ("group-day", _SEGMENT, _DAY),
            ("own", "", _DAY),
        )
    )
    profit = operating_profit - interest
    lines = [
        ("Turnover", "TurnoverRevenue", "group-year", 5_000_000),
        ("Operating (loss)/profit", "OperatingProfitLoss", "group-year", operating_profit),
        ("Interest payable", "InterestPayableSimilarChargesFinanceCosts", "group-year", interest),
        (
            "Loss before tax",
            "ProfitLossOnOrdinaryActivitiesBeforeTax",
            "group-year",
            profit,
        ),
        ("Depreciation", "DepreciationExpensePropertyPlantEquipment", "group-year", 300_000),
        ("Amortisation", "AmortisationExpenseIntangibleAssets", "group-year", amortisation),
        ("Net liabilities of the group", "NetAssetsLiabilities", "group-day", -2_000_000),
        ("Net assets of the company", "NetAssetsLiabilities", "own", 250_000),
    ]
    rows = "".join(_row(*line) for line in lines)
    heads = (
        '<p>The average number of employees was <ix:nonFraction decimals="0" unitRef="heads"'
        ' name="core:AverageNumberEmployeesDuringPeriod" contextRef="group-year">120'
        "</ix:nonFraction>.</p>"
    )
    body = (
        f"<p>{name}</p><p>Company registration number {number}</p>"
        "<p>Annual report and financial statements for the year ended 31 March 2024</p>"
        f"<table>{rows}</table>{heads}"
        "<p>The ultimate parent undertaking is Fernhollow Holdings Limited, incorporated in"
        " Jersey.</p>"
    )
    return f"{_HEAD}{contexts}{_UNITS}{body}</body></html>".encode()


def _row(label: str, concept: str, context: str, value: int) -> str:
    sign = ' sign="-"' if value < 0 else ""
    shown = f"{abs(value):,}"
    tag = (
        f'<ix:nonFraction name="core:{concept}" contextRef="{context}" unitRef="GBP" decimals="0"'
        f' format="ixt:numdotdecimal"{sign}>{shown}</ix:nonFraction>'
    )
    return f"<tr><td>{label}</td><td>{f'({tag})' if sign else tag}</td></tr>"
