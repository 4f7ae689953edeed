"""Ofsted's yearly workbook once more, with a total put right and a line on its cover that says so.

So the real one of 2025 came out again on 5 August, at another address of the publisher's store;
its headings stayed as they were, and its page told of it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import partial
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from crawlers.rehearsal.forms.ofsted.counted_years import is_yearly
from crawlers.rehearsal.forms.ofsted.issues import ODS, Issue, Write
from crawlers.rehearsal.forms.ofsted.year import march
from crawlers.rehearsal.publishing import Reissue

ASSETS = "govuk_assets"
"""The key of the store that holds the files."""

_CONTENT = "content.xml"
_STATUS = re.compile(r"<table:table-row>(?:(?!</table:table-row>).)*>Status:<.*?</table:table-row>")
_CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
_TOTALS = re.compile(
    r"(>Table 6b: .*?<text:p>Places</text:p></table:table-cell>)"
    r'<table:table-cell office:value-type="float" office:value="(\d+)"><text:p>\2</text:p>'
    r'</table:table-cell><table:table-cell office:value-type="float" office:value="(\d+)">'
    r"<text:p>\3</text:p></table:table-cell>",
    re.DOTALL,
)
"""The newest row of the table of places: places of all homes, and of ordinary ones."""
_ADDED = 1
NOTE = f"{_ADDED} place previously omitted in Table 6b has been added (rehearsal)."
"""What the page and the cover say of it."""


def with_reissues(
    issues: Iterable[Issue], reissues: Sequence[Reissue], seed: int
) -> Iterator[Issue]:
    """Yield each issue, and after a workbook that is put out again on a day the one of that day.

    It stands until the publisher's own correction, if that comes later.
    """
    for issue in issues:
        yield from _and_again(issue, reissues, seed)


def _and_again(issue: Issue, reissues: Sequence[Reissue], seed: int) -> Iterator[Issue]:
    for one in reissues:
        is_meant = fnmatchcase(ASSETS, one.publisher) and fnmatchcase(issue.path(seed), one.path)
        if is_meant and _can_be_corrected(issue) and issue.is_current(one.on):
            yield replace(issue, superseded_on=one.on)
            yield replace(
                issue, issued_on=one.on, reissue=one, write=partial(_write_again, issue.write)
            )
            return
    yield issue


def _can_be_corrected(issue: Issue) -> bool:
    """Whether it has a table of places by March alone, as workbooks have since 2024."""
    return issue.media_type == ODS and is_yearly(march(issue.year))


def _write_again(write: Write, path: Path) -> None:
    write(path)
    path.write_bytes(reissued(path.read_bytes()))


def reissued(body: bytes) -> bytes:
    """A workbook with one place more in both totals of homes' places, and a cover that tells it.

    Whatever has no such table, or none at all, stays as it is.
    """
    if not is_zipfile(BytesIO(body)):
        return body
    with ZipFile(BytesIO(body)) as before:
        members = [(member, before.read(member)) for member in before.infolist()]
    texts = {member.filename: text for member, text in members}
    changed = _corrected(texts.get(_CONTENT, b"").decode())
    if changed is None:
        return body
    after = BytesIO()
    with ZipFile(after, "w") as package:
        for member, text in members:
            new = changed.encode() if member.filename == _CONTENT else text
            package.writestr(member, new)
    return after.getvalue()


def _corrected(content: str) -> str | None:
    """The workbook's own text, put right; None where there is nothing to put right."""
    status, totals = _STATUS.search(content), _TOTALS.search(content)
    if status is None or totals is None:
        return None
    line = f"<table:table-row>{_CELL.format('Corrected:')}{_CELL.format(NOTE)}</table:table-row>"
    numbers = "".join(_number(int(each) + _ADDED) for each in totals.groups()[1:])
    right = f"{content[: totals.start()]}{totals[1]}{numbers}{content[totals.end() :]}"
    return f"{right[: status.end()]}{line}{right[status.end() :]}"


def _number(number: int) -> str:
    return (
        f'<table:table-cell office:value-type="float" office:value="{number}">'
        f"<text:p>{number}</text:p></table:table-cell>"
    )
