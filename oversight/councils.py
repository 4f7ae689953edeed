"""Which council a publisher means by a name, on a day."""

import re
from collections.abc import Iterable
from datetime import date

from db.records import LocalAuthority, LocalAuthoritySpelling


class Councils:
    """Looks up councils by any publisher's spelling, and by code."""

    def __init__(
        self, councils: Iterable[LocalAuthority], spellings: Iterable[LocalAuthoritySpelling]
    ) -> None:
        """Take the two tables, ended rows included."""
        self._by_code = {council.ons_code: council for council in councils}
        self._region_codes = {_folded(c.region): c.region_code for c in self._by_code.values()}
        self._by_spelling: dict[str, list[LocalAuthoritySpelling]] = {}
        for spelling in spellings:
            self._by_spelling.setdefault(_folded(spelling.spelling), []).append(spelling)

    def find(self, text: str, day: date) -> LocalAuthority | None:
        """The council that `text` names on `day`; None when no council is written so."""
        for spelling in self._by_spelling.get(_folded(text), ()):
            if (spelling.valid_from or day) <= day and (
                spelling.valid_to is None or day < spelling.valid_to
            ):
                return self._by_code.get(spelling.ons_code)
        return None

    def in_force(self, day: date) -> list[LocalAuthority]:
        """Every council that there was on a day, Wales's included."""
        return [
            council
            for council in self._by_code.values()
            if (council.valid_from or day) <= day
            and (council.valid_to is None or day < council.valid_to)
        ]

    def region_code(self, name: str) -> str | None:
        """The ONS code of a region by its name, as any council in it gives it."""
        return self._region_codes.get(_folded(name))


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()
