"""A source names a host and a path; where the host is, the crawl says."""

import pytest

from crawlers.hosts import LIVE, Hosts, UnknownHostError
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


def test_every_live_host_is_rehearsed() -> None:
    assert LIVE.keys() <= {one.key for one in CATALOGUE.publishers}
