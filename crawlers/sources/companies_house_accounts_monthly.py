"""Companies House: each month's tagged accounts of all companies, kept as they come.

One zip a month for the last twelve, of two to four gigabytes: some 300,000 documents, as they were
filed. Nothing is read of them here yet.
"""

from crawlers.companies_house.accounts_products import accounts_product

SOURCE = accounts_product(
    "monthly",
    "Accounts data product: tagged accounts of each month",
    "monthly; each is there for 12 months",
)
