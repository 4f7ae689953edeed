"""How a finding speaks of settings that count as failing on a proxy."""

from collections.abc import Iterator, Sequence
from datetime import date

from oversight.finding import Evidence
from oversight.measures.failing import Outcome, Proxy, counts


def headline(proxy: Proxy, found: Sequence[Outcome], settings: int) -> str:
    """How many of an organisation's settings count, on the policy's proxy and on the others."""
    others = ", ".join(
        f"{_counted(found, other)} on {called(other)}" for other in Proxy if other is not proxy
    )
    return (
        f"meets the requirements of s.23A(2) on {called(proxy)}: {_counted(found, proxy)} of its"
        f" {settings} settings count ({others})"
    )


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


def since(counted: Sequence[Outcome], enough: int) -> tuple[date | None, str | None]:
    """The day on which enough settings counted; or None, and why there is no such day."""
    days = sorted(outcome.since for outcome in counted if outcome.since is not None)
    if len(days) >= enough:
        return days[enough - 1], None
    return None, "the day of a suspension is not published"


def coverage(judged: int, registered: int) -> str:
    """How little is known of supported accommodation so far."""
    return (
        f"{judged} of {registered} supported-accommodation registrations have an outcome so far;"
        " of the others nothing is known."
    )


def called(proxy: Proxy) -> str:
    """A proxy as a headline names it."""
    return str(proxy) if proxy is Proxy.GRADES else f"the {proxy} proxy"


def _counted(found: Sequence[Outcome], proxy: Proxy) -> int:
    return sum(counts(outcome, proxy) for outcome in found)
