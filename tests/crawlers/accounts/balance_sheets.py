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
