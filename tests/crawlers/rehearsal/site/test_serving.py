"""A site answers as its publishers do in life, each on a port of its own."""

import gzip
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from crawlers.rehearsal.site.budget import Limit
from crawlers.rehearsal.site.listening import PortError
from crawlers.rehearsal.site.serving import Site, Terms, serving
from tests.crawlers.rehearsal.site.asking import KEY, ask, free_ports
from tests.crawlers.rehearsal.site.two_companies import CATALOGUE, LONG_PDF, PDF


def at(site: Site, publisher: str, path: str = "/") -> str:
    return site.rehearsal.addresses[publisher] + path


def test_each_publisher_has_a_port_of_its_own_on_loopback(site: Site) -> None:
    addresses = [*site.rehearsal.addresses.values(), site.control]

    assert len(set(addresses)) == 6
    assert {address.rpartition(":")[0] for address in addresses} == {"http://127.0.0.1"}


def test_json_comes_as_the_publisher_wrote_it(site: Site) -> None:
    told = ask(at(site, "api", "/company/99000001?start_index=25"), KEY)

    assert told.status == 200
    assert told.headers["Content-Type"] == "application/json"
    assert told.json["company_name"] == "Larkmoor Care Limited"
    assert told.json["start_index"] == "25"


def test_every_answer_says_that_it_is_invented(site: Site) -> None:
    asked = (at(site, "api", "/company/99000001"), at(site, "bulk", "/companies.zip"))
    told = [*(ask(address, KEY) for address in asked), ask(at(site, "api", "/company/99999999"))]

    assert {one.headers["X-Rehearsal"] for one in told} == {
        "Every provider, company, person and figure here is invented."
    }


def test_an_address_is_decoded(site: Site) -> None:
    assert ask(at(site, "api", "/company/%39%39000001"), KEY).status == 200


def test_what_is_not_there_is_answered_in_the_publishers_words(site: Site) -> None:
    told = ask(at(site, "api", "/company/99999999"), KEY)

    assert told.status == 404
    assert told.json == {"errors": [{"type": "ch:service", "error": "company-profile-not-found"}]}


def test_without_a_key_nothing_is_told(site: Site) -> None:
    told = ask(at(site, "api", "/company/99000001"))

    assert told.status == 401
    assert told.body == b'{"error":"Empty Authorization header","type":"ch:service"}'


def test_a_document_lies_on_a_second_host_that_refuses_the_key(site: Site) -> None:
    sent = ask(at(site, "documents", "/document/1/content"), KEY)

    assert (sent.status, sent.body) == (302, b"")
    assert ask(sent.headers["Location"], KEY).status == 400
    assert ask(sent.headers["Location"]).body == PDF


def test_the_date_is_the_rehearsals_own(site: Site) -> None:
    for publisher in site.rehearsal.addresses:
        assert ask(at(site, publisher)).headers["Date"].startswith("Tue, 01 Sep 2026 09:")


def test_a_host_says_nothing_of_what_serves_it(site: Site) -> None:
    assert ask(at(site, "pages")).headers["Server"] is None


def test_robots_are_told_what_they_may(site: Site) -> None:
    told = ask(at(site, "pages", "/robots.txt"))

    assert told.headers["Content-Type"] == "text/plain"
    assert told.body == b"User-agent: *\nDisallow:\n"


def test_an_interface_has_no_robots_txt(site: Site) -> None:
    assert ask(at(site, "api", "/robots.txt")).status == 401
    assert ask(at(site, "api", "/robots.txt"), KEY).status == 404


def test_only_reading_is_possible(site: Site) -> None:
    told = ask(at(site, "pages"), method="POST", body=b"{}")

    assert (told.status, told.headers["Allow"]) == (405, "GET, HEAD")


def test_a_head_has_the_headers_and_no_body(site: Site) -> None:
    whole = ask(at(site, "bulk", "/companies.zip"))
    head = ask(at(site, "bulk", "/companies.zip"), method="HEAD")

    assert (head.status, head.body) == (200, b"")
    assert {**head.headers, "Date": ""} == {**whole.headers, "Date": ""}
    assert ask(at(site, "store", "/docs/1"), method="HEAD").body == b""


def test_pages_are_compressed_for_whoever_takes_it(site: Site) -> None:
    plain = ask(at(site, "pages"))
    packed = ask(at(site, "pages"), {"Accept-Encoding": "gzip, deflate"})

    assert plain.headers["Content-Encoding"] is None
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body


def test_files_are_never_compressed_again(site: Site) -> None:
    told = ask(at(site, "bulk", "/companies.zip"), {"Accept-Encoding": "gzip"})

    assert told.headers["Content-Encoding"] is None
    with ZipFile(BytesIO(told.body)) as file:
        assert file.read("companies.csv") == (
            b"CompanyName,CompanyNumber\nLarkmoor Care Limited,99000001"
        )


