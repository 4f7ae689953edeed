"""What GOV.UK's content API answers of one page, as JSON: a collection, a release, an HTML page."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from uuid import UUID, uuid5

from crawlers.rehearsal.forms.ofsted import govuk_attachments
from crawlers.rehearsal.forms.ofsted.govuk_attachments import Json, Site
from crawlers.rehearsal.forms.ofsted.releases import COLLECTION, Change, HtmlPage, Release

_IDS = UUID("5e9e3a1c-0000-4000-8000-7265686561ab")
_SUMMER = range(4, 11)
COLLECTION_TITLE = "Children's social care statistics"


def collection(site: Site, releases: Sequence[Release]) -> Json:
    """The collection, with every release that is out, the newest first."""
    newest = sorted(releases, key=lambda one: (one.changes[-1].on, one.base_path), reverse=True)
    return {
        **_item(
            base_path=COLLECTION,
            title=COLLECTION_TITLE,
            description="Rehearsal: invented statistics in the form of Ofsted's.",
            document_type="document_collection",
            schema_name="document_collection",
            first=min(one.changes[0].on for one in releases),
            last=max(one.changes[-1].on for one in releases),
        ),
        "details": {
            "collection_groups": [
                {
                    "title": "Statistics",
                    "body": "",
                    "documents": [_content_id(one.base_path) for one in newest],
                }
            ],
            "body": "",
            "political": False,
        },
        "links": {"documents": [_link(site, one) for one in newest]},
    }


def release(site: Site, one: Release) -> Json:
    """One release with its attachments; older ones give them as HTML alone."""
    listed: Json = {"documents": [], "attachments": []}
    if one.is_old_shape:
        listed = {
            "documents": [
                govuk_attachments.section(site, each, at)
                for at, each in enumerate(one.files, start=1)
            ]
        }
    else:
        listed["attachments"] = [
            *(govuk_attachments.html_attachment(each) for each in one.pages),
            *(govuk_attachments.file_attachment(site, each) for each in one.files),
        ]
        listed["featured_attachments"] = [each["id"] for each in listed["attachments"]]
    return {
        **_item(
            base_path=one.base_path,
            title=one.title,
            description=one.description,
            document_type=one.document_type,
            schema_name="publication",
            first=one.changes[0].on,
            last=one.changes[-1].on,
        ),
        "details": {
            "body": f'<div class="govspeak"><p>{escape(one.description)}</p></div>',
            "change_history": [_change(each) for each in reversed(one.changes)],
            "first_public_at": moment(one.changes[0].on),
            "political": False,
            **listed,
        },
        "links": {"document_collections": [_collection_link(site)]},
    }


def html_page(site: Site, page: HtmlPage, parent: Release) -> Json:
    """One HTML document of a release."""
    return {
        **_item(
            base_path=page.base_path,
            title=page.title,
            description="",
            document_type="html_publication",
            schema_name="html_publication",
            first=page.published_on,
            last=page.published_on,
        ),
        "details": {
            "body": page.body(),
            "first_published_version": True,
            "public_timestamp": moment(page.published_on),
        },
        "links": {"parent": [_link(site, parent)]},
    }


def moment(day: date) -> str:
    """Half past nine in London on a day, when releases come out."""
    return f"{day}T09:30:00.000+0{int(day.month in _SUMMER)}:00"


def _item(
    *,
    base_path: str,
    title: str,
    description: str,
    document_type: str,
    schema_name: str,
    first: date,
    last: date,
) -> Json:
    return {
        "base_path": base_path,
        "content_id": _content_id(base_path),
        "description": description,
        "document_type": document_type,
        "first_published_at": moment(first),
        "locale": "en",
        "phase": "live",
        "public_updated_at": moment(last),
        "publishing_app": "whitehall",
        "rendering_app": "frontend",
        "schema_name": schema_name,
        "title": title,
        "updated_at": moment(last),
        "withdrawn_notice": {},
    }


def _link(site: Site, one: Release) -> Json:
    return {
        **_addresses(site, one.base_path),
        "content_id": _content_id(one.base_path),
        "description": one.description,
        "document_type": one.document_type,
        "locale": "en",
        "public_updated_at": moment(one.changes[-1].on),
        "schema_name": "publication",
        "title": one.title,
        "withdrawn": False,
        "links": {},
    }


def _collection_link(site: Site) -> Json:
    return {
        **_addresses(site, COLLECTION),
        "content_id": _content_id(COLLECTION),
        "document_type": "document_collection",
        "locale": "en",
        "schema_name": "document_collection",
        "title": COLLECTION_TITLE,
        "withdrawn": False,
        "links": {},
    }


def _addresses(site: Site, base_path: str) -> Mapping[str, str]:
    return {
        "api_path": f"/api/content{base_path}",
        "api_url": f"{site.address}/api/content{base_path}",
        "base_path": base_path,
        "web_url": f"{site.address}{base_path}",
    }


def _change(change: Change) -> Json:
    return {"public_timestamp": moment(change.on), "note": change.note}


def _content_id(base_path: str) -> str:
    return str(uuid5(_IDS, base_path))
