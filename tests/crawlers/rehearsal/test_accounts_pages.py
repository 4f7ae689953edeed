"""What a reader sees on the pages of the rehearsal's filed accounts."""

from dataclasses import replace
from datetime import date

import pytest

from crawlers.rehearsal.world.books import Accounts, LeaseBasis, Scope, Uncertainty, Vendor
from tests.crawlers.rehearsal.accounts_reading import facts, page, printed, texts, visible
from tests.crawlers.rehearsal.accounts_world import (
    BODIES,
    BOOKS,
    CARE,
    CHARITY,
    DORMANT,
    FULL_FILING,
    GROUP_FILING,
    NEW,
    PARTNERSHIP,
    SMALL_FILING,
    TOP,
    appointment,
    body,
    of,
    stake,
    world,
)

VENDORS = pytest.mark.parametrize("vendor", list(Vendor), ids=lambda one: one.name.lower())
AMENDED_LEASES = replace(
    FULL_FILING, start=date(2025, 4, 1), end=date(2026, 3, 31), filed_on=date(2026, 12, 1)
)


def test_the_hand_made_books_balance() -> None:
    assert [one for one in BOOKS if one.position.net_assets != one.position.equity] == []
    assert all(one.position.cash > 0 for one in BOOKS)


@VENDORS
@pytest.mark.parametrize("accounts", [GROUP_FILING, FULL_FILING, SMALL_FILING])
def test_a_cover_says_that_the_body_is_invented(vendor: Vendor, accounts: Accounts) -> None:
    assert (
        "A rehearsal: this body is invented, and so is everything that is said of it here."
        in visible(page(replace(accounts, vendor=vendor)))
    )


@VENDORS
@pytest.mark.parametrize("filed_on", [date(2019, 12, 1), date(2025, 12, 12)])
def test_a_groups_income_is_printed_to_the_pound(vendor: Vendor, filed_on: date) -> None:
    body = page(replace(GROUP_FILING, vendor=vendor, filed_on=filed_on))

    statement = {
        Vendor.DIGITA: "Consolidated Profit and Loss Account",
        Vendor.IRIS: "Consolidated Income Statement",
        Vendor.CASEWARE: "Consolidated Statement of Comprehensive Income",
    }[vendor]
    rows = {label.lower(): numbers for label, numbers in printed(body, statement).items()}

    sign = 1 if vendor is Vendor.IRIS else -1
    operating = "group operating profit" if vendor is Vendor.IRIS else "operating profit"
    assert rows["turnover"] == (23_906_744, 21_480_317)
    assert rows["cost of sales"] == (sign * 16_503_802, sign * 14_274_518)
    assert rows["gross profit"] == (7_402_942, 7_205_799)
    assert rows["administrative expenses"] == (sign * 5_854_929, sign * 5_339_145)
    assert rows["exceptional costs"] == (sign * 275_000, 0)
    assert rows[operating] == (1_273_013, 1_866_654)
    assert rows["taxation"] == (-sign * 41_220, sign * 118_350)
    assert rows["loss for the financial year"] == (-2_237_174, -1_453_812)


@VENDORS
@pytest.mark.parametrize("filed_on", [date(2019, 12, 1), date(2025, 12, 12)])
def test_both_balance_sheets_are_printed_to_the_pound(vendor: Vendor, filed_on: date) -> None:
    body = page(replace(GROUP_FILING, vendor=vendor, filed_on=filed_on))

    group = {k.lower(): v for k, v in printed(body, "Consolidated Balance Sheet").items()}
    own = "Balance Sheet as at" if vendor is Vendor.DIGITA else "Company Balance Sheet"
    titles = {"Balance Sheet as at": f"(Registration number: {TOP})Balance Sheet"}
    company = {k.lower(): v for k, v in printed(body, titles.get(own, own)).items()}

    assert group["intangible assets"] == (9_450_000, 10_800_000)
    assert group["cash at bank and in hand"] == (2_606_768, 1_922_870)
    assert group["net current assets"] == (2_007_470, 1_391_360)
    assert group["total assets less current liabilities"] == (21_390_888, 21_608_062)
    assert group["net liabilities"] == (-14_669_112, -12_431_938)
    assert (19_383_418, 20_216_702) in group.values()
    assert company["investments"] == (25_400_000, 25_400_000)
    assert company["net assets"] == (1_758_257, 1_837_207)


