"""A source names a host and a path; where the host is, the crawl says."""

import pytest

from crawlers.hosts import ASK_FOR_A_KEY, LIVE, LIVE_ALSO, Hosts, UnknownHostError
from crawlers.rehearsal.publishers import CATALOGUE

REHEARSED = Hosts(addresses={"govuk": "http://127.0.0.1:8601", "gazette": "http://127.0.0.1:8609"})


def test_a_path_is_on_whatever_address_the_host_has() -> None:
    assert REHEARSED.url("govuk", "/api/content/x") == "http://127.0.0.1:8601/api/content/x"
    assert Hosts(addresses=LIVE).url("govuk", "/search?q=a") == "https://www.gov.uk/search?q=a"


def test_a_link_is_known_by_its_host_and_port() -> None:
    assert REHEARSED.host_of("http://127.0.0.1:8609/all-notices?page=2") == "gazette"


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8610/x", "https://127.0.0.1:8601/x", "https://example.org", "/x", ""]
)
def test_a_link_to_any_other_place_is_refused_by_name(url: str) -> None:
    with pytest.raises(UnknownHostError, match=r"which is none of the publishers' hosts"):
        REHEARSED.host_of(url)


@pytest.mark.parametrize("netloc", ["www.cqc.org.uk", "www.cqc.org.uk:80"])
def test_a_link_in_the_clear_to_a_host_of_ours_is_asked_by_https(netloc: str) -> None:
    secured = Hosts(addresses=LIVE).secured(f"http://{netloc}/files/Directory.csv?of=a")

    assert secured == "https://www.cqc.org.uk/files/Directory.csv?of=a"


@pytest.mark.parametrize("url", ["http://127.0.0.1:8601/x", "http://example.org/x", "/x", ""])
def test_other_links_stay_as_they_are(url: str) -> None:
    assert REHEARSED.secured(url) == url
    assert Hosts(addresses=LIVE).secured(url) == url


STORE = "companies_house_documents_store"


@pytest.mark.parametrize(
    "host",
    [
        "document-api-images-live.ch.gov.uk.s3.eu-west-2.amazonaws.com",
        "document-api-images-live.ch.gov.uk.s3-eu-west-1.amazonaws.com",
        "document-api-images-prod.s3.amazonaws.com",
    ],
)
def test_the_store_of_documents_is_known_in_any_region_and_has_no_key(host: str) -> None:
    assert Hosts(addresses=LIVE, also=LIVE_ALSO).host_of(f"https://{host}/docs/x?a=b") == STORE
    assert STORE not in ASK_FOR_A_KEY


@pytest.mark.parametrize(
    "url",
    [
        "http://document-api-images-live.s3.amazonaws.com/docs/x",
        "https://document-api-images-live.s3.amazonaws.com.example.org/docs/x",
        "https://example.org/document-api-images-live.s3.amazonaws.com",
        "https://other.s3.eu-west-2.amazonaws.com/docs/x",
        "https://document-api-images-live.s3.amazonaws.com@example.org/docs/x",
    ],
)
def test_what_only_resembles_the_store_is_not_it(url: str) -> None:
    with pytest.raises(UnknownHostError):
        Hosts(addresses=LIVE, also=LIVE_ALSO).host_of(url)


def test_every_live_host_is_rehearsed() -> None:
    assert LIVE.keys() <= {one.key for one in CATALOGUE.publishers}
