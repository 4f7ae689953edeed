"""The control page, on a port of its own: what is served where, and switches for faults and today.

| Asked | Answered |
|---|---|
| `GET /` | the day, the seed, each publisher's address, where to begin, what else to ask |
| `GET /requests` | how often each publisher answered what |
| `GET /faults` | the faults in force, and how often each struck |
| `POST /faults` | the same, after a JSON list of faults has taken the place of those in force |
| `POST /today` | the day, after `{"today": "2026-12-01"}` |

Every answer is an object, which beside what was asked for, as `requests` or `faults`, says that
this is a rehearsal. A fault is an object, or a text as on the command line. Where one is refused,
those in force stay.
"""

import asyncio
import json
from collections.abc import Mapping
from datetime import date
from json import JSONDecodeError
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter, ValidationError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from crawlers.rehearsal.site.desk import INVENTED
from crawlers.rehearsal.site.faults import Fault, FaultError, fault_from, in_words
from crawlers.rehearsal.site.rehearsal import DayError, Rehearsal

_LISTED = TypeAdapter(list[Any])
_FAULTS = TypeAdapter(tuple[Fault, ...])
_ASKED = {
    "GET /requests": "how often each publisher answered what",
    "GET /faults": "the faults in force, and how often each struck",
    "POST /faults": 'a JSON list: ["cut companies_house_bulk /*.zip nth=2"]; [] for none',
    "POST /today": '{"today": "2026-12-01"}: a later day',
}
_REHEARSAL = "this is a rehearsal: all names are invented"
_SEND = 'send {"today": "2026-12-01"}'
_KEY = "any user name that is not blank, with a blank password"


def control(rehearsal: Rehearsal) -> Starlette:
    """The control page of a rehearsal."""
    moving = asyncio.Lock()

    async def about(_: Request) -> JSONResponse:
        return _said(_about(rehearsal))

    async def requests(_: Request) -> JSONResponse:
        return _said({"requests": rehearsal.around.counts.by_publisher()})

    async def faults(_: Request) -> JSONResponse:
        return _said(_in_force(rehearsal))

    async def set_faults(request: Request) -> JSONResponse:
        try:
            listed = _LISTED.validate_json(await request.body())
            told = [fault_from(one) if isinstance(one, str) else one for one in listed]
            async with moving:
                await asyncio.to_thread(rehearsal.set_faults, _FAULTS.validate_python(told))
        except ValidationError as error:
            return _refused(in_words(error))
        except FaultError as error:
            return _refused(str(error))
        return _said(_in_force(rehearsal))

    async def set_today(request: Request) -> JSONResponse:
        try:
            day = _day_in(await request.body())
            async with moving:
                await asyncio.to_thread(rehearsal.move, day)
        except DayError as error:
            return _refused(str(error))
        return _said(_about(rehearsal))

    return Starlette(
        routes=[
            Route("/", about),
            Route("/requests", requests),
            Route("/faults", faults, methods=["GET"]),
            Route("/faults", set_faults, methods=["POST"]),
            Route("/today", set_today, methods=["POST"]),
        ],
        exception_handlers={404: _not_asked, 405: _not_asked},
    )


async def _not_asked(_: Request, error: Exception) -> JSONResponse:
    """What nothing here is asked by: the answer says what is."""
    assert isinstance(error, HTTPException)
    what = {"error": error.detail, "asked": _ASKED}
    return _said(what, status=error.status_code, headers=error.headers or {})


def _about(rehearsal: Rehearsal) -> dict[str, Any]:
    return {
        "seed": rehearsal.world.seed,
        "size": rehearsal.world.size,
        "today": rehearsal.today.isoformat(),
        "last_day": rehearsal.world.last_day.isoformat(),
        "faster": rehearsal.around.clock.faster,
        "addresses": dict(rehearsal.addresses),
        "doors": dict(rehearsal.doors),
        "key": _KEY,
        "asked": _ASKED,
    }


def _in_force(rehearsal: Rehearsal) -> dict[str, Any]:
    return {
        "faults": [
            {**one.fault.model_dump(mode="json"), "struck": one.struck}
            for one in rehearsal.around.faults.in_force
        ]
    }


def _said(
    what: Mapping[str, Any], *, status: int = 200, headers: Mapping[str, str] = MappingProxyType({})
) -> JSONResponse:
    """An answer, which says of itself that it is a rehearsal's."""
    told = {"rehearsal": _REHEARSAL, **what}
    return JSONResponse(told, status_code=status, headers={**headers, **INVENTED})


def _day_in(body: bytes) -> date:
    """The day that is sent; DayError where none is."""
    try:
        told = str(json.loads(body)["today"])
    except (JSONDecodeError, KeyError, TypeError):
        raise DayError(_SEND) from None
    try:
        return date.fromisoformat(told)
    except ValueError:
        raise DayError(f"{told!r} is not a day; {_SEND}") from None


def _refused(why: str) -> JSONResponse:
    return _said({"error": why}, status=400)
