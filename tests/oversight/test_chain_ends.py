"""Where a chain ends, what was read there is said and cited: nobody is never the same as unread."""

from datetime import date
from typing import Any

from db.records import Control, ControlStatement, Record, Register, RegisterExtract
from db.snapshot import Snapshot
from oversight.chain_ends import ChainEnd
from oversight.examples import AS_OF, KNOWN_AT, market
from oversight.market import Market
from tests.db.companies import said

SETTINGS = """
    urn      | owner_name
    SC000001 | Larkmoor Care Limited 09000003
"""
READ_ON = date(2026, 8, 1)
OF_LARKMOOR: dict[str, Any] = {"company_number": "09000003"}
AN_UNDERTAKING: dict[str, Any] = {
    "kind": "corporate-entity-person-with-significant-control",
    "holder_name": "Amber Limited",
    "holder_company_number": "09000001",
}


def above(*records: Record) -> ChainEnd:
    """What is known above Larkmoor on the register's day, from what was read months later."""
    shelf = dict(market(settings=SETTINGS).snapshot.shelf)
    for record in records:
        shelf[type(record)] = (*shelf.get(type(record), ()), record)
    snapshot = Snapshot(as_of=date(2026, 9, 1), known_at=KNOWN_AT, shelf=shelf)
    (group,) = Market(snapshot=snapshot, policy=market().policy).groups
    return group.above


def read(entries: int, on: date = READ_ON) -> RegisterExtract:
    """The reading of Larkmoor's whole register."""
    return said(
        RegisterExtract,
        cite=f"sha256:{'1' * 64}#/items",
        register_name=Register.CONTROLS,
        read_on=on,
        entries=entries,
        **OF_LARKMOOR,
    )


def entry(number: int, begun: date | None, ended: date | None, **more: Any) -> Control:
    """An entry of Larkmoor's register, of a person unless told."""
    fields: dict[str, Any] = {
        "cite": f"sha256:{'1' * 64}#/items/{number}",
        "psc_id": f"id-{number}",
        "kind": "individual-person-with-significant-control",
        "capacity": "direct",
        "holder_name": "Ann Other",
        "valid_from": begun,
        "valid_to": ended,
    }
    return said(Control, **(OF_LARKMOOR | fields | more))


def places(end: ChainEnd) -> list[str]:
    return [one.cite.partition("#")[2] for one in end.evidence]


READ = "the control register of 09000003, as read on 2026-08-01, names nobody in force"
ON_THE_DAY = f"{READ} on {AS_OF.isoformat()}"
ENDED = entry(0, date(2016, 4, 6), date(2020, 5, 1))


def test_a_register_without_an_entry_says_so_and_cites_its_reading() -> None:
    end = above(read(0))

    assert end.words == f"{ON_THE_DAY}: it holds no entry"
    assert places(end) == ["/items"]


def test_an_empty_register_counts_as_it_was_last_read() -> None:
    end = above(read(0), read(0, on=date(2026, 1, 1)))

    assert end.words.startswith(READ)


def test_a_register_whose_only_entry_has_ended_says_whose_kind_it_was_and_when() -> None:
    end = above(read(1), ENDED)

    assert end.words == f"{ON_THE_DAY}: its only entry, of a person, ended on 2020-05-01"
    assert places(end) == ["/items", "/items/0"]
    assert end.evidence[1].claim == (
        "the entry of a person in the control register of 09000003 ended on 2020-05-01"
    )


def test_an_entry_that_ended_before_it_began_is_said_to_have_been_filed_so() -> None:
    end = above(read(1), entry(0, date(2020, 5, 1), date(2019, 5, 1)))

    assert end.words.endswith(
        ": its only entry, of a person, ended on 2019-05-01, before it began on 2020-05-01"
    )
    assert places(end) == ["/items", "/items/0"]


def test_an_entry_that_ended_on_the_very_day_had_ended() -> None:
    end = above(read(1), entry(0, None, AS_OF))

    assert end.words.endswith("its only entry, of a person, ended on 2026-03-31")


def test_an_entry_that_began_after_the_day_is_not_used_and_said_to_be_later() -> None:
    end = above(read(1), entry(0, date(2026, 5, 1), None, **AN_UNDERTAKING))

    assert end.words.endswith(
        ": its only entry, of Amber Limited (09000001), began only on 2026-05-01"
    )


