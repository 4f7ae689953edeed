"""The review of owners as a CSV file: written for a spreadsheet, and read from one again."""

from oversight.reviewing.reading import read_review
from oversight.reviewing.refusing import BadRow, BadRowsError
from oversight.reviewing.writing import as_csv

__all__ = ["BadRow", "BadRowsError", "as_csv", "read_review"]
