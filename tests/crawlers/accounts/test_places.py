"""What is shown of a cited place of accounts: figures and sentences, and nobody's name."""

from dataclasses import replace

from crawlers.accounts.filing import read_filing
from crawlers.accounts.places import MAY_BE_A_PERSON, places
from crawlers.accounts.read_filing import ReadFiling
from crawlers.accounts.said import Claim, Said
from db.records.accounts_words import AccountsState, Matter
from tests.crawlers.accounts.group_accounts import group_accounts
from tests.crawlers.accounts.made import INLINE
from tests.crawlers.accounts.packed import packed


def shown(filing: ReadFiling) -> dict[str, tuple[str, str]]:
    return {one.fragment: (one.label, one.shown) for one in places(filing)}


def saying(*said: Said, claims: tuple[Claim, ...] = ()) -> ReadFiling:
    return ReadFiling(name="a", state=AccountsState.READ, said=said, claims=claims)


def test_a_figure_is_shown_as_its_caption_and_its_value() -> None:
    found = shown(read_filing(group_accounts(), name="a.xhtml", recognise=None))

    assert found["tag=2"] == (
        "TurnoverRevenue (group turnover, 2023-04-01 to 2024-03-31)",
        "5,000,000 (5,000,000)",
    )
    assert found["tag=9"][0].endswith("(company net assets, 2024-03-31)")


def test_a_number_that_was_not_chosen_is_shown_by_its_tag() -> None:
    other = INLINE.replace(b"core:TurnoverRevenue", b"core:DeferredIncome")
    found = shown(read_filing(other, name="a.xhtml", recognise=None))

    assert found["tag=1"] == ("DeferredIncome", "1200 (1200 GBP)")


def test_dimensions_of_a_tag_are_named() -> None:
    tagged = read_filing(group_accounts(), name="a.xhtml", recognise=None)
    unchosen = replace(tagged, chosen=saying().chosen, considered=())

    assert shown(unchosen)["tag=2"][0] == (
        "TurnoverRevenue, GroupCompanyDataDimension=Consolidated"
    )


def test_a_sentence_is_shown_whole() -> None:
    auditor = Said(matter=Matter.AUDITOR, sentence="By Example LLP.", fragment="row=7")
    relief = Claim(section="408", sentence="It takes s.408.", fragment="row=9")

    assert shown(saying(auditor, claims=(relief,))) == {
        "": ("Accounts of a company that it does not name", "read"),
        "row=7": ("auditor", "By Example LLP."),
        "row=9": ("section 408 of the Companies Act 2006", "It takes s.408."),
    }


def test_who_controls_it_is_shown_only_where_it_is_a_company() -> None:
    said = Said(matter=Matter.CONTROLLING_PARTY, sentence="It is Mr A Person.", fragment="row=1")
    company = replace(said, fragment="row=2", name="A Limited", sentence="It is A Limited.")

    found = shown(saying(said, company))

    assert {place: what for place, what in found.items() if place} == {
        "row=1": ("ultimate controlling party", MAY_BE_A_PERSON),
        "row=2": ("ultimate controlling party", "It is A Limited."),
    }


def test_a_member_of_a_package_is_shown_by_whose_it_is() -> None:
    body = packed({"CIC-09000001/accounts/a.xhtml": group_accounts()})
    found = shown(read_filing(body, name="a.zip", recognise=None))

    assert found["member=1"] == ("Accounts of Larkmoor Topco Limited", "read")
