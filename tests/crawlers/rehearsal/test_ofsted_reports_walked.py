"""From the reports site's search a crawl comes to every open registration and its newest report."""

import pytest

from crawlers.naming import has_an_office, is_an_organisation
from crawlers.rehearsal.forms.ofsted.report import NOT_GIVEN, Report
from crawlers.rehearsal.forms.ofsted.reports_listing import listing
from crawlers.sources.ofsted_reports import SOURCE
from db.records import ProviderPage, PublishedReport, Record, ReportedProvider
from tests.crawlers.rehearsal.test_ofsted_releases_walked import TODAY
from tests.crawlers.rehearsal.traps.served import SEEDS, served
from tests.crawlers.rehearsal.walked import walked


@pytest.mark.parametrize("seed", SEEDS)
def test_a_walk_from_the_search_reads_what_the_world_has_open(seed: int) -> None:
    market = served(seed, TODAY)
    told: list[Record] = []
    for found in walked(SOURCE, market):
        assert SOURCE.is_rehearsal(found.document)
        told += found.records
    listed = {one.setting.urn: one for one in listing(market.world, TODAY) if one.is_open}

    assert {
        (one.urn, one.category, one.local_authority, one.registered_on)
        for one in told
        if isinstance(one, ProviderPage)
    } == {
        (urn, one.kind.category, one.council_name, one.setting.registered_on)
        for urn, one in listed.items()
    }
    assert sorted(
        (one.urn, one.event_type, one.inspected_on, one.published_on)
        for one in told
        if isinstance(one, PublishedReport)
    ) == sorted(
        (urn, visit.kind, visit.inspected_on, visit.published_on)
        for urn, one in listed.items()
        for visit in one.reports
    )
    reported = [one for one in told if isinstance(one, ReportedProvider)]
    newest = {
        urn: Report(world=market.world, visit=one.reports[0])
        for urn, one in listed.items()
        if one.reports and "School" not in one.kind.category and "College" not in one.kind.category
    }
    assert {one.urn for one in reported} == set(newest)
    for one in reported:
        _compare(one, newest[one.urn])


def _compare(one: ReportedProvider, truth: Report) -> None:
    """Hold what was read of a report against what was written, with straight quotes for others."""
    details = dict(line.split(": ", 1) for line in dict(truth.sections())[f"{truth.what} details"])
    name = details["Registered provider"].translate({0x2019: "'", 0x2013: "-"})
    name = " ".join(name.encode("latin-1", "replace").decode("latin-1").split())
    is_shown = name != NOT_GIVEN and is_an_organisation(name)
    written = details["Registered provider address"] if has_an_office(name) else ""

    assert (one.inspected_on, one.published_on) == (
        truth.visit.inspected_on,
        truth.visit.published_on,
    )
    assert one.registered_provider == (name if is_shown else None)
    assert one.provider_withheld == (name != NOT_GIVEN and not is_shown)
    office = ", ".join(part for part in (one.office_address, one.office_postcode) if part)
    assert office == ("" if written == NOT_GIVEN else written)
