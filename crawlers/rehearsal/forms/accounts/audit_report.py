"""The independent auditor's report: unmodified, or qualified with its basis."""

from crawlers.rehearsal.forms.accounts.going_concern import audited_going_concern
from crawlers.rehearsal.forms.accounts.lines import tagged
from crawlers.rehearsal.forms.accounts.notes import paragraph, said
from crawlers.rehearsal.forms.accounts.people import auditor, board_word, statutory_auditor
from crawlers.rehearsal.forms.accounts.printed import At, Block, Heading, Tagged, When
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.forms.accounts.wording import for_period, long_date, money, period_word
from crawlers.rehearsal.world.books import Vendor


def audit_blocks(told: Told) -> tuple[Block, ...]:
    """The whole report, down to the signature."""
    return (
        *_opinion(told),
        *audited_going_concern(told),
        *_exceptions(told),
        *_responsibilities(told),
        *_signature(told),
    )


def _opinion(told: Told) -> tuple[Block, ...]:
    is_qualified = told.accounts.opinion == "qualified"
    whose = "the group's and the company's" if told.is_group else f"the {told.body_word}'s"
    exception = (
        "except for the possible effects of the matter described in the basis for qualified "
        "opinion, "
        if is_qualified
        else ""
    )
    audited = f"We have audited the accounts of {told.name} {for_period(told)}."
    opinion = (
        f"In our opinion, {exception}the accounts give a true and fair view of {whose} affairs as "
        f"at {long_date(told.now.end)} and of the {told.result_word} of the {period_word(told)} "
        "then ended, and are properly prepared under United Kingdom standards and the Companies "
        "Act 2006."
    )
    words = f"{audited} {opinion}"
    return (
        Heading("Qualified opinion" if is_qualified else "Opinion"),
        *paragraph((tagged(words, _opinion_concept(told), told=told),)),
        *(_basis_for_qualified(told) if is_qualified else _basis(told)),
    )


def _opinion_concept(told: Told) -> str:
    """One vendor has a concept of its own for an opinion that is modified."""
    if told.accounts.opinion == "qualified" and told.accounts.vendor is Vendor.IRIS:
        return "aurep:DescriptionMattersGivingRiseToAnyModifiedAuditOpinion"
    return "aurep:OpinionAuditorsOnEntity"


def _basis(told: Told) -> tuple[Block, ...]:
    words = (
        "We conducted our audit under International Standards on Auditing (UK) and are independent "
        f"of the {told.body_word}. The evidence that we have is sufficient for our opinion."
    )
    concept = "aurep:BasisForOpinionAuditorsOnEntity"
    return (Heading("Basis for opinion"), *paragraph((tagged(words, concept, told=told),)))


def _basis_for_qualified(told: Told) -> tuple[Block, ...]:
    words = (
        "Records of fees in advance were not complete, and we could not satisfy ourselves by other "
        f"means about {money(told, told.now.position.trade_debtors)} of trade debtors. We "
        "conducted our audit under International Standards on Auditing (UK)."
    )
    concept = "aurep:BasisForOpinionAuditorsOnEntity"
    return (
        Heading("Basis for qualified opinion"),
        *paragraph((tagged(words, concept, told=told),)),
    )


def _exceptions(told: Told) -> tuple[Block, ...]:
    if told.accounts.opinion == "qualified":
        words = (
            "Arising solely from the limit on our work described above, we have not obtained all "
            "the information that we considered necessary. We have nothing else to report."
        )
    else:
        words = (
            "We have nothing to report where the Companies Act 2006 requires us to say whether "
            "proper records were not kept, pay was not disclosed, or information was not given."
        )
    concept = "aurep:StatementOnMattersOnWhichAuditorReportsByException"
    return (
        Heading("Matters on which we report by exception"),
        *paragraph((tagged(words, concept, told=told),)),
    )


def _responsibilities(told: Told) -> tuple[Block, ...]:
    return (
        Heading("Responsibilities"),
        *said(
            f"The {board_word(told)} are responsible for accounts that give a true and fair view. "
            "We seek reasonable assurance that they are free from material misstatement, whether "
            f"by fraud or error, and report to the members of {told.name} as a body, and to nobody "
            "else."
        ),
    )


def _signature(told: Told) -> tuple[Block, ...]:
    on = Tagged(
        text=long_date(told.approved_on),
        concept="aurep:DateAuditorsReport",
        when=When(0, At.END),
        is_about_group=told.is_group,
    )
    signs = tagged(statutory_auditor(told), "aurep:NameSeniorStatutoryAuditor", told=told)
    firm = tagged(auditor(told), "bus:NameEntityAuditors", told=told)
    return paragraph(
        (signs, " (Senior Statutory Auditor)"),
        ("for and on behalf of ", firm, ", Statutory Auditor"),
        (on,),
    )
