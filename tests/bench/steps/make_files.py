"""Every file of every publisher, in two parts that two processes make."""

import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from zlib import crc32

from crawlers.rehearsal.publishers import CATALOGUE, make_world
from crawlers.rehearsal.publishing import Setup
from crawlers.rehearsal.world.world import World
from tests.bench.every_link import EveryLink
from tests.bench.steps.memory import peak_mb

STARTS = {
    "govuk": ["/api/content/government/collections/childrens-social-care-statistics"],
    "ofsted_reports": ["/search?rows=100"],
    "companies_house_bulk": ["/en_output.html", "/en_pscdata.html", "/en_accountsdata.html"],
    "gazette": [
        "/insolvency/notice/data.json?results-page-size=100",
        "/all-notices/notice/data.htm?results-page-size=100",
    ],
    "charity_commission": ["/register/full-register-download"],
    "cqc": ["/about-us/transparency/using-cqc-data"],
    "gias": ["/Downloads"],
    "dfe_statistics": ["/find-statistics/children-looked-after-in-england-including-adoptions"],
    "mhclg": ["/government/collections/local-authority-revenue-expenditure-and-financing"],
    "council_payments": ["/council/budgets-and-spending/spending-over-500"],
}
"""Where each publisher's links begin; the register's API begins at every company and officer."""
REPORTS = frozenset({"ofsted_reports", "ofsted_files"})
DOCUMENTS = frozenset({"companies_house_document_api", "companies_house_documents_store"})


def main(seed: str, size: str, part: str) -> None:
    """Print what was made of each publisher, how long it took, and how much memory was held."""
    began, worked = perf_counter(), process_time()
    world = make_world(int(seed), size)
    made_s = perf_counter() - began
    addresses = {one.key: f"http://{one.key}.invalid" for one in CATALOGUE.publishers}
    today = CATALOGUE.today or world.last_day
    with TemporaryDirectory() as folder:
        setup = Setup(world=world, today=today, addresses=addresses, folder=Path(folder))
        walk = EveryLink(
            publishers={one.key: one.make(setup) for one in CATALOGUE.publishers},
            addresses=addresses,
            is_ours=lambda key, path: is_of_part(int(part), key, path),
        )
        walk.walk(f"{addresses[key]}{path}" for key, path in starts(world, today))
    found = {
        "market_s": made_s,
        "all_s": perf_counter() - began,
        "cpu_s": process_time() - worked,
        "peak_mb": peak_mb(),
        "taken": {key: asdict(one) for key, one in walk.taken.items()},
    }
    sys.stdout.write(json.dumps(found))


def starts(world: World, today: date) -> list[tuple[str, str]]:
    """Publisher and path of each address from which links are followed.

    An officer has an address once an appointment is filed, which may be weeks after it began.
    """
    officers = {one.officer_id for one in world.appointments if one.filed_on <= today}
    register = (
        *(f"/officers/{one}/appointments" for one in sorted(officers)),
        *(f"/company/{one.key}" for one in world.companies if one.begun_on <= today),
    )
    return [
        *(("companies_house_api", path) for path in register),
        *((key, path) for key, paths in STARTS.items() for path in paths),
    ]


def is_of_part(part: int, key: str, path: str) -> bool:
    """Whether an address is one of the first part or of the second.

    Companies and officers are halved, documents go with their companies; reports are of the
    second part and all other publishers of the first.
    """
    if key == "companies_house_api":
        return crc32("/".join(path.partition("?")[0].split("/")[:3]).encode()) % 2 == part
    return key in DOCUMENTS or (key in REPORTS) == (part == 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
