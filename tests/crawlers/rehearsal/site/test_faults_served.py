"""A client meets each fault as it would in life."""

import json
from collections.abc import Iterator
from http.client import IncompleteRead
from io import BytesIO
from time import perf_counter
from zipfile import BadZipFile, ZipFile

import pytest

from crawlers.rehearsal.site.serving import Site, Terms, serving
from tests.crawlers.rehearsal.site.asking import KEY, ask, tell
from tests.crawlers.rehearsal.site.two_companies import CATALOGUE


@pytest.fixture(scope="module")
def shared() -> Iterator[Site]:
    with serving(CATALOGUE, Terms()) as site:
        yield site


@pytest.fixture
def site(shared: Site) -> Iterator[Site]:
    yield shared
    tell(f"{shared.control}/faults", [])


def go_wrong(site: Site, **fault: object) -> None:
    told = tell(f"{site.control}/faults", [fault])
    assert told.status == 200, told.body


def struck(site: Site) -> int:
    return ask(f"{site.control}/faults").json["faults"][0]["struck"]


def profile(site: Site) -> str:
    return f"{site.rehearsal.addresses['api']}/company/99000001"


def product(site: Site) -> str:
    return f"{site.rehearsal.addresses['bulk']}/companies.zip"


def test_too_many_is_said_though_the_budget_is_not_spent(site: Site) -> None:
    go_wrong(site, kind="too-many", publisher="api", nth=[1])
    told = ask(profile(site), KEY)

    assert told.status == 429
    assert int(told.headers["X-Ratelimit-Remain"]) > 0
    assert ask(profile(site), KEY).status == 200
    assert struck(site) == 1


def test_a_fault_may_be_told_as_on_the_command_line(site: Site) -> None:
    told = tell(f"{site.control}/faults", ["too-many api nth=1"])
    (said,) = told.json["faults"]

    assert (told.status, said["kind"], said["nth"]) == (200, "too-many", [1])
    assert ask(profile(site), KEY).status == 429


def test_an_interface_breaks_in_json_and_what_stands_before_it_in_html(site: Site) -> None:
    go_wrong(site, kind="server-error", publisher="api", status=500)
    broken = ask(profile(site), KEY)
    go_wrong(site, kind="server-error", publisher="api", status=502)
    before = ask(profile(site), KEY)

    assert (broken.status, broken.json["error"]) == (500, "Internal server error")
    assert (before.status, before.headers["Content-Type"]) == (502, "text/html")


def test_a_connection_is_cut_in_the_middle_of_a_body(site: Site) -> None:
    whole = ask(profile(site), KEY)
    go_wrong(site, kind="cut", publisher="api", nth=[1])

    with pytest.raises(IncompleteRead) as cut:
        ask(profile(site), KEY)
    assert cut.value.partial == whole.body[: len(whole.body) // 2]
    assert ask(profile(site), KEY).body == whole.body


def test_a_download_that_was_cut_can_be_resumed(site: Site) -> None:
    whole = ask(product(site))
    go_wrong(site, kind="cut", publisher="bulk", nth=[1])
    with pytest.raises(IncompleteRead) as cut:
        ask(product(site))
    had = cut.value.partial
    going_on = {"Range": f"bytes={len(had)}-", "If-Range": whole.headers["ETag"]}

    assert 0 < len(had) < len(whole.body)
    assert had + ask(product(site), going_on).body == whole.body


def test_a_slow_body_comes_whole_and_late(site: Site) -> None:
    whole = ask(profile(site), KEY)
    go_wrong(site, kind="slow", publisher="*", seconds=0.3)
    began = perf_counter()
    slow = ask(profile(site), KEY)
    taken = perf_counter() - began
    file = ask(product(site))

    assert slow.body == whole.body
    assert taken >= 0.3
    assert ZipFile(BytesIO(file.body)).testzip() is None


def test_a_truncated_zip_is_whole_to_http_and_opens_no_more(site: Site) -> None:
    whole = ask(product(site))
    go_wrong(site, kind="truncated", publisher="bulk", path="*.zip")
    told = ask(product(site))

    assert told.status == 200
    assert int(told.headers["Content-Length"]) == len(told.body) == len(whole.body) * 2 // 3
    assert told.headers["ETag"] != whole.headers["ETag"]
    with pytest.raises(BadZipFile):
        ZipFile(BytesIO(told.body))


def test_a_heading_is_another(site: Site) -> None:
    go_wrong(
        site,
        kind="renamed",
        publisher="bulk",
        heading="CompanyNumber",
        renamed_to="Number",
    )
    with ZipFile(BytesIO(ask(product(site)).body)) as file:
        assert file.read("companies.csv").startswith(b"CompanyName,Number\n")


def test_a_heading_that_is_not_there_strikes_nowhere_and_says_so(site: Site) -> None:
    go_wrong(site, kind="renamed", publisher="*", heading="Postcode", renamed_to="Code")

    assert ask(product(site)).status == 200
    assert struck(site) == 0


def test_json_is_malformed(site: Site) -> None:
    go_wrong(site, kind="malformed", publisher="api")
    told = ask(profile(site), KEY)

    with pytest.raises(json.JSONDecodeError):
        json.loads(told.body)


def test_every_answer_is_counted_by_publisher_and_status(site: Site) -> None:
    before = ask(f"{site.control}/requests").json["requests"]["api"]
    go_wrong(site, kind="too-many", publisher="api")
    ask(profile(site), KEY)
    after = ask(f"{site.control}/requests").json["requests"]["api"]

    assert after == {**before, "429": before.get("429", 0) + 1}


@pytest.mark.parametrize(
    ("faults", "why"),
    [
        ([{"kind": "fire", "publisher": "api"}], "0.kind: Input should be"),
        ([{"kind": "cut"}], "0.publisher: Field required"),
        ([{"kind": "cut", "publisher": "nobody"}], "no publisher is called 'nobody'; there are"),
        ({}, "Input should be a valid array"),
        ([{"kind": "cut", "publisher": "api", "seconds": 3}], "`seconds` means nothing with cut"),
    ],
)
def test_a_fault_that_cannot_be_is_refused(site: Site, faults: object, why: str) -> None:
    told = tell(f"{site.control}/faults", faults)

    assert told.status == 400
    assert why in told.json["error"]


def test_faults_are_switched_from_no_publishers_port(site: Site) -> None:
    assert tell(f"{site.rehearsal.addresses['pages']}/faults", []).status == 405


def test_nothing_is_re_issued_by_whoever_has_no_such_file(site: Site) -> None:
    told = tell(f"{site.control}/faults", [{"kind": "re-issued", "publisher": "bulk"}])

    assert told.status == 400
    assert told.json["error"] == (
        "'bulk' names who serves no file that is re-issued; who does is nobody here"
    )


def test_what_is_no_json_is_refused_in_words(site: Site) -> None:
    told = ask(f"{site.control}/faults", method="POST", body=b"[")

    assert told.status == 400
    assert told.json["error"].startswith("Invalid JSON")
