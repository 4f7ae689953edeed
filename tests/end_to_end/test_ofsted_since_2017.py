"""Every file that Ofsted put out since 2017, of a world by hand, taken in from first to last."""

import json
from pathlib import Path

from tests.crawlers.rehearsal.ofsted_files import YEARLY
from tests.oversight.asking import Ask


def test_all_files_taken_in_agree_with_the_publishers_own_numbers_but_for_a_grade_renamed(
    tmp_path: Path, ask: Ask
) -> None:
    for number, issue in enumerate(YEARLY):
        issue.write(tmp_path / f"{number:02} {issue.name}")
    files = sorted(tmp_path.iterdir())
    told = ask("ingest", *files, "--data", tmp_path / "data")
    rows = json.loads(ask("reconcile", "--json", "--data", tmp_path / "data").out)["rows"]
    compared = [row for row in rows if row["ours"] is not None and row["published"] is not None]
    differing = [
        (row["measure"], row["period"], row["published"], row["ours"])
        for row in compared
        if row["difference"] != 0
    ]

    assert told.code == 0
    assert {row["period"] for row in compared} >= {"2017-03-31", "2021-03-31", "2026-03-31"}
    assert differing == [
        (f"{LATEST} {whom}: {POOR}", "2017-03-31", *counts) for whom, counts in ADEQUATE
    ]


LATEST = "Latest overall effectiveness judgement for"
POOR = "Requires improvement to be good"
ADEQUATE = (("all providers", (2, 1)), ("independent fostering agencies", (1, 0)))
"""The file of 2017 says Adequate of one agency; later tables restate that, as they do in life."""
