"""The page that sets the packaged policies side by side."""

from collections.abc import Iterator

from oversight.docs.markdown import anchor, code, facts, heading, link, page, table
from oversight.policy import DEFAULT, Policy, Threshold, policies
from oversight.rules import register


def text() -> str:
    """The page."""
    shipped = policies()
    names = list(dict.fromkeys(name for policy in shipped for name in policy.thresholds))
    return page(
        "Policies",
        "This page sets every threshold of each packaged policy side by side, with its authority.",
        "Statute names the tests and leaves most numbers to regulations that are not made, so a"
        f" number here is policy and not fact. {code(DEFAULT)} is used unless `--policy` names"
        " another, or a file of your own.",
        table(
            ("Policy", "Title", "Version"),
            [(code(policy.name), policy.title, str(policy.version)) for policy in shipped],
        ),
        table(
            ("Threshold", "Unit", *(code(policy.name) for policy in shipped)),
            [_row(name, shipped) for name in names],
        ),
        *(block for name in names for block in _threshold(name, shipped)),
    )


def _row(name: str, shipped: tuple[Policy, ...]) -> tuple[str, ...]:
    values = [_value(policy, name) for policy in shipped]
    unit = next(p.thresholds[name].unit for p in shipped if name in p.thresholds)
    return (link(code(name), f"#{anchor(name)}"), unit, *values)


def _value(policy: Policy, name: str) -> str:
    return str(policy.thresholds[name].value) if name in policy.thresholds else "not set"


def _threshold(name: str, shipped: tuple[Policy, ...]) -> Iterator[str]:
    yield heading(code(name))
    users = [rule.code for rule in register() if name in rule.thresholds]
    yield f"Asked by {', '.join(users) or 'no rule'}."
    used: dict[Threshold, list[str]] = {}
    for policy in shipped:
        if name in policy.thresholds:
            used.setdefault(policy.thresholds[name], []).append(code(policy.name))
    for threshold, names in used.items():
        yield f"**{threshold.value}** ({threshold.unit}) in {', '.join(names)}:"
        yield facts(
            {
                "Authority": link(threshold.authority, threshold.address),
                "Dated": threshold.dated.isoformat(),
                "Status": str(threshold.status),
                "Reason": threshold.reason,
            }
        )
