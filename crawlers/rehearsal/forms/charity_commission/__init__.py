"""The Charity Commission: the register of charities and their returns, put out whole each day.

Of the thirteen tables of the real extract these are the two that say whose a charity's company is
and what it earns; the trustees, who are people, are left out.
"""

from crawlers.rehearsal.forms.charity_commission.publisher import (
    CharityCommission,
    CharityCommissionFiles,
)

__all__ = ["CharityCommission", "CharityCommissionFiles"]
