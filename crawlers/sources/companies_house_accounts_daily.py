"""Companies House: each day's tagged accounts of all companies, kept as they come.

One zip a day from Tuesday to Saturday, for the last sixty days; some 7,000 to 49,000 documents, as
they were filed. Pictures, and accounts that were put right, are in none. Nothing is read of them
here yet.
"""

from crawlers.companies_house.accounts_products import accounts_product

SOURCE = accounts_product(
    "daily",
    "Accounts data product: tagged accounts of each day",
    "daily, Tuesday to Saturday; each is there for 60 days",
)
