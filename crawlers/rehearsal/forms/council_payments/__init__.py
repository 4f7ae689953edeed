"""One council's payments over £500, month by month: the only publisher who says who pays whom."""

from crawlers.rehearsal.forms.council_payments.publisher import CouncilPayments

__all__ = ["CouncilPayments"]
