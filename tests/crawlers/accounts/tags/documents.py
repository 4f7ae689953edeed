"""Small documents of our own in which one thing is marked."""

IX_2013 = "http://www.xbrl.org/2013/inlineXBRL"
IX_2008 = "http://www.xbrl.org/2008/inlineXBRL"
CORE = "http://xbrl.frc.org.uk/fr/2023-01-01/core"
BUSINESS = "http://xbrl.frc.org.uk/cd/2023-01-01/business"

_RESOURCES = """
<xbrli:context id="x1"><xbrli:entity><xbrli:identifier scheme="http://www.companieshouse.gov.uk/"
>99000001</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:startDate>2024-04-01
</xbrli:startDate><xbrli:endDate>2025-03-31</xbrli:endDate></xbrli:period></xbrli:context>
<xbrli:context id="x2"><xbrli:entity><xbrli:identifier scheme="http://www.companieshouse.gov.uk/"
>99000001</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:instant>2025-03-31</xbrli:instant>
</xbrli:period></xbrli:context>
<xbrli:unit id="u1"><xbrli:measure>iso4217:GBP</xbrli:measure></xbrli:unit>
<xbrli:unit id="u2"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>
"""


def inline(page: str, *, hidden: str = "", resources: str = "", ix: str = IX_2013) -> bytes:
    """A page of inline XBRL: x1 is the year to 31 March 2025, x2 its last day, u1 pounds."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="{ix}" xmlns:c="{CORE}" xmlns:b="{BUSINESS}"
 xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xbrldi="http://xbrl.org/2006/xbrldi"
 xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2010-04-20"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:iso4217="http://www.xbrl.org/2003/iso4217"><body><div style="display:none"><ix:header>
<ix:hidden>{hidden}</ix:hidden><ix:references><link:schemaRef xlink:type="simple"
 xlink:href="https://xbrl.frc.org.uk/FRS-102/2023-01-01/FRS-102-2023-01-01.xsd"/></ix:references>
<ix:resources>{_RESOURCES}{resources}</ix:resources></ix:header></div>{page}</body></html>
""".encode()


def plain(facts: str) -> bytes:
    """A plain instance of 2004: y1 is the year to 31 March 2012, y2 its last day, u1 pounds."""
    return f"""<?xml version="1.0"?>
<xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:iso4217="http://www.xbrl.org/2003/iso4217"
 xmlns:pt="http://www.xbrl.org/uk/fr/gaap/pt/2004-12-01"
 xmlns:ae="http://www.companieshouse.gov.uk/ef/xbrl/uk/fr/gaap/ae/2009-06-21"
 xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<link:schemaRef xlink:href="uk-gaap-ae-2009-06-21.xsd" xlink:type="simple"/>
{facts}
<context id="y1"><entity><identifier scheme="companieshouse">AN EXAMPLE LIMITED</identifier>
</entity><period><startDate>2011-04-01</startDate><endDate>2012-03-31</endDate></period></context>
<context id="y2"><entity><identifier scheme="companieshouse">AN EXAMPLE LIMITED</identifier>
</entity><period><instant>2012-03-31</instant></period></context>
<unit id="u1"><measure>iso4217:GBP</measure></unit></xbrl>
""".encode()
