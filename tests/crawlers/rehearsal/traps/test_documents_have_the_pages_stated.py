"""A filing's entry, its document's metadata and the document itself agree on how long it is."""

from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader

from crawlers.rehearsal.world.bodies import Nature
from tests.crawlers.rehearsal.traps import documents
from tests.crawlers.rehearsal.traps.served import SEEDS, Json, Served, served

OF_A_FORM = 4
"""So many filings of each form are asked for, in each market."""


def sample(here: Served) -> Iterator[Json]:
    """Yield entries of every form on file, with a document: the first met of each."""
    left: dict[tuple[str, str], int] = {}
    for body in here.world.companies:
        if body.nature is Nature.UNRELATED or body.begun_on > here.today:
            continue
        for entry in documents.file(here, body.key):
            kind = entry["type"], entry["description"]
            if "document_metadata" in entry["links"] and left.setdefault(kind, OF_A_FORM):
                left[kind] -= 1
                yield entry


def test_the_pages_of_a_document_are_those_that_its_entry_and_its_metadata_state() -> None:
    forms: set[str] = set()
    for entry, here in (
        (entry, served(seed)) for seed in SEEDS[:2] for entry in sample(served(seed))
    ):
        metadata = here.get(entry["links"]["document_metadata"]).json()
        pdf = documents.as_(here, entry, documents.PDF)
        assert pdf is not None
        found = len(PdfReader(BytesIO(pdf)).pages)
        assert (entry["pages"], metadata["pages"]) == (found, found)
        tagged = documents.as_(here, entry, documents.XHTML)
        if tagged is not None:
            assert len(documents.pages(tagged)) == found
        forms.add(entry["type"])

    assert {"AA", "AAMD", "CS01", "NEWINC", "MR01", "AM03", "TM01", "GAZ1"} <= forms


def test_accounts_are_as_long_as_what_they_say() -> None:
    here = served(SEEDS[0])
    lengths = {entry["pages"] for entry in sample(here) if entry["type"] == "AA"}

    assert len(lengths) > 6


def test_deeds_and_reports_are_of_many_lengths_and_forms_of_one() -> None:
    lengths: dict[str, set[int]] = {}
    for seed in SEEDS:
        for entry in sample(served(seed)):
            lengths.setdefault(entry["type"], set()).add(entry["pages"])

    assert all(len(lengths[form]) > 4 for form in ("MR01", "AM03", "NEWINC"))
    assert all(len(lengths[form]) == 1 for form in ("TM01", "AD01", "MR04", "GAZ1"))
