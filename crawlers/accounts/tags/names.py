"""What a prefixed name means: the namespace that its prefix is bound to where it stands."""

import re
from collections import Counter
from collections.abc import Iterable

from lxml import etree

from crawlers.accounts.fact import Family
from crawlers.accounts.tags.namespaces import family_of

_Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name
_BINDING = re.compile(rb"""xmlns:([^\s=]+)\s*=\s*["']([^"']*)""")


class Names:
    """The names of one document; a prefix that means one thing throughout is looked up once."""

    def __init__(self, root: _Element, body: bytes) -> None:
        """Find in the bytes which prefixes are bound to one namespace alone, however often."""
        bindings, bound = _BINDING.findall(body), dict(root.nsmap)
        bound.pop(None, None)
        if len(bindings) == len(bound):
            self._single = set(bound)  # as in most documents: the root binds them, and nothing else
        else:
            self._single = _bound_once(bindings)
        self._only = {prefix: uri for prefix, uri in bound.items() if prefix in self._single}
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
            if uri is None:
                return Family.OTHER, "", local
            if prefix in self._single:
                self._only[prefix] = uri
        family, part = family_of(uri)
        if prefix in self._only:
            self._known[name] = family, part, local
        return family, part, local


def _bound_once(bindings: Iterable[tuple[bytes, bytes]]) -> set[str | None]:
    """The prefixes that are bound to one namespace alone, however often."""
    times = Counter(prefix for prefix, _ in set(bindings))
    return {prefix.decode(errors="replace") for prefix, count in times.items() if count == 1}
