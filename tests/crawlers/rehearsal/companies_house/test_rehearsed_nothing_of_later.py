"""No answer holds anything of later days, and the same world gives the same bytes."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from crawlers.rehearsal.forms.companies_house.api import CompaniesHouseApi
from crawlers.rehearsal.forms.companies_house.bulk import CompaniesHouseBulk
from crawlers.rehearsal.forms.companies_house.document_api import CompaniesHouseDocumentApi
from crawlers.rehearsal.publishing import Answer, Asked, Publisher
from crawlers.rehearsal.world.world import World
from tests.crawlers.rehearsal.companies_house.small_register import (
    LATER,
    TODAY,
    WORLD,
    asked,
    document_body,
    setup,
)

RESOURCES = (
    *("", "/charges", "/exemptions", "/filing-history", "/insolvency", "/officers"),
    *("/persons-with-significant-control", "/persons-with-significant-control-statements"),
    "/registered-office-address",
)
PRODUCTS = (
    "/BasicCompanyDataAsOneFile-2026-11-01.zip",
    "/persons-with-significant-control-snapshot-2026-11-04.zip",
    *(f"/Accounts_Bulk_Data-2026-11-0{day}.zip" for day in (3, 4)),
)
PAGES = (
    "/en_output.html",
    "/en_pscdata.html",
    "/en_accountsdata.html",
    "/en_monthlyaccountsdata.html",
)


def known_by_today() -> World:
    """The same world as if it ended today."""
    return replace(
        WORLD,
        bodies=tuple(
            replace(
                body,
                names=tuple(one for one in body.names if one.since <= TODAY),
                offices=tuple(one for one in body.offices if one.since <= TODAY),
            )
            for body in WORLD.bodies
            if body.begun_on <= TODAY
        ),
        stakes=tuple(one for one in WORLD.stakes if one.filed_on and one.filed_on <= TODAY),
        statements=tuple(
            replace(one, until=None if one.until == LATER else one.until)
            for one in WORLD.statements
            if one.since <= TODAY
        ),
        exemptions=tuple(replace(one, until=None) for one in WORLD.exemptions),
        appointments=tuple(
            replace(one, until=None, end_filed_on=None) if one.end_filed_on == LATER else one
            for one in WORLD.appointments
            if one.filed_on <= TODAY
        ),
        accounts=tuple(one for one in WORLD.accounts if one.filed_on <= TODAY),
        charges=tuple(
            replace(one, satisfied_on=None, satisfaction_filed_on=None)
            if one.satisfaction_filed_on == LATER
            else one
            for one in WORLD.charges
            if one.delivered_on <= TODAY
        ),
        insolvencies=tuple(
            replace(one, steps=tuple(step for step in one.steps if step.on <= TODAY))
            for one in WORLD.insolvencies
            if one.public_on <= TODAY
        ),
        filings=tuple(one for one in WORLD.filings if one.filed_on <= TODAY),
    )


def publishers(world: World, folder: Path) -> tuple[Publisher, Publisher, Publisher]:
    made_of = setup(folder=folder, world=world)
    return (
        CompaniesHouseApi(setup=made_of),
        CompaniesHouseDocumentApi(setup=made_of, document_body=document_body),
        CompaniesHouseBulk(setup=made_of, document_body=document_body),
    )


def answers(world: World, folder: Path) -> Iterator[tuple[str, int, bytes]]:
    """Everything that the publishers answer about a world, as bytes."""
    folder.mkdir()
    register, documents, bulk = publishers(world, folder)
    for company in WORLD.companies:
        for resource in RESOURCES:
            yield _said(register, asked(f"/company/{company.key}{resource}"))
    for one in WORLD.appointments:
        yield _said(register, asked(f"/officers/{one.officer_id}/appointments"))
    for one in WORLD.filings:
        yield _said(documents, asked(f"/document/{one.document_id}"))
    yield _said(register, asked("/search/companies", q="fernlark tomorrow unborn"))
    yield _said(register, asked("/advanced-search/companies", size="5000"))
    yield _said(register, asked("/dissolved-search/companies", q="fernlark"))
    for path in (*PRODUCTS, *PAGES):
        yield _said(bulk, asked(path))


def _said(publisher: Publisher, question: Asked) -> tuple[str, int, bytes]:
    found: Answer = publisher.answer(question)
    body = found.body.read_bytes() if isinstance(found.body, Path) else found.body
    return question.path, found.status, body


def test_a_world_that_goes_on_answers_as_if_it_ended_today(tmp_path: Path) -> None:
    going_on = list(answers(WORLD, tmp_path / "a"))
    ended = list(answers(known_by_today(), tmp_path / "b"))

    assert going_on == ended


def test_the_same_world_gives_the_same_bytes(tmp_path: Path) -> None:
    first = list(answers(WORLD, tmp_path / "a"))
    second = list(answers(replace(WORLD), tmp_path / "b"))

    assert first == second
    assert {status for path, status, _ in first if path in (*PRODUCTS, *PAGES)} == {200}


def test_no_address_but_the_rehearsals_is_in_any_answer(tmp_path: Path) -> None:
    said = b"".join(
        b"".join(_unpacked(body)) if path.endswith(".zip") else body
        for path, _, body in answers(WORLD, tmp_path / "a")
    )
    hosts = set(re.findall(rb"https?://[^/\"]+", said))

    assert hosts == {
        b"http://127.0.0.1:8101",
        b"http://127.0.0.1:8102",
        b"http://www.w3.org",  # names of document types, at which nothing is asked for
    }


def _unpacked(body: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        for name in packed.namelist():
            yield packed.read(name)
