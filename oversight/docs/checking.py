"""Check every page: those that are generated are current, and nothing that a page names is gone."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from oversight.docs.command_line_page import commands
from oversight.docs.generated import pages
from oversight.docs.markdown import anchor

_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_MAKE = re.compile(r"\bmake ([a-z][a-z-]*)")
_OVERSIGHT = re.compile(r"\boversight ([a-z][a-z-]*)((?: +--?[a-z-]+(?:=\S+)?| +[^\s`#]+)*)")
_OPTION = re.compile(r"(?<=\s)--[a-z-]+")
_TARGET = re.compile(r"^([a-z][a-z%-]*):(?!=)", re.MULTILINE)


def problems(root: Path) -> list[str]:
    """One line for each thing to mend below the project's folder, with what to do about it."""
    return [*_stale(root), *_astray(root)]


def _stale(root: Path) -> Iterator[str]:
    for path, text in pages().items():
        kept = root / path
        if not kept.is_file() or kept.read_bytes() != text.encode():
            yield f"{path} is stale: run make docs"


def _astray(root: Path) -> Iterator[str]:
    for path in (root / "README.md", *sorted((root / "docs").rglob("*.md"))):
        name = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8")
        typed = "\n".join((*_FENCED.findall(text), *_CODE.findall(_FENCED.sub("", text))))
        for problem in (*_links(path, text), *_targets(root, typed), *_commands(typed)):
            yield f"{name}: {problem}"


def _links(path: Path, text: str) -> Iterator[str]:
    for address in _LINK.findall(_CODE.sub("", _FENCED.sub("", text))):
        if re.match(r"[a-z]+:", address):
            continue
        file, _, fragment = address.partition("#")
        target = (path.parent / file) if file else path
        if not target.exists():
            yield f"the link to {address} leads nowhere: mend it"
        elif fragment and target.suffix == ".md" and fragment not in _anchors(target):
            yield f"the link to {address} names no heading of that page: mend it"


@cache
def _anchors(page: Path) -> frozenset[str]:
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    return frozenset(anchor(title) for title in _HEADING.findall(text))


def _targets(root: Path, typed: str) -> Iterator[str]:
    targets = _TARGET.findall((root / "Makefile").read_text(encoding="utf-8"))
    known = re.compile("|".join(target.replace("%", "[a-z-]+") for target in targets))
    for target in dict.fromkeys(_MAKE.findall(typed)):
        if not known.fullmatch(target):
            yield f"there is no `make {target}`: name another target, or add it to the Makefile"


def _commands(typed: str) -> Iterator[str]:
    options = {
        command.name: {word for p in command.parameters for word in p.spelled.split()}
        for command in commands()
    }
    for name, rest in dict.fromkeys(_OVERSIGHT.findall(typed)):
        if name not in options:
            yield f"there is no `oversight {name}`: name one of {', '.join(options)}"
            continue
        for option in _OPTION.findall(rest):
            if option not in options[name]:
                yield f"`oversight {name}` has no {option}: see oversight {name} --help"
