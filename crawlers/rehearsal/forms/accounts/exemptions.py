"""The statements under a balance sheet: audit exemption, small regime, what is not delivered."""

from crawlers.rehearsal.forms.accounts.lines import tagged
from crawlers.rehearsal.forms.accounts.notes import paragraph, said
from crawlers.rehearsal.forms.accounts.people import board_member, board_word, signatory
from crawlers.rehearsal.forms.accounts.printed import At, Block, Tagged, When
from crawlers.rehearsal.forms.accounts.relations import country
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.forms.accounts.wording import for_period, long_date, money, period_word
from crawlers.rehearsal.world.books import Scope, Withheld

_ENTITLED = "direp:StatementThatCompanyEntitledToExemptionFromAuditUnderSection"
_NOT_REQUIRED = "direp:StatementThatMembersHaveNotRequiredCompanyToObtainAnAudit"
_ACKNOWLEDGED = "direp:StatementThatDirectorsAcknowledgeTheirResponsibilitiesUnderCompaniesAct"
_SECTIONS = {
    "477": "477CompaniesAct2006RelatingToSmallCompanies",
    "479A": "479ACompaniesAct2006RelatingToSubsidiaryCompanies",
    "480": "480CompaniesAct2006RelatingToDormantCompanies",
}
_TO_WHOM = {
    "477": "small companies",
    "479A": "subsidiary companies",
    "480": "dormant companies",
}


def statements(told: Told) -> tuple[Block, ...]:
    """Everything that is stated between the balance sheet and the signature."""
    return (
        *(_unaudited(told) if told.accounts.opinion is None else ()),
        *(_small_regime(told) if told.is_small else ()),
        *(_not_delivered(told) if told.accounts.withheld is Withheld.FILLETED else ()),
        *(_guarantee(told) if told.accounts.guarantor else ()),
    )


def parents_own_profit(told: Told) -> tuple[Block, ...]:
    """What a parent that publishes no account of its own says of its result (s.408)."""
    if told.accounts.withheld is not Withheld.PARENT or Scope.COMPANY not in told.books:
        return ()
    now, *before = told.books[Scope.COMPANY]
    ended = f" ({before[0].end.year}: {_result(told, before[0].income.profit)})" if before else ""
    return said(
        f"The company's own {period_word(told)} ended with {_result(told, now.income.profit)}"
        f"{ended}."
    )


def signature(told: Told) -> tuple[Block, ...]:
    """Approval: when, by whom, and who signs."""
    on = Tagged(
        text=long_date(told.approved_on),
        concept="core:DateAuthorisationFinancialStatementsForIssue",
        when=When(0, At.END),
        is_about_group=told.is_group,
    )
    who = signatory(told)
    return paragraph(
        (f"Approved and authorised for issue by the {board_word(told)} on ", on, "."),
        *([(f"{who}, {board_member(told)}",)] if who else []),
    )


def _unaudited(told: Told) -> tuple[Block, ...]:
    section = _section(told)
    entitled = (
        f"F{for_period(told)[1:]} the {told.body_word} was entitled to exemption from "
        f"audit under section {section} of the Companies Act 2006 relating to {_TO_WHOM[section]}."
    )
    members = "The members have not required an audit of these accounts under section 476."
    duties = (
        f"The {board_word(told)} acknowledge their duties under the Act for accounting records and "
        "the preparation of accounts."
    )
    return paragraph(
        (tagged(entitled, f"{_ENTITLED}{_SECTIONS[section]}", told=told),),
        (tagged(members, _NOT_REQUIRED, told=told),),
        (tagged(duties, _ACKNOWLEDGED, told=told),),
    )


def _section(told: Told) -> str:
    if told.is_dormant:
        return "480"
    return "479A" if told.accounts.guarantor else "477"


def _small_regime(told: Told) -> tuple[Block, ...]:
    provisions = "micro-entity provisions" if told.is_micro else "provisions"
    words = (
        f"These accounts are prepared and delivered under the {provisions} that apply to companies "
        "subject to the small companies regime."
    )
    concept = (
        "direp:StatementThatAccountsHaveBeenPreparedInAccordanceWithProvisionsSmallCompaniesRegime"
    )
    return paragraph((tagged(words, concept, told=told),))


def _not_delivered(told: Told) -> tuple[Block, ...]:
    return said(
        "As section 444 of the Companies Act 2006 allows, the "
        f"{board_word(told)} have chosen not to deliver the profit and loss account."
    )


def _guarantee(told: Told) -> tuple[Block, ...]:
    assert told.accounts.guarantor is not None
    guarantor = told.world.body[told.accounts.guarantor]
    numbered = f" (registered number {guarantor.number})" if guarantor.number else ""
    return said(
        f"{guarantor.name_on(told.approved_on)}{numbered}, a parent undertaking incorporated in "
        f"{country(guarantor)}, has guaranteed all outstanding liabilities at "
        f"{long_date(told.now.end)} under section 479C, and includes the company in its "
        "consolidated accounts."
    )


def _result(told: Told, profit: int) -> str:
    return f"a {'profit' if profit >= 0 else 'loss'} of {money(told, abs(profit))}"
