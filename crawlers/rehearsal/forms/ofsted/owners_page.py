"""The yearly page on the largest owners: headlines and tables in HTML, and no file of data.

Until 2024 it told of private and voluntary providers each summer; since 2025 it is a release of
its own, each November, with supported accommodation.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from crawlers.rehearsal.forms.ofsted import owners
from crawlers.rehearsal.forms.ofsted.owners import OwnerOn, Service
from crawlers.rehearsal.forms.ofsted.register import Register

RELEASE_SINCE = 2025
FIRST_YEAR = 2020


@dataclass(frozen=True, kw_only=True)
class OwnersPage:
    """One year's page, as at 31 March."""

    year: int

    @property
    def title(self) -> str:
        """What the page is called."""
        if self.year >= RELEASE_SINCE:
            return (
                "Main findings: ownership of children's social care providers in England"
                f" {self.year}"
            )
        return (
            f"Largest national providers of private and voluntary social care (March {self.year})"
        )

    def body(self, register: Register, owner_on: OwnerOn) -> str:
        """The page as HTML, below its title."""
        day = date(self.year, 3, 31)
        homes = owners.homes(register, day, owner_on)
        fostering = owners.fostering(register, day, owner_on)
        supported = (
            owners.supported_accommodation(register, day, owner_on)
            if self.year >= RELEASE_SINCE
            else None
        )
        findings = "".join(f"<li>{each}</li>" for each in _findings(homes, fostering, supported))
        tables = "".join(_tables(self.year, homes, fostering, supported))
        return (
            f'<div class="govspeak"><h2 id="main-findings">Main findings</h2><ul>{findings}</ul>'
            "<p>Rehearsal: every owner and number on this page is invented. Ownership is as at"
            f" 31 March {self.year}. Fostering places are rounded to the nearest 5.</p>"
            f"{tables}</div>"
        )


def _findings(homes: Service, fostering: Service, supported: Service | None) -> Iterator[str]:
    yield _largest(homes, "children’s homes")
    yield (
        f"{_largest(fostering, 'fostering places of independent fostering agencies')}:"
        f" {sum(each.measure for each in fostering.largest):,} of {fostering.total:,} places"
    )
    if supported is not None:
        yield _largest(supported, "supported accommodation premises")
    yield f"{homes.single:,} children’s homes and {fostering.single:,} agencies had a single owner"


def _largest(service: Service, what: str) -> str:
    share = service.share(service.largest)
    return f"The {len(service.largest):,} largest owners accounted for {share:.0%} of all {what}"


def _tables(
    year: int, homes: Service, fostering: Service, supported: Service | None
) -> Iterator[str]:
    yield _table(
        f"Table 1: Owners of the largest number of children’s homes, as at 31 March {year}",
        ("Owner", "Number of children’s homes", "Number of places", "Percentage of all homes"),
        [
            (each.owner, _number(each.measure), _number(each.places or 0), _share(homes, at))
            for at, each in enumerate(homes.largest)
        ],
    )
    yield _table(
        f"Table 2: Owners of the largest number of fostering places, as at 31 March {year}",
        ("Owner", "Number of agencies", "Number of places", "Percentage of all agency places"),
        [
            (each.owner, _number(each.settings), _number(each.measure), _share(fostering, at))
            for at, each in enumerate(fostering.largest)
        ],
    )
    if supported is not None:
        yield _table(
            "Table 3: Owners of the largest number of supported accommodation premises, as at"
            f" 31 March {year}",
            ("Owner", "Number of providers", "Number of premises", "Percentage of all premises"),
            [
                (each.owner, _number(each.settings), _number(each.measure), _share(supported, at))
                for at, each in enumerate(supported.largest)
            ],
        )


def _number(number: int) -> str:
    return f"{number:,}"


def _share(service: Service, at: int) -> str:
    return f"{service.share([service.largest[at]]):.0%}"


def _table(title: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in headings)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    identity = title.partition(":")[0].lower().replace(" ", "-")
    return (
        f'<h3 id="{identity}">{escape(title)}</h3>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )
