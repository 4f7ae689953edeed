"""Measurements of speed and memory, each beside a floor, in processes of their own.

`python -m tests.bench` runs every part and exits 1 when a promise is missed; a part runs alone as
`python -m tests.bench.workbook`. Nothing here is a test: a machine under load proves nothing.
"""
