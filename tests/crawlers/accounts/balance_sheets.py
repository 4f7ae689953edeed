"""Invented balance sheets of one company, year after year, printed and not tagged."""


def balance_sheet(
    year: int, *, net_assets: int, the_year_before: int, number: str = "09000003"
) -> bytes:
    """Net assets at 31 March of a year, and of the year before, which are line 5 of the page."""
    return (
        '<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"><body>'
        f"<p>Larkmoor Homes Limited</p><p>Company number {number}</p>"
        f"<h1>Balance sheet as at 31 March {year}</h1>"
        f"<table><tr><td></td><td>{year} £</td><td>{year - 1} £</td></tr>"
        f"<tr><td>Net assets</td><td>{net_assets:,}</td><td>{the_year_before:,}</td></tr>"
        "</table></body></html>"
    ).encode()


def exempt_sheet(parent: str, number: str = "09000008") -> bytes:
    """The balance sheet of an intermediate parent at 31 March 2024, which leaves out its group."""
    return (
        '<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"><body><p>Larkmoor Mid Limited</p>'
        f"<p>Company number {number}</p><p>The company has taken advantage of the exemption in"
        " section 400 of the Companies Act 2006 not to prepare group accounts, being included in"
        f" the group accounts of {parent}.</p><h1>Balance sheet as at 31 March 2024</h1><table>"
        "<tr><td></td><td>2024 £</td></tr><tr><td>Net assets</td><td>9,000</td></tr>"
        "</table></body></html>"
    ).encode()
