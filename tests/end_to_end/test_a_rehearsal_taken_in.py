"""The first command, and other markets crawled: what is held is what was published."""

import re
import shlex
import subprocess
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import chain
from pathlib import Path

import pytest

from crawlers.rehearsal.calibration import LAST_DAY, TODAY
from crawlers.rehearsal.publishers import CATALOGUE, make_world
from crawlers.rehearsal.site.apart import serving_apart
from crawlers.rehearsal.site.budget import Limit
from crawlers.rehearsal.site.serving import Terms
from crawlers.rehearsal.truth.groups import TrueGroups
from crawlers.rehearsal.world.bodies import Form
from crawlers.rehearsal.world.happenings import TrapKind
from crawlers.rehearsal.world.world import World
from crawlers.sources import bulk_sources, sources
from db.loading import load_snapshot
from db.records import (
    KINDS,
    AccountsClaim,
    AccountsDocument,
    AccountsGap,
    AccountsStatement,
    Charge,
    Company,
    Control,
    CouncilPayment,
    FiledAccounts,
    FiledDocument,
    Filing,
    Inspection,
    Oddity,
    OwnerStatement,
    ProviderPage,
    PublishedReport,
    Record,
    ReportedProvider,
    Setting,
)
from db.snapshot import Snapshot
from oversight.asked_market import Options, make_market
from oversight.campaign import Campaign, basic
from oversight.crawl_site import Site, rehearsed_at
from oversight.crawling import crawl_everything
from oversight.evaluate import evaluate
from oversight.explanation import Explanation
from oversight.installation import Installation, end_of, open_installation
from oversight.market import Market
from oversight.policy import packaged_policy
from oversight.printing import INVENTED
from oversight.reconcile import reconcile
from oversight.rules import register
from oversight.running import FASTER
from tests.end_to_end.beside import Asked, differences
from tests.end_to_end.lines_read import MOST_LINES, lines_beside_the_books, table
from tests.end_to_end.part_of_a_market import rehearsed
from tests.end_to_end.published_filings import followed
from tests.end_to_end.published_truth import PUBLISHED
from tests.oversight.asking import program

NOON = datetime.combine(TODAY, time(12), tzinfo=UTC)
SEEDS = (1, 12345)
"""The first is what the README's first command takes in. The other is used nowhere else, so that
nothing is tuned to it; of it no documents and no reports of inspections are asked, which take most
of the time. The national rehearsal crawls a third market whole."""
NOT_ASKED: Mapping[str, tuple[type[Record], ...]] = {
    "companies_house_documents": (FiledDocument,),
    "filed_accounts": (
        AccountsDocument,
        FiledAccounts,
        AccountsClaim,
        AccountsGap,
        AccountsStatement,
    ),
    "ofsted_reports": (ProviderPage, PublishedReport, ReportedProvider),
}
"""Sources that are not asked of the other seed, and what they would have made."""


@dataclass(frozen=True, kw_only=True)
class Ran:
    """Where the first command kept what it took in, and what it said."""

    data: Path
    out: list[str]
    err: list[str]


@dataclass(frozen=True, kw_only=True)
class Taken:
    """One seed's world, and what the monitor made of what its publishers served."""

    world: World
    place: Installation
    snapshot: Snapshot
    asked: Asked
    not_asked: frozenset[type[Record]]

    def market(self) -> Market:
        """The market of the newest register."""
        options = Options(as_of=TODAY, known_at=end_of(TODAY), seen=False, policy=packaged_policy())
        return make_market(self.place, options)


def taken_in(place: Installation, seed: int) -> Taken:
    """A world beside what the monitor holds of it."""
    snapshot, world = load_snapshot(place.engine, TODAY, NOON), make_world(seed, "small")
    watched = frozenset(one.company_number for one in snapshot.every(Company))
    return Taken(
        world=world,
        place=place,
        snapshot=snapshot,
        asked=Asked(world=world, crawled=(TODAY,), watched=watched),
        not_asked=frozenset(() if seed == SEEDS[0] else chain(*NOT_ASKED.values())),
    )


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """The first command, as a newcomer runs it."""
    data = tmp_path_factory.mktemp("first") / "data"
    ran = program("run", "--data", data, "--no-dashboard", stderr=subprocess.PIPE)
    out, err = ran.communicate(timeout=300)
    assert ran.returncode == 0, err.decode()
    return Ran(data=data, out=out.decode().splitlines(), err=err.decode().splitlines())


@pytest.fixture(scope="module", params=SEEDS)
def taken(
    request: pytest.FixtureRequest, first: Ran, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Taken]:
    seed = int(request.param)
    data = first.data if seed == SEEDS[0] else tmp_path_factory.mktemp("other") / "data"
    place = open_installation(data, None, NOON)
    if seed != SEEDS[0]:
        terms = Terms(seed=seed, today=TODAY, limit=Limit(), faster=FASTER)
        with serving_apart(terms) as control:
            crawled(place, rehearsed_at(control), without=NOT_ASKED)
    yield taken_in(place, seed)
    place.engine.dispose()


