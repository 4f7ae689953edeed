"""What the rehearsal is held beside: published figures, how ours are measured, and why they differ.

Explanations are of how the market is made; a test fails where a difference is large and no
explanation is here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from crawlers.rehearsal import calibration, words
from crawlers.rehearsal.calibration import published
from oversight.docs.markdown import link
from oversight.docs.rehearsal_figures import DAY

_AT = DAY.year - calibration.FIRST_DAY.year
_FEW_PLACES = 6
_REGISTER = link(
    "Ofsted, Children's social care in England 2025, underlying data",
    "https://www.gov.uk/government/statistics/childrens-social-care-in-england-2025",
)
_OWNERS = link(
    "Ofsted, Ownership of children's social care providers in England 2025",
    "https://www.gov.uk/government/statistics/"
    "ownership-of-childrens-social-care-providers-in-england-2025",
)
_RESEARCHERS = link("researchers' tables", "https://github.com/BenGoodair/Care-Markets")
_DRAWN = "The market is made to hit these."
_CHANCE = "chance, as the other seeds show"


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """One table of the page."""

    title: str
    section: str
    """Of the kept figures."""
    real: Mapping[str, float]
    measured: str
    """How both are measured, in sentences."""
    source: str
    why: Mapping[str, str] = field(default_factory=dict[str, str])
    """Why a row differs."""


def comparisons() -> Iterator[Comparison]:
    """Yield every table, in the order of the page."""
    yield from _of_the_register()
    yield from _of_owners()
    yield from _of_companies()


def _of_the_register() -> Iterator[Comparison]:
    yield Comparison(
        title="Registrations by type",
        section="types",
        real={kind: counts[_AT] for kind, counts in calibration.ON_THE_REGISTER.items()},
        measured=f"{_DRAWN} Registrations that are active or suspended.",
        source=f"{_REGISTER}, Table 6a",
    )
    yield Comparison(
        title="Registrations by sector",
        section="sectors",
        real={
            f"{kind}: {sector}": count
            for kind in (words.HOME, words.SUPPORTED, words.FOSTERING)
            for sector, count in calibration.SECTORS[kind].items()
        },
        measured=f"{_DRAWN} Homes that a council's trust runs are voluntary, as Ofsted has them.",
        source=f"{_REGISTER}, list of providers",
        why={
            "Children's home: Voluntary": "how many councils have trusts, and how many homes those"
            " councils run, is chance",
        },
    )
    yield Comparison(
        title="Children's homes by region",
        section="regions",
        real=published.HOMES_BY_REGION,
        measured="Ofsted's regions. Areas are drawn as often as they have homes; an owner's homes"
        " stand near each other.",
        source=f"{_REGISTER}, list of providers",
        why=dict.fromkeys(
            published.HOMES_BY_REGION,
            "homes of one owner stand near each other: where the largest owners are is chance",
        ),
    )
    yield Comparison(
        title="Children's homes by latest grade",
        section="grades",
        real=published.HOMES_BY_GRADE,
        measured="The newest overall judgement from an inspection on or before the day whose report"
        " was out within 30 days of it.",
        source=f"{_REGISTER}, Table 8c and list of providers",
        why={
            words.INADEQUATE: _CHANCE,
            words.OUTSTANDING: _CHANCE,
            words.REQUIRES_IMPROVEMENT: _CHANCE,
        },
    )
    yield Comparison(
        title="Children's homes by registered places",
        section="places",
        real=_home_places(),
        measured=f"{_DRAWN} The real market's few homes of more than 12 places are left out.",
        source=f"{_REGISTER}, list of providers",
    )
    yield Comparison(
        title="Places, premises and the year",
        section="totals",
        real={
            "places of children's homes": published.PLACES[words.HOME],
            "places of supported accommodation": published.PLACES[words.SUPPORTED],
            "premises of supported accommodation": published.PREMISES,
            "children's homes that left in the year": published.HOMES_LEFT,
            "visits in the year": published.INSPECTIONS,
        },
        measured="Premises that were open on the day, of registrations that were; the year began"
        " on 1 April 2024; visits of all kinds to all types.",
        source=f"{_REGISTER}, lists of providers, premises, leavers and inspections",
        why={
            "children's homes that left in the year": "homes are made to leave at the mean rate of"
            " two years, of which this one was the lower; failures and mergers come on top",
            "premises of supported accommodation": "some registrations have hundreds: chance",
        },
    )


def _home_places() -> Mapping[str, float]:
    few = {n: count for n, count in calibration.HOME_PLACES.items() if n <= _FEW_PLACES}
    more = sum(calibration.HOME_PLACES.values()) - sum(few.values())
    found = {f"{n} place{'s' * (n != 1)}": count for n, count in few.items()}
    return found | {"7 places or more": more}


def _of_owners() -> Iterator[Comparison]:
    split = (
        "the market is made of groups of published sizes, whose homes are then shared out among"
        " companies and change hands; what is left with one owner on a day is not made to fit"
    )
    yield Comparison(
        title="Private owners by children's homes",
        section="owners",
        real=published.PRIVATE_OWNERS_BY_HOMES,
        measured="Registered owners, not their groups: an owner is a text without case, punctuation"
        " and legal suffix, so that one that is spelled in two ways counts twice, in both markets.",
        source=f"{_REGISTER}, list of providers, counted by this project",
        why=dict.fromkeys(published.PRIVATE_OWNERS_BY_HOMES, split),
    )
    yield Comparison(
        title="What the largest have of all children's homes",
        section="shares",
        real={
            "the ten largest owners": published.TEN_LARGEST_OWNERS,
            "the twenty largest owners": published.TWENTY_LARGEST_OWNERS,
            "the twenty largest groups": published.TWENTY_LARGEST_GROUPS,
            "the two largest groups": published.TWO_LARGEST_GROUPS,
            "owners that have a quarter together": published.OWNERS_FOR_A_QUARTER,
            "concentration of owners": published.CONCENTRATION,
        },
        measured="Owners by text, as above; groups by the truth: the topmost company with a"
        " majority, below investors' funds. Concentration is the sum of squared shares, in"
        " ten-thousandths.",
        source=f"{_REGISTER}, list of providers, counted by this project; of groups {_OWNERS}",
    )
    yield Comparison(
        title="How owners' texts are written",
        section="texts",
        real=published.TEXTS
        | {
            "left blank": published.BLANK_TEXTS,
            "changed in three years": published.TEXTS_CHANGED,
            "changed in three years in more than suffix and punctuation": (
                published.TEXTS_CHANGED_IN_SUBSTANCE
            ),
            "equal to the company's name but for case": published.NAMES_EQUAL,
        },
        measured="Of all texts that are not blank, but for: blank ones, of all registrations;"
        " changed ones, of registrations in the registers of 2022 and of 2025; equal ones, of"
        " different texts whose owner is a company, against its name on the day. The rest of these"
        " names need normalising before they are found.",
        source=f"{_REGISTER} and 2022, lists of providers, counted by this project; equal names:"
        f" {_RESEARCHERS}",
        why={
            "changed in three years": "as in the row below",
            "changed in three years in more than suffix and punctuation": "renames come by owner:"
            " one of a large owner changes many texts at once",
            "equal to the company's name but for case": "ours are held against the name on the"
            " day, the researchers' against the names at which they found the company",
        },
    )


def _of_companies() -> Iterator[Comparison]:
    larger = (
        "unlike populations: a home for four children takes more in a year than a micro-entity may"
        " (£632,000) and has more staff"
    )
    yield Comparison(
        title="How companies file",
        section="filings",
        real={f"by software in {year}": s for year, s in published.ACCOUNTS_ON_SOFTWARE.items()}
        | {
            "micro-entities'": sum(published.TAGGED_MICRO) / 2,
            "of companies larger than small": published.LARGER_ACCOUNTS,
            "with a profit and loss account": sum(published.TURNOVER_SHOWN) / 2,
            "with equity of the wrong sign": published.EQUITY_SIGN_WRONG,
        },
        measured="The first rows are of all accounts filed in a year; the others of tagged accounts"
        " filed within a year of the day. The real shares are of all companies of the country, for"
        " nobody publishes those of owners of settings; the last table holds what is known of"
        " those.",
        source="Companies House, reports on electronic filing; "
        + link("companywise", "https://github.com/gregor-nelson/companywise.io")
        + ", of 1.42 million tagged accounts of March 2024 to February 2026; Office for National"
        " Statistics, of 532,066 of about 2018; 380 documents read by this project",
        why={
            "micro-entities'": larger,
            "with a profit and loss account": "unlike populations, as above: of owners' companies"
            " more are large or charities, and must show theirs (see the last table)",
        },
    )
    yield Comparison(
        title="What groups and companies earn",
        section="money",
        real={
            "turnover of the twenty largest groups": published.TWENTY_LARGEST_TURNOVER_GBP,
            "margin of the twenty largest groups": published.TWENTY_LARGEST_MARGIN,
            "median margin of companies that publish theirs": published.COMPANIES_MEDIAN_MARGIN,
            "companies among them above a fifth": published.COMPANIES_ABOVE_A_FIFTH,
            "owners' companies that do not publish theirs": published.PROFIT_NOT_PUBLISHED,
        },
        measured="Margins are EBITDA as a share of turnover, turnover in pounds. Groups: the true"
        " books of the year to the day, at the topmost company; companies: their own books, where"
        " their newest accounts show a profit and loss account.",
        source="Revolution Consulting for the Local Government Association, November 2023, of 19 of"
        f" the 20 largest groups in 2021-22; companies: {_RESEARCHERS}, over several years",
        why={
            "turnover of the twenty largest groups": "the real groups also run schools, care of"
            " adults and homes outside England, which ours do not; fees that rose for three years"
            " make up for part of it",
            "companies among them above a fifth": "some hundred companies, in one year: chance",
            "margin of the twenty largest groups": _CHANCE,
        },
    )
