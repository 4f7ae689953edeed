"""Find what a package's files define: the one discovery behind every catalogue."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def catalogue(
    package: ModuleType, name: str, kinds: tuple[type[T], ...], key: str
) -> tuple[T, ...]:
    """Give the `name` of each module in `package`, in the order of their `key` attribute.

    Raises TypeError when a module defines none, or something else, and ValueError when two
    share a key: a catalogue with a hole in it must not start.
    """
    found: dict[str, T] = {}
    for module in iter_modules(package.__path__, prefix=f"{package.__name__}."):
        entry = getattr(import_module(module.name), name, None)
        if not isinstance(entry, kinds):
            called = " or ".join(kind.__name__ for kind in kinds)
            raise TypeError(f"{module.name} must define {name}, a {called}; it has {entry!r}")
        entry_key = str(getattr(entry, key))
        if entry_key in found:
            raise ValueError(f"{module.name} uses the {key} {entry_key!r} a second time")
        found[entry_key] = entry
    return tuple(found[entry_key] for entry_key in sorted(found))
