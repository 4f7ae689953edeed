"""Whom accounts name as the ultimate parent: the newest that speak of it, and whom a name means."""

from datetime import UTC, date, datetime
from itertools import groupby

from db.indexed_company import IndexedCompany
from db.records import FiledDocument, Matter, Record
from db.snapshot import Snapshot
from oversight.holders import Holders
from oversight.named_parents import NamedParents, names_said
from tests.db.companies import said
from tests.oversight.accounts_said import accounts, ultimate

COMPANY = "09000001"
DAY = date(2026, 3, 31)
ROWAN = "undertaking:rowan topco ltd/jersey"


def snapshot(*records: Record) -> Snapshot:
    kinds = sorted(records, key=lambda one: type(one).__name__)
    shelf: dict[type[Record], tuple[Record, ...]] = {
        kind: tuple(each) for kind, each in groupby(kinds, key=type)
    }
    return Snapshot(as_of=DAY, known_at=datetime(2026, 9, 1, tzinfo=UTC), shelf=shelf)


def named(*records: Record, registered: tuple[IndexedCompany, ...] = ()) -> NamedParents:
    return NamedParents.of(snapshot(*records), DAY, Holders.of((), registered))


def who(*records: Record, registered: tuple[IndexedCompany, ...] = ()) -> tuple[str, bool] | None:
    """Whom the accounts of the company mean, and whether that is certain."""
    found = named(*records, registered=registered).meant.get(COMPANY)
    return None if found is None else (found.node, found.certain)


def indexed(number: str, name: str) -> IndexedCompany:
    return IndexedCompany(
        company_number=number,
        name=name,
        category="Limited Partnership",
        status="Active",
        incorporated_on=date(2009, 2, 2),
        cite=f"sha256:{'1' * 64}#row=1",
    )


def test_a_body_abroad_is_known_by_its_name_and_place() -> None:
    found = named(*accounts(COMPANY, ultimate("Rowan Topco Limited")))

    assert who(*accounts(COMPANY, ultimate("Rowan Topco Limited"))) == (ROWAN, True)
    assert found.names == {ROWAN: "Rowan Topco Limited"}
    assert found.newest[COMPANY].where == (
        "the accounts of Larkmoor Care Limited made up to 2025-09-30"
    )


def test_a_partnership_here_is_the_only_one_of_its_name_on_the_register() -> None:
    fund = indexed("LP990001", "ROWAN CAPITAL II LP")
    sentence = ultimate("Rowan Capital II LP", "England and Wales")

    assert who(*accounts(COMPANY, sentence), registered=(fund,)) == ("LP990001", True)


def test_a_number_in_the_sentence_says_which_company_it_is() -> None:
    sentence = ultimate(
        "Rowan Group Limited",
        "England and Wales",
        sentence="The ultimate parent is Rowan Group Limited (company number 9000009).",
    )

    assert who(*accounts(COMPANY, sentence)) == ("09000009", True)


def test_a_name_without_a_place_is_possible_alone() -> None:
    found = who(*accounts(COMPANY, ultimate("Rowan Topco Limited", None)))

    assert found == ("undertaking:rowan topco ltd/place not published", False)


def test_the_newest_accounts_that_speak_of_it_count() -> None:
    older = accounts(COMPANY, ultimate("Rowan Topco Limited"), to=date(2024, 9, 30))
    newer = accounts(COMPANY, ultimate("Alder Topco Limited"))

    assert who(*older, *newer) == ("undertaking:alder topco ltd/jersey", True)
    assert who(*older, *accounts(COMPANY)) == (ROWAN, True)


def test_a_person_named_since_takes_the_place_of_a_parent() -> None:
    older = accounts(COMPANY, ultimate("Rowan Topco Limited"), to=date(2024, 9, 30))
    person = ultimate(None, matter=Matter.CONTROLLING_PARTY)

    assert who(*older, *accounts(COMPANY, person)) is None


def test_an_immediate_parent_and_a_controlling_party_are_no_ultimate_parent() -> None:
    immediate = ultimate("Rowan Bidco Limited", matter=Matter.IMMEDIATE_PARENT)
    manager = ultimate("Rowan Capital LLP", matter=Matter.CONTROLLING_PARTY)

    assert who(*accounts(COMPANY, immediate, manager)) is None


def test_several_names_are_none() -> None:
    both = accounts(COMPANY, ultimate("Rowan Topco Limited"), ultimate("Alder Topco Limited"))

    assert who(*both) is None


def test_a_name_said_twice_is_one() -> None:
    twice = accounts(COMPANY, ultimate("Rowan Topco Limited"), ultimate("ROWAN TOPCO LTD"))

    assert who(*twice) == (ROWAN, True)


def test_a_council_is_no_parent() -> None:
    assert who(*accounts(COMPANY, ultimate("Leeds City Council", "England"))) is None


def test_accounts_to_a_later_day_or_older_than_two_years_are_not_asked() -> None:
    sentence = ultimate("Rowan Topco Limited")

    assert who(*accounts(COMPANY, sentence, to=date(2026, 4, 1))) is None
    assert who(*accounts(COMPANY, sentence, to=date(2024, 3, 31))) is None
    assert who(*accounts(COMPANY, sentence, to=date(2024, 4, 1))) == (ROWAN, True)
    assert who(*accounts(COMPANY, sentence, to=date(2024, 2, 29))) is None
    assert who(*accounts(COMPANY, sentence, made_up_to=None)) is None


def test_accounts_are_of_the_company_for_which_they_were_filed_where_they_do_not_say() -> None:
    sentence = ultimate("Rowan Topco Limited")
    by_file = accounts(None, sentence, filed_for=COMPANY)
    filed = said(
        FiledDocument,
        company_number=COMPANY,
        document_id="None 2025-09-30",
        category="accounts",
        created_on=date(2025, 12, 1),
        media_types="application/xhtml+xml",
        is_tagged=True,
    )

    assert who(*by_file) == (ROWAN, True)
    assert who(*accounts(None, sentence), filed) == (ROWAN, True)
    assert named(*accounts(None, sentence)).newest == {}


def test_the_names_to_look_up_are_those_of_ultimate_parents() -> None:
    immediate = ultimate("Rowan Bidco Limited", matter=Matter.IMMEDIATE_PARENT)
    held = accounts(COMPANY, ultimate("Rowan Topco Limited"), immediate, ultimate(None))

    assert names_said(snapshot(*held)) == {"Rowan Topco Limited"}
