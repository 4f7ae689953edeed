from datetime import date
from decimal import Decimal

from crawlers.accounts.choosing import Chosen
from crawlers.accounts.figure import Figure, Period
from crawlers.accounts.note import Missing, Note
from crawlers.accounts.products import Filing
from crawlers.accounts.read_filing import ReadFiling
from crawlers.accounts.said import About, Claim, Said
from db.records.accounts_words import AccountsState, Gap, HowRead, Matter, Measure, Scope
from oversight.accounts_history.rows import rows
from oversight.accounts_history.tables import FILINGS, LINES, NOTES, Table

YEAR = Period(start=date(2023, 4, 1), end=date(2024, 3, 31))
BEFORE = Period(start=date(2022, 4, 1), end=date(2023, 3, 31))
FILING = Filing(
    number=7,
    name="Prod224_2401_99000001_20240331.html",
    company_number="99000001",
    made_up_to=date(2024, 3, 31),
    body=b"<html>",
)


def turnover(period: Period, value: str) -> Figure:
    return Figure(
        scope=Scope.GROUP,
        measure=Measure.TURNOVER,
        period=period,
        value=Decimal(value),
        read=HowRead.PRINTED,
        confidence=0.9,
        fragment="row=12",
        shown="1,200",
    )


READ = ReadFiling(
    name=FILING.name,
    state=AccountsState.PARTLY_READ,
    state_why="its end is missing",
    about=About(entity_number="99000001", period=YEAR, is_consolidated=True),
    chosen=Chosen(
        figures=(turnover(YEAR, "1200"),),
        comparatives=(turnover(BEFORE, "1100"),),
        notes=(),
        period=YEAR,
        previous=BEFORE,
    ),
    notes=(Note(words="two values differ", scope=Scope.GROUP, fragments=("row=12", "tag=3")),),
    missing=(Missing(scope=Scope.COMPANY, measure=Measure.TURNOVER, gap=Gap.FILLETED),),
    said=(Said(matter=Matter.AUDITOR, sentence="Lark LLP, auditor.", fragment="row=90"),),
    claims=(Claim(section="408", sentence="No profit and loss account.", fragment="row=5"),),
)


def named(table: Table, read: ReadFiling, filing: Filing = FILING) -> list[dict[str, object]]:
    """The rows of a table by column, without what is not known."""
    found = rows(filing, read, product="ab")[table.name]
    return [
        {
            column: cell
            for column, cell in zip(table.columns, row, strict=True)
            if cell is not None
            and column not in {"product", "number", "member", "company_number", "document"}
        }
        for row in found
    ]


def test_this_period_and_the_one_before_are_lines_apart() -> None:
    of, last = named(LINES, READ)

    assert of == {
        "scope": "group",
        "measure": "turnover",
        "period_start": "2023-04-01",
        "period_end": "2024-03-31",
        "is_comparative": False,
        "value": "1200",
        "pounds": 1200.0,
        "read": "printed",
        "confidence": 0.9,
        "fragment": "row=12",
        "shown": "1,200",
    }
    assert (last["is_comparative"], last["value"]) == (True, "1100")


def test_notes_gaps_sentences_and_reliefs_stand_together_by_kind() -> None:
    found = named(NOTES, READ)

    assert [(one["kind"], one["words"], one.get("fragment")) for one in found] == [
        ("note", "two values differ", "row=12"),
        (
            "gap",
            "filleted: a small company need not file its profit and loss account (s.444)",
            None,
        ),
        ("auditor", "Lark LLP, auditor.", "row=90"),
        ("s.408", "No profit and loss account.", "row=5"),
    ]


def test_a_note_may_point_at_no_place() -> None:
    read = ReadFiling(
        name="", state=AccountsState.READ, notes=(Note(words="numbers of two companies"),)
    )

    assert named(NOTES, read) == [{"kind": "note", "words": "numbers of two companies"}]


def test_a_filing_tells_its_state_and_what_it_says_of_itself() -> None:
    (found,) = named(FILINGS, READ)

    assert found == {
        "name": "Prod224_2401_99000001_20240331.html",
        "made_up_to": "2024-03-31",
        "state": "read in part",
        "why": "its end is missing",
        "is_a_parents": False,
        "entity_number": "99000001",
        "period_start": "2023-04-01",
        "period_end": "2024-03-31",
        "lease_basis": "unknown",
        "is_consolidated": True,
    }


def test_a_parents_accounts_are_a_row_of_their_own() -> None:
    annexed = ReadFiling(name="", state=AccountsState.READ, member=2, is_a_parents=True)
    read = ReadFiling(name="", state=AccountsState.READ, annexed=(annexed,))

    found = rows(FILING, read, product="ab")[FILINGS.name]

    assert [row[2] for row in found] == [1, 2]


def test_a_filing_without_bytes_has_a_state_alone() -> None:
    filing = Filing(number=1, name="x", company_number=None, made_up_to=None)
    read = ReadFiling(name="x", state=AccountsState.DAMAGED)

    (found,) = named(FILINGS, read, filing)

    assert found["state"] == "not read: damaged or cut short"
    assert "made_up_to" not in found