def crawled(place: Installation, site: Site, without: Collection[str] = ()) -> None:
    """Crawl whatever a rehearsal serves, but for some sources."""
    campaign = Campaign(place=place, site=site, agent="a test", authorization=basic("any"))
    keys = {one.key for one in (*sources(), *bulk_sources()) if one.is_crawled}
    assert keys > {*without}
    _, problems = crawl_everything(campaign, keys - {*without})
    assert problems == []


def everything(place: Installation) -> dict[str, list[Record]]:
    """Every record that is held, ended ones included, in an order of its own."""
    snapshot = load_snapshot(place.engine, TODAY, NOON)
    return {
        kind.__name__: sorted(snapshot.every(kind), key=lambda one: one.model_dump_json())
        for kind in KINDS
    }


@pytest.mark.postgres
def test_either_database_holds_the_same(postgresql_url: str, tmp_path: Path) -> None:
    held: list[dict[str, list[Record]]] = []
    with rehearsed() as served:
        for name, database in (("sqlite", None), ("postgresql", postgresql_url)):
            place = open_installation(tmp_path / name, database, NOON)
            crawled(place, rehearsed_at(served.control), without=NOT_ASKED)
            held.append(everything(place))
            place.engine.dispose()

    assert held[0] == held[1]
    assert {kind.__name__ for kind in (Setting, Inspection, Company, Control, Filing, Charge)} <= {
        name for name, found in held[0].items() if found
    }


def test_most_owners_companies_are_watched_and_all_others_have_names_that_need_a_decision(
    taken: Taken,
) -> None:
    day = date(2026, 3, 31)
    owners = {one.owner_on(day) for one in taken.world.settings if one.is_open(day)}
    bodies = [taken.world.body[one] for one in owners if one and one in taken.world.body]
    companies = {one.number for one in bodies if one.number and one.is_alive(TODAY)}

    assert len(companies & taken.asked.watched) >= 0.9 * len(companies)


def test_whoever_the_registers_put_above_a_watched_company_is_watched(taken: Taken) -> None:
    above = {
        taken.world.body[stake.holder].number
        for number in taken.asked.watched
        for stake in taken.world.stakes_in.get(number, ())
        if stake.holder in taken.world.body and stake.filed_on and stake.filed_on <= TODAY
    }

    assert above - {None} <= taken.asked.watched


@pytest.mark.parametrize("kind", PUBLISHED, ids=lambda kind: kind.__name__)
def test_everything_published_is_held_column_by_column_and_nothing_else(
    taken: Taken, kind: type[Record]
) -> None:
    held = taken.snapshot.every(kind)
    if kind in taken.not_asked:
        assert held == ()
    else:
        assert differences(kind, held, PUBLISHED[kind](taken.asked), taken.asked) == []
        assert held != () or kind is Oddity


def test_every_line_of_accounts_is_as_in_the_books(taken: Taken) -> None:
    filings = [] if AccountsDocument in taken.not_asked else followed(taken.asked)
    tallies = lines_beside_the_books(taken.snapshot, taken.world, filings)
    print(*table(tallies), sep="\n")  # noqa: T201 - shown with `-s`, and where it fails

    assert [words for one in tallies.values() for words in one.amiss] == []
    assert sum(one.compared for one in tallies.values()) >= MOST_LINES * bool(filings)


@pytest.mark.parametrize("kind", [OwnerStatement, CouncilPayment])
def test_nothing_is_held_of_what_no_source_is_served(taken: Taken, kind: type[Record]) -> None:
    assert taken.snapshot.every(kind) == ()


def test_a_document_is_as_long_as_its_publisher_says(taken: Taken) -> None:
    said = {one.document_id: one for one in taken.snapshot.every(FiledDocument)}

    for one in taken.snapshot.every(AccountsDocument):
        about = said[one.document_id]
        assert one.length_bytes == (about.tagged_bytes if about.is_tagged else about.pdf_bytes)
        assert one.pages in {None, about.pages}


def test_what_ofsted_adds_up_itself_is_what_its_rows_give(taken: Taken) -> None:
    lines = list(reconcile(taken.snapshot))
    agree = [one for one in lines if one.ours is not None and one.ours == one.published]

    assert Explanation.UNEXPLAINED not in {one.explanation for one in lines}
    assert len(agree) > 0.99 * len([one for one in lines if None not in {one.ours, one.published}])


def test_nothing_of_a_later_day_is_held(taken: Taken) -> None:
    assert TODAY < LAST_DAY
    assert max(one.public_on for one in taken.snapshot.every(Setting)) <= TODAY
    assert max(one.public_on for one in taken.snapshot.every(Control)) <= TODAY


def test_every_group_that_is_certain_is_inside_a_true_one(taken: Taken) -> None:
    truth = TrueGroups(world=taken.world)
    day = date(2026, 3, 31)
    for group in taken.market().groups:
        companies = {
            one.company for one in group.members if one.certain and one.company in taken.world.body
        }
        heads = {truth.statutory_head(one, day) for one in companies}

        assert len(heads) == 1, (group.head_name, heads)


