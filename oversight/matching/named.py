"""Owners by name: the safe ways in which a name alone, or with something beside it, decides."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from db.indexed_company import IndexedCompany
from oversight.finding import Evidence
from oversight.matching.beside import Beside
from oversight.matching.companies import Companies
from oversight.matching.fields import candidate, corroborated
from oversight.matching.likeness import is_a_slip
from oversight.matching.methods import Method
from oversight.matching.name_index import Found
from oversight.matching.names import Name, name_of
from oversight.matching.owner_match import Candidate, OwnerMatch, called, written
from oversight.matching.unmatched import unmatched
from oversight.organisations import Organisation


@dataclass(frozen=True, kw_only=True)
class ByName:
    """Looks for the companies of one owner's name, the strictest way first."""

    organisation: Organisation
    companies: Companies
    beside: Beside

    def otherwise(self) -> OwnerMatch | None:
        """The first looser way that finds a company, or several between which nothing decides."""
        return self._at_another_time() or self._loose() or self._other_text()

    def alike(self) -> OwnerMatch | None:
        """Companies with names like the owner's, for a reviewer; None where there are none."""
        found = self.companies.alike(self._name)
        near = self._beside(found, "the names are alike, which decides nothing")
        if not near:
            return None
        return unmatched(self.organisation, Method.ALIKE, considered=near)

    @property
    def _name(self) -> Name:
        """The name, with the legal forms that any of the texts states."""
        names = [name_of(text) for text in self.organisation.texts]
        return replace(names[0], forms=frozenset().union(*(one.forms for one in names)))

    def exactly(self) -> OwnerMatch | None:
        """The company that bears the name on the day, or several that nothing tells apart."""
        found = self._beside(self._agreeing(self.companies.bearing(self.organisation.text_key)), "")
        if len(found) == 1:
            return self._only(found[0])
        ways: tuple[tuple[Method, str], ...] = (
            (Method.NAME_AND_TRADE, "trade"),
            (Method.NAME_AND_OFFICE, "office"),
        )
        for method, what in ways:
            if (alone := _alone(found, what)) is not None:
                return self._taken(alone, method, found)
        if not found:
            return None
        return self._several(found, "another live company bears the name as well")

    def _only(self, one: Candidate) -> OwnerMatch:
        """The only bearer of the name, unless it is too young and in another trade or place.

        Ofsted registers anew whoever takes a setting over, but has left some numbers as they were:
        its age alone is no reason against the only company of a name.
        """
        said = {each.what: each.agrees for each in one.fields}
        disagrees = {said["trade"], said["office"]}
        if said["founded"] is False and False in disagrees and True not in disagrees:
            against = replace(one, reason=str(Method.TOO_YOUNG))
            return unmatched(self.organisation, Method.TOO_YOUNG, considered=[against])
        return self._taken(one, Method.NAME, [one])

    def _at_another_time(self) -> OwnerMatch | None:
        """A name given up lately, or taken since: Ofsted learns of a new one some time later."""
        found = self.companies.at_another_time(self.organisation.text_key)
        return self._with_something_else(found, Method.OTHER_TIME)

    def _loose(self) -> OwnerMatch | None:
        found = self.companies.loosely(self._name.loose)
        return self._with_something_else(found, Method.LOOSE_NAME)

    def _with_something_else(self, companies: Found, method: Method) -> OwnerMatch | None:
        agreeing = self._agreeing(companies)
        found = self._beside(agreeing, "nothing besides the name says that it is the owner")
        if len(found) == 1 and corroborated(found[0]):
            return self._taken(found[0], method, found)
        if not found:
            return None
        alone = len(found) == 1
        return self._several(found, found[0].reason if alone else "other companies may be meant")

    def _other_text(self) -> OwnerMatch | None:
        """Where a list or report spells right what is a slip of the pen in this one."""
        hits: dict[str, tuple[Candidate, Evidence]] = {}
        for one in self.beside.texts(self.organisation):
            other = name_of(one.text)
            if other.loose == self._name.loose or is_a_slip(self._name, other):
                said = f"{one.where} has {one.text!r} for a setting of the owner's"
                found = self._agreeing(self.companies.at_another_time(other.key))
                for near in self._beside(found, ""):
                    hits[near.company_number] = near, Evidence(claim=said, cite=one.cite)
        if len(hits) > 1:
            return self._several([near for near, _ in hits.values()], "lists name several")
        for near, said in hits.values():
            if not _speaks_against(near):
                taken = self._taken(near, Method.OTHER_TEXT, [near])
                return replace(taken, evidence=(*taken.evidence, said))
        return None

    def _agreeing(self, companies: Found) -> list[IndexedCompany]:
        """Those of them whose legal form is not another than the texts state."""
        own = self._name.forms
        borne = ((one, name_of(one.name).forms) for one in companies.values())
        return [one for one, forms in borne if not own or not forms or own & forms]

    def _beside(self, companies: Iterable[IndexedCompany], reason: str) -> list[Candidate]:
        return [candidate(self.organisation, one, self.beside, reason) for one in companies]

    def _taken(self, one: Candidate, method: Method, every: Iterable[Candidate]) -> OwnerMatch:
        others = (each for each in every if each is not one)
        against = (replace(each, reason="another company is the owner") for each in others)
        return OwnerMatch(
            owner_key=self.organisation.key,
            method=method,
            company_number=one.company_number,
            company_name=one.company.name,
            considered=(replace(one, reason=str(method)), *against),
            evidence=(written(self.organisation.named), called(one.company)),
        )

    def _several(self, found: Iterable[Candidate], reason: str) -> OwnerMatch:
        told = [replace(one, reason=reason) for one in found]
        return unmatched(self.organisation, Method.AMBIGUOUS, considered=told)


def _alone(found: list[Candidate], what: str) -> Candidate | None:
    """The only one of which a field says yes, where it says no of every other."""
    said = [(one, next(f.agrees for f in one.fields if f.what == what)) for one in found]
    yes = [one for one, agrees in said if agrees is True]
    no = [one for one, agrees in said if agrees is False]
    return yes[0] if len(yes) == 1 and len(no) == len(found) - 1 else None


def _speaks_against(one: Candidate) -> bool:
    against = {"legal form", "founded", "office"}
    return any(each.what in against and each.agrees is False for each in one.fields)
