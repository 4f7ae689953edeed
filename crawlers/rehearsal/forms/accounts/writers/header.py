"""The whole of a document round its pages: namespaces, hidden facts, schemas, contexts, units."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from crawlers.rehearsal.forms.accounts.writers.inline import Inline
from crawlers.rehearsal.forms.accounts.writers.taxonomy import entry_points

_NAMESPACES = {
    "ix": "http://www.xbrl.org/2013/inlineXBRL",
    "ixt": "http://www.xbrl.org/inlineXBRL/transformation/2010-04-20",
    "ixt2": "http://www.xbrl.org/inlineXBRL/transformation/2011-07-31",
    "xbrli": "http://www.xbrl.org/2003/instance",
    "xbrldi": "http://xbrl.org/2006/xbrldi",
    "link": "http://www.xbrl.org/2003/linkbase",
    "xlink": "http://www.w3.org/1999/xlink",
    "iso4217": "http://www.xbrl.org/2003/iso4217",
}


@dataclass(frozen=True, kw_only=True)
class Head:
    """What a vendor puts before the pages."""

    title: str
    style: str
    hidden: tuple[str, ...]
    """Concepts said on no page, in the order in which the vendor writes them."""
    units: Mapping[str, str]
    has_both_entry_points: bool
    """Whether a charity's accounts name the company schema beside the charities' one."""


def document(inline: Inline, head: Head, body: str) -> str:
    """The document of a body already written, whose contexts are therefore known."""
    header = _header(inline, head)
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<html xmlns="http://www.w3.org/1999/xhtml" {declared}{inline.bindings()}>\n'
        '<head><meta http-equiv="Content-Type" content="application/xhtml+xml; charset=UTF-8"/>'
        f"<title>{escape(head.title)}</title>"
        f'<style type="text/css">{head.style}</style></head>\n'
        f'<body><div style="display:none">{header}</div>\n{body}</body></html>\n'
    )


def _header(inline: Inline, head: Head) -> str:
    said = {one.concept: one for one in inline.report.hidden}
    texts = [inline.text(said[concept]) for concept in head.hidden if concept in said]
    numbers = [inline.number(one) for one in inline.report.hidden_figures]
    schemas = entry_points(
        inline.suite,
        is_charity=inline.report.is_charity,
        with_both=head.has_both_entry_points,
    )
    references = "".join(
        f'<link:schemaRef xlink:type="simple" xlink:href="{one}"/>' for one in schemas
    )
    units = "".join(
        f'<xbrli:unit id="{one}"><xbrli:measure>{measure}</xbrli:measure></xbrli:unit>'
        for one, measure in head.units.items()
    )
    hidden = "\n".join((*texts, *numbers))
    return (
        f"<ix:header><ix:hidden>\n{hidden}\n</ix:hidden>"
        f"<ix:references>{references}</ix:references>"
        f"<ix:resources>{inline.resources()}{units}</ix:resources></ix:header>"
    )
