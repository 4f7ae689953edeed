"""How a finding speaks of settings that count as failing on a proxy."""

from collections.abc import Iterator

from oversight.finding import Evidence
from oversight.measures.failing import Outcome, Proxy


def evidence(outcome: Outcome) -> Iterator[Evidence]:
    """Why a setting counts, who owns it, and a later visit that gave no grade."""
    setting = outcome.setting
    what = f"{setting.provision_type} {setting.urn}"
    yield Evidence(claim=f"{what}: {outcome.claim}", cite=outcome.cite)
    if outcome.cite != setting.cite:
        owner = f"registered to {setting.owner_name} as at {setting.as_at.isoformat()}"
        yield Evidence(claim=f"{what}: {owner}", cite=setting.cite)
    if (visit := outcome.later_visit) is not None:
        claim = f"later visit without a grade: {visit.event_type}, {visit.inspected_on.isoformat()}"
        yield Evidence(claim=f"{what}: {claim}", cite=visit.cite)


def coverage(judged: int, registered: int) -> str:
    """How little is known of supported accommodation so far."""
    return (
        f"{judged} of {registered} supported-accommodation registrations have an outcome so far;"
        " of the others nothing is known."
    )


def called(proxy: Proxy) -> str:
    """A proxy as a headline names it."""
    return str(proxy) if proxy is Proxy.GRADES else f"the {proxy} proxy"
