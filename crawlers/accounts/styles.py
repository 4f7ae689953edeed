"""What a document's style sheets hide, move, break over pages or draw in brackets."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PIECE = re.compile(r"([^{}]*)([{}])")
_SELECTOR = re.compile(r"([a-z]\w*)?(?:\.([\w-]+)|#([\w-]+))?(?:::?(before|after))?", re.IGNORECASE)
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(px|pt|em|mm|cm|in|%)?$")
_POINTS = {None: 0.75, "px": 0.75, "pt": 1.0, "em": 12.0, "mm": 2.835, "cm": 28.35, "in": 72.0}
_NOTHING = re.compile(r"0*\.?0+%?")
_PAGE_ENDS = frozenset({"always", "page", "left", "right"})
_CLAIMS = {
    "display": ("is_hidden", frozenset({"none"})),
    "visibility": ("is_blank", frozenset({"hidden", "collapse"})),
    "page-break-before": ("breaks_before", _PAGE_ENDS),
    "break-before": ("breaks_before", _PAGE_ENDS),
    "page-break-after": ("breaks_after", _PAGE_ENDS),
    "break-after": ("breaks_after", _PAGE_ENDS),
}
_DECORATIONS = frozenset({"text-decoration", "text-decoration-line"})
_SIZES = frozenset({"font-size", "font"})
_TELLING = frozenset(
    {*_CLAIMS, *_DECORATIONS, *_SIZES, "opacity", "position", "top", "left", "bottom", "width"}
)
_SIZE = re.compile(r"(\d*\.?\d+)(%|[a-z]*)(?:/.*)?|[a-z-]*(?:small|medium|large)")
_RELATIVE = frozenset({"%", "em", "ex", "ch"})
_ON_SCREEN = ("", "screen", "all")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What of an element's style changes how its text is read."""

    is_hidden: bool = False
    """True where it is not there at all, and takes no place."""
    is_blank: bool = False
    """True where nothing is seen at its place, or what is there is struck out."""
    has_size: bool | None = None
    """False where its letters have no size; None where that is as it is round it."""
    breaks_before: bool = False
    breaks_after: bool = False
    is_placed: bool = False
    """True where it stands at a place of its own on the page, out of the flow."""
    is_frame: bool = False
    """True where what is placed inside it stands so far from its own edges."""
    is_bracketed: bool = False
    """True where the style itself draws the bracket or minus of a negative number."""
    top: float | None = None
    """Points from the page's top; from its bottom, and negative, where that is what is said."""
    left: float | None = None
    width: float | None = None
    """In points; None where it is a share, or not said."""
    share: float | None = None
    """The width as a share of what encloses it, in hundredths."""

    def over(self, under: "Look") -> "Look":
        """What either look says; where both say how far, this one."""
        return Look(
            is_hidden=self.is_hidden or under.is_hidden,
            is_blank=self.is_blank or under.is_blank,
            has_size=under.has_size if self.has_size is None else self.has_size,
            breaks_before=self.breaks_before or under.breaks_before,
            breaks_after=self.breaks_after or under.breaks_after,
            is_placed=self.is_placed or under.is_placed,
            is_frame=self.is_frame or under.is_frame,
            is_bracketed=self.is_bracketed or under.is_bracketed,
            top=under.top if self.top is None else self.top,
            left=under.left if self.left is None else self.left,
            width=under.width if self.width is None else self.width,
            share=under.share if self.share is None else self.share,
        )


PLAIN = Look()


@lru_cache(maxsize=4096)
def look_of(declarations: str) -> Look:
    """The look that `name: value; name: value` gives; what it says of nothing here is passed by.

    Some are remembered: one software writes the same few styles into every document.
    """
    said: dict[str, bool | float] = {}
    for declaration in declarations.lower().split(";"):
        name, _, value = declaration.partition(":")
        if (bare := name.strip()) in _TELLING:
            said |= _said(bare, value.replace("!important", "").strip())
    return replace(PLAIN, **said) if said else PLAIN


class Sheet:
    """The style sheets of one document, and what they say of an element."""

    def __init__(self, css: str) -> None:
        """Read the rules of the text of one or more style sheets."""
        self._rules = looks(css)
        self.has_ids = any(selector.startswith("#") for selector in self._rules)

    def look(
        self, tag: str, style: str | None, classes: str | None = None, identity: str | None = None
    ) -> Look:
        """What holds for an element, its own style over its classes over its kind."""
        look = look_of(style) if style else PLAIN
        for selector in _selectors(tag, classes, identity):
            if selector in self._rules:
                look = look.over(self._rules[selector])
        return look


def _selectors(tag: str, classes: str | None, identity: str | None) -> Iterator[str]:
    if identity:
        yield f"#{identity.lower()}"
    for name in (classes or "").lower().split():
        yield f"{tag}.{name}"
        yield f".{name}"
    yield tag


def looks(css: str) -> dict[str, Look]:
    """The looks of a style sheet by `tag`, `.class`, `tag.class` or `#id`.

    Only selectors of one such part count: what holds inside another element, or under the
    pointer, does not hold for every element of the class. What is hidden on paper alone is read.
    """
    found: dict[str, Look] = {}
    for medium, selectors, declarations in _rules(css):
        for selector in selectors.split(","):
            _add(found, selector.strip(), declarations, is_seen=medium in _ON_SCREEN)
    return found


def _add(found: dict[str, Look], selector: str, declarations: str, *, is_seen: bool) -> None:
    parts = _SELECTOR.fullmatch(selector)
    if parts is None:
        return
    key = selector.partition(":")[0].lower()
    look = look_of(declarations)
    if parts[4] is not None:
        look = Look(is_bracketed=_draws_negative(declarations))
    elif not is_seen:
        look = replace(look, is_hidden=False, is_blank=False)
    if look != PLAIN:
        found[key] = look.over(found.get(key, PLAIN))


def _draws_negative(declarations: str) -> bool:
    """True where generated text is a bracket or a minus."""
    return re.search(r"content\s*:\s*[\"'](?:[(\-−–]|\\0*28)", declarations) is not None  # noqa: RUF001


def _rules(css: str) -> Iterator[tuple[str, str, str]]:
    """Medium, selectors and declarations of each rule."""
    open_: list[str] = []
    for before, brace in _PIECE.findall(_COMMENT.sub(" ", css)):
        text: str = before.strip()
        if brace == "{":
            open_.append(text.rpartition(";")[2].strip())
        elif open_:
            prelude = open_.pop()
            if text and not prelude.startswith("@"):
                yield _medium(open_), prelude, text


def _medium(enclosing: list[str]) -> str:
    """`print`, `screen`, … of the innermost condition; nothing where there is none."""
    return " ".join(enclosing[-1].lower().split()[1:2]) if enclosing else ""


def _said(name: str, value: str) -> Mapping[str, bool | float]:
    """What one declaration adds to a look."""
    if name == "position":
        return {"is_placed": value == "absolute", "is_frame": value == "relative"}
    if name in _CLAIMS:
        claim, values = _CLAIMS[name]
        return {claim: value in values}
    if name in _DECORATIONS:
        return {"is_blank": "line-through" in value.split()}
    if name == "opacity":
        return {"is_blank": _NOTHING.fullmatch(value) is not None}
    if name in _SIZES:
        return _size(value)
    return _length(name, value)


def _size(value: str) -> Mapping[str, bool]:
    """Whether letters have a size, of a size alone or of all that is said of them at once."""
    for word in value.split():
        found = _SIZE.fullmatch(word)
        if found is None or (not found[2] and found[1] is not None and float(found[1])):
            continue  # a family of letters, or a number that says how bold they are
        if found[1] is not None and not float(found[1]):
            return {"has_size": False}
        return {} if found[2] in _RELATIVE else {"has_size": True}
    return {}


def _length(name: str, value: str) -> Mapping[str, float]:
    found = _LENGTH.match(value)
    if found is None:
        return {}
    if found[2] == "%":
        return {"share": float(found[1])} if name == "width" else {}
    points = float(found[1]) * _POINTS[found[2]]
    return {"top": -points} if name == "bottom" else {name: points}
