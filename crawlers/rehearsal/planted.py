"""The cases put into the market on purpose, all to be seen in the issue of 31 March 2026.

| What | Where | What a monitor should conclude |
|---|---|---|
| three homes Inadequate | Larkmoor Care Limited: 9000001 to 9000003, of 5 | three failing homes |
| a home suspended, and supported accommodation with serious or widespread weaknesses \
| Fernhollow Young People Limited: 9000011 and 9000014, of 4 \
| two failing only when both kinds count; none of its homes is Inadequate |
| two homes Requires improvement | Sedgewater Homes Limited: 9000021 and 9000022, of 3 \
| not failing; two only in the widest sense |
| a council's own homes Inadequate | Leicestershire County Council: SC900031 and SC900032, of 3 \
| two failing homes of a council, which is no independent provider |
| owner left blank | 9000041 and SC900042 (both Inadequate), 9000043, 9000044, SC900045, 9000046 \
| six unrelated settings; blank is never an organisation |
| a blank owner as 0, and as NULL | 9000046, provider-level tab and premises tab | blank |
| one owner in six spellings | Thistle & Tarn Care Limited: 9000051 to 9000056 \
| one organisation |
| company number in the owner's name: 8 digits; 7, its zero lost; `company number`; in \
brackets; with a charity number | 9000061 to 9000065 | that company, by its number |
| an owner called 3.13: a number in two tabs, a date in the in-year tab | 9000071 \
| one owner, 3.13 |
| `Children's Home` beside `Children's home` | 9000081, SC900082 | a children's home |
| a date typed as text, 04/06/2025 | 9000091, in a Leavers column | 4 June 2025 |
| one owner holds most of an area | Turnwater Care Limited: 9000101 to 9000106 \
| over 40% of the independent children's home places in Somerset, over 25% in the South West; \
no one else's share is so large |
| one visit, two registrations | Quillstead Family Trust: 9000111 and SC900112 \
| two inspections with one event number |
| a report too late for the issue | 9000121: Inadequate on 24 March 2026, published on 12 May \
| Good, as far as this workbook goes |
| an office in Wales | 9000131, Wrexham | in no English region, though its premises are |
| joined and left in one year | 9000141 | in neither register; a joiner and a leaver |

Beside these, `Full Inspection` (supported accommodation, in-year tab) stands beside `Full
inspection`, and visits that grade nothing (monitoring after a poor grade, as at 9000001; assurance
visits) have blank grades. By chance, only an owner's only setting is ever found to be failing.

Company numbers written into a name begin with 0, as the publisher has them, so each may be
somebody's; the others begin with 99, which Companies House has not reached. A rehearsal asks
neither of a real register.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from crawlers.rehearsal import words
from crawlers.rehearsal.councils import WREXHAM
from crawlers.rehearsal.inspections import Plan
from crawlers.rehearsal.market import Inspection, Organisation
from crawlers.rehearsal.planting import agency, alone, home, supported

_FORTUNATE = Organisation(name="Mallowgate Care Limited", company_number="99900081")
_DOMINANT = Organisation(name="Turnwater Care Limited", company_number="99900101")
_FAMILY = Organisation(
    name="Quillstead Family Trust", company_number="99900111", charity_number="1999111"
)
_SPELLINGS = (
    "Thistle & Tarn Care Limited",
    "Thistle & Tarn Care Ltd",
    "THISTLE & TARN CARE LIMITED",
    "Thistle and Tarn Care Limited",
    "Thistle & Tarn Care Limited ",
    "thistle and tarn care ltd",
)
_GLUED = (
    ("Ploversgate Care Limited", "Ploversgate Care Limited 09999911", "Kent"),
    ("Sorrelstead Care Limited", "Sorrelstead Care Limited 9999912", "Leeds"),
    ("Wrenwater Care Limited", "Wrenwater Care Limited - company number 09999913", "Essex"),
    ("Bramhollow Care Limited", "Bramhollow Care Limited (09999914)", "Enfield"),
    ("Curlewgate Care", "Curlewgate Care 09999915, 1999915", "Manchester"),
)


def planted() -> tuple[Plan, ...]:
    """Every planted setting, with what is found there."""
    return (*_failing(), *_ownerless(), *_spelled(), *_dominant(), *_odd(), *_agencies())


def _failing() -> Iterator[Plan]:
    """Yield homes whose owners fail, or nearly."""
    three = Organisation(name="Larkmoor Care Limited", company_number="99900001")
    for number, council in enumerate(["Birmingham", "Leeds", "Kent", "Essex", "Devon"], start=1):
        grade = words.INADEQUATE if number <= 3 else words.GOOD  # noqa: PLR2004 - three of five
        yield home(f"900000{number}", three, council, grade)
    mixed = Organisation(name="Fernhollow Young People Limited", company_number="99900011")
    halted = home("9000011", mixed, "Norfolk")
    yield replace(halted, setting=replace(halted.setting, suspended_on=date(2026, 2, 10)))
    yield home("9000012", mixed, "Liverpool")
    yield home("9000013", mixed, "Croydon")
    yield supported("9000014", mixed, "Norfolk", words.SERIOUS)
    middling = Organisation(name="Sedgewater Homes Limited", company_number="99900021")
    yield home("9000021", middling, "Derbyshire", words.REQUIRES_IMPROVEMENT)
    yield home("9000022", middling, "Hampshire", words.REQUIRES_IMPROVEMENT)
    yield home("9000023", middling, "Sunderland")
    own = Organisation(name="Leicestershire County Council")
    for urn in ("SC900031", "SC900032", "SC900033"):
        plan = home(urn, own, "Leicestershire", words.INADEQUATE if urn[-1] < "3" else words.GOOD)
        yield replace(plan, setting=replace(plan.setting, sector=words.COUNCIL))


def _ownerless() -> Iterator[Plan]:
    """Yield settings of which nobody says who owns them."""
    yield home("9000041", None, "Lancashire", words.INADEQUATE)
    yield home("SC900042", None, "Hampshire", words.INADEQUATE)
    yield home("9000043", None, "Shropshire")
    yield home("9000044", None, "Redbridge")
    yield agency("SC900045", words.BOARDING, None, "Devon", "Sorrelwick School", places=60)
    yield supported("9000046", None, "Bradford", None)


def _spelled() -> Iterator[Plan]:
    """Yield homes whose owners' names need reading."""
    one = Organisation(name=_SPELLINGS[0], company_number="99900051")
    councils = ("Staffordshire", "Durham", "Lancashire", "Southend on Sea", "Kent", "Enfield")
    for number, (text, council) in enumerate(zip(_SPELLINGS, councils, strict=True), start=51):
        yield home(f"90000{number}", one, council, text=text)
    for number, (name, text, council) in enumerate(_GLUED, start=61):
        charity = "1999915" if ", " in text else None
        owner = Organisation(
            name=name, company_number=f"099999{number - 50}", charity_number=charity
        )
        yield home(f"90000{number}", owner, council, text=text)


