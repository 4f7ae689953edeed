"""What kind of owner a group has: the most specific rule that fits, said with its evidence."""

from typing import Any

import pytest

from db.records import Control, ControlStatement, Setting
from oversight.examples import market
from oversight.finding import Evidence
from oversight.jurisdictions import Place, places
from oversight.organisations import Organisation, organisations
from oversight.owner_classes import GOODAIR, Classed, Facts, OwnerClass, classify
from oversight.sponsors import Sponsor
from tests.db.companies import said
from tests.db.samples import council_owned
from tests.oversight.ownership import entry

HEAD, HOME = "09000001", "09000003"
PERSON = "individual-person-with-significant-control"
SPONSOR = Sponsor(name="Quernhill", certain=True, evidence=(Evidence(claim="it is", cite="a"),))


def owner(text: str = "Larkmoor Care Limited", sector: str = "Private") -> Organisation:
    asked = market(settings=f"urn | owner_name | sector\nSC000001 | {text} | {sector}")
    (found,) = organisations(asked.snapshot.every(Setting))
    return found


def facts(**more: Any) -> Facts:
    """A company with a home under another, of which nothing is published, unless told."""
    usual: dict[str, Any] = {
        "organisations": [owner()],
        "head": HEAD,
        "names": {HEAD: "Larkmoor Holdings Limited", HOME: "Larkmoor Care Limited"},
        "entries": [],
        "statements": [],
        "sponsors": [],
        "places": [],
    }
    return Facts(**(usual | more))


def classed(**more: Any) -> Classed:
    return classify(facts(**more))


def of_head(kind: str, **more: Any) -> Control:
    """An entry of the register of the head."""
    found = entry("09000002", HEAD, 0.75, **more)
    number = None if kind == PERSON else "09000002"
    return found.model_copy(update={"kind": kind, "holder_company_number": number})


CORPORATE = "corporate-entity-person-with-significant-control"


def test_persons_that_alone_hold_the_head_of_others_are_a_family_and_no_investor() -> None:
    found = classed(entries=[of_head(PERSON)])

    assert found.owner_class is OwnerClass.FAMILY
    assert found.rule == "persons alone hold the company at the head of others"
    assert [one.claim for one in found.evidence] == ["a person is entered at the head of the chain"]
    assert found.goodair == "Corporate"


def test_persons_that_hold_the_company_itself_are_individuals() -> None:
    alone = {HOME: "Larkmoor Care Limited"}
    found = classed(
        head=HOME,
        names=alone,
        entries=[of_head(PERSON).model_copy(update={"company_number": HOME})],
    )

    assert found.owner_class is OwnerClass.INDIVIDUAL


def test_a_company_beside_persons_at_the_head_is_corporate() -> None:
    assert (
        classed(entries=[of_head(PERSON), of_head(CORPORATE)]).owner_class is OwnerClass.CORPORATE
    )


def test_a_head_that_states_nobody_is_corporate_and_cites_the_statement() -> None:
    nobody = said(
        ControlStatement,
        company_number=HEAD,
        statement="no-individual-or-entity-with-signficant-control",
    )
    found = classed(statements=[nobody])

    assert found.owner_class is OwnerClass.CORPORATE
    assert [one.cite for one in found.evidence] == [nobody.cite]


def test_a_company_under_another_of_whom_nothing_is_published_is_corporate() -> None:
    assert classed().rule == "a company holds it of whom no holder is published"


def test_of_a_company_alone_of_which_nothing_is_published_the_class_is_unknown() -> None:
    found = classed(head=HOME, names={HOME: "Larkmoor Care Limited"})

    assert (found.owner_class, found.evidence) == (OwnerClass.UNKNOWN, ())
    assert found.goodair == "Unlinked for-profit"


def test_a_sponsor_above_it_is_an_investor_though_persons_are_entered_too() -> None:
    found = classed(entries=[of_head(PERSON)], sponsors=[SPONSOR])

    assert found.owner_class is OwnerClass.INVESTMENT
    assert found.rule == "an investment house or its fund is above it: Quernhill"
    assert found.evidence == SPONSOR.evidence


def test_a_sponsor_that_is_only_possible_makes_no_investor() -> None:
    possible = Sponsor(name="Quernhill", certain=False, evidence=())

    assert classed(sponsors=[possible]).owner_class is OwnerClass.CORPORATE


STACK = {HEAD: "Ash Topco Limited", "09000002": "Ash Bidco Limited", HOME: "Larkmoor Care Limited"}


def test_a_stack_of_companies_named_for_a_purchase_is_an_investors() -> None:
    bidco = entry("09000002", HOME).model_copy(update={"holder_name": "Ash Bidco Limited"})
    found = classed(names=STACK, entries=[bidco])

    assert found.owner_class is OwnerClass.INVESTMENT
    assert found.rule.endswith("named for a purchase: Ash Topco Limited, Ash Bidco Limited")
    assert [one.claim for one in found.evidence] == [
        "a holder of the chain is called Ash Bidco Limited"
    ]


def test_one_topco_is_no_stack() -> None:
    one = {HEAD: "Ash Topco Limited", HOME: "Larkmoor Care Limited"}

    assert classed(names=one).owner_class is OwnerClass.CORPORATE


