"""The tree of a marked-up document, whatever stands before its first mark."""

from lxml import etree

_Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name
_TRAP = "ERR_RESOURCE_LIMIT"
"""What the parser says where it stops to save the machine: what it has by then is no document."""


class NoMarkupError(ValueError):
    """The bytes are no mark-up at all, or none that can be opened safely."""


class UnsafeMarkupError(NoMarkupError):
    """The mark-up grows without bound, or is nested as no document is: the rest of it is lost."""


def opened(body: bytes) -> _Element:
    """The root of a document; what is malformed is mended as a browser would, in document order.

    Entities are not expanded and nothing outside the document is asked for. Raises NoMarkupError
    where there is no element in it, UnsafeMarkupError where it is a trap.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=True
    )
    try:
        root: _Element | None = etree.fromstring(body[max(body.find(b"<"), 0) :], parser)
    except etree.XMLSyntaxError:  # even one that mends finds nothing to begin with
        root = None
    if any(error.type_name == _TRAP for error in parser.error_log):
        raise UnsafeMarkupError("its mark-up grows without bound, or is nested as no document is")
    if root is None:
        raise NoMarkupError("there is no mark-up in it")
    return root
