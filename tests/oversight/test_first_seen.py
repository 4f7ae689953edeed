"""Of each kind of answer the first is kept as it came, for whoever reviews what is really sent."""

import json
from pathlib import Path

from scrapy.http import Headers, Response

from crawlers.work import Errand
from oversight.first_seen import FirstSeen

PROFILE = "https://api.company-information.service.gov.uk/company/00000001"


def answer(body: bytes, status: int = 200) -> Response:
    headers = Headers(
        {"X-Ratelimit-Remain": "599", "Set-Cookie": "a=b", "Authorization": "Basic x"}
    )
    return Response(PROFILE, status=status, headers=headers, body=body)


def errand(source: str = "companies_house_profile", signpost: str | None = None) -> Errand:
    return Errand(source=source, url=PROFILE, signpost=signpost)


def test_the_first_of_a_kind_is_kept_whole_and_those_after_it_are_not(tmp_path: Path) -> None:
    kept = FirstSeen(folder=tmp_path / "first-seen")
    kept.keep(errand(), answer(b"\x00one"))
    kept.keep(errand(), answer(b"two"))

    (only,) = (tmp_path / "first-seen").iterdir()
    assert only.name == "companies_house_profile document 200"
    assert (only / "body").read_bytes() == b"\x00one"


def test_each_source_each_signpost_and_each_status_is_a_kind_of_its_own(tmp_path: Path) -> None:
    kept = FirstSeen(folder=tmp_path)
    kept.keep(errand(), answer(b""))
    kept.keep(errand(), answer(b"", status=404))
    kept.keep(errand(signpost="search"), answer(b""))
    kept.keep(errand("companies_house_officers"), answer(b""))

    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "companies_house_officers document 200",
        "companies_house_profile document 200",
        "companies_house_profile document 404",
        "companies_house_profile search 200",
    ]


def test_what_is_secret_is_not_kept_and_all_other_headers_are(tmp_path: Path) -> None:
    FirstSeen(folder=tmp_path).keep(errand(), answer(b""))

    (said,) = tmp_path.glob("*/answer.json")
    assert json.loads(said.read_text()) == {
        "url": PROFILE,
        "status": 200,
        "headers": {"X-Ratelimit-Remain": ["599"]},
    }
