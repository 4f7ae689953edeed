"""Who signs a set of accounts: directors, accountants, auditors; and the registered office."""

from datetime import date

from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.world.control import Appointment

_FIRMS = (
    "Brambling & Teasel",
    "Corncrake Ledger",
    "Dotterel Fold",
    "Fieldfare Tally",
    "Garganey Rigg",
    "Knapweed & Slade",
    "Merganser Reckoning",
    "Quillwort Shaw",
    "Spikenard & Combe",
    "Tormentil Thwaite",
    "Whimbrel Garth",
    "Yarrow & Wheatear",
)
_SIGNATORIES = (
    "Alban Quillwort",
    "Beryl Knapweed",
    "Corin Fieldfare",
    "Delia Tormentil",
    "Edric Whinchat",
    "Fenella Yaffle",
)


def auditor(told: Told) -> str:
    """The firm that audits the body, year after year."""
    return f"{told.random('auditor').choice(_FIRMS)} Audit LLP"


def statutory_auditor(told: Told) -> str:
    """Who signs for the firm."""
    return told.random("statutory auditor").choice(_SIGNATORIES)


def accountant(told: Told) -> str:
    """The firm that draws up the accounts of a body that nobody audits."""
    return f"{told.random('accountant').choice(_FIRMS)} Accountants"


def directors(told: Told) -> tuple[str, ...]:
    """Everybody who was a director, or a member of a partnership, in the period, by first day."""
    start, end = told.years[0]
    return tuple(_name(told, one) for one in _boards(told) if _overlaps(one, start, end))


def signatory(told: Told) -> str | None:
    """Who signs for the board on the day of approval; None where the world has nobody."""
    in_office = [
        _name(told, one)
        for one in _boards(told)
        if _overlaps(one, told.approved_on, told.approved_on)
    ]
    return next(iter(in_office), None)


def office(told: Told) -> tuple[str, ...]:
    """The lines of the registered office on the day of approval."""
    at = told.entity.office_on(told.approved_on)
    lines = (f"{at.premises} {at.street}".strip(), at.town, at.postcode or "", at.country)
    return tuple(line for line in lines if line)


def board_word(told: Told) -> str:
    """How the accounts call those who run the body: `directors`, `members`, `trustees`."""
    if told.is_llp:
        return "members"
    return "trustees" if told.is_charity else "directors"


def board_member(told: Told) -> str:
    """How one of them signs."""
    if told.is_llp:
        return "Designated member"
    return "Trustee" if told.is_charity else "Director"


def _boards(told: Told) -> list[Appointment]:
    on_boards = ("director", "member")
    found = told.world.appointments_in.get(told.entity.key, ())
    return [one for one in found if any(word in one.role for word in on_boards)]


def _overlaps(one: Appointment, first: date, last: date) -> bool:
    return one.since <= last and (one.until is None or one.until > first)


def _name(told: Told, one: Appointment) -> str:
    person = told.world.person.get(one.officer)
    return person.name if person else told.world.body[one.officer].name_on(told.approved_on)
