"""The page that puts the rehearsal beside the real register."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from crawlers.rehearsal import calibration, words
from crawlers.rehearsal.calibration import published
from oversight.docs.markdown import code, heading, page, table
from oversight.docs.rehearsal_figures import DAY, SEED, kept

_Rows = Iterable[tuple[str, float, float]]
"""What is measured, in the rehearsal, and in life."""
_AT = DAY.year - calibration.FIRST_DAY.year
_FEW_PLACES = 6


def text() -> str:
    """The page."""
    found = kept("national")
    return page(
        "The rehearsal beside the real register",
        "This page holds a synthetic market beside the published figures of the real one, with the"
        " differences.",
        f"The rehearsal is the national market of seed {SEED} on {DAY.day} {DAY:%B %Y}, the day of"
        " the newest register that its makers had. Its figures were measured by"
        f" {code('make rehearsal-figures')}, which makes that market again in under a minute; they"
        " are kept because a check of the pages must not wait for it. A test makes the small market"
        " of the same seed and stops when its own figures have changed, so that the kept ones are"
        " not forgotten.",
        "Real figures are totals that Ofsted, the Local Government Association and researchers"
        f" published, each held with its source in {code('crawlers/rehearsal/calibration/')}."
        " Rows marked “drawn from” are what the market is made to hit; the others follow"
        " from how it is made, and say how good it is. A market of another seed differs from this"
        " one by chance.",
        *_sections(found),
        heading("What it does not resemble"),
        *_UNLIKE,
    )


def _sections(found: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    yield heading("Registrations by type (drawn from)")
    types = {kind: numbers[_AT] for kind, numbers in calibration.ON_THE_REGISTER.items()}
    yield _counts(_beside(found["types"], types))
    yield heading("By sector (drawn from)")
    sectors = {
        f"{kind}: {sector}": count
        for kind in (words.HOME, words.SUPPORTED, words.FOSTERING)
        for sector, count in calibration.SECTORS[kind].items()
    }
    yield _counts(_beside(found["sectors"], sectors))
    yield heading("Children's homes by region")
    yield _counts(_beside(found["regions"], published.HOMES_BY_REGION))
    yield heading("Children's homes by latest grade")
    yield _counts(_beside(found["grades"], published.HOMES_BY_GRADE))
    yield heading("Children's homes by registered places (drawn from)")
    yield _counts(_beside(found["places"], _home_places()))
    yield heading("Places, premises and the year")
    totals = {
        "places of children's homes": published.PLACES[words.HOME],
        "places of supported accommodation": published.PLACES[words.SUPPORTED],
        "premises of supported accommodation": published.PREMISES,
        "children's homes that left in the year": published.HOMES_LEFT,
        "visits in the year": published.INSPECTIONS,
    }
    yield _counts(_beside(found["totals"], totals))
    yield heading("Private owners by children's homes")
    yield _counts(_beside(found["owners"], published.PRIVATE_OWNERS_BY_HOMES))
    yield heading("What the largest have of all children's homes")
    yield _mixed(_beside(found["shares"], _shares()))
    yield heading("How owners' texts are written")
    yield _percent(_beside(found["texts"], _texts()))
    yield heading("How companies file")
    yield "The real shares are of all companies, of which owners of settings are a larger kind."
    yield _percent(_beside(found["filings"], _filings()))
    yield heading("What groups and companies earn")
    yield _mixed(_beside(found["money"], _money()))


def _home_places() -> dict[str, float]:
    few = {n: count for n, count in calibration.HOME_PLACES.items() if n <= _FEW_PLACES}
    more = sum(calibration.HOME_PLACES.values()) - sum(few.values())
    found = {f"{n} place{'s' * (n != 1)}": count for n, count in few.items()}
    return found | {"7 places or more": more}


def _shares() -> dict[str, float]:
    return {
        "the ten largest owners": published.TEN_LARGEST_OWNERS,
        "the twenty largest owners": published.TWENTY_LARGEST_OWNERS,
        "the twenty largest groups": published.TWENTY_LARGEST_GROUPS,
        "the two largest groups": published.TWO_LARGEST_GROUPS,
        "owners that have a quarter together": published.OWNERS_FOR_A_QUARTER,
        "concentration of owners": published.CONCENTRATION,
    }


def _texts() -> dict[str, float]:
    return published.TEXTS | {
        "left blank": published.BLANK_TEXTS,
        "changed in three years": published.TEXTS_CHANGED,
        "changed in three years in more than suffix and punctuation": (
            published.TEXTS_CHANGED_IN_SUBSTANCE
        ),
        "equal to the company's name but for case": published.NAMES_EQUAL,
    }


def _filings() -> dict[str, float]:
    return {f"by software in {year}": s for year, s in published.ACCOUNTS_ON_SOFTWARE.items()} | {
        "micro-entities'": sum(published.TAGGED_MICRO) / 2,
        "of companies larger than small": published.LARGER_ACCOUNTS,
        "with a profit and loss account": sum(published.TURNOVER_SHOWN) / 2,
        "with equity of the wrong sign": published.EQUITY_SIGN_WRONG,
    }


def _money() -> dict[str, float]:
    return {
        "turnover of the twenty largest groups": published.TWENTY_LARGEST_TURNOVER_GBP,
        "margin of the twenty largest groups": published.TWENTY_LARGEST_MARGIN,
        "median margin of companies that publish theirs": published.COMPANIES_MEDIAN_MARGIN,
        "companies among them above a fifth": published.COMPANIES_ABOVE_A_FIFTH,
        "owners' companies that do not publish theirs": published.PROFIT_NOT_PUBLISHED,
    }


def _beside(ours: Mapping[str, float], real: Mapping[str, float]) -> _Rows:
    return [(what, ours.get(what, 0), number) for what, number in real.items()]


def _counts(rows: _Rows) -> str:
    return _table(rows, lambda _: _count)


def _percent(rows: _Rows) -> str:
    return _table(rows, lambda _: _share)


def _mixed(rows: _Rows) -> str:
    return _table(rows, lambda number: _share if number <= 1 else _count)


def _table(rows: _Rows, written: Callable[[float], Callable[[float], str]]) -> str:
    return table(
        ("", "Rehearsal", "Real", "Difference"),
        [
            (what, write(ours), write(real), write(ours - real, "+"))
            for what, ours, real in rows
            for write in (written(real),)
        ],
    )


def _count(number: float, sign: str = "") -> str:
    return f"{number:{sign},.0f}"


def _share(number: float, sign: str = "") -> str:
    """A share of a hundred; a difference is in points."""
    return f"{100 * number:{sign}.1f}{' points' if sign else '%'}"


_UNLIKE = (
    "Companies are fewer kinds than in life: no other care, no Scottish or Irish company, no"
    " overseas entity. Investors buy a group once in ten years and keep it, so that debt is lower"
    " beside earnings than in life; groups owe nothing to each other but share capital and loan"
    " notes at the top.",
    "A minority holder has no part in consolidated reserves. A company that an insolvency ends"
    " leaves its group's books with whatever it owed.",
)
