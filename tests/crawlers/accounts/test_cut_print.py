"""A printed statement that a cut goes through, as its whole document is read."""

from crawlers.accounts.filing import read_filing
from crawlers.accounts.read_filing import ReadFiling
from db.records.accounts_words import AccountsState, HowRead, Measure
from tests.crawlers.accounts.made import INLINE

STATEMENT = b"""
<h2>Profit and loss account for the year ended 31 March 2024</h2>
<table><tr><td></td><td>2024</td><td>2023</td></tr>
<tr><td></td><td>&#163;</td><td>&#163;</td></tr>
<tr><td>Turnover</td><td>1,200</td><td>1,100</td></tr>
<tr><td>Cost of sales</td><td><span>(</span>400)</td><td><span>(3</span><span>00</span>)</td></tr>
<tr><td>Gross profit</td><td>8<span>0</span>0</td><td>8<span>0</span>0</td></tr>
</table></body></html>
"""
WHOLE = INLINE.replace(b"</body></html>\n", STATEMENT)
TAKEN = {
    (2024, Measure.TURNOVER): 1200,
    (2023, Measure.TURNOVER): 1100,
    (2024, Measure.COST_OF_SALES): 400,
    (2023, Measure.COST_OF_SALES): 300,
    (2024, Measure.GROSS_PROFIT): 800,
    (2023, Measure.GROSS_PROFIT): 800,
    (2024, Measure.NET_ASSETS): 450,
}


def read(body: bytes) -> ReadFiling:
    return read_filing(body, name="a.html", recognise=None)


def values(found: ReadFiling) -> dict[tuple[int, Measure], int]:
    both = (*found.figures, *found.comparatives)
    return {(one.period.end.year, one.measure): int(one.value) for one in both}


def test_the_whole_statement_is_read() -> None:
    assert values(read(WHOLE)) == TAKEN


def test_wherever_a_printed_statement_is_cut_no_number_changes() -> None:
    changed = {
        cut: found
        for cut in range(WHOLE.index(b"<h2>"), len(WHOLE) - len(b"</html>\n"))
        if not (found := values(read(WHOLE[:cut]))).items() <= TAKEN.items()
    }

    assert changed == {}


def test_what_is_printed_alone_in_a_statement_without_its_foot_is_less_sure() -> None:
    found = read(WHOLE[: WHOLE.index(b"<tr><td>Gross profit")])

    sure = {(one.read, one.measure): one.confidence for one in found.considered}
    assert found.state is AccountsState.PARTLY_READ
    assert sure[HowRead.PRINTED, Measure.TURNOVER] < 0.6
    assert sure[HowRead.TAGGED, Measure.TURNOVER] == 1.0
    assert "Profit and loss account for the year ended 31 March 2024” is cut short" in " ".join(
        note.words for note in found.notes
    )
