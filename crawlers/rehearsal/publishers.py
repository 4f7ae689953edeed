"""The catalogue of the rehearsal: how its world is made, and every publisher that is served."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from crawlers.rehearsal.calibration import FIRST_DAY, LAST_DAY, SIZES, TODAY
from crawlers.rehearsal.forms.accounts.document import document_body, page_count
from crawlers.rehearsal.forms.charity_commission.publisher import (
    CharityCommission,
    CharityCommissionFiles,
)
from crawlers.rehearsal.forms.companies_house.api import CompaniesHouseApi
from crawlers.rehearsal.forms.companies_house.bulk import CompaniesHouseBulk
from crawlers.rehearsal.forms.companies_house.document_api import CompaniesHouseDocumentApi
from crawlers.rehearsal.forms.companies_house.documents_store import CompaniesHouseDocumentsStore
from crawlers.rehearsal.forms.companies_house.filed_documents import remembered
from crawlers.rehearsal.forms.companies_house.page_counts import counted
from crawlers.rehearsal.forms.council_payments import publisher as council_payments
from crawlers.rehearsal.forms.council_payments.publisher import CouncilPayments
from crawlers.rehearsal.forms.cqc import publisher as cqc
from crawlers.rehearsal.forms.cqc.publisher import CareQualityCommission
from crawlers.rehearsal.forms.dfe_statistics import publisher as dfe_statistics
from crawlers.rehearsal.forms.dfe_statistics.publisher import DfeStatistics
from crawlers.rehearsal.forms.gazette.publisher import Gazette
from crawlers.rehearsal.forms.gias import publisher as gias
from crawlers.rehearsal.forms.gias.publisher import SchoolsFiles, SchoolsRegister
from crawlers.rehearsal.forms.mhclg import publisher as mhclg
from crawlers.rehearsal.forms.mhclg.publisher import Mhclg
from crawlers.rehearsal.forms.ofsted import releases
from crawlers.rehearsal.forms.ofsted.entered_owners import EnteredOwners
from crawlers.rehearsal.forms.ofsted.govuk import GovUk
from crawlers.rehearsal.forms.ofsted.govuk_assets import GovUkAssets
from crawlers.rehearsal.forms.ofsted.reissuing import ASSETS
from crawlers.rehearsal.forms.ofsted.report_files import OfstedFiles
from crawlers.rehearsal.forms.ofsted.reports_site import OfstedReports
from crawlers.rehearsal.making import market
from crawlers.rehearsal.publishing import Publisher, Setup
from crawlers.rehearsal.site.manners import (
    DOCUMENT_API,
    FILES,
    OBJECT_STORE,
    PAGES,
    REST_API,
    Manners,
)
from crawlers.rehearsal.site.served import Catalogue, Served
from crawlers.rehearsal.world.world import World


@cache
def make_world(seed: int, size: str) -> World:
    """The world of a seed, at the size of a name: `small` or `national`."""
    return market.make_world(seed, SIZES[size])


def _govuk(setup: Setup) -> GovUk:
    """GOV.UK, whose release on owners tells who is above them: Ofsted looks up who is entered."""
    return GovUk(setup, EnteredOwners(world=setup.world).name)


def _served(
    key: str, make: Callable[[Setup], Publisher], manners: Manners, door: str | None = None
) -> Served:
    return Served(key=key, make=make, manners=manners, door=door)


_document_body = remembered(document_body)
_pages = counted(page_count)

CATALOGUE = Catalogue(
    make_world=make_world,
    today=TODAY,
    days=(FIRST_DAY, LAST_DAY),
    publishers=(
        _served("govuk", _govuk, PAGES, f"/api/content{releases.COLLECTION}"),
        replace(_served(ASSETS, GovUkAssets, FILES), reissuers=("govuk", ASSETS)),
        _served("ofsted_reports", OfstedReports, PAGES, "/search?level_1_types=3&rows=100"),
        _served("ofsted_files", OfstedFiles, FILES),
        _served(
            "companies_house_api",
            lambda s: CompaniesHouseApi(setup=s, pages=_pages),
            REST_API,
            "/company/{company}",
        ),
        _served(
            "companies_house_document_api",
            lambda s: CompaniesHouseDocumentApi(
                setup=s, document_body=_document_body, pages=_pages
            ),
            DOCUMENT_API,
        ),
        _served(
            "companies_house_documents_store",
            lambda s: CompaniesHouseDocumentsStore(setup=s, document_body=_document_body),
            OBJECT_STORE,
        ),
        _served(
            "companies_house_bulk",
            lambda s: CompaniesHouseBulk(setup=s, document_body=_document_body),
            FILES,
            "/en_output.html",
        ),
        _served("gazette", Gazette, PAGES, "/insolvency/notice/data.json"),
        _served("charity_commission", CharityCommission, PAGES, "/register/full-register-download"),
        _served("charity_commission_files", CharityCommissionFiles, FILES),
        _served("cqc", CareQualityCommission, FILES, cqc.PAGE),
        _served("gias", SchoolsRegister, PAGES, gias.PAGE),
        _served("gias_files", SchoolsFiles, FILES),
        _served("dfe_statistics", DfeStatistics, FILES, dfe_statistics.PUBLICATION),
        _served("mhclg", Mhclg, FILES, mhclg.COLLECTION),
        _served("council_payments", CouncilPayments, FILES, council_payments.PAGE),
    ),
)
