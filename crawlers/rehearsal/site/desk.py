"""One publisher's host: lets in whom it should, asks the publisher, and sends what it answers."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import FileResponse, Response
from starlette.types import Message, Receive, Scope, Send

from crawlers.rehearsal.publishing import Answer, Asked, Publisher
from crawlers.rehearsal.site.budget import Budget, Limit
from crawlers.rehearsal.site.clock import SiteClock
from crawlers.rehearsal.site.conditions import judged, whole_unless_asked
from crawlers.rehearsal.site.counting import Counts
from crawlers.rehearsal.site.faults import FaultSwitch, InForce, Kind
from crawlers.rehearsal.site.finishing import Finisher
from crawlers.rehearsal.site.keys import key_in, refusal
from crawlers.rehearsal.site.manners import Manners
from crawlers.rehearsal.site.refusing import NOT_A_READING_METHOD, TOO_MANY, server_error
from crawlers.rehearsal.site.sending import CutOffError, CuttingOff, Trickling
from crawlers.rehearsal.site.spoiling import spoilt

INVENTED = {"X-Rehearsal": "Every provider, company, person and figure here is invented."}
"""Said with every answer: a body of JSON has no place for it, nor has a register's CSV."""

_NOT_MODIFIED = 304


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What all hosts of a site share."""

    clock: SiteClock
    counts: Counts
    faults: FaultSwitch
    limit: Limit | None
    """Of each key with each host that has a budget; None lets everybody ask without end."""


class Desk:
    """One publisher as an ASGI application.

    The publisher answers in a thread of its own, one question at a time: it need not be safe to
    ask twice at once, and a product that takes minutes to write keeps no other publisher waiting.
    """

    def __init__(
        self, key: str, manners: Manners, publisher: Publisher, around: Surroundings, folder: Path
    ) -> None:
        """Open with a publisher; copies of what it answers go into the folder."""
        self.key = key
        self._manners = manners
        self._around = around
        self._budget = Budget(around.limit) if around.limit else None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=key)
        self._go_on_with(publisher, folder)

    def move(self, publisher: Publisher, folder: Path) -> None:
        """Go on with another day's publisher, once the one before has answered all who asked."""
        self._thread.submit(self._go_on_with, publisher, folder).result()

    def _go_on_with(self, publisher: Publisher, folder: Path) -> None:
        self._publisher = publisher
        self._folder = folder
        self._finisher = Finisher(
            manners=self._manners, last_modified=self._around.clock.opening(), folder=folder
        )

    def close(self) -> None:
        """Answer nobody any more, once the answer under way is made."""
        self._thread.shutdown(cancel_futures=True)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request. To cut a connection, the answer is left unfinished."""
        asked, headers = _asked(scope, self._around.clock.moment()), Headers(scope=scope)
        said = {"Date": self._around.clock.date_header(), **INVENTED}
        answer = self._before_the_publisher(scope["method"], asked, headers, said)
        due: Sequence[InForce] = ()
        if answer is None:
            query = scope["query_string"].decode("latin-1")
            due = self._around.faults.due(self.key, asked.path, query)
            answer = self._instead(due) or await self._made(asked, headers, due)
        try:
            answer = judged(answer, headers)
            way = self._way(send, said, answer, due)
            await _response(answer)(whole_unless_asked(scope), receive, way)
        except CutOffError:
            return

    def _before_the_publisher(
        self, method: str, asked: Asked, headers: Headers, said: dict[str, str]
    ) -> Answer | None:
        """What the host itself answers, if it does; `said` gains what it says of the budget."""
        if method not in {"GET", "HEAD"}:
            return NOT_A_READING_METHOD
        if asked.path == "/robots.txt" and self._manners.robots is not None:
            return Answer(media_type="text/plain", body=self._manners.robots.encode())
        authorization = headers.get("authorization")
        refused = refusal(self._manners, authorization)
        if refused is not None or authorization is None:
            return refused
        key, spelled = key_in(authorization), self._manners.remaining_header
        if key is None or spelled is None or self._budget is None:
            return None
        standing = self._budget.spend(key, self._around.clock.elapsed_s())
        said |= standing.headers(self._around.clock.epoch_s(), spelled)
        return None if standing.is_within else TOO_MANY

    def _instead(self, due: Sequence[InForce]) -> Answer | None:
        """The error that is answered in place of what the publisher says."""
        for one in due:
            if one.fault.kind is Kind.TOO_MANY:
                one.struck += 1
                return TOO_MANY
            if one.fault.kind is Kind.SERVER_ERROR:
                one.struck += 1
                return server_error(one.fault.status, asks_for_key=self._manners.asks_for_key)
        return None

    async def _made(self, asked: Asked, headers: Headers, due: Sequence[InForce]) -> Answer:
        takes_gzip = "gzip" in headers.get("accept-encoding", "")

        def made() -> Answer:
            answer = self._publisher.answer(asked)
            for one in due:
                changed = spoilt(answer, one.fault, self._folder)
                one.struck += changed is not answer
                answer = changed
            self._around.faults.count_reissued(answer.reissue)
            return self._finisher.finished(answer, takes_gzip=takes_gzip)

        return await asyncio.get_running_loop().run_in_executor(self._thread, made)

    def _way(
        self, send: Send, said: dict[str, str], answer: Answer, due: Sequence[InForce]
    ) -> Send:
        """How the answer goes out: counted, with what the host says of itself, or not whole."""

        async def way(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._around.counts.add(self.key, message["status"])
                MutableHeaders(scope=message).update(said)
            await send(message)

        out: Send = way
        for one in due:
            if one.fault.kind is Kind.SLOW and answer.body:
                one.struck += 1
                out = Trickling(out, one.fault.seconds)
            if one.fault.kind is Kind.CUT and answer.body:
                one.struck += 1
                out = CuttingOff(out)
        return out


def _asked(scope: Scope, at: datetime) -> Asked:
    query = scope["query_string"].decode("latin-1")
    values = parse_qs(query, keep_blank_values=True) if query else {}
    return Asked(
        path=scope["path"],
        query={name: tuple(given) for name, given in values.items()},
        accept=Headers(scope=scope).get("accept", "*/*"),
        at=at,
    )


def _response(answer: Answer) -> Response:
    if answer.status == _NOT_MODIFIED:
        return Response(status_code=answer.status, headers=dict(answer.headers))
    headers = {**answer.headers, "content-type": answer.media_type}
    if isinstance(answer.body, Path):
        return FileResponse(answer.body, status_code=answer.status, headers=headers)
    return Response(answer.body, status_code=answer.status, headers=headers)
