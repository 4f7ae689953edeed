"""The forms that Ofsted's tables have had, heading by heading, and rows to put under them."""

import csv
import io

PROVIDERS = {
    "2014": "URN|Provision Type|LA|Sector|GOR|Max/Estimated Places",
    "2015": (
        "Web link|URN|Provision type|Reg Status|Setting Name|Address 1|Address 2|Town|County|"
        "Postcode|Region|Local authority|Sector|Inspection type|Inspection Date|Inspection ID|"
        "Overall effectiveness|Outcomes for children and young people|Quality of care|"
        "The safety of children and young people|Leadership and management|"
        "Outcomes in education and related learning activities|Linked ED URN|"
        "Short breaks only"
    ),
    "2016": (
        "Web link|URN|Provision type|Registration status|Name|Address 1|Address 2|Town|County|"
        "Postcode|Government Office Region|Local authority|Sector|Places|Linked education URN|"
        "Short breaks only children's home|Event type|Inspection date|Event number|"
        "Overall effectiveness|Outcomes for children and young people|Quality of care|"
        "Safeguarding children and young people|Leadership and management"
    ),
    "2017": (
        "Web link|URN|Linked education URN|Provision type|Registration status|Name|Address 1|"
        "Address 2|Town|County|Postcode|Ofsted Region|Government Office Region|"
        "Local authority|Parliamentary constituency|Sector|Places|Short breaks only|"
        "Event type|Inspection date|Publication date|Event number|Overall effectiveness|"
        "Outcomes for children and young people|Quality of care|"
        "Safeguarding children and young people|Leadership and management"
    ),
    "2018": (
        "Web link|URN|Linked education URN|Provision type|Registration status|Name|Address 1|"
        "Address 2|Town|County|Postcode|Ofsted Region|Government Office Region|"
        "Local authority|Parliamentary constituency|Sector|Places|Organisation|Event type|"
        "Inspection date|Publication date|Event number|Overall effectiveness|"
        "Outcomes for children and young people|Quality of care|"
        "Safeguarding children and young people|Leadership and management"
    ),
    "2018_part2": (
        "Web link|URN|Linked education URN|Provision type|Registration status|Name|Address 1|"
        "Address 2|Town|County|Postcode|Ofsted Region|Government Office Region|"
        "Local authority|Parliamentary constituency|Sector|Places|Organisation name"
    ),
    "2019": (
        "Web link|URN|Linked Education URN|Provision type|Registration date|"
        "Registration status|Name|Address 1|Address 2|Town|County|Postcode|Ofsted region|"
        "Government Office Region|Local authority|Parliamentary constituency|Sector|Places|"
        "Organisation which owns the provider|Event type|Inspection date|Publication date|"
        "Event number|Overall experiences and progress of children and young people|"
        "Outcomes in education and related learning activities|"
        "How well children and young people are helped and protected|"
        "The effectiveness of leaders and managers"
    ),
    "2020": (
        "Web link|URN|Linked Education URN|Provision type|Registration date|"
        "Registration status|Name|Address 1|Address 2|Town|County|Postcode|Ofsted region|"
        "Government Office Region|Local authority|Parliamentary constituency|Sector|Places|"
        "Organisation which owns the provider|Event type|Inspection date|Publication date|"
        "Event number|Overall experiences and progress of children and young people|"
        "Outcomes in education and related learning activities|Health services|"
        "How well children and young people are helped and protected|"
        "The effectiveness of leaders and managers"
    ),
    "2021": (
        "Web link|URN|Linked Education URN|Provision type|Registration date|"
        "Registration status|Name|Address 1|Address 2|Town|County|Postcode|Ofsted region|"
        "Government Office Region|Local authority|Parliamentary constituency|Sector|Places|"
        "Short-break-only children's home|Organisation which owns the provider|Event type|"
        "Inspection date|Publication date|Event number|"
        "Overall experiences and progress of children and young people|"
        "Outcomes in education and related learning activities|Health services|"
        "How well children and young people are helped and protected|"
        "The effectiveness of leaders and managers"
    ),
    "2022": (
        "Web link|URN|Linked Education URN|Provision type|Registration date|"
        "Registration status|Name|Address 1|Address 2|Town|County|Postcode|Ofsted region|"
        "Government Office Region|Local authority|Parliamentary constituency|Sector|Places|"
        "Short-break-only children's home|Organisation which owns the provider|"
        "Latest full inspection event type|Latest full inspection date|"
        "Latest full inspection publication date|Latest full inspection event number|"
        "Latest full inspection overall experiences and progress of children and young people|"
        "Latest full inspection outcomes in education and related learning activities|"
        "Latest full inspectio health services|"
        "Latest full inspection how well children and young people are helped and protected|"
        "Latest full inspection the effectiveness of leaders and managers"
    ),
    "2023": (
        "Web link|URN|Linked Education URN|Provision type|Registration date|"
        "Registration status|Name|Address 1|Address 2|Town|County|Postcode|Ofsted region|"
        "Government Office Region|Local authority|Parliamentary constituency|Sector|Places|"
        "Short-break-only children's home|Multi-building children's home|"
        "Organisation which owns the provider|Latest full inspection event type|"
        "Latest full inspection date|Latest full inspection publication date|"
        "Latest full inspection event number|"
        "Overall experiences and progress of children and young people|"
        "Outcomes in education and related learning activities|Health services|"
        "How well children and young people are helped and protected|"
        "The effectiveness of leaders and managers"
    ),
    "2024": (
        "Web link|URN|Linked Education URN|Provision type|Registration date|"
        "Registration status|Name|Address 1|Address 2|Town|County|Postcode|Ofsted region|"
        "Government Office Region|Local authority|Parliamentary constituency|Sector|Premises|"
        "Places|Short-break-only children's home|Multi-building children's home|"
        "Organisation which owns the provider|Latest full inspection event type|"
        "Latest full inspection date|Latest full inspection publication date|"
        "Latest full inspection event number|"
        "Overall experiences and progress of children and young people|"
        "Outcomes in education and related learning activities|Health services|"
        "How well children and young people are helped and protected|"
        "The effectiveness of leaders and managers|Previous full inspection event type|"
        "Previous full inspection event date|Previous full inspection publication date|"
        "Previous full inspection event number|"
        "Previous overall experiences and progress of children and young people|"
        "Previous outcomes in education and related learning activities|"
        "Previous health services|"
        "Previous how well children and young people are helped and protected|"
        "Previous effectiveness of leaders and managers"
    ),
    "2025": (
        "Web link|URN|Linked Education URN|Provision type|Registration date|"
        "Registration status|Name|Address 1|Address 2|Town|County|Postcode|Ofsted Region|"
        "Government Office Region|Local authority|Parliamentary constituency|Sector|Places|"
        "Supported accommodation premises|Short-break-only children's home|"
        "Multi Building Children's Home|Organisation which owns the provider|"
        "\nLatest Full inspection event type|\nLatest full inspection date|"
        "Latest full inspection publication date|\nLatest full inspection event number|"
        "\nOverall experiences and progress of children and young people|"
        "Outcomes in education and related learning activities|Health services|"
        "\nHow well children and young people are helped and protected|"
        "The effectiveness of leaders and managers|Supported Accommodation outcome"
    ),
}
MOVEMENTS = {
    "2017": (
        "URN|Provision type|Ofsted Region|Government Office Region|Local authority|"
        "Parliamentary constituency|Sector|Places|"
        "First effective date (that the provider became active)|"
        "First effective date (that the provider became resigned)|"
        "First effective date (that the provider closed)|"
        "First effective date (that the provider became cancelled)|Flag for appealed|"
        "Joiner status|Leaver status|Registration status (as at @startdate)|"
        "Registration status (as at @enddate)|Inspectorate (as at @startdate)|"
        "Inspectorate (as at @enddate)|Name"
    ),
    "2018": (
        "URN|Provision type|Ofsted Region|Government Office Region|Local authority|"
        "Parliamentary constituency|Sector|Places|"
        "First effective date (that the provider became active)|"
        "First effective date (that the provider became resigned)|"
        "First effective date (that the provider closed)|"
        "First effective date (that the provider became cancelled)|Flag for appealed|"
        "Joiner status|Leaver status|Registration status (as at @startdate)|"
        "Registration status (as at @enddate)|Inspectorate (as at @startdate)|"
        "Inspectorate (as at @enddate)|Name"
    ),
    "2019": (
        "URN|Provision type|Ofsted Region|Government Office Region|Local authority|"
        "Parliamentary constituency|Sector|Places|Registration date|Date closed|Joiner status|"
        "Leaver status|Registration status at 31 March 2019|Name|Notes"
    ),
    "2020": (
        "URN|Provision type|Ofsted Region|Government Office Region|Local authority|"
        "Parliamentary constituency|Sector|Places|Registration date|"
        "Cancelled or resigned date|Joiner status|Leaver status|"
        "Registration status at 31 March 2020|Name"
    ),
    "2021": (
        "URN|Provision type|Ofsted Region|Government Office Region|Local authority|"
        "Parliamentary constituency|Sector|Places|Short-break-only children's home|"
        "Registration date|Resigned/closed date|Joiner status|Leaver status|"
        "Registration status|Name"
    ),
    "2022": (
        "URN|Provision type|Ofsted Region|Government Office Region|Local authority|"
        "Parliamentary constituency|Sector|Places|Short-break-only children's home|"
        "Registration date|Cancelled or resigned date|Joiner status|Leaver status|"
        "Registration status (as at 31 March 2022)|Name"
    ),
    "2023": (
        "URN|Provision type|Ofsted Region|Government Office Region|Local authority|"
        "Parliamentary constituency|Sector|Places|Short-break-only children's home|"
        "First effective date (that the provider became active)|"
        "First effective date (that the provider became resigned)|"
        "First effective date (that the provider closed)|"
        "First effective date (that the provider became cancelled)|Joiner status|"
        "Leaver status|Registration status (as at 1 April 2022)|"
        "Registration status (as at 31 March 2023)|Inspectorate (as at 1 April 2022)|"
        "Inspectorate (as at 31 March 2023)|Name|Reason"
    ),
}
IN_YEAR_2018 = (
    "Web link|URN|Linked Education URN|Provision type|Registration Status|Name|Address 1|Address 2|"
    "Town|County|Postcode|Ofsted Region|Government Office Region|Local authority|"
    "Parliamentary constituency|Sector|Places|Event type|Inspection date|Publication date|"
    "Event number|Overall effectiveness|Outcomes for children and young people|Quality of care|"
    "Safeguarding children and young people|Leadership and management|||"
)
TITLES = {
    "2022": "Children's social care data in England 2022 - Provider level as at March 2022",
    "2023": "Children's social care data in England 2023 – Provider level as at 31 March 2023",
    "2024": "Children's social care data in England 2024 – Provider level as at 31 March 2024",
    "2025": "Children's social care data in England 2025 – Provider level as at 31 March 2025",
}
BANNER = "Provider information|||Latest Full Inspection"

