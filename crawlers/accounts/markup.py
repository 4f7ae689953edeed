"""The tree of a marked-up document, whatever stands before its first mark."""

from lxml import etree

_Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name


class NoMarkupError(ValueError):
    """The bytes are no mark-up at all, or none that can be opened safely."""


def opened(body: bytes) -> _Element:
    """The root of a document; what is malformed is mended as a browser would, in document order.

    Entities are not expanded and nothing outside the document is asked for. Raises NoMarkupError
    where there is no element in it.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=True
    )
    try:
        root: _Element | None = etree.fromstring(body[max(body.find(b"<"), 0) :], parser)
    except etree.XMLSyntaxError:  # even one that mends finds nothing to begin with
        root = None
    if root is None:
        raise NoMarkupError("there is no mark-up in it")
    return root