def test_a_file_can_be_resumed_while_it_is_the_same(site: Site) -> None:
    address = at(site, "bulk", "/companies.zip")
    whole = ask(address)
    rest = ask(address, {"Range": "bytes=40-", "If-Range": whole.headers["ETag"]})

    assert whole.headers["Accept-Ranges"] == "bytes"
    assert whole.headers["Last-Modified"] == "Tue, 01 Sep 2026 09:00:00 GMT"
    assert rest.status == 206
    assert rest.headers["Content-Range"] == f"bytes 40-{len(whole.body) - 1}/{len(whole.body)}"
    assert whole.body[:40] + rest.body == whole.body


def test_a_long_body_can_be_resumed_where_the_host_lets_files_be(site: Site) -> None:
    address = at(site, "store", "/docs/long")
    whole = ask(address)
    rest = ask(address, {"Range": "bytes=70000-", "If-Range": whole.headers["ETag"]})

    assert rest.status == 206
    assert whole.body[:70000] + rest.body == whole.body == LONG_PDF


def test_a_file_that_is_another_begins_anew(site: Site) -> None:
    address = at(site, "bulk", "/companies.zip")
    told = ask(address, {"Range": "bytes=40-", "If-Range": '"another"'})

    assert (told.status, told.body) == (200, ask(address).body)


def test_beyond_the_end_of_a_file_there_is_nothing(site: Site) -> None:
    address = at(site, "bulk", "/companies.zip")
    told = ask(address, {"Range": "bytes=100000-"})

    assert told.status == 416
    assert told.headers["Content-Range"] == f"bytes */{len(ask(address).body)}"


def test_a_spent_budget_is_told_with_its_end_and_comes_back() -> None:
    seconds = [0.0]
    terms = Terms(today=date(2026, 9, 1), limit=Limit(requests=2, window_s=300), faster=60)
    with serving(CATALOGUE, terms, lambda: seconds[0]) as site:
        told = [ask(at(site, "api", "/company/99000001"), KEY) for _ in range(3)]
        seconds[0] += 5
        again = ask(at(site, "api", "/company/99000001"), KEY)

    assert [one.status for one in (*told, again)] == [200, 200, 429, 200]
    assert [one.headers["X-Ratelimit-Remain"] for one in (*told, again)] == ["1", "0", "0", "1"]
    assert told[2].headers["X-Ratelimit-Limit"] == "2"
    assert told[2].headers["X-Ratelimit-Window"] == "5m"
    assert int(told[2].headers["X-Ratelimit-Reset"]) == 1_788_253_500
    assert told[2].headers["Date"] == "Tue, 01 Sep 2026 09:00:00 GMT"
    assert again.headers["Date"] == "Tue, 01 Sep 2026 09:05:00 GMT"
    assert told[2].headers["Retry-After"] is None


def test_the_document_host_has_a_budget_of_its_own_and_spells_it_in_its_own_way() -> None:
    with serving(CATALOGUE, Terms(limit=Limit(requests=1))) as site:
        first = ask(at(site, "api", "/company/99000001"), KEY)
        second = ask(at(site, "documents", "/document/1"), KEY)

    assert (first.status, second.status) == (200, 200)
    assert second.headers["X-Ratelimit-Remaining"] == "0"
    assert second.headers["X-Ratelimit-Remain"] is None


def test_without_a_limit_nobody_is_counted() -> None:
    with serving(CATALOGUE, Terms(limit=None)) as site:
        told = ask(at(site, "api", "/company/99000001"), KEY)

    assert told.status == 200
    assert [name for name in told.headers if name.lower().startswith("x-ratelimit")] == []


def test_ports_follow_one_another_in_the_order_of_the_catalogue() -> None:
    base = free_ports(6)
    with serving(CATALOGUE, Terms(port=base)) as site:
        assert site.control == f"http://127.0.0.1:{base}"
        assert [*site.rehearsal.addresses.values()] == [
            f"http://127.0.0.1:{base + place}" for place in range(1, 6)
        ]


def test_a_port_in_use_is_named_with_what_to_do(site: Site) -> None:
    port = int(site.control.rpartition(":")[2])

    with pytest.raises(PortError, match=rf"port {port} cannot be used .* another with --port"):
        serving(CATALOGUE, Terms(port=port)).__enter__()


def test_a_site_that_has_ended_answers_nobody() -> None:
    with serving(CATALOGUE, Terms()) as site:
        folder = site.rehearsal.folder
        assert ask(at(site, "pages")).status == 200

    assert site.ended.is_set()
    assert not folder.exists()
    with pytest.raises(ConnectionRefusedError):
        ask(at(site, "pages"))
