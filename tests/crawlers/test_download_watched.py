"""Of a download too large to be held, whoever reviews answers has the headers and the beginning."""

import asyncio
from collections import deque
from pathlib import Path

from crawlers.asking import Turns
from crawlers.downloading import Downloader, client_for
from tests.crawlers.file_host import AGENT, BODY, FileHost, Otherwise, hosting, terms


def test_whoever_keeps_answers_is_told_how_each_begins(tmp_path: Path) -> None:
    busy = Otherwise(status=503, headers=(("Content-Length", "4"), ("X-A", "1")), body=b"busy")
    told: list[tuple[str, int, bytes | None, bytes]] = []

    async def fetched(host: FileHost) -> None:
        async with client_for(AGENT) as client:
            downloader = Downloader(
                client,
                Turns(terms(host)),
                lambda answer: told.append(
                    (answer.url, answer.status, answer.headers.get("X-A"), answer.body)
                ),
            )
            await downloader.download(host.url, tmp_path / "file.bin")

    with hosting(FileHost(body=BODY, once=deque([busy]))) as host:
        asyncio.run(fetched(host))

    assert told == [
        (f"{host.address}/robots.txt", 404, None, b""),
        (host.url, 503, b"1", b"busy"),
        (host.url, 200, None, BODY[:65536]),
    ]
