"""An invented company data product in the published shape, and owners' texts to look up in it."""

import json
import sys
from pathlib import Path

from crawlers.companies_house.company_columns import HEADER

OWNERS = 2_600
"""Organisations that own settings, in Ofsted's register of 2025."""
SLIPS = 1_000
"""Texts that are a slip of the pen from a name: of all registers, those that no company bears."""
SYLLABLES = [f"{a}{b}{c}" for a in "BCDFGHKLMNPRSTW" for b in "AEIOU" for c in "DKLMNRSTXY"]
SYLLABLES_A_NAME = 3
SPREAD = 1_000_003
"""A prime: names that follow one another share little, and no two are one."""
ACCENTED = 500
"""Names to one with an accent, whose key is made in Python. The register's are nearly all ASCII."""
TRADE = ("Care", "Children's Services", "Homes & Hearths", "Building", "Catering", "Motors", "IT")
FILLED = {
    " CompanyNumber": "{number}",
    "CompanyName": "{name} LTD",
    "RegAddress.AddressLine1": "1 High Street",
    "RegAddress.PostTown": "Durham",
    "CompanyCategory": "Private Limited Company",
    "CompanyStatus": "Active",
    "IncorporationDate": "{day}",
    "SICCode.SicText_1": "87900 - Other residential care activities n.e.c.",
    "URI": "http://business.data.gov.uk/id/company/{number}",
    "ConfStmtNextDueDate": "{day}",
}
"""What a row holds by column; the rest is blank."""
ROW = ",".join(f'"{FILLED.get(column, "")}"' for column in HEADER) + "\r\n"


def main(path: str, rows: str, asked: str) -> None:
    """Write the product and the texts, and print how large the product is."""
    count = int(rows)
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        file.write(f"{','.join(HEADER)}\r\n")
        file.writelines(row(n) for n in range(count))
    texts = [f"{name(n * count // OWNERS).title()} Limited" for n in range(OWNERS)]
    slips = [f"{slip(n * count // SLIPS).title()} Limited" for n in range(SLIPS)]
    Path(asked).write_text(json.dumps({"texts": texts, "slips": slips}))
    sys.stdout.write(json.dumps({"bytes": Path(path).stat().st_size}))


def name(n: int) -> str:
    """The name of a company: no two are alike, and some are a letter or two from another."""
    left = n * SPREAD % len(SYLLABLES) ** SYLLABLES_A_NAME
    said = [SYLLABLES[n % len(SYLLABLES)]]
    for _ in range(SYLLABLES_A_NAME):
        left, which = divmod(left, len(SYLLABLES))
        said.append(SYLLABLES[which])
    words = f"{''.join(said[:2])} {''.join(said[2:])} {TRADE[n % 7]}"
    return words.upper() + (" CAFÉ" if n % ACCENTED == 0 else "")


def slip(n: int) -> str:
    """The name of a company with a slip of the pen in it, in one of four manners, anywhere."""
    right = name(n)
    at = 1 + n // 4 % (len(right) - 3)
    before, one, other, after = right[:at], right[at], right[at + 1], right[at + 2 :]
    slips = (other + one, one, one + one + other, one + "X" + other)
    return f"{before}{slips[n % 4]}{after}"


def row(n: int) -> str:
    """One row, as much filled as usual."""
    day = f"{n % 28 + 1:02}/{n % 12 + 1:02}/{2000 + n % 26}"
    return ROW.format(name=name(n), number=f"{n + 1:08}", day=day)


if __name__ == "__main__":
    main(*sys.argv[1:])
