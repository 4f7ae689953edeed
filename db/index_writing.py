"""How the index of all companies is written: a row for each name that a company bears or bore."""

from pathlib import Path

import duckdb

from db.owner_text import LEGAL_SUFFIXES, owner_key

IS_PLAIN = "strlen({0}) = length({0}) and not regexp_matches({0}, '[0-9]{{6}}')"
"""SQL that is true of a name in ASCII without a registration's number, as nearly all are."""
_WORDS = (
    "regexp_replace(regexp_replace(replace(upper({0}), '&', ' AND '), '[.'']', '', 'g'),"
    " '[^A-Z0-9]+', ' ', 'g')"
)
PLAIN_KEY = (
    f"coalesce(nullif(replace(regexp_replace({_WORDS}, '\\b({LEGAL_SUFFIXES})\\b', '', 'g'),"
    f" ' ', ''), ''), replace({_WORDS}, ' ', ''))"
)
"""SQL for the `look_up_key` of a plain name: Python takes minutes for millions of them."""
FIELDS = (
    "name",
    "company_number",
    "category",
    "status",
    "incorporated_on",
    "dissolved_on",
    "sic_codes",
    "office_district",
)
"""What is read of each row, beside the names that the company gave up."""
_FACTS = "row_number, company_number, category, status, incorporated_on, dissolved_on"
_BORNE = f"""
-- Grain: one row a name of a company; borne_until is null of the present one.
select {_FACTS}, sic_codes, office_district, name, null::date as borne_until
from listed
union all
select {_FACTS}, sic_codes, office_district, former.name, former.until as borne_until
from (select *, unnest(former_names) as former from listed)
"""  # noqa: S608 - our own constants


def look_up_key(text: str) -> str:
    """The letters and digits of a name without its legal suffix: what the index is asked for.

    What shares one need not be one name: `owner_key` tells "3.13" from "313".
    """
    return owner_key(text).replace(" ", "").upper()


def write_index(connection: duckdb.DuckDBPyConnection, listed: Path, part: Path) -> None:
    """Write the names of the companies in one Parquet file to another, each with `look_up_key`.

    A company has a row for its name, and one for each name that it gave up, which says until when
    it was borne. The few names with other letters than ASCII's, or with a number in them, are read
    in Python.
    """
    connection.read_parquet(str(listed)).create_view("listed", replace=True)
    connection.execute(f"create or replace temp view borne as {_BORNE}")
    found = connection.execute(
        f"select distinct name from borne where not ({IS_PLAIN.format('name')})"  # noqa: S608 - our own constants
    ).fetchall()
    names = [name for (name,) in found]
    connection.execute(
        "create or replace temp table odd as"
        " select unnest($names::varchar[]) as name, unnest($keys::varchar[]) as look_up_key",
        {"names": names, "keys": [look_up_key(name) for name in names]},
    )
    connection.sql(
        f"""
-- Grain: one row a name of a company, those that it gave up included.
select
    borne.row_number,
    borne.company_number,
    borne.name,
    coalesce(odd.look_up_key, {PLAIN_KEY.format("borne.name")}) as look_up_key,
    borne.category,
    borne.status,
    borne.incorporated_on,
    borne.dissolved_on,
    borne.sic_codes,
    borne.office_district,
    borne.borne_until
from borne
left join odd on odd.name = borne.name
"""  # noqa: S608 - our own constants
    ).write_parquet(str(part), compression="zstd")
