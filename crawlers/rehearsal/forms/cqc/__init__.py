"""The Care Quality Commission: who cares for adults, with providers' company numbers.

Two of its files: the directory, put out on Wednesdays, which names providers, and the directory
with filters, put out at the beginning of a month, which also gives their company numbers.
"""

from crawlers.rehearsal.forms.cqc.publisher import CareQualityCommission

__all__ = ["CareQualityCommission"]
