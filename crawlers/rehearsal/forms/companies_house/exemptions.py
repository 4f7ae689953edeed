"""`/company/{number}/exemptions`: why a company keeps no control register."""

from datetime import date

from crawlers.rehearsal.forms.companies_house.wording import JsonBody, day, given, link, tagged
from crawlers.rehearsal.world.bodies import Body
from crawlers.rehearsal.world.world import World


def exemptions(world: World, company: Body, today: date) -> JsonBody | None:
    """Each exemption with its periods; None where there is none."""
    periods: dict[str, list[JsonBody]] = {}
    for one in world.exemptions_of.get(company.key, ()):
        if one.since <= today:
            until = one.until if one.until is not None and one.until <= today else None
            period = given(exempt_from=day(one.since), exempt_to=day(until))
            periods.setdefault(one.words, []).append(period)
    if not periods:
        return None
    return tagged(
        {
            "exemptions": {
                words.replace("-", "_"): {"exemption_type": words, "items": items}
                for words, items in periods.items()
            },
            "kind": "exemptions",
            "links": {"self": link(company, "exemptions")},
        }
    )
