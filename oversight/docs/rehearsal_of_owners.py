"""The rehearsal's owners beside the real ones: what they have, are called, file and earn."""

from collections.abc import Iterator

from crawlers.rehearsal.calibration import published
from oversight.docs.markdown import link
from oversight.docs.rehearsal_comparison import CHANCE, OWNERS, REGISTER, RESEARCHERS, Comparison


def of_owners() -> Iterator[Comparison]:
    """Yield the tables of who owns settings, and of their names."""
    split = (
        "the market is made of groups of published sizes, whose homes are then shared out among"
        " companies and change hands; what is left with one owner on a day is not made to fit"
    )
    yield Comparison(
        title="Private owners by children's homes",
        section="owners",
        real=published.PRIVATE_OWNERS_BY_HOMES,
        measured="Registered owners, not their groups: an owner is a text without case, punctuation"
        " and legal suffix, so that one that is spelled in two ways counts twice, in both markets.",
        source=f"{REGISTER}, list of providers, counted by this project",
        why=dict.fromkeys(published.PRIVATE_OWNERS_BY_HOMES, split),
    )
    yield Comparison(
        title="What the largest have of all children's homes",
        section="shares",
        real={
            "the ten largest owners": published.TEN_LARGEST_OWNERS,
            "the twenty largest owners": published.TWENTY_LARGEST_OWNERS,
            "the twenty largest groups": published.TWENTY_LARGEST_GROUPS,
            "the two largest groups": published.TWO_LARGEST_GROUPS,
            "owners that have a quarter together": published.OWNERS_FOR_A_QUARTER,
            "concentration of owners": published.CONCENTRATION,
        },
        measured="Owners by text, as above; groups as Ofsted's release on owners counts them: by"
        " the private or voluntary owner who is entered at the top by the day of the release,"
        " investors included, and of homes of every kind. Concentration is the sum of squared"
        " shares, in ten-thousandths.",
        source=f"{REGISTER}, list of providers, counted by this project; of groups {OWNERS}",
    )
    renames = "renames come by owner: one of a large owner changes many texts at once"
    yield Comparison(
        title="How owners' texts are written",
        section="texts",
        real=published.TEXTS
        | {
            "left blank": published.BLANK_TEXTS,
            "changed in three years": published.TEXTS_CHANGED,
            "changed in three years in more than suffix and punctuation": (
                published.TEXTS_CHANGED_IN_SUBSTANCE
            ),
            "equal to the company's name but for case": published.NAMES_EQUAL,
        },
        measured="Of all texts that are not blank, but for: blank ones, of all registrations;"
        " changed ones, of registrations in the registers of 2022 and of 2025; equal ones, of"
        " different texts whose owner is a company, against its name on the day. The rest of these"
        " names need normalising before they are found.",
        source=f"{REGISTER} and 2022, lists of providers, counted by this project; equal names:"
        f" {RESEARCHERS}",
        why={
            "changed in three years": renames,
            "changed in three years in more than suffix and punctuation": renames,
            "equal to the company's name but for case": "ours are held against the name on the"
            " day, the researchers' against the names at which they found the company",
        },
    )


def of_companies() -> Iterator[Comparison]:
    """Yield the tables of what their companies file and earn."""
    larger = (
        "unlike populations: a home for four children takes more in a year than a micro-entity may"
        " (£632,000) and has more staff"
    )
    paper = (
        "whether accounts come on paper goes by the year in which their period ends, mostly the"
        " one before; and those of groups, or filed for a subsidiary, come on paper more often"
    )
    yield Comparison(
        title="How companies file",
        section="filings",
        real={f"by software in {year}": s for year, s in published.ACCOUNTS_ON_SOFTWARE.items()}
        | {
            "micro-entities'": sum(published.TAGGED_MICRO) / 2,
            "of companies larger than small": published.LARGER_ACCOUNTS,
            "with a profit and loss account": sum(published.TURNOVER_SHOWN) / 2,
            "with equity of the wrong sign": published.EQUITY_SIGN_WRONG,
        },
        measured="The first rows are of all accounts filed in a year; the others of tagged accounts"
        " filed within a year of the day. The real shares are of all companies of the country, for"
        " nobody publishes those of owners of settings; the last table holds what is known of"
        " those.",
        source="shares by software were noted when the market was made and their publication was"
        " not, but Companies House too has about three quarters of accounts tagged today; "
        + link("companywise", "https://github.com/gregor-nelson/companywise.io")
        + ", of 1.42 million tagged accounts of March 2024 to February 2026; Office for National"
        " Statistics, of 532,066 of about 2018; 380 documents read by this project",
        why={f"by software in {year}": paper for year in published.ACCOUNTS_ON_SOFTWARE}
        | {"by software in 2015": "half of them are drawn to come so, as a round number"}
        | {
            "micro-entities'": larger,
            "with a profit and loss account": "unlike populations, as above: of owners' companies"
            " more are large or charities, and must show theirs (see the last table)",
        },
    )
    yield _marked_up()
    yield Comparison(
        title="What groups and companies earn",
        section="money",
        real={
            "turnover of the twenty largest groups": published.TWENTY_LARGEST_TURNOVER_GBP,
            "margin of the twenty largest groups": published.TWENTY_LARGEST_MARGIN,
            "median margin of companies that publish theirs": published.COMPANIES_MEDIAN_MARGIN,
            "companies among them above a fifth": published.COMPANIES_ABOVE_A_FIFTH,
            "owners' companies that do not publish theirs": published.PROFIT_NOT_PUBLISHED,
        },
        measured="Margins are EBITDA as a share of turnover, turnover in pounds. Groups: the true"
        " books of the year to the day, at the topmost company; companies: their own books, where"
        " their newest accounts show a profit and loss account.",
        source="Revolution Consulting for the Local Government Association, November 2023, of 19 of"
        f" the 20 largest groups in 2021-22; companies: {RESEARCHERS}, over several years",
        why={
            "turnover of the twenty largest groups": "the real groups also run schools, care of"
            " adults and homes outside England, which ours do not; fees that rose for three years"
            " make up for part of it",
            "companies among them above a fifth": "some hundred companies, of one year"
            " where the real ones are of several",
            "margin of the twenty largest groups": CHANCE,
        },
    )


def _marked_up() -> Comparison:
    groups = (
        "the real ones are of groups, with pages of notes in tables that hold few tags; and boxes"
        " that neither show nor move anything are left out, for the size of a rehearsal's files"
    )
    placed = "these are of releases that place boxes on the page, the real ones of earlier ones"
    return Comparison(
        title="How tagged accounts are marked up",
        section="markup",
        real=published.MARKED_UP,
        measured="The middle of thirty documents of each vendor, evenly chosen of those filed"
        " within a year of the day. A tag is a number or a text of inline XBRL; a cell is empty"
        " that shows nothing. CaseWare's documents of these years have no tables.",
        source="twelve documents that Companies House published, counted by this project",
        why={
            "elements to a tag, IRIS": groups,
            "elements to a tag, CaseWare": f"{groups}; and {placed}",
            "elements with a style, CaseWare": placed,
            "elements to a tag, Digita": groups,
            "elements with a style, Digita": groups,
            "empty cells, Digita": "ours are small accounts, whose column of notes few rows fill",
        },
    )
