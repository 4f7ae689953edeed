"""Filed accounts as an outsider gets them: the file's list, then the document behind an entry."""

import os
import re
import shutil
import subprocess
from functools import cache
from io import BytesIO
from xml.etree import ElementTree as ET

from pypdf import PdfReader

from tests.crawlers.rehearsal.accounts_reading import root, visible
from tests.crawlers.rehearsal.test_accounts_scans import picture
from tests.crawlers.rehearsal.traps.served import Json, Served

PDF, XHTML = "application/pdf", "application/xhtml+xml"
IX = "{http://www.xbrl.org/2013/inlineXBRL}"


@cache
def file(served: Served, number: str) -> tuple[Json, ...]:
    """Everything on a company's file, newest first."""
    return tuple(served.every(f"/company/{number}/filing-history"))


def accounts(served: Served, number: str) -> list[Json]:
    """The accounts on a company's file, newest first."""
    return [one for one in file(served, number) if one["type"] in {"AA", "AAMD"}]


def filing(served: Served, number: str, transaction: str) -> Json | None:
    """One entry of a company's file; None where it is not there."""
    return next((one for one in file(served, number) if one["transaction_id"] == transaction), None)


def as_(served: Served, entry: Json, media_type: str) -> bytes | None:
    """A document in a media type; None where there is none of it in that type, or none at all."""
    address = entry["links"].get("document_metadata")
    if address is None:
        return None
    told = served.get(f"{address}/content", accept=media_type)
    return None if told.status == 406 else told.body


def words(body: bytes) -> str:
    """What a reader of a tagged document sees, in one line."""
    return visible(body)


def concepts(body: bytes) -> set[str]:
    """The names of everything tagged in a document, without their prefixes."""
    return {tag.get("name", "").rpartition(":")[2] for tag in _tags(root(body))}


def pages(body: bytes) -> list[ET.Element]:
    """The pages of a tagged document."""
    return [
        one
        for one in root(body).iter("{http://www.w3.org/1999/xhtml}div")
        if one.get("class") in {"page", "portraitpage"}
    ]


def tagged_on(page: ET.Element) -> int:
    """How many numbers are tagged on a page."""
    return sum(1 for _ in page.iter(f"{IX}nonFraction"))


def text(of: ET.Element) -> str:
    """All the text of a part of a document, in one line."""
    return re.sub(r"\s+", " ", " ".join(of.itertext())).strip()


def cover(body: bytes) -> str | None:
    """What stands on the first page of a scan; None where no recogniser is installed."""
    return _page(body, 0) if can_read() else None


def shows(body: bytes, words: re.Pattern[str]) -> bool | None:
    """Whether some page of a scan has some words; None where no recogniser is installed."""
    if not can_read():
        return None
    pages = range(len(PdfReader(BytesIO(body)).pages))
    return any(words.search(" ".join(_page(body, number).split())) for number in pages)


def can_read() -> bool:
    """Whether a recogniser of print is installed."""
    return shutil.which("tesseract") is not None


@cache
def _page(body: bytes, number: int) -> str:
    """The text of a page, read once for all finders: a second of work."""
    image = BytesIO()
    picture(body, number).save(image, "PPM")  # which is written, and read, without packing it
    command = ["tesseract", "-", "-", "--psm", "6"]
    # Two threads for a page wait for each other more than they help, where every core is in use.
    alone = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    sent = image.getvalue()
    read = subprocess.run(command, input=sent, capture_output=True, check=True, env=alone)  # noqa: S603 - a fixed command
    return read.stdout.decode()


def _tags(of: ET.Element) -> list[ET.Element]:
    return [*of.iter(f"{IX}nonFraction"), *of.iter(f"{IX}nonNumeric")]
