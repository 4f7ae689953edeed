"""How an owner's text came to mean a body, or why it means none that is known."""

from enum import StrEnum


class Method(StrEnum):
    """How an owner was matched, in the order in which the ways are tried, or why it was not."""

    DECIDED = "a person decided"
    REFUSED = "people decided against every company that a rule would name"
    UNDECIDED = "people looked and left it undecided"
    CONTRADICTED = "what people decided contradicts itself, and is to be decided anew"
    COUNCIL = "a council is matched to no company"
    NUMBER = "a company number stands in the owner's text"
    SEVERAL_NUMBERS = "the owner's texts hold several company numbers"
    HEALTH = "a health body is matched to no company"
    CHARITY_COMPANY = "the charity register gives the charity's company"
    CHARITY = "the owner's text holds a charity number and no company number"
    NAME = "exactly one live company that is held bears the name"
    NAME_AND_TRADE = "of the companies of the name one alone is in care"
    NAME_AND_OFFICE = "of the companies of the name one alone has its office where reports say"
    NAME_AND_OFFICERS = "of the companies of the name one alone shares officers with an owner"
    AMBIGUOUS = "several live companies bear the name"
    TOO_YOUNG = "the company of the name is younger than the settings, and not in care or elsewhere"
    CHARITY_NAME = "a charity without a company bears the name"
    OTHER_TIME = "one company alone bore the name at another time, and something else agrees"
    LOOSE_NAME = "one company alone has the name but for The, UK or spaces, and something agrees"
    OTHER_TEXT = "another list or report of the settings has the name of one company"
    PERSON = "the owner may be a person and is matched to no company"
    ALIKE = "no company bears the name, and companies with names like it are to be looked at"
    NOT_HELD = "no live company that is held bears the name"


class OwnerKind(StrEnum):
    """What kind of body an owner's text means."""

    COMPANY = "company"
    COUNCIL = "council"
    HEALTH = "health body"
    CHARITY = "charity"
    PERSON = "person"
    NONE_FOUND = "none found"


KINDS = {
    Method.COUNCIL: OwnerKind.COUNCIL,
    Method.HEALTH: OwnerKind.HEALTH,
    Method.CHARITY: OwnerKind.CHARITY,
    Method.CHARITY_NAME: OwnerKind.CHARITY,
    Method.PERSON: OwnerKind.PERSON,
}
"""What an owner is that is matched to no company, where that is known."""