def _dominant() -> Iterator[Plan]:
    for number in range(101, 107):
        yield home(f"9000{number}", _DOMINANT, "Somerset", places=5)


def _odd() -> Iterator[Plan]:
    """Yield homes in whose rows the publisher's hand slipped, or its calendar matters."""
    for urn, council in (("9000081", "Liverpool"), ("SC900082", "Derbyshire")):
        plan = home(urn, _FORTUNATE, council)
        yield replace(plan, setting=replace(plan.setting, provision_type="Children's Home"))
    gone = home("9000091", alone("Mallowstead Care Limited", 91), "Manchester", None)
    left = replace(gone.setting, left_on=date(2025, 6, 4), left_by=words.CANCELLED)
    yield replace(gone, setting=replace(left, left_on_is_text=True))
    late = Inspection(
        event_number=90_000_121,
        urn="9000121",
        kind=words.FULL,
        inspected_on=date(2026, 3, 24),
        published_on=date(2026, 5, 12),
        overall=words.INADEQUATE,
        helped_and_protected=words.INADEQUATE,
        leaders_and_managers=words.INADEQUATE,
    )
    yield replace(home("9000121", alone("Ternwater Care Ltd", 121), "Birmingham"), visits=(late,))
    brief = home("9000141", alone("Brackenwater Care Ltd", 141), "Staffordshire", None)
    opened, closed = date(2025, 5, 20), date(2026, 1, 15)
    yield replace(brief, setting=replace(brief.setting, registered_on=opened, left_on=closed))


def _agencies() -> Iterator[Plan]:
    """Yield what is neither a home nor ownerless."""
    family = Organisation(name="3.13", company_number="99900071")
    centre = agency("9000071", words.FAMILY_CENTRE, family, "Durham", "Sedgehollow", places=4)
    yield replace(centre, setting=replace(centre.setting, owner_text=3.13, sector=words.VOLUNTARY))
    for urn, kind in (("9000111", words.FOSTERING), ("SC900112", words.ADOPTION)):
        plan = agency(urn, kind, _FAMILY, "Birmingham", "Quillstead")
        visit = Inspection(
            event_number=90_000_111,
            urn=urn,
            kind=words.FULL,
            inspected_on=date(2025, 9, 16),
            published_on=date(2025, 10, 28),
            overall=words.OUTSTANDING,
            helped_and_protected=words.OUTSTANDING,
            leaders_and_managers=words.GOOD,
        )
        setting = replace(plan.setting, sector=words.VOLUNTARY)
        yield replace(plan, setting=setting, scheduled=False, visits=(visit,))
    abroad = supported("9000131", alone("Tarnwater Support Limited", 131), "Shropshire", None)
    setting = replace(abroad.setting, council=WREXHAM, constituency=WREXHAM.constituencies[0])
    yield replace(abroad, setting=setting)
