"""Words of the control register, verbatim, the publisher's own misspellings included."""

from db.records.record import Vocabulary

CONTROL_STATEMENTS = Vocabulary(
    "no-individual-or-entity-with-signficant-control",
    "psc-exists-but-not-identified",
    "psc-details-not-confirmed",
    "steps-to-find-psc-not-yet-completed",
    "psc-contacted-but-no-response",
    "psc-has-failed-to-confirm-changed-details",
    "restrictions-notice-issued-to-psc",
    "no-individual-or-entity-with-signficant-control-partnership",
    "psc-exists-but-not-identified-partnership",
    "psc-details-not-confirmed-partnership",
    "steps-to-find-psc-not-yet-completed-partnership",
    "psc-contacted-but-no-response-partnership",
    "psc-has-failed-to-confirm-changed-details-partnership",
    "restrictions-notice-issued-to-psc-partnership",
    "all-beneficial-owners-identified",
    "no-beneficial-owner-identified",
    "at-least-one-beneficial-owner-unidentified",
    "information-not-provided-for-at-least-one-beneficial-owner",
    "at-least-one-beneficial-owner-unidentified-and-information-not-provided-for-at-least-one-beneficial-owner",
    "nobody-has-become-or-ceased-to-be-a-beneficial-owner",
    "somebody-has-become-or-ceased-to-be-a-beneficial-owner",
    "no-change-beneficial-owner-relevant-period",
    "change-beneficial-owner-relevant-period",
    "no-trust-involved-relevant-period",
    "trust-involved-relevant-period",
    "no-change-beneficiary-relevant-period",
    "change-beneficiary-relevant-period",
    "awaiting-confirmation-from-psc",
    "disclosure-transparency-rules-chapter-five-applies",
    "psc-exempt-as-trading-on-regulated-market",
    "psc-exempt-as-shares-admitted-on-market",
    "psc-exempt-as-trading-on-uk-regulated-market",
    "psc-exempt-as-trading-on-eu-regulated-market",
)
"""What a company states about its control register, and why it need not keep one.

"signficant" is the publisher's spelling.
"""

CONTROL_KINDS = Vocabulary(
    "individual-person-with-significant-control",
    "corporate-entity-person-with-significant-control",
    "legal-person-person-with-significant-control",
    "super-secure-person-with-significant-control",
    "individual-beneficial-owner",
    "corporate-entity-beneficial-owner",
    "legal-person-beneficial-owner",
    "super-secure-beneficial-owner",
)
"""Kinds of holder. Beneficial owners stand on registers of overseas entities only."""
