"""The Gazette: notices of insolvency, as a feed that is searched and as pages."""

from crawlers.rehearsal.forms.gazette.publisher import Gazette

__all__ = ["Gazette"]
