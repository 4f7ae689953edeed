"""Invented corporate holdings of a whole register, as the control snapshot's part keeps them.

Nearly a quarter of the companies have a holder that is a company, most holders one or two
subsidiaries, a few thousands; 300 circles; some chains of sixty. Numbers and places are written
as holders write them: some without zeros, some elsewhere.
"""

import json
import sys
from pathlib import Path

import duckdb

COMPANIES_TO_AN_EDGE = 25 / 6
"""Five million companies and 1.2 million holdings."""
HUBS = (9_000, 5_000, 3_000, *[1_000] * 10, *[200] * 100)
"""Subsidiaries of the largest holders."""
CIRCLES = 300
CHAINS, LONG = 20, 60
SEEDS = 6_000
EDGES = """
-- Grain: one row a holding: hubs first, then circles, then chains, then all others.
with plain as (
    select
        edge,
        1 + (edge * $companies) // $edges as company,
        hash(edge) as luck
    from range($edges) as numbers(edge)
),
held as (
    select
        edge,
        company,
        luck,
        case
            when edge < $hubbed then $companies - 1 - list_position($ends, list_first(
                list_filter($ends, lambda last: last > edge)))
            when edge < $hubbed + 3 * $circles then
                1 + ((edge - edge % 3 + (edge + 1) % 3) * $companies) // $edges
            when edge < $hubbed + 3 * $circles + $chained and edge % $long < $long - 1 then
                1 + ((edge + 1) * $companies) // $edges
            else company + 1 + luck // 16
                % greatest(1, least($companies // 25, $companies - $edges // 100 - company))
        end as holder
    from plain
)
select
    edge,
    company,
    holder,
    lpad(company::varchar, 8, '0') as company_number,
    case when luck % 8 = 0 then holder::varchar else lpad(holder::varchar, 8, '0') end
        as registration_number,
    case when luck % 32 = 9 then 'Jersey' when luck % 16 = 3 then null else 'England' end
        as country_registered,
    case when luck % 2 = 0 then 'Registrar Of Companies' else 'Companies House' end
        as place_registered
from held
"""
WRITTEN = """
-- Grain: one row a holding, as the control snapshot's part has it.
copy (
    select company_number, registration_number, country_registered, place_registered
    from edge
    order by company_number
) to '{path}' (format parquet, compression zstd)
"""
SEEDED = """
-- Grain: one row a company to climb from: the foot of each chain, one of each circle, others.
select company, company_number
from edge
order by
    edge not between $hubbed and $hubbed + 3 * $circles + $chained
        or (edge < $hubbed + 3 * $circles and edge % 3 > 0)
        or (edge >= $hubbed + 3 * $circles and edge % $long > 0),
    hash(company)
limit $seeds
"""
ABOVE = """
-- Question: how many companies are reached upwards from the seeds, these among them?
-- Grain:    one row.
with recursive reached(company) as (
    select company
    from seed
    union
    select edge.holder
    from reached
    join edge on edge.company = reached.company
    where edge.country_registered is distinct from 'Jersey'
)
select count(*)
from reached
"""


def main(path: str, edges: str) -> None:
    """Write the Parquet and print how large it is and from which companies to climb."""
    count = int(edges)
    share = count / 1_200_000
    sizes = [max(1, int(size * share)) for size in HUBS]
    ends = [sum(sizes[: n + 1]) for n in range(len(sizes))]
    plan = {
        "circles": CIRCLES,
        "hubbed": ends[-1] + -ends[-1] % LONG,
        "chained": CHAINS * LONG,
        "long": LONG,
    }
    asked = {"edges": count, "companies": int(count * COMPANIES_TO_AN_EDGE), "ends": ends}
    with duckdb.connect(config={"memory_limit": "2GB", "threads": 2}) as connection:
        connection.execute(f"create table edge as {EDGES}", asked | plan)
        connection.execute(WRITTEN.format(path=path))
        connection.execute(f"create table seed as {SEEDED}", plan | {"seeds": SEEDS})
        seeds = [
            number
            for (number,) in connection.execute(
                "select company_number from seed order by company_number"
            ).fetchall()
        ]
        ((reached,),) = connection.execute(ABOVE).fetchall()
    made = {"bytes": Path(path).stat().st_size, "seeds": seeds, "reached": reached}
    sys.stdout.write(json.dumps(made))


if __name__ == "__main__":
    main(*sys.argv[1:])
