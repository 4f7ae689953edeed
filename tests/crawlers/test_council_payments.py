"""A council's CSV of payments becomes what it paid whom, and nobody who is a person."""

from datetime import UTC, date, datetime

import pytest

from crawlers.reading import SourceChangedError
from crawlers.source import Follow
from crawlers.sources.council_payments import SOURCE, pence, to_the_files
from db.records import CouncilPayment, Document

HEADINGS = (
    "Body name,Body,Service area categorisation,Responsible unit,Expenses type,Date,"
    "Transaction number,Amount,Supplier name"
)
HOMES = (
    "Larkshire County Council,E10000099,Children's services,Children's Social Care,"
    "Residential placements,09/09/2026,260900001,16594.29,LARKMOOR HOMES LTD"
)
CREDIT = (
    "Larkshire County Council,E10000099,Children's services,Children's Social Care,"
    'Residential placements,11/09/2026,260900001,"-1,250.5",LARKMOOR HOMES LTD'
)
CARER = (
    "Larkshire County Council,E10000099,Children's services,Children's Social Care,"
    "Fostering allowances,10/09/2026,260900002,640.00,REDACTED PERSONAL DATA"
)
UNSURE = "Larkshire County Council,E10000099,,,,12/09/2026,260900003,501,INES GARROWMERE"


def document(*lines: str, name: str = "spending-2026-09.csv") -> Document:
    return Document(
        url=f"file:{name}",
        fetched_at=datetime(2026, 10, 26, 12, tzinfo=UTC),
        body="\r\n".join(lines).encode("cp1252"),
    )


def read(*lines: str) -> list[CouncilPayment]:
    return [one for one in SOURCE.parse(document(*lines)) if isinstance(one, CouncilPayment)]


def page(*links: str) -> Document:
    body = f"<html><body>{''.join(links)}</body></html>"
    return Document(
        url="https://larkshire.example.org/spending",
        fetched_at=datetime(2026, 10, 26, 12, tzinfo=UTC),
        body=body.encode(),
    )


def test_a_payment_says_who_paid_whom_how_much_and_for_what() -> None:
    (found,) = read(HEADINGS, HOMES)

    assert found == CouncilPayment(
        cite=document(HEADINGS, HOMES).cite("row=2"),
        public_on=date(2026, 10, 26),
        council="Larkshire County Council",
        ons_code="E10000099",
        transaction_number="260900001",
        line=1,
        paid_on=date(2026, 9, 9),
        supplier_name="LARKMOOR HOMES LTD",
        supplier_is_withheld=False,
        amount_pence=1_659_429,
        service="Children's services",
        department="Children's Social Care",
        purpose="Residential placements",
    )


def test_lines_of_one_payment_stand_beside_each_other_and_a_credit_is_below_nothing() -> None:
    first, second = read(HEADINGS, HOMES, CREDIT)

    assert (first.transaction_number, first.line) == ("260900001", 1)
    assert (second.transaction_number, second.line) == ("260900001", 2)
    assert second.amount_pence == -125_050


def test_whom_the_council_redacts_is_left_out() -> None:
    assert [one.transaction_number for one in read(HEADINGS, CARER, HOMES)] == ["260900001"]


def test_who_may_be_a_person_is_not_named() -> None:
    (found,) = read(HEADINGS, UNSURE)

    assert (found.supplier_name, found.supplier_is_withheld) == (None, True)
    assert (found.service, found.department, found.purpose) == (None, None, None)


def test_a_file_with_other_names_of_the_same_columns_is_read() -> None:
    headings = "Organisation name,Payment date,Transaction number,Amount,Supplier,Expense area"
    (found,) = read(
        "Larkshire County Council: payments over £500",
        headings,
        "Larkshire County Council,2026-09-09,1,£501,Larkmoor Ltd,Children",
    )

    assert (found.amount_pence, found.service, found.ons_code) == (50_100, "Children", None)


@pytest.mark.parametrize("written", ["twelve", "1.005", "", "--5", "1e5"])
def test_what_is_no_amount_is_refused(written: str) -> None:
    with pytest.raises(SourceChangedError, match="Amount"):
        read(HEADINGS, HOMES.replace("16594.29", written))


def test_an_amount_in_brackets_is_below_nothing() -> None:
    assert pence("(12.30)") == -1_230


def test_a_new_column_stops_the_reading() -> None:
    with pytest.raises(SourceChangedError, match=r"new columns \['payee address'\]"):
        read(f"{HEADINGS},Payee address", f"{HOMES},7 Spindle Walk")


def test_a_file_of_which_nothing_is_left_is_refused() -> None:
    with pytest.raises(SourceChangedError, match="each of its suppliers is redacted"):
        read(HEADINGS, CARER)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [(HEADINGS, True), ("URN,Name", False), ("PK", False), ("<html>", False)],
)
def test_a_file_is_known_by_its_columns(line: str, is_one: bool) -> None:
    assert SOURCE.recognises(document(line)) is is_one


def test_what_is_no_text_is_not_recognised() -> None:
    other = Document(url="file:x", fetched_at=datetime(2026, 10, 26, tzinfo=UTC), body=b"\x81\x00")

    assert SOURCE.recognises(other) is False


def test_a_month_is_one_subject_and_a_quarter_another() -> None:
    july = HOMES.replace("09/09/2026", "09/07/2026").replace("260900001", "260700001")

    assert SOURCE.subject(read(HEADINGS, HOMES)) == "payments of Larkshire County Council 2026-09"
    assert SOURCE.subject(read(HEADINGS, HOMES, july)) == (
        "payments of Larkshire County Council 2026-07 to 2026-09"
    )


def test_a_rehearsals_file_says_so_by_its_name() -> None:
    rehearsed = document(HEADINGS, HOMES, name="rehearsal-spending-over-500-2026-09.csv")

    assert SOURCE.is_rehearsal(rehearsed)
    assert not SOURCE.is_rehearsal(document(HEADINGS, HOMES))


def test_a_page_leads_to_each_file_of_payments_once() -> None:
    link = '<a href="/documents/spending-over-500-2026-09.csv">September</a>'
    other = '<a href="/documents/council-tax.csv">Council tax</a>'

    assert list(to_the_files(page(link, other, link))) == [
        Follow(url="/documents/spending-over-500-2026-09.csv")
    ]


def test_a_page_that_leads_to_no_file_is_refused() -> None:
    with pytest.raises(SourceChangedError, match="no link leads to a CSV of payments"):
        list(to_the_files(page('<a href="/contact">Contact</a>')))


def test_it_is_crawled_only_where_a_councils_page_is_named() -> None:
    assert SOURCE.starts == ()
