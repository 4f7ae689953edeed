"""What a prefixed name means: the namespace that its prefix is bound to where it stands."""

from lxml import etree

from crawlers.accounts.fact import Family
from crawlers.accounts.tags.namespaces import family_of

_Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name


class Names:
    """The names of one document; a prefix that means one thing throughout is looked up once."""

    def __init__(self, body: bytes) -> None:
        """Keep the bytes: they say how often each prefix is bound."""
        self._body = body
        self._only: dict[str, str | None] = {}
        self._known: dict[str, tuple[Family, str, str]] = {}

    def meaning(self, name: str, element: _Element) -> tuple[Family, str, str]:
        """Family, part and local name; family OTHER and an empty part where no prefix is bound."""
        known = self._known.get(name)
        if known is not None:
            return known
        prefix, _, local = name.strip().rpartition(":")
        uri = self._only.get(prefix)
        if uri is None:
            uri = element.nsmap.get(prefix or None)
            if prefix not in self._only and uri is not None:
                self._only[prefix] = uri if self._is_bound_to(prefix, uri) else None
        family, part = family_of(uri) if uri else (Family.OTHER, "")
        if self._only.get(prefix) is not None:
            self._known[name] = family, part, local
        return family, part, local

    def _is_bound_to(self, prefix: str, uri: str) -> bool:
        """Whether the document binds a prefix to this alone, however often."""
        pieces = self._body.split(f"xmlns:{prefix}".encode())[1:]
        if len(pieces) == 1:
            return True
        bound = {_quoted(piece) for piece in pieces}
        return bound == {uri.encode()}


def _quoted(piece: bytes) -> bytes:
    """What is bound after `xmlns:prefix`; the piece itself where it is another prefix."""
    start = piece.lstrip()
    if not start.startswith(b"="):
        return piece
    value = start[1:].lstrip()
    return value[1 : value.find(value[:1], 1)]
