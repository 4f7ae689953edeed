"""The first command of the README, as a newcomer runs it."""

import subprocess
from pathlib import Path

import pytest

from crawlers.rehearsal.publishers import CATALOGUE
from oversight.printing import INVENTED
from tests.oversight.asking import program


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], list[str]]:
    """What it prints, and what it says beside that."""
    data = tmp_path_factory.mktemp("first") / "data"
    ran = program("run", "--data", data, "--no-dashboard", stderr=subprocess.PIPE)
    out, err = ran.communicate(timeout=300)
    assert ran.returncode == 0, err.decode()
    assert {one.name for one in Path(data).iterdir()} >= {"archive", "oversight.sqlite"}
    return out.decode().splitlines(), err.decode().splitlines()


def test_it_says_first_that_all_of_it_is_invented(told: tuple[list[str], list[str]]) -> None:
    assert told[0][0] == INVENTED
    assert told[0].count(INVENTED) == 1


def test_it_takes_in_both_registers_and_every_source_that_exists(
    told: tuple[list[str], list[str]],
) -> None:
    taken = [line.split()[0] for line in told[0] if line.endswith(" records")]

    assert {"ofsted_annual", "companies_house_company_data", "companies_house_profile"} <= set(
        taken
    )


def test_it_tells_what_it_found_and_how_common_that_is(
    told: tuple[list[str], list[str]],
) -> None:
    found = [line for line in told[0] if line.startswith(("HIGH", "MEDIUM"))]
    (summary,) = (line for line in told[0] if line.startswith("On the register as at"))

    assert "31 March 2026, published 15 July 2026, policy illustrative" in summary
    assert summary.endswith(f" {len(found)} findings.")
    assert {line.split()[1] for line in found} == {"FO-01", "PO-01", "PO-02"}


def test_it_says_who_served_it_and_what_to_ask_next(told: tuple[list[str], list[str]]) -> None:
    assert told[1][0].startswith(f"{len(CATALOGUE.publishers)} publishers serve it")
    assert told[1][-1].startswith("Ask it more: ")
