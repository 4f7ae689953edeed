"""The rehearsal's market, served until input ends: with the real limit on a fast clock, or none."""

import json
import sys
from time import process_time

from crawlers.rehearsal.calibration import TODAY
from crawlers.rehearsal.publishers import CATALOGUE
from crawlers.rehearsal.site.budget import Limit
from crawlers.rehearsal.site.serving import Terms, serving


def main(size: str, seed: str, faster: str, *limited: str) -> None:
    """Print addresses and companies, wait for the end of input, and print what serving has cost."""
    limit = Limit() if limited else None
    with serving(
        CATALOGUE, Terms(seed=int(seed), size=size, faster=float(faster), limit=limit)
    ) as site:
        said = {
            "addresses": dict(site.rehearsal.addresses),
            "control": site.control,
            "companies": [
                one.number
                for one in site.rehearsal.world.companies
                if one.begun_on <= TODAY and one.number is not None
            ],
        }
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()
        began = process_time()
        sys.stdin.read()
        sys.stdout.write(json.dumps({"server_s": process_time() - began}))


if __name__ == "__main__":
    main(*sys.argv[1:])
