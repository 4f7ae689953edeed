"""What a file's name says of it where its form has no place to say it."""

from urllib.parse import unquote, urlsplit

from db.records import Document


def is_named_as_rehearsed(document: Document) -> bool:
    """True for a file whose name begins with `rehearsal`, as a rehearsal's are named when saved."""
    path = unquote(urlsplit(document.url).path)
    return path.rpartition("/")[2].casefold().startswith("rehearsal")
