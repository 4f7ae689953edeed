"""A small world of companies with books that balance, and one filing of every kind."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from crawlers.rehearsal.world.bodies import (
    Address,
    Body,
    Form,
    Named,
    Nature,
    Office,
    Person,
    YearEnd,
)
from crawlers.rehearsal.world.books import (
    Accounts,
    Books,
    Income,
    LeaseBasis,
    Medium,
    Position,
    Scope,
    Vendor,
    Withheld,
)
from crawlers.rehearsal.world.control import Appointment, Stake
from crawlers.rehearsal.world.world import World

LONG_AGO = date(2015, 5, 11)
JERSEY = "foreign:JE-900123"
TOP, CARE, PROPERTY = "99000001", "99000002", "99000003"
SMALL, MICRO, DORMANT = "99000011", "99000012", "99000013"
CHARITY, PARTNERSHIP, NEW = "99000014", "OC990015", "99000016"

NO_INCOME = Income(
    turnover=0,
    staff_costs=0,
    rent=0,
    group_rent=0,
    management_charge=0,
    other_costs=0,
    exceptional_costs=0,
    depreciation=0,
    amortisation=0,
    bank_interest=0,
    lease_interest=0,
    group_interest=0,
    dividends_received=0,
    tax=0,
    dividends_paid=0,
)
NOTHING = Position(
    goodwill=0,
    tangible=0,
    investments=0,
    trade_debtors=0,
    group_debtors=0,
    cash=0,
    trade_creditors=0,
    taxes=0,
    group_creditors=0,
    bank_loans_within_a_year=0,
    leases_within_a_year=0,
    bank_loans_after=0,
    loan_notes_after=0,
    leases_after=0,
    provisions=0,
    share_capital=0,
    share_premium=0,
    retained_earnings=0,
)

GROUP_2024 = replace(
    NO_INCOME,
    turnover=21_480_317,
    staff_costs=13_064_118,
    rent=1_210_400,
    other_costs=3_377_905,
    depreciation=611_240,
    amortisation=1_350_000,
    bank_interest=802_116,
    group_interest=2_400_000,
    tax=118_350,
)
GROUP_2025 = replace(
    NO_INCOME,
    turnover=23_906_744,
    staff_costs=15_118_902,
    rent=1_384_900,
    other_costs=3_802_611,
    exceptional_costs=275_000,
    depreciation=702_318,
    amortisation=1_350_000,
    bank_interest=911_407,
    group_interest=2_640_000,
    tax=-41_220,
)
TOP_2024 = replace(
    NO_INCOME,
    management_charge=-400_000,
    other_costs=361_207,
    group_interest=2_400_000,
    dividends_received=2_000_000,
    tax=0,
)
TOP_2025 = replace(
    NO_INCOME,
    management_charge=-450_000,
    other_costs=388_950,
    group_interest=2_640_000,
    dividends_received=2_500_000,
    tax=0,
)
CARE_2024 = replace(
    NO_INCOME,
    turnover=21_480_317,
    staff_costs=13_064_118,
    rent=1_210_400,
    group_rent=360_000,
    management_charge=400_000,
    other_costs=2_990_511,
    depreciation=411_240,
    bank_interest=12_402,
    tax=640_008,
    dividends_paid=2_000_000,
)
CARE_2025 = replace(
    NO_INCOME,
    turnover=23_906_744,
    staff_costs=15_118_902,
    rent=1_384_900,
    group_rent=372_000,
    management_charge=450_000,
    other_costs=3_371_880,
    exceptional_costs=275_000,
    depreciation=502_318,
    bank_interest=10_977,
    tax=512_441,
    dividends_paid=2_500_000,
)


def balanced(position: Position) -> Position:
    """The same with retained earnings that make it balance."""
    missing = position.net_assets - position.share_capital - position.share_premium
    return replace(position, retained_earnings=missing)


def moved(before: Position, income: Income, **changed: int) -> Position:
    """Next year's position: earnings follow from the year, cash is what balances."""
    retained = before.retained_earnings + income.profit - income.dividends_paid
    after = replace(before, retained_earnings=retained, **changed)
    return replace(after, cash=after.cash + after.equity - after.net_assets)


