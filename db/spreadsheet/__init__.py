"""ODS and XLSX files, streamed row by row.

Neither writer holds more than one row, so a sheet may be as long as the format allows. The same
rows give the same bytes: nothing written depends on the clock or on the machine.
"""

from db.spreadsheet.ods import write_ods
from db.spreadsheet.sheet import CannotWriteError, Cell, Sheet, Target
from db.spreadsheet.xlsx import write_xlsx

__all__ = ["CannotWriteError", "Cell", "Sheet", "Target", "write_ods", "write_xlsx"]
