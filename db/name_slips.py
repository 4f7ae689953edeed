"""Names that may be a slip of the pen for one another, found among millions without comparing all.

Two slips leave two of four parts of a name as they were: whatever shares no two is not compared.
The first three parts are short and the last is long, since hundreds of thousands of names end
alike, in CARESERVICES say. Neighbours exchanged over the end of a part are two parts gone: such a
slip beside another one is not found.
"""

from itertools import combinations

from rapidfuzz.distance import OSA

SLIPS, LEAST_LETTERS = 2, 9
"""How far two names may be from each other of which one may be a slip of the pen for the other, and
how long they must be."""
_PARTS = 4
"""Of a name's letters: three parts of a sixth of them, but of two at least, and the rest."""
_EVERY_PAIR = ",\n            ".join(
    f"hash(letters, {one}, {two}, said[{one}], said[{two}])"
    for one, two in combinations(range(1, _PARTS + 1), 2)
)
MAY_BE_A_SLIP = f"""
-- Grain: one row a live company's present name and a text from which it may be a slip.
-- A part that was left as it was may stand elsewhere in the text, moved by the letters that were
-- put in or taken out before it; those after it make up for the rest of the difference in length.
with wanted as (
    select distinct unnest($asked::varchar[]) as key
),
sized as (
    select
        key,
        length(key) + grown as letters,
        -grown as moved_at_end,
        greatest(2, (length(key) + grown) // 6) as short
    from wanted
    cross join (select unnest(range(-{SLIPS}, {SLIPS} + 1)) as grown)
),
moved as (
    select
        key, letters, moved_at_end, part, moved,
        substr(
            key,
            (part - 1) * short + 1 + moved,
            case when part < {_PARTS} then short else letters - 3 * short end
        ) as said
    from sized
    cross join (select unnest(range(1, {_PARTS} + 1)) as part)
    cross join (select unnest(range(-{SLIPS}, {SLIPS} + 1)) as moved)
    where (part > 1 or moved = 0)
        and (part < {_PARTS} or moved = moved_at_end)
        and (part - 1) * short + moved >= 0
),
wanted_pairs as (
    select distinct
        one.key,
        hash(one.letters, one.part::integer, two.part::integer, one.said, two.said) as pair
    from moved as one
    join moved as two on two.key = one.key and two.letters = one.letters and two.part > one.part
    where abs(one.moved) + abs(two.moved - one.moved) + abs(one.moved_at_end - two.moved) <= {SLIPS}
),
listed as (
    select
        company_number,
        look_up_key as name,
        length(look_up_key) as letters,
        greatest(2, length(look_up_key) // 6) as short,
        [
            left(look_up_key, short),
            substr(look_up_key, short + 1, short),
            substr(look_up_key, 2 * short + 1, short),
            substr(look_up_key, 3 * short + 1)
        ] as said
    from read_parquet($part)
    where borne_until is null
        and dissolved_on is null
        and letters between {LEAST_LETTERS - SLIPS} and $longest + {SLIPS}
),
pairs as (
    select
        company_number,
        name,
        unnest([
            {_EVERY_PAIR}
        ]) as pair
    from listed
)
select distinct pairs.company_number, pairs.name, wanted_pairs.key
from pairs
join wanted_pairs on wanted_pairs.pair = pairs.pair
where damerau_levenshtein(pairs.name, wanted_pairs.key) <= {SLIPS}
"""  # noqa: S608 - our own constants


def letters_apart(text: str, name: str) -> int | None:
    """In how many places two keys differ, exchanged neighbours counted as one; None above `SLIPS`.

    >>> letters_apart("LAKRMOOR", "LARKMOOR"), letters_apart("LARKMOOR", "FERNHOLLOW")
    (1, None)
    """
    apart = OSA.distance(text, name, score_cutoff=SLIPS)
    return apart if apart <= SLIPS else None
