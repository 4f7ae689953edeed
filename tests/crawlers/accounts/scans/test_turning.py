"""Pages that lie on their side."""

from crawlers.accounts.scans.paper import opened
from crawlers.accounts.scans.reading import read_scan
from crawlers.accounts.scans.recogniser import Recognised
from crawlers.accounts.scans.turning import is_sideways, upright
from tests.crawlers.accounts.scans.papers import Told, pictures, without_its_second_page, words

SMALL = (100, 100)
UPRIGHT = words(*["the directors present their report"] * 8)
NONSENSE = words(*["vvi eea uu mnn xq"] * 8, sure=0.2)


def test_a_page_of_doubtful_letters_lies_on_its_side_and_a_few_tell_nothing() -> None:
    assert is_sideways(Recognised(page=1, words=NONSENSE))
    assert not is_sideways(Recognised(page=1, words=NONSENSE[:10]))
    assert not is_sideways(Recognised(page=1, words=UPRIGHT))


def test_a_page_on_its_side_is_turned_until_it_can_be_read() -> None:
    recognise = Told({(1, 200): NONSENSE}, turned={1: [NONSENSE, UPRIGHT]})
    scanned = read_scan(pictures(SMALL), recognise)

    assert scanned.lines[0].text == "the directors present their report"
    assert recognise.asked == [(1, 200)] * 3
    assert scanned.seconds == 4.5


def test_a_photograph_that_cannot_be_read_any_way_stays_as_it_is() -> None:
    recognise = Told({(1, 200): NONSENSE}, turned={1: [NONSENSE, NONSENSE, NONSENSE]})
    scanned = read_scan(pictures(SMALL), recognise)

    assert len(recognise.asked) == 4
    assert scanned.lines[0].text == "vvi eea uu mnn xq"


def test_a_page_that_cannot_be_drawn_turned_stays_as_it_was_read() -> None:
    read, recognise = Recognised(page=2, words=NONSENSE, seconds=1.5), Told({})

    with opened(without_its_second_page()) as paper:
        turned = upright(paper, read, recognise, dpi=200)

    assert turned == (read, 0)
    assert recognise.asked == []
