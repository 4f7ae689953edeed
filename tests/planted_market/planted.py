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
visits) have blank grades.

Company numbers written into a name begin with 0, as the publisher has them, so each may be
somebody's; the others begin with 99, which Companies House has not reached. A rehearsal asks
neither of a real register.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from crawlers.rehearsal import words
from crawlers.rehearsal.world.bodies import Body
from tests.planted_market.councils import NAMED, WREXHAM
from tests.planted_market.placed import (
    Placed,
    agency,
    company,
    council_itself,
    graded,
    home,
    sized,
    supported,
    visit,
    written,
)

_GOOD, _POOR, _WORST = words.GOOD, words.REQUIRES_IMPROVEMENT, words.INADEQUATE
_SPELLINGS = (
    ("9000051", "Staffordshire", "Thistle & Tarn Care Limited"),
    ("9000052", "Durham", "Thistle & Tarn Care Ltd"),
    ("9000053", "Lancashire", "THISTLE & TARN CARE LIMITED"),
    ("9000054", "Southend on Sea", "Thistle and Tarn Care Limited"),
    ("9000055", "Kent", "Thistle & Tarn Care Limited "),
    ("9000056", "Enfield", "thistle and tarn care ltd"),
)
_GLUED = (
    ("9000061", "Kent", "Ploversgate Care Limited", "09999911", "{} 09999911"),
    ("9000062", "Leeds", "Sorrelstead Care Limited", "09999912", "{} 9999912"),
    ("9000063", "Essex", "Wrenwater Care Limited", "09999913", "{} - company number 09999913"),
    ("9000064", "Enfield", "Bramhollow Care Limited", "09999914", "{} (09999914)"),
    ("9000065", "Manchester", "Curlewgate Care", "09999915", "{} 09999915, 1999915"),
)


def planted() -> Iterator[Placed]:
    """Yield every planted setting, with what is found there."""
    yield from _failing()
    yield from _ownerless()
    yield from _spelled()
    yield from _dominant()
    yield from _odd()
    yield from _agencies()


def _failing() -> Iterator[Placed]:
    """Yield homes whose owners fail, or nearly."""
    three = company("99900001", "Larkmoor Care Limited")
    yield home("9000001", three, "Birmingham").judged(_GOOD, _GOOD, _WORST)
    yield home("9000002", three, "Leeds").judged(_GOOD, _POOR, _WORST)
    yield home("9000003", three, "Kent").judged(_GOOD, _GOOD, _WORST)
    yield _good("9000004", three, "Essex").visited(
        visit("9000004", 90_000_041, words.ASSURANCE, date(2026, 2, 3))
    )
    yield _good("9000005", three, "Devon")
    mixed = company("99900011", "Fernhollow Young People Limited")
    halted = _good("9000011", mixed, "Norfolk")
    yield halted.but(suspended=((date(2026, 2, 10), None),))
    yield _good("9000012", mixed, "Liverpool")
    yield _good("9000013", mixed, "Croydon")
    yield supported("9000014", mixed, "Norfolk").judged(words.SERIOUS)
    middling = company("99900021", "Sedgewater Homes Limited")
    yield home("9000021", middling, "Derbyshire").judged(_GOOD, _GOOD, _POOR)
    yield home("9000022", middling, "Hampshire").judged(_GOOD, _POOR, _POOR)
    yield _good("9000023", middling, "Sunderland")
    own = council_itself(NAMED["Leicestershire"])
    for urn, grade in (("SC900031", _WORST), ("SC900032", _WORST), ("SC900033", _GOOD)):
        placed = home(urn, own, "Leicestershire").but(sector=words.COUNCIL)
        yield placed.judged(_GOOD, _GOOD, grade)


def _ownerless() -> Iterator[Placed]:
    """Yield settings of which nobody says who owns them."""
    yield home("9000041", None, "Lancashire").judged(_GOOD, _GOOD, _WORST)
    yield home("SC900042", None, "Hampshire").judged(_GOOD, _GOOD, _WORST)
    yield _good("9000043", None, "Shropshire")
    yield _good("9000044", None, "Redbridge")
    school = agency("SC900045", words.BOARDING, None, "Devon", "Sorrelwick School")
    yield school.but(sizes=sized(60), linked_education_urn=900_045)
    yield supported("9000046", None, "Bradford")


def _spelled() -> Iterator[Placed]:
    """Yield homes whose owners' names need reading."""
    one = company("99900051", "Thistle & Tarn Care Limited")
    for urn, council, text in _SPELLINGS:
        yield _good(urn, one, council).but(owner_texts=written(text))
    for urn, council, name, number, text in _GLUED:
        owner = company(number, name, "1999915" if "1999915" in text else None)
        yield _good(urn, owner, council).but(owner_texts=written(text.format(name)))


def _dominant() -> Iterator[Placed]:
    owner = company("99900101", "Turnwater Care Limited")
    for number in range(101, 107):
        yield _good(f"9000{number}", owner, "Somerset").but(sizes=sized(5))


def _odd() -> Iterator[Placed]:
    """Yield homes in whose rows the publisher's hand slipped, or its calendar matters."""
    fortunate = company("99900081", "Mallowgate Care Limited")
    for urn, council in (("9000081", "Liverpool"), ("SC900082", "Derbyshire")):
        yield _good(urn, fortunate, council).but(provision_type="Children's Home")
    gone = home("9000091", company("99900091", "Mallowstead Care Limited"), "Manchester")
    yield gone.but(left_on=date(2025, 6, 4), left_by=words.CANCELLED).judged(_GOOD, _GOOD, None)
    late = visit("9000121", 90_000_121, words.FULL, date(2026, 3, 24), **graded(_WORST))
    before = _good("9000121", company("99900121", "Ternwater Care Ltd"), "Birmingham")
    yield before.visited(replace(late, published_on=date(2026, 5, 12)))
    brief = home("9000141", company("99900141", "Brackenwater Care Ltd"), "Staffordshire")
    opened, closed = date(2025, 5, 20), date(2026, 1, 15)
    yield brief.but(registered_on=opened, left_on=closed, left_by=words.RESIGNED)


def _agencies() -> Iterator[Placed]:
    """Yield what is neither a home nor ownerless."""
    number = company("99900071", "3.13")
    centre = agency("9000071", words.FAMILY_CENTRE, number, "Durham", "Sedgehollow").but(
        owner_texts=written(3.13), sector=words.VOLUNTARY, sizes=sized(4)
    )
    seen = visit("9000071", 90_000_716, words.FULL, date(2025, 6, 17), **graded(_GOOD))
    yield centre.visited(seen)
    family = company("99900111", "Quillstead Family Trust", "1999111")
    for urn, kind in (("9000111", words.FOSTERING), ("SC900112", words.ADOPTION)):
        placed = agency(urn, kind, family, "Birmingham", "Quillstead").but(sector=words.VOLUNTARY)
        shared = visit(urn, 90_000_111, words.FULL, date(2025, 9, 16), **graded(words.OUTSTANDING))
        yield placed.visited(shared)
    office = company("99900131", "Tarnwater Support Limited")
    abroad = supported("9000131", office, "Shropshire")
    yield abroad.but(council=WREXHAM.key, constituency=WREXHAM.constituencies[0])


def _good(urn: str, owner: Body | None, council: str) -> Placed:
    """A home that was always found good."""
    return home(urn, owner, council).judged(_GOOD, _GOOD, _GOOD)
