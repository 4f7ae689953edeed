"""What a prefixed name means: the namespace that its prefix is bound to where it stands."""

import re
from collections import Counter

from lxml import etree

from crawlers.accounts.fact import Family
from crawlers.accounts.tags.namespaces import family_of

_Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name
_BINDING = re.compile(rb"""xmlns:([^\s=]+)\s*=\s*["']([^"']*)""")


class Names:
    """The names of one document; a prefix that means one thing throughout is looked up once."""

    def __init__(self, body: bytes) -> None:
        """Find in the bytes which prefixes are bound to one namespace alone, however often."""
        self._sure: dict[str, str] = {}
        self._known: dict[str, tuple[Family, str, str]] = {}
        bound = set(_BINDING.findall(body))
        times = Counter(prefix for prefix, _ in bound)
        self._only = {
            prefix.decode(errors="replace"): uri.decode(errors="replace")
            for prefix, uri in bound
            if times[prefix] == 1
        }

    def meaning(self, name: str, element: _Element) -> tuple[Family, str, str]:
        """Family, part and local name; family OTHER and an empty part where no prefix is bound."""
        known = self._known.get(name)
        if known is not None:
            return known
        prefix, _, local = name.strip().rpartition(":")
        uri = self._sure.get(prefix)
        if uri is None:
            uri = element.nsmap.get(prefix or None)
            # The first element that uses a prefix is asked: the bytes may be a comment's.
            if uri is not None and uri == self._only.get(prefix):
                self._sure[prefix] = uri
        meaning = (*(family_of(uri) if uri else (Family.OTHER, "")), local)
        if prefix in self._sure:
            self._known[name] = meaning
        return meaning