@VENDORS
def test_a_parent_says_its_own_result_in_words_alone(vendor: Vendor) -> None:
    seen = visible(page(replace(GROUP_FILING, vendor=vendor)))

    assert "section 408" in seen
    assert "The company's own year ended with a loss of £78,950 (2024: a loss of £361,207)" in seen


def test_filleted_accounts_say_that_the_profit_is_not_delivered() -> None:
    seen = visible(page(SMALL_FILING))

    assert "section 444 of the Companies Act 2006" in seen
    assert "exemption from audit under section 477" in seen
    assert "Turnover is the fee" in seen
    assert "1,190,422" not in seen


def test_dormant_accounts_say_section_480() -> None:
    filing = of(DORMANT, SMALL_FILING, kind="dormant")

    seen = visible(page(filing))

    assert "under section 480 of the Companies Act 2006 relating to dormant companies" in seen
    assert texts(page(filing))["EntityDormantTruefalse"] == "true"


def test_a_guaranteed_subsidiary_names_its_guarantor_and_the_guarantor_names_it() -> None:
    subsidiary = replace(
        FULL_FILING, kind="audit-exemption-subsidiary", opinion=None, guarantor=TOP
    )
    whole = world(subsidiary, GROUP_FILING)

    said = visible(page(subsidiary, whole))
    confirmed = visible(page(GROUP_FILING, whole))

    assert "exemption from audit under section 479A" in said
    assert "CORNCRAKEHOLT TOPCO LIMITED (registered number 99000001), a parent" in said
    assert "has guaranteed all outstanding liabilities at 31 March 2025 under section 479C" in said
    assert "479A: Registered number CORNCRAKEHOLT CARE LIMITED 99000002" in confirmed
    assert "section 479C" not in visible(page(FULL_FILING))


@VENDORS
def test_the_words_of_doubt_are_boilerplate_unless_the_doubt_is_true(vendor: Vendor) -> None:
    filing = replace(FULL_FILING, vendor=vendor)
    none, boilerplate, true = (
        visible(page(replace(filing, uncertainty=uncertainty))) for uncertainty in Uncertainty
    )

    assert "material uncertaint" not in none.lower()
    assert "have nothing to report in respect of the following matters" in boilerplate
    assert "have not disclosed any identified material uncertainties" in boilerplate
    assert "Material uncertainty related to going concern" not in boilerplate
    assert "Material uncertainty related to going concern We draw attention" in true
    assert "Our opinion is not modified in respect of this matter" in true
    assert "we have nothing to report in respect of" not in true.lower()


def test_what_nobody_audits_may_have_the_words_as_well() -> None:
    filing = replace(SMALL_FILING, uncertainty=Uncertainty.BOILERPLATE)

    assert "have not identified any material uncertainty" in visible(page(filing))


def test_a_true_doubt_gives_its_figures() -> None:
    filing = replace(SMALL_FILING, uncertainty=Uncertainty.TRUE)

    seen = visible(page(filing))

    assert "made a loss of £6,598 in the year and had net current liabilities of £47,764" in seen
    assert "depends on the renewal of its bank facilities" in seen


def test_a_qualified_opinion_has_its_basis() -> None:
    qualified = page(replace(FULL_FILING, opinion="qualified", vendor=Vendor.IRIS))
    clean = page(FULL_FILING)

    assert "Qualified opinion" in visible(qualified)
    assert "Basis for qualified opinion" in visible(qualified)
    assert "DescriptionMattersGivingRiseToAnyModifiedAuditOpinion" in texts(qualified)
    assert "ualified" not in visible(clean)
    assert "give a true and fair view" in texts(clean)["OpinionAuditorsOnEntity"]


