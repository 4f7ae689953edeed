"""DfE's statistics: children looked after, by council, by who provides the place, and where.

Three data sets of the release of each November, with the marks that stand for what is not said.
"""

from crawlers.rehearsal.forms.dfe_statistics.publisher import DfeStatistics

__all__ = ["DfeStatistics"]
