"""Tables: a record plus its keys, and the ledger of how each record came here.

Say `records.Setting` for the immutable statement and `tables.Setting` for the stored row;
every field is declared once, on the record. Words of a closed list are stored as the
publisher's text, instants in UTC.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from db import records
from db.accounts_tables import (
    AccountsClaim,
    AccountsDocument,
    AccountsGap,
    AccountsNote,
    AccountsStatement,
    FiledAccounts,
    StatementLine,
)
from db.column_types import use_plain_types
from db.own_tables import Evaluation, OwnerDecision
from db.stored import Stored

OF_ACCOUNTS = (
    AccountsDocument,
    FiledAccounts,
    StatementLine,
    AccountsStatement,
    AccountsClaim,
    AccountsNote,
    AccountsGap,
)
"""The tables of filed accounts, which have a module of their own."""
OF_OUR_OWN = (Evaluation, OwnerDecision)
"""The tables of what no publisher says."""


class World(StrEnum):
    """What a database may hold. Its first fetch stamps it and it refuses the other."""

    REAL = "real"
    REHEARSAL = "rehearsal"


class Stamp(SQLModel, table=True):
    """One row: which world this database holds, and, for a rehearsal, its own today."""

    id: int = Field(default=None, primary_key=True)
    world: World
    today: date | None = None
    market: str | None = None
    """Which invented market a rehearsal is of, in words; None until a site has said so."""


class Run(SQLModel, table=True):
    """One attempt to bring a source up to date. Only a closed run is ever read."""

    id: int = Field(default=None, primary_key=True)
    source: str = Field(index=True)
    opened_at: datetime
    closed_at: datetime | None = None
    adopted_by: int | None = Field(default=None, foreign_key="run.id")
    """The later run that took over the good fetches of this one, which never closed."""
    drift: str | None = None
    """The drift report that closing printed, as JSON."""


class Fetch(SQLModel, table=True):
    """One download of one subject; the bytes lie in the archive under their hash."""

    __table_args__: ClassVar[Any] = (
        sa.Index("ix_fetch_source_sha256", "source", "sha256"),
        sa.Index("ix_fetch_source_subject", "source", "subject"),
    )

    id: int = Field(default=None, primary_key=True)
    run_id: int = Field(foreign_key="run.id", index=True)
    source: str
    subject: str
    url: str
    fetched_at: datetime
    status: int | None = None
    """HTTP status; None for a file that someone handed over."""
    sha256: str = Field(index=True)
    published_on: date | None = None
    """The day that the publisher's page gave for these bytes, where the page was seen."""


class Reading(SQLModel, table=True):
    """One version of a reader applied to one document. Its records hang on it."""

    __table_args__: ClassVar[Any] = (sa.UniqueConstraint("source", "sha256", "version"),)

    id: int = Field(default=None, primary_key=True)
    run_id: int = Field(foreign_key="run.id", index=True)
    source: str
    sha256: str = Field(index=True)
    version: int
    public_from: date | None = None
    """The day from which the whole document counts as public; None where each record has its own.
    A day that a later fetch of the same bytes states counts instead."""
    issued_on: date | None = None
    """That day, where the publisher's page or the document states it; None for the download's."""


class Profile(SQLModel, table=True):
    """How one kind of record came out of one reading: what drift is measured against."""

    id: int = Field(default=None, primary_key=True)
    reading_id: int = Field(foreign_key="reading.id", index=True)
    kind: str
    rows: int
    first_public_on: date
    last_public_on: date
    fields: str
    """JSON: each field's filled rows and, where it has a vocabulary, its unknown words."""


class Quarantine(SQLModel, table=True):
    """One refused body. Its bytes are kept apart in the archive, under their hash."""

    id: int = Field(default=None, primary_key=True)
    source: str
    url: str
    fetched_at: datetime
    sha256: str
    problem: str


class Absence(SQLModel, table=True):
    """One address at which a publisher said that there is nothing, and when it last did."""

    source: str = Field(primary_key=True)
    url: str = Field(primary_key=True)
    asked_at: datetime