def test_amended_accounts_say_so() -> None:
    filing = replace(SMALL_FILING, is_amended=True)

    body = page(filing)

    assert "AMENDED ACCOUNTS" in visible(body)
    assert "replace the original accounts" in visible(body)
    said = texts(body)["ReportAnAmendedRevisedVersionPreviouslyFiledReportTruefalse"]
    assert said == "true"


@VENDORS
def test_restated_comparatives_differ_from_the_books_and_balance(vendor: Vendor) -> None:
    filing = replace(FULL_FILING, vendor=vendor, restates=True)

    body = page(filing)

    before = {
        one.concept: one.value
        for one in facts(body)
        if one.end == date(2024, 3, 31) and not one.members
    }
    assert before["TurnoverRevenue"] > 21_480_317 * 1.01
    assert before["OperatingProfitLoss"] == 3_044_048
    assert before["NetAssetsLiabilities"] == 3_335_965
    assert before["Debtors"] > 2_604_113
    assert "as restated" in visible(body)
    assert "The comparative figures are restated" in visible(body)
    assert "as restated" not in visible(page(replace(filing, restates=False)))


def test_rents_become_debt_when_the_standard_changes() -> None:
    before, after = visible(page(FULL_FILING)), visible(page(AMENDED_LEASES))

    assert "Rents under operating leases are charged to profit or loss evenly" in before
    assert "Future minimum rents under non-cancellable operating leases" in before
    assert "amendments of 2024 to FRS 102 are applied from 1 April 2025" in after
    assert "lease liabilities are £7,295,400" in after
    assert "A right-of-use asset and a lease liability are recognised" in after
    assert {LeaseBasis.OLD_FRS_102, LeaseBasis.AMENDED_FRS_102} == CARE_BASES


CARE_BASES = {one.lease_basis for one in BOOKS if one.company == CARE}


def test_charges_within_the_group_are_related_party_transactions() -> None:
    paid, received = visible(page(FULL_FILING)), visible(page(GROUP_FILING))

    assert "Management charges of £450,000 were paid to the parent undertaking" in paid
    assert "Rent of £372,000 was paid to a group undertaking that owns property" in paid
    assert "£455,000 was owed to group undertakings (2024: £410,000)" in paid
    assert "Management charges of £450,000 were received from subsidiary" in received
    assert "on loan notes of £26,640,000 (2024: £2,400,000)" in received


@VENDORS
def test_the_parents_are_named_with_their_country(vendor: Vendor) -> None:
    body = page(replace(FULL_FILING, vendor=vendor))

    said = texts(body)
    named = "The ultimate parent company is Whimbrelgarth Holdings Limited, incorporated in Jersey."
    assert "The immediate parent company is CORNCRAKEHOLT TOPCO LIMITED" in visible(body)
    assert named in visible(body)
    tagged = named if vendor is Vendor.IRIS else "Whimbrelgarth Holdings Limited"
    assert said["NameUltimateParentGroupIfNotParentEntity"] == tagged


def test_a_person_above_is_the_controlling_party_and_nobody_is_nobody() -> None:
    alone = of(NEW, FULL_FILING, start=date(2024, 1, 9))
    held = replace(world(alone), stakes=(stake("person:1", NEW),))

    assert "No one party controls the company" in visible(page(alone))
    assert "The ultimate controlling party is Alder Quillwort." in visible(page(alone, held))


def test_a_circle_of_holdings_is_walked_once() -> None:
    circle = replace(world(FULL_FILING), stakes=(stake(TOP, CARE), stake(CARE, TOP)))

    seen = visible(page(FULL_FILING, circle))

    assert "The immediate and ultimate parent company is CORNCRAKEHOLT TOPCO LIMITED" in seen


