"""From each setting to the company that owns it and the group above, with dates and the method."""

from oversight.crosswalk import Crossing, crosswalk, head_number
from oversight.export import Exported
from oversight.table import Column, Holds, Table


def rows(exported: Exported) -> tuple[Crossing, ...]:
    """Every spell of every setting, by URN and day."""
    return tuple(crosswalk(exported.market))


COLUMNS: tuple[Column[Crossing], ...] = (
    Column(
        name="urn",
        label="URN",
        meaning="Ofsted's unique reference number of the registration.",
        unit="",
        value=lambda one: one.setting.urn,
    ),
    Column(
        name="provision_type",
        label="Provision type",
        meaning="What is registered, in Ofsted's words.",
        unit="",
        value=lambda one: one.setting.provision_type,
    ),
    Column(
        name="owner_text",
        label="Owner as Ofsted writes it",
        meaning=(
            "Organisation which owns the provider, verbatim, as it was written last in the spell."
            " Empty where Ofsted names none."
        ),
        unit="",
        value=lambda one: one.setting.owner_name,
    ),
    Column(
        name="owner_kind",
        label="What the owner is",
        meaning=(
            "company, council, health body, charity, person, or none found. Empty where Ofsted"
            " names no owner, or no register of the spell is held."
        ),
        unit="",
        value=lambda one: one.match and one.match.kind,
    ),
    Column(
        name="company_number",
        label="Company number",
        meaning="The owner's number at Companies House. Empty where it is matched to no company.",
        unit="",
        value=lambda one: one.match and one.match.company_number,
    ),
    Column(
        name="company_name",
        label="Company name",
        meaning="The company's name in the register of companies. Empty where that is not held.",
        unit="",
        value=lambda one: one.match and one.match.company_name,
    ),
    Column(
        name="charity_number",
        label="Charity number",
        meaning="The owner's number at the Charity Commission. Empty where none is known.",
        unit="",
        value=lambda one: one.match and one.match.charity_number,
    ),
    Column(
        name="method",
        label="Method",
        meaning="How the owner was matched, or why it was not.",
        unit="",
        value=lambda one: one.match and one.match.method,
    ),
    Column(
        name="confidence",
        label="Confidence",
        meaning=(
            "high: by a number in the owner's text, a person's decision or a council's name;"
            " medium: by a name and what agrees with it; low: the number's company has another"
            " name. Empty where nothing is matched."
        ),
        unit="",
        value=lambda one: one.confidence,
    ),
    Column(
        name="needs_review",
        label="Needs review",
        meaning="True where no safe method decides and a person has to look.",
        unit="",
        value=lambda one: one.match and one.match.needs_review,
        holds=Holds.YES_OR_NO,
    ),
    Column(
        name="statutory_group",
        label="Statutory group",
        meaning=(
            "Id of the group of all that one head certainly controls (Companies Act 2006 s.1162)."
            " Empty where the owner is no company that is known."
        ),
        unit="",
        value=lambda one: one.statutory and one.statutory.id,
    ),
    Column(
        name="statutory_head_number",
        label="Number of the statutory head",
        meaning="Company number of its head. Empty where the head has none.",
        unit="",
        value=lambda one: head_number(one.statutory),
    ),
    Column(
        name="statutory_head_name",
        label="Statutory head",
        meaning="Name of its head: the highest undertaking, and never a person above it.",
        unit="",
        value=lambda one: one.statutory and one.statutory.head_name,
    ),
    Column(
        name="operating_group",
        label="Operating group",
        meaning="Id of the group that stops below a fund; the statutory one where none is above.",
        unit="",
        value=lambda one: one.operating and one.operating.id,
    ),
    Column(
        name="operating_head_number",
        label="Number of the operating head",
        meaning="Company number of its head. Empty where the head has none.",
        unit="",
        value=lambda one: head_number(one.operating),
    ),
    Column(
        name="operating_head_name",
        label="Operating head",
        meaning="Name of its head.",
        unit="",
        value=lambda one: one.operating and one.operating.head_name,
    ),
    Column(
        name="heads_known",
        label="Heads are known",
        meaning=(
            "True where the control register of the owner's company is held. Where false, a head"
            " is only the highest undertaking known, and others may be above it. Empty where the"
            " owner is matched to no company."
        ),
        unit="",
        value=lambda one: one.is_above_known,
        holds=Holds.YES_OR_NO,
    ),
    Column(
        name="matched_as_at",
        label="Matched as at",
        meaning=(
            "The register's day by which company and heads are told: the newest of the spell."
            " Empty where no full register of it is held."
        ),
        unit="",
        value=lambda one: one.day,
        holds=Holds.DAY,
    ),
    Column(
        name="valid_from",
        label="Valid from",
        meaning="The first day on which a list has the setting under this owner's text.",
        unit="",
        value=lambda one: one.spell.valid_from,
        holds=Holds.DAY,
    ),
    Column(
        name="valid_to",
        label="Valid to",
        meaning=(
            "The first day on which a list has another text, or a register no longer has the"
            " setting. Empty while nothing says so."
        ),
        unit="",
        value=lambda one: one.spell.valid_to,
        holds=Holds.DAY,
    ),
    Column(
        name="cite",
        label="Citation",
        meaning="The newest line of the spell: a document's SHA-256 and the place inside it.",
        unit="",
        value=lambda one: one.setting.cite,
    ),
)
EXPORT = Table(
    name="crosswalk",
    title="Settings, the companies that own them and the groups above them",
    grain="one setting under one owner's text, for as long as lists have it so",
    key=("urn", "valid_from"),
    about=(
        "Texts that differ in case or space alone are one spell. Days are those of lists: when an"
        " owner changed between two of them is not published. A company is the owner by the"
        " method given, and never by a first search hit."
    ),
    columns=COLUMNS,
    rows=rows,
)
