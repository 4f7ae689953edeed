"""What the readers of Companies House share: answers and their pages, holders, natures of control.

All of it is pure. Each register has a source of its own in `crawlers/sources/`.
"""

from crawlers.source import Licence

PUBLISHER = "Companies House"
LICENCE = Licence(
    name=(
        "Crown copyright, free to use again with its source named; what it says about people"
        " remains personal data, and filed documents remain their authors'"
    ),
    url=(
        "https://www.gov.uk/government/publications/"
        "companies-house-accreditation-to-information-fair-traders-scheme"
    ),
)
PAGE = "https://developer-specs.company-information.service.gov.uk/"
CADENCE = "continuous: each answer is as the register stands when it is asked"
FEW = 0.02
"""The share of companies whose answers may be refused in one run, each keeping what was held of it.
More is no company's own trouble: the publisher has changed something."""
MASKED = ("name", "name_elements", "postal_code")
"""Members that are read and may name people or where they live."""
