"""One filing's document in the media type asked for."""

from crawlers.rehearsal.forms.accounts.composition import report, report_length
from crawlers.rehearsal.forms.accounts.told import told
from crawlers.rehearsal.forms.accounts.writers.caseware import caseware
from crawlers.rehearsal.forms.accounts.writers.digita import digita
from crawlers.rehearsal.forms.accounts.writers.iris import iris
from crawlers.rehearsal.forms.accounts.writers.scan import scan
from crawlers.rehearsal.world.books import Accounts, Medium, Vendor
from crawlers.rehearsal.world.world import World

PDF = "application/pdf"
XHTML = "application/xhtml+xml"

FILES_NOTHING = "filing-exemption-subsidiary"
"""A dormant subsidiary under its parent's guarantee (s.448A): the parent's accounts are filed."""

_WRITERS = {Vendor.DIGITA: digita, Vendor.IRIS: iris, Vendor.CASEWARE: caseware}


def media_types(accounts: Accounts) -> tuple[str, ...]:
    """What a filing can be had as: every one as images, tagged ones as they were sent too."""
    return (PDF, XHTML) if accounts.medium is Medium.TAGGED else (PDF,)


def document_body(world: World, accounts: Accounts, media_type: str) -> bytes:
    """The document of one filing; ValueError for a media type that it cannot be had as.

    The publisher makes images of tagged filings as well, straight and clean ones.
    """
    if accounts.kind == FILES_NOTHING and accounts.reporting == accounts.company:
        raise ValueError(f"{accounts.company} is exempt from filing accounts of its own")
    if media_type not in media_types(accounts):
        raise ValueError(f"filing {accounts.key} cannot be had as {media_type}")
    laid_out = report(told(world, accounts))
    if media_type == PDF:
        return scan(laid_out, world.seed, accounts)
    assert accounts.vendor is not None
    return _WRITERS[accounts.vendor](laid_out).encode()


def page_count(world: World, accounts: Accounts) -> int:
    """How many pages the document has as images."""
    return report_length(told(world, accounts))
