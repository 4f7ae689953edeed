"""The table of bodies that councils own agrees with the table of councils, and with itself."""

import re
from itertools import pairwise

from db.owner_text import owner_key
from tests.crawlers.council_tables import COUNCIL_OWNED, COUNCILS, LATER_THAN_ALL, holds


def test_whoever_owns_a_body_is_a_council_in_england_on_its_first_day() -> None:
    wrong = [
        (row["owner_name"], code)
        for row in COUNCIL_OWNED
        for code in row["owning_councils"].split()
        if not code.startswith("E") or not holds(COUNCILS[code], row["valid_from"])
    ]

    assert wrong == []


def test_a_body_of_several_councils_is_jointly_owned_and_no_other_is() -> None:
    joint = [row for row in COUNCIL_OWNED if row["kind"] == "jointly owned by councils"]

    assert joint == [row for row in COUNCIL_OWNED if " " in row["owning_councils"]]


def test_a_body_has_one_set_of_owners_on_one_day() -> None:
    intervals = sorted(
        (owner_key(row["owner_name"]), row["valid_from"], row["valid_to"] or LATER_THAN_ALL)
        for row in COUNCIL_OWNED
    )
    overlapping = [
        (earlier, later)
        for earlier, later in pairwise(intervals)
        if earlier[0] == later[0] and later[1] < earlier[2]
    ]

    assert overlapping == []


def test_an_address_is_a_whole_one() -> None:
    wrong = [
        row["address"]
        for row in COUNCIL_OWNED
        if not re.fullmatch(r"(https?://\S+)?", row["address"])
    ]

    assert wrong == []
