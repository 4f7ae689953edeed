"""What one owner's text means, with every company that was considered and what spoke for it."""

from dataclasses import dataclass

from db.indexed_company import IndexedCompany
from db.records import ReportedProvider, Setting
from oversight.finding import Evidence
from oversight.matching.methods import KINDS, Method, OwnerKind


@dataclass(frozen=True, kw_only=True)
class Field:
    """What one field says of whether a company is the owner."""

    what: str
    """The field: `name`, `legal form`, `founded`, `trade`, `office`, `officers`."""
    agrees: bool | None
    """None where it is not published, of the company or of the owner."""
    words: str


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """One company that the owner may be, why it was taken or was not, and what each field says."""

    company: IndexedCompany
    score: float
    """How alike the names are, 0 to 1: 1 where they are one but for case and legal suffix."""
    fields: tuple[Field, ...]
    reason: str
    """What decided for it or against it."""

    @property
    def company_number(self) -> str:
        """Its number."""
        return self.company.company_number


@dataclass(frozen=True, kw_only=True)
class OwnerMatch:
    """What one owner's text means: a company, or none and why, with what that rests on."""

    owner_key: str
    method: Method
    company_number: str | None
    """None where the owner is matched to no company."""
    company_name: str | None
    """Its name in the register of companies; None where that is not held."""
    name_differs: bool = False
    """True where the text's number is that of a company known by other names alone."""
    decided_kind: OwnerKind | None = None
    """What people decided that the owner is; None where they decided nothing."""
    charity_number: str | None = None
    """None where no charity is known for the owner."""
    candidates: tuple[str, ...] = ()
    """Numbers of the companies between which the text does not decide."""
    considered: tuple[Candidate, ...] = ()
    """Every company that was looked at, the likest first."""
    evidence: tuple[Evidence, ...]
    """The setting's row, then the row of the company, where it is held."""

    @property
    def kind(self) -> OwnerKind:
        """What kind of body the owner is; none found where nothing decides."""
        if self.decided_kind is not None:
            return self.decided_kind
        if self.company_number is not None:
            return OwnerKind.COMPANY
        return KINDS.get(self.method, OwnerKind.NONE_FOUND)

    @property
    def needs_review(self) -> bool:
        """True where no safe method decides: a person has to look."""
        return self.kind is OwnerKind.NONE_FOUND and self.method is not Method.DECIDED


def written(setting: Setting) -> Evidence:
    """What the register calls the owner of a setting."""
    day = setting.as_at.isoformat()
    claim = f"Ofsted's register of {day} names the owner of {setting.urn} as {setting.owner_name!r}"
    return Evidence(claim=claim, cite=setting.cite)


def written_of_a_person(setting: Setting) -> Evidence:
    """That the register names somebody as the owner of a setting, who may be a person."""
    day = setting.as_at.isoformat()
    claim = f"Ofsted's register of {day} names as the owner of {setting.urn} who may be a person"
    return Evidence(claim=claim, cite=setting.cite)


def told(report: ReportedProvider) -> Evidence:
    """Whom a report names as the provider of a setting whose owner the register leaves blank."""
    day = "" if report.inspected_on is None else f" of {report.inspected_on}"
    claim = (
        f"Ofsted's register names no owner of {report.urn}; its inspection report{day} has"
        f" {report.registered_provider!r} as the registered provider"
    )
    return Evidence(claim=claim, cite=report.cite)


def called(company: IndexedCompany) -> Evidence:
    """What the register of companies calls a company, and where it stands."""
    claim = f"company {company.company_number} is called {company.name} ({company.status})"
    return Evidence(claim=claim, cite=company.cite)
