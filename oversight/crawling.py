"""Crawl: the registers, the bulk products, and every company on the watch list and above it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time

from crawlers.asking import Turns
from crawlers.crawling import crawl, held, runs
from crawlers.intake import Intake, Opening
from crawlers.looping import run
from crawlers.problem import SPENT, STOPPED, Problem
from crawlers.publishing import Crawled, Publishing
from crawlers.source import Source
from crawlers.sources import bulk_sources, kept_sources, sources
from crawlers.work import Errand, Held, Work
from db import store
from db.saving import OpenRun
from db.tables import World
from oversight.bulk_parts import CONTROL_SNAPSHOT
from oversight.campaign import Campaign
from oversight.crawl_companies import CompanyPlan, planned
from oversight.crawl_kept import crawl_kept
from oversight.crawl_products import crawl_products
from oversight.freshness import Freshness
from oversight.register_plan import register_lines
from oversight.still_open import still_open
from oversight.taking_in import TakenIn, take_in_our_tables
from oversight.watching import watch_all, watched

NAMED = 20
"""How many numbers that a register does not know are named."""

NOBODY_WATCHED = (
    "no company is watched yet, so that none is asked about: the owners that a register of Ofsted's"
    " names are; crawl ofsted_annual first, then companies_house_company_data and"
    " companies_house_control_snapshot"
)


def begun(campaign: Campaign) -> Campaign:
    """The same, on the day of its site; raises WrongWorldError where the data is the other's.

    A rehearsal's day is the site's: what is held may not be of a later one.
    """
    place, site = campaign.place, campaign.site
    store.stamp(place.engine, site.world, site.today, site.market)
    take_in_our_tables(place)
    if site.today is None:
        return replace(campaign, place=replace(place, world=site.world))
    noon = datetime.combine(site.today, time(12), tzinfo=UTC)
    return replace(campaign, place=replace(place, world=site.world, now=noon))


def crawl_everything(
    campaign: Campaign, keys: Collection[str]
) -> tuple[list[TakenIn], list[Problem]]:
    """Crawl these sources, each after those that it rests on; what came of it, and what is amiss.

    First the registers, then the bulk products, then what is due of every company that these say
    is to be watched. Where the crawl is stopped, what comes later is not begun.
    """
    campaign = begun(campaign)
    turns = Turns(campaign.terms())
    began = turns.terms.ticks.now()
    chosen = [
        source for source in sources() if source.key in keys and _lets_us_in(campaign, source)
    ]
    products = [source for source in bulk_sources() if source.key in keys]
    registers = crawl_registers(campaign, turns, chosen)
    taken = [as_taken_in(one) for one in registers]
    problems = [problem for one in registers for problem in one.problems]
    later = (
        lambda: crawl_products(campaign, turns, products),
        lambda: crawl_kept(campaign, turns, [one for one in kept_sources() if one.key in keys]),
        lambda: crawl_companies(campaign, turns, chosen),
    )
    for crawls in later:
        if not _has_stopped(problems):
            found, amiss = crawls()
            taken += found
            problems += amiss
    campaign.tally.sent = turns.asked.total()
    campaign.tally.seconds = turns.terms.ticks.now() - began
    campaign.told([campaign.tally.after()])
    return taken, problems


def _has_stopped(problems: Sequence[Problem]) -> bool:
    return any(problem.what in {STOPPED, SPENT} for problem in problems)


def _lets_us_in(campaign: Campaign, source: Source) -> bool:
    """True for a source none of whose hosts asks for a key that we have not."""
    return campaign.authorization is not None or not source.asks_for_a_key


def crawl_registers(campaign: Campaign, turns: Turns, chosen: Sequence[Source]) -> list[Crawled]:
    """Crawl the sources that begin at an address of their own."""
    mine = [source for source in chosen if not source.is_of_companies]
    if not mine:
        return []
    with runs(campaign.place, mine, campaign.place.now) as open_runs:
        errands = [
            Errand(
                source=source.key,
                url=campaign.site.hosts.url(start.host, start.path),
                signpost=start.to,
            )
            for source in mine
            for start in source.starts
        ]
        fresh = Freshness.of(campaign.place, mine, also=_ids(open_runs))
        errands += [errand for one in mine for errand in still_open(campaign, one, fresh)]
        campaign.told([line for source in mine for line in register_lines(campaign, source, fresh)])
        campaign.told([campaign.tally.before(campaign.most)])
        return _crawled(campaign, turns, mine, open_runs, errands, fresh=fresh, plan=None)


def crawl_companies(
    campaign: Campaign, turns: Turns, chosen: Sequence[Source]
) -> tuple[list[TakenIn], list[Problem]]:
    """Crawl what is due of every watched company, until the registers name nobody new above.

    Whatever is chosen, the watch list is made from the products that are held: without a key, they
    are what says who controls whom.
    """
    mine = [source for source in chosen if source.is_of_companies]
    taken, problems = _watch(campaign)
    asked: set[str] = set()
    while mine:
        numbers = watched(campaign.place) - asked
        if not numbers:
            if not asked:
                campaign.told([NOBODY_WATCHED])
            break
        asked |= numbers
        found = _crawl_these(campaign, turns, mine, numbers)
        taken += [as_taken_in(one) for one in found]
        problems += [problem for one in found for problem in one.problems]
        if not all(one.is_published for one in found):
            break
        listed, amiss = _watch(campaign)
        taken += listed
        problems += amiss
    return taken, problems


def _crawl_these(
    campaign: Campaign, turns: Turns, mine: Sequence[Source], numbers: Collection[str]
) -> list[Crawled]:
    """Crawl what is due of these companies."""
    place = campaign.place
    with runs(place, mine, place.now) as open_runs:
        also = _ids(open_runs)
        fresh = Freshness.of(place, mine, also=also)
        plan = planned(place, campaign.site.hosts, mine, numbers, fresh=fresh, also=also)
        campaign.tally.expect(plan.expected, plan.expected_s)
        campaign.told([*plan.words, campaign.tally.before(campaign.most)])
        return _crawled(campaign, turns, mine, open_runs, plan.errands, fresh=fresh, plan=plan)


def as_taken_in(crawled: Crawled) -> TakenIn:
    """The same, as what somebody hands over is told."""
    return TakenIn(
        source=crawled.source,
        adopted=crawled.adopted,
        saved=crawled.saved,
        drift=crawled.drift,
        is_published=crawled.is_published,
        is_hindered=bool(crawled.problems),
    )


def _watch(campaign: Campaign) -> tuple[list[TakenIn], list[Problem]]:
    """Read what the control snapshot says of whoever is watched, and of whoever that names."""
    refused: list[Exception] = []
    taken = watch_all(campaign.place, campaign.progress, refused.append)
    source = next((one.source for one in taken), CONTROL_SNAPSHOT)
    return taken, [Problem(source=source, what="refused", why=str(error)) for error in refused]


def _ids(open_runs: Mapping[str, OpenRun]) -> list[int]:
    return [run.id for run in open_runs.values()]


def _crawled(
    campaign: Campaign,
    turns: Turns,
    mine: Sequence[Source],
    open_runs: Mapping[str, OpenRun],
    errands: Sequence[Errand],
    *,
    fresh: Freshness,
    plan: CompanyPlan | None,
) -> list[Crawled]:
    """Do the errands, and those that earlier crawls left half done, and publish what is whole.

    Each source at once when it has come to its end, whatever others have left to do.
    """
    place = campaign.place
    is_daily: Callable[[str], bool] = plan.is_daily if plan is not None else lambda _: False
    adopted = standing(
        held(place, open_runs), errands, fresh, is_planned=plan is not None, is_daily=is_daily
    )
    replays: Mapping[Errand, Held] = plan.replays if plan is not None else {}
    again = {(errand.source, errand.url): one for errand, one in replays.items()}
    opening = Opening(
        database=place.engine.url.render_as_string(hide_password=False),
        archive=place.archive.folder,
        runs=open_runs,
        world=campaign.site.world,
    )
    floors = {source.key: source.floors for source in mine if campaign.site.world is World.REAL}
    publishing = Publishing(place=place, open_runs=open_runs, floors=floors, moment=campaign.moment)
    intake = Intake.beginning(opening)
    try:
        work = Work(
            sources={source.key: source for source in mine},
            hosts=campaign.site.hosts,
            intake=intake,
            errands=[
                *(Errand(source=source, url=url) for source, url in adopted),
                *replays,
                *errands,
            ],
            now=campaign.moment,
            held={**again, **adopted},
            body_of=place.archive.get,
            first_seen=campaign.first_seen,
            told=campaign.count,
            ended=publishing.ended,
            is_wanted=plan.is_wanted if plan is not None else fresh.is_wanted,
            is_held=fresh.is_held,
            named=plan.named if plan is not None else lambda _number, _categories: (),
        )
        run(crawl(work, turns, campaign.agent))
    finally:
        intake.close()
    crawled = list(publishing.rest(work))
    campaign.told([line for one in crawled for line in _unknown(one)])
    return crawled


def standing(
    adopted: Mapping[tuple[str, str], Held],
    errands: Sequence[Errand],
    fresh: Freshness,
    *,
    is_planned: bool,
    is_daily: Callable[[str], bool] = lambda _: False,
) -> dict[tuple[str, str], Held]:
    """What unclosed runs fetched that need not be asked for: all but what is due again by now.

    A plan has been told of it, and names what is due, beside the later pages of what it asks daily;
    what only pages lead to is due by its age.
    """
    marked = {
        key: replace(one, is_old=one.fetched_at.date() < fresh.today)
        for key, one in adopted.items()
    }
    if is_planned:
        due = {(errand.source, errand.url) for errand in errands}
        due |= {key for key, one in marked.items() if one.is_old and is_daily(key[1])}
    else:
        due = {key for key, one in marked.items() if one.is_old and fresh.is_wanted(*key, False)}
    return {key: one for key, one in marked.items() if key not in due}


def _unknown(crawled: Crawled) -> list[str]:
    """Whom the register does not know, told once, when it says so."""
    numbers = [url.rpartition("/")[2] for url in crawled.unknown]
    if not numbers:
        return []
    more = f", and {len(numbers) - NAMED:,} more" if len(numbers) > NAMED else ""
    named = ", ".join(numbers[:NAMED])
    return [f"numbers that the register does not know: {len(numbers):,}: {named}{more}"]
