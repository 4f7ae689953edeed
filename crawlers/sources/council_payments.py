"""One council's payments to its suppliers, as the Local Government Transparency Code asks for them.

A CSV each month or quarter of every payment over £500: whom the council paid, how much, when, and
for what; the only publication in which a buyer of places names the seller. Councils head their
columns as guidance once did; whoever heads them otherwise is refused, with the names of the
columns. Where a council has put "redacted" in place of a person, the payment is left out; where a
supplier's name may still be a person's, the payment is kept without it. Every council has a page
of its own, and none is crawled unless a `Start` names its page, from which the signpost `page`
leads to each file. Files are otherwise handed over with `oversight ingest`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from crawlers.cells import day, optional_text, text
from crawlers.naming import is_an_organisation
from crawlers.noting import day_of_issue
from crawlers.page_links import page_links
from crawlers.reading import Cell, SourceChangedError, csv_lines, csv_table, plain
from crawlers.saved_names import is_named_as_rehearsed
from crawlers.source import OPEN_GOVERNMENT_LICENCE, Follow, Source
from db.records import CouncilPayment, Document, Record

COUNCIL = ("Body name", "Organisation name")
BODY = ("Body", "Organisation code")
PAID_ON = ("Date", "Payment date")
TRANSACTION = ("Transaction number",)
AMOUNT = ("Amount",)
SUPPLIER = ("Supplier name", "Supplier")
SERVICE = ("Service area categorisation", "Expense area")
DEPARTMENT = ("Responsible unit", "Department")
PURPOSE = ("Expenses type", "Expense type")
MARKS = (TRANSACTION[0], AMOUNT[0])
WANTED = (COUNCIL, PAID_ON, TRANSACTION, AMOUNT, SUPPLIER)
"""Columns without which a file is none of these, each under any of its names."""
NOT_READ = (
    "Capital or revenue",
    "Contract ID",
    "Detailed expenses type",
    "Expense code",
    "Irrecoverable VAT",
    "Merchant category",
    "Narrative",
    "Procurement category",
    "Service division categorisation",
    "Supplier ID",
)
"""Codes of a council's own; and free text, in which people are named."""
REDACTED = re.compile(r"redact|personal data|withheld", re.IGNORECASE)
"""What councils put in place of a person, as their pages say."""
FILE = re.compile(r"(?:spend|payment|expenditure|500)[^?]*\.csv(?:\?|$)", re.IGNORECASE)
PREAMBLE = 10
"""Lines within which the headings stand."""
_CODE = re.compile(r"(?:^|/)([EW]\d{8})$")
_AMOUNT = re.compile(r"(-?)£?(\d+)(?:\.(\d{1,2}))?")


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield each payment to a supplier who is not redacted; SourceChangedError if there is none."""
    public_on = day_of_issue(document)
    lines: Counter[str] = Counter()
    kept = 0
    for row in csv_table(document, marks=MARKS, ignore=NOT_READ):
        number = row.read(TRANSACTION, text)
        lines[number] += 1
        supplier = row.read(SUPPLIER, text)
        said = CouncilPayment(
            cite=row.cite,
            public_on=public_on,
            council=row.read(COUNCIL, text),
            ons_code=row.read_if_there(BODY, _ons_code),
            transaction_number=number,
            line=lines[number],
            paid_on=row.read(PAID_ON, day),
            supplier_name=supplier if is_an_organisation(supplier) else None,
            supplier_is_withheld=not is_an_organisation(supplier),
            amount_pence=row.read(AMOUNT, pence),
            service=row.read_if_there(SERVICE, optional_text),
            department=row.read_if_there(DEPARTMENT, optional_text),
            purpose=row.read_if_there(PURPOSE, optional_text),
        )
        if not REDACTED.search(supplier):
            kept += 1
            yield said
    if not kept:
        raise SourceChangedError(
            document,
            "",
            "each of its suppliers is redacted, so that nothing is left of it; look whether the"
            " council has published the file again",
        )


def to_the_files(document: Document) -> Iterator[Follow]:
    """Yield each file of payments that a council's page links; SourceChangedError for none."""
    found = dict.fromkeys(link.href for link in page_links(document) if FILE.search(link.href))
    if not found:
        raise SourceChangedError(
            document,
            "",
            "no link leads to a CSV of payments; if the council names its files otherwise, the"
            " source's file must learn how",
        )
    for href in found:
        yield Follow(url=href)


def recognises(document: Document) -> bool:
    """True for a CSV with columns of a council, a supplier, a payment, its day and its amount."""
    if document.body[:2] == b"PK" or document.body.lstrip()[:1] in {b"<", b"{", b"["}:
        return False
    try:
        return any(_is_header(line) for line in islice(csv_lines(document), PREAMBLE))
    except SourceChangedError:
        return False


def subject(records: Sequence[Record]) -> str:
    """The council and the months of its payments, as `payments of Leeds 2026-07 to 2026-09`."""
    paid = [one for one in records if isinstance(one, CouncilPayment)]
    months = sorted({f"{one.paid_on:%Y-%m}" for one in paid})
    span = months[0] if len(months) == 1 else f"{months[0]} to {months[-1]}"
    return f"payments of {paid[0].council} {span}"


def pence(cell: Cell) -> int:
    """An amount of pounds as whole pence; ValueError for what is none, or goes below a penny.

    >>> [pence(one) for one in ("1,250.5", "£501", "-12.30", "(12.30)")]
    [125050, 50100, -1230, -1230]
    """
    written = text(cell).replace(",", "").replace(" ", "")
    if written.startswith("(") and written.endswith(")"):
        written = f"-{written[1:-1]}"
    found = _AMOUNT.fullmatch(written)
    if found is None:
        raise ValueError(f"{text(cell)!r} is no amount of pounds and pence")
    sign, pounds, pennies = found.groups(default="")
    return int(f"{sign}{pounds}{pennies.ljust(2, '0')}")


def _ons_code(cell: Cell) -> str | None:
    """A council's code, alone or at the end of an address; None for any other name of it."""
    found = _CODE.search(optional_text(cell) or "")
    return None if found is None else found[1]


def _is_header(line: Sequence[str]) -> bool:
    said = {plain(cell) for cell in line}
    return all(any(plain(name) in said for name in names) for names in WANTED)


SOURCE = Source(
    key="council_payments",
    title="A council's payments to its suppliers",
    publisher="Councils, each for itself",
    licence=OPEN_GOVERNMENT_LICENCE,
    page="https://www.gov.uk/government/publications/local-government-transparency-code-2015",
    cadence="monthly or quarterly, within a month of its end",
    version=2,
    kinds=(CouncilPayment,),
    recognises=recognises,
    parse=parse,
    subject=subject,
    is_rehearsal=is_named_as_rehearsed,
    floors={"payments": {CouncilPayment: 100}},
    masked=("Supplier*",),
    signposts={"page": to_the_files},
)
