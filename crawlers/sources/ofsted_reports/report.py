"""A report on one visit: of all that it says, whose the setting is and when it was visited.

The details at its end stand under labels. Each label is read or ignored by name, for people's
names stand there too: a new one stops the reading, so that nobody's name passes for an address.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from crawlers.naming import has_an_office, is_an_organisation
from crawlers.noting import note_fact
from crawlers.reading import SourceChangedError, plain
from crawlers.sources.ofsted_reports.pages import SOCIAL_CARE
from crawlers.sources.ofsted_reports.report_text import pages
from db.records import Document, Record, ReportedProvider

URN, SUB_TYPE = "unique reference number", "provision sub-type"
PROVIDER, ADDRESS = "registered provider", "registered provider address"
READ = (URN, SUB_TYPE, PROVIDER, ADDRESS)
NOT_READ = (
    "responsible individual",
    "responsible individuals",
    "registered manager",
    "registered managers",
    "nominated individual",
    "manager",
    "telephone number",
    "email address",
    "email",
    "website",
    "social care unique reference number",
    "dfe registration number",
)
"""People, and how to reach them."""
NOT_GIVEN = frozenset({"not given", "not applicable", "n/a", "not stated", "-", ""})
_HEADING = re.compile(r"^(?!.*:).{3,90}\bdetails$", re.IGNORECASE)
_END = re.compile(
    r"^(inspectors?\b|ofsted inspectors?\b|the office for standards|contact us)", re.IGNORECASE
)
_LABEL = re.compile(r"^([A-Z][A-Za-z' /()-]{2,48}?) ?:(?!//)\s*(.*)$")
_POSTCODE = re.compile(r"(?:^|[\s,])([A-Z]{1,2}\d[A-Z0-9]? ?\d[A-Z]{2})\W*$", re.IGNORECASE)
_VISITED = re.compile(r"^(?:inspection|visit) dates?:\s*(.+)$", re.IGNORECASE)
_PUBLISHED = re.compile(r"^published(?: on)?:\s*(.+)$", re.IGNORECASE)
_FIRST_DAY = re.compile(r"(\d{1,2})[^A-Z]*([A-Z][a-z]+)(.*?)(20\d\d)")


@dataclass(frozen=True, kw_only=True)
class Details:
    """The labelled lines at the end of a report, and the page on which they begin."""

    page: int
    said: dict[str, str]


def parse(document: Document) -> Iterator[Record]:
    """Yield the registered provider of one report; SourceChangedError where it has no details."""
    found = _details(document)
    if found is None:
        raise SourceChangedError(
            document,
            "",
            "no details with a unique reference number and a registered provider; if reports word"
            " them otherwise now, this source's file must learn the words",
        )
    urn = found.said[URN].replace(" ", "")
    if not SOCIAL_CARE.fullmatch(urn):
        raise _changed(document, found, f"{urn!r} is no reference number in social care")
    name = _given(found.said[PROVIDER])
    is_shown = name is not None and is_an_organisation(name)
    address = found.said.get(ADDRESS, "") if name is not None and has_an_office(name) else ""
    record = ReportedProvider(
        cite=document.cite(f"page={found.page}"),
        public_on=_published_on(document) or document.fetched_at.date(),
        urn=urn,
        inspected_on=_day_under(document, _VISITED),
        published_on=_published_on(document),
        provision_sub_type=_given(found.said.get(SUB_TYPE, "")),
        registered_provider=name if is_shown else None,
        office_address=_given(_POSTCODE.sub("", address).strip(" ,")),
        office_postcode=_postcode(address),
        provider_withheld=name is not None and not is_shown,
    )
    for label, value in (
        ("Unique reference number", urn),
        ("Provision sub-type", record.provision_sub_type),
        ("Registered provider", record.registered_provider),
        ("Registered provider address", record.office_address),
    ):
        note_fact(f"page={found.page}", label, value or "not shown")
    yield record


def recognises(document: Document) -> bool:
    """True for a PDF whose text speaks of Ofsted or has a report's details; it never raises."""
    try:
        said = pages(document)
    except SourceChangedError:
        return False
    return any(
        "ofsted" in plain(page) or "social care common inspection framework" in plain(page)
        for page in said
    )


def tells_of_a_provider(document: Document) -> bool:
    """True for a report with the label of a registered provider in it."""
    return any(
        plain(line).startswith(f"{PROVIDER}:")
        for page in pages(document)
        for line in page.splitlines()
    )


def _details(document: Document) -> Details | None:
    """The last of the report's sections whose heading ends in `details`."""
    lines = [
        (number, " ".join(line.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split()))
        for number, page in enumerate(pages(document), start=1)
        for line in page.splitlines()
    ]
    starts = [at for at, (_, line) in enumerate(lines) if _HEADING.match(line)]
    for at in reversed(starts):
        said = _labelled(document, lines[at + 1 :])
        if URN in said and PROVIDER in said:
            return Details(page=lines[at][0], said=said)
    return None


def _labelled(document: Document, lines: list[tuple[int, str]]) -> dict[str, str]:
    """Values by label, each to the next label; those that are not read are dropped at once."""
    said: dict[str, list[str]] = {}
    label = ""
    for page, line in lines:
        if _END.match(line):
            break
        begins = _LABEL.match(line)
        if begins is not None:
            label = plain(begins[1])
            if URN in said and label not in (*READ, *NOT_READ):
                raise SourceChangedError(
                    document,
                    f"page={page}",
                    f"a new label {begins[1]!r} among the details; read it or ignore it by name in"
                    " this source's file",
                )
        if label in READ and (begins is None or begins[2]):
            said.setdefault(label, []).append(line if begins is None else begins[2])
    return {name: " ".join(" ".join(found).split()) for name, found in said.items()}


def _given(written: str) -> str | None:
    return None if plain(written) in NOT_GIVEN else written


def _postcode(address: str) -> str | None:
    found = _POSTCODE.search(address)
    return None if found is None else found[1].upper()


def _published_on(document: Document) -> date | None:
    return document.published_on or _day_under(document, _PUBLISHED)


def _day_under(document: Document, label: re.Pattern[str]) -> date | None:
    """The first day that a line under a label gives: of `12 and 13 March 2025`, the 12th."""
    for number, page in enumerate(pages(document), start=1):
        for line in page.splitlines():
            found = label.match(line.strip())
            if found is not None:
                return _first_day(document, number, found[1])
    return None


def _first_day(document: Document, page: int, written: str) -> date:
    found = _FIRST_DAY.search(written)
    try:
        number, month, between, year = found.groups() if found else ("", "", "", "")
        text = f"{number} {month} {year}"
        first = datetime.strptime(text, "%d %B %Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise SourceChangedError(
            document,
            f"page={page}",
            f"cannot read the day {written!r}; if reports write days otherwise now, this source's"
            " file must learn to read them",
        ) from None
    is_over_new_year = month == "December" and "January" in between
    return first.replace(year=first.year - 1) if is_over_new_year else first


def _changed(document: Document, found: Details, problem: str) -> SourceChangedError:
    return SourceChangedError(
        document, f"page={found.page}", f"{problem}; download the report again, or look at it"
    )
