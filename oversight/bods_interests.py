"""What an entry of a control register gives its holder, in the words of BODS 0.4.

The Beneficial Ownership Data Standard has a word for each kind of right, and shares in percent, of
which either end may be left out of the range.
"""

from collections.abc import Iterator, Sequence

from db.records import Capacity, Control
from oversight.bands import Band, shares, surplus_assets, votes

Json = dict[str, object]
"""An object of the standard, by its names."""
PERSONS = ("individual-", "super-secure-")
"""How the kinds of holders begin that are natural persons."""
REASONS = {
    "no-individual-or-entity-with-signficant-control": "noBeneficialOwners",
    "no-beneficial-owner-identified": "subjectUnableToConfirmOrIdentifyBeneficialOwner",
    "psc-exists-but-not-identified": "subjectUnableToConfirmOrIdentifyBeneficialOwner",
    "steps-to-find-psc-not-yet-completed": "subjectUnableToConfirmOrIdentifyBeneficialOwner",
    "at-least-one-beneficial-owner-unidentified": "subjectUnableToConfirmOrIdentifyBeneficialOwner",
    "psc-details-not-confirmed": "interestedPartyHasNotProvidedInformation",
    "psc-contacted-but-no-response": "interestedPartyHasNotProvidedInformation",
    "psc-has-failed-to-confirm-changed-details": "interestedPartyHasNotProvidedInformation",
    "awaiting-confirmation-from-psc": "interestedPartyHasNotProvidedInformation",
    "information-not-provided-for-at-least-one-beneficial-owner": (
        "interestedPartyHasNotProvidedInformation"
    ),
}
"""Statements that stand where a holder would, and why nobody is named. (The publisher's own
spelling.) Others say something of holders that are named, and none is missing for them."""
EXEMPT = "exempt"
"""What the words for why a company need keep no register have in them."""


def is_a_person(entry: Control) -> bool:
    """True where the holder is a natural person."""
    return entry.kind.startswith(PERSONS)


def reason(statement: str) -> str | None:
    """Why nobody is named, where a company states that in a holder's stead; None of other words."""
    if EXEMPT in statement:
        return "subjectExemptFromDisclosure"
    return REASONS.get(statement.removesuffix("-partnership"))


def interests(entry: Sequence[Control]) -> list[Json]:
    """What one entry gives its holder, in each capacity, since when.

    The register does not say whether it is held directly: it enters both alike.
    """
    found = [one for capacity in entry for one in _in_one_capacity(capacity)]
    return found or [_interest(entry[0], "unknownInterest", None)]


def _in_one_capacity(entry: Control) -> Iterator[Json]:
    for word, band in (
        ("shareholding", shares(entry)),
        ("votingRights", votes(entry)),
        ("rightsToSurplusAssetsOnDissolution", surplus_assets(entry)),
    ):
        if band is not None:
            yield _interest(entry, word, band)
    if entry.appoints_majority_of_board:
        yield _interest(entry, "appointmentOfBoard", None)
    if entry.significant_influence or entry.nominee:
        yield _interest(entry, "otherInfluenceOrControl", None)


def _interest(entry: Control, word: str, band: Band | None) -> Json:
    said = entry.natures or "no nature of control is stated"
    capacity = "" if entry.capacity is Capacity.DIRECT else f" ({entry.capacity})"
    return {
        "type": word,
        "directOrIndirect": "unknown",
        "beneficialOwnershipOrControl": is_a_person(entry),
        "details": f"{said}{capacity}",
        **({"share": _share(band)} if band is not None else {}),
        **({"startDate": entry.valid_from.isoformat()} if entry.valid_from is not None else {}),
    }


def _share(band: Band) -> Json:
    if band.low == band.high:
        return {"exact": band.low * 100}
    return {
        "exclusiveMinimum" if band.low_open else "minimum": band.low * 100,
        "exclusiveMaximum" if band.high_open else "maximum": band.high * 100,
    }