class LocalAuthority(records.LocalAuthority, Stored, table=True):
    """One row per council, code and reading."""


class LocalAuthoritySpelling(records.LocalAuthoritySpelling, Stored, table=True):
    """One row per spelling and reading."""


class LocalAuthorityBorder(records.LocalAuthorityBorder, Stored, table=True):
    """One row per border and reading."""


class CouncilOwnedBody(records.CouncilOwnedBody, Stored, table=True):
    """One row per owner that councils own, set of owning councils, and reading."""


class Setting(records.Setting, Stored, table=True):
    """One row per registration, register date and reading."""


class Premises(records.Premises, Stored, table=True):
    """One row per premises, register date and reading."""


class Inspection(records.Inspection, Stored, table=True):
    """One row per visit, registration, listing and reading."""


class Movement(records.Movement, Stored, table=True):
    """One row per registration that moved in a year, and reading."""


class ControlTotal(records.ControlTotal, Stored, table=True):
    """One row per published number and reading."""


class OwnershipFigure(records.OwnershipFigure, Stored, table=True):
    """One row per figure, day, and reading."""


class OwnerStatement(records.OwnerStatement, Stored, table=True):
    """One row per setting, list and reading."""


class ProviderPage(records.ProviderPage, Stored, table=True):
    """One row per registration's page, and reading."""


class PublishedReport(records.PublishedReport, Stored, table=True):
    """One row per report on a registration's page, and reading."""


class ReportedProvider(records.ReportedProvider, Stored, table=True):
    """One row per report, and reading."""


class LookedAfterCount(records.LookedAfterCount, Stored, table=True):
    """One row per day, area and row of a breakdown, and reading."""


class CouncilSpending(records.CouncilSpending, Stored, table=True):
    """One row per year, authority and line, and reading."""


class CouncilPayment(records.CouncilPayment, Stored, table=True):
    """One row per line of a payment of a council, and reading."""


class Company(records.Company, Stored, table=True):
    """One row per company, and reading."""


class PreviousName(records.PreviousName, Stored, table=True):
    """One row per earlier name of a company, and reading."""


class SicCode(records.SicCode, Stored, table=True):
    """One row per company and code of its business, and reading."""


class Control(records.Control, Stored, table=True):
    """One row per register entry and capacity in which it is held, and reading."""


class ControlStatement(records.ControlStatement, Stored, table=True):
    """One row per statement or exemption of a company, and reading."""


class Officer(records.Officer, Stored, table=True):
    """One row per appointment, and reading."""


class Charge(records.Charge, Stored, table=True):
    """One row per charge, and reading."""


class InsolvencyCase(records.InsolvencyCase, Stored, table=True):
    """One row per insolvency case, and reading."""


class InsolvencyDate(records.InsolvencyDate, Stored, table=True):
    """One row per dated step of an insolvency case, and reading."""


class Filing(records.Filing, Stored, table=True):
    """One row per filing, and reading."""


class FiledDocument(records.FiledDocument, Stored, table=True):
    """One row per filed document, and reading."""


class RegisterExtract(records.RegisterExtract, Stored, table=True):
    """One row per register of a company, and reading."""


class Oddity(records.Oddity, Stored, table=True):
    """One row per odd entry and what is wrong with it, and reading."""


class GazetteNotice(records.GazetteNotice, Stored, table=True):
    """One row per notice, company under whose number it was found, and reading."""


class Charity(records.Charity, Stored, table=True):
    """One row per charity that is kept, and reading."""


class CharityReturn(records.CharityReturn, Stored, table=True):
    """One row per charity and year that is kept, and reading."""


class CareLocation(records.CareLocation, Stored, table=True):
    """One row per location that is kept, day of a directory, and reading."""


class School(records.School, Stored, table=True):
    """One row per school that is kept, and reading."""


TABLE_FOR: dict[type[records.Record], sa.Table] = {
    kind: SQLModel.metadata.tables[kind.__name__.lower()] for kind in records.KINDS
}

use_plain_types(SQLModel.metadata)
