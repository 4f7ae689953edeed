"""An invented company data product: the published header, and rows under it."""

HEADER = (
    "CompanyName, CompanyNumber,RegAddress.CareOf,RegAddress.POBox,RegAddress.AddressLine1,"
    " RegAddress.AddressLine2,RegAddress.PostTown,RegAddress.County,RegAddress.Country,"
    "RegAddress.PostCode,CompanyCategory,CompanyStatus,CountryOfOrigin,DissolutionDate,"
    "IncorporationDate,Accounts.AccountRefDay,Accounts.AccountRefMonth,Accounts.NextDueDate,"
    "Accounts.LastMadeUpDate,Accounts.AccountCategory,Returns.NextDueDate,Returns.LastMadeUpDate,"
    "Mortgages.NumMortCharges,Mortgages.NumMortOutstanding,Mortgages.NumMortPartSatisfied,"
    "Mortgages.NumMortSatisfied,SICCode.SicText_1,SICCode.SicText_2,SICCode.SicText_3,"
    "SICCode.SicText_4,LimitedPartnerships.NumGenPartners,LimitedPartnerships.NumLimPartners,URI,"
    "PreviousName_1.CONDATE, PreviousName_1.CompanyName, PreviousName_2.CONDATE,"
    " PreviousName_2.CompanyName,PreviousName_3.CONDATE, PreviousName_3.CompanyName,"
    "PreviousName_4.CONDATE, PreviousName_4.CompanyName,PreviousName_5.CONDATE,"
    " PreviousName_5.CompanyName,PreviousName_6.CONDATE, PreviousName_6.CompanyName,"
    "PreviousName_7.CONDATE, PreviousName_7.CompanyName,PreviousName_8.CONDATE,"
    " PreviousName_8.CompanyName,PreviousName_9.CONDATE, PreviousName_9.CompanyName,"
    "PreviousName_10.CONDATE, PreviousName_10.CompanyName,ConfStmtNextDueDate,"
    " ConfStmtLastMadeUpDate"
)
"""The published header, to the letter: 55 names, of which 14 begin with a space."""
PUBLISHED_AS = "file:BasicCompanyDataAsOneFile-2026-11-01.zip"


def row(
    name: str = "LARKMOOR CARE LTD",
    number: str = "09000001",
    *,
    category: str = "Private Limited Company",
    status: str = "Active",
    incorporated: str = "01/05/2019",
    dissolved: str = "",
    uri: str | None = None,
) -> str:
    """One row as published: every cell in quotation marks."""
    address = f"http://business.data.gov.uk/id/company/{number}" if uri is None else uri
    cells = (
        *(name, number, "", "", "1 HIGH STREET", "", "LEEDS", "", "ENGLAND", "LS1 1AA"),
        *(category, status, "United Kingdom", dissolved, incorporated, "31", "12", "30/09/2027"),
        *("31/12/2025", "FULL", "", "", "0", "0", "0", "0", "87900 - Other residential care"),
        *("", "", "", "0", "0", address, *[""] * 20, "14/05/2027", "30/04/2026"),
    )
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)


def product(*rows: str, header: str = HEADER) -> str:
    """The whole file."""
    return "".join(f"{line}\r\n" for line in (header, *rows))