def test_of_several_ended_entries_the_last_is_told_and_each_is_cited() -> None:
    end = above(read(2), entry(1, date(2020, 5, 1), date(2024, 5, 1), **AN_UNDERTAKING), ENDED)

    assert end.words == (
        f"{ON_THE_DAY}: all its 2 entries had ended, the last, of Amber Limited (09000001), on"
        " 2024-05-01"
    )
    assert places(end) == ["/items", "/items/0", "/items/1"]


def test_entries_that_had_ended_had_not_begun_and_were_not_read_are_told_apart() -> None:
    end = above(read(3), ENDED, entry(1, date(2026, 5, 1), None))

    assert end.words.endswith(
        ": of its 3 entries 1 had ended, 1 had not begun, 1 could not be read for that day"
    )


def test_where_only_one_ended_entry_was_handed_over_the_register_is_not_said_to_be_whole() -> None:
    end = above(ENDED)

    assert end.words == (
        "the control register of 09000003, of which a part is held, names nobody in force on"
        " 2026-03-31: the only entry, of a person, ended on 2020-05-01"
    )
    assert places(end) == ["/items/0"]


def test_two_capacities_of_one_entry_are_one_entry() -> None:
    end = above(read(1), ENDED, ENDED.model_copy(update={"capacity": "as trust"}))

    assert "its only entry" in end.words


def test_an_undertaking_is_named_by_what_its_ended_entry_gives() -> None:
    nameless = AN_UNDERTAKING | {"holder_name": None}
    abroad = AN_UNDERTAKING | {"holder_company_number": None}
    ended = (date(2016, 4, 6), date(2020, 5, 1))

    assert (
        "its only entry, of 09000001, ended" in above(read(1), entry(0, *ended, **nameless)).words
    )
    assert "of Amber Limited, ended" in above(read(1), entry(0, *ended, **abroad)).words


def test_no_person_is_ever_named() -> None:
    ends = [above(read(2), ENDED, entry(1, date(2026, 5, 1), None)), above(ENDED)]

    assert "Ann" not in repr(ends)


def test_a_holder_whose_entry_has_ended_since_is_said_to_have_been_there_until_then() -> None:
    end = above(read(1), entry(0, date(2016, 4, 6), date(2026, 5, 1)))

    assert end.words == (
        "the control register of Larkmoor Care Limited names a person, who is no undertaking (until"
        " 2026-05-01)"
    )


def test_a_statement_that_has_ended_since_is_told_with_its_end() -> None:
    stated = said(
        ControlStatement,
        statement="no-individual-or-entity-with-signficant-control",
        valid_to=date(2026, 5, 1),
        **OF_LARKMOOR,
    )

    assert above(stated).words == (
        "Larkmoor Care Limited states that there is no registrable person (until 2026-05-01)"
    )


MAJORITY: dict[str, Any] = AN_UNDERTAKING | {
    "votes_min": 0.75,
    "votes_min_open": False,
    "votes_max": 1.0,
    "votes_max_open": False,
}


def test_possible_control_that_has_ended_since_is_told_with_its_end() -> None:
    trust = entry(0, None, date(2026, 5, 1), **(MAJORITY | {"capacity": "as trust"}))

    assert above(trust).words == (
        "Amber Limited holds 75% or more of the votes of Larkmoor Care Limited, as trust (until"
        " 2026-05-01): its control is possible, not certain"
    )


def test_an_undertaking_that_certainly_came_above_after_the_day_is_told_beside_it() -> None:
    person = entry(0, date(2016, 4, 6), date(2026, 5, 1))
    end = above(read(2), person, entry(1, date(2026, 5, 1), None, **MAJORITY))

    assert end.words == (
        "the control register of Larkmoor Care Limited names a person, who is no undertaking (until"
        " 2026-05-01); after 2026-03-31: Amber Limited (09000001) holds 75% or more of the votes of"
        " Larkmoor Care Limited (09000003) since 2026-05-01"
    )
    assert places(end) == ["/items/0", "/items/1"]


def test_a_parent_that_is_certain_since_a_rival_went_did_not_come_after_the_day() -> None:
    rival = MAJORITY | {"holder_company_number": "09000002"}
    end = above(
        entry(0, date(2016, 4, 6), date(2026, 5, 1), **rival),
        entry(1, date(2016, 4, 6), None, **MAJORITY),
    )

    assert "after" not in end.words
