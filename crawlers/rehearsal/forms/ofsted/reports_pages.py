"""The reports site's pages as HTML, with the marks by which its readers find things."""

from collections.abc import Iterator, Mapping
from html import escape

from crawlers.rehearsal.forms.ofsted.register import Key
from crawlers.rehearsal.forms.ofsted.reports_listing import Listed, written
from crawlers.rehearsal.forms.ofsted.reports_search import Found
from crawlers.rehearsal.world.settings import Inspection, Setting

_WITHHELD = "We cannot publish the address of some people and organisations"


def results(found: Found, canonical: str) -> str:
    """A page of search results."""
    count = (
        '<div class="search-results__heading"><h2><strong class="results-count js-results-count">'
        f"{found.total}</strong><strong> results</strong></h2></div>"
    )
    listed = "".join(map(_result, found.listed))
    return _page(
        "Search - Find an Inspection Report",
        canonical,
        '<h1 class="heading--title title-block__heading">Search results</h1>'
        f'<div class="visible-xs">{count}</div>'
        '<div class="col two-thirds-sm main-column search-results">'
        f'<div class="visible-sm visible-md visible-lg">{count}</div>'
        f'<ul class="results-list list-unstyled">{listed}</ul>{_pagination(found)}'
        '<div class="results-map"><div class="info message-hidden" aria-hidden="true"'
        f' id="redactedMessage">{_WITHHELD}</div></div></div>',
    )


def _result(one: Listed) -> str:
    address = (
        ""
        if one.address is None
        else f'<address class="search-result__address">{escape(one.address)}</address>'
    )
    latest = (
        ""
        if one.latest is None
        else f"<li>Latest report: <strong><time>{written(one.latest)}</time></strong></li>"
    )
    return (
        '<li class="search-result"><h3 class="search-result__title heading--main">'
        f'<a href="{one.path}">{escape(one.title)}</a></h3>'
        '<ul class="search-result__provider-info">'
        f"<li>Category: <strong>{escape(one.kind.category)}</strong></li></ul>{address}"
        f'<ul class="search-result__provider-info">{latest}'
        f"<li>URN: <strong>{one.setting.urn}</strong></li></ul></li>"
    )


def _pagination(found: Found) -> str:
    if found.pages == 1:
        return ""
    before, after = found.start - found.rows, found.start + found.rows
    links = ""
    if found.start > 0:
        link = escape(found.at(max(0, before)))
        links += f'<li class="previous"><a class="pagination__prev" href="{link}">Previous</a></li>'
    if after < found.total:
        link = escape(found.at(after))
        links += f'<li class="next"><a class="pagination__next" href="{link}">Next</a></li>'
    numbers = f'<span class="pagination__numbers">{found.page} of {found.pages}</span>'
    return f'<ul class="pagination">{links}<li>{numbers}</li></ul>'


def provider(one: Listed, canonical: str, files: str, numbers: Mapping[Key, int]) -> str:
    """One setting's page: what it is, and every report that is out."""
    told = {
        "Type": one.kind.category,
        "Local authority": one.council_name,
        "URN": one.setting.urn,
        "Status": "Open" if one.is_open else "Closed",
    }
    info = "".join(
        f"<li><span>{name}: </span><span>{escape(value)}</span></li>"
        for name, value in told.items()
    )
    timeline = "".join(_timeline(one, files, numbers))
    return _page(
        f"{one.title} - Find an Inspection Report",
        canonical,
        '<h1 class="heading--title title-block__heading">'
        f'{escape(one.title)}</h1><address class="title-block__address">'
        f"{escape(one.address or _WITHHELD)}</address>"
        f'<ul class="title-block__subject list-unstyled">{info}</ul>'
        f'<ol class="timeline">{timeline}</ol>',
    )


def _timeline(one: Listed, files: str, numbers: Mapping[Key, int]) -> Iterator[str]:
    """What happened, the newest first."""
    setting = one.setting
    if setting.left_on is not None and not one.is_open:
        yield (
            '<li class="timeline__day timeline__day--closed">'
            f"<time>{written(setting.left_on)}</time><span>Closed</span></li>"
        )
    for visit in one.reports:
        yield _report(visit, f"{files}/v1/file/{numbers[visit.event_number, visit.urn]}")
    yield _registered(setting)


def _report(visit: Inspection, link: str) -> str:
    out = written(visit.published_on)
    return (
        '<li class="timeline__day"><div class="event">'
        f'<p class="timeline__date"><time>{written(visit.inspected_on)}</time></p>'
        f'<a class="publication-link" href="{link}" target="_blank">{escape(visit.kind)}'
        f' <span class="nonvisual">{escape(visit.kind)}, PDF - {out}</span></a>'
        f"<div>Published <time>{out}</time></div></div></li>"
    )


def _registered(setting: Setting) -> str:
    return (
        '<li class="timeline__day timeline__day--registered">'
        f"<time>{written(setting.registered_on)}</time><span>Registration</span></li>"
    )


def missing(canonical: str) -> str:
    """The page for an address that leads nowhere."""
    return _page("Page not found", canonical, "<h1>Page not found</h1>")


def _page(title: str, canonical: str, body: str) -> str:
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/>'
        f'<link rel="canonical" href="{escape(canonical)}">'
        f"<title>{escape(title)} - Rehearsal</title></head><body>"
        '<p class="phase-banner">Rehearsal: every provider and report here is invented.</p>'
        f'<main id="main" tabindex="-1">{body}</main></body></html>'
    )