GROUP_AT_2024 = balanced(
    replace(
        NOTHING,
        goodwill=10_800_000,
        tangible=9_416_702,
        trade_debtors=2_604_113,
        cash=1_922_870,
        trade_creditors=1_880_419,
        taxes=655_204,
        bank_loans_within_a_year=600_000,
        bank_loans_after=9_900_000,
        loan_notes_after=24_000_000,
        provisions=140_000,
        share_capital=1_000,
        share_premium=99_000,
    )
)
GROUP_AT_2025 = moved(
    GROUP_AT_2024,
    GROUP_2025,
    goodwill=9_450_000,
    tangible=9_933_418,
    trade_debtors=3_118_960,
    trade_creditors=2_415_377,
    taxes=702_881,
    bank_loans_after=9_300_000,
    loan_notes_after=26_640_000,
    provisions=120_000,
)
TOP_AT_2024 = balanced(
    replace(
        NOTHING,
        investments=25_400_000,
        group_debtors=410_000,
        cash=88_412,
        trade_creditors=61_205,
        loan_notes_after=24_000_000,
        share_capital=1_000,
        share_premium=99_000,
    )
)
TOP_AT_2025 = moved(TOP_AT_2024, TOP_2025, loan_notes_after=26_640_000, group_debtors=455_000)
CARE_AT_2024 = balanced(
    replace(
        NOTHING,
        tangible=2_216_702,
        trade_debtors=2_604_113,
        cash=1_710_455,
        trade_creditors=1_790_101,
        taxes=655_204,
        group_creditors=410_000,
        bank_loans_within_a_year=40_000,
        bank_loans_after=160_000,
        provisions=140_000,
        share_capital=100,
    )
)
CARE_AT_2025 = moved(
    CARE_AT_2024,
    CARE_2025,
    tangible=2_733_418,
    trade_debtors=3_118_960,
    trade_creditors=2_301_550,
    taxes=702_881,
    group_creditors=455_000,
    bank_loans_after=120_000,
)


def books(
    company: str,
    scope: Scope,
    year: int,
    income: Income,
    position: Position,
    *,
    employees: int = 0,
    basis: LeaseBasis = LeaseBasis.OLD_FRS_102,
    highest_paid: int | None = None,
    commitments: int = 0,
) -> Books:
    """One year to 31 March."""
    return Books(
        company=company,
        scope=scope,
        start=date(year - 1, 4, 1),
        end=date(year, 3, 31),
        lease_basis=basis,
        income=income,
        position=position,
        employees=employees,
        highest_paid_director=highest_paid,
        lease_commitments=commitments,
    )


CARE_2026 = replace(
    NO_INCOME,
    turnover=24_400_115,
    staff_costs=15_702_338,
    group_rent=372_000,
    management_charge=460_000,
    other_costs=3_410_274,
    depreciation=1_702_318,
    bank_interest=9_113,
    lease_interest=402_660,
    tax=460_118,
)
CARE_AT_2026 = moved(
    CARE_AT_2025,
    CARE_2026,
    tangible=9_933_418,
    leases_within_a_year=1_190_402,
    leases_after=6_104_998,
)
SMALL_2024 = replace(
    NO_INCOME,
    turnover=1_204_551,
    staff_costs=802_340,
    rent=61_200,
    other_costs=214_008,
    depreciation=21_400,
    bank_interest=4_410,
    tax=19_220,
    dividends_paid=60_000,
)
SMALL_2025 = replace(
    SMALL_2024, turnover=1_190_422, staff_costs=868_110, other_costs=241_900, tax=0
)
SMALL_AT_2024 = balanced(
    replace(
        NOTHING,
        tangible=64_208,
        trade_debtors=98_112,
        cash=51_077,
        trade_creditors=88_640,
        taxes=39_115,
        bank_loans_within_a_year=12_000,
        bank_loans_after=36_000,
        share_capital=100,
    )
)
SMALL_AT_2025 = moved(
    SMALL_AT_2024, SMALL_2025, tangible=42_808, trade_creditors=151_902, bank_loans_after=24_000
)
"""Net liabilities: more is owed than there is."""
MICRO_2025 = replace(
    NO_INCOME, turnover=412_006, staff_costs=288_190, rent=30_000, other_costs=71_455, tax=4_248
)
MICRO_AT_2024 = balanced(
    replace(NOTHING, tangible=9_120, cash=30_411, trade_creditors=21_008, share_capital=1)
)
MICRO_AT_2025 = moved(MICRO_AT_2024, MICRO_2025)
DORMANT_AT = replace(NOTHING, cash=100, share_capital=100)
CHARITY_2025 = replace(
    NO_INCOME, turnover=3_802_114, staff_costs=2_911_402, other_costs=702_551, depreciation=58_110
)
CHARITY_AT_2024 = balanced(
    replace(
        NOTHING, tangible=1_402_118, trade_debtors=201_440, cash=640_002, trade_creditors=88_125
    )
)
CHARITY_AT_2025 = moved(CHARITY_AT_2024, CHARITY_2025, tangible=1_344_008)
PARTNERS_2025 = replace(NO_INCOME, turnover=702_551, staff_costs=410_226, other_costs=120_339)
PARTNERS_AT_2024 = balanced(
    replace(NOTHING, tangible=88_440, cash=61_250, trade_creditors=30_115, share_capital=50_000)
)
PARTNERS_AT_2025 = moved(PARTNERS_AT_2024, PARTNERS_2025)
NEW_2025 = replace(NO_INCOME, turnover=880_402, staff_costs=640_118, other_costs=190_227)
NEW_AT_2025 = balanced(replace(NOTHING, cash=50_157, share_capital=100))

