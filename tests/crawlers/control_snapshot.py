"""An invented control snapshot: lines as published, and the last line of totals."""

import json

PUBLISHED_AS = "file:persons-with-significant-control-snapshot-2026-11-02.zip"
PERSON = "individual-person-with-significant-control"
COMPANY = "corporate-entity-person-with-significant-control"


def line(number: object = "09000001", kind: object = PERSON, **said: object) -> str:
    """One line about one company."""
    return json.dumps({"company_number": number, "data": {"kind": kind, **said}})


def held(
    number: str,
    holder: object,
    country: str | None = "England",
    place: str | None = None,
    **said: object,
) -> str:
    """One line that names a company's holder by its number."""
    identification = {
        "registration_number": holder,
        "country_registered": country,
        "place_registered": place,
    }
    return line(number, COMPANY, identification=identification, **said)


def statement(number: str = "09000001") -> str:
    """One line with a statement instead of a holder."""
    return line(
        number,
        "persons-with-significant-control-statement",
        statement="psc-exists-but-not-identified",
    )


def exemption(number: str = "09000001") -> str:
    """One line that says why no register is kept."""
    return line(number, "exemptions", exemptions={})


def totals(holders: int, statements: int = 0, exemptions: int = 0) -> str:
    """The last line."""
    return json.dumps(
        {
            "data": {
                "kind": "totals#persons-of-significant-control-snapshot",
                "persons_of_significant_control_count": holders,
                "statements_count": statements,
                "exemptions_count": exemptions,
                "generated_at": "2026-11-02T03:43:03Z",
            }
        }
    )


def snapshot(*lines: str) -> str:
    """The whole file."""
    return "".join(f"{written}\n" for written in lines)
