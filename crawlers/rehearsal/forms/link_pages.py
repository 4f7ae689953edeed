"""The pages on which public bodies link to their files."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from html import escape

from crawlers.rehearsal.publishing import Answer

HTML = "text/html; charset=utf-8"
"""The media type of pages."""
INVENTED = "This is a rehearsal: every provider, company, person and figure here is invented."
"""Said above every page."""


@dataclass(frozen=True, kw_only=True)
class Link:
    """One link of a page."""

    address: str
    text: str
    note: str = ""
    """What stands beside it: a format, a size, a date."""


def page(title: str, body: Iterable[str], *, status: int = 200) -> Answer:
    """A page with a heading and these pieces of HTML."""
    heading = escape(title)
    pieces = "\n".join(body)
    text = (
        f'<!DOCTYPE html>\n<html lang="en-GB">\n<head><meta charset="utf-8">'
        f"<title>{heading} - rehearsal</title></head>\n<body>\n<p>{INVENTED}</p>\n<main>\n"
        f"<h1>{heading}</h1>\n{pieces}\n</main>\n</body>\n</html>\n"
    )
    return Answer(status=status, media_type=HTML, body=text.encode())


def links_page(title: str, links: Iterable[Link]) -> Answer:
    """A page that lists links and says nothing else."""
    return page(title, ["<ul>", *map(item, links), "</ul>"])


def changed_on(day: date, answer: Answer) -> Answer:
    """The answer, with the day of the newest change of what it says: it opened with that day."""
    modified = f"{day:%a, %d %b %Y} 09:00:00 GMT"
    return replace(answer, headers={**answer.headers, "Last-Modified": modified})


def item(link: Link) -> str:
    """One link as an item of a list."""
    note = f" <span>{escape(link.note)}</span>" if link.note else ""
    return f'<li><a href="{escape(link.address)}">{escape(link.text)}</a>{note}</li>'


def not_found(title: str = "Page not found") -> Answer:
    """What a wrong address is answered with."""
    return page(title, (), status=404)
