"""Every kind of record that is held beside the truth, and what the truth says of it."""

from collections.abc import Iterator, Mapping

from db.records import (
    AccountsClaim,
    AccountsDocument,
    AccountsGap,
    AccountsStatement,
    CareLocation,
    Charge,
    Charity,
    CharityReturn,
    Company,
    Control,
    ControlStatement,
    CouncilSpending,
    FiledAccounts,
    FiledDocument,
    Filing,
    GazetteNotice,
    InsolvencyCase,
    InsolvencyDate,
    Inspection,
    LookedAfterCount,
    Movement,
    Oddity,
    Officer,
    Premises,
    PreviousName,
    ProviderPage,
    PublishedReport,
    Record,
    RegisterExtract,
    ReportedProvider,
    School,
    Setting,
    SicCode,
)
from tests.end_to_end.beside import Asked, Published, Row
from tests.end_to_end.published_accounts import claims, filed_accounts, gaps
from tests.end_to_end.published_companies import companies, officers, previous_names, sic_codes
from tests.end_to_end.published_control import controls, extracts, statements
from tests.end_to_end.published_councils import looked_after, spending
from tests.end_to_end.published_filings import accounts_documents, filed_documents, filings
from tests.end_to_end.published_registers import movements, premises, settings, visits
from tests.end_to_end.published_reports import pages, providers, reports
from tests.end_to_end.published_services import all_schools, care_locations, charities, returns
from tests.end_to_end.published_troubles import cases, charges, notices, steps
from tests.end_to_end.published_words import statements as statements_in_accounts


def _nothing(_: Asked) -> Iterator[Row]:
    """No entry of a rehearsal contradicts itself: whatever is odd in it, it has from life."""
    return iter(())


PUBLISHED: Mapping[type[Record], Published] = {
    Setting: settings,
    Premises: premises,
    Inspection: visits,
    Movement: movements,
    ProviderPage: pages,
    PublishedReport: reports,
    ReportedProvider: providers,
    LookedAfterCount: looked_after,
    CouncilSpending: spending,
    Company: companies,
    PreviousName: previous_names,
    SicCode: sic_codes,
    Control: controls,
    ControlStatement: statements,
    Officer: officers,
    Charge: charges,
    InsolvencyCase: cases,
    InsolvencyDate: steps,
    Filing: filings,
    FiledDocument: filed_documents,
    AccountsDocument: accounts_documents,
    FiledAccounts: filed_accounts,
    AccountsClaim: claims,
    AccountsGap: gaps,
    AccountsStatement: statements_in_accounts,
    RegisterExtract: extracts,
    Oddity: _nothing,
    GazetteNotice: notices,
    Charity: charities,
    CharityReturn: returns,
    CareLocation: care_locations,
    School: all_schools,
}
