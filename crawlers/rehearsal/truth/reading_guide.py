"""What each file of the truth holds, for whoever measures answers against it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crawlers.rehearsal.world.world import World

MARK = "rehearsal"
"""The last column of every file: that it is a rehearsal's, and of which market."""


@dataclass(frozen=True, kw_only=True)
class Guide:
    """One file's rows, and each of its columns."""

    rows: str
    columns: Mapping[str, str]


GUIDE: Mapping[str, Guide] = {
    "owners.csv": Guide(
        rows="Who ran each setting, from a day up to another. Join on `urn`.",
        columns={
            "urn": "the setting, as Ofsted numbers it",
            "provision_type": "in Ofsted's words",
            "council": "`council:` and the ONS code of the area of its registered address",
            "owner": "key of the body: its company number where it has one",
            "owner_form": "what kind of body that is",
            "company_number": "the number that is right for it; blank where it is no company",
            "charity_number": "the same at the Charity Commission",
            "since": "the first day",
            "until": "the day after the last; blank where it goes on",
            "registered_again_as": "the URN under which the same place went on",
        },
    ),
    "owner_texts.csv": Guide(
        rows="What each text that Ofsted writes for an owner means. Join on `urn` and `text`.",
        columns={
            "urn": "the setting",
            "text": "as issues write it; blank where they leave it blank",
            "since": "issues as at this day and later write it",
            "until": "until this day; blank where they still do",
            "owner": "who is meant",
            "company_number": "that body's number",
        },
    ),
    "agency_places.csv": Guide(
        rows="How many approved fostering places each agency had on each 31 March. Ofsted adds them"
        " up by owner and names the largest owners only; no list states them agency by agency.",
        columns={
            "as_at": "the 31 March",
            "owner": "key of the body that ran it",
            "statutory_head": "who was at the top of that body's group, entered or not",
            "urn": "the agency",
            "places": "approved places, not rounded",
            "public_on": "when the table of that day is out; blank where none is by the last day",
        },
    ),
    "bodies.csv": Guide(
        rows="What each key of a body means, name by name. Join on `key`.",
        columns={
            "key": "of the body: its company number where it has one",
            "name": "what it was called",
            "since": "from this day",
            "until": "until this day; blank where it still is, or was to its end",
            "form": "what kind of body it is in law",
            "country": "where it is registered, as registers have it: `england-wales`, `Jersey`",
            "begun_on": "its first day",
            "ended_on": "its last day; blank where it goes on",
        },
    ),
    "groups.csv": Guide(
        rows="Who was at the top of each body's group, by what was really held, entered or not.",
        columns={
            "body": "key of a body",
            "since": "the first day",
            "until": "the day after the last; blank where it goes on",
            "statutory_head": "whoever has more than half of the votes, alone or through others"
            " (Companies Act 2006 s.1162); itself where nobody has. `foreign:` bodies are on no"
            " register here, so that a monitor can know the chain only as far as it is entered",
            "operating_head": "the same, but for fund vehicles",
        },
    ),
    "stakes.csv": Guide(
        rows="What was really held, and when the control register said so.",
        columns={
            "key": "the publisher's id of the entry",
            "holder": "key of a body, for which see `bodies.csv`, or of a person: `person:` and a"
            " number, the same wherever that person holds anything. No file explains it further:"
            " the name stands in the entry that `key` is the id of, and of birth months and"
            " addresses nothing that is measured needs any",
            "company": "key of the company held",
            "since": "the first day",
            "until": "the day after the last; blank where it goes on",
            "shares": "share of the capital, 0 to 1, of which a register gives only the band",
            "votes": "share of the votes, 0 to 1",
            "capacity": "held directly, as a trust's or as a firm's",
            "entered_on": "the day on which it reached the register; blank where it never did",
            "end_entered_on": "the same of its end",
        },
    ),
    "happenings.jsonl": Guide(
        rows="What happened, with every sign that it left, one JSON object a line.",
        columns={
            "key": "its name",
            "kind": "what kind of thing",
            "on": "the day",
            "bodies": "companies to which it happened",
            "settings": "URNs that it touched",
            "from_head": "who was above before",
            "to_head": "who is above since",
            "signs": "each with its kind, its subject, the day on which it happened and the first"
            " day on which anybody could read of it",
            "is_hidden": "true where nothing could be read beforehand",
        },
    ),
    "money.csv": Guide(
        rows="What each company and each group really earned and owed in one period, in whole"
        " pounds, and what of it was filed.",
        columns={
            "company": "key of the company, or of the head of the group",
            "scope": "`company` or `group`",
            "start": "first day of the period",
            "end": "last day",
            "months": "its length",
            "lease_basis": "the accounting of leases that it follows",
            "turnover_gbp": "turnover",
            "operating_profit_gbp": "operating profit",
            "ebita_gbp": "before amortisation and exceptional costs",
            "ebitda_gbp": "before depreciation as well",
            "interest_gbp": "interest to lenders outside",
            "group_interest_gbp": "interest to the group, or on its loan notes",
            "management_charge_gbp": "charged by the group; part of operating costs",
            "group_rent_gbp": "rent to the group's property company",
            "profit_before_tax_gbp": "profit before tax",
            "profit_gbp": "profit for the period",
            "cash_gbp": "cash at its end",
            "goodwill_gbp": "goodwill at its end",
            "bank_loans_gbp": "owed to lenders outside at its end",
            "loan_notes_gbp": "loan notes at its end",
            "net_assets_gbp": "net assets at its end",
            "operating_margin": "operating profit by turnover; blank without turnover",
            "ebitda_margin": "EBITDA by turnover",
            "filed_as": "the filing that prints it; blank where none does",
            "filed_on": "the day of filing",
            "medium": "as what it is filed",
            "withheld": "what the filing leaves out",
        },
    ),
    "traps.jsonl": Guide(
        rows="Each difficulty that is planted, one JSON object a line.",
        columns={
            "kind": "its name",
            "means": "the same in words",
            "touches": "keys of bodies, stakes and filings, and URNs",
            "conclusion": "what a monitor should conclude",
        },
    ),
}


def market(*, seed: int, size: str) -> str:
    """Which market the files are of."""
    return f"The {size} market of seed {seed}"


def lines(world: World) -> Iterator[str]:
    """Yield the guide to the files of a world as a page of Markdown."""
    yield "# Rehearsal: what is really so in an invented market\n"
    of = market(seed=world.seed, size=world.size)
    yield f"{of}, from {world.first_day} to {world.last_day}.\n"
    yield "Every name and number is invented. Days are ISO 8601; `until` is not included.\n"
    for name, guide in GUIDE.items():
        yield f"\n## {name}\n\n{guide.rows}\n"
        yield "\n| Column | Meaning |\n| --- | --- |"
        yield from (f"| `{column}` | {meaning} |" for column, meaning in guide.columns.items())
        yield f"| `{MARK}` | of which market the row is, so that no file is taken for life |"
