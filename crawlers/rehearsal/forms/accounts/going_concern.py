"""What directors and auditors say of going concern, in the three ways in which they say it."""

from crawlers.rehearsal.forms.accounts.lines import tagged
from crawlers.rehearsal.forms.accounts.notes import paragraph, said
from crawlers.rehearsal.forms.accounts.people import board_word
from crawlers.rehearsal.forms.accounts.printed import Block, Heading
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.forms.accounts.wording import long_date, money, period_word
from crawlers.rehearsal.world.books import Uncertainty

DISCLOSED = "Material uncertainty related to going concern"
"""The heading under which an auditor draws attention to a true one (ISA (UK) 570)."""


def going_concern_blocks(told: Told) -> tuple[Block, ...]:
    """The paragraph of the accounting policies.

    The words that mean nothing stand there where no auditor's report is delivered.
    """
    if told.accounts.uncertainty is Uncertainty.TRUE:
        return _disclosure(told)
    is_boilerplate = told.accounts.uncertainty is Uncertainty.BOILERPLATE
    if is_boilerplate and not (told.accounts.opinion and told.shows_income):
        return said(
            f"The {board_word(told)} have not identified any material uncertainty about events or "
            f"conditions that may cast significant doubt on whether the {told.body_word} can "
            "continue as a going concern."
        )
    return said(
        f"The {board_word(told)} expect that the {told.body_word} has the means to go on for the "
        "foreseeable future, and so adopt the going concern basis."
    )


def audited_going_concern(told: Told) -> tuple[Block, ...]:
    """The section of the auditor's report."""
    if told.accounts.uncertainty is Uncertainty.TRUE:
        return (Heading(DISCLOSED), *said(_drawn_to(told)))
    if told.accounts.uncertainty is Uncertainty.BOILERPLATE:
        return (
            Heading("Conclusions relating to going concern"),
            *said(
                "We have nothing to report in respect of the following matters, on which the "
                f"standards require us to report to you where: the {board_word(told)}' use of the "
                f"going concern basis is not appropriate; or the {board_word(told)} have not "
                "disclosed any identified material uncertainties that may cast significant doubt "
                f"about the {told.body_word}'s ability to continue to adopt that basis for at "
                "least twelve months from the day on which the accounts are authorised."
            ),
        )
    return (
        Heading("Going concern"),
        *said(
            f"We agree that the {board_word(told)}' use of the going concern basis is appropriate."
        ),
    )


def _disclosure(told: Told) -> tuple[Block, ...]:
    concept = "core:DescriptionWhyEntityNotGoing-concernOrUncertaintiesOverGoing-concernStatus"
    words = (
        f"{_loss(told)} The {told.body_word} depends on {_depends(told)}, and on fees being agreed "
        f"for the year to come. The {board_word(told)} have made forecasts and are in talks with "
        f"the {_backers(told)}, and adopt the going concern basis. These conditions are "
        "nevertheless a material uncertainty that may cast significant doubt on whether the "
        f"{told.body_word} can continue as a going concern."
    )
    return paragraph((tagged(words, concept, told=told),))


def _drawn_to(told: Told) -> str:
    return (
        f"We draw attention to the accounting policies. {_loss(told)} The {told.body_word} depends "
        f"on {_backers(told)} who have not yet agreed. These conditions indicate that a "
        "material uncertainty exists that may cast significant doubt on the "
        f"{told.body_word}'s ability to continue as a going concern. Our opinion is not modified "
        "in respect of this matter."
    )


def _owes_a_bank(told: Told) -> bool:
    position = told.now.position
    return position.bank_loans_within_a_year + position.bank_loans_after > 0


def _depends(told: Told) -> str:
    """What it cannot go on without: only whoever owes a bank has facilities to renew."""
    if _owes_a_bank(told):
        return "the renewal of its bank facilities, which end within twelve months of approval"
    return "more money from its owners, who have promised none for twelve months from approval"


def _backers(told: Told) -> str:
    return "lenders" if _owes_a_bank(told) else "owners"


def _loss(told: Told) -> str:
    """The figures from which the doubt comes."""
    profit, net = told.now.income.profit, told.now.position.net_current_assets
    short = "net current assets" if net >= 0 else "net current liabilities"
    return (
        f"The {told.body_word} made a {told.result_word} of {money(told, abs(profit))} in the "
        f"{period_word(told)} and had {short} of {money(told, abs(net))} at "
        f"{long_date(told.now.end)}."
    )