CELLS = {
    "web link": "Ofsted Social Care Provider Webpage",
    "urn": "SC100001",
    "provision type": "Children's home",
    "registration date": "01/05/2012",
    "registration status": "Active",
    "reg status": "Active",
    "name": "REDACTED",
    "setting name": "REDACTED",
    "address 1": "REDACTED",
    "address 2": " ",
    "ofsted region": "South East",
    "region": "South East",
    "government office region": "South East",
    "gor": "South East",
    "local authority": "Kent",
    "la": "Kent",
    "parliamentary constituency": "Ashford",
    "sector": "Private",
    "places": "4",
    "max/estimated places": "4",
    "organisation": "Small Steps Ltd",
    "organisation name": "Small Steps Ltd",
    "organisation which owns the provider": "Small Steps Ltd",
    "event type": "Full inspection",
    "inspection type": "Full inspection",
    "latest full inspection event type": "Full inspection",
    "event number": "10000001",
    "inspection id": "10000001",
    "latest full inspection event number": "10000001",
    "overall effectiveness": "Good",
    "overall experiences and progress of children and young people": "Good",
    "latest full inspection overall experiences and progress of children and young people": "Good",
    "safeguarding children and young people": "Outstanding",
    "the safety of children and young people": "Outstanding",
    "how well children and young people are helped and protected": "Outstanding",
    "latest full inspection how well children and young people are helped and protected": (
        "Outstanding"
    ),
    "quality of care": "Good",
}
"""What stands under a heading unless a test says otherwise; blank where nothing is said."""


def csv_body(
    headings: str, *rows: dict[str, str], above: tuple[str, ...] = (), encoding: str = "utf-8-sig"
) -> bytes:
    """A CSV with those headings, written as spreadsheets do; `|` parts cells above the header."""
    file = io.StringIO()
    writer = csv.writer(file)
    names = headings.split("|")
    for line in above:
        writer.writerow(line.split("|"))
    writer.writerow(names)
    for row in rows:
        cells = {**CELLS, **row}
        writer.writerow(cells.get(" ".join(name.split()).casefold(), "") for name in names)
    return file.getvalue().encode(encoding)


VISIT_DAYS = (
    "inspection date",
    "publication date",
    "latest full inspection date",
    "latest full inspection publication date",
)


def visited(day: str) -> dict[str, str]:
    """The day of a visit and of its publication, under every heading they have had."""
    return dict.fromkeys(VISIT_DAYS, day)


def uninspected() -> dict[str, str]:
    """A row of a setting that has had no inspection."""
    return {heading: "" for heading in CELLS if heading not in REGISTERED} | {"urn": "SC100002"}


REGISTERED = frozenset(list(CELLS)[: list(CELLS).index("event type")])
