"""What the Department for Education publishes about schools that owners of homes may run.

The register is Get Information about Schools. Heads are people, and are not read.
"""

from typing import Annotated

from pydantic import StringConstraints

from db.company_numbers import CompanyNumber
from db.records.record import Interval, Vocabulary, said

SchoolUrn = Annotated[str, StringConstraints(pattern=r"^\d{6}$")]
"""Unique reference number of a school: six digits, of a series other than Ofsted's."""
STATUSES = Vocabulary("Closed", "Open", "Open, but proposed to close", "Proposed to open")


class School(Interval):
    """One school, as on the day of the file, from which it is public.

    It holds from the day it opened to the day it closed. Only independent and special schools,
    those with boarders, and those that name a proprietor or a company.
    """

    identity = ("urn",)

    urn: SchoolUrn = said("The school.")
    name: str = said("Its name, verbatim.")
    school_type: str = said("What kind of school it is, in the publisher's words.")
    type_group: str | None = said("The group of such kinds.")
    status: Annotated[str, STATUSES] = said("Where it stands.")
    closed_because: str | None = said("Why it closed, in the publisher's words.")
    phase: str | None = said("Phase of education, in the publisher's words.")
    age_from: int | None = said("Youngest pupils by statute.", unit="years", ge=0)
    age_to: int | None = said("Oldest pupils by statute.", unit="years", ge=0)
    has_boarders: bool | None = said("True when pupils board.")
    capacity: int | None = said("Pupils for whom there is room.", unit="pupils", ge=0)
    pupils: int | None = said("Pupils at the newest count.", unit="pupils", ge=0)
    proprietor_name: str | None = said(
        "Who owns an independent school, verbatim; None where none is named, or a person is."
    )
    proprietor_is_withheld: bool = said(
        "True when a proprietor is named who may be a person: the name is not kept."
    )
    company_number: CompanyNumber | None = said(
        "The number of the school's company, which the register has for few kinds of school."
    )
    trust_name: str | None = said("The trust to which it belongs, verbatim.")
    local_authority: str | None = said("The council in whose area it lies, verbatim.")
    local_authority_code: str | None = said("That council's ONS code.")
    region: str | None = said("The region, in the publisher's words.")
