"""The rehearsal's settings beside the real ones: counts, sizes and grades of the register."""

from collections.abc import Iterator, Mapping

from crawlers.rehearsal import calibration, words
from crawlers.rehearsal.calibration import published
from oversight.docs.rehearsal_comparison import CHANCE, REGISTER, Comparison
from oversight.docs.rehearsal_figures import DAY

_AT = DAY.year - calibration.FIRST_DAY.year
_FEW_PLACES = 6
_DRAWN = "The market is made to hit these."


def of_settings() -> Iterator[Comparison]:
    """Yield the tables of what is registered."""
    yield Comparison(
        title="Registrations by type",
        section="types",
        real={kind: counts[_AT] for kind, counts in calibration.ON_THE_REGISTER.items()},
        measured=f"{_DRAWN} Registrations that are active or suspended.",
        source=f"{REGISTER}, Table 6a",
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
        source=f"{REGISTER}, list of providers",
        why={
            "Supported Accommodation: Voluntary": CHANCE,
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
        source=f"{REGISTER}, list of providers",
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
        source=f"{REGISTER}, Table 8c and list of providers",
        why={
            words.INADEQUATE: CHANCE,
            words.OUTSTANDING: CHANCE,
            words.REQUIRES_IMPROVEMENT: CHANCE,
            "never inspected": CHANCE,
        },
    )
    yield Comparison(
        title="Children's homes by registered places",
        section="places",
        real=_home_places(),
        measured=f"{_DRAWN} The real market's few homes of more than 12 places are left out.",
        source=f"{REGISTER}, list of providers",
        why=dict.fromkeys(_home_places(), CHANCE),
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
        source=f"{REGISTER}, lists of providers, premises, leavers and inspections",
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
