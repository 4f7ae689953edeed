"""The store of GOV.UK's files: each at an address that is no more once a corrected one is out."""

from crawlers.rehearsal.forms.ofsted.govuk import HTML
from crawlers.rehearsal.forms.ofsted.issues import every_january_issue, every_yearly_issue
from crawlers.rehearsal.forms.ofsted.reissuing import ASSETS, with_reissues
from crawlers.rehearsal.forms.ofsted.shelf import Shelf
from crawlers.rehearsal.publishing import Answer, Asked, Setup, modified


class GovUkAssets:
    """What the store answers: a file, 410 for one that was replaced, 404 for all else."""

    key = ASSETS

    def __init__(self, setup: Setup) -> None:
        """Stand on the day of a setup."""
        self._today = setup.today
        self._shelf = Shelf(setup.folder, setup.world.seed)
        seed, yearly = setup.world.seed, every_yearly_issue(setup.world)
        issues = (
            *with_reissues(yearly, setup.reissues, seed),
            *every_january_issue(setup.world),
        )
        self._issues = {one.path(seed): one for one in issues if one.issued_on <= setup.today}

    def answer(self, asked: Asked, /) -> Answer:
        """The file at a path."""
        issue = self._issues.get(asked.path)
        if issue is None:
            return Answer(status=404, media_type=HTML, body=_error("404 Not Found"))
        if not issue.is_current(self._today):
            return Answer(status=410, media_type=HTML, body=_error("410 Gone"))
        return Answer(
            media_type=issue.media_type,
            body=self._shelf.path(issue),
            headers=modified(issue.issued_on),
            reissue=issue.reissue,
        )


def _error(said: str) -> bytes:
    return f"<title>{said} - rehearsal</title><h1>{said}</h1>".encode()
