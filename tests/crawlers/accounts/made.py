"""The smallest documents of accounts, and files of them."""

INLINE = b"""<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"
 xmlns:xbrli="http://www.xbrl.org/2003/instance"
 xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:iso4217="http://www.xbrl.org/2003/iso4217"
 xmlns:core="http://xbrl.frc.org.uk/fr/2023-01-01/core"
 xmlns:bus="http://xbrl.frc.org.uk/cd/2023-01-01/business">
<head><title>Accounts</title></head><body>
<div style="display:none"><ix:header><ix:resources>
<xbrli:context id="now"><xbrli:entity>
<xbrli:identifier scheme="http://www.companieshouse.gov.uk/">99000001</xbrli:identifier>
</xbrli:entity><xbrli:period><xbrli:instant>2024-03-31</xbrli:instant></xbrli:period>
</xbrli:context>
<xbrli:context id="year"><xbrli:entity>
<xbrli:identifier scheme="http://www.companieshouse.gov.uk/">99000001</xbrli:identifier>
</xbrli:entity><xbrli:period><xbrli:startDate>2023-04-01</xbrli:startDate>
<xbrli:endDate>2024-03-31</xbrli:endDate></xbrli:period></xbrli:context>
<xbrli:unit id="GBP"><xbrli:measure>iso4217:GBP</xbrli:measure></xbrli:unit>
</ix:resources></ix:header></div>
<table><tr><td>Turnover</td><td><ix:nonFraction name="core:TurnoverRevenue" contextRef="year"
 unitRef="GBP" decimals="0">1200</ix:nonFraction></td></tr>
<tr><td>Net assets</td><td><ix:nonFraction name="core:NetAssetsLiabilities" contextRef="now"
 unitRef="GBP" decimals="0">450</ix:nonFraction></td></tr></table>
</body></html>
"""
"""A company's turnover of 1,200 pounds in the year to 31 March 2024, and net assets of 450."""

PLAIN = b"""<?xml version="1.0"?>
<xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance"
 xmlns:pt="http://www.xbrl.org/uk/fr/gaap/pt/2004-12-01"
 xmlns:iso4217="http://www.xbrl.org/2003/iso4217">
<xbrli:context id="now"><xbrli:entity>
<xbrli:identifier scheme="http://www.companieshouse.gov.uk/">99000001</xbrli:identifier>
</xbrli:entity><xbrli:period><xbrli:instant>2010-03-31</xbrli:instant></xbrli:period>
</xbrli:context>
<xbrli:unit id="GBP"><xbrli:measure>iso4217:GBP</xbrli:measure></xbrli:unit>
<pt:ShareholderFunds contextRef="now" unitRef="GBP" decimals="0">450</pt:ShareholderFunds>
</xbrli:xbrl>
"""
"""Shareholders' funds of 450 pounds on 31 March 2010."""
