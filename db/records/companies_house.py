"""What Companies House publishes about a company: profile, officers, charges, insolvency, filings.

Words are the publisher's own. Of a person only the name, the role and the country of residence
are kept: no birth date, nationality or address. Every kind of record says from when it counts as
public: the day of filing where the publisher gives it, otherwise the day we fetched it.
"""

from datetime import date
from typing import Annotated

from db.company_numbers import CompanyNumber
from db.records import company_words as words
from db.records.record import Interval, Record, Shape, said


class Company(Interval):
    """One company's profile. Public from the day it was fetched: it says how things stand then.

    It holds from incorporation (or registration) to dissolution (or removal).
    """

    identity = ("company_number",)

    company_number: CompanyNumber = said("The company.")
    name: str = said("Its name on the day of the fetch.")
    company_type: Annotated[str, words.COMPANY_TYPES] = said("Legal form.")
    subtype: Annotated[str | None, words.COMPANY_SUBTYPES] = said("Refinement of the legal form.")
    status: Annotated[str | None, words.COMPANY_STATUSES] = said("Where the company stands.")
    status_detail: Annotated[str | None, words.COMPANY_STATUS_DETAILS] = said(
        "Refinement of the status, such as a proposal to strike off, whoever proposes it."
    )
    jurisdiction: Annotated[str | None, words.JURISDICTIONS] = said("The law it is formed under.")
    partial_data_available: Annotated[str | None, words.PARTIAL_DATA] = said(
        "Who holds the rest, where this register holds only a part."
    )
    registered_office_country: str | None = said("Country of the registered office, verbatim.")
    registered_office_district: str | None = said(
        "First half of the registered office's postcode; None when it is no UK postcode."
    )
    registered_office_undeliverable: bool | None = said(
        "True when post to the registered office comes back."
    )
    registered_office_in_dispute: bool | None = said(
        "True when somebody disputes that the company is at its registered office."
    )
    year_ends: str | None = said("Day and month on which its year ends, as MM-DD.")
    last_accounts_made_up_to: date | None = said("Last day covered by the newest accounts filed.")
    last_accounts_type: Annotated[str | None, words.ACCOUNT_TYPES] = said(
        "Kind of the newest accounts filed."
    )
    next_accounts_made_up_to: date | None = said("Last day that the next accounts must cover.")
    next_accounts_due_on: date | None = said("Day by which the next accounts must be filed.")
    accounts_overdue: bool | None = said("True when accounts are overdue on the day of the fetch.")
    confirmation_statement_due_on: date | None = said(
        "Day by which the next confirmation statement must be filed."
    )
    confirmation_statement_overdue: bool | None = said(
        "True when the confirmation statement is overdue on the day of the fetch."
    )
    has_charges: bool | None = said("True when any charge was ever registered.")
    has_insolvency_history: bool | None = said("True when any insolvency case was ever registered.")
    has_super_secure_controllers: bool | None = said(
        "True when the control register holds entries whose details are protected."
    )
    foreign_registration_number: str | None = said("Its number in the registry of its own country.")
    foreign_registry_country: str | None = said("The country of that registry, verbatim.")
    branch_of_company_number: str | None = said(
        "Of a UK establishment: the parent company's number, verbatim."
    )
    external_registration_number: str | None = said(
        "Its number with another registrar, such as the regulator of charities or societies."
    )


class PreviousName(Interval):
    """One earlier name of one company, for the days on which it bore it.

    Public from the day the company gave it up, which is when the change was registered.
    """

    identity = ("company_number", "name", "valid_from", "valid_to")

    company_number: CompanyNumber = said("The company.")
    name: str = said("The name that it bore.")


class SicCode(Interval):
    """One code of one company's business, as it states it. Public from the day it was fetched.

    The publisher does not say since when a code stands, so that `valid_from` is None.
    """

    identity = ("company_number", "sic_code")

    company_number: CompanyNumber = said("The company.")
    sic_code: str = said("Standard Industrial Classification 2007, five digits, verbatim.")


