"""An invented control snapshot in the published shape: 12 in 100 lines name a company as holder.

Names and addresses are letters at random, so that it packs some 6 to 1 as registers do, not 12.
Companies stand in chains: the holder of one is another further on, which may be held in its turn.
"""

import json
import sys
import zipfile
from collections.abc import Iterator
from hashlib import sha512

PER_COMPANY = 1.2
"""Lines to a company, as in the snapshot of 2024."""
CORPORATE = 3
OF = 25
FURTHER_ON = 7_919
"""Companies from one to its holder."""
ADDRESS = (
    '{{"address_line_1":"{street} Street","country":"England","locality":"{town}",'
    '"postal_code":"SR1 1AA","premises":"{premises}","region":"Durham"}}'
)
NATURES = '["ownership-of-shares-75-to-100-percent","voting-rights-75-to-100-percent"]'
TOTALS = "totals#persons-of-significant-control-snapshot"


def main(path: str, lines: str) -> None:
    """Write the zip and print which companies to watch, and how large it is unzipped."""
    count = int(lines)
    size = 0
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as container,
        container.open("snapshot.txt", "w", force_zip64=True) as file,
    ):
        for line in written(count):
            size += file.write(line.encode())
    held = [number_of(n) for n in range(count) if n % OF < CORPORATE]
    matched = sorted(held[:: max(1, len(held) // 3_000)][:3_000])
    sys.stdout.write(json.dumps({"bytes": size, "matched": matched}))


def written(count: int) -> Iterator[str]:
    """Every line of the snapshot, its totals last."""
    companies = int(count / PER_COMPANY)
    for n in range(count):
        yield holder(n, companies) if n % OF < CORPORATE else person(n)
    yield (
        f'{{"data":{{"kind":"{TOTALS}","persons_of_significant_control_count":{count},'
        '"statements_count":0,"exemptions_count":0,"generated_at":"2026-11-02T03:43:03Z"}}\n'
    )


def number_of(line: int) -> str:
    """The company that a line is about."""
    return f"{int(line / PER_COMPANY) + 1:08}"


def holder(n: int, companies: int) -> str:
    """A line that names a company."""
    number, letters = number_of(n), at_random(n)
    above = (int(n / PER_COMPANY) + FURTHER_ON) % companies + 1
    return (
        f'{{"company_number":"{number}","data":{{"address":{address(n)},"etag":"{letters[:40]}",'
        '"identification":{"country_registered":"England","legal_authority":"Companies Act 2006",'
        '"legal_form":"Private Company Limited By Shares","place_registered":"Companies House",'
        f'"registration_number":"{above:08}"}},'
        '"kind":"corporate-entity-person-with-significant-control","links":{"self":'
        f'"/company/{number}/persons-with-significant-control/corporate-entity/{letters[40:67]}"}},'
        f'"name":"{letters[67:80]} Holdings Limited","natures_of_control":{NATURES},'
        '"notified_on":"2016-04-06"}}\n'
    )


def person(n: int) -> str:
    """A line that names a person."""
    number, letters = number_of(n), at_random(n)
    first, last = letters[67:73], letters[73:81]
    return (
        f'{{"company_number":"{number}","data":{{"address":{address(n)},'
        f'"country_of_residence":"England","date_of_birth":{{"month":{n % 12 + 1},"year":1961}},'
        f'"etag":"{letters[:40]}","kind":"individual-person-with-significant-control",'
        f'"links":{{"self":"/company/{number}/persons-with-significant-control/individual/'
        f'{letters[40:67]}"}},"name":"Dr {first} {last}","name_elements":{{"forename":"{first}",'
        f'"surname":"{last}","title":"Dr"}},"nationality":"British","natures_of_control":{NATURES},'
        '"notified_on":"2016-04-06"}}\n'
    )


def address(n: int) -> str:
    """Where somebody lives."""
    letters = at_random(n)
    return ADDRESS.format(street=letters[81:95], town=letters[95:105], premises=n)


def at_random(n: int) -> str:
    """128 letters and digits, the same for every run."""
    return sha512(b"%d" % n).hexdigest()


if __name__ == "__main__":
    main(*sys.argv[1:])
