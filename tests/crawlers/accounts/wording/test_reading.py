"""A whole small document, read at once."""

from crawlers.accounts.wording.reading import said
from db.records.accounts_words import Matter
from tests.crawlers.accounts.wording.printed_lines import printed
from tests.crawlers.accounts.wording.tagging import fact, tagged

PAGES = (
    "Alder Homes Limited",
    "Independent auditor's report to the members of Alder Homes Limited",
    "We have audited the financial statements of Alder Homes Limited.",
    "In our opinion the accounts give a true and fair view of its affairs.",
    "Material uncertainty related to going concern",
    "We draw attention to note 2, which indicates that a material uncertainty exists.",
    "A N Example (Senior Statutory Auditor)",
    "for and on behalf of Rowan Audit LLP, Statutory Auditor",
    "Notes to the accounts",
    "8. Ultimate parent",
    "The ultimate parent is Elm plc, incorporated in Jersey.",
    "The ultimate parent is Elm plc, incorporated in Jersey.",
)


def test_everything_comes_once_in_reading_order() -> None:
    found = said(printed(*PAGES), None)

    assert [(item.matter, item.fragment) for item in found] == [
        (Matter.CLEAN_OPINION, "row=4"),
        (Matter.GOING_CONCERN, "row=6"),
        (Matter.AUDITOR, "row=8"),
        (Matter.ULTIMATE_PARENT, "row=11"),
    ]


def test_what_stands_in_tags_alone_comes_last() -> None:
    found = said(
        printed(*PAGES), tagged(fact("Debtors", ""), fact("NameParentEntity", "Birch Limited"))
    )

    assert (found[-1].matter, found[-1].fragment) == (Matter.IMMEDIATE_PARENT, "tag=2")


def test_accounts_without_an_audit_have_no_auditor() -> None:
    found = said(
        printed("Auditors: Rowan Audit LLP", "The company is exempt from audit by section 477."),
        None,
    )

    assert [item.matter for item in found] == [Matter.UNAUDITED]
