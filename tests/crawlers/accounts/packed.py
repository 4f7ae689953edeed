"""A zip of members."""

import io
import zipfile
from collections.abc import Mapping


def packed(members: Mapping[str, bytes]) -> bytes:
    """A zip with these members, by name."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as container:
        for name, member in members.items():
            container.writestr(name, member)
    return body.getvalue()
