"""The one pass over the company data product: what is kept of each row, and what stops it."""

from pathlib import Path

from crawlers.bulk import BulkFile
from crawlers.bulk.scanning import quoted

SIC_TEXTS, FORMER_NAMES = range(1, 5), range(1, 11)
"""The columns of each company's codes, and of the names that it gave up."""
_DISTRICT = "^([A-Z]{1,2}[0-9][0-9A-Z]?) ?[0-9][A-Z]{2}$"


def listed_from(file: BulkFile, columns: list[str], listed: Path) -> str:
    """The statement that reads the CSV once and writes what is kept of it, keys left out.

    Grain: one row a company. A row that is not what it must be stops it by `error`.
    """
    types = ", ".join(f"{quoted(name)}: 'varchar'" for name in columns)
    stop = "error('stopped at row ' || row_number || ': "
    codes = ", ".join(f"coalesce(trim(\"SICCode.SicText_{n}\"), '')" for n in SIC_TEXTS)
    formers = ", ".join(
        f"{{'name': nullif(trim(\"PreviousName_{n}.CompanyName\"), ''),"
        f" 'until': nullif(trim(\"PreviousName_{n}.CONDATE\"), '')}}"
        for n in FORMER_NAMES
    )
    return f"""
copy (
    with published as (
        select
            1 + row_number() over () as row_number,
            trim(CompanyName) as name,
            trim(CompanyNumber) as company_number,
            coalesce(trim(CompanyCategory), '') as category,
            coalesce(trim(CompanyStatus), '') as status,
            nullif(trim(IncorporationDate), '') as incorporated,
            nullif(trim(DissolutionDate), '') as dissolved,
            nullif(trim(URI), '') as uri,
            upper(trim("RegAddress.PostCode")) as postcode,
            [{codes}] as sic_texts,
            [{formers}] as formers
        from read_csv(
            {quoted(file.path)}, columns = {{{types}}}, auto_detect = false, header = false,
            skip = 1, delim = ',', quote = '"', escape = '"', null_padding = false,
            encoding = 'utf-8'
        )
    )
    select
        row_number,
        case
            when company_number = '' or company_number is null
            then {stop}it has no company number')
            when uri is null or not ends_with(upper(uri), '/' || upper(company_number))
            then {stop}its address ' || coalesce(uri, 'not given') || ' is not that of company '
                || company_number || ', so its columns may be shifted')
            when regexp_full_match(company_number, '[0-9]{{1,7}}')
            then lpad(company_number, 8, '0')
            else company_number
        end as company_number,
        case
            when name = '' or name is null then {stop}it has no name')
            else name
        end as name,
        category,
        status,
        {_day("incorporated", stop)} as incorporated_on,
        {_day("dissolved", stop)} as dissolved_on,
        array_to_string(
            list_filter(
                list_transform(sic_texts, lambda one: regexp_extract(one, '^[0-9]{{5}}\\b')),
                lambda one: one <> ''
            ),
            ' '
        ) as sic_codes,
        nullif(regexp_extract(postcode, '{_DISTRICT}', 1), '') as office_district,
        [
            {{'name': one.name, 'until': {_day("one.until", stop)}}}
            for one in formers if one.name is not null
        ] as former_names
    from published
) to {quoted(listed)} (format parquet, compression snappy)
"""  # noqa: S608 - file names and our own constants, quoted


def _day(column: str, stop: str) -> str:
    parsed = f"try_strptime({column}, '%d/%m/%Y')"
    return (
        f"case when {column} is not null and ({parsed} is null or length({column}) <> 10)"
        f" then {stop}' || {column} || ' is no day, as in 31/12/2025')::date"
        f" else {parsed}::date end"
    )