class Officer(Interval):
    """One appointment. It holds from appointment to resignation.

    Public from the day it was fetched: the day of appointment comes before the day of filing.
    """

    identity = (
        "company_number",
        "appointment_id",
        "officer_id",
        "name",
        "officer_role",
        "valid_from",
    )

    company_number: CompanyNumber = said("The company.")
    officer_id: str | None = said(
        "The publisher's own id of the person; one person may have several."
    )
    appointment_id: str | None = said("The publisher's own id of the appointment.")
    name: str = said("Name of the person or body, verbatim.")
    officer_role: Annotated[str, words.OFFICER_ROLES] = said("What the officer is appointed as.")
    appointed_before: date | None = said(
        "A day before which the officer was appointed, where the day itself is not published."
    )
    country_of_residence: str | None = said("Usual country of residence, verbatim.")
    identification_type: Annotated[str | None, words.IDENTIFICATION_TYPES] = said(
        "How a corporate officer identifies itself."
    )
    officer_company_number: CompanyNumber | None = said(
        "A corporate officer's number, where it reads as a number of this register."
    )
    registration_number_text: str | None = said(
        "A corporate officer's number as published, where it does not."
    )
    place_registered: str | None = said("Where a corporate officer is registered, verbatim.")
    legal_form: str | None = said("A corporate officer's legal form, verbatim.")
    legal_authority: str | None = said("The law that governs a corporate officer, verbatim.")


class Charge(Interval):
    """One charge over a company's property: its kind, its dates, its holders; no particulars.

    It holds from creation (or acquisition with the property) to satisfaction. Public from the day
    it was delivered to the registrar; its status is as on the day of the fetch.
    """

    identity = ("company_number", "charge_id")

    company_number: CompanyNumber = said("The company whose property is charged.")
    charge_id: str = said("The publisher's own id of the charge.")
    charge_code: str | None = said("Twelve-character code; None before April 2013.")
    charge_number: int | None = said(
        "Number of the charge within the company.", unit="ordinal", ge=0
    )
    status: Annotated[str, words.CHARGE_STATUSES] = said("Where the charge stands.")
    classification: Annotated[str | None, words.CHARGE_CLASSES] = said(
        "Which of two texts the next field is."
    )
    charge_type: str | None = said("What kind of charge it is, verbatim: Debenture, Legal charge.")
    delivered_on: date | None = said("Day on which it was delivered to the registrar.")
    satisfied_on: date | None = said("Day on which it was satisfied, as published.")
    persons_entitled: str | None = said("Who holds it, verbatim, joined by '; '; four at the most.")
    more_than_four_persons_entitled: bool | None = said("True when more hold it than are named.")


class InsolvencyCase(Record):
    """One insolvency case. Public from the day it was fetched: the day of filing is not given."""

    shape = Shape.EVENT
    identity = ("company_number", "case_number", "case_type")
    dated_by = "first_dated_on"

    company_number: CompanyNumber = said("The company.")
    case_number: str | None = said("The publisher's number of the case within the company.")
    case_type: Annotated[str, words.INSOLVENCY_CASE_TYPES] = said(
        "Kind of case. A members' voluntary liquidation is solvent."
    )
    company_insolvency_status: str | None = said(
        "The company's insolvency status on the day of the fetch; several are joined by spaces."
    )
    first_dated_on: date | None = said("The first day that the case states; None when it has none.")


class InsolvencyDate(Record):
    """One dated step of one insolvency case. Public from the day it was fetched."""

    shape = Shape.EVENT
    identity = ("company_number", "case_number", "case_type", "date_type", "dated_on")
    dated_by = "dated_on"

    company_number: CompanyNumber = said("The company.")
    case_number: str | None = said("The publisher's number of the case within the company.")
    case_type: Annotated[str, words.INSOLVENCY_CASE_TYPES] = said("Kind of case.")
    date_type: Annotated[str, words.INSOLVENCY_DATE_TYPES] = said("What happened.")
    dated_on: date = said("The day on which it happened, or is due to.")


class Filing(Record):
    """One document on a company's file. Public from the day on which it was registered.

    Of the values that fill its description only days and a charge's number are kept: the others
    name people and their addresses.
    """

    shape = Shape.EVENT
    identity = ("company_number", "transaction_id")
    dated_by = "filed_on"

    company_number: CompanyNumber = said("The company.")
    transaction_id: str = said("The publisher's own id of the filing.")
    filed_on: date = said("Day on which it was registered.")
    form: str = said("Code of the form, such as AA, MR01 or GAZ1.")
    category: Annotated[str, words.FILING_CATEGORIES] = said("Category of the filing.")
    subcategory: str | None = said("Subcategory; several are joined by spaces.")
    description: str = said(
        "The publisher's key of the description, its spelling included: gazette-notice-compulsary."
    )
    action_date: date | None = said("The day that the filing is about.")
    made_up_to: date | None = said("Last day that filed accounts or a filed statement cover.")
    new_date: date | None = said("The new day, where a filing changes one, such as the year's end.")
    charge_number: str | None = said("The charge that a filing is about, verbatim.")
    pages: int | None = said("Length of the document.", unit="pages", ge=0)
    paper_filed: bool | None = said("True when it was filed on paper.")
    document_id: str | None = said("The publisher's own id of the document itself.")
