"""What holds of every module, whatever it is about."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("crawlers", "oversight", "dashboard", "db")
MIGRATIONS = ROOT / "db" / "migrations" / "versions"
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
NAMES_THAT_SAY_NOTHING = {
    "base",
    "common",
    "core",
    "helper",
    "helpers",
    "manager",
    "managers",
    "misc",
    "models",
    "service",
    "services",
    "util",
    "utils",
}
CLOCK = re.compile(
    r"\b(datetime\.(now|today|utcnow)|date\.today|time\.(time|time_ns|localtime|gmtime))\("
)
CATCH_ALL = re.compile(r"except( Exception\b.*)?:")


def written(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_every_module_fits_in_the_head() -> None:
    long = [
        written(path)
        for path in MODULES
        if path.parent != MIGRATIONS and len(path.read_text(encoding="utf-8").splitlines()) >= 300
    ]

    assert long == []


def test_every_module_and_folder_is_named_for_what_it_holds() -> None:
    nameless = [
        written(path)
        for path in MODULES
        if NAMES_THAT_SAY_NOTHING & {*path.relative_to(ROOT).parts[:-1], path.stem}
    ]

    assert nameless == []


def test_only_the_clock_reads_the_clock() -> None:
    readers = [written(path) for path in MODULES if CLOCK.search(path.read_text(encoding="utf-8"))]

    assert readers == ["oversight/clock.py"]


def test_nothing_catches_every_exception() -> None:
    catchers = [
        written(path) for path in MODULES if CATCH_ALL.search(path.read_text(encoding="utf-8"))
    ]

    assert catchers == []
