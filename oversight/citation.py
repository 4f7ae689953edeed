"""How to cite what is handed on, and whose data it rests on, under which licence."""

from oversight.export import Exported

TITLE = "Provider monitor of England's children's social care market"
LICENCE = "Open Government Licence v3.0"
LICENCE_URL = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
ATTRIBUTION = (
    "Contains public sector information licensed under the Open Government Licence v3.0: Ofsted,"
    " Companies House, the Office for National Statistics"
)
INVENTED = "a rehearsal, in which everything is invented: not to be cited as fact"


def citation(exported: Exported) -> str:
    """One line to cite: what, as of which day and by what was public when, and on whose data."""
    line = (
        f"{TITLE}, as of {exported.as_of.isoformat()} by what was public on"
        f" {exported.known_at.date().isoformat()}, policy {exported.market.policy.name}."
    )
    return (
        f"{line} {INVENTED[0].upper()}{INVENTED[1:]}."
        if exported.is_invented
        else (f"{line} {ATTRIBUTION}.")
    )
