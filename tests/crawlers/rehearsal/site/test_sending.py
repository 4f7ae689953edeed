"""Answers leave whole and late, or half and no further, in however many pieces they come."""

import asyncio
from time import perf_counter

import pytest
from starlette.types import Message

from crawlers.rehearsal.site.sending import CutOffError, CuttingOff, Trickling

START: Message = {
    "type": "http.response.start",
    "status": 200,
    "headers": [(b"content-length", b"20")],
}
EMPTY: Message = {"type": "http.response.body", "body": b"", "more_body": False}


def body(text: bytes, *, more: bool = False) -> Message:
    return {"type": "http.response.body", "body": text, "more_body": more}


class Sent:
    def __init__(self) -> None:
        self.messages: list[Message] = []

    async def __call__(self, message: Message) -> None:
        self.messages.append(message)

    @property
    def pieces(self) -> list[bytes]:
        return [one["body"] for one in self.messages if "body" in one]


async def send_all(way: Trickling | CuttingOff, *messages: Message) -> None:
    for message in messages:
        await way(message)


def test_half_of_a_body_goes_out_before_the_cut() -> None:
    sent = Sent()

    with pytest.raises(CutOffError):
        asyncio.run(send_all(CuttingOff(sent), START, body(b"0123456789" * 2)))
    assert sent.pieces == [b"0123456789"]
    assert sent.messages[-1]["more_body"] is True


def test_a_body_in_pieces_is_cut_at_its_half() -> None:
    sent = Sent()
    pieces = (body(b"012345", more=True), body(b"678901", more=True), body(b"23456789"))

    with pytest.raises(CutOffError):
        asyncio.run(send_all(CuttingOff(sent), START, *pieces))
    assert sent.pieces == [b"012345", b"6789"]


def test_what_has_no_body_is_not_cut() -> None:
    sent = Sent()
    asyncio.run(send_all(CuttingOff(sent), START, EMPTY))

    assert sent.messages == [START, EMPTY]


def test_a_slow_body_comes_whole_in_ten_pieces() -> None:
    sent = Sent()
    began = perf_counter()
    asyncio.run(send_all(Trickling(sent, 0.05), START, body(b"0123456789" * 2)))

    assert perf_counter() - began >= 0.05
    assert len(sent.pieces) == 10
    assert b"".join(sent.pieces) == b"0123456789" * 2
    assert [one["more_body"] for one in sent.messages[1:]] == [True] * 9 + [False]


def test_a_slow_body_that_ends_with_nothing_ends() -> None:
    sent = Sent()
    asyncio.run(send_all(Trickling(sent, 0.01), START, body(b"0" * 20, more=True), EMPTY))

    assert b"".join(sent.pieces) == b"0" * 20
    assert sent.messages[-1] == EMPTY
