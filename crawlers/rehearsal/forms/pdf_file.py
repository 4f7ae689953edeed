"""A PDF written out object by object, so that the same objects are the same bytes everywhere."""

from collections.abc import Sequence


def pdf_file(objects: Sequence[bytes], *, info: int | None = None) -> bytes:
    """The file of some objects, numbered from 1: the first is the catalogue.

    `info` is the number of the object that tells who made the file and when.
    """
    written, places = [b"%PDF-1.4\n"], list[int]()
    length = len(written[0])
    for number, one in enumerate(objects, start=1):
        places.append(length)
        written.append(b"%d 0 obj\n%b\nendobj\n" % (number, one))
        length += len(written[-1])
    size = len(objects) + 1
    said = b"" if info is None else b" /Info %d 0 R" % info
    written += [
        b"xref\n0 %d\n0000000000 65535 f \n" % size,
        *(b"%010d 00000 n \n" % place for place in places),
        b"trailer\n<< /Size %d /Root 1 0 R%b >>\nstartxref\n%d\n%%%%EOF\n" % (size, said, length),
    ]
    return b"".join(written)


def stream(content: bytes, said: str = "") -> bytes:
    """An object that holds bytes, with what is said of them."""
    return b"<< %b/Length %d >>\nstream\n%b\nendstream" % (said.encode(), len(content), content)
