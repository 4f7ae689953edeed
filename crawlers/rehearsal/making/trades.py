"""What a group calls the companies that run its settings, and which of them runs which."""

from collections import defaultdict
from random import Random

from crawlers.rehearsal import words
from crawlers.rehearsal.making.groups import Plan
from crawlers.rehearsal.making.lives import Life

_HOMES = ("Care", "Children's Homes", "Residential Care", "Childcare", "Children's Services")
_TRADES = {
    words.SUPPORTED: ("Supported Living", "Semi-Independent Living", "Supported Accommodation"),
    words.FOSTERING: ("Fostering", "Foster Care", "Fostering Services"),
    words.FAMILY_CENTRE: ("Family Centres", "Family Assessment"),
    words.SCHOOL_AS_HOME: ("Schools", "Education and Care"),
    words.SPECIAL_SCHOOL: ("Schools", "Education"),
    words.BOARDING: ("School", "College"),
    words.COLLEGE: ("College",),
    words.ADOPTION: ("Adoption",),
    words.ADOPTION_SUPPORT: ("Adoption Support",),
    words.HOLIDAY: ("Holidays",),
}
_NUMERALS = ("", " (North)", " (South)", " (Midlands)", " One", " Two", " Three", " East", " West")
BOUGHT = "bought: "
"""How the trade of a company begins that keeps a name of its own."""
_CHAIN = 3
"""Groups with more agencies than this have bought some of them, which keep their names."""
_KEPT, _TOGETHER = 0.6, 0.5
"""How often a bought agency keeps its name, and how often homes and supported accommodation are
run by one company."""


def trade(plan: Plan, provision_type: str) -> str:
    """What a group calls a trade of its own; the same group calls it the same."""
    choices = _TRADES.get(provision_type, _HOMES)
    return choices[plan.rank % len(choices)]


def divided(plan: Plan, random: Random) -> dict[str, list[Life]]:
    """The group's registrations by the trade that the company's name is to have.

    The first company for homes has most of them, as in life.
    """
    homes = [
        f"{trade(plan, words.HOME)}{_NUMERALS[n % len(_NUMERALS)]}"
        if n < len(_NUMERALS)
        else f"{BOUGHT}{n} {_HOMES[n % len(_HOMES)]}"
        for n in range(plan.companies)
    ]
    weights = [3 * len(homes), *(1 for _ in homes[1:])]
    found: dict[str, list[Life]] = defaultdict(list)
    for life in plan.lives:
        ours = trade(plan, life.provision_type)
        if life.provision_type == words.HOME and homes:
            ours = random.choices(homes, weights)[0]
        elif life.provision_type == words.FOSTERING and plan.wants[words.FOSTERING] > _CHAIN:
            kept = random.random() < _KEPT
            ours = f"{BOUGHT}{random.randint(1, 9)} Fostering" if kept else ours
        elif life.provision_type == words.SUPPORTED and homes and random.random() < _TOGETHER:
            ours = homes[0]
        found[ours].append(life)
    return found
