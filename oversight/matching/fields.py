"""What each field says of whether a company is an owner: the evidence beside the names."""

from collections.abc import Set as AbstractSet
from datetime import date

from db.indexed_company import IndexedCompany
from oversight.matching.beside import Beside
from oversight.matching.likeness import likeness
from oversight.matching.name_index import names_of
from oversight.matching.names import name_of
from oversight.matching.owner_match import Candidate, Field
from oversight.organisations import Organisation

CARE_TRADES = frozenset(
    {"85590", "85600", "87200", "87300", "87900", "88910", "88990"},
)
"""Codes of business of care and of what goes with it (reference, 5.4; the 85… say little)."""


def candidate(
    organisation: Organisation, company: IndexedCompany, beside: Beside, reason: str
) -> Candidate:
    """One company beside one owner, field by field."""
    own = [name_of(text) for text in organisation.texts]
    borne = [name_of(text) for text in names_of(company)]
    score = max(likeness(one, other) for one in own for other in borne)
    return Candidate(
        company=company,
        score=round(score, 3),
        fields=(
            name_field(organisation, company),
            form_field(organisation, company),
            founded_field(organisation, company),
            trade_field(company),
            office_field(organisation, company, beside),
        ),
        reason=reason,
    )


def name_field(organisation: Organisation, company: IndexedCompany) -> Field:
    """Whether it bears the name now, or bore it."""
    if name_of(company.name).key == organisation.text_key:
        return Field(what="name", agrees=True, words="it bears the name")
    for former in company.former_names:
        if name_of(former.name).key == organisation.text_key:
            words = f"it bore the name until {former.until}"
            return Field(what="name", agrees=True, words=words)
    return Field(what="name", agrees=False, words=f"it is called {company.name}")


def form_field(organisation: Organisation, company: IndexedCompany) -> Field:
    """Whether the legal forms that the names state agree."""
    stated, borne = stated_forms(organisation), name_of(company.name).forms
    if not stated or not borne:
        return Field(what="legal form", agrees=None, words="one of the names states no legal form")
    agrees = bool(stated & borne)
    words = f"the text states a {_form(stated)}, the register a {_form(borne)}"
    return Field(what="legal form", agrees=agrees, words=words)


def founded_field(organisation: Organisation, company: IndexedCompany) -> Field:
    """Whether it was there when the last of the owner's settings was registered."""
    registered = [one.registered_on for one in organisation.settings]
    known = [day for day in registered if day is not None]
    founded = company.incorporated_on
    if founded is None or len(known) < len(registered):
        return Field(what="founded", agrees=None, words="a day is not published")
    last: date = max(known)
    words = f"it was founded on {founded}, the last setting registered on {last}"
    return Field(what="founded", agrees=founded <= last, words=words)


def trade_field(company: IndexedCompany) -> Field:
    """Whether its business is care."""
    if not company.sic_codes:
        return Field(what="trade", agrees=None, words="no code of business is published")
    words = f"its codes of business are {', '.join(company.sic_codes)}"
    agrees = not CARE_TRADES.isdisjoint(company.sic_codes)
    return Field(what="trade", agrees=agrees, words=words)


def office_field(organisation: Organisation, company: IndexedCompany, beside: Beside) -> Field:
    """Whether its registered office is where inspection reports place the provider's."""
    reported = beside.districts(organisation)
    if not reported or company.office_district is None:
        return Field(what="office", agrees=None, words="an office is not published")
    places = ", ".join(sorted(reported))
    words = f"its office is in {company.office_district}, reports place it in {places}"
    return Field(what="office", agrees=company.office_district in reported, words=words)


def corroborated(one: Candidate) -> bool:
    """Whether something besides the name says that it is the owner, and nothing that it is not."""
    said = {each.what: each.agrees for each in one.fields}
    speaks = said["office"] is True or (said["trade"] is True and said["office"] is not False)
    return speaks and said["legal form"] is not False and said["founded"] is not False


def stated_forms(organisation: Organisation) -> AbstractSet[str]:
    """The legal forms that any text of an owner states."""
    return {form for text in organisation.texts for form in name_of(text).forms}


def _form(forms: AbstractSet[str]) -> str:
    return " or ".join(sorted(forms))
