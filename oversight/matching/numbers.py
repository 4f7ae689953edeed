"""Owners whose texts hold a number: a company's decides, whatever the name; a charity's may."""

from db.owner_text import names_a_charity, owner_key
from db.records import Setting
from oversight.finding import Evidence
from oversight.matching.beside import Beside
from oversight.matching.companies import Companies
from oversight.matching.methods import Method
from oversight.matching.owner_match import OwnerMatch, called, written
from oversight.matching.unmatched import unmatched
from oversight.organisations import Organisation


def by_number(
    organisation: Organisation, companies: Companies, beside: Beside
) -> OwnerMatch | None:
    """What the numbers in an owner's texts say; None where they hold none."""
    numbered = {s.owner_company_number: s for s in reversed(organisation.settings)}
    numbers = sorted(number for number in numbered if number is not None)
    if len(numbers) > 1:
        return unmatched(organisation, Method.SEVERAL_NUMBERS, numbers)
    if numbers:
        return _numbered(organisation, numbered[numbers[0]], companies)
    if any(names_a_charity(setting.owner_name) for setting in organisation.settings):
        return _charity(organisation, companies, beside)
    return None


def _numbered(organisation: Organisation, setting: Setting, companies: Companies) -> OwnerMatch:
    number = setting.owner_company_number or ""
    of_the_name = companies.at_another_time(organisation.text_key).get(number)
    company = of_the_name or companies.numbered(number)
    evidence = [written(setting)]
    if company is not None:
        said = called(company)
        differs = "" if of_the_name else ": another name than the owner's text has"
        evidence.append(Evidence(claim=f"{said.claim}{differs}", cite=said.cite))
    return OwnerMatch(
        owner_key=organisation.key,
        method=Method.NUMBER,
        company_number=number,
        company_name=company.name if company else None,
        name_differs=company is not None and of_the_name is None,
        evidence=tuple(evidence),
    )


def _charity(organisation: Organisation, companies: Companies, beside: Beside) -> OwnerMatch:
    """The company that the charity register gives for the number; else the charity alone."""
    numbers = {setting.owner_charity_number for setting in organisation.settings} - {None}
    (number,) = numbers if len(numbers) == 1 else (None,)
    charity = beside.charity_numbered(number) if number is not None else None
    registered = charity.company_number if charity is not None else None
    if charity is None or registered is None:
        return unmatched(organisation, Method.CHARITY, charity_number=number)
    company = companies.numbered(registered)
    said = f"the charity register calls {number} {charity.name}, company {registered}"
    return OwnerMatch(
        owner_key=organisation.key,
        method=Method.CHARITY_COMPANY,
        company_number=registered,
        company_name=company.name if company else None,
        name_differs=owner_key(charity.name) != organisation.text_key,
        charity_number=number,
        evidence=(written(organisation.named), Evidence(claim=said, cite=charity.cite)),
    )
