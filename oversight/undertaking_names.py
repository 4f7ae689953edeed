"""What undertakings are called: by their profile, else by whoever names them."""

from collections.abc import Iterable, Mapping

from oversight.control_registers import ControlRegisters
from oversight.holders import entered_names
from oversight.matching import Names
from oversight.provider_groups import Owned


def called(
    nodes: Iterable[str],
    owned: Owned,
    later: Mapping[str, str],
    registers: ControlRegisters,
    names: Names,
) -> dict[str, str]:
    """The name of each undertaking, by number or typed text, as the weightiest source has it.

    That is its profile or the index, then an entry in force on the day of the registers, then a
    later entry, then the register of settings, then its number alone.
    """
    entered = entered_names(registers.controls, registers.holders)
    profiles = {c.company_number: c.name for named in names.values() for c in named}
    owners = {number: matched[0][0].name for number, matched in owned.items()}
    return {node: node for node in nodes} | owners | {**later} | entered | profiles
