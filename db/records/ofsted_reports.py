"""What Ofsted's reports site says of each registration, and its newest report of its provider."""

from datetime import date

from db.records.ofsted import Urn
from db.records.record import Record, Shape, said


class ProviderPage(Record):
    """One registration's page. Public from the day it was fetched: the page states none.

    The name and the address that stand on some pages are not kept.
    """

    shape = Shape.EVENT
    identity = ("urn",)
    dated_by = "registered_on"

    urn: Urn = said("The registration.")
    category: str = said("What is registered, in the site's words: Children's Home.")
    local_authority: str | None = said("The council of the address; None when the page has none.")
    status: str | None = said("Open or Closed, verbatim; None when the page does not say.")
    registered_on: date | None = said("The day of registration; None when the page has none.")
    closed_on: date | None = said("The day on which it closed; None while it is open.")


class PublishedReport(Record):
    """One report on a registration's page: the site has it weeks before any table lists it."""

    shape = Shape.EVENT
    identity = ("urn", "report_number")
    dated_by = "published_on"

    urn: Urn = said("The registration that was visited.")
    report_number: str = said("The publisher's number of the file.")
    event_type: str = said("The kind of visit or letter, in the site's words: Full inspection.")
    inspected_on: date | None = said("The day beside the report; None when there is none.")
    published_on: date = said("The day on which the report came out.")


class ReportedProvider(Record):
    """Who the registered provider is, and where its office, as one report states them.

    No table has the office, which leads from a setting to a company. Whoever might be a person is
    neither named nor placed, and nobody else whom a report names is kept. The office is kept to
    match owners to companies, and shown to nobody: pages give the council alone.
    """

    shape = Shape.EVENT
    identity = ("urn", "inspected_on")
    dated_by = "inspected_on"

    urn: Urn = said("The registration that was visited.")
    inspected_on: date | None = said("First day of the visit; None when the report has none.")
    published_on: date | None = said(
        "The day on which the report came out, by its page or by itself; None when neither says."
    )
    provision_sub_type: str | None = said("What is registered, verbatim; None when not stated.")
    registered_provider: str | None = said(
        "The registered provider, verbatim; None when not given, and when it might be a person."
    )
    office_address: str | None = said(
        "The provider's address without its postcode, its parts joined by ', '; kept only of"
        " providers whose name has a legal form or is a public body's."
    )
    office_postcode: str | None = said("The postcode of that address; None abroad.")
    provider_withheld: bool = said(
        "True when a provider is named that might be a person, so that neither name nor address"
        " is kept here."
    )
