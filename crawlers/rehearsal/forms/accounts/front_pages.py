"""The pages before the statements: cover, information, reports of the directors."""

from crawlers.rehearsal.forms.accounts.lines import tagged
from crawlers.rehearsal.forms.accounts.notes import paragraph, said
from crawlers.rehearsal.forms.accounts.people import (
    accountant,
    auditor,
    board_member,
    board_word,
    directors,
    office,
    signatory,
)
from crawlers.rehearsal.forms.accounts.printed import At, Block, Heading, Page, Tagged, When, Words
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.forms.accounts.wording import for_period, long_date, money, wording
from crawlers.rehearsal.world.bodies import Nature
from crawlers.rehearsal.world.books import Withheld

_TAXONOMY_HAS = 40
"""Directors for whom the taxonomy has a member."""

_ACTIVITIES = {
    Nature.PROVIDER: "the care and accommodation of children and young people",
    Nature.HOLDING: "the holding of shares in subsidiary undertakings",
    Nature.FUND: "the holding of investments",
    Nature.PROPERTY: "the letting of property to group undertakings",
    Nature.DORMANT: "none: it did not trade",
    Nature.OTHER_CARE: "education and the care of adults",
    Nature.UNRELATED: "the supply of services",
}


INVENTED = "A rehearsal: this body is invented, and so is everything that is said of it here."
"""On the cover, so that no copy of a page passes for a filed one."""


def cover(told: Told) -> Page:
    """The cover: number, name, what the whole is, for which period; that it is amended."""
    number = told.entity.number
    numbered: Words = ()
    if number:
        code = Tagged(text=number, concept="bus:UKCompaniesHouseRegisteredNumber")
        numbered = ("Registered number: ", code)
    name = tagged(told.name, "bus:EntityCurrentLegalOrRegisteredName", told=told)
    title = tagged(_title(told), "bus:ReportTitle", told=told)
    amended = told.accounts.is_amended
    return Page(
        title=(),
        is_cover=True,
        blocks=(
            *(paragraph(numbered) if numbered else ()),
            *(_charity_number(told)),
            *paragraph((name,), *([("AMENDED ACCOUNTS",)] if amended else []), (title,)),
            *said(for_period(told)),
            *(_amendment(told) if amended else ()),
            *said(INVENTED),
        ),
    )


def information(told: Told) -> Page:
    """Who runs it, where its office is, who audits it."""
    members = "bus:EntityOfficersDimension"
    people: list[Words] = []
    for at, name in enumerate(directors(told), start=1):
        officer = ((members, f"bus:Director{at}"),)
        is_known = at <= _TAXONOMY_HAS
        people.append(
            (tagged(name, "bus:NameEntityOfficer", officer, told=told) if is_known else name,)
        )
    firm = (
        (Heading("Auditor"), *said(auditor(told)))
        if told.accounts.opinion
        else (Heading("Accountants"), *said(accountant(told)))
    )
    return Page(
        title=("Company information",),
        blocks=(
            *((Heading(board_word(told).capitalize()), *paragraph(*people)) if people else ()),
            Heading("Registered office"),
            *said(*office(told)),
            *firm,
        ),
    )


def directors_report(told: Told) -> Page:
    """The report of the board, with a strategic report where it is a group's or a large one's."""
    word = "members" if told.is_llp else board_word(told)
    return Page(
        title=(f"Report of the {word}", for_period(told)),
        blocks=(
            *(_strategic(told) if not told.is_small else ()),
            Heading("Principal activity"),
            *said(f"The principal activity of the {told.body_word} is {_activity(told)}."),
            *(_dividends(told)),
            Heading("Responsibilities"),
            *said(
                f"The {word} are responsible for accounts that give a true and fair view, for "
                "proper records, and for preventing and detecting fraud."
            ),
            *_signed(told),
        ),
    )


def _title(told: Told) -> str:
    if told.is_group:
        return f"{wording(told).report} and Consolidated Financial Statements"
    if told.is_micro:
        return "Micro-entity Accounts"
    if told.is_dormant:
        return "Dormant Accounts"
    if told.accounts.withheld is Withheld.FILLETED:
        return "Filleted Unaudited Financial Statements"
    state = "" if told.accounts.opinion else "Unaudited "
    return f"{wording(told).report} and {state}Financial Statements"


def _charity_number(told: Told) -> tuple[Block, ...]:
    number = told.entity.charity_number
    if not (told.is_charity and number):
        return ()
    code = Tagged(text=number, concept="char:CharityRegistrationNumberEnglandWales")
    return paragraph(("Registered charity number: ", code))


def _amendment(told: Told) -> tuple[Block, ...]:
    return said(
        "These revised accounts replace the original accounts for the same period. They are now "
        f"the statutory accounts of the company, prepared as at {long_date(told.approved_on)}."
    )


def _activity(told: Told) -> str:
    return _ACTIVITIES[told.entity.nature]


def _strategic(told: Told) -> tuple[Block, ...]:
    income = told.now.income
    result = "profit" if income.operating_profit >= 0 else "loss"
    earned = (
        f"income of {money(told, income.turnover)}"
        if told.is_charity
        else f"turnover of {money(told, income.turnover)} and an operating {result} of "
        f"{money(told, abs(income.operating_profit))}"
    )
    return (
        Heading("Strategic report: review of the business"),
        *said(
            f"The {told.body_word} had {earned}. It employed {told.now.employees} people.",
            "The principal risks are the supply of staff, the judgements of inspectors, the fees "
            "that councils pay, and the terms on which lenders renew.",
        ),
    )


def _dividends(told: Told) -> tuple[Block, ...]:
    paid = told.now.income.dividends_paid
    if not paid:
        return ()
    return (Heading("Dividends"), *said(f"Dividends of {money(told, paid)} were paid."))


def _signed(told: Told) -> tuple[Block, ...]:
    on = Tagged(
        text=long_date(told.approved_on),
        concept="direp:DateSigningDirectorsReport",
        when=When(0, At.END),
        is_about_group=told.is_group,
    )
    who = signatory(told)
    signs: list[Words] = [(f"{who}, {board_member(told)}",)] if who else []
    return paragraph(("Approved on ", on, "."), *signs)
