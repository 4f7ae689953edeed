"""The pages that are written from the code, and the check that all pages still tell the truth.

`python -m oversight.docs` writes the pages; with `--check` it writes nothing and exits 1 with
one line for each page that is stale, and for each link, target or command that leads nowhere.
"""
