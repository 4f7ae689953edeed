"""What stands on GOV.UK: each release with its files and pages, and what its page notes of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from crawlers.rehearsal.forms.ofsted import publication_days
from crawlers.rehearsal.forms.ofsted.corrections import correction
from crawlers.rehearsal.forms.ofsted.issues import (
    Issue,
    every_january_issue,
    every_yearly_issue,
)
from crawlers.rehearsal.forms.ofsted.owners import KnownOwner
from crawlers.rehearsal.forms.ofsted.owners_page import FIRST_YEAR, RELEASE_SINCE, OwnersPage
from crawlers.rehearsal.forms.ofsted.register import Register
from crawlers.rehearsal.forms.ofsted.reissuing import NOTE, with_reissues
from crawlers.rehearsal.forms.ofsted.year import march
from crawlers.rehearsal.publishing import Reissue
from crawlers.rehearsal.world.world import World

COLLECTION = "/government/collections/childrens-social-care-statistics"
SIX_MONTHLY = (
    "/government/publications/inspection-and-regulation-of-childrens-social-care-providers"
)
LARGEST = (
    "/government/publications/inspection-outcomes-of-the-largest-childrens-social-care-providers"
)
_DATA_IN_SLUG_UNTIL, _DOCUMENTS_UNTIL = 2023, 2021


@dataclass(frozen=True, kw_only=True)
class Change:
    """One line of a page's history."""

    on: date
    note: str


@dataclass(frozen=True, kw_only=True)
class HtmlPage:
    """One document of a release that is a page and no file."""

    base_path: str
    title: str
    published_on: date
    body: Callable[[], str]


@dataclass(frozen=True, kw_only=True)
class Release:
    """One page of the collection, with what is attached to it."""

    base_path: str
    title: str
    description: str
    document_type: str
    changes: tuple[Change, ...]
    """Oldest first; never empty."""
    files: tuple[Issue, ...] = ()
    pages: tuple[HtmlPage, ...] = ()
    is_old_shape: bool = False
    """Whether the page gives its attachments only as pieces of HTML, as older ones do."""

    def on(self, today: date) -> "Release | None":
        """The page as it stands on a day; None before it is there."""
        changes = tuple(one for one in self.changes if one.on <= today)
        if not changes:
            return None
        return replace(
            self,
            changes=changes,
            files=tuple(one for one in self.files if one.is_current(today)),
            pages=tuple(one for one in self.pages if one.published_on <= today),
        )


def releases(
    world: World, owner_on: KnownOwner, reissues: Sequence[Reissue] = ()
) -> tuple[Release, ...]:
    """Every release of a world from its first day to its last, whatever the day is.

    A yearly one that is put out again notes it, and lists the file of that day from then on.
    """
    register = Register(world=world)
    found = [*_yearly(register, reissues), *_six_monthly(world), *_owners(register, owner_on)]
    return tuple(found)


def _yearly(register: Register, reissues: Sequence[Reissue]) -> Iterator[Release]:
    issues = with_reissues(every_yearly_issue(register.world), reissues, register.world.seed)
    for year, each in groupby(issues, key=lambda one: one.year):
        files = tuple(each)
        wrong = correction(register, march(year))
        data = "-data" if year <= _DATA_IN_SLUG_UNTIL else ""
        first = Change(on=publication_days.july(year), note="First published.")
        corrected = () if wrong is None else (Change(on=wrong.on, note=wrong.note),)
        again = (Change(on=one.issued_on, note=NOTE) for one in files if one.reissue is not None)
        yield Release(
            base_path=f"/government/statistics/childrens-social-care{data}-in-england-{year}",
            title=f"Children's social care{data.replace('-', ' ')} in England {year}",
            description=(
                "Rehearsal: invented inspection data, providers and places of children's social"
                " care."
            ),
            document_type="official_statistics",
            changes=(first, *sorted((*corrected, *again), key=lambda one: one.on)),
            files=files,
            is_old_shape=year <= _DOCUMENTS_UNTIL,
        )


def _six_monthly(world: World) -> Iterator[Release]:
    files = tuple(every_january_issue(world))
    if files:
        yield Release(
            base_path=SIX_MONTHLY,
            title="Inspection and regulation of children's social care providers",
            description="Rehearsal: an invented register as at 30 September.",
            document_type="transparency",
            changes=tuple(
                Change(
                    on=one.issued_on,
                    note=f"Added data as at 30 September {one.year}."
                    if number
                    else "First published.",
                )
                for number, one in enumerate(files)
            ),
            files=files,
        )


def _owners(register: Register, owner_on: KnownOwner) -> Iterator[Release]:
    world = register.world
    told = {
        year: on
        for year in range(FIRST_YEAR, world.last_day.year + 1)
        if (on := publication_days.owners(year)) is not None
        and on <= world.last_day
        and date(year, 3, 31) >= world.first_day
    }
    earlier = [year for year in told if year < RELEASE_SINCE]
    if earlier:
        yield Release(
            base_path=LARGEST,
            title="Inspection outcomes of the largest children's social care providers",
            description="Rehearsal: invented owners of homes and fostering agencies.",
            document_type="transparency",
            changes=tuple(
                Change(on=told[year], note=f"Added data as at 31 March {year}.") for year in earlier
            ),
            pages=tuple(
                _page(f"{LARGEST}/{_slug(_earlier(year))}", year, told[year], register, owner_on)
                for year in earlier
            ),
        )
    for year, on in told.items():
        if year >= RELEASE_SINCE:
            path = (
                "/government/statistics/ownership-of-childrens-social-care-providers-in-england"
                f"-{year}"
            )
            slug = _slug(f"main-findings-{path.rpartition('/')[2]}")
            yield Release(
                base_path=path,
                title=f"Ownership of children's social care providers in England {year}",
                description="Rehearsal: invented owners of homes, agencies and accommodation.",
                document_type="official_statistics",
                changes=(Change(on=on, note="First published."),),
                pages=(_page(f"{path}/{slug}", year, on, register, owner_on),),
            )


def _earlier(year: int) -> str:
    return f"largest national providers of private and voluntary social care march {year}"


def _page(path: str, year: int, on: date, register: Register, owner_on: KnownOwner) -> HtmlPage:
    page = OwnersPage(year=year)
    return HtmlPage(
        base_path=path,
        title=page.title,
        published_on=on,
        body=lambda: page.body(register, lambda setting, day: owner_on(setting, day, on)),
    )


def _slug(title: str) -> str:
    return title.replace(" ", "-")
