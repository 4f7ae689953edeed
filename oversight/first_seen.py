"""One answer of each kind, as it came, kept for whoever reviews what the publishers really send.

Only of the publishers themselves, and only the first of each kind ever seen here: its status, its
headers without what is secret, and its body as it was read, or, of a download, how it begins.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from scrapy.http import Response

from crawlers.work import Errand

SECRET = frozenset({"authorization", "cookie", "set-cookie"})


@dataclass(frozen=True, kw_only=True)
class FirstSeen:
    """A folder with one folder for each kind of answer."""

    folder: Path

    def keep(self, errand: Errand, response: Response) -> None:
        """Keep an answer if it is the first of its kind: its source, its signpost, its status."""
        parts = [errand.source, errand.signpost or "document", str(response.status)]
        kept = self.folder / " ".join(parts)
        if kept.exists():
            return
        half = kept.with_name(f".{kept.name}")
        half.mkdir(parents=True, exist_ok=True)
        headers = {
            name.decode("latin-1"): [value.decode("latin-1") for value in values]
            for name, values in response.headers.items()
            if name.decode("latin-1").lower() not in SECRET
        }
        said = {"url": errand.url, "status": response.status, "headers": headers}
        (half / "answer.json").write_text(json.dumps(said, indent=1))
        (half / "body").write_bytes(response.body)
        half.replace(kept)
