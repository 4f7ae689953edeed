"""What all inline XBRL has in common: contexts as they are used, elements round what is said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from xml.sax.saxutils import escape

from crawlers.rehearsal.forms.accounts.printed import (
    At,
    Fact,
    Figure,
    Members,
    Report,
    Tagged,
    When,
    Words,
)
from crawlers.rehearsal.forms.accounts.writers.taxonomy import COMPANIES, FAMILIES, namespace, suite


@dataclass(frozen=True, kw_only=True)
class Manner:
    """What differs between vendors in the mark-up of a single fact."""

    prefixes: Mapping[str, str]
    """The prefix that each family of concepts is bound to."""
    context_id: Callable[[Report, When, Members, int], str]
    """The id of a context, from what it says and how many there are already."""
    members: Callable[[Report, Fact], Members | None]
    """The dimensions of a figure; None where the vendor leaves it untagged."""
    text_members: Callable[[Report, Tagged], Members]
    number: Callable[[str, str, str, str], str]
    """An element round a number, of its name, context, further attributes and text."""
    text: Callable[[str, str, str, str], str]
    """An element round words, of the same."""
    money_unit: str
    count_unit: str
    zero_format: str | None
    """How a dash is said to be nothing; None where dashes are left untagged."""
    number_format: str
    renamed: Mapping[str, str] = field(default_factory=dict[str, str])
    """Concepts for which the vendor's templates use another."""
    has_scale: bool = False
    """Whether a scale is written though it is none."""
    binds_on_elements: bool = False
    """Whether each element binds the prefix of its own name, and the document binds none."""


def date_format(name: str, text: str, transformation: str) -> str:
    """The attribute by which a date in words is read as one; empty for what needs none."""
    is_in_words = name.split(":")[1].startswith("Date") and not text[:4].isdigit()
    return f' format="{transformation}"' if is_in_words else ""


@dataclass(frozen=True, kw_only=True)
class Inline:
    """One document being written: every context that its facts have used so far."""

    report: Report
    manner: Manner
    contexts: dict[tuple[When, Members], str] = field(
        default_factory=dict[tuple[When, Members], str]
    )

    @property
    def suite(self) -> str:
        """The date of the taxonomies bound."""
        assert self.report.vendor is not None
        return suite(self.report.vendor, self.report.filed_on)

    def name(self, concept: str) -> str:
        """A concept or member under this vendor's prefix."""
        family, local = concept.split(":", 1)
        return f"{self.manner.prefixes[family]}:{local}"

    def context(self, when: When, members: Members) -> str:
        """The id of a context, which is written in the header once."""
        key = (when, members)
        if key not in self.contexts:
            at = len(self.contexts)
            self.contexts[key] = self.manner.context_id(self.report, when, members, at)
        return self.contexts[key]

    def number(self, figure: Figure) -> str:
        """A number without its brackets, in its element where the vendor tags it."""
        shown = self.digits(figure)
        members = figure.fact and self.manner.members(self.report, figure.fact)
        if figure.fact is None or members is None:
            return shown
        if shown == "-" and self.manner.zero_format is None:
            return shown
        concept = self.manner.renamed.get(figure.fact.concept, figure.fact.concept)
        context = self.context(figure.fact.when, members)
        attributes = f"{self._attributes(figure)}{self._binding(concept)}"
        return self.manner.number(self.name(concept), context, attributes, shown)

    def words(self, words: Words) -> str:
        """A paragraph's words, tagged ones in their elements."""
        return "".join(self.text(one) if isinstance(one, Tagged) else escape(one) for one in words)

    def text(self, one: Tagged) -> str:
        """Tagged words in their element."""
        context = self.context(one.when, self.manner.text_members(self.report, one))
        binding = self._binding(one.concept)
        return self.manner.text(self.name(one.concept), context, binding, escape(one.text))

    def digits(self, figure: Figure) -> str:
        """A number as printed, without sign or brackets; a dash for nothing."""
        amount = self.report.rounded(figure.amount) if figure.is_money else figure.amount
        return f"{abs(amount):,}" if amount else "-"

    def resources(self) -> str:
        """Every context used, for the header."""
        return "".join(
            self._context_element(one, when, members)
            for (when, members), one in self.contexts.items()
        )

    def bindings(self) -> str:
        """Declarations of the taxonomies' namespaces for the whole document."""
        is_whole = not self.manner.binds_on_elements
        return "".join(self._declared(family) for family in FAMILIES if is_whole)

    def _binding(self, name: str) -> str:
        """The declaration that an element of this name carries itself."""
        family = name.split(":", maxsplit=1)[0]
        return self._declared(family) if self.manner.binds_on_elements else ""

    def _bindings(self, *names: str) -> str:
        return "".join(sorted({self._binding(name) for name in names}))

    def _declared(self, family: str) -> str:
        return f' xmlns:{self.manner.prefixes[family]}="{namespace(family, self.suite)}"'

    def _attributes(self, figure: Figure) -> str:
        assert figure.fact is not None
        is_scaled = figure.is_money and self.report.in_thousands
        unit = self.manner.money_unit if figure.is_money else self.manner.count_unit
        is_zero = self.digits(figure) == "-"
        minus = not is_zero and (figure.amount < 0) != figure.fact.is_opposite
        scale = "3" if is_scaled else "0"
        parts = [
            f'unitRef="{unit}"',
            f'decimals="{"-3" if is_scaled else "0"}"',
            *([f'scale="{scale}"'] if is_scaled or self.manner.has_scale else []),
            *(['sign="-"'] if minus else []),
            f'format="{self.manner.zero_format if is_zero else self.manner.number_format}"',
        ]
        return " ".join(parts)

    def _context_element(self, of_id: str, when: When, members: Members) -> str:
        segment = "".join(
            f'<xbrldi:explicitMember dimension="{self.name(dimension)}"'
            f"{self._bindings(dimension, member)}>{self.name(member)}</xbrldi:explicitMember>"
            for dimension, member in members
        )
        return (
            f'<xbrli:context id="{of_id}"><xbrli:entity>'
            f'<xbrli:identifier scheme="{COMPANIES}">{escape(self.report.identifier)}'
            f"</xbrli:identifier>"
            f"{f'<xbrli:segment>{segment}</xbrli:segment>' if segment else ''}</xbrli:entity>"
            f"<xbrli:period>{self._period(when)}</xbrli:period></xbrli:context>\n"
        )

    def _period(self, when: When) -> str:
        start, end = self.report.years[when.year]
        if when.at is At.DURING:
            return f"<xbrli:startDate>{start}</xbrli:startDate><xbrli:endDate>{end}</xbrli:endDate>"
        instant = end if when.at is At.END else start - timedelta(days=1)
        return f"<xbrli:instant>{instant}</xbrli:instant>"