def test_a_company_whose_shares_are_traded_is_listed_before_it_is_an_investors() -> None:
    exempt = said(
        ControlStatement, company_number=HEAD, statement="psc-exempt-as-shares-admitted-on-market"
    )
    found = classed(statements=[exempt], sponsors=[SPONSOR])

    assert found.owner_class is OwnerClass.LISTED
    assert [one.cite for one in found.evidence] == [exempt.cite]


def test_a_charity_without_a_registrable_person_is_no_corporation() -> None:
    found = classed(organisations=[owner(sector="Voluntary")])

    assert found.owner_class is OwnerClass.CHARITY
    assert found.rule == "Ofsted's sector of all its settings is Voluntary"
    assert found.goodair == "Third sector"


def test_a_charity_number_in_the_owners_text_makes_a_charity() -> None:
    numbered = owner("Larkmoor Trust (registered charity no. 1234567)")

    assert classed(organisations=[numbered]).rule == "it has a charity number"


def test_a_charitable_incorporated_organisation_is_one_by_its_number() -> None:
    assert classed(names={"CE000001": "Larkmoor Trust"}).owner_class is OwnerClass.CHARITY


def test_a_body_of_the_reviewed_table_is_council_owned_whatever_its_sector() -> None:
    body = council_owned()
    trust = Organisation(text_key="t", name="T", texts=("T",), settings=(), council_owned=body)
    found = classed(organisations=[trust])

    assert found.owner_class is OwnerClass.COUNCIL_OWNED
    assert found.evidence == (Evidence(claim=body.basis, cite=body.cite),)


@pytest.mark.parametrize("right", [{"votes": 0.75}, {"votes": None, "appoints": True}])
def test_a_company_of_which_a_council_has_a_majority_is_council_owned(
    right: dict[str, Any],
) -> None:
    board = right.get("appoints", False)
    council = entry(HEAD, HEAD, right["votes"], appoints_majority_of_board=board).model_copy(
        update={"holder_company_number": None, "holder_name": "Kent County Council"}
    )

    assert classed(entries=[council]).owner_class is OwnerClass.COUNCIL_OWNED


def test_a_council_itself_is_one() -> None:
    council = owner("Kent County Council", "Local Authority")

    assert classed(organisations=[council], head=None, names={}).owner_class is OwnerClass.COUNCIL


def test_a_health_body_is_another_public_body() -> None:
    health = owner("Ash NHS Trust", "Health Authority")

    assert classed(organisations=[health], head=None, names={}).owner_class is OwnerClass.PUBLIC


JERSEY = {"country_registered": "Jersey", "place_registered": "JFSC"}


def test_a_head_in_jersey_is_overseas_and_offshore() -> None:
    top = "undertaking:ash ltd/jersey"
    above = entry("09000002", HOME).model_copy(
        update={"holder_company_number": None, "holder_name": "Ash Limited", **JERSEY}
    )
    found = classed(head=top, names={top: "Ash Limited"}, places=places([top, HOME], [above]))

    assert (found.owner_class, found.top_overseas) == (OwnerClass.OVERSEAS, True)
    assert [one.claim for one in found.evidence] == ["Ash Limited is registered in Jersey"]
    assert [one.offshore for one in found.offshore] == ["Jersey"]


def place(node: str, **more: Any) -> Place:
    entries = [entry("09000002", HOME).model_copy(update={"holder_company_number": node, **more})]
    (found,) = places([node], entries if more else [])
    return found


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("09000003", "England and Wales"),
        ("OC300001", "England and Wales"),
        ("SC000001", "Scotland"),
        ("NI000001", "Northern Ireland"),
    ],
)
def test_a_number_says_in_which_part_of_the_kingdom_a_company_is(number: str, name: str) -> None:
    assert place(number) == Place(
        node=number, name=name, is_overseas=False, offshore=None, cite=None
    )


def test_an_overseas_entity_is_where_the_entry_says() -> None:
    found = place("OE000001", country_registered="Cayman Islands")

    assert (found.name, found.is_overseas, found.offshore) == (
        "Cayman Islands",
        True,
        "Cayman Islands",
    )
    assert place("OE000001").name == "abroad, where is not published"
    assert place("OE000001", country_registered=None).name == "abroad, where is not published"


def test_jersey_city_is_not_jersey_and_what_is_not_published_is_nowhere() -> None:
    node = "undertaking:ash inc/new jersey"
    entered = entry("09000002", HOME).model_copy(
        update={
            "holder_company_number": None,
            "holder_name": "Ash Inc",
            "country_registered": "New Jersey",
        }
    )
    (found,) = places([node], [entered])

    assert (found.name, found.is_overseas, found.offshore) == ("New Jersey", True, None)
    assert places(["undertaking:b/c"], []) == (
        Place(
            node="undertaking:b/c",
            name="not published",
            is_overseas=False,
            offshore=None,
            cite=None,
        ),
    )


def test_every_class_has_its_nearest_among_the_seven() -> None:
    assert GOODAIR.keys() == set(OwnerClass)
    assert len(set(GOODAIR.values())) == 7
