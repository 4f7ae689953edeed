"""General information and accounting policies."""

from crawlers.rehearsal.forms.accounts.going_concern import going_concern_blocks
from crawlers.rehearsal.forms.accounts.lease_notes import lease_policy
from crawlers.rehearsal.forms.accounts.lines import tagged
from crawlers.rehearsal.forms.accounts.notes import Note, paragraph, said
from crawlers.rehearsal.forms.accounts.people import office
from crawlers.rehearsal.forms.accounts.printed import Block, Heading
from crawlers.rehearsal.forms.accounts.relations import country
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.forms.accounts.wording import long_date
from crawlers.rehearsal.world.bodies import Form
from crawlers.rehearsal.world.books import LeaseBasis, Scope, Withheld

_FORMS = {
    Form.LIMITED: "a private company limited by shares",
    Form.GUARANTEE: "a private company limited by guarantee",
    Form.COMMUNITY: "a community interest company",
    Form.PLC: "a public limited company",
    Form.LLP: "a limited liability partnership",
    Form.LIMITED_PARTNERSHIP: "a limited partnership",
}


def general_note(told: Told) -> Note:
    """What the body is and where its office is."""
    form = _FORMS.get(told.entity.form, "a company")
    numbered = f", registered number {told.entity.number}" if told.entity.number else ""
    words = (
        f"{told.name} is {form}, incorporated in {country(told.entity)}{numbered}. Its registered "
        f"office is {', '.join(office(told))}."
    )
    return Note(key="general", title="General information", blocks=said(words))


def policies_note(told: Told) -> Note:
    """Which standard is followed, on what basis, and how turnover, goodwill and leases are read."""
    return Note(
        key="policies",
        title="Accounting policies",
        blocks=(
            *_basis(told),
            *(_consolidation(told) if told.is_group else ()),
            Heading("Going concern"),
            *going_concern_blocks(told),
            *(_operations(told) if not told.is_dormant else ()),
        ),
    )


def standard(told: Told) -> str:
    """The standard followed, as accounts name it."""
    basis = told.now.lease_basis
    if basis is LeaseBasis.FRS_105:
        return "FRS 105, applicable to the micro-entities regime"
    amended = ", with the periodic review amendments of 2024" if _is_amended(basis) else ""
    section = " section 1A, Small Entities" if told.is_small and not told.is_charity else ""
    return f"FRS 102{section}, applicable in the UK and Republic of Ireland{amended}"


def _is_amended(basis: LeaseBasis) -> bool:
    return basis is LeaseBasis.AMENDED_FRS_102


def _basis(told: Told) -> tuple[Block, ...]:
    compliance = f"These accounts follow {standard(told)}, and the Companies Act 2006."
    concept = "core:StatementComplianceWithApplicableReportingFramework"
    return (
        Heading("Basis of preparation"),
        *paragraph((tagged(compliance, concept, told=told),)),
        *said("They are drawn up in pounds sterling under the historical cost convention."),
    )


def _consolidation(told: Told) -> tuple[Block, ...]:
    words = (
        f"The consolidated accounts take in the company and its subsidiary undertakings to "
        f"{long_date(told.now.end)}. Balances and dealings between them are eliminated."
    )
    withheld = told.accounts.withheld is Withheld.PARENT and Scope.COMPANY in told.books
    own = (
        "As section 408 of the Companies Act 2006 permits, no profit and loss account of the "
        "company itself is presented."
    )
    return (
        Heading("Basis of consolidation"),
        *paragraph((tagged(words, "core:ConsolidationPolicy", told=told),)),
        *(said(own) if withheld else ()),
    )


def _operations(told: Told) -> tuple[Block, ...]:
    turnover = (
        "Turnover is the fee for placements and services of the period, without value added tax; "
        "fees received for later periods are deferred."
    )
    goodwill = (
        "Goodwill is written off evenly over its useful life, which does not exceed ten years."
    )
    has_goodwill = told.now.position.goodwill or told.now.income.amortisation
    return (
        Heading("Turnover"),
        *paragraph((tagged(turnover, "core:RevenueRecognitionPolicy", told=told),)),
        *((Heading("Goodwill"), *said(goodwill)) if has_goodwill else ()),
        *((Heading("Leases"), *lease_policy(told)) if not told.is_micro else ()),
    )