def test_a_group_lists_what_it_holds() -> None:
    seen = visible(page(GROUP_FILING))

    assert "CORNCRAKEHOLT CARE LIMITED England and Wales Ordinary 100%" in seen
    assert "CORNCRAKEHOLT PROPERTIES LIMITED England and Wales Ordinary 100%" in seen


def test_a_long_list_of_subsidiaries_goes_on_over_pages() -> None:
    many = [body(f"9910{number:04d}", f"TEASELSHAW {number} LIMITED") for number in range(120)]
    whole = replace(
        world(GROUP_FILING),
        bodies=(*BODIES, *many),
        stakes=tuple(stake(TOP, one.key) for one in many),
    )

    seen = visible(page(GROUP_FILING, whole))

    assert seen.count("Incorporated in Class Held") == 3
    assert all(f"TEASELSHAW {number} LIMITED England" in seen for number in range(120))


def test_a_first_period_has_no_comparatives_and_says_its_days() -> None:
    filing = of(NEW, FULL_FILING, start=date(2024, 1, 9))

    body = page(filing)

    assert "for the period from 9 January 2024 to 31 March 2025" in visible(body)
    assert {one.end for one in facts(body)} == {date(2025, 3, 31)}


def test_periods_that_end_in_one_year_are_headed_by_their_days() -> None:
    short = replace(
        next(one for one in BOOKS if one.company == CARE and one.end == date(2025, 3, 31)),
        start=date(2025, 4, 1),
        end=date(2025, 12, 31),
    )
    filing = replace(FULL_FILING, start=short.start, end=short.end, filed_on=date(2026, 9, 1))
    others = tuple(one for one in BOOKS if one.end != date(2026, 3, 31))
    whole = replace(world(filing), books=(*others, short))

    seen = visible(page(filing, whole))

    assert "31 December 2025 £ 31 March 2025 £" in seen
    assert "for the period from 1 April 2025 to 31 December 2025" in seen


def test_a_partnership_has_members() -> None:
    seen = visible(page(of(PARTNERSHIP, SMALL_FILING, withheld=None)))

    assert "available for discretionary division among members" in seen
    assert "Net assets attributable to members" in seen
    assert "Total members' interests" in seen
    assert "Alder Quillwort, Designated member" in seen


def test_a_charity_has_trustees_and_funds() -> None:
    seen = visible(page(of(CHARITY, FULL_FILING)))

    assert "Statement of financial activities" in seen
    assert "Registered charity number: 1999111" in seen
    assert "Alder Quillwort, Trustee" in seen


def test_directors_are_those_of_the_period() -> None:
    gone = replace(appointment(CARE), key="gone", until=date(2020, 1, 1))
    whole = world(FULL_FILING)
    empty = replace(whole, appointments=(gone,))

    assert "Alder Quillwort, Director" in visible(page(FULL_FILING, whole))
    assert "Alder Quillwort" not in visible(page(FULL_FILING, empty))


def test_a_council_above_is_a_controlling_party() -> None:
    filing: Accounts = FULL_FILING
    body_of = {one.key: one for one in world(filing).bodies}
    council = replace(
        body_of[TOP],
        key="council:E08000099",
        form=type(body_of[TOP].form).COUNCIL,
        names=(replace(body_of[TOP].names[0], name="Whinchatmere Borough Council"),),
    )
    whole = replace(
        world(filing),
        bodies=(*world(filing).bodies, council),
        stakes=(stake(council.key, CARE),),
    )

    assert "The ultimate controlling party is Whinchatmere Borough Council." in visible(
        page(filing, whole)
    )


def test_group_accounts_stand_without_the_companys_own_sheet() -> None:
    seen = visible(page(replace(GROUP_FILING, scopes=(Scope.GROUP,))))

    assert "Consolidated Balance Sheet" in seen
    assert "25,400,000" not in seen
