"""Whose addresses are whose: the hosts that are crawled, as they are in life.

A rehearsal serves the same hosts under the same keys at addresses of its own, so that no source
knows an address: it names a host and a path.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

LIVE: Mapping[str, str] = {
    "govuk": "https://www.gov.uk",
    "govuk_assets": "https://assets.publishing.service.gov.uk",
    "ofsted_reports": "https://reports.ofsted.gov.uk",
    "ofsted_files": "https://files.ofsted.gov.uk",
    "companies_house_api": "https://api.company-information.service.gov.uk",
    "companies_house_document_api": "https://document-api.company-information.service.gov.uk",
    "companies_house_documents_store": (
        "https://document-api-images-live.ch.gov.uk.s3.eu-west-2.amazonaws.com"
    ),
    "companies_house_bulk": "https://download.companieshouse.gov.uk",
    "gazette": "https://www.thegazette.co.uk",
    "charity_commission": "https://register-of-charities.charitycommission.gov.uk",
    "charity_commission_files": "https://ccewuksprdoneregsadata1.blob.core.windows.net",
    "cqc": "https://www.cqc.org.uk",
    "gias": "https://get-information-schools.service.gov.uk",
    "gias_files": "https://ea-edubase-api-prod.azurewebsites.net",
    "dfe_statistics": "https://explore-education-statistics.service.gov.uk",
    "mhclg": "https://www.gov.uk",
}

LIVE_ALSO: Mapping[str, re.Pattern[str]] = {
    "companies_house_documents_store": re.compile(
        r"document-api-images-(?:live|prod)[a-z0-9.-]*\.s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com"
    ),
}
"""Names that a host may have besides, where a publisher sends us on and nobody names it otherwise:
documents lie with a lessor of storage, in regions and under names that have changed before. Such a
host is sent no key, whatever it is called."""
ASK_FOR_A_KEY = ("companies_house_api", "companies_house_document_api")
"""The hosts that let nobody in without a key."""


class UnknownHostError(Exception):
    """A link that leads to no host that is crawled."""


@dataclass(frozen=True, kw_only=True)
class Hosts:
    """The hosts of one crawl, live or rehearsed: each key's address, without a slash at its end."""

    addresses: Mapping[str, str]
    also: Mapping[str, re.Pattern[str]] = field(default_factory=dict[str, re.Pattern[str]])
    """Hosts that may have other names, reached by https alone."""

    def url(self, host: str, path: str) -> str:
        """The address of a path on a host; KeyError for a host that this crawl has not."""
        return f"{self.addresses[host]}{path}"

    def secured(self, url: str) -> str:
        """The same address by https, where a publisher's page names a host that serves it so.

        Pages were written before their hosts were: nothing is ever asked for in the clear of one
        that is crawled by https.
        """
        there = urlsplit(url)
        netloc = there.netloc.removesuffix(":80")
        if there.scheme == "http" and ("https", netloc) in self._keys:
            return there._replace(scheme="https", netloc=netloc).geturl()
        return url

    def host_of(self, url: str) -> str:
        """The key of the host that a link leads to; UnknownHostError where it is none of these."""
        there = urlsplit(url)
        key = self._keys.get((there.scheme, there.netloc))
        if key is not None:
            return key
        for other, named in self.also.items():
            if there.scheme == "https" and named.fullmatch(there.netloc):
                return other
        raise UnknownHostError(
            f"{url} leads to {there.netloc or 'no host'}, which is none of the publishers' hosts"
            f" that are crawled: {sorted(self.addresses)}"
        )

    @cached_property
    def _keys(self) -> Mapping[tuple[str, str], str]:
        """The first key of each host."""
        keys: dict[tuple[str, str], str] = {}
        for key, address in self.addresses.items():
            there = urlsplit(address)
            keys.setdefault((there.scheme, there.netloc), key)
        return keys
