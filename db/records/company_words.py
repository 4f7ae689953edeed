"""Words that Companies House uses, verbatim, its own misspellings included.

From its published enumerations. A word that is not here is kept as it stands and counted in the
drift report.
"""

from db.records.record import Vocabulary

COMPANY_STATUSES = Vocabulary(
    "active",
    "dissolved",
    "liquidation",
    "receivership",
    "converted-closed",
    "voluntary-arrangement",
    "insolvency-proceedings",
    "administration",
    "open",
    "closed",
    "registered",
    "removed",
)
"""Where a company stands."""

COMPANY_STATUS_DETAILS = Vocabulary(
    "active",
    "dissolved",
    "converted-closed",
    "transferred-from-uk",
    "active-proposal-to-strike-off",
    "petition-to-restore-dissolved",
    "transformed-to-se",
    "converted-to-plc",
    "converted-to-uk-societas",
    "converted-to-ukeig",
)
"""A refinement of the status. "active-proposal-to-strike-off" does not say who proposes it."""

COMPANY_TYPES = Vocabulary(
    "private-unlimited",
    "ltd",
    "plc",
    "old-public-company",
    "private-limited-guarant-nsc-limited-exemption",
    "limited-partnership",
    "private-limited-guarant-nsc",
    "converted-or-closed",
    "private-unlimited-nsc",
    "private-limited-shares-section-30-exemption",
    "protected-cell-company",
    "assurance-company",
    "oversea-company",
    "eeig-establishment",
    "icvc-securities",
    "icvc-warrant",
    "icvc-umbrella",
    "registered-society-non-jurisdictional",
    "industrial-and-provident-society",
    "northern-ireland",
    "northern-ireland-other",
    "llp",
    "royal-charter",
    "investment-company-with-variable-capital",
    "unregistered-company",
    "other",
    "european-public-limited-liability-company-se",
    "united-kingdom-societas",
    "uk-establishment",
    "scottish-partnership",
    "charitable-incorporated-organisation",
    "scottish-charitable-incorporated-organisation",
    "further-education-or-sixth-form-college-corporation",
    "eeig",
    "ukeig",
    "registered-overseas-entity",
)
"""Legal forms, those of the list of all companies included."""

COMPANY_SUBTYPES = Vocabulary(
    "community-interest-company",
    "private-fund-limited-partnership",
    "slp",
    "pflp",
    "spflp",
)
"""Refinements of the legal form."""

JURISDICTIONS = Vocabulary(
    "england-wales",
    "wales",
    "scotland",
    "northern-ireland",
    "european-union",
    "united-kingdom",
    "england",
    "noneu",
)
"""The law a company is formed under."""

PARTIAL_DATA = Vocabulary(
    "full-data-available-from-financial-conduct-authority",
    "full-data-available-from-department-of-the-economy",
    "full-data-available-from-the-company",
    "full-data-available-from-financial-conduct-authority-mutuals-public-register",
)
"""Who holds the rest, where the register holds only a part."""

ACCOUNT_TYPES = Vocabulary(
    "null",
    "full",
    "small",
    "medium",
    "group",
    "dormant",
    "interim",
    "initial",
    "total-exemption-full",
    "total-exemption-small",
    "partial-exemption",
    "audit-exemption-subsidiary",
    "filing-exemption-subsidiary",
    "micro-entity",
    "no-accounts-type-available",
    "audited-abridged",
    "unaudited-abridged",
)
"""Kinds of accounts. "null" is a word here: the publisher knows of none."""

OFFICER_ROLES = Vocabulary(
    "cic-manager",
    "corporate-director",
    "corporate-llp-designated-member",
    "corporate-llp-member",
    "corporate-manager-of-an-eeig",
    "corporate-managing-officer",
    "corporate-member-of-a-management-organ",
    "corporate-member-of-a-supervisory-organ",
    "corporate-member-of-an-administrative-organ",
    "corporate-nominee-director",
    "corporate-nominee-secretary",
    "corporate-secretary",
    "director",
    "general-partner-in-a-limited-partnership",
    "corporate-general-partner-in-a-limited-partnership",
    "limited-partner-in-a-limited-partnership",
    "corporate-limited-partner-in-a-limited-partnership",
    "judicial-factor",
    "llp-designated-member",
    "llp-member",
    "manager-of-an-eeig",
    "managing-officer",
    "member-of-a-management-organ",
    "member-of-a-supervisory-organ",
    "member-of-an-administrative-organ",
    "nominee-director",
    "nominee-secretary",
    "person-authorised-to-accept",
    "person-authorised-to-represent",
    "person-authorised-to-represent-and-accept",
    "receiver-and-manager",
    "secretary",
)
"""What an officer is appointed as."""

IDENTIFICATION_TYPES = Vocabulary(
    "non-eea",
    "eea",
    "uk-limited-company",
    "other-corporate-body-or-firm",
    "registered-overseas-entity-corporate-managing-officer",
    "limited-partnership-corporate-partner",
)
"""How a corporate officer identifies itself."""

CHARGE_STATUSES = Vocabulary(
    "outstanding",
    "fully-satisfied",
    "part-satisfied",
    "satisfied",
)
"""Where a charge stands."""

CHARGE_CLASSES = Vocabulary(
    "charge-description",
    "nature-of-charge",
)
"""Which of two texts describes a charge."""

INSOLVENCY_CASE_TYPES = Vocabulary(
    "compulsory-liquidation",
    "in-administration",
    "creditors-voluntary-liquidation",
    "members-voluntary-liquidation",
    "foreign-insolvency",
    "administrative-receiver",
    "scottish-administrative-receiver",
    "administration-order",
    "corporate-voluntary-arrangement",
    "receiver-manager",
    "corporate-voluntary-arrangement-moratorium",
    "order-of-court-restructuring-plan",
    "liquidation-moratorium-commencement-of-moratorium",
    "liquidation-moratorium-extension-of-moratorium",
    "liquidation-moratorium-early-end-of-moratorium",
    "liquidation-moratorium-end-of-moratorium-by-monitor",
    "liquidation-moratorium-end-of-moratorium-by-court",
    "liquidation-moratorium-end-of-moratorium-following-disposal-of-application-for-extension-by-court-or-following-cva-proposal-taking-effect-or-being-withdrawn",
    "liquidation-moratorium-court-order-permitting-disposal-of-goods",
    "liquidation-moratorium-replacement-or-additonal-monitor-following-court-order",
    "liquidation-moratorium-monitor-ceasing-to-act-following-court-order",
    "moratorium",
)
"""Kinds of insolvency case. A members' voluntary liquidation is solvent."""

INSOLVENCY_DATE_TYPES = Vocabulary(
    "wound-up-on",
    "petitioned-on",
    "concluded-winding-up-on",
    "due-to-be-dissolved-on",
    "dissolved-on",
    "administration-started-on",
    "administration-ended-on",
    "administration-discharged-on",
    "instrumented-on",
    "moratorium-started-on",
    "moratorium-ended-on",
    "ordered-to-wind-up-on",
    "voluntary-arrangement-started-on",
    "voluntary-arrangement-ended-on",
    "declaration-solvent-on",
)
"""What happened on a day of an insolvency case."""

FILING_CATEGORIES = Vocabulary(
    "accounts",
    "address",
    "annual-return",
    "capital",
    "change-of-name",
    "incorporation",
    "liquidation",
    "miscellaneous",
    "mortgage",
    "officers",
    "resolution",
    "confirmation-statement",
    "dissolution",
    "gazette",
    "insolvency",
    "persons-with-significant-control",
)
"""Categories of filing: the specification's, then those that real bodies have besides."""