MICRO_BASIS = LeaseBasis.FRS_105
BOOKS = (
    books(TOP, Scope.GROUP, 2024, GROUP_2024, GROUP_AT_2024, employees=402, commitments=9_800_000),
    books(
        TOP,
        Scope.GROUP,
        2025,
        GROUP_2025,
        GROUP_AT_2025,
        employees=441,
        highest_paid=214_500,
        commitments=9_402_000,
    ),
    books(TOP, Scope.COMPANY, 2024, TOP_2024, TOP_AT_2024, employees=3),
    books(TOP, Scope.COMPANY, 2025, TOP_2025, TOP_AT_2025, employees=4),
    books(CARE, Scope.COMPANY, 2024, CARE_2024, CARE_AT_2024, employees=398),
    books(
        CARE,
        Scope.COMPANY,
        2025,
        CARE_2025,
        CARE_AT_2025,
        employees=437,
        highest_paid=98_200,
        commitments=9_402_000,
    ),
    books(
        CARE,
        Scope.COMPANY,
        2026,
        CARE_2026,
        CARE_AT_2026,
        employees=440,
        basis=LeaseBasis.AMENDED_FRS_102,
    ),
    books(SMALL, Scope.COMPANY, 2024, SMALL_2024, SMALL_AT_2024, employees=29),
    books(SMALL, Scope.COMPANY, 2025, SMALL_2025, SMALL_AT_2025, employees=31),
    books(MICRO, Scope.COMPANY, 2024, NO_INCOME, MICRO_AT_2024, employees=8, basis=MICRO_BASIS),
    books(MICRO, Scope.COMPANY, 2025, MICRO_2025, MICRO_AT_2025, employees=9, basis=MICRO_BASIS),
    books(DORMANT, Scope.COMPANY, 2024, NO_INCOME, DORMANT_AT),
    books(DORMANT, Scope.COMPANY, 2025, NO_INCOME, DORMANT_AT),
    books(CHARITY, Scope.COMPANY, 2024, NO_INCOME, CHARITY_AT_2024, employees=80),
    books(CHARITY, Scope.COMPANY, 2025, CHARITY_2025, CHARITY_AT_2025, employees=84),
    books(PARTNERSHIP, Scope.COMPANY, 2024, NO_INCOME, PARTNERS_AT_2024, employees=11),
    books(PARTNERSHIP, Scope.COMPANY, 2025, PARTNERS_2025, PARTNERS_AT_2025, employees=12),
    replace(
        books(NEW, Scope.COMPANY, 2025, NEW_2025, NEW_AT_2025, employees=20),
        start=date(2024, 1, 9),
    ),
    books(JERSEY, Scope.GROUP, 2024, GROUP_2024, GROUP_AT_2024, employees=402),
    books(JERSEY, Scope.GROUP, 2025, GROUP_2025, GROUP_AT_2025, employees=441),
)
OFFICE = Address(
    premises="12",
    street="Spindle Walk",
    town="Leeds",
    postcode="LS99 9XA",
    country="England",
)


