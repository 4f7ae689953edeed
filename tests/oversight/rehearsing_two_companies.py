"""The command that serves a rehearsal, of two companies. Tests start this as a process."""

import typer

from oversight import serving_rehearsal
from oversight.commands import rehearsing
from tests.crawlers.rehearsal.site.two_companies import CATALOGUE

if __name__ == "__main__":
    serving_rehearsal.CATALOGUE = CATALOGUE
    typer.run(rehearsing.rehearse_command)
