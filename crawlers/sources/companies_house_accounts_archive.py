"""Companies House: tagged accounts of older months since 2008, kept as they come.

One zip a month; of 2008 and 2009, one a year. Nothing is read of them here yet.
"""

from crawlers.companies_house.accounts_products import accounts_product

SOURCE = accounts_product(
    "archive",
    "Accounts data product: tagged accounts of months since 2008",
    "monthly, once a month is older than a year",
)