def body(key: str, name: str, form: Form = Form.LIMITED, nature: Nature = Nature.PROVIDER) -> Body:
    """A company of this name, with its year to 31 March."""
    return Body(
        key=key,
        form=form,
        nature=nature,
        names=(Named(name=name, since=LONG_AGO),),
        offices=(Office(address=OFFICE, since=LONG_AGO),),
        year_ends=(YearEnd(month=3, day=31, since=LONG_AGO),),
        begun_on=LONG_AGO,
    )


BODIES = (
    replace(
        body(JERSEY, "Whimbrelgarth Holdings Limited", Form.FOREIGN, Nature.FUND),
        jurisdiction="Jersey",
        foreign_number="JE900123",
    ),
    body(TOP, "CORNCRAKEHOLT TOPCO LIMITED", nature=Nature.HOLDING),
    body(CARE, "CORNCRAKEHOLT CARE LIMITED"),
    body(PROPERTY, "CORNCRAKEHOLT PROPERTIES LIMITED", nature=Nature.PROPERTY),
    body(SMALL, "TEASELRIGG HOMES LTD"),
    body(MICRO, "SISKINMERE & SONS LTD"),
    body(DORMANT, "YAFFLEWICK LIMITED", nature=Nature.DORMANT),
    replace(body(CHARITY, "THE YARROWCOMBE TRUST", Form.GUARANTEE), charity_number="1999111"),
    body(PARTNERSHIP, "DUNLINSHAW LLP", Form.LLP),
    body(NEW, "TWITEBECK LIMITED"),
)
PERSON = Person(
    key="person:1",
    forename="Alder",
    surname="Quillwort",
    born=(1970, 4),
    nationality="British",
    country="England",
    officer_ids=("abc",),
)


def stake(holder: str, company: str) -> Stake:
    """All of a company."""
    return Stake(
        key=f"{holder}/{company}",
        holder=holder,
        company=company,
        since=LONG_AGO,
        shares=1.0,
        votes=1.0,
    )


def appointment(company: str, role: str = "director") -> Appointment:
    """The one person on a board from the first day."""
    return Appointment(
        key=f"{company}/1",
        officer="person:1",
        officer_id="abc",
        company=company,
        role=role,
        since=LONG_AGO,
        filed_on=LONG_AGO,
    )


GROUP_FILING = Accounts(
    key="MzAwMDAwMDAwMWFkaXF6a2N4",
    document_id="doc-1",
    company=TOP,
    reporting=TOP,
    scopes=(Scope.COMPANY, Scope.GROUP),
    start=date(2024, 4, 1),
    end=date(2025, 3, 31),
    filed_on=date(2025, 12, 12),
    due_on=date(2025, 12, 31),
    kind="group",
    medium=Medium.TAGGED,
    vendor=Vendor.DIGITA,
    withheld=Withheld.PARENT,
    opinion="unmodified",
)
FULL_FILING = replace(
    GROUP_FILING,
    key="MzAwMDAwMDAwMmFkaXF6a2N4",
    document_id="doc-2",
    company=CARE,
    reporting=CARE,
    scopes=(Scope.COMPANY,),
    kind="full",
    withheld=None,
)
SMALL_FILING = replace(
    FULL_FILING,
    key="MzAwMDAwMDAxMWFkaXF6a2N4",
    document_id="doc-3",
    company=SMALL,
    reporting=SMALL,
    kind="total-exemption-full",
    opinion=None,
    withheld=Withheld.FILLETED,
)


def of(company: str, filing: Accounts, **changed: object) -> Accounts:
    """The like filing of another company."""
    return replace(filing, company=company, reporting=company, **changed)  # pyright: ignore[reportArgumentType]


def world(*accounts: Accounts, more: Iterable[Books] = ()) -> World:
    """The world in which these accounts are filed."""
    return World(
        seed=7,
        size="small",
        first_day=LONG_AGO,
        last_day=date(2026, 12, 31),
        councils=(),
        bodies=BODIES,
        people=(PERSON,),
        stakes=(stake(JERSEY, TOP), stake(TOP, CARE), stake(TOP, PROPERTY)),
        statements=(),
        exemptions=(),
        appointments=(
            *(appointment(one) for one in (TOP, CARE, SMALL, MICRO, DORMANT, CHARITY, NEW)),
            appointment(PARTNERSHIP, "llp-designated-member"),
        ),
        settings=(),
        inspections=(),
        books=(*BOOKS, *more),
        accounts=accounts,
        charges=(),
        insolvencies=(),
        notices=(),
        filings=(),
        happenings=(),
        traps=(),
    )
