"""Ofsted's publishers in the world of two councils, as they stand on a day."""

import json
from atexit import register
from datetime import date
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from crawlers.rehearsal.forms.ofsted.govuk import GovUk
from crawlers.rehearsal.forms.ofsted.govuk_assets import GovUkAssets
from crawlers.rehearsal.forms.ofsted.report_files import OfstedFiles
from crawlers.rehearsal.forms.ofsted.reports_site import OfstedReports
from crawlers.rehearsal.publishing import Answer, Asked, Publisher, Setup
from crawlers.rehearsal.world.settings import Setting
from tests.crawlers.rehearsal.two_councils import WORLD

ADDRESSES = {
    "govuk": "http://127.0.0.1:9001",
    "govuk_assets": "http://127.0.0.1:9002",
    "ofsted_reports": "http://127.0.0.1:9003",
    "ofsted_files": "http://127.0.0.1:9004",
}
HEADS = {
    "99900001": (("ALDERBECK CARE LIMITED", date(2000, 1, 1)),),
    "99900002": (("GARGANEY TOPCO LIMITED", date(2000, 1, 1)),),
    "99900003": (("CORNCRAKE FOSTERING LIMITED", date(2000, 1, 1)),),
    "99900004": (
        ("DUNLINFELL FOSTERING LIMITED", date(2000, 1, 1)),
        ("CORNCRAKE FOSTERING LIMITED", date(2025, 6, 1)),
    ),
    "99900005": (("3.13 LIMITED", date(2000, 1, 1)),),
}
"""Who is above each owner, and since when: Corncrake bought Dunlinfell in June 2025."""
FOLDER = Path(mkdtemp(prefix="ofsted-"))
"""Where files that are asked for are written, once for all tests, until these end."""
register(rmtree, FOLDER, ignore_errors=True)


def owner_on(setting: Setting, day: date, known_on: date) -> str | None:
    """Who ultimately owns a setting, as Ofsted would know it."""
    heads = HEADS.get(setting.owner_on(day) or "", ())
    return next((name for name, since in reversed(heads) if since <= day), None)


def setup(today: date) -> Setup:
    """What the publishers of a day are made of."""
    return Setup(world=WORLD, today=today, addresses=ADDRESSES, folder=FOLDER / str(today))


def govuk(today: date) -> GovUk:
    return GovUk(setup(today), owner_on)


def assets(today: date) -> GovUkAssets:
    return GovUkAssets(setup(today))


def reports(today: date) -> OfstedReports:
    return OfstedReports(setup(today))


def files(today: date) -> OfstedFiles:
    return OfstedFiles(setup(today))


def get(desk: Publisher, address: str, **query: tuple[str, ...]) -> Answer:
    """What a publisher answers to an address of its own, or to a path."""
    path = address.removeprefix(ADDRESSES[desk.key])
    return desk.answer(Asked(path=path, query=query))


def item(desk: Publisher, path: str) -> dict[str, Any]:
    """What the content API answers for a page."""
    answer = get(desk, f"/api/content{path}")
    assert (answer.status, answer.media_type) == (200, "application/json")
    assert isinstance(answer.body, bytes)
    found: dict[str, Any] = json.loads(answer.body)
    return found


def text(answer: Answer) -> str:
    """An answer's body as text."""
    assert isinstance(answer.body, bytes)
    return answer.body.decode()
