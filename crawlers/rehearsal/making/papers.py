"""What every document on a company's file has in common, and how one is put there."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Form
from crawlers.rehearsal.world.filings import Filing


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One kind of document."""

    code: str
    category: str
    description: str
    pages: int = 1
    """How long it usually is: a printed form always, a deed or a report more or less."""
    subcategory: str | None = None


_PRINTED = 4
"""Pages up to which a document is a printed form."""
_SPREAD = 0.35
"""Of the logarithm of a longer one's length: assumed, as nobody publishes how long they are."""


def filed(
    bench: Workbench,
    company: str,
    paper: Paper,
    filed_on: date,
    what: object,
    *,
    values: Mapping[str, str] | None = None,
    action_on: date | None = None,
    is_shown: bool = True,
) -> Filing:
    """One document on a company's file; `what` tells it from others of its kind.

    The day that it is about is the first of its values that is a day, unless given. Of what is
    not shown the register has no picture.
    """
    if bench.bodies[company].form is Form.LLP:
        paper = _partnerships(paper)
    found = dict(values or {})
    dated = next((v for k, v in found.items() if k.endswith("date")), None)
    if action_on is None and dated is not None:
        action_on = date.fromisoformat(dated)
    key = bench.token("filing", company, paper.code, what)[:22]
    return Filing(
        key=key,
        company=company,
        form=paper.code,
        category=paper.category,
        subcategory=paper.subcategory,
        description=paper.description,
        values=found,
        filed_on=filed_on,
        action_on=action_on,
        pages=_pages(bench, key, paper),
        document_id=bench.token("document", company, paper.code, what)[:22] if is_shown else None,
    )


def _pages(bench: Workbench, key: str, paper: Paper) -> int:
    """How long one document is."""
    if paper.pages <= _PRINTED:
        return paper.pages
    drawn = paper.pages * bench.stream("pages", key).lognormvariate(0, _SPREAD)
    return max(_PRINTED - 1, round(drawn))


NO_PARTNERSHIPS = frozenset({"LRESSP", "RESOLUTIONS", "SH19"})
"""Forms that a limited liability partnership never files: it has neither meetings nor shares."""
_LLP = "-limited-liability-partnership"
_LLP_BY_ITSELF = frozenset({"MR01", "MR04"} | {f"PSC0{number}" for number in range(1, 9)})
"""Forms that bear its letters before their own code, and its words after their description."""
_LLP_INSTEAD = {
    "363a": ("LLP363", "legacy"),
    "AD01": (
        "LLAD01",
        f"change-registered-office-address{_LLP}-with-date-old-address-new-address",
    ),
    "CERTNM": ("LLNM01", f"change-of-name-notice{_LLP}"),
    "DS01": ("LLDS01", f"dissolution-application-strike-off{_LLP}"),
}
"""A limited liability partnership's forms in place of a company's, as the publisher lists them."""


def _partnerships(paper: Paper) -> Paper:
    """What a limited liability partnership files where a company files something else."""
    if paper.code in _LLP_BY_ITSELF:
        return replace(paper, code=f"LL{paper.code}", description=f"{paper.description}{_LLP}")
    code, description = _LLP_INSTEAD.get(paper.code, (paper.code, paper.description))
    return replace(paper, code=code, description=description)
