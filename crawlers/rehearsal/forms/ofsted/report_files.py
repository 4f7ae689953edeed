"""The host of Ofsted's report files: each report as a PDF, from the day on which it came out."""

import re

from crawlers.rehearsal.forms.ofsted.report import Report
from crawlers.rehearsal.forms.ofsted.reports_listing import file_numbers
from crawlers.rehearsal.publishing import Answer, Asked, Setup, modified

_FILE = re.compile(r"/v1/file/(\d{8})")


class OfstedFiles:
    """What the host answers on a day."""

    key = "ofsted_files"

    def __init__(self, setup: Setup) -> None:
        """Stand on the day of a setup."""
        self._world = setup.world
        numbers = file_numbers(setup.world)
        self._visits = {
            numbers[visit.event_number, visit.urn]: visit
            for visit in setup.world.inspections
            if visit.published_on <= setup.today
        }

    def answer(self, asked: Asked, /) -> Answer:
        """The report at a path."""
        found = _FILE.fullmatch(asked.path)
        visit = self._visits.get(int(found[1])) if found else None
        if visit is None:
            return Answer(status=404, media_type="text/plain", body=b"Not found")
        # Loaded with the first report: what writes PDF takes a third of the time of all the rest.
        from crawlers.rehearsal.forms.ofsted.report_pdf import pdf  # noqa: PLC0415

        report = Report(world=self._world, visit=visit)
        return Answer(
            media_type="application/pdf", body=pdf(report), headers=modified(visit.published_on)
        )
