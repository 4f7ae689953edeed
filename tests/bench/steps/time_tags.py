"""How long each reader of tagged accounts takes over the same documents, one after the other."""

import gc
import json
import logging
import sys
import warnings
import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import _lru_cache_wrapper
from io import BytesIO
from time import process_time
from types import ModuleType

from lxml import etree

from crawlers.accounts.filing import read_filing
from crawlers.accounts.tags.reading import read_tags
from crawlers.rehearsal.calibration import SIZES
from crawlers.rehearsal.forms.accounts.document import XHTML, document_body
from crawlers.rehearsal.making.market import make_world
from crawlers.rehearsal.world.books import Medium
from tests.bench.measuring import ROOT

REAL = ROOT.parent / "shared/data/companies_house/accounts"
"""Beside the checkout, where published files are kept that the project may not hold."""
NAME = "Prod223_1234_99000001_20250331.html"
"""What each document is called: stream-read-xbrl passes over what has no name of this form."""
GENERATED = 60
LARGE = 200_000
"""Bytes from which on a document counts as large."""

Reader = Callable[[bytes], object]


def main(repeats: str, seed: str) -> None:
    """Print, by where documents come from and how large they are, seconds of work per reader."""
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    bodies = {"generated": list(generated(int(seed))), "real": list(real())}
    gc.freeze()  # what the market and its documents took to make is no reader's work
    found = [
        {
            "which": f"{which}, {size}",
            "is_large": size == "large",
            "documents": len(those),
            "bytes": sum(map(len, those)),
            "tags": sum(len(read_tags(body).facts) for body in those),
            "seconds": _seconds(those, int(repeats)),
        }
        for which, every in bodies.items()
        for size, those in _by_size(every)
    ]
    sys.stdout.write(json.dumps({"groups": found}))


def _seconds(bodies: Sequence[bytes], repeats: int) -> dict[str, list[float]]:
    """Processor time of each reader over all the documents, in turns: noise falls on all alike."""
    taken: dict[str, list[float]] = {name: [] for name in _readers()}
    for _ in range(repeats):
        for name, read in _readers().items():
            forget()
            gc.collect()  # what another reader left behind is not this one's work
            began = process_time()
            for body in bodies:
                read(body)
            taken[name].append(process_time() - began)
    return taken


def forget() -> None:
    """Clear what is remembered of single texts, days and labels: no document was read before.

    What is kept without bound is tables of the taxonomies and labels, loaded once in a process.
    """
    for one in gc.get_objects():
        if isinstance(one, _lru_cache_wrapper) and one.cache_info().maxsize is not None:
            one.cache_clear()


def _readers() -> dict[str, Reader]:
    """Each is given the bytes of one document and reads all that it can of it."""
    # Release 0.1.5 imports a stub of types at run time, and does not ask for it.
    stub = ModuleType("mypy_boto3_s3")
    stub.S3Client = object  # pyright: ignore[reportAttributeAccessIssue]
    sys.modules.setdefault("mypy_boto3_s3", stub)
    import stream_read_xbrl  # noqa: PLC0415 - only after the stub is there
    from ixbrlparse import IXBRL  # noqa: PLC0415 - beside the other

    return {
        "bare lxml parse": lambda body: etree.fromstring(
            body[body.find(b"<") :], etree.XMLParser(recover=True, huge_tree=True)
        ),
        "ours": read_tags,
        "ours, all of it": lambda body: read_filing(body, name=NAME, recognise=None),
        "stream-read-xbrl": lambda body: stream_read_xbrl._xbrl_to_rows((NAME, body)),  # noqa: SLF001
        "ixbrlparse": lambda body: IXBRL(BytesIO(body), raise_on_error=False),
    }


def _by_size(bodies: Sequence[bytes]) -> Iterator[tuple[str, list[bytes]]]:
    for size, is_large in (("small", False), ("large", True)):
        those = [body for body in bodies if (len(body) >= LARGE) is is_large]
        if those:
            yield size, those


def generated(seed: int) -> Iterator[bytes]:
    """Some tagged documents of a small market, evenly chosen."""
    world = make_world(seed, SIZES["small"])
    tagged = [one for one in world.accounts if one.medium is Medium.TAGGED]
    for one in tagged[:: max(len(tagged) // GENERATED, 1)][:GENERATED]:
        yield document_body(world, one, XHTML)


def real() -> Iterator[bytes]:
    """Inline documents that both other readers take: those of the daily products, and alone."""
    if not REAL.is_dir():
        return
    for path in sorted(REAL.glob("Prod223_*.html")):
        yield path.read_bytes()
    for path in sorted(REAL.glob("*.zip")):
        with zipfile.ZipFile(path) as product:
            for member in product.namelist():
                if member.startswith("Prod223_") and member.endswith(".html"):
                    yield product.read(member)


if __name__ == "__main__":
    main(*sys.argv[1:])
