"""What part of a group's members belongs in the end to whom, in sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from oversight.effective import EffectiveOwnership, EffectiveShare
from oversight.holders import UNDERTAKING
from oversight.wording.effective_shares import effective_words


@dataclass(frozen=True, kw_only=True)
class MemberShares:
    """Tells of each member what part the head has; of the head, what part others have."""

    ownership: EffectiveOwnership
    names: Mapping[str, str]
    """What undertakings are called, by number or typed text."""
    _under: dict[str, EffectiveOwnership] = field(
        default_factory=dict[str, EffectiveOwnership], repr=False, compare=False
    )

    def of(self, head: str, company: str) -> list[str]:
        """A sentence on the head's part of a company; of the head, on each outside owner's.

        Empty where no share is published that leads from one to the other.
        """
        return [f"{effective_words(one, self._called)}." for one in self._shares(head, company)]

    def why_not(self, head: str, company: str) -> str:
        """Why nothing is told of a company."""
        loops = (one for one in self.ownership.loops if company in one.companies)
        if (loop := next(loops, None)) is not None:
            return loop.words
        if head == company or not self.ownership.is_held(company):
            return "no shares of it are published"
        return f"no share in it is published through which {self._called(head)} has any"

    def _shares(self, head: str, company: str) -> tuple[EffectiveShare, ...]:
        if head == company:
            return self.ownership.of_company(company)
        if head not in self._under:
            self._under[head] = self.ownership.under(head)
        shares = self._under[head].of_company(company)
        return tuple(one for one in shares if one.owner == head)

    def _called(self, node: str) -> str:
        """Its name; as it is entered where it has no control that a graph would show."""
        bare = node.removeprefix(UNDERTAKING).partition("/")[0]
        return self.names.get(node, bare)
