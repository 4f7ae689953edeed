"""The facts of a plain XBRL instance, as companies filed until 2018, in document order."""

from collections.abc import Iterator
from decimal import Decimal

from lxml import etree

from crawlers.accounts.fact import Fact
from crawlers.accounts.tags.content import Texts, text_of
from crawlers.accounts.tags.contexts import Contexts, Units
from crawlers.accounts.tags.namespaces import family_of
from crawlers.accounts.tags.numbers import NotANumberError, number
from crawlers.accounts.tags.written import attributes_of, decimals_of, is_nil

_Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name
_OF_INLINE = frozenset({"sign", "scale", "format"})


def plain_facts(
    root: _Element, *, contexts: Contexts, units: Units, texts: Texts
) -> Iterator[Fact]:
    """Yield each element that names a context, wherever it stands in a tuple.

    With a unit it is a number, without one a text.
    """
    position = 0
    for element in root.iter("*"):
        reference = element.get("contextRef")
        if reference is None:
            continue
        position += 1
        uri, _, local = str(element.tag)[1:].rpartition("}")
        family, part = family_of(uri)
        context = contexts[reference]
        unit, problem = None, context.problem
        text = " ".join(texts.of(element).split())
        unit_reference = element.get("unitRef")
        value, broken = _value(element, text, is_number=unit_reference is not None)
        if unit_reference is not None:
            unit = units.get(unit_reference.strip())
            if unit is None:
                problem = problem or units.problem(unit_reference.strip())
        yield Fact(
            family=family,
            part=part,
            name=local,
            dimensions=context.dimensions,
            period=context.period,
            unit=unit or None,
            value=value,
            decimals=decimals_of(element.get("decimals") or _exact(element)),
            shown=text,
            fragment=f"tag={position}",
            problem=broken or problem,
        )


def _exact(element: _Element) -> str | None:
    """`precision` counts digits, of which only the infinite say how exact a number is."""
    return "INF" if element.get("precision") == "INF" else None


def _value(element: _Element, text: str, *, is_number: bool) -> tuple[Decimal | str | None, str]:
    """Value and problem."""
    stated = attributes_of(element)
    if is_nil(stated):
        return None, ""
    if _OF_INLINE & {name for name, said in stated.items() if said.strip()}:
        return None, "it has attributes of inline XBRL, which mean nothing in an instance"
    if not is_number:
        return text, ""
    halves = [element.find(f"{{*}}{name}") for name in ("numerator", "denominator")]
    try:
        if None not in halves:
            above, below = (number(text_of(half), "") for half in halves if half is not None)
            return (above / below, "") if below else (None, "a fraction over nothing")
        return number(text, ""), ""
    except NotANumberError as error:
        return None, str(error)
