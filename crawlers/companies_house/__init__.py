"""What the readers of Companies House share: answers and their pages, holders, natures of control.

All of it is pure. Each register has a source of its own in `crawlers/sources/`.
"""

from crawlers.source import Licence

PUBLISHER = "Companies House"
LICENCE = Licence(
    name=(
        "Free to use again: Companies House places no restriction on the use of the information"
        " on its register. What it says about people remains personal data"
    ),
    url="https://resources.companieshouse.gov.uk/serviceInformation.shtml",
)
PAGE = "https://developer-specs.company-information.service.gov.uk/"
CADENCE = "continuous: each answer is as the register stands when it is asked"
MASKED = (
    "name",
    "*_name",
    "name_elements*",
    "forename",
    "surname",
    "middle_name",
    "other_forenames",
    "title",
    "date_of_birth*",
    "*address*",
    "premises",
    "po_box",
    "care_of",
    "locality",
    "region",
    "postal_code",
    "nationality",
    "occupation",
    "description_values*",
    "former_names*",
    "practitioners*",
    "identity_verification_details*",
)
"""Members that may name people or where they live."""
