"""Pages are counted without all of them being made, and come to as many as are made."""

from crawlers.rehearsal.forms.accounts.composition import report, report_length
from crawlers.rehearsal.forms.accounts.document import FILES_NOTHING
from crawlers.rehearsal.forms.accounts.told import told
from crawlers.rehearsal.publishers import make_world


def test_as_many_pages_are_counted_as_are_made() -> None:
    world = make_world(1, "small")
    some = [
        told(world, one)
        for one in world.accounts[::5]
        if one.kind != FILES_NOTHING or one.reporting != one.company
    ]

    assert [report_length(one) for one in some] == [len(report(one).pages) for one in some]
