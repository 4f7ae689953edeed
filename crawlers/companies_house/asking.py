"""Where the API is asked for what there is of a company, and where its documents are."""

import re

from crawlers.json_reading import Json
from crawlers.json_values import text
from crawlers.source import Start

API = "companies_house_api"
DOCUMENT_API = "companies_house_document_api"
"""The hosts' keys."""
MOST_ON_A_PAGE = 100
"""Entries: the API gives no more at once, however many are asked for."""
DOCUMENTS = "companies_house_documents"
FILED_ACCOUNTS = "filed_accounts"
"""The keys of the sources that read what is known of a document, and accounts themselves."""
_COMPANY = re.compile(r"/company/[0-9A-Z]{8}(?:/[a-z-]+)?")
_DOCUMENT = re.compile(r"(?:https?://[^/]+)?(/document/[\w-]+)(?:/content)?")


def start(resource: str = "") -> tuple[Start]:
    """Where one resource of each watched company is asked for; of the company itself, no name."""
    below = f"/{resource}" if resource else ""
    return (Start(host=API, path=f"/company/{{company_number}}{below}"),)


def company_path(value: Json) -> str:
    """The path of one of a company's resources; ValueError for a link to anything else."""
    if not _COMPANY.fullmatch(text(value)):
        raise ValueError(f"{value!r} is no path such as /company/01234567/officers")
    return text(value)


def are_accounts(category: str, description: str) -> bool:
    """True for accounts, amended ones too, by the key of the description: codes vary by form.

    Under the same category stand notices of a changed year end, and parents' guarantees.
    """
    return category == "accounts" and description.startswith(
        ("accounts-with", "accounts-amended-with")
    )


def document_path(value: Json) -> str:
    """The path of a document; ValueError for a link to anything else.

    The publisher links documents on several hosts, one of them not for the public: the path alone
    holds, on the host of documents.
    """
    found = _DOCUMENT.fullmatch(text(value))
    if found is None:
        raise ValueError(f"{value!r} leads to no document, such as /document/abc")
    return found[1]