def test_most_settings_of_companies_under_a_parent_are_in_a_group(taken: Taken) -> None:
    truth, day = TrueGroups(world=taken.world), date(2026, 3, 31)
    held = {one.urn for group in taken.market().groups for one in group.settings}
    owners = {one.urn: one.owner_on(day) for one in taken.world.settings if one.is_open(day)}
    under = {
        urn
        for urn, owner in owners.items()
        if owner and owner in taken.world.body and truth.statutory_head(owner, day) != owner
    }

    assert len(under & held) >= 0.8 * len(under)


def test_an_owner_that_is_matched_is_matched_to_its_own_company(taken: Taken) -> None:
    day = date(2026, 3, 31)
    market = taken.market()
    wrong = [
        (one.name, market.matches[one.key].company_number)
        for one in market.organisations
        for setting in one.settings
        if (number := market.matches[one.key].company_number) is not None
        and taken.world.setting[setting.urn].owner_on(day) != number
    ]

    assert wrong == []


def test_most_owners_that_are_companies_are_matched(taken: Taken) -> None:
    day, market = date(2026, 3, 31), taken.market()
    companies = [
        one.key
        for one in market.organisations
        for owner in {taken.world.setting[s.urn].owner_on(day) for s in one.settings}
        if owner is not None and (body := taken.world.body.get(owner)) and body.number
    ]
    matched = [key for key in companies if market.matches[key].company_number is not None]

    assert len(matched) >= 0.8 * len(companies)


def test_councils_are_no_companies(taken: Taken) -> None:
    councils = {one.name for one in taken.world.bodies if one.form is Form.COUNCIL}
    market = taken.market()

    assert councils
    assert all(
        market.matches[one.key].company_number is None
        for one in market.organisations
        if one.name in councils
    )


def test_whoever_is_above_settings_that_fail_together_is_found(taken: Taken) -> None:
    truth, day = TrueGroups(world=taken.world), date(2026, 3, 31)
    about = [one.subject for one in evaluate(taken.market(), register()) if one.rule == "PO-02"]
    companies = [number for _, _, number in (one.partition(":") for one in about) if number]
    found = {truth.statutory_head(one, day) for one in companies if one in taken.world.body}
    traps = [one for one in taken.world.traps if one.kind is TrapKind.FAILING_GROUP]
    owners = [taken.world.setting[one.touches[0]].owner_on(day) for one in traps]

    assert owners
    assert {truth.statutory_head(one, day) for one in owners if one} <= found


def test_the_first_command_keeps_what_it_takes_in(first: Ran) -> None:
    assert {one.name for one in first.data.iterdir()} >= {"archive", "oversight.sqlite"}


def test_it_says_first_that_all_of_it_is_invented(first: Ran) -> None:
    assert first.out[0] == INVENTED
    assert first.out.count(INVENTED) == 1


def test_it_names_what_it_takes_in_by_title(first: Ran) -> None:
    taken = {line.partition(" records   ")[2] for line in first.out if " documents " in line}

    assert {one.title for one in bulk_sources()} < taken
    assert "Children's social care in England: underlying data" in taken
    assert "Profile of a company" in taken


def test_it_says_who_runs_the_settings(first: Ran) -> None:
    at = first.out.index(
        "Who runs the settings (register as at 31 March 2026, published 15 July 2026):"
    )

    assert re.fullmatch(r"  \d+ settings of \d+ registered organisations", first.out[at + 1])
    assert re.match(r"  \d+ of these are matched to a company, and \d+ groups", first.out[at + 2])
    assert first.out[at + 3].startswith("  the largest: ")


def test_each_rule_says_what_it_asks_and_whom_it_finds(first: Ran) -> None:
    for rule in register():
        at = next(n for n, line in enumerate(first.out) if f"{rule.title} ({rule.code})" in line)

        assert re.search(r": \d+ of \d+ [a-z]", first.out[at])
        assert first.out[at + 1].startswith("    ")


def test_it_says_who_served_it_and_what_to_ask_next(first: Ran) -> None:
    asked = [line for line in first.err if ":  " in line]

    number = len(CATALOGUE.publishers)
    assert first.err[0].startswith(f"rehearsal: {number} publishers serve it")
    assert asked[0].startswith("rehearsal: Why, and on what evidence:  oversight findings ")
    assert asked[1].startswith("rehearsal: Who belongs together:       oversight groups --data ")


def test_every_line_beside_the_data_says_that_it_is_a_rehearsal(
    first: Ran,
) -> None:
    assert [line for line in first.err if not line.startswith("rehearsal: ")] == []


def test_what_it_says_to_ask_next_answers(first: Ran) -> None:
    line = next(line for line in first.err if "Why, and on what evidence:" in line)
    ran = program(*shlex.split(line.partition("  oversight ")[2]), stderr=subprocess.PIPE)
    out, err = ran.communicate(timeout=120)

    assert ran.returncode == 0, err.decode()
    assert "  ask: " in out.decode()
