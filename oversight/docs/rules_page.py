"""The page that explains every rule."""

import inspect
from collections.abc import Iterator

from oversight.docs.docstrings import HEADINGS, first_sentence, sections
from oversight.docs.markdown import anchor, bullets, code, facts, heading, link, page, table
from oversight.policy import DEFAULT, packaged_policy
from oversight.rule import Example, Rule
from oversight.rules import register


def text() -> str:
    """The page."""
    rules = register()
    return page(
        "Rules",
        "This page says what the monitor watches for, on whose authority, and what each finding"
        " does not mean.",
        "Each example is a small invented market, and a test by the name given here.",
        table(
            ("Code", "Rule", "Authority"),
            [
                (link(rule.code, f"#{anchor(_title(rule))}"), rule.title, rule.basis.citation)
                for rule in rules
            ],
        ),
        *(block for rule in rules for block in _rule(rule)),
    )


def documentation(rule: Rule) -> str:
    """The docstring of the file that defines a rule."""
    return inspect.getdoc(inspect.getmodule(rule.check)) or ""


def _title(rule: Rule) -> str:
    return f"{rule.code}: {rule.title}"


def _rule(rule: Rule) -> Iterator[str]:
    said = sections(documentation(rule))
    yield heading(_title(rule))
    yield first_sentence(documentation(rule))
    yield facts(
        {
            "Authority": link(rule.basis.citation, rule.basis.url),
            "Speaks of": f"each {rule.speaks_of}",
            "Ask next": rule.ask,
        }
    )
    for name in HEADINGS:
        yield f"**{name}.** {said[name]}"
    yield heading("Thresholds", 3)
    yield _thresholds(rule)
    yield heading("What else may explain it", 3)
    yield bullets(rule.explanations)
    yield heading("Fires", 3)
    yield bullets(_example(rule, example) for example in rule.examples if example.flags)
    yield heading("Stays quiet", 3)
    yield bullets(_example(rule, example) for example in rule.examples if not example.flags)


def _thresholds(rule: Rule) -> str:
    policy = packaged_policy()
    rows = [
        (
            link(code(name), f"policies.md#{anchor(name)}"),
            str(policy.thresholds[name].value),
            policy.thresholds[name].unit,
            str(policy.thresholds[name].status),
        )
        for name in rule.thresholds
    ]
    return table(("Threshold", f"Value under {code(policy.name)}", "Unit", "Status"), rows)


def _example(rule: Rule, example: Example) -> str:
    policy = example.market.policy.name
    under = "" if policy == DEFAULT else f", under {code(policy)}"
    flagged = ", ".join(map(code, sorted(example.flags)))
    return f"{rule.code}: {example.title}{under}" + (f" (flags {flagged})" if flagged else "")
