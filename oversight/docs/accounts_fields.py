"""What each field of the JSON of `oversight accounts` means."""

from oversight.docs.field import Field, Fields


def _why(of: str) -> Field:
    return Field("text", f"Why there is none. Present when `{of}` is null.")


LINE = (
    "by its name, which is one of those in [reading accounts](reading-accounts.md): `value` in"
    " whole pounds (heads for employees; costs and debts positive, a loss negative), `read`"
    " (`tagged`, `printed`, `scanned` or `keyed`), `confidence` from 0 to 1, `cite`, `shown` as the"
    " page has it, the `label` beside it, and a `note` where it was put right."
)
ACCOUNTS: Fields = {
    "document": Field("text", "The file's name; of a product, its member's."),
    "sha256": Field("text", "The hash of the document's bytes, by which its places are cited."),
    "member": Field("whole number", "Which set of accounts in a package it is; else 1."),
    "member_name": Field("text", "The set's name in the package; else the document's."),
    "is_a_parents": Field("yes or no", "True for a parent's accounts, filed with a subsidiary's."),
    "filed_for": Field("text or null", "The company for which it was filed, by its file's name."),
    "filed_for_why": _why("filed_for"),
    "state": Field("text", "What became of it: `read`, `read in part`, or why it was not read."),
    "state_why": Field("text", "What was amiss and what to do; empty where nothing was."),
    "company_number": Field("text or null", "The company that the accounts are about."),
    "company_number_why": _why("company_number"),
    "entity_name": Field("text or null", "Its name, as the accounts have it."),
    "entity_name_why": _why("entity_name"),
    "scope": Field("text or null", "Whose figures: `company` or `group`; never both in one row."),
    "scope_why": _why("scope"),
    "period_start": Field("text or null", "The first day of the report's own period."),
    "period_start_why": _why("period_start"),
    "period_end": Field("text or null", "The day up to which it is made."),
    "period_end_why": _why("period_end"),
    "months": Field("whole number or null", "How long it is, to the nearest month."),
    "months_why": _why("months"),
    "standard": Field("text or null", "The accounting standard that it says it follows."),
    "standard_why": _why("standard"),
    "software": Field("text or null", "The program that made it, in its own words."),
    "software_why": _why("software"),
    "lease_basis": Field("text", "How leases are accounted for; two bases do not compare."),
    "is_consolidated": Field("yes or no", "True where the document has group statements."),
    "lines": Field("map", f"Each line that was found, {LINE}"),
    "previous": Field(
        "map",
        "The year before as this document restates it: `period_start`, `period_end`, `months`, and"
        " `lines` as above. It never replaces what the earlier filing says.",
    ),
    "ebitda": Field(
        "map",
        "Operating profit before depreciation, amortisation and impairment: `value` in whole pounds"
        " or null with `value_why`, its `parts`, and the parts that are `missing`.",
    ),
    "gaps": Field(
        "map",
        "Each line that one would look for and that is not there, by its name: why (`gap`), the"
        " `parent` whose accounts have it, and where the document says so (`cite`).",
    ),
    "statements": Field("list", "Sentences that matter, verbatim. Often empty."),
    "statements[].matter": Field("text", "What it is cited for: `auditor`, `adverse opinion`, …"),
    "statements[].sentence": Field("text", "The sentence."),
    "statements[].name": Field("text or null", "The company or firm that it names."),
    "statements[].jurisdiction": Field("text or null", "Where that is registered, if it says."),
    "statements[].amount_gbp": Field("whole number or null", "The sum that it names."),
    "statements[].cite": Field("text", "Where it stands."),
    "claims": Field("list", "Reliefs of the Companies Act 2006 that it takes. Often empty."),
    "claims[].section": Field("text", "The section: `444`, `408`, `401`, `479A`."),
    "claims[].sentence": Field("text", "The sentence in which it is taken."),
    "claims[].parent": Field("text or null", "The parent that it names."),
    "claims[].cite": Field("text", "Where it stands."),
    "notes": Field("list of texts", "What does not add up, or changes how figures are taken."),
}
SAME_OPERATIONS: Fields = {
    "same_operations": Field("list", "Documents that report the same operations at two levels."),
    "same_operations[].upper": Field("text", "The company that bears more debt or goodwill."),
    "same_operations[].lower": Field("text", "The other company."),
    "same_operations[].period_end": Field("text", "The day up to which both are made."),
    "same_operations[].words": Field("text", "What parts them, in a sentence."),
    "same_operations[].gaps": Field("list", "The lines that both report and that differ."),
    "same_operations[].gaps[].measure": Field("text", "The line."),
    "same_operations[].gaps[].upper": Field("whole number", "The upper level's value, in pounds."),
    "same_operations[].gaps[].lower": Field("whole number", "The lower level's, in pounds."),
    "same_operations[].gaps[].difference": Field("whole number", "The upper's less the lower's."),
}
PARENTS_ACCOUNTS: Fields = {
    "parents_accounts": Field(
        "list",
        "Each parent to whose group accounts a company points instead of its own (s.400, s.401).",
    ),
    "parents_accounts[].company_number": Field("text", "The company."),
    "parents_accounts[].parent": Field("text", "The parent, as the company's accounts name it."),
    "parents_accounts[].period_end": Field("text", "The day up to which the company's are made."),
    "parents_accounts[].cite": Field("text", "Where the company says so."),
    "parents_accounts[].found": Field(
        "text or null", "The parent's accounts of the same year, cited, where they are at hand."
    ),
    "parents_accounts[].found_why": _why("found"),
    "parents_accounts[].found_number": Field("text or null", "The parent's number there."),
    "parents_accounts[].found_number_why": _why("found_number"),
    "parents_accounts[].words": Field("text", "The same in a sentence."),
}
RESTATEMENTS: Fields = {
    "restatements": Field(
        "list",
        "Lines of a year that the same company's next accounts state otherwise. Often empty.",
    ),
    "restatements[].company_number": Field("text", "The company that the accounts are about."),
    "restatements[].scope": Field("text", "`company` or `group`."),
    "restatements[].measure": Field("text", "The line."),
    "restatements[].period_end": Field("text", "The day up to which the year is made."),
    "restatements[].filed": Field("whole number", "As the year's own accounts have it, in pounds."),
    "restatements[].restated": Field("whole number", "As the next accounts' comparatives do."),
    "restatements[].share": Field("number or null", "The change as a share of what was filed."),
    "restatements[].share_why": _why("share"),
    "restatements[].words": Field("text", "The same in a sentence."),
    "restatements[].filed_cite": Field("text", "Where the first stands."),
    "restatements[].restated_cite": Field("text", "Where the second stands."),
}
BESIDE_ACCOUNTS: Fields = {
    "as_of": Field("text", "Today."),
    "known_at": Field("text", "The moment of reading; ISO 8601, with its zone."),
    "policy": Field("null", "Always null: nothing that is read depends on a policy."),
    "policy_why": Field("text", "The same in words."),
    "data": Field("text", "Always `files`."),
    **SAME_OPERATIONS,
    **RESTATEMENTS,
    **PARENTS_ACCOUNTS,
    "problems": Field("list", "Documents that were not read whole. Often empty."),
    "problems[].document": Field("text", "Its name."),
    "problems[].state": Field("text", "What became of it."),
    "problems[].problem": Field("text", "What is amiss and what to do."),
    "rows": Field("list", "One entry for each document and scope."),
}
ACCOUNTS_HELD: Fields = {
    **ACCOUNTS,
    "document": Field(
        "text", "The publisher's id, or the file's name; as in citations of records."
    ),
    "member_name": Field(
        "text", "`member 2` of a package, whose names are not kept; else as above."
    ),
    "public_on": Field("text", "The day on which it was filed, or else the day of the fetch."),
}
BESIDE_ACCOUNTS_HELD: Fields = {
    **SAME_OPERATIONS,
    **RESTATEMENTS,
    **PARENTS_ACCOUNTS,
    "missing_accounts": Field(
        "list",
        "The newest periods of each company of which no accounts are held: those on the register"
        " after what is held, then those that come next. Empty where nothing is missing.",
    ),
    "missing_accounts[].company_number": Field("text", "The company."),
    "missing_accounts[].made_up_to": Field("text or null", "The last day of the period."),
    "missing_accounts[].made_up_to_why": _why("made_up_to"),
    "missing_accounts[].due_on": Field("text or null", "By when they must be filed."),
    "missing_accounts[].due_on_why": _why("due_on"),
    "missing_accounts[].gap": Field(
        "text or null", "Why there are none: `overdue`, `not yet due`, or what they are exempt by."
    ),
    "missing_accounts[].gap_why": _why("gap"),
    "missing_accounts[].words": Field("text", "The same in a sentence."),
    "missing_accounts[].cites": Field(
        "list of texts", "Where the register says so; empty where nothing of it is held."
    ),
}
