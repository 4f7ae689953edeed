"""What Companies House publishes about who controls a company, and how far its registers go.

A nature of control is a band, never a number: both its ends are kept, and whether each belongs to
it. Of a person only the name and the country of residence are kept; of a protected person nothing.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

from db.company_numbers import CompanyNumber
from db.records import control_words as words
from db.records.record import Interval, Record, Shape, Vocabulary, said


class Capacity(StrEnum):
    """How a holder holds what an entry of the register says."""

    DIRECT = "direct"
    AS_TRUST = "as trust"
    AS_FIRM = "as firm"
    AS_CONTROL_OVER_TRUST = "as control over trust"
    AS_CONTROL_OVER_FIRM = "as control over firm"


class Register(StrEnum):
    """The registers of one company that are read, and what else is asked by its number."""

    PROFILE = "profile"
    CONTROLS = "controls"
    CONTROL_STATEMENTS = "control statements"
    EXEMPTIONS = "exemptions"
    OFFICERS = "officers"
    CHARGES = "charges"
    INSOLVENCY = "insolvency"
    FILING_HISTORY = "filing history"
    GAZETTE = "Gazette notices"
    """No register, but a search by the company's number, which may as well find nothing."""


class Control(Interval):
    """One entry of a control register, in one capacity. Each capacity of an entry is a record.

    It holds from the day of notification to the day it ceased, which the register may put before
    it. Public from the day of notification, the publisher's day for it; from the day of the fetch
    where none is given.
    """

    identity = ("company_number", "psc_id", "capacity")

    company_number: CompanyNumber = said("The company that is controlled.")
    psc_id: str = said("The publisher's own id of the entry; its etag where no link gives the id.")
    kind: Annotated[str, words.CONTROL_KINDS] = said("Kind of holder.")
    capacity: Capacity = said("How the holder holds.")
    holder_name: str | None = said("Name of the holder; None where details are protected.")
    holder_company_number: CompanyNumber | None = said(
        "The holder's number, where it is one of this register and the place reads as UK."
    )
    registration_number_text: str | None = said(
        "The holder's number as published, where it is not."
    )
    country_registered: str | None = said("Where the holder is registered, verbatim.")
    place_registered: str | None = said("In which register the holder stands, verbatim.")
    legal_form: str | None = said("The holder's legal form, verbatim.")
    legal_authority: str | None = said("The law that governs the holder, verbatim.")
    country_of_residence: str | None = said("A person's usual country of residence, verbatim.")
    is_sanctioned: bool | None = said("True when a beneficial owner is under UK sanctions.")
    shares_min: float | None = said("Lower end of the share of shares.", unit="share", ge=0, le=1)
    shares_min_open: bool | None = said("True when the holder has more than the lower end.")
    shares_max: float | None = said("Upper end of the share of shares.", unit="share", ge=0, le=1)
    shares_max_open: bool | None = said("True when the holder has less than the upper end.")
    votes_min: float | None = said("Lower end of the share of votes.", unit="share", ge=0, le=1)
    votes_min_open: bool | None = said("True when the holder has more than the lower end.")
    votes_max: float | None = said("Upper end of the share of votes.", unit="share", ge=0, le=1)
    votes_max_open: bool | None = said("True when the holder has less than the upper end.")
    surplus_assets_min: float | None = said(
        "Lower end of the share of surplus assets on winding up.", unit="share", ge=0, le=1
    )
    surplus_assets_min_open: bool | None = said("True when the holder has more than that.")
    surplus_assets_max: float | None = said(
        "Upper end of the share of surplus assets on winding up.", unit="share", ge=0, le=1
    )
    surplus_assets_max_open: bool | None = said("True when the holder has less than that.")
    appoints_majority_of_board: bool | None = said(
        "True when the holder may appoint or remove most of those who run the company; None when"
        " the entry states no nature of control."
    )
    significant_influence: bool | None = said(
        "True when the holder has significant influence or control otherwise; None as above."
    )
    nominee: bool | None = said(
        "True when the holder owns UK land as the entity's nominee; None as above."
    )
    natures: str | None = said("The natures of control in this capacity, verbatim, by spaces.")
    unread_natures: Annotated[str | None, Vocabulary()] = said(
        "Those natures that are not understood: the bands above may be too small."
    )


class ControlStatement(Interval):
    """What a company states instead of a holder, or why it need keep no control register.

    A statement is public from the day of notification, an exemption from the day of the fetch.
    """

    identity = ("company_number", "statement_id", "statement", "valid_from")

    company_number: CompanyNumber = said("The company.")
    statement: Annotated[str, words.CONTROL_STATEMENTS] = said("The statement, verbatim.")
    statement_id: str | None = said("The publisher's own id; None for an exemption.")
    restrictions_notice_withdrawal_reason: str | None = said("Why a notice was withdrawn.")


class RegisterExtract(Record):
    """One register of one company, read whole on one day: how much it held, even when nothing.

    Public from the day of the fetch. Without it, an empty register could not be told from one
    that was never read.
    """

    shape = Shape.EVENT
    identity = ("company_number", "register_name")
    dated_by = "read_on"

    company_number: CompanyNumber = said("The company.")
    register_name: Register = said("Which register.")
    read_on: date = said("The day on which it was fetched.")
    entries: int = said("Entries read, ended ones included.", unit="entries", ge=0)
    stated_entries: int | None = said("The publisher's own count.", unit="entries", ge=0)
    stated_active: int | None = said("Its count of those in force.", unit="entries", ge=0)
    stated_ended: int | None = said("Its count of those ended.", unit="entries", ge=0)


class Oddity(Record):
    """One entry that contradicts itself or another, or that no reader knows. Public when fetched.

    The drift report counts each kind of problem. No finding rests on one.
    """

    shape = Shape.EVENT
    identity = ("company_number", "cite", "problem")
    dated_by = "read_on"

    company_number: CompanyNumber = said("The company.")
    register_name: Register = said("In which register.")
    read_on: date = said("The day on which it was fetched.")
    problem: Annotated[str, Vocabulary()] = said("What is wrong, and what to do.")
    text: str | None = said("The publisher's word that it is about, verbatim; nobody's details.")
