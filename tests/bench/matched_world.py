"""A rehearsal's market as a crawl would give it, made without crawling, and who owners really are.

What is published is put together as the tests of the crawl do that hold its records beside the
truth. The index is read from the product of company data of the rehearsal's day. Companies are
watched as the monitor does it: those that owners of any register may be, those that people decided
about, and all above them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from crawlers.bulk import BulkFile
from crawlers.rehearsal.calibration import TODAY
from crawlers.rehearsal.forms.companies_house.company_data import chunks
from crawlers.rehearsal.world.bodies import Body
from crawlers.rehearsal.world.world import World
from crawlers.sources.companies_house_company_data import read
from db.company_index import CompanyIndex
from db.records import (
    AccountsStatement,
    Charity,
    Company,
    Control,
    ControlStatement,
    FiledAccounts,
    Officer,
    PreviousName,
    Record,
    RegisterExtract,
    ReportedProvider,
    Setting,
    SicCode,
)
from db.snapshot import Snapshot
from oversight.bulk_parts import companies_named, names_in
from oversight.decisions import NO_DECISIONS, Decisions
from oversight.market import Market
from oversight.named_parents import names_said
from oversight.organisations import Organisation
from oversight.policy import packaged_policy
from oversight.watching import companies_in, named_above
from tests.bench.named_in_accounts import accounts_naming_parents
from tests.end_to_end.beside import Asked
from tests.end_to_end.published_truth import PUBLISHED

R = TypeVar("R", bound=Record)
SHA256 = "0" * 64
NOON = datetime.combine(TODAY, time(12), tzinfo=UTC)
ADDRESS = "http://data.companieshouse.gov.uk/doc"
ANYWAY = (Setting, ReportedProvider, Charity)
"""What is published of everybody."""
OF_COMPANIES = (
    Officer,
    Company,
    PreviousName,
    SicCode,
    Control,
    ControlStatement,
    RegisterExtract,
)
"""What is asked about companies that are watched."""
Shelf = dict[type[Record], tuple[Record, ...]]


@dataclass(frozen=True, kw_only=True)
class MatchedWorld:
    """One world, as a monitor comes to know it."""

    world: World
    index: CompanyIndex
    anyway: Shelf = field(repr=False)
    """What is published of everybody."""
    of_companies: Shelf = field(repr=False)
    """What is published of any company."""
    accounts: Shelf = field(repr=False)
    """What accounts of any company say of who is above it."""

    def market(self, day: date = TODAY, decisions: Decisions = NO_DECISIONS) -> Market:
        """Its market on a day, by what is known today and what people decided."""
        watched = self._watched(decisions)
        shelf = self.anyway | {
            kind: tuple(one for one in every if getattr(one, "company_number", None) in watched)
            for kind, every in self.of_companies.items()
        }
        shelf |= self._accounts_of(watched)
        snapshot = Snapshot(as_of=day, known_at=NOON, shelf=shelf)
        filed = replace(snapshot, as_of=TODAY)
        market = Market(
            snapshot=snapshot, policy=packaged_policy(), decisions=decisions, filed=filed
        )
        return replace(
            market,
            index=names_in(self.index, market.settings, decisions.companies),
            registered=companies_named(self.index, snapshot.every(Control), names_said(filed)),
        )

    def _accounts_of(self, watched: frozenset[str]) -> Shelf:
        sets = [one for one in self.accounts[FiledAccounts] if isinstance(one, FiledAccounts)]
        said = self.accounts[AccountsStatement]
        kept = [one for one in sets if one.entity_number in watched]
        documents = {one.document_id for one in kept}
        return {
            FiledAccounts: tuple(kept),
            AccountsStatement: tuple(
                one for one in said if getattr(one, "document_id", None) in documents
            ),
        }

    def owners(self, organisation: Organisation, day: date) -> Mapping[str, Body | None]:
        """Who really owns each setting of an organisation on a day, by URN; None for nobody."""
        of = {one.urn: self.world.setting[one.urn].owner_on(day) for one in organisation.settings}
        return {urn: self.world.body.get(key or "") for urn, key in of.items()}

    def owner(self, organisation: Organisation, day: date) -> Body | None:
        """Who an organisation really is; None where several own its settings, or nobody does."""
        found = list(self.owners(organisation, day).values())
        return found[0] if all(one == found[0] for one in found) else None

    def _watched(self, decisions: Decisions) -> frozenset[str]:
        """The companies that owners may be, and all above them, as `oversight.watching` has it."""
        found = self._of_owners | decisions.companies
        while new := self._above(found) - found:
            found |= new
        return found

    @cached_property
    def _of_owners(self) -> frozenset[str]:
        settings = [one for one in self.anyway[Setting] if isinstance(one, Setting)]
        numbers = {one.owner_company_number for one in settings if one.owner_company_number}
        return frozenset(companies_in(names_in(self.index, settings)) | numbers)

    def _above(self, companies: frozenset[str]) -> frozenset[str]:
        entries = [one for one in self._controls if one.company_number in companies]
        numbers = {one.holder_company_number for one in entries if one.holder_company_number}
        return frozenset(numbers | named_above(self.index, entries))

    @cached_property
    def _controls(self) -> list[Control]:
        return [one for one in self.of_companies.get(Control, ()) if isinstance(one, Control)]


def made(
    world: World, folder: Path, of_companies: Iterable[type[Record]] = OF_COMPANIES
) -> MatchedWorld:
    """A world as it is published, its index in a folder; of companies only these kinds are made."""
    companies = frozenset(one.key for one in world.companies)
    return MatchedWorld(
        world=world,
        index=indexed(world, folder),
        anyway=_shelf(ANYWAY, world, frozenset()),
        of_companies=_shelf(of_companies, world, companies),
        accounts=accounts_naming_parents(Asked(world=world, crawled=(TODAY,), watched=companies)),
    )


def indexed(world: World, folder: Path) -> CompanyIndex:
    """The index that the product of the rehearsal's day is read into."""
    product, part = folder / "companies.csv", folder / "companies.parquet"
    product.write_bytes(b"".join(chunks(world, TODAY, ADDRESS)))
    read(BulkFile(url="file:companies.zip", fetched_at=NOON, sha256=SHA256, path=product), part)
    product.unlink()
    return CompanyIndex(part=part, sha256=SHA256)


def records(kind: type[R], asked: Asked) -> Iterator[R]:
    """What was published of one kind, as records of rows that nobody serves."""
    blank = dict.fromkeys(kind.model_fields)
    for number, row in enumerate(PUBLISHED[kind](asked)):
        yield kind.model_validate({**blank, **row, "cite": f"sha256:{SHA256}#row={number}"})


def _shelf(kinds: Iterable[type[Record]], world: World, companies: frozenset[str]) -> Shelf:
    asked = Asked(world=world, crawled=(TODAY,), watched=companies)
    return {kind: tuple(records(kind, asked)) for kind in kinds}
