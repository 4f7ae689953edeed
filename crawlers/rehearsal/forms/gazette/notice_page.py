"""One notice as a page, with the marks from which machines read it."""

from html import escape

from crawlers.rehearsal.forms.gazette.wording import Stated, paragraphs
from crawlers.rehearsal.forms.link_pages import page
from crawlers.rehearsal.publishing import Answer


def notice_page(of: Stated, address: str) -> Answer:
    """The page of one notice."""
    about = f'about="{escape(f"{address}/id/notice/{of.notice.key}")}"'
    on = of.notice.published_on
    issued = f'{about} content="{on}" datatype="xsd:date" property="gaz:hasPublicationDate"'
    coded = f'{about} datatype="xsd:integer" property="gaz:hasNoticeCode"'
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs(of))
    terms = (
        _term("Notice category", 'class="category"', of.category),
        _term("Notice type", 'class="notice-type"', of.type),
        _term("Publication date", issued, f"{on.day} {on:%B %Y}"),
        _term("Edition", f'{about} property="gaz:editionName"', "London"),
        _term("Notice ID", f'{about} property="gaz:hasNoticeID"', of.notice.key),
        _term("Notice code", coded, str(of.notice.code)),
    )
    notice = f'<article class="notice"><div class="content">{text}</div></article>'
    return page(of.notice.title, ['<dl class="metadata">', *terms, "</dl>", notice])


def _term(label: str, marks: str, value: str) -> str:
    return f"<dt>{label}:</dt><dd {marks}>{escape(value)}</dd>"
