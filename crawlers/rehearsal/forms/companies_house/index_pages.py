"""The pages from which the bulk products are downloaded, in the shape of the publisher's.

Links are relative, as the publisher's are. The newest file comes first, but among whole months.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

BYTES_IN_A_MB = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Offered:
    """One file on a page."""

    name: str
    size: int | None = None
    """Bytes; None where the page does not give it."""
    has_blank_size: bool = False
    """True where the publisher prints `(b)` in the place of a size that it cannot tell."""

    @property
    def item(self) -> str:
        """Its line: `BasicCompanyDataAsOneFile-2026-02-01.zip  (468Mb)`, whole megabytes."""
        blank = "  (b)" if self.has_blank_size else ""
        size = blank if self.size is None else f"  ({-(-self.size // BYTES_IN_A_MB)}Mb)"
        return f'<li><a href="{escape(self.name)}">{escape(self.name)}{size}</a></li>'


@dataclass(frozen=True, kw_only=True)
class Listing:
    """One heading on a page, and the files under it."""

    heading: str
    files: Sequence[Offered]


def page(title: str, heading: str, listings: Sequence[Listing], updated: str | None) -> bytes:
    """The page of one product."""
    lists = "\n".join(_list(listing) for listing in listings)
    last = f"<strong>Last Updated:</strong> {updated}" if updated else ""
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
 "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en">
<head>
<meta http-equiv="Content-Type" content="text/html;charset=UTF-8" />
<title>Companies House (a rehearsal: every company is invented)</title>
</head>
<body>
<div id="container">
<div class="container_16" id="mainContent">
<h1>{escape(title)}</h1>
<div class="grid_8 alpha">
<h2>What is it? </h2>
<p>A rehearsal. Every company and every person in these files is invented.</p>
</div>
<div class="grid_7 push_1 omega">
<h2>{escape(heading)}</h2>
{lists}
{last}
</div>
</div>
</div>
</body>
</html>
""".encode()


def updated_on(moment: datetime, *, with_time: bool) -> str:
    """When a page's files are of: `01/02/2026`, or `09/02/2022 07:28hrs`."""
    return f"{moment:%d/%m/%Y %H:%Mhrs}" if with_time else f"{moment:%d/%m/%Y}"


def _list(listing: Listing) -> str:
    items = "\n".join(offered.item for offered in listing.files)
    return f"<h2>{escape(listing.heading)}</h2>\n<ul>\n{items}\n</ul>"
