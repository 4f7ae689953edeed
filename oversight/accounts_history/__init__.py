"""Years of filed accounts read into Parquet by many processes, on one machine or several.

A product is cut into slices of so many members. Each slice is read by whichever process is free,
and becomes one file of each table, under a name that follows from the product, the version of the
reading and the slice alone, and with the same bytes whoever reads it. So nothing is lost or doubled
when a process is killed, when two read the same slice, or when all is stopped and begun again.
"""

VERSION = 1
"""The version of what is read and how it is laid out: a higher one reads every product again."""
SLICE = 1_000
"""Members of a slice: seconds of work, and few files even for a year of products."""


class HistoryError(Exception):
    """What keeps products from being read, and what to do."""
