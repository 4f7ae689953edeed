"""What the truth says Ofsted's reports site showed: pages, reports, and providers by a report."""

import re
from collections.abc import Iterator

from crawlers.rehearsal import words
from crawlers.rehearsal.forms.ofsted.reports_listing import KINDS, file_numbers
from crawlers.rehearsal.world.bodies import Address, Form
from crawlers.rehearsal.world.settings import Inspection, Setting
from tests.end_to_end.beside import Asked, Row

SCHOOLS = (words.BOARDING, words.SPECIAL_SCHOOL, words.COLLEGE)
"""Settings whose reports name no registered provider: theirs are not followed."""
PEOPLE = frozenset({Form.SOLE_TRADER, Form.PARTNERSHIP})
HAS_AN_OFFICE = re.compile(
    r"\b(limited|ltd|llp|plc|cic|company|council|trust|charity|foundation|society|nhs)\b",
    re.IGNORECASE,
)
"""Names of legal forms, and of public and charitable bodies: at their offices nobody lives."""


def pages(asked: Asked) -> Iterator[Row]:
    """Yield the page of each registration that was open on a day of crawling.

    One that left the search since is asked for once more, and says that it is closed.
    """
    for one in _seen(asked):
        is_open = one.is_open(asked.today)
        yield {
            "public_on": asked.today,
            "urn": one.urn,
            "category": KINDS[one.provision_type.casefold()].category,
            "local_authority": asked.world.council[one.council].on(asked.today).ofsted_name,
            "status": "Open" if is_open else "Closed",
            "registered_on": one.registered_on,
            "closed_on": None if is_open else one.left_on,
        }


def reports(asked: Asked) -> Iterator[Row]:
    """Yield each report that is out of a registration that was open on a day of crawling."""
    numbers = file_numbers(asked.world)
    for setting in _seen(asked):
        for one in _out(asked, setting):
            yield {
                "public_on": one.published_on,
                "urn": one.urn,
                "report_number": str(numbers[one.event_number, one.urn]),
                "event_type": one.kind,
                "inspected_on": one.inspected_on,
                "published_on": one.published_on,
            }


def providers(asked: Asked) -> Iterator[Row]:
    """Yield whom the newest report of each such registration names as its provider."""
    for setting in _seen(asked):
        out = _out(asked, setting)
        if out and not setting.is_one_of(*SCHOOLS):
            newest = max(out, key=lambda one: (one.published_on, one.event_number))
            yield {
                "public_on": newest.published_on,
                "urn": newest.urn,
                "inspected_on": newest.inspected_on,
                "published_on": newest.published_on,
                "provision_sub_type": setting.provision_type,
                **_provider(asked, setting, newest),
            }


def _seen(asked: Asked) -> list[Setting]:
    return [one for one in asked.world.settings if any(map(one.is_open, asked.crawled))]


def _out(asked: Asked, setting: Setting) -> list[Inspection]:
    visits = asked.world.inspections_of.get(setting.urn, ())
    return [one for one in visits if one.published_on <= asked.today]


def _provider(asked: Asked, setting: Setting, visit: Inspection) -> Row:
    """Who runs it, as Ofsted writes it, and where its office is; of people, nothing."""
    body = asked.world.body.get(setting.owner_on(visit.inspected_on) or "")
    text = setting.owner_text_at(visit.inspected_on)
    if body is None or body.form in PEOPLE:
        return {
            "registered_provider": None,
            "office_address": None,
            "office_postcode": None,
            "provider_withheld": body is not None,
        }
    office = body.office_on(visit.inspected_on)
    name = text if isinstance(text, str) else body.name_on(visit.inspected_on)
    has_an_office = HAS_AN_OFFICE.search(name) is not None
    return {
        "registered_provider": name.strip(),
        "office_address": _line(office) if has_an_office else None,
        "office_postcode": office.postcode if has_an_office else None,
        "provider_withheld": False,
    }


def _line(office: Address) -> str:
    return f"{office.premises} {office.street}, {office.town}"
