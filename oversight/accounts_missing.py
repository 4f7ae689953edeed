"""Accounts that one would look for and that are not held: filed and not fetched, due, overdue."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from crawlers.accounts.figure import Period
from crawlers.accounts.filing_gaps import due_by_law, filing_gap
from crawlers.accounts.periods import same
from crawlers.accounts.said import Claim
from db.records import Company, Filing, Gap
from oversight.held_accounts import HeldCompany
from oversight.printing import day

PUBLIC = frozenset({"plc", "old-public-company", "european-public-limited-liability-company-se"})
"""Types of company that have six months for filing, and not nine."""
FETCH = "oversight crawl, or ingest it"


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingAccounts:
    """One period of which no accounts are held, and why."""

    company_number: str
    made_up_to: date | None
    """None where nothing held says which period is next."""
    due_on: date | None
    """By when they must be filed; None where they are on the register, or no period is known."""
    gap: Gap | None
    """None where they are on the register and not held here, or where nothing held says why."""
    words: str
    cites: tuple[str, ...]
    """Where the register says so; empty where nothing of it is held."""


def missing_accounts(held: HeldCompany, as_of: date) -> Iterator[MissingAccounts]:
    """Yield the newest periods of which no accounts are held on a day, each with the reason.

    First what is on the register after what is held (of a company of which nothing is held, the
    last alone), then the period whose accounts come next.
    """
    known = list(_periods(held))
    for filing in _not_fetched(held, known):
        end = filing.made_up_to
        assert end is not None, "filings of accounts say up to which day they are made"
        known.append(end)
        yield _on_the_register(held, end, f"filed on {day(filing.filed_on)}", (filing.cite,))
    if held.profile is None:
        yield _nobody_says(held, "no profile of it is held, which says what is due", ())
    else:
        yield from _by_profile(held, held.profile, known, as_of)


def _by_profile(
    held: HeldCompany, profile: Company, known: Collection[date], as_of: date
) -> Iterator[MissingAccounts]:
    """The last accounts that the profile names, if they are missing, or else the next."""
    last, next_ = profile.last_accounts_made_up_to, profile.next_accounts_made_up_to
    if last is not None and _is_new(last, known):
        if held.filings is not None and profile.public_on > as_of:
            due = due_by_law(last, is_public=profile.company_type in PUBLIC)
            yield _due(held, profile, last, due, as_of)
            return
        said = f"filed by {day(profile.public_on)}, as its profile says"
        yield _on_the_register(held, last, said, (profile.cite,))
    if next_ is None:
        yield _nobody_says(held, "its profile names no accounts to come", (profile.cite,))
    elif _is_new(next_, known):
        due = profile.next_accounts_due_on
        due = due or due_by_law(next_, is_public=profile.company_type in PUBLIC)
        yield _due(held, profile, next_, due, as_of)


def _not_fetched(held: HeldCompany, known: Collection[date]) -> list[Filing]:
    """Filings of accounts that are on the register after all that is held."""
    ids = _ids(held)
    listed = [one for one in held.filings or () if one.document_id not in ids]
    if not held.documents:
        return listed[-1:]
    return [
        one
        for one in listed
        if one.made_up_to is not None and known and _is_new(one.made_up_to, known)
    ]


def _is_new(end: date, known: Collection[date]) -> bool:
    """True for a period that ends after all that are known, a week's tolerance left."""
    if any(same(Period(end=end), Period(end=one)) for one in known):
        return False
    return end > max(known, default=date.min)


def _due(held: HeldCompany, profile: Company, end: date, due: date, as_of: date) -> MissingAccounts:
    """Why accounts are not there that nothing says were filed."""
    gap = filing_gap(
        made_up_to=end,
        as_of=as_of,
        due_on=due,
        accounts_type=profile.last_accounts_type,
        claims=_parents_claims(held),
    )
    reasons = {
        Gap.OVERDUE: f"overdue: they were due on {day(due)}",
        Gap.NOT_YET_DUE: f"not yet due: they must be filed by {day(due)}",
    }
    why = reasons.get(gap, f"not there: {gap}")
    return MissingAccounts(
        company_number=held.company_number,
        made_up_to=end,
        due_on=due,
        gap=gap,
        words=f"accounts made up to {day(end)} are {why} (its profile of {day(profile.public_on)})",
        cites=(profile.cite,),
    )


def _on_the_register(
    held: HeldCompany, end: date, filed: str, cites: tuple[str, ...]
) -> MissingAccounts:
    """Accounts that were filed and that nobody has fetched."""
    return MissingAccounts(
        company_number=held.company_number,
        made_up_to=end,
        due_on=None,
        gap=None,
        words=f"accounts made up to {day(end)} were {filed}, and are not held here: {FETCH}",
        cites=cites,
    )


def _nobody_says(held: HeldCompany, why: str, cites: tuple[str, ...]) -> MissingAccounts:
    return MissingAccounts(
        company_number=held.company_number,
        made_up_to=None,
        due_on=None,
        gap=None,
        words=f"which accounts come next is not known: {why}",
        cites=cites,
    )


def _periods(held: HeldCompany) -> Iterator[date]:
    """The ends of the periods of which accounts are held: a parent's where they stand for its own.

    A subsidiary that files none files its parent's in their place; one that files both has its own.
    Of a picture that nobody has recognised, its filing says of when it is.
    """
    ids = _ids(held)
    for filing in held.filings or ():
        if filing.document_id in ids and filing.made_up_to is not None:
            yield filing.made_up_to
    for one in held.documents:
        sets = list(one.document.filing.sets)
        own = [each for each in sets if each.about.entity_number == held.company_number]
        yield from (each.about.period.end for each in own or sets if each.about.period is not None)


def _ids(held: HeldCompany) -> frozenset[str]:
    return frozenset(one.document.filing.name for one in held.documents)


def _parents_claims(held: HeldCompany) -> list[Claim]:
    """What the newest papers say that were filed for it and are a parent's."""
    papers = [one for one in held.documents if one.document.filing.filed_for == held.company_number]
    return [
        claim
        for one in papers[-1:]
        for filing in one.document.filing.sets
        if filing.about.entity_number not in {None, held.company_number}
        for claim in filing.claims
    ]
