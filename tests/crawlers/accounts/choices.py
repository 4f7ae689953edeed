"""Figures chosen from tables of what each reader gave."""

from hypothesis import strategies as st

from crawlers.accounts.choosing import Chosen, choose
from crawlers.accounts.figure import Figure
from crawlers.accounts.said import About
from db.records.accounts_words import HowRead, Measure, Scope
from tests.crawlers.accounts.figures import BEFORE, YEAR, figures

ABOUT = About(period=YEAR, previous=BEFORE)


def chosen_of(tagged: str = "", printed: str = "", scanned: str = "", keyed: str = "") -> Chosen:
    return choose(
        tagged=figures(tagged),
        printed=figures(printed, HowRead.PRINTED),
        scanned=figures(scanned, HowRead.SCANNED),
        keyed=figures(keyed, HowRead.KEYED),
        about=ABOUT,
    )


def words(chosen: Chosen) -> list[str]:
    return [note.words for note in chosen.notes]


reads = st.sampled_from(list(HowRead))
lines = st.sampled_from(list(Measure))
amounts = st.integers(-(10**7), 10**7)


@st.composite
def any_figures(draw: st.DrawFn) -> tuple[Figure, ...]:
    scope, measure = draw(st.sampled_from(list(Scope))), draw(lines)
    period = draw(st.sampled_from([YEAR, BEFORE]))
    return figures(f"{scope} {measure} {draw(amounts)}", draw(reads), period, draw(st.floats(0, 1)))
