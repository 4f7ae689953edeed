"""Companies House: what the daily control snapshot says about one company that is watched.

The snapshot itself is too large to be read into records. Its lines about one company are joined
verbatim into one small document, `{"company_number": …, "lines": […]}`, which is kept and read:
holders, statements and exemptions. A company without lines has empty registers.
"""

from collections.abc import Iterator, Sequence

from crawlers.companies_house import LICENCE, MASKED, PUBLISHER
from crawlers.companies_house.bodies import names_a_body
from crawlers.companies_house.controls import controls
from crawlers.companies_house.invented import of_an_invented_company
from crawlers.companies_house.lines import EXEMPTIONS, STATEMENT
from crawlers.companies_house.oddities import Entry, more_than_the_whole
from crawlers.companies_house.statements import exemption_statement, exemptions, statement
from crawlers.json_reading import JsonObject, json_members, json_object
from crawlers.json_values import text
from crawlers.source import Follow, Source
from db.company_numbers import normalise
from db.records import (
    Control,
    ControlStatement,
    Document,
    Interval,
    Oddity,
    Record,
    Register,
    RegisterExtract,
)

MEMBERS = {"company_number", "lines"}


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield how much each of three registers holds, then what each line says, and its oddities."""
    whole = json_object(document)
    number = whole.read("company_number", _number)
    entries = [_entry(document, number, line) for line in whole.each("lines")]
    for register in (Register.CONTROLS, Register.CONTROL_STATEMENTS, Register.EXEMPTIONS):
        yield RegisterExtract(
            cite=whole.cite_member("lines"),
            public_on=document.fetched_at.date(),
            company_number=number,
            register_name=register,
            read_on=document.fetched_at.date(),
            entries=sum(entry.register is register for entry in entries),
            stated_entries=None,
            stated_active=None,
            stated_ended=None,
        )
    by_entry = [list(_records(entry)) for entry in entries]
    _refuse_a_repeat(entries, by_entry)
    found = [record for said in by_entry for record in said]
    yield from found
    yield from more_than_the_whole(found, document.fetched_at.date())
    whole.done()


def recognises(document: Document) -> bool:
    """True for the lines of one company, joined."""
    return set(json_members(document)) == MEMBERS


def subject(records: Sequence[Record]) -> str:
    """The company's number."""
    return next(r.company_number for r in records if isinstance(r, RegisterExtract))


def _entry(document: Document, number: str, line: JsonObject) -> Entry:
    about = line.read("company_number", _number)
    if about != number:
        raise line.changed(
            f"it is about {about}, in a document about {number}; take in the snapshot again"
        )
    said = line.inside("data")
    kinds = {STATEMENT: Register.CONTROL_STATEMENTS, EXEMPTIONS: Register.EXEMPTIONS}
    return Entry(
        company_number=number,
        register=kinds.get(said.read("kind", text), Register.CONTROLS),
        read_on=document.fetched_at.date(),
        said=said,
    )


def _records(entry: Entry) -> Iterator[Record]:
    if entry.register is Register.CONTROLS:
        yield from controls(entry)
    elif entry.register is Register.CONTROL_STATEMENTS:
        yield from statement(entry)
    else:
        for exemption, period in exemptions(entry.said):
            yield from exemption_statement(
                Entry(
                    company_number=entry.company_number,
                    register=entry.register,
                    read_on=entry.read_on,
                    said=period,
                ),
                exemption,
            )
        entry.said.ignore(("etag", "links"))


def _refuse_a_repeat(entries: Sequence[Entry], by_entry: Sequence[Sequence[Record]]) -> None:
    """Stop at an entry that two lines state: its holder would count twice."""
    stated: dict[tuple[object, ...], int] = {}
    for place, (entry, said) in enumerate(zip(entries, by_entry, strict=True)):
        for record in said:
            if not isinstance(record, Interval):
                continue
            first = stated.setdefault(
                (type(record), *(getattr(record, name) for name in record.identity)), place
            )
            if first != place:
                raise entry.said.changed(
                    f"it is the entry of /lines/{first} again, so that it would count twice; take"
                    " in the snapshot again"
                )


def _number(value: object) -> str:
    number = normalise(value) if isinstance(value, str) else None
    if number is None:
        raise ValueError(f"{value!r} is not a company number, such as 01234567")
    return number


SOURCE = Source(
    key="companies_house_control_lines",
    title="Persons with significant control: the snapshot's lines about one company",
    publisher=PUBLISHER,
    licence=LICENCE,
    page="https://download.companieshouse.gov.uk/en_pscdata.html",
    cadence="made from each snapshot, for the companies that are watched",
    version=1,
    kinds=(Control, ControlStatement, RegisterExtract, Oddity),
    recognises=recognises,
    is_rehearsal=of_an_invented_company,
    parse=parse,
    subject=subject,
    masked=MASKED,
    spares=names_a_body,
)
