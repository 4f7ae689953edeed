"""The facts of inline XBRL, of 2008 and 2013, in document order."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import cast

from lxml import etree

from crawlers.accounts.fact import Fact
from crawlers.accounts.tags.content import Texts
from crawlers.accounts.tags.contexts import Contexts, Units
from crawlers.accounts.tags.marked import Marked
from crawlers.accounts.tags.names import Names
from crawlers.accounts.tags.numbers import NotANumberError, number
from crawlers.accounts.tags.texts import NotATextError, transformed
from crawlers.accounts.tags.written import decimals_of, is_nil

_Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name
_ATTRIBUTES = {
    name.lower(): name
    for name in (
        *("name", "contextRef", "unitRef", "format", "scale", "sign", "decimals"),
        *("escape", "continuedAt", "id", "order", "target", "tupleID", "tupleRef"),
    )
}
_AS_WRITTEN = frozenset(_ATTRIBUTES.values())
_NO_SIGN = frozenset({"", "+"})


def inline_facts(
    found: Marked, *, contexts: Contexts, units: Units, names: Names, texts: Texts
) -> Iterator[Fact]:
    """Yield each fact; what is broken has a problem and no value."""
    forms, hidden = _Forms(), found.hidden
    for position, (kind, element) in enumerate(found.facts, 1):
        stated = _attributes(element)
        context = contexts[stated.get("contextRef", "")]
        form = forms[stated.get("format", "")]
        unit, problem = None, context.problem
        if kind == "nonNumeric":
            shown, value, broken = _text(element, stated, form, texts)
        else:
            read = _fraction if kind == "fraction" else _number
            shown, value, broken = read(element, stated, form, texts)
            reference = stated.get("unitRef", "").strip()
            unit = units.get(reference)
            if unit is None and value is not None:
                problem = problem or units.problem(reference)
        family, part, local = names.meaning(stated.get("name", ""), element)
        yield Fact(
            family,
            part,
            local,
            value,
            f"tag={position}",
            context.dimensions,
            context.period,
            unit or None,
            decimals_of(stated.get("decimals")),
            shown,
            element in hidden,
            broken or problem,
        )


class _Forms(dict[str, str]):
    """Formats as they are written, and by their local name in lower case without hyphens."""

    def __missing__(self, written: str) -> str:
        """Work one out that was not met before."""
        form = self[written] = written.rpartition(":")[2].replace("-", "").lower()
        return form


def _attributes(element: _Element) -> dict[str, str]:
    """What an element states, by the names of the standard whatever their case."""
    stated = cast("dict[str, str]", dict(element.items()))
    if _AS_WRITTEN.issuperset(stated):
        return stated
    return {_ATTRIBUTES.get(key.lower(), key): value for key, value in stated.items()}


def _number(
    element: _Element, stated: Mapping[str, str], form: str, texts: Texts
) -> tuple[str, Decimal | None, str]:
    """Text, value and problem of a number."""
    text = texts.of(element).strip()
    if is_nil(stated):
        return text, None, ""
    sign = stated.get("sign", "")
    if sign != "-" and sign not in _NO_SIGN:
        return text, None, f"sign {sign[:20]!r} is neither plus nor minus"
    try:
        value = number(text, form, scale=stated.get("scale"), is_negative=sign == "-")
    except NotANumberError as error:
        return text, None, str(error)
    return text, value, ""


def _fraction(
    element: _Element, stated: Mapping[str, str], _form: str, texts: Texts
) -> tuple[str, Decimal | None, str]:
    """Text, quotient and problem of a fraction."""
    text = " ".join(texts.of(element).split())
    if is_nil(stated):
        return text, None, ""
    halves: list[Decimal] = []
    for name in ("numerator", "denominator"):
        half = next(element.iter(f"{{*}}{name}"), None)
        if half is None:
            return text, None, f"a fraction without its {name}"
        written = _attributes(half)
        _, value, problem = _number(half, written, _Forms()[written.get("format", "")], texts)
        if value is None:
            return text, None, problem or f"a fraction without its {name}"
        halves.append(value)
    if not halves[1]:
        return text, None, "a fraction over nothing"
    return text, halves[0] / halves[1], ""


def _text(
    element: _Element,
    stated: Mapping[str, str],
    form: str,
    texts: Texts,
) -> tuple[str, str | None, str]:
    """Text, value and problem of a text."""
    problem = ""
    if "continuedAt" in stated:
        continued, is_whole = texts.continued(element)
        text = " ".join(continued.split())
        if not is_whole:
            problem = "its text is continued at a place that is not there, or in a circle"
    else:
        text = " ".join(texts.of(element).split())
    if is_nil(stated):
        return text, None, problem
    if not form:
        return text, text, problem
    try:
        return text, transformed(text, form), problem
    except NotATextError as error:
        return text, None, str(error)
