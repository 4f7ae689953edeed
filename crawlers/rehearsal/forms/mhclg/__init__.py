"""MHCLG's revenue outturn: what each council spent on children's care, each December (RO3)."""

from crawlers.rehearsal.forms.mhclg.publisher import Mhclg

__all__ = ["Mhclg"]
